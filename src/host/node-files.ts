/**
 * The machine's file system.
 *
 * Node has no lseek: it reads at the kernel's position or at a given one, so positions of seekable files are kept here and
 * every read and write of them is at a given one. Names that are no UTF-8 come to Python with surrogates for their odd bytes
 * (PEP 383), and go back the same way.
 */
import fs from 'node:fs'
import { decodeHandlers, encodeHandlers, CodecError } from '../base/codec-errors.ts'
import { errors } from '../base/errno.ts'
import { HostError, type FileStatus, type FolderEntry, type HostFiles, type LentFile } from '../base/host.ts'
import { textFromUtf16, utf16FromText } from '../base/text.ts'
import { decodeUtf8, encodeUtf8 } from '../base/utf-8.ts'
import { translated } from './node-errors.ts'

const { S_IFMT, S_IFREG } = fs.constants

/** A path as Node takes it: bytes where the text has surrogates that stand for bytes. */
function nodePath(path: string): string | Buffer {
  if (path.includes('\0')) throw new HostError(errors.EINVAL)
  if (path.isWellFormed()) return path
  const bytes = encodeUtf8(textFromUtf16(path), encodeHandlers['surrogateescape']!)
  if (bytes instanceof CodecError) throw new HostError(errors.EINVAL)
  return Buffer.from(bytes)
}

function textFromBytes(bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes, 'final', decodeHandlers['surrogateescape']!)
  if (decoded instanceof CodecError) throw new HostError(errors.EILSEQ)
  return utf16FromText(decoded.text)
}

/** The one device of Linux's memory devices that has no position. */
const kernelLog = 0x10b

/** A seekable file's position; whether writes go to the end. */
interface Open {
  position: number
  readonly appends: boolean
  readonly writes: boolean
}

function statusFrom(stats: fs.BigIntStats): FileStatus {
  const small = (value: bigint): number | bigint => (value <= Number.MAX_SAFE_INTEGER ? Number(value) : value)
  return {
    mode: Number(stats.mode),
    ino: small(stats.ino),
    dev: small(stats.dev),
    nlink: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    size: Number(stats.size),
    atime: stats.atimeNs,
    mtime: stats.mtimeNs,
    ctime: stats.ctimeNs,
    blksize: Number(stats.blksize),
    blocks: Number(stats.blocks),
    rdev: Number(stats.rdev),
  }
}

function kindOf(entry: fs.Dirent<string | Buffer>): number {
  const { S_IFDIR, S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK } = fs.constants
  if (entry.isFile()) return S_IFREG
  if (entry.isDirectory()) return S_IFDIR
  if (entry.isSymbolicLink()) return S_IFLNK
  if (entry.isFIFO()) return S_IFIFO
  if (entry.isSocket()) return S_IFSOCK
  if (entry.isCharacterDevice()) return S_IFCHR
  return entry.isBlockDevice() ? S_IFBLK : 0
}

export class NodeFiles implements HostFiles {
  readonly #open = new Map<number, Open>()

  workingFolder(): string {
    return translated(() => process.cwd())
  }

  changeFolder(path: string): void {
    translated(() => process.chdir(path))
  }

