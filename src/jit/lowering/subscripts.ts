/** `container[key]`, loading and storing; slices. */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import { type ExtendCache, type FunctionCache, ItemStoreCache } from '../../interpreter/inline-caches.ts'
import { NB_SUBSCR } from '../../interpreter/binary-opargs.ts'
import { dictType, listType, tupleType } from '../../objects/builtin-types.ts'
import { indexErrorType, keyErrorType } from '../../objects/exception-types.ts'
import type { PyType } from '../../objects/type.ts'
import { byteRange, type ItemRange } from '../../objects/typed-items.ts'
import type { Builder, EmitOptions } from '../builder.ts'
import * as k from '../known.ts'
import { isHopeless, isUnstable } from '../profile.ts'
import type { Operand } from '../state.ts'
import { callPython, guardVersion } from './calls.ts'
import { lowerByExpansion } from './expansion.ts'
import { raiseUnlessFound } from './exceptions.ts'
import { enterMethod } from './operator-methods.ts'
import { isCold, toFloat } from './operators.ts'

/** Does hashing and comparing this as a key run no Python code? */
export const isScalar = (known: k.Known): boolean =>
  known.kind === 'int' ||
  known.kind === 'str' ||
  known.kind === 'float' ||
  known.kind === 'bool' ||
  known.kind === 'none'

/**
 * What looking the key up in a dict or set does: nothing that others see, if the key is a scalar and the table has no keys that Python code compares.
 */
export function lookupEffect(b: Builder, table: Operand, key: Operand): EmitOptions {
  if (!isScalar(key.known) || isHopeless(b.code, b.at)) return {}
  b.emit('_GUARD_PLAIN_KEYS', [table])
  return { effect: 'leaf' }
}

/** The index within `length`, counted from the end if negative; it is not yet known to be within bounds. */
function wrapped(b: Builder, index: Operand, length: Operand): Operand {
  if (index.known.low >= 0) {
    b.emit('_GUARD_BELOW', [index, length], [index.known])
    return index
  }
  const at = b.one('_WRAP_INDEX', [index, length], k.int)
  return b.one('_GUARD_INDEX', [at, length], k.intBetween(0, 2 ** 31))
}

const length: k.Known = k.intBetween(0, 2 ** 31 - 2)

export function lowerSubscript(b: Builder, form: OpcodeName): void {
  const key = b.peek(1)
  const container = b.peek(2)
  const isStable = !isUnstable(b.code, b.at)
  // What fails first is what an item is kept as, or that there is one; only then the type.
  const isTyped = !isHopeless(b.code, b.at)
  const isKind = (kind: OpcodeName, type: k.Known['type']): boolean =>
    container.known.type === type || (form === kind && isTyped && container.known.kind === 'any')
  const isIndex = key.known.kind === 'int' || (key.known.kind === 'any' && isTyped && /_INT$/.test(form))
  let result: Operand | undefined
  if (isKind('BINARY_OP_SUBSCR_LIST_INT', listType) && isIndex) {
    b.guardType(container, listType)
    if (!isStable) {
      container.storageAt('either')
      return findItem(b, '_LIST_FIND', container, b.guardInt(key), 'list index out of range')
    }
    result = listItem(b, container, b.guardInt(key))
  } else if (isKind('BINARY_OP_SUBSCR_TUPLE_INT', tupleType) && isIndex) {
    b.guardType(container, tupleType)
    if (!isStable) return findItem(b, '_TUPLE_FIND', container, b.guardInt(key), 'tuple index out of range')
    result = b.one('_TUPLE_ITEM', [container, wrapped(b, b.guardInt(key), b.one('_TUPLE_LENGTH', [container], length))])
  } else if (
    (container.known.kind === 'str' ||
      (form === 'BINARY_OP_SUBSCR_STR_INT' && isStable && container.known.kind === 'any')) &&
    isIndex
  ) {
    b.guardStr(container)
    result = b.one(
      '_STR_ITEM',
      [container, wrapped(b, b.guardInt(key), b.one('_STR_LENGTH', [container], length))],
      k.str,
    )
  } else if (isKind('BINARY_OP_SUBSCR_DICT', dictType)) {
    b.guardType(container, dictType)
    const options = lookupEffect(b, container, key)
    // Where the lookup runs Python code there must be no exit behind it.
    if (options.effect === undefined || !isStable) return findKey(b, container, key, options)
    result = b.one(key.known.kind === 'str' ? '_DICT_GET_STR' : '_DICT_GET', [container, key], k.some, options)
  }
  if (result !== undefined) {
    b.popMany(2)
    b.push(result)
    return
  }
  if (form === 'BINARY_OP_EXTEND' && isStable && loadTyped(b, container, key)) return
  if (form === 'BINARY_OP_SUBSCR_GETITEM' && isStable && callGetItem(b)) return
  if (isCold(b)) return b.leave('cold')
  const usesForm = isStable && (form === 'BINARY_OP_SUBSCR_LIST_SLICE' || form === 'BINARY_OP_EXTEND')
  lowerByExpansion(b, usesForm ? form : 'BINARY_OP', NB_SUBSCR)
}

