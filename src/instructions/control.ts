/** Jumps, iteration, generators, frames' beginning and end, exceptions, `with`. */
import {
  cleanupThrow,
  getAiter,
  getAnext,
  getAwaitable,
  getYieldFromIter,
  isStopAsyncIteration,
  startGenerator,
  canEnter,
  resumeFrame,
  sendTo,
} from '../interpreter/generators.ts'
import {
  intrinsic1,
  intrinsic2,
  isMapping,
  isPatternSequence,
  loadSpecialMethod,
  withExceptStart,
} from '../interpreter/operations.ts'
import { matchClass, matchKeys } from '../interpreter/patterns.ts'
import { exceptionRaised, popExcept, pushExcInfo, reraised } from '../interpreter/raising.ts'
import * as specialize from '../interpreter/specialize.ts'
import { enterExecutor, tierUp } from '../interpreter/tier-up.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { ended, PyGenerator } from '../objects/generator.ts'
import { iterNext, loopIterator } from '../objects/iteration.ts'
import { PyListIterator, PyTupleIterator } from '../objects/iterators.ts'
import { PyRangeIterator } from '../objects/range.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import {
  adaptive,
  code,
  enterFrame,
  exitUnless,
  frame,
  instruction,
  jumpBy,
  leaveFrame,
  oparg,
  outcome,
  pause,
  pc,
  peek,
  raiseThrown,
  skipBy,
  sp,
  specialization,
  units,
  uop,
  yieldValue,
  type Elsewhere,
  type Unbound,
} from './kit.ts'

// Beginning, end, and the eval breaker. A back edge and the beginning of a frame cost one unit of the budget.

export const _CHECK_BREAKER = uop((): undefined | Elsewhere => {
  if (--vm.budget < 0) return pause()
})
/** Counters that make tier 2 begin (interpreter/tier-up.ts). */
export const _COUNT_ENTRY = uop(() => {
  if (--code.warmth < 0) tierUp.entry(frame, pc - 1, sp)
})
export const _COUNT_BACK_EDGE = uop(() => {
  if (--units[pc]! < 0) tierUp.backEdge(frame, pc - 1, sp)
})
export const RESUME = instruction(_CHECK_BREAKER, _COUNT_ENTRY)
export const RESUME_CHECK = instruction(_CHECK_BREAKER, _COUNT_ENTRY)
/** Takes the place of a RESUME or a JUMP_BACKWARD from which compiled code begins. */
export const _ENTER_EXECUTOR = uop((): Elsewhere => outcome(enterExecutor(frame, pc - 1, sp)))
export const ENTER_EXECUTOR = instruction(_ENTER_EXECUTOR)

/** Put in the place of the next instruction of a frame that is to be stepped through: interpreter/stepping.ts goes on from there. */
export const _STEP = uop((): Elsewhere => pause())
export const INSTRUMENTED_LINE = instruction(_STEP)

export const _RETURN_VALUE = uop((value: Value): Elsewhere => leaveFrame(value))
export const RETURN_VALUE = instruction(_RETURN_VALUE)
export const _RETURN_GENERATOR = uop((): Elsewhere => leaveFrame(startGenerator(frame, pc)))
export const RETURN_GENERATOR = instruction(_RETURN_GENERATOR)
export const _YIELD_VALUE = uop((value: Value): Elsewhere => yieldValue(value))
export const YIELD_VALUE = instruction(_YIELD_VALUE)

// Jumps. Backward ones count from the end of the instruction as well. A conditional jump that is not taken skips the NOT_TAKEN
// that the compiler puts after each of them for the benefit of sys.monitoring.

export const _JUMP_FORWARD = uop(() => {
  jumpBy(oparg)
})
export const JUMP_FORWARD = instruction(_JUMP_FORWARD)
export const _JUMP_BACKWARD = uop(() => {
  jumpBy(-oparg)
})
export const JUMP_BACKWARD = instruction(_CHECK_BREAKER, _COUNT_BACK_EDGE, _JUMP_BACKWARD)
export const JUMP_BACKWARD_NO_JIT = instruction(_CHECK_BREAKER, _JUMP_BACKWARD)
export const JUMP_BACKWARD_NO_INTERRUPT = instruction(_JUMP_BACKWARD)
export const _POP_JUMP_IF_FALSE = uop((condition: Value) => {
  jumpBy(condition === false ? oparg : 1)
})
export const POP_JUMP_IF_FALSE = instruction(_POP_JUMP_IF_FALSE)
export const _POP_JUMP_IF_TRUE = uop((condition: Value) => {
  jumpBy(condition === true ? oparg : 1)
})
export const POP_JUMP_IF_TRUE = instruction(_POP_JUMP_IF_TRUE)
export const _POP_JUMP_IF_NONE = uop((value: Value) => {
  jumpBy(value === null ? oparg : 1)
})
export const POP_JUMP_IF_NONE = instruction(_POP_JUMP_IF_NONE)
export const _POP_JUMP_IF_NOT_NONE = uop((value: Value) => {
  jumpBy(value !== null ? oparg : 1)
})
export const POP_JUMP_IF_NOT_NONE = instruction(_POP_JUMP_IF_NOT_NONE)

