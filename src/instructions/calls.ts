/**
 * Calls. On the stack: the callable, `self` or nothing (undefined), and the arguments.
 *
 * A Python function is entered, not called: its frame is linked to this one and the dispatch loop goes on in it. Only builtins are
 * JavaScript calls.
 */
import { enterInit, functionFrame, newFrameExact, pythonFrame, unpackCall } from '../interpreter/calls.ts'
import type { CallCache, InitCache } from '../interpreter/inline-caches.ts'
import { isInstance, lengthOf } from '../interpreter/operations.ts'
import * as specializeCalls from '../interpreter/specialize-calls.ts'
import { setFunctionAttribute, makeFunction } from '../interpreter/functions.ts'
import { strType, tupleType, typeOf, typeType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyBuiltinFunction, PyMethod, PyMethodDescriptor } from '../objects/callable.ts'
import { PyFunction } from '../objects/frame.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { str } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import {
  adaptive,
  cache,
  code,
  enterFrame,
  exitUnless,
  instruction,
  oparg,
  pc,
  slots,
  specialization,
  uop,
  type Elsewhere,
  type Region,
  type Unbound,
  type Values,
} from './kit.ts'

export const _SPECIALIZE_CALL = uop(
  (callable: Value, self: Unbound, first: Region<'oparg'>): [Value, Unbound, number] => {
    specializeCalls.call(code, pc, oparg, callable, self, slots, first)
    return [callable, self, first]
  },
)
export const _CALL = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value | Elsewhere => {
  if (self !== undefined) args.unshift(self)
  const callee = pythonFrame(callable, args, null)
  if (callee === null) return call(callable, args)
  return enterFrame(callee)
})
export const CALL = adaptive(_SPECIALIZE_CALL, _CALL)

/** Exactly as many positional arguments as the function has parameters, and nothing to fill in. */
export const _PY_FRAME_EXACT = uop((callable: Value, self: Unbound, first: Region<'oparg'>): Elsewhere => {
  exitUnless(callable instanceof PyFunction && callable.version === cache<CallCache>().version)
  return enterFrame(newFrameExact(callable, self, slots, first, oparg))
})
export const CALL_PY_EXACT_ARGS = specialization('CALL', _PY_FRAME_EXACT)
export const _PY_FRAME_GENERAL = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Elsewhere => {
  exitUnless(callable instanceof PyFunction && callable.version === cache<CallCache>().version)
  if (self !== undefined) args.unshift(self)
  return enterFrame(functionFrame(callable, args, null))
})
export const CALL_PY_GENERAL = specialization('CALL', _PY_FRAME_GENERAL)
export const _BOUND_METHOD_FRAME_EXACT = uop((callable: Value, self: Unbound, first: Region<'oparg'>): Elsewhere => {
  exitUnless(callable instanceof PyMethod && self === undefined)
  const func = callable.func
  exitUnless(func instanceof PyFunction && func.version === cache<CallCache>().version)
  return enterFrame(newFrameExact(func, callable.self, slots, first, oparg))
})
export const CALL_BOUND_METHOD_EXACT_ARGS = specialization('CALL', _BOUND_METHOD_FRAME_EXACT)
export const _BOUND_METHOD_FRAME_GENERAL = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Elsewhere => {
  exitUnless(callable instanceof PyMethod && self === undefined)
  const func = callable.func
  exitUnless(func instanceof PyFunction && func.version === cache<CallCache>().version)
  args.unshift(callable.self)
  return enterFrame(functionFrame(func, args, null))
})
export const CALL_BOUND_METHOD_GENERAL = specialization('CALL', _BOUND_METHOD_FRAME_GENERAL)
/** A class whose instances are plain and whose `__init__` is in Python: makes the instance and enters `__init__`. */
export const _ENTER_INIT = uop((callable: Value, self: Unbound, first: Region<'oparg'>): Elsewhere => {
  const known = cache<InitCache>()
  exitUnless(callable instanceof PyType && callable.version === known.typeVersion && self === undefined)
  exitUnless(known.init.version === known.version)
  return enterFrame(enterInit(callable, known.init, slots, first, oparg))
})
export const CALL_ALLOC_AND_ENTER_INIT = specialization('CALL', _ENTER_INIT)