/** A key that may be missing: the exception is raised in the unit. */
function findKey(b: Builder, dict: Operand, key: Operand, options: EmitOptions): void {
  const found = b.one(key.known.kind === 'str' ? '_DICT_FIND_STR' : '_DICT_FIND', [dict, key], k.any, options)
  pushFound(b, found, missing => missing.one('_MISSING_KEY', [key], k.objectOf(keyErrorType), { effect: 'pure' }))
}

/** An index that may be out of range, in the same way. */
function findItem(
  b: Builder,
  uop: '_LIST_FIND' | '_TUPLE_FIND',
  items: Operand,
  index: Operand,
  message: string,
): void {
  const found = b.one(uop, [items, index], k.any, { effect: 'pure' })
  pushFound(b, found, missing => missing.one('_INDEX_ERROR', [missing.constant(message)], k.objectOf(indexErrorType)))
}

function pushFound(b: Builder, found: Operand, make: (b: Builder) => Operand): void {
  raiseUnlessFound(b, found, make, () => {
    b.popMany(2)
    b.learn(found, k.some)
    b.push(found)
  })
}

/** Lists are of one kind of storage mostly: which one, the site remembers (`listKind`). */
function listItem(b: Builder, list: Operand, index: Operand): Operand {
  const kind = list.storageAt(b.region.listKind(b.code, b.at))
  if (kind === 'floats') {
    b.emit('_GUARD_FLOATS', [list])
    return b.one('_FLOAT_ITEM', [list, wrapped(b, index, b.one('_FLOATS_LENGTH', [list], length))], k.float)
  }
  if (kind === 'items') {
    b.emit('_GUARD_ITEMS', [list])
    return b.one('_ITEM', [list, wrapped(b, index, b.one('_ITEMS_LENGTH', [list], length))])
  }
  return b.one('_EITHER_ITEM', [list, wrapped(b, index, b.one('_LIST_LENGTH', [list], length))], k.some, {
    effect: 'pure',
  })
}

/** An item of bytes, a bytearray or an array, from where it lies. */
function loadTyped(b: Builder, container: Operand, key: Operand): boolean {
  const { items, left } = b.code.caches[b.at + 1] as ExtendCache
  if (items === null || (key.known.kind !== 'int' && key.known.kind !== 'any')) return false
  const at = typedIndex(b, container, left, items, key)
  const item = items.isFloat
    ? b.one('_TYPED_FLOAT', [container, at], k.float)
    : b.one('_TYPED_INT', [container, at], k.intBetween(items.low, items.high))
  b.popMany(2)
  b.push(item)
  return true
}

/** The index of an item in the storage, of a container that has just such items. */
function typedIndex(b: Builder, container: Operand, type: PyType, items: ItemRange, key: Operand): Operand {
  b.guardType(container, type)
  if (items !== byteRange) b.emit('_GUARD_ITEM_RANGE', [container, b.datum(items)])
  return wrapped(b, b.guardInt(key), b.one('_TYPED_LENGTH', [container], length))
}

