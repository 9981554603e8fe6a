/**
 * Addresses of the Internet, and the names that are known without asking a network: the machine's own. What else has a name cannot be
 * reached, and is said not to be found for now.
 */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { bufferOf } from '../../objects/bytes.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { osErrorType, overflowErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { asInt } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { TypeFlags as F, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import type { Place } from './pair.ts'

export const inet = 2
export const stream = 1
const notFound = -2
const notFoundForNow = -3
const passive = 1
const numericHost = 4

const ofSocket = { module: 'socket', base: osErrorType, flags: F.base, sameLayout: true }
export const gaiErrorType = builtinType('gaierror', ofSocket)
export const hErrorType = builtinType('herror', ofSocket)

const everywhere = '0.0.0.0'
const loopback = '127.0.0.1'

/** The four bytes of an address in text. */
export function quadOf(text: string): Uint8Array | null {
  const parts = text.split('.')
  const isQuad = parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  return isQuad ? Uint8Array.from(parts, Number) : null
}

export const isHere = (host: string): boolean => host.startsWith('127.') || host === everywhere

const isOwnName = (name: string): boolean => name === 'localhost' || name === (vm.host.process?.hostName ?? 'localhost')

function resolve(name: string): string {
  if (name === '') return everywhere
  if (quadOf(name) !== null) return name
  if (name === '<broadcast>') return '255.255.255.255'
  return isOwnName(name) ? loopback : raise(gaiErrorType, notFoundForNow, 'Temporary failure in name resolution')
}

function textFrom(value: Value): string | undefined {
  const str = asStr(value)
  if (str !== undefined) return textOf(str)
  const bytes = bufferOf(value)
  return bytes === undefined ? undefined : String.fromCharCode(...bytes)
}

export function hostOf(value: Value): string {
  const text = textFrom(value)
  if (text === undefined) raiseTypeError(`str, bytes or bytearray expected, not ${typeName(typeOf(value))}`)
  return resolve(text)
}

/** The place that a program means by `address`. */
export function placeOf(address: Value, method: string): Place {
  if (!(address instanceof PyTuple))
    raiseTypeError(`${method}(): AF_INET address must be tuple, not ${typeName(typeOf(address))}`)
  if (address.items.length !== 2) raiseTypeError('AF_INET address must be a pair (host, port)')
  const [host, port] = address.items as [Value, Value]
  const place = { host: hostOf(host), port: Number(indexOf(port)) }
  if (!(place.port >= 0 && place.port <= 0xffff)) raise(overflowErrorType, `${method}(): port must be 0-65535.`)
  return place
}

export const addressOf = (place: Place | null): Value =>
  new PyTuple([strOf(place?.host ?? everywhere), place?.port ?? 0])

const services: Record<string, number> = { ftp: 21, ssh: 22, telnet: 23, smtp: 25, domain: 53, http: 80, https: 443 }

function portOf(service: Value): number {
  const int = service === null ? 0 : asInt(service)
  if (int !== undefined) return Number(int)
  const text = textFrom(service) ?? raise(osErrorType, 'Int or String expected')
  if (/^\d+$/.test(text)) return Number(text)
  return services[text] ?? raise(gaiErrorType, -8, 'Servname not supported for ai_socktype')
}

export function serviceNamed(name: string): number {
  return services[name] ?? raise(osErrorType, 'service/proto not found')
}

const nameOf = (host: string): string => (isHere(host) ? 'localhost' : host)

/** As getnameinfo: flags 1 and 2 ask for numbers. */
export function namesOf(address: Value, flags: number): Value {
  const { host, port } = placeOf(address, 'getnameinfo')
  const service = Object.keys(services).find(name => services[name] === port)
  return new PyTuple([
    strOf((flags & 1) === 0 ? nameOf(host) : host),
    strOf((flags & 2) === 0 && service !== undefined ? service : String(port)),
  ])
}

/** As gethostbyaddr and gethostbyname_ex: the name, other names, and addresses. */
export function hostEntry(host: Value, asked: 'address' | 'name'): Value {
  const address = hostOf(host)
  if (asked === 'address' && !isHere(address)) raise(hErrorType, 1, 'Unknown host')
  const name = asked === 'name' ? textFrom(host)! : nameOf(address)
  return new PyTuple([strOf(name), new PyList([]), new PyList([strOf(address)])])
}

/** Kinds of sockets, each with its protocol. */
const kinds = [
  [stream, 6],
  [2, 17],
  [3, 0],
] as const

/** As getaddrinfo. */
export function addressesOf(
  host: Value,
  service: Value,
  family: number,
  kind: number,
  protocol: number,
  flags: number,
) {
  const port = portOf(service)
  if (family !== 0 && family !== inet) raise(gaiErrorType, -9, 'Address family for hostname not supported')
  const text =
    host === null ? null : (textFrom(host) ?? raiseTypeError('getaddrinfo() argument 1 must be string or None'))
  if (text !== null && (flags & numericHost) !== 0 && quadOf(text) === null)
    raise(gaiErrorType, notFound, 'Name or service not known')
  const unnamed = (flags & passive) === 0 ? loopback : everywhere
  const address = addressOf({ host: text === null ? unnamed : resolve(text), port })
  const fitting = kinds.filter(([k, p]) => (kind === 0 || k === kind) && (protocol === 0 || p === protocol || p === 0))
  return new PyList(fitting.map(([k, p]) => new PyTuple([inet, k, p === 0 ? protocol : p, '', address])))
}
