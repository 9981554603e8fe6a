/** Programs that Python code has started: this thread's side of child-messages.ts. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MessagePort } from 'node:worker_threads'
import { type ChildCommand, type ChildEvents, type HostChild, HostError } from '../base/host.ts'
import { errors } from '../base/errno.ts'
import type { ChildReport, ChildRequest, ChildThreadData } from './child-messages.ts'
import { hostErrorOf } from './node-errors.ts'

/** Built from child-thread.ts; there is none beside the sources. */
const threadFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'children.cjs')

/** How a start has ended: with the program's number, or with the code of an error. */
type Start = { readonly pid: number } | { readonly code: string }

class Children {
  readonly #port: MessagePort
  readonly #count: Int32Array
  readonly #events = new Map<number, ChildEvents>()
  readonly #starts = new Map<number, Start>()
  #seen = 0
  #next = 1
  constructor() {
    if (!existsSync(threadFile)) throw new HostError(errors.ENOSYS)
    const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads')
    const { port1, port2 } = new MessageChannel()
    const workerData: ChildThreadData = { port: port2, count: new SharedArrayBuffer(4) }
    this.#port = port1
    this.#count = new Int32Array(workerData.count)
    new Worker(threadFile, { workerData, transferList: [port2] }).unref()
  }

  #ask(request: ChildRequest): void {
    this.#port.postMessage(request)
  }

  start(command: ChildCommand, events: ChildEvents): HostChild {
    const child = this.#next++
    this.#events.set(child, events)
    this.#ask({ kind: 'start', child, command })
    while (!this.#starts.has(child)) this.deliver(1000)
    const start = this.#starts.get(child)!
    this.#starts.delete(child)
    if ('code' in start) throw hostErrorOf({ code: start.code })
    return {
      pid: start.pid,
      write: bytes => this.#ask({ kind: 'write', child, bytes }),
      closeInput: () => this.#ask({ kind: 'close', child, stream: 0 }),
      closeOutput: stream => this.#ask({ kind: 'close', child, stream }),
    }
  }

  deliver(milliseconds: number): void {
    Atomics.wait(this.#count, 0, this.#seen, milliseconds)
    this.#seen = Atomics.load(this.#count, 0)
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads')
    for (;;) {
      const received = receiveMessageOnPort(this.#port)
      if (received === undefined) return
      this.#hear(received.message as ChildReport)
    }
  }

  #hear(report: ChildReport): void {
    const { child } = report
    const events = this.#events.get(child)!
    switch (report.kind) {
      case 'started':
        this.#starts.set(child, { pid: report.pid })
        return
      case 'failed':
        this.#starts.set(child, { code: report.code })
        return
      case 'wrote':
        events.wrote(report.stream, report.bytes)
        return
      case 'stopped reading':
        events.stoppedReading()
        return
      case 'exited':
        events.exited(report.status)
    }
  }
}

let children: Children | null = null

/** Starts a program; what it is told to be in must be a folder. */
export function startChild(command: ChildCommand, events: ChildEvents): HostChild {
  if (command.folder !== null && statSync(command.folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new HostError(errors.ENOENT)
  children ??= new Children()
  return children.start({ ...command, folder: command.folder ?? process.cwd() }, events)
}

export function deliverFromChildren(milliseconds: number): void {
  children?.deliver(milliseconds)
}
