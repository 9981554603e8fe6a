/**
 * One interpreter: what two programs in one process must not share.
 *
 * JavaScript runs one thing at a time, so there is one current interpreter, `vm`; whoever lets Python run (host/python.ts) enters it and
 * leaves it again. That is CPython's thread-local `PyThreadState`, without the thread.
 */
import { bareHost, type Host } from '../base/host.ts'
import { changed } from '../base/parts.ts'
import { PyDict } from './dict.ts'
import type { PyBaseException } from './exception.ts'
import type { Frame } from './frame.ts'
import type { Value } from './value.ts'

/**
 * Which exception is being handled: one record for the program, and one for each generator, since a generator that yields in an
 * `except` block goes on handling when it is resumed. `value` null: nothing here; ask `previous`.
 */
export interface ExceptionInfo {
  value: PyBaseException | null
  previous: ExceptionInfo | null
}

export class Vm {
  /** What this interpreter may reach outside itself. */
  readonly host: Host
  /** `sys.modules`. */
  modules: PyDict
  /** The namespace of the builtins module, and of sys. */
  builtins: PyDict
  sys: PyDict
  /** The innermost Python frame; the interpreter keeps it current whenever other code may look. */
  frame: Frame | null
  exceptionInfo: ExceptionInfo
  /** Python frames on the chain, and how many there may be. */
  depth: number
  recursionLimit: number
  /** Depth to which compiled code may nest its calls, which cost host stack. */
  deepest: number
  /** Calls from TypeScript into Python that have not returned: each costs host stack. */
  nativeDepth: number
  /** To how many of them compiled code may add, by resuming a generator or calling a function in the general way. */
  nestingLimit: number
  /** Executed work is paid from here, at back edges and calls; when it is used up the eval breaker runs (interpreter/breaker.ts). */
  budget: number
  /** How many callers a coroutine remembers of where it was made. */
  coroutineOriginDepth: number
  /** What other layers keep for this interpreter, by the object that is their key. */
  readonly states: Map<object, unknown>

  constructor(host: Host = bareHost) {
    this.host = host
    this.modules = new PyDict()
    this.builtins = new PyDict()
    this.sys = new PyDict()
    this.frame = null
    this.exceptionInfo = { value: null, previous: null }
    this.depth = 0
    // Set twice, so that V8 does not take it for constant.
    this.recursionLimit = 0
    this.recursionLimit = 1000
    this.deepest = 0
    this.nativeDepth = 0
    this.nestingLimit = 50
    this.budget = 0
    this.coroutineOriginDepth = 0
    this.states = new Map()
  }

  /** The exception being handled (`sys.exception()`), the innermost one. */
  get handled(): PyBaseException | null {
    for (let info: ExceptionInfo | null = this.exceptionInfo; info !== null; info = info.previous)
      if (info.value !== null) return info.value
    return null
  }

  /** The state under `key`, made on first use. */
  state<T>(key: { create: () => T }): T {
    let state = this.states.get(key) as T | undefined
    if (state === undefined) this.states.set(key, (state = key.create()))
    return state
  }

  /** An attribute of the sys module; undefined if it was deleted or never set. */
  sysAttribute(name: string): Value | undefined {
    return this.sys.getStr(name)
  }
}

/** The current interpreter. */
export let vm: Vm = new Vm()

/** Makes `next` current; answers what was before, for the `finally` that restores it. */
export function enterVm(next: Vm): Vm {
  const previous = vm
  vm = next
  changed()
  return previous
}