  open(path: string, flags: number, mode: number): number {
    return translated(() => {
      const fd = fs.openSync(nodePath(path), flags, mode)
      const stats = fs.fstatSync(fd)
      if ((stats.mode & S_IFMT) === S_IFREG)
        this.#open.set(fd, {
          position: 0,
          appends: (flags & fs.constants.O_APPEND) !== 0,
          writes: (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0,
        })
      return fd
    })
  }

  close(fd: number): void {
    this.#open.delete(fd)
    translated(() => fs.closeSync(fd))
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    const open = this.#open.get(fd)
    const at = position ?? open?.position ?? null
    const count = translated(() => fs.readSync(fd, into, 0, into.length, at))
    if (position === null && open !== undefined) open.position += count
    return count
  }

  write(fd: number, bytes: Uint8Array, position: number | null): number {
    const open = this.#open.get(fd)
    const at = open?.appends === true ? null : (position ?? open?.position ?? null)
    const count = translated(() => fs.writeSync(fd, bytes, 0, bytes.length, at))
    if (position === null && open !== undefined)
      open.position = open.appends ? Number(this.statusOf(fd).size) : open.position + count
    return count
  }

  seek(fd: number, offset: number, whence: number): number {
    const open = this.#open.get(fd)
    if (open === undefined) {
      // /dev/null and its like may be told to go anywhere, and are at 0 ever after.
      const { mode, rdev } = this.statusOf(fd)
      if ((mode & S_IFMT) === fs.constants.S_IFCHR && rdev >> 8 === 1 && rdev !== kernelLog) return 0
      throw new HostError(errors.ESPIPE)
    }
    const start = whence === 0 ? 0 : whence === 1 ? open.position : this.statusOf(fd).size
    if (whence > 2 || start + offset < 0) throw new HostError(errors.EINVAL)
    open.position = start + offset
    return open.position
  }

  truncate(fd: number, length: number): void {
    translated(() => fs.ftruncateSync(fd, length))
  }

  sync(fd: number): void {
    translated(() => fs.fsyncSync(fd))
  }

  /** The kernel's own position is at the start: reading moves it, and for writing the file is opened once more, at its end. */
  lend(fd: number): LentFile {
    const open = this.#open.get(fd)
    if (open === undefined || (open.position === 0 && !open.writes)) return { descriptor: fd, giveBack: () => {} }
    const mode = open.writes ? fs.constants.O_RDWR | fs.constants.O_APPEND : fs.constants.O_RDONLY
    const descriptor = translated(() => fs.openSync(`/proc/self/fd/${fd}`, mode))
    if (!open.writes) translated(() => fs.readSync(descriptor, new Uint8Array(open.position), 0, open.position, null))
    const giveBack = (): void => {
      fs.closeSync(descriptor)
      if (open.writes && this.#open.get(fd) === open) open.position = Number(this.statusOf(fd).size)
    }
    return { descriptor, giveBack }
  }

  isTerminal(fd: number): boolean {
    this.statusOf(fd)
    return process.getBuiltinModule('node:tty').isatty(fd)
  }

  terminalSize(fd: number): { readonly columns: number; readonly lines: number } {
    const { isatty, WriteStream } = process.getBuiltinModule('node:tty')
    if (!isatty(fd)) throw new HostError(errors.ENOTTY)
    const { columns, rows } = fd === 1 ? process.stdout : fd === 2 ? process.stderr : new WriteStream(fd)
    return { columns, lines: rows }
  }

  statusOf(fd: number): FileStatus {
    return translated(() => statusFrom(fs.fstatSync(fd, { bigint: true })))
  }

  status(path: string, links: 'follow' | 'keep'): FileStatus {
    const place = nodePath(path)
    const stats = translated(() =>
      (links === 'follow' ? fs.statSync : fs.lstatSync)(place, { bigint: true, throwIfNoEntry: false }),
    )
    // Made without an exception of Node's, whose stack costs more than the call: imports look for many files that are not there.
    if (stats === undefined) throw new HostError(errors.ENOENT)
    return statusFrom(stats)
  }

  list(path: string): FolderEntry[] {
    const folder = nodePath(path)
    // As text, which takes a third of the time, unless a name is no UTF-8.
    const entries = translated(() => fs.readdirSync(folder, { withFileTypes: true }))
    if (!entries.some(entry => entry.name.includes('\ufffd')))
      return entries.map(entry => ({ name: entry.name, kind: kindOf(entry), ino: 0 }))
    return translated(() => fs.readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })).map(entry => ({
      name: textFromBytes(entry.name),
      kind: kindOf(entry),
      ino: 0,
    }))
  }

  makeFolder(path: string, mode: number): void {
    translated(() => fs.mkdirSync(nodePath(path), { mode }))
  }

  removeFolder(path: string): void {
    translated(() => fs.rmdirSync(nodePath(path)))
  }

  remove(path: string): void {
    translated(() => fs.unlinkSync(nodePath(path)))
  }

  rename(from: string, to: string): void {
    translated(() => fs.renameSync(nodePath(from), nodePath(to)))
  }

  link(existing: string, path: string): void {
    translated(() => fs.linkSync(nodePath(existing), nodePath(path)))
  }

  symbolicLink(target: string, path: string): void {
    translated(() => fs.symlinkSync(nodePath(target), nodePath(path)))
  }

  readLink(path: string): string {
    return translated(() => textFromBytes(fs.readlinkSync(nodePath(path), { encoding: 'buffer' })))
  }

  realPath(path: string): string {
    return translated(() => textFromBytes(fs.realpathSync.native(nodePath(path), { encoding: 'buffer' })))
  }

  mayAccess(path: string, mode: number): boolean {
    try {
      fs.accessSync(nodePath(path), mode)
      return true
    } catch {
      return false
    }
  }

  changeMode(path: string, mode: number): void {
    translated(() => fs.chmodSync(nodePath(path), mode))
  }

  changeOwner(path: string, uid: number, gid: number, follows: boolean): void {
    translated(() => (follows ? fs.chownSync : fs.lchownSync)(nodePath(path), uid, gid))
  }

  changeTimes(path: string, atime: bigint, mtime: bigint): void {
    // Node takes seconds as a double and cuts off what is below a microsecond: of whole ones, none may be lost.
    const seconds = (time: bigint): number => Number(time) / 1e9 + 2e-7
    translated(() => fs.utimesSync(nodePath(path), seconds(atime), seconds(mtime)))
  }
}
