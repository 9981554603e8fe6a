/** `BufferedReader`, `BufferedWriter`, `BufferedRandom`. As Modules/_io/bufferedio.c. */
import { writableBufferOf } from '../../objects/buffer.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { PyBuffered } from './buffer.ts'
import { gathered } from './gathering.ts'
import {
  bufferedIOBaseType,
  cannotPickle,
  defaultBufferSize,
  isClosed,
  limitOf,
  nameOf,
  raiseClosed,
  unsupported,
} from './stream.ts'

const flags = F.base | F.dict | F.weakref

export const bufferedReaderType = builtinType('BufferedReader', { module: '_io', base: bufferedIOBaseType, flags })
export const bufferedWriterType = builtinType('BufferedWriter', { module: '_io', base: bufferedIOBaseType, flags })
export const bufferedRandomType = builtinType('BufferedRandom', { module: '_io', base: bufferedIOBaseType, flags })

/** What the raw stream must be able to do. */
type Needs = 'reads' | 'writes' | 'reads, writes and seeks'

function start(self: PyBuffered, raw: Value, size: number, needs: Needs): void {
  // If this fails, a buffer that was in use is of no use any more.
  self.raw = undefined
  const ask = (question: string, complaint: string): void => {
    if (callMethod(raw, question) !== true) unsupported(complaint)
  }
  if (needs.includes('seeks')) ask('seekable', 'File or stream is not seekable.')
  if (needs.includes('reads')) ask('readable', 'File or stream is not readable.')
  if (needs.includes('writes')) ask('writable', 'File or stream is not writable.')
  if (size <= 0) raise(valueErrorType, 'buffer size must be strictly positive')
  self.raw = raw
  self.size = size
  self.pending = 0
  self.forget()
}

function constructor(type: PyType, needs: Needs): void {
  const construct = builtin(
    `${type.name}($self, raw, buffer_size: ssize=${defaultBufferSize})`,
    (self: PyBuffered, raw: Value, size: number) => start(self, raw, size, needs),
  )
  type.new = (subtype: PyType) => new PyBuffered(subtype)
  type.init = (self: PyBuffered, args, keywords) => {
    construct.call(self, args, keywords)
  }
  type.repr = (self: PyBuffered) => {
    const name = self.raw === undefined || self.raw === null ? undefined : nameOf(self)
    return strOf(name === undefined ? `<${typeName(self.type)}>` : `<${typeName(self.type)} name=${reprText(name)}>`)
  }
}

constructor(bufferedReaderType, 'reads')
constructor(bufferedWriterType, 'writes')
constructor(bufferedRandomType, 'reads, writes and seeks')

/** A buffer over a raw stream, for TypeScript code. */
export function makeBuffered(type: PyType, raw: Value, size: number): PyBuffered {
  const made = new PyBuffered(type)
  made.raw = raw
  made.size = size
  return made
}

function read(self: PyBuffered, size: Value): Value {
  const limit = limitOf(size)
  if (size !== null && limit < 0 && Number(size) < -1) raise(valueErrorType, 'read length must be non-negative or -1')
  self.checkOpen('read of closed file')
  const isEnough = (): boolean => limit >= 0 && self.available >= limit
  return gathered(readMethod, self, isEnough, () => {
    const bytes = limit < 0 ? self.readAll() : self.read(limit)
    return bytes === null ? null : new PyBytes(bytes)
  })
}

const readMethod: Builtin = builtin('read($self, size=-1, /)', read)

function readOnce(self: PyBuffered, size: Value): Value {
  const limit = limitOf(size)
  self.checkOpen('read of closed file')
  self.writeOut()
  const count = limit < 0 ? self.size : limit
  if (count === 0) return new PyBytes(new Uint8Array(0))
  return gathered(
    readOnceMethod,
    self,
    () => self.available > 0,
    () => {
      if (self.available > 0) return new PyBytes(self.take(count))
      const into = new Uint8Array(count)
      const length = self.readInto(into, 'what comes at once')
      return new PyBytes(into.slice(0, Math.max(length, 0)))
    },
  )
}

const readOnceMethod: Builtin = builtin('read1($self, size=-1, /)', readOnce)