// Iteration. At the end FOR_ITER skips the END_FOR that follows the loop; POP_ITER then drops the iterator.

export const _GET_ITER = uop((iterable: Value): Value => loopIterator(iterable))
export const GET_ITER = instruction(_GET_ITER)

export const _SPECIALIZE_FOR_ITER = uop((iterator: Value): Value => {
  specialize.forIter(code, pc, iterator)
  return iterator
})
/** A generator's frame is entered even here, where a call would do as well: so that it may wait (interpreter/suspension.ts). */
export const _FOR_ITER = uop((iterator: Value): [Value, Value | Elsewhere] | Elsewhere => {
  if (canEnter(iterator)) return [iterator, enterFrame(resumeFrame(iterator, null))]
  const next = iterNext(iterator)
  if (next === undefined) return skipBy(oparg + 1)
  return [iterator, next]
})
export const FOR_ITER = adaptive(_SPECIALIZE_FOR_ITER, _FOR_ITER)

export const _ITER_CHECK_LIST = uop((iterator: Value): PyListIterator => {
  exitUnless(iterator instanceof PyListIterator)
  return iterator
})
export const _ITER_NEXT_LIST = uop((iterator: PyListIterator): [PyListIterator, Value] | Elsewhere => {
  const list = iterator.list
  if (list === null) return skipBy(oparg + 1)
  const index = iterator.index
  if (index >= (list.floats === null ? list.items.length : list.floats.length)) {
    iterator.list = null
    return skipBy(oparg + 1)
  }
  iterator.index = index + 1
  return [iterator, list.floats === null ? list.items[index]! : new PyFloat(list.floats[index]!)]
})
export const FOR_ITER_LIST = specialization('FOR_ITER', _ITER_CHECK_LIST, _ITER_NEXT_LIST)

export const _ITER_CHECK_TUPLE = uop((iterator: Value): PyTupleIterator => {
  exitUnless(iterator instanceof PyTupleIterator)
  return iterator
})
export const _ITER_NEXT_TUPLE = uop((iterator: PyTupleIterator): [PyTupleIterator, Value] | Elsewhere => {
  const tuple = iterator.tuple
  if (tuple === null) return skipBy(oparg + 1)
  const item = tuple.items[iterator.index]
  if (item === undefined) {
    iterator.tuple = null
    return skipBy(oparg + 1)
  }
  iterator.index++
  return [iterator, item]
})
export const FOR_ITER_TUPLE = specialization('FOR_ITER', _ITER_CHECK_TUPLE, _ITER_NEXT_TUPLE)

export const _ITER_CHECK_RANGE = uop((iterator: Value): PyRangeIterator => {
  exitUnless(iterator instanceof PyRangeIterator)
  return iterator
})
export const _ITER_NEXT_RANGE = uop((iterator: PyRangeIterator): [PyRangeIterator, Value] | Elsewhere => {
  const current = iterator.current
  if (current === iterator.stop) return skipBy(oparg + 1)
  iterator.current = current + iterator.step
  return [iterator, current]
})
export const FOR_ITER_RANGE = specialization('FOR_ITER', _ITER_CHECK_RANGE, _ITER_NEXT_RANGE)

/** A generator in a for loop: its frame is entered, and its end jumps as the loop's end does. */
export const _FOR_ITER_GEN_FRAME = uop((iterator: Value): [Value, Elsewhere] => {
  exitUnless(iterator instanceof PyGenerator && iterator.frame !== null && !iterator.running)
  return [iterator, enterFrame(resumeFrame(iterator, null))]
})
export const FOR_ITER_GEN = specialization('FOR_ITER', _FOR_ITER_GEN_FRAME)

// Generators and coroutines.

export const _SPECIALIZE_SEND = uop((receiver: Value, value: Value): [Value, Value] => {
  specialize.send(code, pc, receiver)
  return [receiver, value]
})
export const _SEND = uop((receiver: Value, value: Value): [Value, Value | Elsewhere] => {
  if (canEnter(receiver)) return [receiver, enterFrame(resumeFrame(receiver, value))]
  const sent = sendTo(receiver, value)
  if (sent !== undefined) return [receiver, sent]
  jumpBy(oparg)
  return [receiver, ended.value]
})
export const SEND = adaptive(_SPECIALIZE_SEND, _SEND)
export const _SEND_GEN_FRAME = uop((receiver: Value, value: Value): [Value, Elsewhere] => {
  exitUnless(receiver instanceof PyGenerator && receiver.frame !== null && !receiver.running)
  return [receiver, enterFrame(resumeFrame(receiver, value))]
})
export const SEND_GEN = specialization('SEND', _SEND_GEN_FRAME)

