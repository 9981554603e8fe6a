/**
 * Generators, coroutines and asynchronous generators: a frame that can be left and entered again.
 *
 * Resuming one is pushing its frame on the thread's chain of frames, so a generator never costs a JavaScript frame when a
 * Python frame resumes it. `frame` is null once it has finished.
 *
 * The exception that a generator is handling (`sys.exception()` in an `except` block that yields) is its own (vm.ts).
 */
import { asyncGeneratorType, coroutineType, generatorType } from './builtin-types.ts'
import type { Attributes } from './instance.ts'
import type { Frame, PyCode } from './frame.ts'
import type { PyType } from './type.ts'
import { type Value, isPyObject } from './value.ts'
import type { ExceptionInfo } from './vm.ts'

export class PyGenerator {
  type: PyType
  attributes: Attributes | null
  frame: Frame | null
  readonly code: PyCode
  name: Value
  qualname: Value
  running: boolean
  started: boolean
  /** Has only a loop it, whose code is known? */
  isOwn: boolean
  /** Has it returned, and is that to be told to who yields from it? */
  isReturning: boolean
  /** What it has returned: the value of the StopIteration that says so. */
  returned: Value
  readonly exceptionInfo: ExceptionInfo
  /** Of a coroutine, where it was made, if `sys.set_coroutine_origin_tracking_depth` asked for it. */
  origin: Value
  /** Of an asynchronous generator: hooks have run, closing, what runs it. */
  asyncState: AsyncGeneratorState | null
  constructor(frame: Frame, name: Value, qualname: Value, type: PyType) {
    this.type = type
    this.attributes = null
    this.frame = frame
    this.code = frame.code
    this.name = name
    this.qualname = qualname
    this.running = false
    this.started = false
    this.isOwn = false
    this.isReturning = false
    // Set twice, as all that changes late (jit/unit.ts).
    this.returned = 0
    this.returned = null
    this.exceptionInfo = { value: null, previous: null }
    this.origin = null
    this.asyncState =
      type === asyncGeneratorType ? { hooksCalled: false, closed: false, runningAsync: false, finalizer: null } : null
  }
}
isPyObject(PyGenerator)

/** What the generator that has just ended has returned: whoever resumed it is answered undefined, and asks here at once. */
export const ended: { value: Value } = { value: null }

export interface AsyncGeneratorState {
  hooksCalled: boolean
  closed: boolean
  runningAsync: boolean
  finalizer: Value
}

export const isGenerator = (value: Value): value is PyGenerator =>
  value instanceof PyGenerator && value.type === generatorType
export const isCoroutine = (value: Value): value is PyGenerator =>
  value instanceof PyGenerator && value.type === coroutineType