export const _CALL_TYPE_1 = uop((callable: Value, self: Unbound, arg: Value): Value => {
  exitUnless(callable === typeType && self === undefined)
  return typeOf(arg)
})
export const CALL_TYPE_1 = specialization('CALL', _CALL_TYPE_1)
export const _CALL_STR_1 = uop((callable: Value, self: Unbound, arg: Value): Value => {
  exitUnless(callable === strType && self === undefined)
  return str(arg)
})
export const CALL_STR_1 = specialization('CALL', _CALL_STR_1)
export const _CALL_TUPLE_1 = uop((callable: Value, self: Unbound, arg: Value): Value => {
  exitUnless(callable === tupleType && self === undefined)
  return arg instanceof PyTuple && arg.type === tupleType ? arg : new PyTuple(itemsOf(arg))
})
export const CALL_TUPLE_1 = specialization('CALL', _CALL_TUPLE_1)
export const _CALL_BUILTIN_CLASS = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value => {
  exitUnless(callable instanceof PyType && self === undefined)
  return call(callable, args)
})
export const CALL_BUILTIN_CLASS = specialization('CALL', _CALL_BUILTIN_CLASS)

/** A builtin function of one positional-only parameter without conversion. */
export const _CALL_BUILTIN_O = uop((callable: Value, self: Unbound, arg: Value): Value => {
  exitUnless(callable instanceof PyBuiltinFunction && self === undefined)
  const known = cache<CallCache>()
  exitUnless(callable.builtin === known.builtin)
  const result = known.passesSelf ? known.implementation(callable.self, arg) : known.implementation(arg)
  return result === undefined ? null : result
})
export const CALL_BUILTIN_O = specialization('CALL', _CALL_BUILTIN_O)
export const _CALL_BUILTIN_FAST = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value => {
  exitUnless(callable instanceof PyBuiltinFunction && self === undefined)
  return callable.builtin.call(callable.self, args, null)
})
export const CALL_BUILTIN_FAST = specialization('CALL', _CALL_BUILTIN_FAST)
export const CALL_BUILTIN_FAST_WITH_KEYWORDS = specialization('CALL', _CALL_BUILTIN_FAST)
export const _CALL_LEN = uop((callable: Value, self: Unbound, arg: Value): Value => {
  exitUnless(self === undefined && callable === cache<CallCache>().callable)
  return lengthOf(arg)
})
export const CALL_LEN = specialization('CALL', _CALL_LEN)
export const _CALL_ISINSTANCE = uop((callable: Value, self: Unbound, instance: Value, type: Value): Value => {
  exitUnless(self === undefined && callable === cache<CallCache>().callable)
  return isInstance(instance, type)
})
export const CALL_ISINSTANCE = specialization('CALL', _CALL_ISINSTANCE)
export const _CALL_LIST_APPEND = uop((callable: Value, list: Unbound, arg: Value): Value => {
  exitUnless(callable === cache<CallCache>().callable && list instanceof PyList)
  list.push(arg)
  return null
})
export const CALL_LIST_APPEND = specialization('CALL', _CALL_LIST_APPEND)

/** Methods of builtin types come unbound, with the instance as `self`, whose type was checked when the attribute was loaded. */
export const _CALL_METHOD_DESCRIPTOR_NOARGS = uop((callable: Value, self: Unbound): Value => {
  const known = cache<CallCache>()
  exitUnless(callable === known.callable && self !== undefined && typeOf(self).isSubtypeOf(known.owner))
  const result = known.implementation(self)
  return result === undefined ? null : result
})
export const CALL_METHOD_DESCRIPTOR_NOARGS = specialization('CALL', _CALL_METHOD_DESCRIPTOR_NOARGS)
export const _CALL_METHOD_DESCRIPTOR_O = uop((callable: Value, self: Unbound, arg: Value): Value => {
  const known = cache<CallCache>()
  exitUnless(callable === known.callable && self !== undefined && typeOf(self).isSubtypeOf(known.owner))
  const result = known.implementation(self, arg)
  return result === undefined ? null : result
})
export const CALL_METHOD_DESCRIPTOR_O = specialization('CALL', _CALL_METHOD_DESCRIPTOR_O)
export const _CALL_METHOD_DESCRIPTOR_FAST = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value => {
  exitUnless(callable instanceof PyMethodDescriptor && self !== undefined && callable === cache<CallCache>().callable)
  exitUnless(typeOf(self).isSubtypeOf(callable.owner))
  return callable.builtin.call(self, args, null)
})
export const CALL_METHOD_DESCRIPTOR_FAST = specialization('CALL', _CALL_METHOD_DESCRIPTOR_FAST)
export const CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS = specialization('CALL', _CALL_METHOD_DESCRIPTOR_FAST)