function storeTyped(b: Builder, container: Operand, key: Operand, value: Operand): boolean {
  const cache = b.code.caches[b.at + 1]
  if (!(cache instanceof ItemStoreCache) || (key.known.kind !== 'int' && key.known.kind !== 'any')) return false
  const { type, items } = cache
  const { kind, low, high } = value.known
  if (kind !== 'any' && kind !== 'int' && (kind !== 'float' || !items.isFloat)) return false
  const at = typedIndex(b, container, type, items, key)
  if (items.isFloat) {
    const float = toFloat(b, kind === 'any' ? b.guardFloat(value) : value)
    b.emit('_STORE_TYPED_FLOAT', [container, at, float])
  } else {
    b.guardInt(value)
    if (low < items.low || high > items.high || kind === 'any')
      b.emit('_GUARD_WITHIN', [value, b.datum(items.low), b.datum(items.high)], [k.intBetween(items.low, items.high)])
    b.emit('_STORE_TYPED_INT', [container, at, value])
  }
  b.popMany(3)
  return true
}

/** `__getitem__` in Python, as a call. */
function callGetItem(b: Builder): boolean {
  const { type, typeVersion, func, version } = b.code.caches[b.at + 1] as FunctionCache
  if (type.version !== typeVersion || func.version !== version) return false
  const key = b.peek(1)
  const container = b.peek(2)
  b.guardType(container, type)
  b.relyOn(type)
  const method = b.constant(func)
  guardVersion(b, method, version)
  b.popMany(2)
  callPython(b, method, func, [container, key])
  return true
}

export function storeSubscript(b: Builder, form: OpcodeName): void {
  const key = b.peek(1)
  const container = b.peek(2)
  const value = b.peek(3)
  const isStable = !isUnstable(b.code, b.at)
  const fits = (type: k.Known['type'], kind: OpcodeName): boolean =>
    container.known.type === type || (container.known.kind === 'any' && isStable && form === kind)
  if (
    fits(listType, 'STORE_SUBSCR_LIST_INT') &&
    (key.known.kind === 'int' || (key.known.kind === 'any' && isStable && form === 'STORE_SUBSCR_LIST_INT'))
  ) {
    b.guardType(container, listType)
    b.guardInt(key)
    storeListItem(b, container, key, value)
    b.popMany(3)
    return
  }
  if (fits(dictType, 'STORE_SUBSCR_DICT')) {
    b.guardType(container, dictType)
    b.emit('_DICT_SET', [container, key, value], [], lookupEffect(b, container, key))
    // It may be the namespace of a module, which units watch.
    b.state.isDoubtful = true
    b.popMany(3)
    return
  }
  if (isStable && storeTyped(b, container, key, value)) return
  // Its frame's return needs a place below (interpreter/operator-methods.ts).
  if (b.frame.sp > 3 && enterMethod(b, container, key, value)) return
  if (isCold(b)) return b.leave('cold')
  lowerByExpansion(b, 'STORE_SUBSCR', 0)
}

function storeListItem(b: Builder, list: Operand, index: Operand, value: Operand): void {
  const kind = list.storageAt(b.region.listKind(b.code, b.at))
  if (kind === 'floats' && value.known.kind === 'float') {
    b.emit('_GUARD_FLOATS', [list])
    const at = wrapped(b, index, b.one('_FLOATS_LENGTH', [list], length))
    const raw = b.raw(value)
    b.emit('_GUARD_UNBOXABLE', [raw], [raw.known])
    b.emit('_STORE_FLOAT_ITEM', [list, at, raw])
  } else if (kind === 'items') {
    b.emit('_GUARD_ITEMS', [list])
    b.emit('_STORE_ITEM', [list, wrapped(b, index, b.one('_ITEMS_LENGTH', [list], length)), value])
  } else
    b.emit('_STORE_EITHER_ITEM', [list, wrapped(b, index, b.one('_LIST_LENGTH', [list], length)), value], [], {
      effect: 'pure',
    })
}
