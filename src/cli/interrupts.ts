/**
 * Ctrl-C.
 *
 * A signal reaches JavaScript through the event loop, and the event loop does not turn while a Python program runs. So another thread
 * listens: a worker whose own event loop is idle and which only writes a flag into shared memory, which the eval breaker reads. A
 * worker takes tens of milliseconds to start, beside the program but not for nothing; so it is started when a program has been running for
 * some time, or is about to wait. Until then, Ctrl-C ends the process as it ends any other.
 *
 * Workers are not given `process.on('SIGINT')`; what that is made of, they have.
 */
import type { Worker } from 'node:worker_threads'
import { breakerState, checkBreaker } from '../interpreter/breaker.ts'
import { type Vm, vm } from '../objects/vm.ts'

/** Milliseconds of running after which the listener is started. */
const patience = 150

const listener = `
const { parentPort, workerData: state } = require('node:worker_threads')
process.noDeprecation = true
const { Signal } = process.binding('signal_wrap')
const signal = new Signal()
signal.onsignal = () => { Atomics.store(state, 0, 1); Atomics.notify(state, 0) }
signal.start(2)
parentPort.once('message', () => { signal.close(); setImmediate(() => { Atomics.store(state, 1, 1); Atomics.notify(state, 1) }) })
`

export class Interrupts {
  /** [has a signal come?, has the listener stopped?] */
  readonly #state: Int32Array<SharedArrayBuffer>
  #worker: Worker | null
  readonly #started: number

  constructor() {
    this.#state = new Int32Array(new SharedArrayBuffer(8))
    this.#worker = null
    this.#started = 1000 * process.uptime()
  }

  /** Lets the interpreter look for signals. */
  watch(interpreter: Vm): void {
    const breaker = interpreter.state(breakerState)
    breaker.checks.push(() => {
      if (this.#worker === null) {
        if (1000 * process.uptime() - this.#started > patience) this.listen()
      } else if (this.taken()) breaker.interrupted = true
    })
  }

  listen(): void {
    this.#worker ??= startListener(this.#state)
  }

  /** Has a signal come since the last time? */
  taken(): boolean {
    return Atomics.exchange(this.#state, 0, 0) === 1
  }

  /** Waits, at most until a signal comes: that raises KeyboardInterrupt. */
  sleep(milliseconds: number): void {
    if (milliseconds > patience) this.listen()
    Atomics.wait(this.#state, 0, 0, milliseconds)
    if (!this.taken()) return
    vm.state(breakerState).interrupted = true
    checkBreaker()
  }

  /** Ends the process as a signal that nobody handles does, so that whoever started it can tell. */
  die(): never {
    if (this.#worker !== null) {
      this.#worker.postMessage('stop')
      Atomics.wait(this.#state, 1, 0, 1000)
    }
    process.kill(process.pid, 'SIGINT')
    // The signal comes at once; this is for systems without signals.
    Atomics.wait(this.#state, 1, 1, 100)
    process.exit(130)
  }
}

function startListener(workerData: Int32Array): Worker {
  const threads = process.getBuiltinModule('node:worker_threads')
  const worker = new threads.Worker(listener, { eval: true, workerData, execArgv: [] })
  // Without a listener, Ctrl-C ends the process.
  worker.on('error', () => undefined)
  worker.unref()
  return worker
}
