/**
 * Sockets without a network: connected pairs within the program, which is what an event loop wakes itself with, and what its servers and
 * clients talk through (loopback.ts).
 *
 * An endpoint is known by a file descriptor, as sockets are, so that Python code can pass it on and ask `select` about it.
 */
import { errors } from '../../base/errno.ts'
import { vm } from '../../objects/vm.ts'
import { raiseOSError } from '../posix/os-error.ts'

/** Where a socket is on the machine's own network. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** What Linux keeps for a connection within the machine. */
const capacity = 2_626_560

export class Endpoint {
  peer: Endpoint | null = null
  place: Place | null = null
  /** Where what is sent goes. */
  far: Place | null = null
  /** Connections that wait to be accepted, if it listens. */
  waiting: Endpoint[] | null = null
  /** Who has sent each packet of `incoming`, if it is one of those that know packets. */
  senders: (Place | null)[] | null = null
  /** Its place is free again. */
  onClose: (() => void) | null = null
  /** Bytes that have arrived. */
  incoming: Uint8Array[] = []
  /** How many bytes those are. */
  held = 0
  /** No more can arrive: the other end is closed or has said so. */
  isEnded = false
  /** How many hold it: file descriptors, and programs that were started with it. It closes with the last. */
  holders = 0
  /** Whether reading it as a file waits (O_NONBLOCK, of what the descriptors stand for). */
  isBlocking = true
  /** Told that something has arrived, or the end. */
  onArrival: (() => void) | null = null
  /** Told that the other end is closed, so that nothing can be sent any more. */
  onRefusal: (() => void) | null = null

  get isReadable(): boolean {
    return this.incoming.length > 0 || this.isEnded || (this.waiting?.length ?? 0) > 0
  }

  /** Up to `size` bytes, empty at the end; null if there are none yet. */
  receive(size: number, action: 'take' | 'peek'): Uint8Array | null {
    const first = this.incoming[0]
    if (first === undefined) return this.isEnded ? new Uint8Array(0) : null
    const part = first.subarray(0, size)
    if (action === 'take') {
      this.held -= this.senders === null ? part.length : first.length
      if (this.senders !== null || part.length === first.length) {
        this.incoming.shift()
        this.senders?.shift()
      } else this.incoming[0] = first.subarray(size)
    }
    return part
  }

  send(bytes: Uint8Array): void {
    if (this.peer === null || this.peer.peer !== this) raiseOSError(errors.EPIPE)
    if (bytes.length === 0) return
    this.peer.arrive(bytes)
  }

  arrive(bytes: Uint8Array): void {
    this.incoming.push(bytes.slice())
    this.held += bytes.length
    this.onArrival?.()
  }

  takeAll(): Uint8Array[] {
    this.held = 0
    return this.incoming.splice(0)
  }

  /** How many bytes can be sent before somebody should read some. */
  get room(): number {
    return Math.max(0, capacity - (this.peer?.held ?? 0))
  }

  /** The other end will get no more. */
  end(): void {
    if (this.peer === null) return
    this.peer.isEnded = true
    this.peer.onArrival?.()
  }

  hold(): void {
    this.holders++
  }

  release(): void {
    this.holders--
    if (this.holders > 0) return
    this.onClose?.()
    this.waiting?.forEach(each => {
      each.hold()
      each.release()
    })
    const { peer } = this
    this.end()
    if (peer?.peer === this) peer.peer = null
    this.peer = null
    peer?.onRefusal?.()
  }
}

/** File descriptors of endpoints begin here, above those of the library's files. */
const firstDescriptor = 1 << 24

class Endpoints {
  readonly open = new Map<number, Endpoint>()
  next = firstDescriptor

  add(endpoint: Endpoint): number {
    this.place(endpoint, this.next)
    return this.next++
  }

  place(endpoint: Endpoint, fd: number): void {
    endpoint.hold()
    this.open.set(fd, endpoint)
  }

  close(fd: number): void {
    endpointOf(fd).release()
    this.open.delete(fd)
  }
}

const key = { create: () => new Endpoints() }

export const endpoints = (): Endpoints => vm.state(key)

/** The descriptors of two endpoints that are connected. */
export function makePair(): [number, number] {
  const [a, b] = [new Endpoint(), new Endpoint()]
  a.peer = b
  b.peer = a
  const all = endpoints()
  return [all.add(a), all.add(b)]
}

export function endpointOf(fd: number): Endpoint {
  return endpoints().open.get(fd) ?? raiseOSError(errors.EBADF)
}
