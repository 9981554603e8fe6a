/** Jumps, loops, and the end of frames. */
import { type NextPair, nextPairs } from '../../builtins/pair-iteration.ts'
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
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictValueIteratorType,
  listIteratorType,
  listReverseIteratorType,
  setIteratorType,
  tupleIteratorType,
} from '../../objects/iterators.ts'
import { rangeIteratorType } from '../../objects/range.ts'
import { strAsciiIteratorType } from '../../objects/str-iterator.ts'
import { PyType } from '../../objects/type.ts'
import type { Builder } from '../builder.ts'
import { genericOpcode, nextOf, targetOf, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import { isUnstable } from '../profile.ts'
import type { Edge, End } from '../region.ts'
import type { Operand } from '../state.ts'
import type { LowerTable } from './lower.ts'
import { lowerByExpansion } from './lower.ts'
import { leaveInlined } from './calls.ts'
import { enterMethod, finishOperator, isOperator, operatorResult } from './operator-methods.ts'
import { isCold } from './operators.ts'

const goto = (edge: Edge): End => ({ kind: 'goto', edge })

/** A jump that is taken if the operand is `value`. */
function jumpIf(b: Builder, condition: string, known: boolean | undefined): End {
  const target = targetOf(b.code, b.at)!
  if (known !== undefined) return goto(b.region.edgeTo(b, known ? target : b.next))
  const yes = b.region.edgeTo(b.fork(), target)
  const no = b.region.edgeTo(b, b.next)
  return { kind: 'if', condition, yes, no }
}

function popJump(b: Builder, wanted: boolean): End {
  const operand = b.pop()
  const { constant } = operand.known
  return jumpIf(b, wanted ? operand.text : `!${operand.text}`, constant === undefined ? undefined : constant === wanted)
}

function popJumpIfNone(b: Builder, wanted: boolean): End {
  const operand = b.pop()
  const { kind } = operand.known
  const known = kind === 'none' ? wanted : kind === 'any' ? undefined : !wanted
  return jumpIf(b, `${b.boxed(operand).text}${wanted ? '===' : '!=='}null`, known)
}

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
  const exhausted = b.fork()
  const yes = b.region.edgeTo(exhausted, targetOf(b.code, b.at)!)
  b.push(item)
  const no = b.region.edgeTo(b, b.next)
  return { kind: 'if', condition: `${item.text}===undefined`, yes, no }
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
  if (met !== dictItemIteratorType) b.emit('_GUARD_PAIRS', [iterator], [b.known(iterator)])
  return nextPair
}

/** FOR_ITER and the UNPACK_SEQUENCE behind it. */
function forPairs(b: Builder, iterator: Operand, nextPair: NextPair): End {
  const second = b.one('_NEXT_PAIR', [b.datum(nextPair), iterator], k.some, { effect: 'leaf' })
  const yes = b.region.edgeTo(b.fork(), targetOf(b.code, b.at)!)
  const first = b.apart(() => {
    b.push(second)
    b.push(b.one('_FIRST_OF_PAIR', [], k.some, { effect: 'leaf' }))
  })
  const no = b.region.edgeTo(b, nextOf(b.code, b.next))
  return {
    kind: 'if',
    condition: `${second.text}===undefined`,
    yes,
    no: { moves: first + no.moves, target: no.target },
  }
}

/** The items of a list of floats, without boxes. */
function forFloats(b: Builder, iterator: Operand): End {
  const condition = b.one('_FLOATS_LEFT', [iterator], k.bool).text
  const no = b.region.edgeTo(b.fork(), targetOf(b.code, b.at)!)
  const next = b.apart(() => b.push(b.one('_FLOATS_NEXT', [iterator], k.float)))
  const yes = b.region.edgeTo(b, b.next)
  return { kind: 'if', condition, yes: { moves: next + yes.moves, target: yes.target }, no }
}

/** What nests in the host's stack must not nest too deeply; and not at all in a program that may be suspended, or has threads. */
export function guardNesting(b: Builder): void {
  const V = b.region.vmName
  b.write(`if(${V}.nativeDepth>${V}.nestingLimit){${b.exit('depth')}}`)
}

