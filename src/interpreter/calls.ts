// Hot.
/**
 * Calling Python functions: making the callee's frame.
 *
 * A call with exactly the positional arguments that the function has parameters copies them; everything else goes through
 * `functionFrame`, which binds as initialize_locals (Python/ceval.c) does (parameter-binding.ts).
 */
import { hasFinalizer } from '../builtins/finalizers.ts'
import { findAttribute } from '../objects/attribute.ts'
import { dictType, objectType, tupleType, typeOf, typeType } from '../objects/builtin-types.ts'
import { CallEnd, PyForwarder, PyMethod } from '../objects/callable.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { Frame, FrameKind, PyFunction } from '../objects/frame.ts'
import { PyInstance } from '../objects/instance.ts'
import { itemsOf } from '../objects/iteration.ts'
import { NotImplemented } from '../objects/number.ts'
import { callSlot } from '../objects/slot-functions.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, type Str, textOf } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { dictMerge } from './building.ts'
import { finishOperator } from './operator-methods.ts'
import { bindParameters } from './parameter-binding.ts'
import { prepareCode } from './prepare.ts'

/** An empty frame for a call of the function. */
export function emptyFrame(func: PyFunction): Frame {
  const { code } = func
  if (code.template.length === 0) prepareCode(code)
  // Class bodies and the like have a namespace, which whoever runs them puts in; functions have none.
  return new Frame(code, func, func.globals, func.builtins, null)
}

/** The frame of `func(*args)` whose arguments are `self`, unless undefined, and the `count` values of `slots` from `first`. */
export function newFrameExact(
  func: PyFunction,
  self: Value | undefined,
  slots: readonly (Value | undefined)[],
  first: number,
  count: number,
): Frame {
  const frame = emptyFrame(func)
  const locals = frame.slots
  let at = 0
  if (self !== undefined) locals[at++] = self
  for (let i = 0; i < count; i++) locals[at++] = slots[first + i]
  return frame
}

export function newFrame1(func: PyFunction, argument: Value): Frame {
  const frame = emptyFrame(func)
  frame.slots[0] = argument
  return frame
}

export function newFrame2(func: PyFunction, first: Value, second: Value): Frame {
  const frame = emptyFrame(func)
  frame.slots[0] = first
  frame.slots[1] = second
  return frame
}

/** The frame of a call with any arguments. Raises TypeError when they do not fit. */
export function functionFrame(func: PyFunction, args: Value[], keywords: KeywordNames): Frame {
  const frame = emptyFrame(func)
  const { code } = func
  if (keywords === null && code.isSimple && args.length === code.argcount) {
    const { slots } = frame
    for (let i = 0; i < args.length; i++) slots[i] = args[i]
  } else bindParameters(func, frame.slots, args, keywords)
  return frame
}

/** Is an instance what object.__new__ makes, and nobody told when it is gone, so that only `__init__` is to be called? */
export const isPlainInstance = (type: PyType): boolean =>
  type.isHeap && type.new === objectType.new && (type.flags & TypeFlags.abstract) === 0 && !hasFinalizer(type)

/** What a call of `callable` comes down to calling; undefined if there is more to do. */
function calledIn(callable: Value): Value | undefined {
  if (callable instanceof PyMethod) return callable.func
  const type = typeOf(callable)
  const isInstance = type.call === callSlot
  if (callable instanceof PyForwarder && !isInstance) return callable.func
  const isPlain = isClass(callable) && isPlainInstance(callable)
  const method = isInstance ? type.lookup('__call__') : isPlain ? callable.lookup('__init__') : undefined
  return method instanceof PyFunction ? method : undefined
}

const isClass = (callable: Value): callable is PyType =>
  callable instanceof PyType && callable.type.call === typeType.call

/** Does a call enter a Python function in the end: by a method, a partial, an instance's `__call__`, a class's `__init__`? */
export function entersPython(callable: Value | undefined): boolean {
  while (callable !== undefined && !(callable instanceof PyFunction)) callable = calledIn(callable)
  return callable !== undefined
}

/** The frame that a call of `callable` enters; null if it enters none. */
export function pythonFrame(callable: Value, args: Value[], keywords: KeywordNames): Frame | null {
  if (callable instanceof PyFunction) return functionFrame(callable, args, keywords)
  if (!entersPython(callable)) return null
  const next = calledIn(callable)!
  if (callable instanceof PyForwarder && callable.func === next)
    return pythonFrame(next, ...callable.argumentsOf(args, keywords))
  if (!isClass(callable)) {
    args.unshift(callable instanceof PyMethod ? callable.self : callable)
    return pythonFrame(next, args, keywords)
  }
  const instance = new PyInstance(callable)
  args.unshift(instance)
  return asInit(functionFrame(next as PyFunction, args, keywords), instance)
}

/** Makes an instance of the class, whose type is plain, and the frame of its `__init__`. */
export function enterInit(
  type: PyType,
  init: PyFunction,
  slots: readonly (Value | undefined)[],
  first: number,
  count: number,
): Frame {
  const instance = new PyInstance(type)
  return asInit(newFrameExact(init, instance, slots, first, count), instance)
}

export function asInit(frame: Frame, instance: Value): Frame {
  frame.kind = FrameKind.init
  frame.instance = instance
  return frame
}

/** What the caller gets once the frame, of kind `init`, has returned `result`. */
export function initResult(frame: Frame, result: Value): Value {
  if (frame.instance === NotImplemented) return finishOperator(frame, result)
  if (frame.instance instanceof CallEnd) return frame.instance.end(result)
  checkInitResult(result)
  return frame.instance
}

export function checkInitResult(result: Value): void {
  if (result !== null) raiseTypeError(`__init__() should return None, not '${typeName(typeOf(result))}'`)
}

/** The arguments of `callable(*args, **keywords)`. */
export function unpackCall(
  callable: Value,
  self: Value | undefined,
  args: Value,
  keywords: Value | undefined,
): { args: Value[]; keywords: KeywordNames } {
  const positional =
    args instanceof PyTuple && args.type === tupleType ? args.items.slice() : unpackPositional(callable, args)
  if (self !== undefined) positional.unshift(self)
  if (keywords === undefined || keywords === null) return { args: positional, keywords: null }
  let dict = keywords as PyDict
  if (!(keywords instanceof PyDict && keywords.type === dictType)) {
    dict = new PyDict()
    dictMerge(dict, keywords, callable)
  }
  if (dict.size === 0) return { args: positional, keywords: null }
  const names: string[] = []
  for (let i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
    const name = asStr(dict.keys[i]!)
    if (name === undefined) raiseTypeError('keywords must be strings')
    names.push(textOf(name))
    positional.push(dict.values[i]!)
  }
  return { args: positional, keywords: names }
}

function unpackPositional(callable: Value, args: Value): Value[] {
  const type = typeOf(args)
  if (type.iter === null && type.subscript === null)
    raiseTypeError(`${nameForMessage(callable)} argument after * must be an iterable, not ${typeName(type)}`)
  return itemsOf(args)
}

/** `module.f()`, as _PyObject_FunctionStr names a callable in messages. */
export function nameForMessage(callable: Value): string {
  const find = (name: string): Str | undefined => asStr(findAttribute(callable, name) ?? null)
  const qualname = find('__qualname__')
  if (qualname === undefined) return strText(callable)
  const module = find('__module__')
  const prefix = module === undefined || module === 'builtins' ? '' : `${textOf(module)}.`
  return `${prefix}${textOf(qualname)}()`
}
