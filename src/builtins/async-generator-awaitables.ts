/**
 * The awaitables that `asend`, `athrow` and `aclose` of an asynchronous generator answer. As async_gen_asend and async_gen_athrow
 * (Objects/genobject.c).
 *
 * What the generator awaits it yields to the event loop as it is; what it yields to its consumer comes wrapped, and ends the awaitable:
 * it is the value of the StopIteration.
 */
import { PyAsyncGeneratorWrappedValue } from '../objects/async-value.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { makeException, type PyBaseException, raise, raised } from '../objects/exception.ts'
import {
  generatorExitType,
  runtimeErrorType,
  stopAsyncIterationType,
  stopIterationType,
} from '../objects/exception-types.ts'
import { ended, type PyGenerator } from '../objects/generator.ts'
import { makeStopIteration } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import type { PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { resume, send, thrownException, throwIntoGenerator, valueOrStop } from './generator-resume.ts'

type State = 'init' | 'iterating' | 'closed'

const sendType = builtinType('async_generator_asend')
const throwType = builtinType('async_generator_athrow')

const isAny = (exception: PyBaseException, ...types: PyType[]): boolean =>
  types.some(type => exception.type.isSubtypeOf(type))

const endsGenerator = (exception: PyBaseException): boolean =>
  isAny(exception, stopAsyncIterationType, generatorExitType)

/** Runs a step of the generator: a value for the consumer ends the awaitable, the end of the generator closes it. */
function step(generator: PyGenerator, run: () => Value): Value {
  const state = generator.asyncState!
  let value: Value
  try {
    value = run()
  } catch (thrown) {
    if (endsGenerator(raised(thrown))) state.closed = true
    state.runningAsync = false
    throw thrown
  }
  if (!(value instanceof PyAsyncGeneratorWrappedValue)) return value
  state.runningAsync = false
  throw makeStopIteration(value.value)
}

export class PyAsyncGeneratorSend extends PyObject {
  readonly generator: PyGenerator
  readonly value: Value
  state: State
  constructor(generator: PyGenerator, value: Value) {
    super(sendType)
    this.generator = generator
    this.value = value
    this.state = 'init'
  }

  /** One step, without the exception that tells Python code of its end: `await` asks for millions of these. */
  resume(value: Value): Value | undefined {
    const isFirst = this.begin()
    const { generator } = this
    let resumed: Value | undefined
    try {
      resumed = resume(generator, isFirst && value === null ? this.value : value)
      if (resumed === undefined) throw makeException(stopAsyncIterationType)
    } catch (thrown) {
      if (endsGenerator(raised(thrown))) generator.asyncState!.closed = true
      this.end()
      throw thrown
    }
    if (!(resumed instanceof PyAsyncGeneratorWrappedValue)) return resumed
    this.end()
    ended.value = resumed.value
    return undefined
  }

  send(value: Value): Value {
    const result = this.resume(value)
    if (result === undefined) throw makeStopIteration(ended.value)
    return result
  }

  throw(args: readonly Value[]): Value {
    this.begin()
    try {
      return step(this.generator, () => throwIntoGenerator(this.generator, args))
    } catch (thrown) {
      this.state = 'closed'
      throw thrown
    }
  }

  private end(): void {
    this.generator.asyncState!.runningAsync = false
    this.state = 'closed'
  }

  /** Refuses to run a second time, or while the generator runs for somebody else. Is this the first step? */
  private begin(): boolean {
    if (this.state === 'closed') raise(runtimeErrorType, 'cannot reuse already awaited __anext__()/asend()')
    const isFirst = this.state === 'init'
    const state = this.generator.asyncState!
    if (isFirst && state.runningAsync) {
      this.state = 'closed'
      raise(runtimeErrorType, 'anext(): asynchronous generator is already running')
    }
    this.state = 'iterating'
    state.runningAsync = true
    return isFirst
  }
}

export class PyAsyncGeneratorThrow extends PyObject {
  readonly generator: PyGenerator
  /** Null for `aclose`. */
  readonly args: readonly Value[] | null
  state: State
  constructor(generator: PyGenerator, args: readonly Value[] | null) {
    super(throwType)
    this.generator = generator
    this.args = args
    this.state = 'init'
  }

  send(value: Value): Value {
    this.checkOpen()
    if (this.generator.frame === null) {
      this.state = 'closed'
      throw makeStopIteration(null)
    }
    if (this.state !== 'init') return this.finish(() => send(this.generator, value))
    this.checkIdle()
    if (this.generator.asyncState!.closed) {
      this.state = 'closed'
      throw makeException(stopAsyncIterationType)
    }
    if (value !== null) raise(runtimeErrorType, "can't send non-None value to a just-started coroutine")
    this.state = 'iterating'
    const state = this.generator.asyncState!
    state.runningAsync = true
    if (this.args === null) state.closed = true
    return this.finish(() => throwFirst(this.generator, this.args))
  }

  throw(args: readonly Value[]): Value {
    this.checkOpen()
    if (this.state === 'init') {
      this.checkIdle()
      this.state = 'iterating'
      this.generator.asyncState!.runningAsync = true
    }
    return this.finish(() => throwIntoGenerator(this.generator, args))
  }

  private checkOpen(): void {
    if (this.state === 'closed') raise(runtimeErrorType, 'cannot reuse already awaited aclose()/athrow()')
  }

  private checkIdle(): void {
    if (!this.generator.asyncState!.runningAsync) return
    this.state = 'closed'
    const name = this.args === null ? 'aclose' : 'athrow'
    raise(runtimeErrorType, `${name}(): asynchronous generator is already running`)
  }

  /** Runs a step. For `aclose` a value for the consumer is a mistake, and the end of the generator is what was wanted. */
  private finish(next: () => Value): Value {
    try {
      if (this.args !== null) return step(this.generator, next)
      const value = next()
      if (!(value instanceof PyAsyncGeneratorWrappedValue)) return value
    } catch (thrown) {
      this.end()
      if (this.args === null && endsGenerator(raised(thrown))) throw makeStopIteration(null)
      throw thrown
    }
    this.end()
    raise(runtimeErrorType, 'async generator ignored GeneratorExit')
  }

  private end(): void {
    this.generator.asyncState!.runningAsync = false
    this.state = 'closed'
  }
}

/** The exception of `athrow`, or GeneratorExit for `aclose`. */
function throwFirst(generator: PyGenerator, args: readonly Value[] | null): Value {
  const exception = args === null ? makeException(generatorExitType) : thrownException(args, 'athrow')
  return valueOrStop(generator, resume(generator, null, exception))
}

type Awaitable = PyAsyncGeneratorSend | PyAsyncGeneratorThrow

function closeAwaitable(self: Awaitable): Value {
  if (self.state === 'closed') return null
  try {
    self.throw([makeException(generatorExitType)])
  } catch (thrown) {
    if (isAny(raised(thrown), stopIterationType, stopAsyncIterationType, generatorExitType)) return null
    throw thrown
  }
  raise(runtimeErrorType, 'coroutine ignored GeneratorExit')
}

for (const type of [sendType, throwType]) {
  type.await = self => self
  type.iter = self => self
  type.iternext = (self: Awaitable) => self.send(null)
  defineType(type, {
    methods: () => [
      builtin('send($self, object, /)', (self: Awaitable, value: Value) => self.send(value)),
      builtin('throw($self, /, *args)', (self: Awaitable, args: Value[]) => self.throw(args)),
      builtin('close($self, /)', closeAwaitable),
    ],
  })
}
