/** Endpoints within the program (socket/pair.ts) as files: what `os.pipe` makes. */
import { errors } from '../../base/errno.ts'
import { HostError, type FileStatus } from '../../base/host.ts'
import { waitFor } from '../../interpreter/threads.ts'
import { endpoints, type Endpoint } from '../socket/pair.ts'

const fail = (errno: number): never => {
  throw new HostError(errno)
}

const pipeMode = 0o010600

export class PipeFiles {
  has(fd: number): boolean {
    return endpoints().open.has(fd)
  }

  #endpoint(fd: number): Endpoint {
    return endpoints().open.get(fd) ?? fail(errors.EBADF)
  }

  close(fd: number): void {
    this.#endpoint(fd)
    endpoints().close(fd)
  }

  read(fd: number, into: Uint8Array, _position: number | null): number {
    const endpoint = this.#endpoint(fd)
    if (!endpoint.isBlocking && !endpoint.isReadable) fail(errors.EAGAIN)
    waitFor(() => endpoint.isReadable, null)
    const bytes = endpoint.receive(into.length, 'take')!
    into.set(bytes)
    return bytes.length
  }

  /** What must be so before a read of the descriptor goes on; null if nothing. */
  awaited(fd: number): (() => boolean) | null {
    const endpoint = this.#endpoint(fd)
    return endpoint.isBlocking && !endpoint.isReadable ? () => endpoint.isReadable : null
  }

  write(fd: number, bytes: Uint8Array, _position: number | null): number {
    this.#endpoint(fd).send(bytes)
    return bytes.length
  }

  seek(_fd: number, _offset: number, _whence: number): number {
    return fail(errors.ESPIPE)
  }

  truncate(_fd: number, _length: number): void {
    fail(errors.EINVAL)
  }

  sync(_fd: number): void {
    fail(errors.EINVAL)
  }

  duplicate(fd: number): number {
    return endpoints().add(this.#endpoint(fd))
  }

  duplicateTo(fd: number, copy: number): void {
    endpoints().place(this.#endpoint(fd), copy)
  }

  isBlocking(fd: number): boolean {
    return this.#endpoint(fd).isBlocking
  }

  setBlocking(fd: number, blocking: boolean): void {
    this.#endpoint(fd).isBlocking = blocking
  }

  isTerminal(_fd: number): boolean {
    return false
  }

  statusOf(fd: number): FileStatus {
    this.#endpoint(fd)
    const none = { dev: 0, nlink: 1, uid: 0, gid: 0, size: 0, atime: 0n, mtime: 0n, ctime: 0n, rdev: 0 }
    return { ...none, mode: pipeMode, ino: fd, blksize: 4096, blocks: 0 }
  }
}
