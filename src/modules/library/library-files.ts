/**
 * The packed library as a folder: sources as files, compiled code as `.pyc` files in `__pycache__`, which are there when asked for by name
 * but not listed. So importlib, inspect, linecache and zipimport find everything where it is with any other Python.
 */
import { errors } from '../../base/errno.ts'
import { HostError, type FileStatus, type FolderEntry } from '../../base/host.ts'
import { cacheTag, magicNumber } from '../version.ts'
import type { LibraryStore } from './store.ts'

const fileMode = 0o100444
const folderMode = 0o040555
const kindMask = 0o170000

/** File descriptors of the library begin here: no host gives out so large ones. */
const firstDescriptor = 1 << 20

interface OpenFile {
  readonly bytes: Uint8Array
  readonly place: string
  position: number
}

const fail = (errno: number): never => {
  throw new HostError(errno)
}

export class LibraryFiles {
  readonly folder: string
  readonly #store: LibraryStore
  readonly #open: Map<number, OpenFile>
  #next: number
  constructor(store: LibraryStore) {
    this.folder = store.folder
    this.#store = store
    this.#open = new Map()
    this.#next = firstDescriptor
  }

  /** Where in the library an absolute path lies: '' for its top; null if elsewhere. */
  placeOf(path: string): string | null {
    if (path === this.folder) return ''
    return path.startsWith(`${this.folder}/`) ? path.slice(this.folder.length + 1) : null
  }

  exists(place: string): boolean {
    return this.#isFolder(place) || this.#bytes(place, 'size only') !== null
  }

  #isFolder(place: string): boolean {
    return this.#store.list(place) !== undefined
  }

  /** The contents of a file; null if there is none. */
  #bytes(
    place: string,
    wanted: 'contents' | 'size only',
  ): { readonly size: number; readonly bytes: Uint8Array } | null {
    const none = new Uint8Array(0)
    const row = this.#store.row(place)
    if (row !== undefined) return { size: row[0], bytes: wanted === 'contents' ? this.#store.source(place) : none }
    const source = sourceOfCached(place)
    if (source === null || this.#store.row(source)?.[3] === undefined) return null
    const size = this.#store.row(source)![3]! + 16
    return { size, bytes: wanted === 'contents' ? this.#cached(source) : none }
  }

  /** A `.pyc` file: magic number, flags, time and size of the source, code. */
  #cached(source: string): Uint8Array {
    const code = this.#store.marshalled(source)!
    const bytes = new Uint8Array(16 + code.length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, magicNumber | (0x0a0d << 16), true)
    view.setUint32(8, this.#store.index.modified >>> 0, true)
    view.setUint32(12, this.#store.row(source)![0], true)
    bytes.set(code, 16)
    return bytes
  }

  status(place: string): FileStatus {
    const isFolder = this.#isFolder(place)
    const file = isFolder ? null : this.#bytes(place, 'size only')
    if (!isFolder && file === null) fail(errors.ENOENT)
    const time = BigInt(this.#store.index.modified) * 1_000_000_000n
    const size = file?.size ?? 4096
    return {
      mode: isFolder ? folderMode : fileMode,
      ino: inodeOf(place),
      dev: 0,
      nlink: 1,
      uid: 0,
      gid: 0,
      size,
      atime: time,
      mtime: time,
      ctime: time,
      blksize: 4096,
      blocks: Math.ceil(size / 512),
      rdev: 0,
    }
  }

  list(place: string): FolderEntry[] {
    const names = this.#store.list(place)
    if (names === undefined) return fail(this.exists(place) ? errors.ENOTDIR : errors.ENOENT)
    return names.map(name => {
      const inside = place === '' ? name : `${place}/${name}`
      const kind = (this.#isFolder(inside) ? folderMode : fileMode) & kindMask
      return { name, kind, ino: inodeOf(inside) }
    })
  }

  open(place: string): number {
    if (this.#isFolder(place)) fail(errors.EISDIR)
    const file = this.#bytes(place, 'contents')
    if (file === null) return fail(errors.ENOENT)
    const fd = this.#next++
    this.#open.set(fd, { bytes: file.bytes, place, position: 0 })
    return fd
  }

  has(fd: number): boolean {
    return fd >= firstDescriptor && this.#open.has(fd)
  }

  #file(fd: number): OpenFile {
    return this.#open.get(fd) ?? fail(errors.EBADF)
  }

  close(fd: number): void {
    this.#open.delete(fd)
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    const file = this.#file(fd)
    const start = Math.min(position ?? file.position, file.bytes.length)
    const part = file.bytes.subarray(start, start + into.length)
    into.set(part)
    if (position === null) file.position = start + part.length
    return part.length
  }

  write(fd: number, _bytes: Uint8Array, _position: number | null): number {
    this.#file(fd)
    return fail(errors.EBADF)
  }

  seek(fd: number, offset: number, whence: number): number {
    const file = this.#file(fd)
    const start = whence === 0 ? 0 : whence === 1 ? file.position : file.bytes.length
    if (start + offset < 0) fail(errors.EINVAL)
    file.position = start + offset
    return file.position
  }

  truncate(_fd: number, _length: number): void {
    fail(errors.EINVAL)
  }

  sync(_fd: number): void {}

  duplicate(fd: number): number {
    const file = this.#file(fd)
    const copy = this.#next++
    // The two share one position, as file descriptors that were duplicated do.
    this.#open.set(copy, file)
    return copy
  }

  isTerminal(_fd: number): boolean {
    return false
  }

  statusOf(fd: number): FileStatus {
    return this.status(this.#file(fd).place)
  }
}

/** The source whose compiled code has that path; null if it is not such a path. */
function sourceOfCached(place: string): string | null {
  const match = /^((?:.*\/)?)__pycache__\/([^/.]+)\.([^/.]+)\.pyc$/.exec(place)
  return match === null || match[3] !== cacheTag ? null : `${match[1]}${match[2]}.py`
}

/** A number that is the same whenever the file is asked for. */
function inodeOf(place: string): number {
  let hash = 0
  for (let i = 0; i < place.length; i++) hash = (Math.imul(hash, 31) + place.charCodeAt(i)) >>> 0
  return hash + 1
}
