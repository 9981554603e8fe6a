/**
 * Declarations of the embedding API, as far as it is the same on all platforms. test/host/declarations.test.ts compares them with what is
 * there; the sources say more (python.ts, values.ts, limits.ts).
 */

/** Answers a line with its newline, or null at the end; a promise of one under `runAsync`. */
export type ReadLine = (prompt: string) => string | null | Promise<string | null>

/** Clocks, in nanoseconds; and waiting. */
export interface HostClock {
  now(): bigint
  monotonic(): bigint
  processTime(): bigint
  sleep(milliseconds: number): void
  wait?(milliseconds: number): Promise<void>
  zone(milliseconds: number): { readonly secondsWest: number; readonly isDaylight: boolean; readonly name: string }
}

export interface FileStatus {
  readonly mode: number
  readonly ino: number | bigint
  readonly dev: number | bigint
  readonly nlink: number
  readonly uid: number
  readonly gid: number
  readonly size: number
  readonly atime: bigint
  readonly mtime: bigint
  readonly ctime: bigint
  readonly blksize: number
  readonly blocks: number
  readonly rdev: number
}

export interface FolderEntry {
  readonly name: string
  readonly kind: number
  readonly ino: number | bigint
}

export interface LentFile {
  readonly descriptor: number
  /** The position goes to where the program has left it. */
  giveBack(): void
}

/** A file system. What fails throws a `HostError`, whose `errno` is Linux's. Flags and modes are Linux's, times nanoseconds since 1970. */
export interface HostFiles {
  workingFolder(): string
  changeFolder(path: string): void
  open(path: string, flags: number, mode: number): number
  close(fd: number): void
  read(fd: number, into: Uint8Array, position: number | null): number
  write(fd: number, bytes: Uint8Array, position: number | null): number
  seek(fd: number, offset: number, whence: number): number
  truncate(fd: number, length: number): void
  sync(fd: number): void
  lend(fd: number): LentFile
  isTerminal(fd: number): boolean
  terminalSize(fd: number): { readonly columns: number; readonly lines: number }
  statusOf(fd: number): FileStatus
  status(path: string, links: 'follow' | 'keep'): FileStatus
  list(path: string): FolderEntry[]
  makeFolder(path: string, mode: number): void
  removeFolder(path: string): void
  remove(path: string): void
  rename(from: string, to: string): void
  link(existing: string, path: string): void
  symbolicLink(target: string, path: string): void
  readLink(path: string): string
  realPath(path: string): string
  mayAccess(path: string, mode: number): boolean
  changeMode(path: string, mode: number): void
  changeOwner(path: string, uid: number, gid: number, follows: boolean): void
  changeTimes(path: string, atime: bigint, mtime: bigint): void
}

/** What a file system throws. */
export declare class HostError {
  readonly errno: number
  constructor(errno: number)
}

/** The packed library, as `loadLibrary` answers it. */
export interface HostLibrary {
  readonly folder: string
  readIndex(): string
  read(offset: number, length: number): Uint8Array
  inflate(bytes: Uint8Array, size: number): Uint8Array
}

/** Everything that can be granted; `nodeHost()` makes one. */
export interface Host {
  readonly clock: HostClock
  readonly library: HostLibrary | null
}

/** Limits of a run. One that is reached ends it with a `LimitError`, which no Python code can catch. */
export interface Limits {
  /** Milliseconds that a run may take; time spent waiting for promises counts. */
  readonly timeout?: number
  /** Back edges and calls that a run may make, a measure that is the same on every machine. Long builtins count as well. */
  readonly instructions?: number
  /** Bytes that the heap may grow by during a run: an estimate, where the platform tells. */
  readonly memory?: number
  /** Python frames on top of each other: `sys.setrecursionlimit`. Reaching it is Python's RecursionError. */
  readonly recursion?: number
  /** Bytes that a run may write to stdout and stderr together. */
  readonly output?: number
  /** Ends the run when it is aborted: under `run` only if that happened before or in a host function; under `runAsync` at any time. */
  readonly signal?: AbortSignal
}

export interface PythonOptions {
  /** What the program writes, as text in pieces. Without it, that goes nowhere. */
  readonly stdout?: ((text: string) => void) | undefined
  readonly stderr?: ((text: string) => void) | undefined
  /** What the program reads: all of it, or a function that is asked for each line. */
  readonly stdin?: string | ReadLine | undefined
  /** `sys.argv`. */
  readonly argv?: readonly string[]
  /** The environment variables that it sees. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** A file system; on Node, `new NodeFiles()` is the machine's. */
  readonly fs?: HostFiles | undefined
  /** Clocks; `nodeClock` or `webClock` is the machine's. Without them, time stands still. */
  readonly clock?: HostClock | undefined
  /** Python's library. On Node there is one without asking; a browser fetches it (`loadLibrary`). */
  readonly library?: HostLibrary | undefined
  readonly limits?: Limits
  /** Whether hot code is compiled, in this process: true unless it is said. */
  readonly jit?: boolean
  /** Everything else that can be granted: `nodeHost()` is what python3 has on a machine. Other grants then count for nothing. */
  readonly host?: Host
}

export interface RunOptions {
  /** The name that tracebacks show. */
  readonly filename?: string
}

/** The variables of the program, `__main__`'s. */
export interface Globals {
  /** As JavaScript's value; undefined if there is no such variable. */
  get(name: string): unknown
  set(name: string, value: unknown): this
  has(name: string): boolean
  delete(name: string): boolean
  keys(): string[]
}

/** An interpreter. It shares nothing with others, and reaches nothing of its host but what it was granted. */
export declare class Python {
  constructor(options?: PythonOptions)
  readonly globals: Globals
  /** Executes the text; answers the value of the last statement if that is an expression, else null. */
  run(source: string, options?: RunOptions): unknown
  /** The same, where the program may wait for promises: in `time.sleep`, `input()` and host functions that answer one. */
  runAsync(source: string, options?: RunOptions): Promise<unknown>
  /** Ends the program: runs what was registered with atexit and writes out what the streams hold. False if something could not be written. */
  finish(): boolean
}

/** A Python object that JavaScript has no form for. */
export declare class PythonObject {
  private constructor()
  /** The name of its type. */
  get type(): string
  get(name: string): unknown
  set(name: string, value: unknown): void
  call(...args: unknown[]): unknown
  /** Its repr. */
  toString(): string
}

export interface PythonFrame {
  readonly file: string
  readonly line: number
  readonly function: string
}

/** A Python exception that nobody caught. Its message is the last line of what Python prints. */
export declare class PythonError extends Error {
  private constructor()
  /** The name of the exception's type: `ValueError`, `json.decoder.JSONDecodeError`. */
  readonly type: string
  /** What Python prints for it. */
  readonly traceback: string
  /** From the outermost call to the one that raised. */
  readonly frames: readonly PythonFrame[]
}

export type LimitKind = 'timeout' | 'instructions' | 'memory' | 'output' | 'aborted'

/** A limit was reached. */
export declare class LimitError extends Error {
  constructor(limit: LimitKind)
  readonly limit: LimitKind
}

/** The clocks of whatever has the web's `performance`. */
export declare const webClock: HostClock
