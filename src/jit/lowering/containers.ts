/** Building containers and taking them apart; subscripts have a file of their own. */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import { dictType, frozensetType, listType, setType, tupleType } from '../../objects/builtin-types.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import type { Builder } from '../builder.ts'
import { genericOpcode, nameOf, nextOf, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import { isUnstable } from '../profile.ts'
import type { Operand } from '../state.ts'
import type { LowerTable } from './lower.ts'
import { lowerByExpansion } from './expansion.ts'
import { enterMethod } from './operator-methods.ts'
import { isCold } from './operators.ts'
import { isScalar, lookupEffect, storeSubscript } from './subscripts.ts'

/** What an instruction of one micro-op gives is of this type. */
const giving =
  (name: OpcodeName, known: k.Known): NonNullable<LowerTable[OpcodeName]> =>
  (b, oparg) => {
    if (!lowerByExpansion(b, name, oparg)) return b.leave('unsupported')
    b.peek(1).known = known
  }

function unpackSequence(b: Builder, oparg: number, form: OpcodeName): void {
  const sequence = b.peek(1)
  const isStable = !isUnstable(b.code, b.at)
  const items = sequence.known.type === tupleType ? sequence.tuple : null
  if (items !== null && items.length === oparg) {
    b.pop()
    for (let i = oparg - 1; i >= 0; i--) b.push(items[i]!)
    return
  }
  const isTuple =
    sequence.known.type === tupleType || (sequence.known.kind === 'any' && isStable && /TUPLE$/.test(form))
  const isList = sequence.known.type === listType || (sequence.known.kind === 'any' && isStable && /LIST$/.test(form))
  if (!isTuple && !isList)
    return isCold(b) ? b.leave('cold') : unpack(b, b.one('_UNPACKED', [sequence, b.datum(oparg)]), oparg)
  b.guardType(sequence, isTuple ? tupleType : listType)
  if (isTuple) b.emit('_GUARD_TUPLE_LENGTH', [sequence, b.datum(oparg)])
  else b.emit('_GUARD_LIST_LENGTH', [sequence, b.datum(oparg)])
  b.pop()
  const storage = isTuple ? 'items' : sequence.storageAt(b.region.listKind(b.code, b.at))
  if (!isTuple && storage !== 'either') b.emit(storage === 'floats' ? '_GUARD_FLOATS' : '_GUARD_ITEMS', [sequence])
  const operands: Operand[] = []
  for (let i = 0; i < oparg; i++) {
    const inputs = [sequence, b.datum(i)]
    if (isTuple) operands.push(b.one('_TUPLE_ITEM', inputs))
    else if (storage === 'floats') operands.push(b.one('_FLOAT_ITEM', inputs, k.float))
    else operands.push(b.one(storage === 'items' ? '_ITEM' : '_EITHER_ITEM', inputs, k.some, { effect: 'pure' }))
  }
  for (const operand of operands.reverse()) b.push(operand)
}

/** The items of a constant tuple that has only strs and small ints. */
const plainItemsOf = (constant: Value | undefined): readonly Value[] | undefined =>
  constant instanceof PyTuple &&
  constant.type === tupleType &&
  constant.items.every(each => typeof each === 'string' || typeof each === 'number')
    ? constant.items
    : undefined

/** Puts the items of a tuple in the place of what they were unpacked from. */
function unpack(b: Builder, items: Operand, count: number): void {
  b.pop()
  const operands: Operand[] = []
  for (let i = 0; i < count; i++) operands.push(b.one('_TUPLE_ITEM', [items, b.datum(i)]))
  for (const operand of operands.reverse()) b.push(operand)
}

/** Raw doubles become the storage of a list of floats as they are. */
function buildList(b: Builder, oparg: number): void {
  if (oparg === 0) return b.push(b.one('_NEW_LIST', [], k.objectOf(listType)))
  const items = b.popMany(oparg)
  const isRaw = isOn.unbox && items.every(item => item.register === 'float')
  if (isRaw) for (const item of items) b.emit('_GUARD_UNBOXABLE', [item], [item.known])
  b.push(b.one(isRaw ? '_FLOATS_LIST' : '_BUILD_LIST', [items], k.objectOf(listType)))
}

/** A new dict of keys and values in turn. */
export function dictOf(b: Builder, items: Operand[]): Operand {
  const keys = items.filter((_, i) => i % 2 === 0)
  const names = keys.map(key => key.known.constant)
  if (names.every(name => typeof name === 'string') && new Set(names).size === names.length) {
    const values = items.filter((_, i) => i % 2 === 1)
    return b.one('_DICT_OF_NAMES', [b.datum(names), values], k.objectOf(dictType), { effect: 'pure' })
  }
  const effect = keys.every(key => isScalar(key.known)) ? 'leaf' : 'escapes'
  return b.one('_BUILD_MAP', [items], k.objectOf(dictType), { effect })
}

/**
 * `f(**keywords)` of a dict: the call is given the dict itself, not the copy that is built for it, since whatever is called makes one of its own. What is left
 * out are BUILD_MAP, LOAD_FAST and DICT_MERGE.
 */
function passKeywordsOn(b: Builder): boolean {
  const load = b.next
  const merge = nextOf(b.code, load)
  const call = nextOf(b.code, merge)
  const name = (at: number): string => nameOf(genericOpcode(unitAt(b.code, at) & 255))
  if (!/^LOAD_FAST(_BORROW)?$/.test(name(load)) || name(merge) !== 'DICT_MERGE' || name(call) !== 'CALL_FUNCTION_EX')
    return false
  const slot = unitAt(b.code, load) >> 8
  if (b.frame.slots[slot]?.known.type !== dictType || unitAt(b.code, merge) >> 8 !== 1) return false
  b.push(b.local(slot))
  b.next = call
  return true
}

/** Appends to a list by what is known of the item: lists keep floats apart. */
export function pushItem(b: Builder, list: Operand, item: Operand): void {
  b.emit(item.register === 'float' ? '_LIST_PUSH_FLOAT' : '_LIST_PUSH', [list, item], [], { effect: 'pure' })
}

export const containers: LowerTable = {
  BUILD_TUPLE: (b, oparg) => {
    const items = b.popMany(oparg)
    const tuple = b.one('_BUILD_TUPLE', [items], k.objectOf(tupleType))
    tuple.tuple = items
    b.push(tuple)
  },
  BUILD_LIST: buildList,
  BUILD_MAP: (b, oparg) => {
    if (oparg === 0 && passKeywordsOn(b)) return
    const items = b.popMany(2 * oparg)
    b.push(dictOf(b, items))
  },
  BUILD_STRING: giving('BUILD_STRING', k.some),
  LIST_APPEND: (b, oparg) => {
    const item = b.pop()
    const list = b.peek(oparg)
    pushItem(b, list, item)
  },
  MAP_ADD: (b, oparg) => {
    const value = b.peek(1)
    const key = b.peek(2)
    const dict = b.peek(oparg + 2)
    b.emit('_DICT_SET', [dict, key, value], [], lookupEffect(b, dict, key))
    b.popMany(2)
  },
  SET_ADD: (b, oparg) => {
    const item = b.peek(1)
    const set = b.peek(oparg + 1)
    b.emit('_SET_ADD_ITEM', [set, item], [], lookupEffect(b, set, item))
    b.pop()
  },
  DICT_MERGE: (b, oparg) => {
    const mapping = b.peek(1)
    // Of a dict with plain keys nothing is run but what looks them up.
    const isPlain = mapping.known.type === dictType && !isUnstable(b.code, b.at)
    if (isPlain) b.emit('_GUARD_PLAIN_KEYS', [mapping])
    b.emit('_DICT_MERGE_INTO', [b.peek(oparg + 1), mapping, b.peek(oparg + 4)], [], isPlain ? { effect: 'leaf' } : {})
    b.pop()
  },
  DICT_UPDATE: (b, oparg) => {
    b.emit('_DICT_UPDATE_WITH', [b.peek(oparg + 1), b.peek(1)])
    b.pop()
  },
  SET_UPDATE: (b, oparg) => {
    b.emit('_SET_UPDATE_WITH', [b.peek(oparg + 1), b.peek(1)])
    b.pop()
  },
  UNPACK_EX: (b, oparg) => {
    const [before, after] = [oparg & 0xff, oparg >> 8]
    unpack(b, b.one('_UNPACKED_EX', [b.peek(1), b.datum(before), b.datum(after)]), before + 1 + after)
  },
  LIST_EXTEND: (b, oparg) => {
    b.emit('_LIST_EXTEND_WITH', [b.peek(oparg + 1), b.peek(1)])
    b.pop()
  },
  STORE_SUBSCR: (b, _oparg, form) => storeSubscript(b, form),
  UNPACK_SEQUENCE: unpackSequence,
  CONTAINS_OP: (b, oparg, form) => {
    const container = b.peek(1)
    const item = b.peek(2)
    const isStable = !isUnstable(b.code, b.at)
    if (
      container.known.type === dictType ||
      (form === 'CONTAINS_OP_DICT' && isStable && container.known.kind === 'any')
    ) {
      b.guardType(container, dictType)
      const has = b.one('_DICT_HAS', [container, item], k.bool, lookupEffect(b, container, item))
      b.popMany(2)
      b.push(oparg === 1 ? b.one('_NOT', [has], k.bool) : has)
      return
    }
    const { type, kind } = container.known
    if (type === setType || type === frozensetType || (form === 'CONTAINS_OP_SET' && isStable && kind === 'any')) {
      if (type === null) b.guardType(container, setType)
      const has = b.one('_SET_HAS', [container, item], k.bool, lookupEffect(b, container, item))
      b.popMany(2)
      b.push(oparg === 1 ? b.one('_NOT', [has], k.bool) : has)
      return
    }
    const isPlain = item.known.kind === 'str' || item.known.kind === 'int'
    const among = isPlain ? plainItemsOf(container.known.constant) : undefined
    if (among !== undefined || (kind === 'str' && item.known.kind === 'str')) {
      const has =
        among === undefined
          ? b.one('_STR_HAS', [container, item], k.bool, { effect: 'leaf' })
          : b.one('_IS_AMONG', [b.datum(among), item], k.bool, { effect: 'pure' })
      b.popMany(2)
      b.push(oparg === 1 ? b.one('_NOT', [has], k.bool) : has)
      return
    }
    if (isCold(b)) return b.leave('cold')
    if (enterMethod(b, item, container)) return
    lowerByExpansion(b, 'CONTAINS_OP', oparg)
    b.peek(1).known = k.bool
  },
}
