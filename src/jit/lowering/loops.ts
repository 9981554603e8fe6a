/**
 * Loops: what GET_ITER and FOR_ITER become. An iterator over a range, a list or a tuple that only its loop can have is no object but some variables (iterators.ts).
 */
import { enumerateType } from '../../builtins/enumerate.ts'
import { type NextPair, nextPairs } from '../../builtins/pair-iteration.ts'
import { zipType } from '../../builtins/zip.ts'
import { type OpcodeName, opcodes } from '../../compiler/generated/opcodes.ts'
import {
  dictItemsType,
  dictType,
  dictValuesType,
  generatorType,
  listType,
  rangeType,
  setType,
  strType,
  tupleType,
} from '../../objects/builtin-types.ts'
import { PyGenerator } from '../../objects/generator.ts'
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictValueIteratorType,
  listIteratorType,
  listReverseIteratorType,
  PyListIterator,
  PyTupleIterator,
  setIteratorType,
  tupleIteratorType,
} from '../../objects/iterators.ts'
import { PyRangeIterator, rangeIteratorType } from '../../objects/range.ts'
import { strAsciiIteratorType } from '../../objects/str-iterator.ts'
import { PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import type { Builder, EmitOptions } from '../builder.ts'
import { genericOpcode, leadersOf, nextOf, targetOf, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import { isUnstable } from '../profile.ts'
import type { End } from '../region.ts'
import type { Operand } from '../state.ts'
import type { LowerTable } from './lower.ts'
import { guardNesting, lowerByExpansion } from './expansion.ts'
import { resumeGenerator, takeGeneratorApart } from './generators.ts'
import { enterMethod } from './operator-methods.ts'
import { isCold } from './operators.ts'

interface Iteration {
  readonly next: '_RANGE_NEXT' | '_LIST_NEXT' | '_TUPLE_NEXT' | '_ITER_NEXT'
  readonly item: k.Known
}

/** How the iterator gives its next item, by what is known of it or by what tier 1 met. */
function iterationOf(b: Builder, iterator: Operand, form: OpcodeName): Iteration | undefined {
  const isStable = !isUnstable(b.code, b.at)
  const fits = (kind: OpcodeName, type: NonNullable<k.Known['type']>): boolean => {
    if (iterator.known.type === type) return true
    if (form !== kind || !isStable || iterator.known.kind !== 'any') return false
    b.guardType(iterator, type)
    return true
  }
  if (fits('FOR_ITER_RANGE', rangeIteratorType)) return { next: '_RANGE_NEXT', item: k.int }
  if (fits('FOR_ITER_LIST', listIteratorType)) return { next: '_LIST_NEXT', item: k.some }
  if (fits('FOR_ITER_TUPLE', tupleIteratorType)) return { next: '_TUPLE_NEXT', item: k.some }
  if (isCold(b)) return undefined
  if (fits('FOR_ITER_GEN', generatorType)) return { next: '_ITER_NEXT', item: k.some }
  const met = b.code.caches[b.at + 1]
  if (form === 'FOR_ITER' && isStable && met instanceof PyType && iterator.known.kind === 'any')
    b.guardType(iterator, met)
  return { next: '_ITER_NEXT', item: k.some }
}

/** Iterators that run no Python code. */
const plainIterators: ReadonlySet<unknown> = new Set([
  dictItemIteratorType,
  dictKeyIteratorType,
  dictValueIteratorType,
  listReverseIteratorType,
  setIteratorType,
  strAsciiIteratorType,
])

function itemOf(b: Builder, iterator: Operand, { next, item }: Iteration): Operand {
  const { type } = b.known(iterator)
  if (next !== '_ITER_NEXT' || type === null || type.isHeap || type.iternext === null)
    return b.one(next, [iterator], item)
  const known = type === strAsciiIteratorType ? k.str : item
  const effect = plainIterators.has(type) ? 'leaf' : 'escapes'
  return b.one('_NEXT_BY', [b.datum(type.iternext), iterator], known, { effect })
}

function forIter(b: Builder, _oparg: number, form: OpcodeName): End | undefined {
  const iterator = b.peek(1)
  if (iterator.register === 'generator') return resumeGenerator(b, iterator)
  if (iterator.isIterator) return forVariables(b, iterator)
  if (form === 'FOR_ITER' && enterMethod(b, iterator)) return undefined
  const nextPair = nextPairOf(b, iterator, form)
  if (nextPair !== undefined) return forPairs(b, iterator, nextPair)
  const iteration = iterationOf(b, iterator, form)
  if (iteration === undefined) {
    b.leave('cold')
    return undefined
  }
  if (form === 'FOR_ITER_GEN') guardNesting(b)
  if (iteration.next === '_LIST_NEXT' && isOn.unbox && b.region.listKind(b.code, b.at) === 'floats')
    return forFloats(b, iterator)
  const item = itemOf(b, iterator, iteration)
  return forEach(b, `${item.text}===undefined`, () => item)
}

/** The two ways of a FOR_ITER: the loop is over, or there is an item. */
function forEach(b: Builder, isOver: string, next: () => Operand): End {
  const yes = b.region.edgeTo(b.fork(), targetOf(b.code, b.at)!)
  const code = b.apart(() => b.push(next()))
  const no = b.region.edgeTo(b, b.next)
  return { kind: 'if', condition: isOver, yes, no: { moves: code + no.moves, target: no.target } }
}

/** Takes the next item by the variables of the iterator. */
function forVariables(b: Builder, iterator: Operand): End {
  const [first, second, third] = b.partsOf(iterator) as [Operand, Operand, Operand?]
  const advance = (index: Operand, step: string): void => b.write(`${index.text}=${index.text}+${step};`)
  if (iterator.register === 'range' || iterator.register === 'count') {
    const { low, high } = iterator.known
    return forEach(b, `${first.text}===${second.text}`, () => {
      const item = b.fresh('value', k.intBetween(low, high))
      b.write(`${item.text}=${first.text};`)
      advance(first, third?.text ?? '1')
      return item
    })
  }
  const itemIn = (items: string): Operand => {
    const item = b.fresh('value', k.some)
    b.write(`${item.text}=${items}[${second.text}];`)
    return item
  }
  if (iterator.register === 'tuple')
    return forEach(b, `${second.text}>=${third!.text}.length`, () => {
      const item = itemIn(third!.text)
      advance(second, '1')
      return item
    })
  const storage = isOn.unbox ? b.region.listKind(b.code, b.at) : 'either'
  if (storage === 'items') {
    b.emit('_GUARD_ITEMS', [first], [k.objectOf(listType)])
    const items = b.one('_ITEMS_OF', [first])
    return forEach(b, `${second.text}>=${items.text}.length`, () => {
      const item = itemIn(items.text)
      advance(second, '1')
      return item
    })
  }
  const length = b.one('_LIST_LENGTH', [first], k.int)
  return forEach(b, `${second.text}>=${length.text}`, () => {
    if (storage === 'floats') b.emit('_GUARD_FLOATS', [first], [k.objectOf(listType)])
    const index = b.named(second)
    const item =
      storage === 'floats' ? b.one('_FLOAT_ITEM', [first, index], k.float) : b.one('_ITEM_AT', [first, index], k.some)
    advance(second, '1')
    return item
  })
}

/** What advances the iterator of pairs, if it is one and the next instruction takes the pair apart. */
function nextPairOf(b: Builder, iterator: Operand, form: OpcodeName): NextPair | undefined {
  const unpack = unitAt(b.code, b.next)
  if (genericOpcode(unpack & 255) !== opcodes.UNPACK_SEQUENCE || unpack >> 8 !== 2 || form !== 'FOR_ITER')
    return undefined
  const met = iterator.known.type ?? b.code.caches[b.at + 1]
  if (!(met instanceof PyType) || isUnstable(b.code, b.at)) return undefined
  const nextPair = nextPairs.get(met)
  if (nextPair === undefined || (iterator.known.kind !== 'any' && iterator.known.type !== met)) return undefined
  b.guardType(iterator, met)
  if (met === enumerateType) b.emit('_GUARD_PLAIN_ENUMERATE', [iterator], [b.known(iterator)])
  else if (met === zipType) b.emit('_GUARD_PLAIN_ZIP', [iterator], [b.known(iterator)])
  return nextPair
}

/** FOR_ITER and the UNPACK_SEQUENCE behind it. */
function forPairs(b: Builder, iterator: Operand, { advance, other, startsWithSecond }: NextPair): End {
  const one = b.one('_NEXT_PART', [b.datum(advance), iterator], k.some, { effect: 'leaf' })
  const another = b.fresh('value', k.some)
  const yes = b.region.edgeTo(b.fork(), targetOf(b.code, b.at)!)
  const pushes = b.apart(() => {
    b.push(startsWithSecond ? one : another)
    b.push(startsWithSecond ? another : one)
  })
  const no = b.region.edgeTo(b, nextOf(b.code, b.next))
  const asked = `${another.text}=${b.datum(other).text}(${iterator.text})`
  return {
    kind: 'if',
    condition: `${one.text}===undefined||(${asked})===undefined`,
    yes,
    no: { moves: pushes + no.moves, target: no.target },
  }
}

/** The items of a list of floats, without boxes. */
function forFloats(b: Builder, iterator: Operand): End {
  const isLeft = b.one('_FLOATS_LEFT', [iterator], k.bool)
  return forEach(b, `!${isLeft.text}`, () => b.one('_FLOATS_NEXT', [iterator], k.float))
}

/** Types whose iterators TypeScript makes without running Python. */
const plainIterables: ReadonlySet<unknown> = new Set([
  dictType,
  dictItemsType,
  dictValuesType,
  listType,
  rangeType,
  setType,
  strType,
  tupleType,
])

/** What iterators of these types are asked of. */
const iterables = new Map<unknown, PyType>([
  [dictItemIteratorType, dictItemsType],
  [dictKeyIteratorType, dictType],
  [dictValueIteratorType, dictValuesType],
  [setIteratorType, setType],
])

/** What a loop is over, by what its FOR_ITER has met: between the two, a comprehension makes room for its variables and its result. */
function iterableMet(b: Builder): PyType | undefined {
  if (isUnstable(b.code, b.at)) return undefined
  for (let at = b.next; ; at = nextOf(b.code, at)) {
    const opcode = unitAt(b.code, at) & 255
    switch (genericOpcode(opcode)) {
      case opcodes.LOAD_FAST_AND_CLEAR:
      case opcodes.SWAP:
      case opcodes.BUILD_LIST:
      case opcodes.BUILD_SET:
      case opcodes.BUILD_MAP:
        continue
      case opcodes.FOR_ITER:
        if (isUnstable(b.code, at)) return undefined
        if (opcode === opcodes.FOR_ITER_LIST) return listType
        if (opcode === opcodes.FOR_ITER_TUPLE) return tupleType
        if (opcode === opcodes.FOR_ITER_RANGE) return rangeType
        return opcode === opcodes.FOR_ITER_GEN ? generatorType : iterables.get(b.code.caches[at + 1])
    }
    return undefined
  }
}

function getIter(b: Builder, oparg: number): void {
  const iterable = b.peek(1)
  const isUnknown = iterable.known.kind === 'any' || (iterable.known.kind === 'object' && iterable.known.type === null)
  const met = isUnknown ? iterableMet(b) : undefined
  if (met !== undefined) b.guardType(iterable, met)
  const { type, kind } = iterable.known
  if (type === listType) {
    const list = b.pop()
    if (isOn.iterators) b.push(b.iterator('list', k.objectOf(listIteratorType), [list, b.constant(0)]))
    else b.push(b.one('_LIST_ITERATOR', [list], k.objectOf(listIteratorType)))
  } else if (type === rangeType) {
    const iterator = b.one('_RANGE_ITERATOR', [b.pop()], k.some, { effect: 'pure' })
    b.guardType(iterator, rangeIteratorType)
    b.push(
      isOn.iterators
        ? b.iterator('range', k.objectOf(rangeIteratorType), b.emit('_RANGE_PARTS', [iterator]))
        : iterator,
    )
  } else if (type === tupleType) {
    const tuple = b.pop()
    if (isOn.iterators) b.push(overTuple(b, [tuple, b.constant(0)]))
    else b.push(b.one('_TUPLE_ITERATOR', [tuple], k.objectOf(tupleIteratorType)))
  } else if (type === generatorType) return
  else if (
    kind === 'str' ||
    (type !== null && (plainIterables.has(type) || type === rangeIteratorType || type === listIteratorType))
  )
    b.push(b.one('_GET_ITER', [b.pop()], k.some, { effect: 'leaf' }))
  else lowerByExpansion(b, 'GET_ITER', oparg)
}

/** The iterator of a `range` call with a step of 1, whose GET_ITER is next: neither range nor iterator are made. */
export function countTo(b: Builder, start: Operand, stop: Operand): Operand | undefined {
  const opcode = unitAt(b.code, b.next) & 255
  if (!isOn.iterators || opcode !== opcodes.GET_ITER || leadersOf(b.code).has(b.next)) return undefined
  b.next = nextOf(b.code, b.next)
  const { low } = start.known
  const end = stop.known.low >= start.known.high ? stop : b.one('_MAX', [start, stop])
  const known = k.objectOf(rangeIteratorType).with({ low, high: Math.max(low, stop.known.high - 1) })
  return b.iterator('count', known, [start, end])
}

const overTuple = (b: Builder, parts: readonly Operand[]): Operand =>
  b.iterator('tuple', k.objectOf(tupleIteratorType), [...parts, b.one('_TUPLE_ITEMS', [parts[0]!])])

/** Takes the iterator on the stack apart with which a loop goes on, if nobody else has it. */
export function takeApart(b: Builder, value: Value | undefined, options: EmitOptions): void {
  if (!isOn.iterators || genericOpcode(unitAt(b.code, b.at) & 255) !== opcodes.FOR_ITER) return
  const iterator = b.peek(1)
  if (value instanceof PyGenerator && iterator.known.type === generatorType) return takeGeneratorApart(b, value)
  const isFree =
    (value instanceof PyRangeIterator || value instanceof PyListIterator || value instanceof PyTupleIterator) &&
    value.isOwn
  if (!isFree || iterator.known.type !== value.type) return
  b.pop()
  if (value instanceof PyListIterator)
    b.push(
      b.iterator('list', iterator.known, b.emit('_LIST_PARTS', [iterator], [k.objectOf(listType), k.int], options)),
    )
  else if (value instanceof PyTupleIterator)
    b.push(overTuple(b, b.emit('_TUPLE_PARTS', [iterator], [k.objectOf(tupleType), k.int], options)))
  else if (value.step === 1)
    b.push(b.iterator('count', iterator.known, b.emit('_COUNT_PARTS', [iterator], [], options)))
  else b.push(b.iterator('range', iterator.known, b.emit('_RANGE_PARTS', [iterator], [], options)))
}

export const loops: LowerTable = {
  FOR_ITER: forIter,
  GET_ITER: getIter,
}
