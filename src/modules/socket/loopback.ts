/**
 * The machine's own network, as far as the program itself is on it: who has bound or is connected to which port. Nobody outside sees
 * these ports, and nobody outside is reached.
 *
 * A connection is made at once: the server's end waits in the listener's queue, already connected, and holds what has been sent until it
 * is accepted. A packet for a port that nobody has is lost.
 */
import { errors } from '../../base/errno.ts'
import { vm } from '../../objects/vm.ts'
import { raiseOSError } from '../posix/os-error.ts'
import { isHere } from './addresses.ts'
import { Endpoint, type Place } from './pair.ts'

interface Network {
  readonly bound: Map<string, Endpoint>
  next: number
}

/** The ports that Linux gives out. */
const [firstPort, lastPort] = [32768, 60999]

const key = { create: (): Network => ({ bound: new Map(), next: firstPort }) }

const keyOf = (endpoint: Endpoint, port: number): string => `${endpoint.senders === null ? 'tcp' : 'udp'}:${port}`

export function bind(endpoint: Endpoint, { host, port }: Place): void {
  const network: Network = vm.state(key)
  if (endpoint.place !== null) raiseOSError(errors.EINVAL)
  if (!isHere(host)) raiseOSError(errors.EADDRNOTAVAIL)
  while (port === 0) {
    const free = network.next
    network.next = free < lastPort ? free + 1 : firstPort
    if (!network.bound.has(keyOf(endpoint, free))) port = free
  }
  const name = keyOf(endpoint, port)
  if (network.bound.has(name)) raiseOSError(errors.EADDRINUSE)
  network.bound.set(name, endpoint)
  endpoint.place = { host, port }
  endpoint.onClose = () => void network.bound.delete(name)
}

export function listen(endpoint: Endpoint): void {
  if (endpoint.senders !== null) raiseOSError(errors.ENOTSUP)
  if (endpoint.peer !== null) raiseOSError(errors.EINVAL)
  if (endpoint.place === null) bind(endpoint, { host: '0.0.0.0', port: 0 })
  endpoint.waiting ??= []
}

/** The number of the error that there is, or 0. */
export function connect(endpoint: Endpoint, { host, port }: Place): number {
  if (endpoint.senders === null && (endpoint.peer !== null || endpoint.isEnded)) return errors.EISCONN
  if (!isHere(host)) return errors.EACCES
  const far = { host: host === '0.0.0.0' ? '127.0.0.1' : host, port }
  const network: Network = vm.state(key)
  const listener = network.bound.get(keyOf(endpoint, port))
  if (endpoint.senders === null && !listener?.waiting) return errors.ECONNREFUSED
  if (endpoint.place === null) bind(endpoint, { host: far.host, port: 0 })
  endpoint.far = far
  if (!listener?.waiting) return 0
  const served = new Endpoint()
  served.place = far
  served.far = endpoint.place
  served.peer = endpoint
  endpoint.peer = served
  listener.waiting.push(served)
  listener.onArrival?.()
  return 0
}

/** Sends a packet. */
export function post(endpoint: Endpoint, bytes: Uint8Array, to: Place | null): void {
  if (to === null) raiseOSError(errors.EDESTADDRREQ)
  if (!isHere(to.host)) raiseOSError(errors.EACCES)
  if (endpoint.place === null) bind(endpoint, { host: '0.0.0.0', port: 0 })
  const { bound }: Network = vm.state(key)
  const target = bound.get(keyOf(endpoint, to.port))
  if (!target || (target.far !== null && target.far.port !== endpoint.place!.port)) return
  const { host, port } = endpoint.place!
  target.senders!.push({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port })
  target.arrive(bytes)
}
