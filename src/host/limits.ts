/**
 * Limits of a run: looked at by the eval breaker at least every millisecond or so.
 *
 * A limit that is reached ends the run with a `LimitError`, which is no Python exception: no `except` catches it and no `finally` runs, since
 * a program could go on for ever in either. The interpreter can be used afterwards; what the program had changed, stays changed. Recursion
 * is different: it is Python's own RecursionError.
 */
import { breakerState } from '../interpreter/breaker.ts'
import type { Vm } from '../objects/vm.ts'

export interface Limits {
  /** Milliseconds that a run may take; time spent waiting for promises counts. */
  readonly timeout?: number
  /** Back edges and calls that a run may make, a measure that is the same on every machine. Long builtins count as well. */
  readonly instructions?: number
  /** Bytes that the heap may grow by during a run: an estimate, since the engine's heap is shared by everything in it. */
  readonly memory?: number
  /** Python frames on top of each other: `sys.setrecursionlimit`. */
  readonly recursion?: number
  /** Bytes that a run may write to stdout and stderr together. */
  readonly output?: number
  /** Ends the run when it is aborted: under `run` only if that happened before or in a host function; under `runAsync` at any time. */
  readonly signal?: AbortSignal
}

export type LimitKind = 'timeout' | 'instructions' | 'memory' | 'output' | 'aborted'

const messages: Readonly<Record<LimitKind, string>> = {
  timeout: 'the program has run for too long',
  instructions: 'the program has executed too many instructions',
  memory: 'the program has used too much memory',
  output: 'the program has written too much',
  aborted: 'the program was aborted',
}

export class LimitError extends Error {
  readonly limit: LimitKind
  constructor(limit: LimitKind) {
    super(messages[limit])
    this.name = 'LimitError'
    this.limit = limit
  }
}

/** How much heap is in use, and after collecting what is garbage. Hosts without such a thing have no memory limit. */
export interface HeapMeter {
  used(): number
  usedAfterCollection(): number
}

/** Milliseconds between two looks at the heap: a look takes some microseconds. */
const heapInterval = 5

/** The limits of one interpreter, and what the current run has used. */
export class LimitWatch {
  readonly limits: Limits
  readonly #heap: HeapMeter | null
  #deadline: number
  #instructions: number
  #output: number
  #heapAtStart: number
  #nextHeapLook: number
  /** What the garbage that was found at the last collection allows the heap to grow to before it is worth another. */
  #heapTolerance: number

  constructor(limits: Limits, heap: HeapMeter | null) {
    this.limits = limits
    this.#heap = heap
    this.#deadline = Number.POSITIVE_INFINITY
    this.#instructions = Number.POSITIVE_INFINITY
    this.#output = Number.POSITIVE_INFINITY
    this.#heapAtStart = 0
    this.#nextHeapLook = Number.POSITIVE_INFINITY
    this.#heapTolerance = 0
  }

  install(vm: Vm): void {
    const { timeout, instructions, memory, recursion, signal } = this.limits
    if (recursion !== undefined) vm.recursionLimit = recursion
    const breaker = vm.state(breakerState)
    const { checks } = breaker
    breaker.isLimited = timeout !== undefined || instructions !== undefined
    if (timeout !== undefined) checks.push(() => this.#checkTime())
    if (signal !== undefined) checks.push(() => this.#checkSignal(signal))
    if (memory !== undefined && this.#heap !== null) checks.push(() => this.#checkHeap(memory, this.#heap!))
    if (instructions !== undefined)
      checks.push(work => {
        this.#instructions -= work
        if (this.#instructions < 0) throw new LimitError('instructions')
        // The next look is when the rest is used up.
        vm.budget = Math.min(vm.budget, this.#instructions)
      })
  }

  /** A run begins. */
  start(vm: Vm): void {
    const { timeout, instructions, memory, output, signal } = this.limits
    if (signal !== undefined) this.#checkSignal(signal)
    if (timeout !== undefined) this.#deadline = performance.now() + timeout
    if (output !== undefined) this.#output = output
    if (memory !== undefined && this.#heap !== null) {
      this.#heapAtStart = this.#heap.used()
      this.#heapTolerance = memory
      this.#nextHeapLook = 0
    }
    if (instructions !== undefined) {
      this.#instructions = instructions
      vm.budget = Math.min(Math.max(vm.budget, 0), instructions)
      vm.state(breakerState).granted = vm.budget
    }
  }

  /** The promise, or a rejection as soon as the deadline has come or the signal was given. */
  settled<T>(promise: PromiseLike<T>): Promise<T> {
    const { signal } = this.limits
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new LimitError('aborted'))
      const late = (): void => reject(new LimitError('timeout'))
      const left = this.#deadline - performance.now()
      const timer = left < 2 ** 31 ? setTimeout(late, Math.max(left, 0)) : undefined
      const done = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      signal?.addEventListener('abort', abort)
      promise.then(
        value => {
          done()
          resolve(value)
        },
        (thrown: unknown) => {
          done()
          reject(thrown)
        },
      )
    })
  }

  wrote(bytes: number): void {
    this.#output -= bytes
    if (this.#output < 0) throw new LimitError('output')
  }

  #checkTime(): void {
    if (performance.now() >= this.#deadline) throw new LimitError('timeout')
  }

  #checkSignal(signal: AbortSignal): void {
    if (signal.aborted) throw new LimitError('aborted')
  }

  #checkHeap(memory: number, heap: HeapMeter): void {
    const now = performance.now()
    if (now < this.#nextHeapLook) return
    this.#nextHeapLook = now + heapInterval
    if (heap.used() - this.#heapAtStart <= this.#heapTolerance) return
    const live = heap.usedAfterCollection() - this.#heapAtStart
    if (live > memory) throw new LimitError('memory')
    this.#heapTolerance = Math.max(memory, live + memory / 2)
  }
}
