/**
 * The module _socket, without a network: sockets within the program work, as pairs and by the machine's own addresses; what would reach
 * another machine raises PermissionError, as the host has granted no network.
 */
import { errors } from '../base/errno.ts'
import { writableBufferOf } from '../objects/buffer.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { osErrorType, timeoutErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asFloat, asInt } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags as F, typeName } from '../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../objects/value.ts'
import { waitUntil } from '../interpreter/threads.ts'
import { vm } from '../objects/vm.ts'
import { raiseOSError } from './posix/os-error.ts'
import {
  addressesOf,
  addressOf,
  gaiErrorType,
  hErrorType,
  hostEntry,
  hostOf,
  namesOf,
  placeOf,
  quadOf,
  serviceNamed,
} from './socket/addresses.ts'
import { bind, connect, listen, post } from './socket/loopback.ts'
import { Endpoint, endpointOf, endpoints, makePair, type Place } from './socket/pair.ts'

const constants = {
  AF_UNSPEC: 0,
  AF_UNIX: 1,
  AF_INET: 2,
  AF_INET6: 10,
  SOCK_STREAM: 1,
  SOCK_DGRAM: 2,
  SOCK_RAW: 3,
  SOCK_RDM: 4,
  SOCK_SEQPACKET: 5,
  SOCK_CLOEXEC: 524288,
  SOCK_NONBLOCK: 2048,
  SOL_SOCKET: 1,
  SOL_IP: 0,
  SOL_TCP: 6,
  SOL_UDP: 17,
  SO_DEBUG: 1,
  SO_REUSEADDR: 2,
  SO_TYPE: 3,
  SO_ERROR: 4,
  SO_DONTROUTE: 5,
  SO_BROADCAST: 6,
  SO_SNDBUF: 7,
  SO_RCVBUF: 8,
  SO_KEEPALIVE: 9,
  SO_OOBINLINE: 10,
  SO_LINGER: 13,
  SO_REUSEPORT: 15,
  SO_ACCEPTCONN: 30,
  SO_PROTOCOL: 38,
  SO_DOMAIN: 39,
  SHUT_RD: 0,
  SHUT_WR: 1,
  SHUT_RDWR: 2,
  MSG_OOB: 1,
  MSG_PEEK: 2,
  MSG_DONTROUTE: 4,
  MSG_CTRUNC: 8,
  MSG_TRUNC: 32,
  MSG_DONTWAIT: 64,
  MSG_EOR: 128,
  MSG_WAITALL: 256,
  MSG_NOSIGNAL: 16384,
  MSG_CMSG_CLOEXEC: 1073741824,
  IPPROTO_IP: 0,
  IPPROTO_ICMP: 1,
  IPPROTO_TCP: 6,
  IPPROTO_UDP: 17,
  IPPROTO_IPV6: 41,
  IPPROTO_RAW: 255,
  IPPROTO_ICMPV6: 58,
  TCP_NODELAY: 1,
  TCP_MAXSEG: 2,
  TCP_KEEPIDLE: 4,
  TCP_KEEPINTVL: 5,
  TCP_KEEPCNT: 6,
  AI_PASSIVE: 1,
  AI_CANONNAME: 2,
  AI_NUMERICHOST: 4,
  AI_NUMERICSERV: 1024,
  AI_ADDRCONFIG: 32,
  AI_ALL: 16,
  AI_V4MAPPED: 8,
  NI_NUMERICHOST: 1,
  NI_NUMERICSERV: 2,
  NI_NOFQDN: 4,
  NI_NAMEREQD: 8,
  NI_DGRAM: 16,
  EAI_ADDRFAMILY: -9,
  EAI_AGAIN: -3,
  EAI_BADFLAGS: -1,
  EAI_FAIL: -4,
  EAI_FAMILY: -6,
  EAI_MEMORY: -10,
  EAI_NODATA: -5,
  EAI_NONAME: -2,
  EAI_OVERFLOW: -12,
  EAI_SERVICE: -8,
  EAI_SOCKTYPE: -7,
  EAI_SYSTEM: -11,
  INADDR_ANY: 0,
  INADDR_BROADCAST: 4294967295,
  INADDR_LOOPBACK: 2130706433,
  INADDR_NONE: 4294967295,
  SOMAXCONN: 4096,
  IP_TOS: 1,
  IP_TTL: 2,
  IPV6_V6ONLY: 26,
  NI_MAXHOST: 1025,
  NI_MAXSERV: 32,
} as const

