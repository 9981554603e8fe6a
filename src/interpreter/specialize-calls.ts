/** Specialization of CALL and CALL_KW: by what is called, and with how many arguments. */
import { opcodes } from '../compiler/generated/opcodes.ts'
import { listType, strType, tupleType, typeOf, typeType } from '../objects/builtin-types.ts'
import { PyBuiltinFunction, PyMethod, PyMethodDescriptor } from '../objects/callable.ts'
import { PyFunction, type PyCode } from '../objects/frame.ts'
import { callSlot } from '../objects/slot-functions.ts'
import { Builtin } from '../objects/signature.ts'
import type { Signature } from '../objects/signature-text.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { entersPython, isPlainInstance } from './calls.ts'
import { CallCache, FunctionCache, InitCache } from './inline-caches.ts'
import { prepareCode } from './prepare.ts'
import { fail, succeed } from './specialization-site.ts'

type Slots = readonly (Value | undefined)[]

export function call(
  code: PyCode,
  at: number,
  count: number,
  callable: Value,
  self: Value | undefined,
  slots: Slots,
  first: number,
): void {
  const total = self === undefined ? count : count + 1
  if (callable instanceof PyFunction) return pythonFunction(code, at, callable, total, 'plain')
  if (callable instanceof PyMethod && self === undefined) {
    if (callable.func instanceof PyFunction) return pythonFunction(code, at, callable.func, total + 1, 'bound')
    return fail(code, at, `a method of a ${typeName(typeOf(callable.func))}`)
  }
  if (callable instanceof PyType && self === undefined) return classCall(code, at, callable, count)
  if (callable instanceof PyBuiltinFunction && self === undefined)
    return builtinCall(code, at, callable, count, slots[first])
  if (callable instanceof PyMethodDescriptor && self !== undefined) return methodCall(code, at, callable, self, count)
  otherCall(code, at, callable, opcodes.CALL_NON_PY_GENERAL)
}

/** The general form enters what can be entered; this one leaves it to JavaScript. */
function otherCall(code: PyCode, at: number, callable: Value, form: number): void {
  if (!entersPython(callable)) return succeed(code, at, form, undefined)
  const type = typeOf(callable)
  const method = type.call === callSlot ? type.lookup('__call__') : undefined
  const note = method instanceof PyFunction ? new FunctionCache(type, method) : undefined
  fail(code, at, `a ${typeName(type)} that enters Python`, note)
}

function pythonFunction(code: PyCode, at: number, func: PyFunction, total: number, kind: 'plain' | 'bound'): void {
  if (func.code.template.length === 0) prepareCode(func.code)
  const cache = new CallCache(func.version, func, null, typeType)
  const isExact = func.code.isSimple && func.code.argcount === total
  const form =
    kind === 'plain'
      ? isExact
        ? opcodes.CALL_PY_EXACT_ARGS
        : opcodes.CALL_PY_GENERAL
      : isExact
        ? opcodes.CALL_BOUND_METHOD_EXACT_ARGS
        : opcodes.CALL_BOUND_METHOD_GENERAL
  succeed(code, at, form, cache)
}

function classCall(code: PyCode, at: number, type: PyType, count: number): void {
  if (count === 1 && type === typeType) return succeed(code, at, opcodes.CALL_TYPE_1, undefined)
  if (count === 1 && type === strType) return succeed(code, at, opcodes.CALL_STR_1, undefined)
  if (count === 1 && type === tupleType) return succeed(code, at, opcodes.CALL_TUPLE_1, undefined)
  const init = type.lookup('__init__')
  if (
    init instanceof PyFunction &&
    isPlainInstance(type) &&
    init.code.isSimple &&
    init.code.argcount === count + 1 &&
    type.type.call === typeType.call
  ) {
    if (init.code.template.length === 0) prepareCode(init.code)
    return succeed(code, at, opcodes.CALL_ALLOC_AND_ENTER_INIT, new InitCache(type, init))
  }
  otherCall(code, at, type, opcodes.CALL_BUILTIN_CLASS)
}

function builtinCall(
  code: PyCode,
  at: number,
  callable: PyBuiltinFunction,
  count: number,
  argument: Value | undefined,
): void {
  const { builtin } = callable
  const named = callable.module === 'builtins' ? builtin.name : undefined
  const measured = named === 'len' && count === 1 ? typeOf(argument!) : null
  const cache = new CallCache(0, callable, builtin, typeType, measured)
  if (measured !== null) return succeed(code, at, opcodes.CALL_LEN, cache)
  if (named === 'isinstance' && count === 2) return succeed(code, at, opcodes.CALL_ISINSTANCE, cache)
  if (bindsItself(builtin)) return succeed(code, at, opcodes.CALL_BUILTIN_FAST_WITH_KEYWORDS, cache)
  const { signature } = builtin
  if (signature.isPlain && count === 1 && takesAsGiven(signature, 1))
    return succeed(code, at, opcodes.CALL_BUILTIN_O, cache)
  succeed(code, at, signature.isPlain ? opcodes.CALL_BUILTIN_FAST : opcodes.CALL_BUILTIN_FAST_WITH_KEYWORDS, cache)
}

/** Does a call with `count` arguments fit, and need no default to be filled in? */
const takesAsGiven = ({ required, positional, fallbacks }: Signature, count: number): boolean =>
  required <= count && positional >= count && fallbacks.every((fallback, i) => i < count || fallback === undefined)

/** Does the builtin read its arguments itself (`__new__`, `print`, `max`)? Then its signature is text for people. */
const bindsItself = (builtin: Builtin): boolean => builtin.call !== Builtin.prototype.call

function methodCall(code: PyCode, at: number, callable: PyMethodDescriptor, self: Value, count: number): void {
  const { builtin, owner } = callable
  if (!typeOf(self).isSubtypeOf(owner)) return fail(code, at, 'a method of another type')
  const cache = new CallCache(0, callable, builtin, owner)
  if (owner === listType && builtin.name === 'append' && count === 1 && typeOf(self) === listType)
    return succeed(code, at, opcodes.CALL_LIST_APPEND, cache)
  if (bindsItself(builtin)) return succeed(code, at, opcodes.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS, cache)
  const { signature } = builtin
  const fits = signature.isPlain && takesAsGiven(signature, count)
  if (fits && count === 0) return succeed(code, at, opcodes.CALL_METHOD_DESCRIPTOR_NOARGS, cache)
  if (fits && count === 1) return succeed(code, at, opcodes.CALL_METHOD_DESCRIPTOR_O, cache)
  const form = signature.isPlain
    ? opcodes.CALL_METHOD_DESCRIPTOR_FAST
    : opcodes.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS
  succeed(code, at, form, cache)
}

export function callKw(code: PyCode, at: number, callable: Value): void {
  if (callable instanceof PyFunction)
    return succeed(code, at, opcodes.CALL_KW_PY, new CallCache(callable.version, callable, null, typeType))
  if (callable instanceof PyMethod) {
    if (!(callable.func instanceof PyFunction)) return fail(code, at, 'a method of a builtin')
    const cache = new CallCache(callable.func.version, callable.func, null, typeType)
    return succeed(code, at, opcodes.CALL_KW_BOUND_METHOD, cache)
  }
  otherCall(code, at, callable, opcodes.CALL_KW_NON_PY)
}
