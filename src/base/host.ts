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

export interface LentFile {
  readonly descriptor: number
  /** The position goes to where the program has left it. */
  giveBack(): void
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
  /** For a started program: the descriptor's number in the host, standing where the file's position is; to be given back when it has ended. */
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
  /** May the process do that? `mode` as access(2)'s. */
  mayAccess(path: string, mode: number): boolean
  changeMode(path: string, mode: number): void
  changeOwner(path: string, uid: number, gid: number, follows: boolean): void
  changeTimes(path: string, atime: bigint, mtime: bigint): void
}

/** The standard streams. Bytes: encoding is Python's business. */
export interface HostInput {
  readonly isTerminal: boolean
  /** The host's number for it, by which started programs can have it too; null for what is no file of the host. */
  readonly descriptor: number | null
  /** Up to `size` bytes; waits for some; none at the end of the input. */
  read(size: number): Uint8Array
}
export interface HostOutput {
  readonly isTerminal: boolean
  readonly descriptor: number | null
  write(bytes: Uint8Array): void
}

/**
 * What one of a started program's three standard streams is: a pipe of its own, the same as its standard output, nothing, or what a
 * file descriptor of the host names.
 */
export type ChildStream = 'pipe' | 'stdout' | 'none' | number

export interface ChildCommand {
  readonly file: string
  /** Beginning with its own name. */
  readonly args: readonly string[]
  readonly folder: string | null
  readonly environment: Readonly<Record<string, string>>
  readonly streams: readonly [ChildStream, ChildStream, ChildStream]
  /** Further descriptors of the host that the program has under the same numbers. */
  readonly inherits: readonly number[]
  readonly startsSession: boolean
  readonly umask: number | null
  readonly uid: number | null
  readonly gid: number | null
}

/** What the host tells about a started program, while somebody waits for it (`HostProcess.deliver`). */
export interface ChildEvents {
  /** Bytes that came through the pipe of its stream 1 or 2; none at the end. */
  wrote(stream: number, bytes: Uint8Array): void
  /** It reads no more of what is written to it. */
  stoppedReading(): void
  /** The status, or minus the number of the signal that ended it. */
  exited(status: number): void
}

/** A program that has been started. */
export interface HostChild {
  readonly pid: number
  write(bytes: Uint8Array): void
  closeInput(): void
  /** Nobody reads what comes from that stream any more. */
  closeOutput(stream: number): void
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
  /** Sets the mask of file modes; answers the one before. */
  setUmask(mask: number): number
  /** Null where the process has variables only. */
  usage(): ResourceUsage | null
  /** Starts a program, which then runs beside this one. */
  start(command: ChildCommand, events: ChildEvents): HostChild
  /** Waits, at most so long, until there is news of started programs, and tells it. */
  deliver(milliseconds: number): void
}

/** The packed library (tools/pack-library.ts) as the host stores it. */
export interface HostLibrary {
  /** Where the library appears in the file system of Python, without a slash at the end. */
  readonly folder: string
  /** The index that the packer wrote, as text: asked for when first something is imported. */
  readIndex(): string
  /** Bytes of the pack. */
  read(offset: number, length: number): Uint8Array
  /** Undoes Brotli, which the pack's pieces are compressed with; `size` is that of the result. */
  inflate(bytes: Uint8Array, size: number): Uint8Array
}

/** Gathers bytes; the digest can be asked for at any time. */
export interface HostHasher {
  update(bytes: Uint8Array): void
  digest(): Uint8Array
  copy(): HostHasher
}

/** The engine's garbage collector. */
export interface HostCollector {
  /** Frees what nothing refers to, and clears the weak references to it, before it answers. */
  collect(): void
  /** Weak references that were made or followed in this turn of the event loop hold on to their objects until it ends: ends that now. */
  release(): void
}

export interface Host {
  readonly clock: HostClock
  readonly library: HostLibrary | null
  readonly stdin: HostInput | null
  readonly stdout: HostOutput | null
  readonly stderr: HostOutput | null
  readonly files: HostFiles | null
  readonly process: HostProcess | null
  readonly collector: HostCollector | null
  /** Bytes that nobody can foretell. */
  random(count: number): Uint8Array
  /** A hash of the host's own, by OpenSSL's name for it. */
  hasher?(name: string): HostHasher
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
  stdin: null,
  stdout: null,
  stderr: null,
  files: null,
  process: null,
  collector: null,
  random: count => {
    throw new Error(`${count} random bytes wanted from a host that has none`)
  },
}
