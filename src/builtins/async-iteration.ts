/** `aiter` and `anext`, and the awaitable that `anext` with a default answers. As Python/bltinmodule.c and Objects/iterobject.c. */
import { CO_ITERABLE_COROUTINE } from '../compiler/code.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { stopAsyncIterationType } from '../objects/exception-types.ts'
import { isGenerator } from '../objects/generator.ts'
import { isIterator, makeStopIteration } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import { TypeFlags, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

/** `aiter(value)`. */
export function asyncIterator(value: Value): Value {
  const type = typeOf(value)
  if (type.aiter === null) raiseTypeError(`'${typeName(type)}' object is not an async iterable`)
  const iterator = type.aiter(value)
  const made = typeOf(iterator)
  if (made.anext === null) raiseTypeError(`aiter() returned not an async iterator of type '${typeName(made)}'`)
  return iterator
}

const anextAwaitableType = builtinType('anext_awaitable', { flags: TypeFlags.noInstantiation })

/** Awaits what `__anext__` answered; StopAsyncIteration becomes the default. */
class PyAnextAwaitable extends PyObject {
  readonly wrapped: Value
  readonly otherwise: Value
  /** What the StopIteration at the end carries. */
  returned: Value
  constructor(wrapped: Value, otherwise: Value) {
    super(anextAwaitableType)
    this.wrapped = wrapped
    this.otherwise = otherwise
    this.returned = null
  }
}

/** `anext(iterator)` and `anext(iterator, default)`. */
export function nextOrDefault(iterator: Value, otherwise: Value | undefined): Value {
  const type = typeOf(iterator)
  if (type.anext === null) raiseTypeError(`'${typeName(type)}' object is not an async iterator`)
  const awaitable = type.anext(iterator)
  return otherwise === undefined ? awaitable : new PyAnextAwaitable(awaitable, otherwise)
}

/** The iterator that awaiting the wrapped awaitable walks. */
function awaitableIterator({ wrapped }: PyAnextAwaitable): Value {
  const type = typeOf(wrapped)
  // What `types.coroutine` has made of a generator function.
  if (isGenerator(wrapped) && (wrapped.code.flags & CO_ITERABLE_COROUTINE) !== 0) return wrapped
  if (type.await === null) raiseTypeError(`'${typeName(type)}' object can't be awaited`)
  const iterator = type.await(wrapped)
  if (!isIterator(iterator)) raiseTypeError(`__await__() returned non-iterator of type '${typeName(typeOf(iterator))}'`)
  return iterator
}

/** Runs a step; at StopAsyncIteration the default is the result. */
function orDefault(self: PyAnextAwaitable, step: (iterator: Value) => Value | undefined): Value | undefined {
  try {
    return step(awaitableIterator(self))
  } catch (thrown) {
    const exception = raised(thrown)
    if (!exception.type.isSubtypeOf(stopAsyncIterationType)) throw exception
    throw makeStopIteration(self.otherwise)
  }
}

anextAwaitableType.await = self => self
anextAwaitableType.iter = self => self
anextAwaitableType.iternext = (self: PyAnextAwaitable) =>
  orDefault(self, iterator => {
    const value = typeOf(iterator).iternext!(iterator)
    if (value === undefined) self.returned = (iterator as { returned?: Value }).returned ?? null
    return value
  })

const forwarded = (name: 'send' | 'throw' | 'close') => (self: PyAnextAwaitable, args: Value[]) =>
  orDefault(self, iterator => callMethod(iterator, name, ...args))

defineType(anextAwaitableType, {
  methods: () => [
    builtin('send($self, /, *args)', forwarded('send'), 'Sends a value into the awaitable.'),
    builtin('throw($self, /, *args)', forwarded('throw'), 'Raises an exception in the awaitable.'),
    builtin('close($self, /, *args)', forwarded('close'), 'Closes the awaitable.'),
  ],
})
