/**
 * The embedding API: an interpreter in a JavaScript program.
 *
 *     const python = new Python({ stdout: text => show(text), limits: { timeout: 1000 } })
 *     python.run('x = 20\nx * 2 + 2')                // 42: the value of the last statement, if that is an expression
 *     python.globals.set('fetchText', async url => …)
 *     await python.runAsync('print(fetchText("…"))') // Python waits, the event loop turns
 *
 * Interpreters share nothing. A program reaches nothing of its host but what it was granted here. How values go back and forth is
 * told in values.ts, what limits mean in limits.ts. Python exceptions that nobody caught are thrown as `PythonError`.
 */
import type { Host } from '../base/host.ts'
import { builtinsOf, runFrame } from '../interpreter/entry.ts'
import { prepareCode } from '../interpreter/prepare.ts'
import { runFrameAsync, type Turns, waitFor } from '../interpreter/suspension.ts'
import { startJit, stopJit } from '../jit/switches.ts'
import type { Configuration } from '../modules/configuration.ts'
import { noteProgram } from '../modules/import/late-specs.ts'
import { finishInterpreter, flushStreams } from '../modules/lifecycle.ts'
import { registerSource, rememberSource } from '../modules/source-lines.ts'
import type { PyBuiltinFunction } from '../objects/callable.ts'
import { makeException, PyBaseException, raised } from '../objects/exception.ts'
import { runtimeErrorType, systemExitType } from '../objects/exception-types.ts'
import { Frame, type PyCode, PyFunction } from '../objects/frame.ts'
import type { PyDict } from '../objects/dict.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { consoleInput } from './console-input.ts'
import { embeddedHost, type Grants } from './embedded-host.ts'
import { Interpreter } from './interpreter.ts'
import { LimitError, type Limits, LimitWatch } from './limits.ts'
import { platform } from './platform.ts'
import { ProcessExit } from '../modules/posix/process.ts'
import { PythonError } from './python-error.ts'
import { compileWithValue } from './source-with-value.ts'
import { type Bridge, fromHost, type HostFunction, toHost } from './values.ts'

export { PythonObject } from './values.ts'
export { HostError } from '../base/host.ts'
export { type Globals, LimitError, type Limits, PythonError }
export type { Host, HostClock, HostFiles, HostLibrary } from '../base/host.ts'

export interface PythonOptions extends Grants {
  /** `sys.argv`. */
  readonly argv?: readonly string[]
  readonly limits?: Limits
  /** Everything else that can be granted: `nodeHost()` is what python3 has on a machine. Other grants then count for nothing. */
  readonly host?: Host
  readonly configuration?: Partial<Configuration>
  /** Whether hot code is compiled, in this process: true unless it is said. */
  readonly jit?: boolean
}

export interface RunOptions {
  /** The name that tracebacks show. */
  readonly filename?: string
}

/** The variables of the program, `__main__`'s. */
class Globals {
  readonly #dict: PyDict
  readonly #bridge: Bridge
  constructor(dict: PyDict, bridge: Bridge) {
    this.#dict = dict
    this.#bridge = bridge
  }

  get(name: string): unknown {
    const value = this.#dict.getStr(name)
    return value === undefined ? undefined : this.#bridge.enter(() => toHost(value, this.#bridge))
  }

  set(name: string, value: unknown): this {
    this.#bridge.enter(() => this.#dict.setStr(name, fromHost(value, this.#bridge)))
    return this
  }

  has(name: string): boolean {
    return this.#dict.getStr(name) !== undefined
  }

  delete(name: string): boolean {
    return this.#dict.deleteStr(name)
  }

  keys(): string[] {
    const names: string[] = []
    for (let at = this.#dict.next(0); at >= 0; at = this.#dict.next(at + 1)) {
      const name = asStr(this.#dict.keys[at]!)
      if (name !== undefined) names.push(textOf(name))
    }
    return names
  }
}

/** Milliseconds that a program under `runAsync` runs before the event loop gets a turn. */
const stretch = 12

/** Errors of host functions, by the exceptions that Python sees for them. */
const hostErrors = new WeakMap<PyBaseException, unknown>()

export class Python implements Bridge {
  readonly globals: Globals
  readonly #interpreter: Interpreter
  readonly #limits: LimitWatch
  /** Runs that have begun and not ended; limits count from the beginning of the first. */
  #running: number
  #writes: boolean