function send(b: Builder): End | undefined {
  const value = b.peek(1)
  const receiver = b.peek(2)
  if (b.frame.context.parent !== null || b.region.unit.kind === 'function' || isCold(b)) {
    b.leave(isCold(b) ? 'cold' : 'unsupported')
    return undefined
  }
  guardNesting(b)
  const yielded = b.one('_SEND_NEXT', [receiver, value])
  b.pop()
  const finished = b.fork()
  const code = finished.apart(() => finished.push(finished.one('_SENT_RETURN', [])))
  const edge = b.region.edgeTo(finished, targetOf(b.code, b.at)!)
  b.push(yielded)
  const no = b.region.edgeTo(b, b.next)
  return {
    kind: 'if',
    condition: `${yielded.text}===undefined`,
    yes: { moves: code + edge.moves, target: edge.target },
    no,
  }
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
  if (type === listType) b.push(b.one('_LIST_ITERATOR', [b.pop()], k.objectOf(listIteratorType)))
  else if (type === rangeType) {
    const iterator = b.one('_RANGE_ITERATOR', [b.pop()], k.some, { effect: 'pure' })
    b.push(b.guardType(iterator, rangeIteratorType))
  } else if (type === tupleType) b.push(b.one('_TUPLE_ITERATOR', [b.pop()], k.objectOf(tupleIteratorType)))
  else if (type === generatorType) return
  else if (type !== null && (plainIterables.has(type) || type === rangeIteratorType || type === listIteratorType)) {
    b.push(b.one('_GET_ITER', [b.pop()], k.some, { effect: 'leaf' }))
  } else if (kind === 'str') b.push(b.one('_GET_ITER', [b.pop()], k.some, { effect: 'leaf' }))
  else lowerByExpansion(b, 'GET_ITER', oparg)
}

function returnValue(b: Builder): End | undefined {
  const { context } = b.frame
  if (context.parent === null) {
    const value = b.boxed(b.pop())
    b.write(b.region.returnText(value.text))
    b.ended = true
    return undefined
  }
  const { instance } = b.frame
  let value = b.pop()
  const finishes = instance !== null && isOperator(instance)
  if (finishes) {
    const result = operatorResult(b, value)
    if (result === undefined) {
      b.leave('unsupported')
      return undefined
    }
    value = result
  } else if (instance !== null) {
    if (value.known.kind !== 'none') {
      if (value.known.kind !== 'any') {
        b.push(value)
        b.leave('unsupported')
        return undefined
      }
      b.emit('_GUARD_NONE', [value], [k.none])
    }
    value = instance
  }
  leaveInlined(b)
  if (finishes) finishOperator(b, context.callAt, value)
  else b.push(value)
  return goto(b.region.edgeTo(b, context.returnTo))
}

/**
 * Suspends the generator: its frame's memory is made to hold what the next resumption will load. Where somebody takes the values (`hooks.resume`) it goes
 * on without that.
 */
function yieldValue(b: Builder): End | undefined {
  if (b.frame.context.parent !== null || b.region.unit.kind === 'function') {
    b.leave('unsupported')
    return undefined
  }
  const value = b.boxed(b.pop())
  const suspend = b.apart(() => {
    b.writeBack()
    b.write(`f.sp=${b.frame.sp};f.pc=${b.next};f.lasti=${b.at};return ${value.text};`)
  })
  if (b.region.unit.kind !== 'resume') {
    b.write(suspend)
    b.ended = true
    return undefined
  }
  b.push(b.constant(null))
  const yes = b.region.edgeTo(b, b.next)
  return {
    kind: 'if',
    condition: `s!==undefined&&s(${value.text})`,
    yes,
    no: { moves: suspend, target: null },
  }
}

export const control: LowerTable = {
  JUMP_FORWARD: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  JUMP_BACKWARD: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  JUMP_BACKWARD_NO_INTERRUPT: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  POP_JUMP_IF_FALSE: b => popJump(b, false),
  POP_JUMP_IF_TRUE: b => popJump(b, true),
  POP_JUMP_IF_NONE: b => popJumpIfNone(b, true),
  POP_JUMP_IF_NOT_NONE: b => popJumpIfNone(b, false),
  FOR_ITER: forIter,
  GET_ITER: getIter,
  RETURN_VALUE: returnValue,
  YIELD_VALUE: yieldValue,
  SEND: send,
}