export const _CALL_NON_PY_GENERAL = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value => {
  exitUnless(!(callable instanceof PyFunction) && !(callable instanceof PyMethod))
  if (self !== undefined) args.unshift(self)
  return call(callable, args)
})
export const CALL_NON_PY_GENERAL = specialization('CALL', _CALL_NON_PY_GENERAL)

// Calls with keyword arguments, whose names are in a tuple of constants on top.

export const _SPECIALIZE_CALL_KW = uop(
  (callable: Value, self: Unbound, first: Region<'oparg'>, names: Value): [Value, Unbound, number, Value] => {
    specializeCalls.callKw(code, pc, callable)
    return [callable, self, first, names]
  },
)
export const _CALL_KW = uop(
  (callable: Value, self: Unbound, args: Values<'oparg'>, names: Value): Value | Elsewhere => {
    if (self !== undefined) args.unshift(self)
    const keywords = (names as PyTuple).items as KeywordNames
    const callee = pythonFrame(callable, args, keywords)
    if (callee === null) return call(callable, args, keywords)
    return enterFrame(callee)
  },
)
export const CALL_KW = adaptive(_SPECIALIZE_CALL_KW, _CALL_KW)
export const _PY_FRAME_KW = uop((callable: Value, self: Unbound, args: Values<'oparg'>, names: Value): Elsewhere => {
  exitUnless(callable instanceof PyFunction && callable.version === cache<CallCache>().version)
  if (self !== undefined) args.unshift(self)
  return enterFrame(functionFrame(callable, args, (names as PyTuple).items as KeywordNames))
})
export const CALL_KW_PY = specialization('CALL_KW', _PY_FRAME_KW)
export const _BOUND_METHOD_FRAME_KW = uop(
  (callable: Value, self: Unbound, args: Values<'oparg'>, names: Value): Elsewhere => {
    exitUnless(callable instanceof PyMethod && self === undefined)
    const func = callable.func
    exitUnless(func instanceof PyFunction && func.version === cache<CallCache>().version)
    args.unshift(callable.self)
    return enterFrame(functionFrame(func, args, (names as PyTuple).items as KeywordNames))
  },
)
export const CALL_KW_BOUND_METHOD = specialization('CALL_KW', _BOUND_METHOD_FRAME_KW)
export const _CALL_KW_NON_PY = uop((callable: Value, self: Unbound, args: Values<'oparg'>, names: Value): Value => {
  exitUnless(!(callable instanceof PyFunction) && !(callable instanceof PyMethod))
  if (self !== undefined) args.unshift(self)
  return call(callable, args, (names as PyTuple).items as KeywordNames)
})
export const CALL_KW_NON_PY = specialization('CALL_KW', _CALL_KW_NON_PY)

/** `f(*args, **kwargs)`. */
export const _CALL_FUNCTION_EX = uop(
  (callable: Value, self: Unbound, args: Value, keywords: Unbound): Value | Elsewhere => {
    const unpacked = unpackCall(callable, self, args, keywords)
    const callee = pythonFrame(callable, unpacked.args, unpacked.keywords)
    if (callee === null) return call(callable, unpacked.args, unpacked.keywords)
    return enterFrame(callee)
  },
)
export const CALL_FUNCTION_EX = instruction(_CALL_FUNCTION_EX)

export const _MAKE_FUNCTION = uop((codeObject: Value): Value => makeFunction(codeObject))
export const MAKE_FUNCTION = instruction(_MAKE_FUNCTION)
export const _SET_FUNCTION_ATTRIBUTE = uop((attribute: Value, func: Value): Value => {
  setFunctionAttribute(func, oparg, attribute)
  return func
})
export const SET_FUNCTION_ATTRIBUTE = instruction(_SET_FUNCTION_ATTRIBUTE)