function readInto(how: 'all of it' | 'what comes at once', name: string) {
  return (self: PyBuffered, buffer: Value): Value => {
    const into = writableBufferOf(buffer)
    if (into === undefined)
      raiseTypeError(`${name}() argument must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
    self.checkOpen('readinto of closed file')
    self.writeOut()
    const count = into.length === 0 ? 0 : self.readInto(into, how)
    return count < 0 ? null : count
  }
}

function peek(self: PyBuffered): Value {
  self.checkOpen('peek of closed file')
  self.writeOut()
  if (self.available === 0) self.fill()
  return new PyBytes(self.ahead.slice(self.at, self.end))
}

function readLine(self: PyBuffered, size: Value): Value {
  const limit = limitOf(size)
  self.checkOpen('readline of closed file')
  return gathered(
    readLineMethod,
    self,
    () => self.hasLine(limit),
    () => new PyBytes(self.readLine(limit)),
  )
}

const readLineMethod: Builtin = builtin('readline($self, size=-1, /)', readLine)

function nextLine(self: PyBuffered): Value | undefined {
  self.checkOpen('readline of closed file')
  return gathered(
    self,
    self,
    () => self.hasLine(-1),
    () => {
      const line = self.readLine(-1)
      return line.length === 0 ? undefined : new PyBytes(line)
    },
  )
}

bufferedReaderType.iternext = nextLine
bufferedRandomType.iternext = nextLine

function write(self: PyBuffered, data: Value): Value {
  const { stream } = self
  const bytes = bufferOf(data)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(data))}'`)
  if (isClosed(stream)) raiseClosed('write to closed file')
  self.write(bytes)
  return bytes.length
}

function flushWriter(self: PyBuffered): void {
  self.checkOpen('flush of closed file')
  self.writeOut()
}

/** A reader passes the call on. */
const flushReader = (self: PyBuffered): Value => callMethod(self.stream, 'flush')

function flushRandom(self: PyBuffered): void {
  flushWriter(self)
  self.rewind()
}

function close(self: PyBuffered): Value {
  const { stream } = self
  if (isClosed(stream)) return null
  try {
    callMethod(self, 'flush')
  } catch (thrown) {
    const exception = raised(thrown)
    try {
      callMethod(stream, 'close')
    } catch (second) {
      const other = raised(second)
      other.context ??= exception
      throw other
    }
    throw exception
  }
  self.giveUpAhead()
  self.out = new Uint8Array(0)
  self.pending = 0
  return callMethod(stream, 'close')
}

function detach(self: PyBuffered): Value {
  const { stream } = self
  callMethod(self, 'flush')
  self.raw = null
  return stream
}

function seek(self: PyBuffered, target: Value, whence: number): Value {
  if (whence < 0 || whence > 4) raise(valueErrorType, `whence value ${whence} unsupported`)
  const stream = self.checkOpen('seek of closed file')
  if (callMethod(stream, 'seekable') !== true) unsupported('File or stream is not seekable.')
  return self.seek(indexOf(target), whence)
}

function truncate(self: PyBuffered, size: Value): Value {
  const stream = self.checkOpen('truncate of closed file')
  if (self.type.isSubtypeOf(bufferedReaderType)) unsupported('truncate')
  flushRandom(self)
  return callMethod(stream, 'truncate', size === null ? self.tell() : size)
}

/** Methods that ask the raw stream. */
const passOn = (name: string): Builtin =>
  builtin(`${name}($self, /)`, (self: PyBuffered) => callMethod(self.stream, name))

const common = (): Builtin[] => [
  builtin('close($self, /)', close),
  builtin('detach($self, /)', detach),
  passOn('seekable'),
  passOn('fileno'),
  passOn('isatty'),
  builtin('_dealloc_warn($self, source, /)', () => null),
  builtin('seek($self, target, whence: ssize=0, /)', seek),
  builtin('tell($self, /)', (self: PyBuffered) => self.tell()),
  builtin('truncate($self, pos=None, /)', truncate),
  builtin('__sizeof__($self, /)', (self: PyBuffered) => 120 + self.ahead.length + self.out.length),
  builtin('__getstate__($self, /)', cannotPickle),
]

const reading = (): Builtin[] => [
  passOn('readable'),
  readMethod,
  builtin('peek($self, size=0, /)', peek),
  readOnceMethod,
  builtin('readinto($self, buffer, /)', readInto('all of it', 'readinto')),
  builtin('readinto1($self, buffer, /)', readInto('what comes at once', 'readinto1')),
  readLineMethod,
]

const writing = (): Builtin[] => [passOn('writable'), builtin('write($self, buffer, /)', write)]

const attributes = () =>
  [
    ['closed', (self: PyBuffered) => lookupAttribute(self.stream, 'closed')],
    ['name', (self: PyBuffered) => lookupAttribute(self.stream, 'name')],
    ['mode', (self: PyBuffered) => lookupAttribute(self.stream, 'mode')],
  ] as const

const fields = () =>
  [
    ['raw', (self: PyBuffered) => self.raw ?? null],
    [
      '_finalizing',
      (self: PyBuffered) => self.finalizing,
      (self: PyBuffered, value: Value | undefined) => {
        self.finalizing = value === true
      },
    ],
  ] as const

const signature = '(raw, buffer_size=DEFAULT_BUFFER_SIZE)'

defineType(bufferedReaderType, {
  doc: 'Create a new buffered reader using the given readable raw IO object.',
  signature,
  methods: () => [...common(), ...reading(), builtin('flush($self, /)', flushReader)],
  getset: attributes,
  members: fields,
})
defineType(bufferedWriterType, {
  doc: 'A buffer for a writeable sequential RawIO object.\n\nThe constructor creates a BufferedWriter for the given writeable raw\nstream. If the buffer_size is not given, it defaults to\nDEFAULT_BUFFER_SIZE.',
  signature,
  methods: () => [...common(), ...writing(), builtin('flush($self, /)', flushWriter)],
  getset: attributes,
  members: fields,
})
defineType(bufferedRandomType, {
  doc: 'A buffered interface to random access streams.\n\nThe constructor creates a reader and writer for a seekable stream,\nraw, given in the first argument. If the buffer_size is omitted it\ndefaults to DEFAULT_BUFFER_SIZE.',
  signature,
  methods: () => [...common(), ...reading(), ...writing(), builtin('flush($self, /)', flushRandom)],
  getset: attributes,
  members: fields,
})
