/**
 * The file system that Python code sees: the host's, as far as it is granted, with the packed library as a folder that cannot be
 * written, and the standard streams as the first three file descriptors.
 *
 * Where no file system was granted, everything outside the library answers EACCES.
 */
import { errors } from '../../base/errno.ts'
import { HostError, type FileStatus, type FolderEntry, type HostFiles, type LentFile } from '../../base/host.ts'
import { vm, type Vm } from '../../objects/vm.ts'
import { LibraryFiles } from '../library/library-files.ts'
import { libraryOf } from '../library/store.ts'
import { PipeFiles } from './pipe-files.ts'

const fail = (errno: number): never => {
  throw new HostError(errno)
}

const writeFlags = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000

export class PythonFiles implements HostFiles {
  readonly #vm: Vm
  readonly #host: HostFiles | null
  readonly #library: LibraryFiles | null
  readonly #pipes: PipeFiles
  /** Without a file system of the host, the current folder is a mere name. */
  #folder: string
  readonly #closed: Set<number>
  constructor(owner: Vm) {
    this.#vm = owner
    this.#host = owner.host.files
    const library = libraryOf(owner.host)
    this.#library = library === null ? null : new LibraryFiles(library)
    this.#pipes = new PipeFiles()
    this.#folder = '/'
    this.#closed = new Set()
  }

  /** The path in the library that `path` names, or null. */
  #inLibrary(path: string): string | null {
    if (this.#library === null) return null
    // Almost every path is another one, and need not be made absolute to see it.
    if (path.startsWith('/') && !path.startsWith(this.#library.folder) && !path.includes('/..')) return null
    return this.#library.placeOf(absolutePath(path, this.workingFolder()))
  }

  #ungranted(): HostFiles {
    return this.#host ?? fail(errors.EACCES)
  }

  workingFolder(): string {
    return this.#host === null ? this.#folder : this.#host.workingFolder()
  }

  changeFolder(path: string): void {
    if (this.#host !== null) {
      this.#host.changeFolder(path)
      return
    }
    const place = this.#inLibrary(path)
    if (place === null) fail(errors.EACCES)
    this.#folder = absolutePath(path, this.#folder)
  }

  open(path: string, flags: number, mode: number): number {
    const place = this.#inLibrary(path)
    if (place === null) return this.#ungranted().open(path, flags, mode)
    if ((flags & writeFlags) !== 0) fail(errors.EROFS)
    return this.#library!.open(place)
  }

  #isStandard(fd: number): boolean {
    return fd >= 0 && fd <= 2
  }