export const _GET_YIELD_FROM_ITER = uop((iterable: Value): Value => getYieldFromIter(frame, iterable))
export const GET_YIELD_FROM_ITER = instruction(_GET_YIELD_FROM_ITER)
export const _GET_AWAITABLE = uop((iterable: Value): Value => getAwaitable(iterable, oparg))
export const GET_AWAITABLE = instruction(_GET_AWAITABLE)
export const _GET_AITER = uop((iterable: Value): Value => getAiter(iterable))
export const GET_AITER = instruction(_GET_AITER)
export const _GET_ANEXT = uop((iterator: Value): [Value, Value] => [iterator, getAnext(iterator)])
export const GET_ANEXT = instruction(_GET_ANEXT)
/** StopAsyncIteration ends the loop; anything else goes on up. */
export const _END_ASYNC_FOR = uop((_awaitable: Value, exception: Value): void | Elsewhere => {
  if (!isStopAsyncIteration(exception)) return raiseThrown(reraised(exception, undefined))
})
export const END_ASYNC_FOR = instruction(_END_ASYNC_FOR)
export const _CLEANUP_THROW = uop((_iterator: Value, _last: Value, exception: Value): [Value, Value] => [
  null,
  cleanupThrow(frame, exception),
])
export const CLEANUP_THROW = instruction(_CLEANUP_THROW)

// Exceptions.

export const _PUSH_EXC_INFO = uop((exception: Value): [Value, Value] => [pushExcInfo(exception), exception])
export const PUSH_EXC_INFO = instruction(_PUSH_EXC_INFO)
export const _POP_EXCEPT = uop((previous: Value) => {
  popExcept(previous)
})
export const POP_EXCEPT = instruction(_POP_EXCEPT)
export const _RAISE_VARARGS = uop(
  (): Elsewhere => raiseThrown(exceptionRaised(oparg > 0 ? peek(oparg) : undefined, oparg > 1 ? peek(1) : undefined)),
)
export const RAISE_VARARGS = instruction(_RAISE_VARARGS)
export const _RERAISE = uop(
  (exception: Value): Elsewhere => raiseThrown(reraised(exception, oparg > 0 ? peek(oparg + 1) : undefined)),
)
export const RERAISE = instruction(_RERAISE)

// `with`.

export const _LOAD_SPECIAL = uop((owner: Value): [Value, Unbound] => {
  const method = loadSpecialMethod(owner, oparg)
  return [method.callable, method.self]
})
export const LOAD_SPECIAL = instruction(_LOAD_SPECIAL)
/** Calls `__exit__(type, exception, traceback)`, which lies below the exception's previous one and its lasti. */
export const _WITH_EXCEPT_START = uop((exception: Value): [Value, Value] => [
  exception,
  withExceptStart(peek(5)!, peek(4), exception),
])
export const WITH_EXCEPT_START = instruction(_WITH_EXCEPT_START)

// Patterns.

export const _GET_LEN = uop((subject: Value): [Value, Value] => [subject, typeOf(subject).length!(subject)])
export const GET_LEN = instruction(_GET_LEN)
export const _MATCH_MAPPING = uop((subject: Value): [Value, Value] => [subject, isMapping(subject)])
export const MATCH_MAPPING = instruction(_MATCH_MAPPING)
export const _MATCH_SEQUENCE = uop((subject: Value): [Value, Value] => [subject, isPatternSequence(subject)])
export const MATCH_SEQUENCE = instruction(_MATCH_SEQUENCE)
export const _MATCH_KEYS = uop((subject: Value, keys: Value): [Value, Value, Value] => [
  subject,
  keys,
  matchKeys(subject, keys),
])
export const MATCH_KEYS = instruction(_MATCH_KEYS)
export const _MATCH_CLASS = uop(
  (subject: Value, type: Value, names: Value): Value => matchClass(subject, type, oparg, names),
)
export const MATCH_CLASS = instruction(_MATCH_CLASS)

// Intrinsics: what is too rare for an instruction of its own.

export const _CALL_INTRINSIC_1 = uop((value: Value): Value => intrinsic1(frame, oparg, value))
export const CALL_INTRINSIC_1 = instruction(_CALL_INTRINSIC_1)
export const _CALL_INTRINSIC_2 = uop((first: Value, second: Value): Value => intrinsic2(oparg, first, second))
export const CALL_INTRINSIC_2 = instruction(_CALL_INTRINSIC_2)
