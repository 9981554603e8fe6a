/** What a program may reach that is embedded in another: what it was granted, and the library. */
import {
  bareHost,
  type Host,
  type HostClock,
  type HostFiles,
  type HostInput,
  type HostLibrary,
  type HostOutput,
  HostError,
  type HostProcess,
} from '../base/host.ts'
import { errors } from '../base/errno.ts'
import { platform } from './platform.ts'

/** Answers a line with its newline, or null at the end; a promise of one under `runAsync`. */
export type ReadLine = (prompt: string) => string | null | Promise<string | null>

export interface Grants {
  /** What the program writes, as text in pieces. Without it, that goes nowhere. */
  readonly stdout?: ((text: string) => void) | undefined
  readonly stderr?: ((text: string) => void) | undefined
  /** What the program reads: all of it, or a function that is asked for each line. */
  readonly stdin?: string | ReadLine | undefined
  /** The environment variables that it sees. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** A file system; `new NodeFiles()` is the machine's. */
  readonly fs?: HostFiles | undefined
  /** Clocks; `nodeClock` or `webClock` is the machine's. Without them, time stands still. */
  readonly clock?: HostClock | undefined
  /** Python's library. On Node there is one without asking; a browser fetches it (`loadLibrary`). */
  readonly library?: HostLibrary | undefined
}

export function embeddedHost(grants: Grants, wrote: (bytes: number) => void): Host {
  const { stdout, stderr, stdin, env, fs, clock, library } = grants
  return {
    ...bareHost,
    library: library ?? platform().library(),
    stdin: stdin === undefined ? null : typeof stdin === 'string' ? inputFromText(stdin) : inputFromLines(stdin),
    stdout: outputTo(stdout ?? discard, wrote),
    stderr: outputTo(stderr ?? discard, wrote),
    files: fs ?? null,
    process: env === undefined ? null : processWith(env),
    clock: clock ?? bareHost.clock,
    random: count => globalThis.crypto.getRandomValues(new Uint8Array(count)),
  }
}

const discard = (): void => undefined

/** A sink for text as an output. */
function outputTo(sink: (text: string) => void, wrote: (bytes: number) => void): HostOutput {
  const decoder = new TextDecoder()
  return {
    isTerminal: false,
    descriptor: null,
    write: bytes => {
      wrote(bytes.length)
      sink(decoder.decode(bytes, { stream: true }))
    },
  }
}

function inputFromText(text: string): HostInput {
  let rest: Uint8Array = new TextEncoder().encode(text)
  return {
    isTerminal: false,
    descriptor: null,
    read: size => {
      const piece = rest.subarray(0, size)
      rest = rest.subarray(size)
      return piece
    },
  }
}

/** Reads that are not `input()` cannot wait for a promise. */
function inputFromLines(readLine: ReadLine): HostInput {
  let rest: Uint8Array = new Uint8Array(0)
  return {
    isTerminal: false,
    descriptor: null,
    read: size => {
      if (rest.length === 0) {
        const line = readLine('')
        if (line !== null && typeof line !== 'string') throw new HostError(errors.EAGAIN)
        rest = new TextEncoder().encode(line ?? '')
      }
      const piece = rest.subarray(0, size)
      rest = rest.subarray(size)
      return piece
    },
  }
}

/** A process that has variables and nothing else. */
function processWith(env: Readonly<Record<string, string>>): HostProcess {
  const variables = { ...env }
  const refuse = (): never => {
    throw new HostError(errors.EPERM)
  }
  return {
    pid: 1,
    parentPid: 0,
    uid: 1000,
    gid: 1000,
    hostName: 'localhost',
    systemRelease: '',
    systemVersion: '',
    machine: '',
    processorCount: 1,
    environment: () => ({ ...variables }),
    setEnvironment: (name, value) => {
      if (value === undefined) delete variables[name]
      else variables[name] = value
    },
    signal: refuse,
    usage: () => null,
    setUmask: () => 0o022,
    start: refuse,
    deliver: () => {},
  }
}