  /** Who answers for a file descriptor that is no standard stream. */
  #filesOf(fd: number): HostFiles | LibraryFiles | PipeFiles {
    if (this.#library?.has(fd) === true) return this.#library
    if (this.#pipes.has(fd)) return this.#pipes
    return this.#host ?? fail(errors.EBADF)
  }

  close(fd: number): void {
    if (!this.#isStandard(fd)) this.#filesOf(fd).close(fd)
    else if (this.#closed.has(fd)) fail(errors.EBADF)
    else this.#closed.add(fd)
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    if (!this.#isStandard(fd)) return this.#filesOf(fd).read(fd, into, position)
    const input = fd === 0 && !this.#closed.has(0) ? this.#vm.host.stdin : null
    if (input === null) return fail(errors.EBADF)
    const bytes = input.read(into.length)
    into.set(bytes)
    return bytes.length
  }

  write(fd: number, bytes: Uint8Array, position: number | null): number {
    if (!this.#isStandard(fd)) return this.#filesOf(fd).write(fd, bytes, position)
    const { stdout, stderr } = this.#vm.host
    const output = this.#closed.has(fd) ? null : fd === 1 ? stdout : fd === 2 ? stderr : null
    if (output === null) return fail(errors.EBADF)
    output.write(bytes)
    return bytes.length
  }

  seek(fd: number, offset: number, whence: number): number {
    return this.#isStandard(fd) ? fail(errors.ESPIPE) : this.#filesOf(fd).seek(fd, offset, whence)
  }

  truncate(fd: number, length: number): void {
    if (this.#isStandard(fd)) fail(errors.EINVAL)
    this.#filesOf(fd).truncate(fd, length)
  }

  sync(fd: number): void {
    if (this.#isStandard(fd)) fail(errors.EINVAL)
    this.#filesOf(fd).sync(fd)
  }

  duplicate(fd: number): number {
    return this.#isStandard(fd) ? this.#ungranted().duplicate(fd) : this.#filesOf(fd).duplicate(fd)
  }

  /** What lies in the library or within the program has no descriptor in the host. */
  lend(fd: number): LentFile {
    if (this.#library?.has(fd) === true || this.#pipes.has(fd)) fail(errors.EBADF)
    if (!this.#isStandard(fd)) return this.#ungranted().lend(fd)
    const { stdin, stdout, stderr } = this.#vm.host
    const descriptor = this.#closed.has(fd) ? null : ([stdin, stdout, stderr][fd]?.descriptor ?? null)
    return { descriptor: descriptor ?? fail(errors.EBADF), giveBack: () => {} }
  }

  isTerminal(fd: number): boolean {
    const { stdin, stdout, stderr } = this.#vm.host
    if (this.#isStandard(fd)) return [stdin, stdout, stderr][fd]?.isTerminal ?? false
    return this.#filesOf(fd).isTerminal(fd)
  }

  terminalSize(fd: number): { readonly columns: number; readonly lines: number } {
    return (this.#host ?? fail(errors.ENOTTY)).terminalSize(fd)
  }

  statusOf(fd: number): FileStatus {
    if (this.#isStandard(fd) && (this.#host === null || this.#closed.has(fd))) return this.#streamStatus(fd)
    return this.#isStandard(fd) ? this.#host!.statusOf(fd) : this.#filesOf(fd).statusOf(fd)
  }

  /** Of a standard stream that is a function of the embedder: a pipe, as far as anybody can see. */
  #streamStatus(fd: number): FileStatus {
    const { stdin, stdout, stderr } = this.#vm.host
    if (this.#closed.has(fd) || [stdin, stdout, stderr][fd] === null) fail(errors.EBADF)
    const mode = this.isTerminal(fd) ? 0o020620 : 0o010600
    return {
      mode,
      ino: fd,
      dev: 0,
      nlink: 1,
      uid: 0,
      gid: 0,
      size: 0,
      atime: 0n,
      mtime: 0n,
      ctime: 0n,
      blksize: 4096,
      blocks: 0,
      rdev: 0,
    }
  }

  status(path: string, links: 'follow' | 'keep'): FileStatus {
    const place = this.#inLibrary(path)
    return place === null ? this.#ungranted().status(path, links) : this.#library!.status(place)
  }

  list(path: string): FolderEntry[] {
    const place = this.#inLibrary(path)
    return place === null ? this.#ungranted().list(path) : this.#library!.list(place)
  }

  mayAccess(path: string, mode: number): boolean {
    const place = this.#inLibrary(path)
    if (place === null) return this.#host?.mayAccess(path, mode) ?? false
    return this.#library!.exists(place) && (mode & 2) === 0
  }

  readLink(path: string): string {
    const place = this.#inLibrary(path)
    if (place === null) return this.#ungranted().readLink(path)
    return fail(this.#library!.exists(place) ? errors.EINVAL : errors.ENOENT)
  }

  realPath(path: string): string {
    return this.#inLibrary(path) === null ? this.#ungranted().realPath(path) : absolutePath(path, this.workingFolder())
  }

  /** The host's file system, to change something at that path. */
  #writable(path: string): HostFiles {
    return this.#inLibrary(path) === null ? this.#ungranted() : fail(errors.EROFS)
  }

  makeFolder(path: string, mode: number): void {
    const place = this.#inLibrary(path)
    if (place !== null && this.#library!.exists(place)) fail(errors.EEXIST)
    this.#writable(path).makeFolder(path, mode)
  }

  removeFolder(path: string): void {
    this.#writable(path).removeFolder(path)
  }

  remove(path: string): void {
    this.#writable(path).remove(path)
  }

  rename(from: string, to: string): void {
    this.#writable(to)
    this.#writable(from).rename(from, to)
  }

  link(existing: string, path: string): void {
    this.#writable(existing)
    this.#writable(path).link(existing, path)
  }

  symbolicLink(target: string, path: string): void {
    this.#writable(path).symbolicLink(target, path)
  }

  changeMode(path: string, mode: number): void {
    this.#writable(path).changeMode(path, mode)
  }

  changeOwner(path: string, uid: number, gid: number): void {
    this.#writable(path).changeOwner(path, uid, gid)
  }

  changeTimes(path: string, atime: bigint, mtime: bigint): void {
    this.#writable(path).changeTimes(path, atime, mtime)
  }

  /** The whole of a file. */
  readAll(path: string): Uint8Array {
    const fd = this.open(path, 0, 0)
    try {
      return readToEnd(this, fd)
    } finally {
      this.close(fd)
    }
  }
}

/** What is left of an open file. */
function readToEnd(files: HostFiles, fd: number): Uint8Array {
  let bytes = new Uint8Array(Math.max(files.statusOf(fd).size + 1, 4096))
  let length = 0
  for (;;) {
    const count = files.read(fd, bytes.subarray(length), null)
    length += count
    if (count === 0) return bytes.slice(0, length)
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2)
      larger.set(bytes)
      bytes = larger
    }
  }
}

/** Absolute, without `.`, `..` and doubled slashes. */
export function absolutePath(path: string, folder: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

const key = { create: () => new PythonFiles(vm) }

export const pythonFiles = (): PythonFiles => vm.state(key)