const socketType = builtinType('socket', { module: '_socket', flags: F.base })

class PySocket extends PyObject {
  fd = -1
  family: number = constants.AF_INET
  kind: number = constants.SOCK_STREAM
  protocol = 0
  /** Seconds; null waits for ever, 0 not at all. */
  timeout: number | null = null
  readonly options = new Map<string, Value>()
}

const noNetwork = (): never => raiseOSError(errors.EACCES)

socketType.new = (type: PyType) => new PySocket(type)

const construct = builtin(
  'socket($self, family: ssize=-1, type: ssize=-1, proto: ssize=-1, fileno=None)',
  (self: PySocket, family: number, kind: number, protocol: number, fileno: Value) => {
    self.family = family < 0 ? constants.AF_INET : family
    self.kind = kind < 0 ? constants.SOCK_STREAM : kind
    self.protocol = Math.max(protocol, 0)
    const { timeout } = vm.state(defaults)
    if (fileno === null) {
      self.fd = endpoints().add(unconnected(self))
      setTimeout(self, timeout)
      return
    }
    const fd = asInt(fileno)
    if (fd === undefined) raiseTypeError(`'${typeName(typeOf(fileno))}' object cannot be interpreted as an integer`)
    if (fd < 0) raise(valueErrorType, 'negative file descriptor')
    endpointOf(Number(fd))
    self.fd = Number(fd)
    setTimeout(self, timeout)
    if (family < 0) self.family = constants.AF_UNIX
  },
)
function unconnected({ family, kind }: PySocket): Endpoint {
  if (family !== constants.AF_INET && family !== constants.AF_UNIX) raiseOSError(errors.EAFNOSUPPORT)
  if ((kind & 0xf) > constants.SOCK_DGRAM) raiseOSError(errors.EPERM)
  const endpoint = new Endpoint()
  if ((kind & 0xf) === constants.SOCK_DGRAM) endpoint.senders = []
  return endpoint
}

socketType.init = (self: PySocket, args, keywords) => {
  construct.call(self, args, keywords)
}
socketType.repr = (self: PySocket) =>
  strOf(`<socket object, fd=${self.fd}, family=${self.family}, type=${self.kind}, proto=${self.protocol}>`)

function close(self: PySocket): void {
  if (endpoints().open.has(self.fd)) endpoints().close(self.fd)
  self.fd = -1
}

/** As `method`, in which a thread can be left while it waits; `use` makes the answer of the bytes. */
function receive(
  method: Builtin,
  self: PySocket,
  size: number,
  flags: number,
  use: (bytes: Uint8Array, sender: Value) => Value,
): Value {
  if (size < 0) raise(valueErrorType, 'negative buffersize in recv')
  const endpoint = endpointOf(self.fd)
  if (endpoint.peer === null && endpoint.senders === null && !endpoint.isEnded) raiseOSError(errors.ENOTCONN)
  if (!endpoint.isReadable && (self.timeout === 0 || (flags & constants.MSG_DONTWAIT) !== 0))
    raiseOSError(errors.EAGAIN)
  const isReadable = (): boolean => endpoint.isReadable
  return waitUntil(method, isReadable, self.timeout, isSo => {
    if (!isSo) raise(timeoutErrorType, 'timed out')
    const sender = endpoint.senders?.[0]
    const bytes = endpoint.receive(size, (flags & constants.MSG_PEEK) === 0 ? 'take' : 'peek')!
    return use(bytes, sender ? addressOf(sender) : null)
  })
}

const recv: Builtin = builtin(
  'recv($self, bufsize: ssize, flags: ssize=0, /)',
  (self: PySocket, size: number, flags: number) =>
    receive(recv, self, size, flags, bytes => new PyBytes(bytes.slice())),
  'Receive up to buffersize bytes from the socket.',
)

const recvInto: Builtin = builtin(
  'recv_into($self, buffer, nbytes: ssize=0, flags: ssize=0)',
  receiveInto,
  'A version of recv() that stores its data into a buffer rather than creating a new string.',
)