  constructor(options: PythonOptions = {}) {
    this.#running = 0
    this.#writes = true
    this.#limits = new LimitWatch(options.limits ?? {}, platform().heap)
    const host =
      options.host ??
      embeddedHost(this.#gated(options), bytes => {
        if (this.#writes) this.#limits.wrote(bytes)
      })
    const { argv = [''], configuration } = options
    if (options.jit === false) stopJit()
    else startJit()
    this.#interpreter = new Interpreter(host, { argv, ...configuration })
    this.#limits.install(this.#interpreter.vm)
    this.globals = new Globals(this.#interpreter.main.dict, this)
    if (typeof options.stdin === 'function') consoleInput(this.#interpreter, options.stdin, this)
  }

  /** Executes the text as the program does its statements; answers the value of the last one if that is an expression, else null. */
  run(source: string, { filename = '<string>' }: RunOptions = {}): unknown {
    return this.#guarded(() => {
      let value: Value = null
      const { codes, hasValue } = this.#compile(source, filename)
      for (const code of codes) value = runFrame(this.#frameFor(code))
      return hasValue ? toHost(value, this) : null
    })
  }

  /** The same, where the program may wait for promises: in `time.sleep`, `input()` and host functions that answer one. */
  async runAsync(source: string, { filename = '<string>' }: RunOptions = {}): Promise<unknown> {
    this.#begin()
    try {
      const { codes, hasValue } = this.enter(() => this.#compile(source, filename))
      const turns: Turns = {
        every: stretch,
        now: () => performance.now(),
        next: () => new Promise(resolve => setTimeout(resolve, 0)),
        settled: promise => this.#limits.settled(promise),
      }
      let value: Value = null
      for (const code of codes) {
        const frame = this.enter(() => this.#frameFor(code))
        value = await runFrameAsync(this.#interpreter.vm, frame, turns)
      }
      return this.enter(() => (hasValue ? toHost(value, this) : null))
    } catch (thrown) {
      throw this.#interpreter.enter(() => this.#errorFor(thrown))
    } finally {
      this.#end()
    }
  }

  /** Ends the program: runs what was registered with atexit and writes out what the streams hold. False if something could not be written. */
  finish(): boolean {
    return this.#guarded(finishInterpreter)
  }

  /** For the converters of values. */
  enter<T>(work: () => T): T {
    return this.#interpreter.enter(() => {
      try {
        return work()
      } catch (thrown) {
        throw this.#errorFor(thrown)
      }
    })
  }

  /** For the converters of values. */
  callHost(own: PyBuiltinFunction, func: HostFunction, args: unknown[]): Value {
    let result: unknown
    try {
      result = Reflect.apply(func, undefined, args)
    } catch (thrown) {
      throw exceptionFor(thrown)
    }
    return this.answer(own, result)
  }

  /** What a builtin answers for a value of the host, which may be a promise. */
  answer(own: PyBuiltinFunction, result: unknown): Value {
    if (!isPromise(result)) return fromHost(result, this)
    return waitFor(
      own.builtin,
      result.then(
        value => this.#interpreter.enter(() => fromHost(value, this)),
        thrown => {
          throw exceptionFor(thrown)
        },
      ),
    )
  }

  #compile(source: string, filename: string): ReturnType<typeof compileWithValue> {
    rememberSource(filename, source)
    const compiled = compileWithValue(source, filename)
    for (const code of compiled.codes) {
      registerSource(code, source, filename)
      noteProgram(code.code)
    }
    return compiled
  }

  #frameFor(code: PyCode): Frame {
    if (code.template.length === 0) prepareCode(code)
    const { dict } = this.#interpreter.main
    const builtins = builtinsOf(dict)
    return new Frame(code, new PyFunction(code, dict, builtins, null), dict, builtins, dict)
  }

  /** Runs something to its end. What a limit has left behind is cleared away. */
  #guarded<T>(work: () => T): T {
    const { vm } = this.#interpreter
    const { frame, depth, nativeDepth, exceptionInfo } = vm
    this.#begin()
    try {
      return this.#interpreter.enter(() => {
        try {
          return work()
        } catch (thrown) {
          throw this.#errorFor(thrown)
        }
      })
    } catch (thrown) {
      Object.assign(vm, { frame, depth, nativeDepth, exceptionInfo })
      throw thrown
    } finally {
      this.#end()
    }
  }

  #begin(): void {
    if (this.#running++ === 0) this.#limits.start(this.#interpreter.vm)
  }

  #end(): void {
    this.#running--
    this.#interpreter.enter(() => {
      try {
        flushStreams()
      } catch (thrown) {
        if (!(thrown instanceof LimitError)) throw thrown
        // What is over the limit is dropped, so that no later run writes it.
        this.#writes = false
        flushStreams()
      } finally {
        this.#writes = true
      }
    })
  }

  /** Sinks that can be shut. */
  #gated(options: PythonOptions): Grants {
    const gate = (sink: ((text: string) => void) | undefined): ((text: string) => void) | undefined =>
      sink === undefined ? undefined : text => (this.#writes ? sink(text) : undefined)
    return { ...options, stdout: gate(options.stdout), stderr: gate(options.stderr) }
  }

  #errorFor(thrown: unknown): unknown {
    if (thrown instanceof LimitError || thrown instanceof PythonError) return thrown
    // os._exit: nothing of the program is asked, but here it can end no process.
    const exception = thrown instanceof ProcessExit ? makeException(systemExitType, thrown.status) : raised(thrown)
    const error = new PythonError(exception)
    if (hostErrors.has(exception)) error.cause = hostErrors.get(exception)
    return error
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function'
}

/** What Python sees of an error of the host. A limit goes on as it is. */
function exceptionFor(thrown: unknown): unknown {
  if (thrown instanceof PythonError) return thrown.exception
  if (thrown instanceof LimitError || thrown instanceof PyBaseException) return thrown
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const text = error.name === 'Error' ? error.message : `${error.name}: ${error.message}`
  const exception = makeException(runtimeErrorType, strOf(text))
  hostErrors.set(exception, thrown)
  return exception
}
