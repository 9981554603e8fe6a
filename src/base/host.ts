/**
 * The host: everything outside the program that Python code could reach, as capabilities that an embedder grants or leaves out.
 *
 * Nothing below the folder `host` touches the machine except through the `Host` of the current interpreter. What is null has not
 * been granted; the modules then behave as on a machine that has no such thing, or raise PermissionError.
 *
 * All calls are synchronous, as Python's are. What fails throws a `HostError`, whose number is Linux's `errno` on every
 * host; the modules make it an OSError, adding the file's name.
 */

/** Why a call of the host failed. No JavaScript `Error`: no stack is captured. */
export class HostError {
  readonly errno: number
  constructor(errno: number) {
    this.errno = errno
  }
}

/** Clocks, in nanoseconds; and waiting. */
export interface HostClock {
  /** Since 1970, UTC. */
  now(): bigint
  /** From an arbitrary start; never goes back. */
  monotonic(): bigint
  /** Processor time that this process has used. */
  processTime(): bigint
  /** Waits, blocking. */
  sleep(milliseconds: number): void
  /** Waits while the host's event loop runs, for programs that can be suspended. */
  wait?(milliseconds: number): Promise<void>
  /** Of the local time zone at a moment (in ms since 1970): seconds *west* of UTC, whether it is daylight saving time, and its short name. */
  zone(milliseconds: number): { readonly secondsWest: number; readonly isDaylight: boolean; readonly name: string }
}

/** What `stat` answers; times in nanoseconds since 1970. */
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

/** A name in a folder, and the bits of its mode that say what it is (`S_IFMT`); 0 if the host does not know without asking. */
export interface FolderEntry {
  readonly name: string
  readonly kind: number
  readonly ino: number | bigint
}

/** A file system. Paths are absolute or relative to `workingFolder`; flags and modes are Linux's. */
export interface HostFiles {
  workingFolder(): string
  changeFolder(path: string): void
  open(path: string, flags: number, mode: number): number
  close(fd: number): void
  /** At the file's own position, which it moves, if `position` is null. Answers the count of bytes; 0 at the end. */
  read(fd: number, into: Uint8Array, position: number | null): number
  write(fd: number, bytes: Uint8Array, position: number | null): number
  /** `whence` as lseek's: 0 start, 1 current, 2 end. Answers the new position. */
  seek(fd: number, offset: number, whence: number): number
  truncate(fd: number, length: number): void
  sync(fd: number): void
  duplicate(fd: number): number
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
  /** May the process do that? `mode` as access(2)'s. */
  mayAccess(path: string, mode: number): boolean
  changeMode(path: string, mode: number): void
  changeOwner(path: string, uid: number, gid: number): void
  changeTimes(path: string, atime: bigint, mtime: bigint): void
}

/** The standard streams. Bytes: encoding is Python's business. */
export interface HostInput {
  readonly isTerminal: boolean
  /** Up to `size` bytes; waits for some; none at the end of the input. */
  read(size: number): Uint8Array
}
export interface HostOutput {
  readonly isTerminal: boolean
  write(bytes: Uint8Array): void
}

export interface CommandResult {
  readonly status: number
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
}

/** What the process has used: times in microseconds, sizes in kilobytes, the rest counts. As getrusage(2). */
export interface ResourceUsage {
  readonly userTime: number
  readonly systemTime: number
  readonly maximumResidentSize: number
  readonly minorFaults: number
  readonly majorFaults: number
  readonly readings: number
  readonly writings: number
  readonly voluntarySwitches: number
  readonly involuntarySwitches: number
}

/** The process, its environment and others. */
export interface HostProcess {
  readonly pid: number
  readonly parentPid: number
  readonly uid: number
  readonly gid: number
  readonly hostName: string
  readonly systemRelease: string
  readonly systemVersion: string
  readonly machine: string
  readonly processorCount: number
  environment(): Readonly<Record<string, string>>
  /** Changes the environment of processes to come; undefined removes. */
  setEnvironment(name: string, value: string | undefined): void
  signal(pid: number, number: number): void
  /** Null where the process has variables only. */
  usage(): ResourceUsage | null
  /** Runs a program to its end. */
  run(file: string, args: readonly string[], options: CommandOptions): CommandResult
}
export interface CommandOptions {
  readonly folder: string | null
  readonly environment: Readonly<Record<string, string>> | null
  readonly input: Uint8Array
}

/** The packed library (tools/pack-library.ts) as the host stores it. */
export interface HostLibrary {
  /** Where the library appears in the file system of Python, without a slash at the end. */
  readonly folder: string
  /** The index that the packer wrote, as text: asked for when first something is imported. */
  readIndex(): string
  /** Bytes of the pack. */
  read(offset: number, length: number): Uint8Array
}

/** How the pack's pieces are compressed. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array

export interface Host {
  readonly clock: HostClock
  readonly library: HostLibrary | null
  readonly inflate: Inflate | null
  readonly stdin: HostInput | null
  readonly stdout: HostOutput | null
  readonly stderr: HostOutput | null
  readonly files: HostFiles | null
  readonly process: HostProcess | null
  /** Bytes that nobody can foretell. */
  random(count: number): Uint8Array
}

/** What is never granted: an interpreter that can only compute. Its clock stands still. */
export const bareHost: Host = {
  clock: {
    now: () => 0n,
    monotonic: () => 0n,
    processTime: () => 0n,
    sleep: () => {},
    zone: () => ({ secondsWest: 0, isDaylight: false, name: 'UTC' }),
  },
  library: null,
  inflate: null,
  stdin: null,
  stdout: null,
  stderr: null,
  files: null,
  process: null,
  random: count => {
    throw new Error(`${count} random bytes wanted from a host that has none`)
  },
}