function receiveInto(self: PySocket, buffer: Value, size: number, flags: number): Value {
  const into = writableBufferOf(buffer)
  if (into === undefined)
    raiseTypeError(`recv_into() argument 1 must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
  return receive(recvInto, self, size === 0 ? into.length : Math.min(size, into.length), flags, bytes => {
    into.set(bytes)
    return bytes.length
  })
}

const recvfrom: Builtin = builtin(
  'recvfrom($self, bufsize: ssize, flags: ssize=0, /)',
  (self: PySocket, size: number, flags: number) =>
    receive(recvfrom, self, size, flags, (bytes, sender) => new PyTuple([new PyBytes(bytes.slice()), sender])),
  "Like recv(buffersize, flags) but also return the sender's address info.",
)

function send(self: PySocket, bytes: Uint8Array): Value {
  const endpoint = endpointOf(self.fd)
  if (endpoint.senders !== null && endpoint.peer === null) post(endpoint, bytes, endpoint.far)
  else if (self.timeout !== 0) endpoint.send(bytes)
  else {
    const { room } = endpoint
    if (room === 0 && bytes.length > 0) raiseOSError(errors.EAGAIN)
    endpoint.send(bytes.subarray(0, room))
    return Math.min(bytes.length, room)
  }
  return bytes.length
}

function sendTo(self: PySocket, bytes: Uint8Array, rest: Value[]): Value {
  const endpoint = endpointOf(self.fd)
  if (endpoint.senders === null) return send(self, bytes)
  post(endpoint, bytes, placeIn(self, rest.at(-1) ?? null, 'sendto'))
  return bytes.length
}

/** What an address means to the socket. */
function placeIn(self: PySocket, address: Value, method: string): Place {
  if (self.family !== constants.AF_INET) noNetwork()
  return placeOf(address, method)
}

/** The number of the error. A socket that waits for nothing learns the outcome later, from an option. */
function connectTo(self: PySocket, address: Value, method: string): number {
  const endpoint = endpointOf(self.fd)
  const error = connect(endpoint, placeIn(self, address, method))
  if (self.timeout !== 0 || endpoint.senders !== null || (error !== 0 && error !== errors.ECONNREFUSED)) return error
  self.options.set(optionKey(constants.SOL_SOCKET, constants.SO_ERROR), error)
  return errors.EINPROGRESS
}

const accept: Builtin = builtin('_accept($self, /)', (self: PySocket) => {
  const endpoint = endpointOf(self.fd)
  const waiting = endpoint.waiting ?? raiseOSError(errors.EINVAL)
  if (self.timeout === 0 && waiting.length === 0) raiseOSError(errors.EAGAIN)
  const isSo = (): boolean => waiting.length > 0 || endpoint.holders === 0
  return waitUntil(accept, isSo, self.timeout, isReady => {
    if (!isReady) raise(timeoutErrorType, 'timed out')
    const accepted = waiting.shift() ?? raiseOSError(errors.EINVAL)
    return new PyTuple([endpoints().add(accepted), addressOf(accepted.far)])
  })
})

const optionKey = (level: number, option: number): string => `${level}:${option}`

function optionOf(self: PySocket, level: number, option: number): Value {
  if (level === constants.SOL_SOCKET && option === constants.SO_TYPE) return self.kind & 0xf
  if (level === constants.SOL_SOCKET && option === constants.SO_ACCEPTCONN) return endpointOf(self.fd).waiting ? 1 : 0
  return self.options.get(optionKey(level, option)) ?? 0
}

function timeoutOf(value: Value): number | null {
  if (value === null) return null
  const seconds = asFloat(value) ?? (asInt(value) === undefined ? undefined : Number(asInt(value)))
  if (seconds === undefined) raiseTypeError(`'${typeName(typeOf(value))}' object cannot be interpreted as an integer`)
  if (seconds < 0) raise(valueErrorType, 'Timeout value out of range')
  return seconds
}

/** As in CPython, a socket with a timeout is one that does not block. */
function setTimeout(self: PySocket, timeout: number | null): void {
  self.timeout = timeout
  endpointOf(self.fd).isBlocking = timeout === null
}

const seconds = (timeout: number | null): Value => (timeout === null ? null : new PyFloat(timeout))

defineType(socketType, {
  doc: 'Open a socket of the given type.',
  signature: '(family=-1, type=-1, proto=-1, fileno=None)',
  methods: () => [
    builtin('close($self, /)', close, 'Close the socket.  It cannot be used after this call.'),
    builtin(
      'detach($self, /)',
      (self: PySocket) => {
        const { fd } = self
        self.fd = -1
        return fd
      },
      'Close the socket object without closing the underlying file descriptor.',
    ),
    builtin('fileno($self, /)', (self: PySocket) => self.fd, 'Return the integer file descriptor of the socket.'),
    recv,
    recvInto,
    builtin('send($self, data: buffer, flags: ssize=0, /)', send, 'Send a data string to the socket.'),
    builtin(
      'sendall($self, data: buffer, flags: ssize=0, /)',
      (self: PySocket, bytes: Uint8Array) => {
        send(self, bytes)
      },
      'Send a data string to the socket.',
    ),
    builtin(
      'setblocking($self, flag: bool, /)',
      (self: PySocket, blocks: boolean) => {
        setTimeout(self, blocks ? null : 0)
      },
      'Set the socket to blocking (flag is true) or non-blocking (false).',
    ),
    builtin(
      'getblocking($self, /)',
      (self: PySocket) => self.timeout !== 0,
      'Returns True if socket is in blocking mode, or False if it is in non-blocking mode.',
    ),
    builtin(
      'settimeout($self, timeout, /)',
      (self: PySocket, timeout: Value) => {
        setTimeout(self, timeoutOf(timeout))
      },
      'Set a timeout on socket operations.',
    ),
    builtin(
      'gettimeout($self, /)',
      (self: PySocket) => seconds(self.timeout),
      'Returns the timeout in seconds (float) associated with socket operations.',
    ),
    builtin(
      'shutdown($self, flag: ssize, /)',
      (self: PySocket, flag: number) => {
        const endpoint = endpointOf(self.fd)
        if (endpoint.peer === null && !endpoint.isEnded) raiseOSError(errors.ENOTCONN)
        if (flag !== constants.SHUT_RD) endpoint.end()
        if (flag !== constants.SHUT_WR) endpoint.isEnded = true
      },
      'Shut down the reading side of the socket, the writing side, or both.',
    ),
    builtin(
      'getsockname($self, /)',
      (self: PySocket) => (self.family === constants.AF_INET ? addressOf(endpointOf(self.fd).place) : ''),
      'Return the address of the local endpoint.',
    ),
    builtin(
      'getpeername($self, /)',
      (self: PySocket) => {
        const { far } = endpointOf(self.fd)
        if (self.family !== constants.AF_INET) return ''
        return addressOf(far ?? raiseOSError(errors.ENOTCONN))
      },
      'Return the address of the remote endpoint.',
    ),
    builtin('getsockopt($self, level: ssize, option: ssize, buffersize: ssize=0, /)', optionOf, 'Get a socket option.'),
    builtin(
      'setsockopt($self, level: ssize, option: ssize, value, optlen=None, /)',
      (self: PySocket, level: number, option: number, value: Value) => {
        self.options.set(optionKey(level, option), value)
      },
      'Set a socket option.',
    ),
    builtin(
      'bind($self, address, /)',
      (self: PySocket, address: Value) => bind(endpointOf(self.fd), placeIn(self, address, 'bind')),
      'Bind the socket to a local address.',
    ),
    builtin(
      'connect($self, address, /)',
      (self: PySocket, address: Value) => {
        const error = connectTo(self, address, 'connect')
        if (error !== 0) raiseOSError(error)
      },
      'Connect the socket to a remote address.',
    ),
    builtin(
      'connect_ex($self, address, /)',
      (self: PySocket, address: Value) => connectTo(self, address, 'connect_ex'),
      'As connect(), but returns the number of an error.',
    ),
    builtin(
      'listen($self, backlog: ssize=128, /)',
      (self: PySocket) => listen(endpointOf(self.fd)),
      'Enable a server to accept connections.',
    ),
    accept,
    builtin('sendto($self, data: buffer, /, *args)', sendTo, 'Send a data string to the address.'),
    recvfrom,
  ],
  members: () => [
    ['family', (self: PySocket) => self.family],
    ['type', (self: PySocket) => self.kind],
    ['proto', (self: PySocket) => self.protocol],
  ],
  getset: () => [['timeout', (self: PySocket) => seconds(self.timeout)]],
})

function socketPair(family: number, kind: number, protocol: number): Value {
  const sockets = makePair().map(fd => {
    const made = new PySocket(socketType)
    Object.assign(made, { fd, family, kind, protocol: Math.max(protocol, 0) })
    return made
  })
  return new PyTuple(sockets)
}

const defaults = { create: (): { timeout: number | null } => ({ timeout: null }) }

const swap16 = (value: number): number => ((value & 0xff) << 8) | ((value >> 8) & 0xff)
const swap32 = (value: number): number => ((swap16(value & 0xffff) << 16) | swap16(value >>> 16)) >>> 0

function knownFamily(family: number): void {
  if (family !== constants.AF_INET) raiseOSError(errors.EAFNOSUPPORT)
}

function packed(text: string, method: string): Value {
  const quad = quadOf(text) ?? raise(osErrorType, `illegal IP address string passed to ${method}`)
  return new PyBytes(quad)
}

defineModule('_socket', {
  doc: 'Implementation module for socket operations.\n\nSee the socket module for documentation.',
  functions: () => [
    builtin(
      `socketpair($module, family: ssize=${constants.AF_UNIX}, type: ssize=${constants.SOCK_STREAM}, proto: ssize=0, /)`,
      socketPair,
    ),
    builtin(
      'gethostname($module, /)',
      () => strOf(vm.host.process?.hostName ?? 'localhost'),
      'Return the current host name.',
    ),
    builtin('getdefaulttimeout($module, /)', () => seconds(vm.state(defaults).timeout)),
    builtin('setdefaulttimeout($module, timeout, /)', (timeout: Value) => {
      vm.state(defaults).timeout = timeoutOf(timeout)
    }),
    builtin(
      'close($module, fd: ssize, /)',
      (fd: number) => endpoints().close(fd),
      'Close an integer socket file descriptor.',
    ),
    ...['htons', 'ntohs'].map(name => builtin(`${name}($module, x: ssize, /)`, swap16)),
    ...['htonl', 'ntohl'].map(name => builtin(`${name}($module, x: ssize, /)`, swap32)),
    builtin('dup($module, fd: ssize, /)', (fd: number) => endpoints().add(endpointOf(fd))),
    builtin(
      'getaddrinfo($module, /, host, port, family: ssize=0, type: ssize=0, proto: ssize=0, flags: ssize=0)',
      addressesOf,
      'Resolve host and port into addrinfo struct.',
    ),
    builtin('gethostbyname($module, host, /)', (host: Value) => strOf(hostOf(host)), 'Map a host name to its address.'),
    builtin('gethostbyname_ex($module, host, /)', (host: Value) => hostEntry(host, 'name')),
    builtin('gethostbyaddr($module, host, /)', (host: Value) => hostEntry(host, 'address')),
    builtin('getnameinfo($module, address, flags: ssize, /)', namesOf, 'Get the names of an address.'),
    builtin('getservbyname($module, name: text, protocol=None, /)', serviceNamed),
    builtin('inet_aton($module, text: text, /)', (text: string) => packed(text, 'inet_aton')),
    builtin('inet_ntoa($module, packed: buffer, /)', (bytes: Uint8Array) => strOf(bytes.join('.'))),
    builtin('inet_pton($module, family: ssize, text: text, /)', (family: number, text: string) => {
      knownFamily(family)
      return packed(text, 'inet_pton')
    }),
    builtin('inet_ntop($module, family: ssize, packed: buffer, /)', (family: number, bytes: Uint8Array) => {
      knownFamily(family)
      return strOf(bytes.join('.'))
    }),
  ],
  attributes: (): Record<string, Value> => ({
    ...constants,
    socket: socketType,
    SocketType: socketType,
    error: osErrorType,
    timeout: timeoutErrorType,
    gaierror: gaiErrorType,
    herror: hErrorType,
    has_ipv6: false,
    CAPI: null,
  }),
})
