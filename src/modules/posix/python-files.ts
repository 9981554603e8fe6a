/**
 * The file system that Python code sees: the host's, as far as it is granted, with the packed library as a folder that cannot be
 * written, and the standard streams as the first three file descriptors.
 *
 * Where no file system was granted, everything outside the library answers EACCES.
 */
import { errors } from '../../base/errno.ts'
import { HostError, type FileStatus, type FolderEntry, type HostFiles, type LentFile } from '../../base/host.ts'
import { vm, type Vm } from '../../objects/vm.ts'
import { DescriptorTable } from './descriptor-table.ts'
import { LibraryFiles } from '../library/library-files.ts'
import { libraryOf } from '../library/store.ts'
import { lostDescriptors, noteClosed, writeHeld } from './left-open.ts'
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
  /** Standard streams that are closed. */
  readonly #closed: Set<number>
  readonly #copies: DescriptorTable
  /** Numbers of copies that the host holds open, for nothing. */
  readonly #reserved: Set<number>
  #nextCopy: number
  constructor(owner: Vm) {
    this.#vm = owner
    this.#host = owner.host.files
    const library = libraryOf(owner.host)
    this.#library = library === null ? null : new LibraryFiles(library)
    this.#pipes = new PipeFiles()
    this.#folder = '/'
    this.#closed = new Set()
    this.#copies = new DescriptorTable()
    this.#reserved = new Set()
    this.#nextCopy = 3
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
    writeHeld()
    const place = this.#inLibrary(path)
    if (place === null) return this.#numbered(this.#openGranted(path, flags, mode))
    if ((flags & writeFlags) !== 0) fail(errors.EROFS)
    return this.#library!.open(place)
  }

  #openGranted(path: string, flags: number, mode: number): number {
    const host = this.#ungranted()
    try {
      return host.open(path, flags, mode)
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.errno !== errors.EMFILE) throw thrown
      for (const fd of lostDescriptors()) this.close(fd)
      return host.open(path, flags, mode)
    }
  }

  /** The host may give a number that a copy has already. */
  #numbered(fd: number): number {
    if (!this.#copies.has(fd)) return fd
    const other = this.#reserve()
    this.#copies.rename(fd, other)
    return other
  }

  /** A number for a copy; the host, which then has nothing to do with it, is kept from giving it to a file. */
  #reserve(): number {
    if (this.#host === null) return this.#nextCopy++
    const fd = this.#host.open('/dev/null', 0, 0)
    this.#reserved.add(fd)
    return this.#copies.has(fd) ? this.#reserve() : fd
  }

  #isStandard(fd: number): boolean {
    return fd >= 0 && fd <= 2
  }

  /** Who answers for a descriptor, and its number there; null for a standard stream. */
  #behind(fd: number): { readonly fd: number; readonly files: HostFiles | LibraryFiles | PipeFiles | null } {
    if (this.#pipes.has(fd)) return { fd, files: this.#pipes }
    const own = this.#copies.behind(fd)
    if (own < 0) fail(errors.EBADF)
    if (this.#isStandard(own)) return { fd: own, files: null }
    if (this.#library?.has(own) === true) return { fd: own, files: this.#library }
    return { fd: own, files: this.#host ?? fail(errors.EBADF) }
  }

  close(fd: number): void {
    noteClosed(fd)
    if (this.#pipes.has(fd)) {
      this.#pipes.close(fd)
      return
    }
    const behind = this.#copies.release(fd)
    if (this.#reserved.delete(fd)) this.#host!.close(fd)
    if (behind === null) return
    const { fd: own, files } = this.#behind(behind)
    if (files !== null) files.close(own)
    else if (this.#closed.has(own)) fail(errors.EBADF)
    else this.#closed.add(own)
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    const { fd: own, files } = this.#behind(fd)
    if (files !== null) return files.read(own, into, position)
    const input = own === 0 && !this.#closed.has(0) ? this.#vm.host.stdin : null
    if (input === null) return fail(errors.EBADF)
    const bytes = input.read(into.length)
    into.set(bytes)
    return bytes.length
  }

  awaited(fd: number): (() => boolean) | null {
    return this.#pipes.has(fd) ? this.#pipes.awaited(fd) : null
  }

  write(fd: number, bytes: Uint8Array, position: number | null): number {
    const { fd: own, files } = this.#behind(fd)
    if (files !== null) return files.write(own, bytes, position)
    const { stdout, stderr } = this.#vm.host
    const output = this.#closed.has(own) ? null : own === 1 ? stdout : own === 2 ? stderr : null
    if (output === null) return fail(errors.EBADF)
    output.write(bytes)
    return bytes.length
  }

  seek(fd: number, offset: number, whence: number): number {
    const { fd: own, files } = this.#behind(fd)
    return (files ?? fail(errors.ESPIPE)).seek(own, offset, whence)
  }

  truncate(fd: number, length: number): void {
    const { fd: own, files } = this.#behind(fd)
    ;(files ?? fail(errors.EINVAL)).truncate(own, length)
  }

  sync(fd: number): void {
    const { fd: own, files } = this.#behind(fd)
    ;(files ?? fail(errors.EINVAL)).sync(own)
  }

  duplicate(fd: number): number {
    this.statusOf(fd)
    if (this.#pipes.has(fd)) return this.#pipes.duplicate(fd)
    const copy = this.#reserve()
    this.#copies.copy(fd, copy)
    return copy
  }

  /** As dup2(2). */
  duplicateTo(fd: number, copy: number): void {
    this.statusOf(fd)
    if (copy < 0) fail(errors.EBADF)
    if (fd === copy) return
    if (this.#isOpen(copy)) this.close(copy)
    if (this.#pipes.has(fd)) this.#pipes.duplicateTo(fd, copy)
    else this.#copies.copy(fd, copy)
  }

  #isOpen(fd: number): boolean {
    try {
      this.statusOf(fd)
      return true
    } catch (thrown) {
      if (thrown instanceof HostError) return false
      throw thrown
    }
  }

  /** What lies in the library or within the program has no descriptor in the host. */
  lend(fd: number): LentFile {
    const { fd: own, files } = this.#behind(fd)
    if (files !== null) return files === this.#host ? this.#host.lend(own) : fail(errors.EBADF)
    const { stdin, stdout, stderr } = this.#vm.host
    const descriptor = this.#closed.has(own) ? null : ([stdin, stdout, stderr][own]?.descriptor ?? null)
    return { descriptor: descriptor ?? fail(errors.EBADF), giveBack: () => {} }
  }

  /** The standard stream that a descriptor stands for, if it stands for one. */
  standardStream(fd: number): number | null {
    const { fd: own, files } = this.#behind(fd)
    return files === null ? own : null
  }

  /** Only pipes can be told not to wait. */
  isBlocking(fd: number): boolean {
    this.statusOf(fd)
    return !this.#pipes.has(fd) || this.#pipes.isBlocking(fd)
  }

  setBlocking(fd: number, blocking: boolean): void {
    this.statusOf(fd)
    if (this.#pipes.has(fd)) this.#pipes.setBlocking(fd, blocking)
  }

  isTerminal(fd: number): boolean {
    const { fd: own, files } = this.#behind(fd)
    if (files !== null) return files.isTerminal(own)
    const { stdin, stdout, stderr } = this.#vm.host
    return [stdin, stdout, stderr][own]?.isTerminal ?? false
  }

  terminalSize(fd: number): { readonly columns: number; readonly lines: number } {
    return (this.#host ?? fail(errors.ENOTTY)).terminalSize(this.#behind(fd).fd)
  }

  statusOf(fd: number): FileStatus {
    const { fd: own, files } = this.#behind(fd)
    if (files !== null) return files.statusOf(own)
    return this.#host === null || this.#closed.has(own) ? this.#streamStatus(own) : this.#host.statusOf(own)
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
    writeHeld()
    const place = this.#inLibrary(path)
    return place === null ? this.#ungranted().status(path, links) : this.#library!.status(place)
  }

  list(path: string): FolderEntry[] {
    const place = this.#inLibrary(path)
    return place === null ? this.#ungranted().list(path) : this.#library!.list(place)
  }

  /** The path of what a descriptor is open for: Linux has one. */
  pathOfOpen(fd: number): string {
    this.statusOf(fd)
    return `/proc/self/fd/${this.#behind(fd).fd}`
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

  /** The same for something that must be there: what is not there is missed first. */
  #removable(path: string): HostFiles {
    const place = this.#inLibrary(path)
    return place === null || this.#library!.exists(place) ? this.#writable(path) : fail(errors.ENOENT)
  }

  removeFolder(path: string): void {
    this.#removable(path).removeFolder(path)
  }

  remove(path: string): void {
    this.#removable(path).remove(path)
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

  /** By descriptor, through the host's list of what is open. */
  changeModeOf(fd: number, mode: number): void {
    this.statusOf(fd)
    const { fd: own, files } = this.#behind(fd)
    if (files !== null && files !== this.#host) fail(errors.EROFS)
    this.#ungranted().changeMode(`/proc/self/fd/${own}`, mode)
  }

  changeOwner(path: string, uid: number, gid: number, follows: boolean): void {
    this.#writable(path).changeOwner(path, uid, gid, follows)
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
