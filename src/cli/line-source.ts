/**
 * Where the lines that are typed come from: a terminal, with editing, history and completion; or a stream that pretends to be one (-i).
 */
import { createInterface, type Interface } from 'node:readline'
import type { HostInput } from '../base/host.ts'

export type Typed =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'end' }

export interface LineSource {
  read(prompt: string): Promise<Typed>
  /** The program runs: the terminal is its own. */
  suspend(): void
  close(): void
}

/** Lines of stdin where it is no terminal; prompts go to stderr, as they do in CPython. */
export class StreamLines implements LineSource {
  readonly #input: HostInput | null
  readonly #prompt: (text: string) => void
  #rest: Uint8Array

  constructor(input: HostInput | null, prompt: (text: string) => void) {
    this.#input = input
    this.#prompt = prompt
    this.#rest = new Uint8Array(0)
  }

  async read(prompt: string): Promise<Typed> {
    this.#prompt(prompt)
    for (;;) {
      const end = this.#rest.indexOf(10)
      if (end >= 0) return this.#take(end, end + 1)
      const more = this.#input?.read(8192) ?? new Uint8Array(0)
      if (more.length === 0)
        return this.#rest.length === 0 ? { kind: 'end' } : this.#take(this.#rest.length, this.#rest.length)
      const all = new Uint8Array(this.#rest.length + more.length)
      all.set(this.#rest)
      all.set(more, this.#rest.length)
      this.#rest = all
    }
  }

  #take(end: number, next: number): Typed {
    const text = new TextDecoder().decode(this.#rest.subarray(0, end))
    this.#rest = this.#rest.subarray(next)
    return { kind: 'line', text }
  }

  suspend(): void {}
  close(): void {}
}

export type Complete = (line: string) => readonly [candidates: string[], word: string]

/** A terminal. It is in raw mode only while a line is read, so that Ctrl-C is a signal while a program runs. */
export class TerminalLines implements LineSource {
  #history: string[]
  readonly #complete: Complete
  #interface: Interface | null
  /** Lines that have come and not been asked for, and the beginning of one. */
  readonly #queue: string[]
  #begun: string

  /** `history`: the newest line first. */
  constructor(history: readonly string[], complete: Complete) {
    this.#history = [...history]
    this.#complete = complete
    this.#interface = null
    this.#queue = []
    this.#begun = ''
  }

  get history(): readonly string[] {
    return this.#history
  }

  async read(prompt: string): Promise<Typed> {
    const waiting = this.#queue.shift()
    if (waiting !== undefined) return { kind: 'line', text: waiting }
    const lines = this.#open(prompt)
    const typed = await new Promise<Typed>(resolve => {
      // Text that is pasted comes as several lines at once: all of them before the first is looked at.
      lines.on('line', text => {
        this.#queue.push(text)
        resolve({ kind: 'line', text })
      })
      lines.once('SIGINT', () => resolve({ kind: 'interrupt' }))
      lines.once('close', () => resolve({ kind: 'end' }))
      lines.prompt()
      if (this.#begun !== '') lines.write(this.#begun)
    })
    this.#begun = typed.kind === 'line' ? lines.line : ''
    if (typed.kind === 'interrupt') this.#queue.length = 0
    this.suspend()
    return typed.kind === 'line' ? { kind: 'line', text: this.#queue.shift()! } : typed
  }

  #open(prompt: string): Interface {
    const lines = createInterface({
      input: process.stdin,
      output: process.stdout,
      terminal: true,
      history: [...this.#history],
      historySize: 10_000,
      removeHistoryDuplicates: false,
      tabSize: 4,
      prompt,
      completer: (line: string) => this.#completed(line),
    })
    this.#interface = lines
    lines.on('history', history => {
      this.#history = [...history]
    })
    return lines
  }

  /** Tab at the beginning of a line indents it. */
  #completed(line: string): [string[], string] {
    if (/^\s*$/.test(line)) return [[`${line}    `], line]
    const [candidates, word] = this.#complete(line)
    return [[...candidates], word]
  }

  suspend(): void {
    const lines = this.#interface
    this.#interface = null
    if (lines === null) return
    lines.close()
    process.stdin.pause()
  }

  close(): void {
    this.suspend()
  }
}
