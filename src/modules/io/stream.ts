/**
 * The base classes of streams: `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`. As Modules/_io/iobase.c.
 *
 * Python classes derive from them and get the methods that can be had from a few others, so these call one another by name.
 */
import { endedElsewhere } from '../../builtins/finalizers.ts'
import { lengthOf } from '../../builtins/length.ts'
import { dictGetSet } from '../../builtins/object-dict.ts'
import { builtinType, typeOf, typeType } from '../../objects/builtin-types.ts'
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { bufferOf, PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { notImplementedErrorType, osErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { checkIndex, ssizeOf } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { truth } from '../../objects/truth.ts'
import { builtinTypes, linearize, PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { writableBufferOf } from '../../objects/buffer.ts'
import { noteMade } from '../posix/left-open.ts'
import type { PyBuffered } from './buffer.ts'

const flags = F.base | F.dict | F.weakref

export const ioBaseType = builtinType('_IOBase', { module: '_io', flags })
export const rawIOBaseType = builtinType('_RawIOBase', { module: '_io', base: ioBaseType, flags, sameLayout: true })
export const bufferedIOBaseType = builtinType('_BufferedIOBase', {
  module: '_io',
  base: ioBaseType,
  flags,
  sameLayout: true,
})
export const textIOBaseType = builtinType('_TextIOBase', { module: '_io', base: ioBaseType, flags, sameLayout: true })

export const unsupportedOperationType = makeUnsupportedOperation()

/** The second builtin type with two bases. */
function makeUnsupportedOperation(): PyType {
  const bases = [osErrorType, valueErrorType]
  const type = new PyType(typeType, 'UnsupportedOperation', bases, F.base)
  const order = linearize(bases)
  if (!Array.isArray(order)) throw new Error('UnsupportedOperation has no MRO')
  type.mro = [type, ...order]
  type.module = 'io'
  type.solid = osErrorType.solid
  builtinTypes.push(type)
  return type
}

export const unsupported = (message: string): never => raise(unsupportedOperationType, message)

/** A stream made by a class of Python code, and the part of every stream that knows whether it is closed. */
export class PyStream extends PyObject {
  isClosed: boolean
  constructor(type: PyType) {
    super(type)
    this.isClosed = false
  }

  /** Is it closed? Undefined where the class is Python's, or what is below is: then the attribute says. */
  get knownClosed(): boolean | undefined {
    return undefined
  }

  /** Where what is read ahead is kept, if that is a buffer of ours. */
  get readAhead(): PyBuffered | null {
    return null
  }
}

ioBaseType.new = (type: PyType) => {
  const stream = new PyStream(type)
  noteMade({ isClosed: () => isClosed(stream), close: () => (type.finalize ?? finalize)(stream) })
  return stream
}
endedElsewhere.push(PyStream)

function finalize(self: Value): void {
  if (!isClosed(self)) callMethod(self, 'close')
}

export const raiseClosed = (message = 'I/O operation on closed file.'): never => raise(valueErrorType, message)

/** The name that a stream shows: none where what lies below has been detached. */
export function nameOf(self: Value): Value | undefined {
  try {
    return findAttribute(self, 'name')
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(valueErrorType)) throw thrown
    return undefined
  }
}

/** Is the stream closed, by its own account? */
export function isClosed(self: Value): boolean {
  const known = self instanceof PyStream ? self.knownClosed : undefined
  return known ?? truth(lookupAttribute(self, 'closed'))
}

export function checkNotClosed(self: Value): Value {
  if (isClosed(self)) raiseClosed()
  return null
}

/** The stream's answer to a question (`seekable`) must be True. */
function check(question: string, complaint: string) {
  return (self: Value): Value => {
    if (callMethod(self, question) !== true) unsupported(complaint)
    return true
  }
}

const no = (name: string) => (): never => unsupported(name)

function close(self: PyStream): void {
  if (self.isClosed) return
  try {
    callMethod(self, 'flush')
  } finally {
    self.isClosed = true
  }
}

export function cannotPickle(self: Value): never {
  raiseTypeError(`cannot pickle '${typeOf(self).name}' instances`)
}

/** A limit on what is read: None and negative numbers mean none. */
export function limitOf(value: Value): number {
  return value === null ? -1 : Math.max(sizeOf(value), -1)
}

export function sizeOf(value: Value): number {
  checkIndex(value)
  return ssizeOf(value)
}

const newline = 10

/** A line out of any stream that can read bytes; `peek` spares reading them one by one. */
export function readLine(self: Value, size: Value): Value {
  const limit = limitOf(size)
  const peek = findAttribute(self, 'peek')
  const line = new PyByteArray(new Uint8Array(0))
  while (limit < 0 || line.length < limit) {
    const bytes = bytesFrom(
      callMethod(self, 'read', peek === undefined ? 1 : lengthAhead(self, limit - line.length)),
      'read',
    )
    if (bytes.length === 0) break
    line.splice(line.length, line.length, bytes)
    if (bytes[bytes.length - 1] === newline) break
  }
  return new PyBytes(line.bytes.slice())
}

function bytesFrom(value: Value, method: string): Uint8Array {
  if (value instanceof PyBytes) return value.bytes
  raise(osErrorType, `${method}() should have returned a bytes object, not '${typeName(typeOf(value))}'`)
}

/** How much of what lies ready belongs to the line. */
function lengthAhead(self: Value, limit: number): number {
  const ready = bytesFrom(callMethod(self, 'peek', 1), 'peek')
  if (ready.length === 0) return 1
  const end = ready.indexOf(newline) + 1
  const count = end === 0 ? ready.length : end
  return limit < 0 ? count : Math.min(count, limit)
}

function readLines(self: Value, hint: Value): Value {
  const limit = limitOf(hint)
  const lines = new PyList([])
  let size = 0
  const next = typeOf(self).iternext
  if (limit <= 0 || next === null) return new PyList(itemsOf(self))
  for (;;) {
    const line = next(self)
    if (line === undefined) return lines
    lines.push(line)
    size += lengthOf(line)
    if (size > limit) return lines
  }
}

function writeLines(self: Value, lines: Value): void {
  checkNotClosed(self)
  for (const line of itemsOf(lines)) callMethod(self, 'write', line)
}

ioBaseType.iter = (self: Value) => {
  checkNotClosed(self)
  return self
}
ioBaseType.iternext = (self: Value) => {
  const line = callMethod(self, 'readline')
  return lengthOf(line) === 0 ? undefined : line
}

defineType(ioBaseType, {
  doc: "The abstract base class for all I/O classes.\n\nThis class provides dummy implementations for many methods that\nderived classes can override selectively; the default implementations\nrepresent a file that cannot be read, written or seeked.\n\nEven though IOBase does not declare read, readinto, or write because\ntheir signatures will vary, implementations and clients should\nconsider those methods part of the interface. Also, implementations\nmay raise UnsupportedOperation when operations they do not support are\ncalled.\n\nThe basic type used for binary data read from or written to a file is\nbytes. Other bytes-like objects are accepted as method arguments too.\nIn some cases (such as readinto), a writable object is required. Text\nI/O classes work with str data.\n\nNote that calling any method (except additional calls to close(),\nwhich are ignored) on a closed stream should raise a ValueError.\n\nIOBase (and its subclasses) support the iterator protocol, meaning\nthat an IOBase object can be iterated over yielding the lines in a\nstream.\n\nIOBase also supports the :keyword:`with` statement. In this example,\nfp is closed after the suite of the with statement is complete:\n\nwith open('spam.txt', 'r') as fp:\n    fp.write('Spam and eggs!')\n",
  methods: () => [
    builtin(
      'seek($self, offset, whence=0, /)',
      no('seek'),
      "Change the stream position to the given byte offset.\n\n  offset\n    The stream position, relative to 'whence'.\n  whence\n    The relative position to seek from.\n\nThe offset is interpreted relative to the position indicated by whence.\nValues for whence are:\n\n* os.SEEK_SET or 0 -- start of stream (the default); offset should be zero or positive\n* os.SEEK_CUR or 1 -- current stream position; offset may be negative\n* os.SEEK_END or 2 -- end of stream; offset is usually negative\n\nReturn the new absolute position.",
    ),
    builtin('tell($self, /)', (self: Value) => callMethod(self, 'seek', 0, 1), 'Return current stream position.'),
    builtin(
      'truncate($self, size=None, /)',
      no('truncate'),
      'Truncate file to size bytes.\n\nFile pointer is left unchanged. Size defaults to the current IO position\nas reported by tell(). Return the new size.',
    ),
    builtin(
      'flush($self, /)',
      (self: PyStream) => {
        if (self.isClosed) raiseClosed()
      },
      'Flush write buffers, if applicable.\n\nThis is not implemented for read-only and non-blocking streams.',
    ),
    builtin('__del__($self, /)', finalize, 'Called when the instance is about to be destroyed.'),
    builtin(
      'close($self, /)',
      close,
      'Flush and close the IO object.\n\nThis method has no effect if the file is already closed.',
    ),
    builtin(
      'seekable($self, /)',
      () => false,
      'Return whether object supports random access.\n\nIf False, seek(), tell() and truncate() will raise OSError.\nThis method may need to do a test seek().',
    ),
    builtin(
      'readable($self, /)',
      () => false,
      'Return whether object was opened for reading.\n\nIf False, read() will raise OSError.',
    ),
    builtin(
      'writable($self, /)',
      () => false,
      'Return whether object was opened for writing.\n\nIf False, write() will raise OSError.',
    ),
    builtin('_checkClosed($self, /)', checkNotClosed),
    builtin('_checkSeekable($self, /)', check('seekable', 'File or stream is not seekable.')),
    builtin('_checkReadable($self, /)', check('readable', 'File or stream is not readable.')),
    builtin('_checkWritable($self, /)', check('writable', 'File or stream is not writable.')),
    builtin(
      'fileno($self, /)',
      no('fileno'),
      'Return underlying file descriptor if one exists.\n\nRaise OSError if the IO object does not use a file descriptor.',
    ),
    builtin(
      'isatty($self, /)',
      (self: Value) => {
        checkNotClosed(self)
        return false
      },
      "Return whether this is an 'interactive' stream.\n\nReturn False if it can't be determined.",
    ),
    builtin('__enter__($self, /)', (self: Value) => {
      checkNotClosed(self)
      return self
    }),
    builtin('__exit__($self, /, *args)', (self: Value) => callMethod(self, 'close')),
    builtin(
      'readline($self, size=-1, /)',
      readLine,
      "Read and return a line from the stream.\n\nIf size is specified, at most size bytes will be read.\n\nThe line terminator is always b'\\n' for binary files; for text\nfiles, the newlines argument to open can be used to select the line\nterminator(s) recognized.",
    ),
    builtin(
      'readlines($self, hint=-1, /)',
      readLines,
      'Return a list of lines from the stream.\n\nhint can be specified to control the number of lines read: no more\nlines will be read if the total size (in bytes/characters) of all\nlines so far exceeds hint.',
    ),
    builtin(
      'writelines($self, lines, /)',
      writeLines,
      'Write a list of lines to stream.\n\nLine separators are not added, so it is usual for each of the\nlines provided to have a line separator at the end.',
    ),
  ],
  getset: () => [['closed', (self: PyStream) => self.isClosed], dictGetSet],
})

/** RawIOBase.read, by readinto. */
function rawRead(self: Value, size: Value): Value {
  const limit = limitOf(size)
  if (limit < 0) return callMethod(self, 'readall')
  const buffer = new PyByteArray(new Uint8Array(limit))
  const count = callMethod(self, 'readinto', buffer)
  if (count === null) return null
  const number = ssizeOf(count)
  if (number < 0 || number > limit) raise(valueErrorType, `readinto returned ${number} outside buffer size ${limit}`)
  return new PyBytes(buffer.bytes.slice(0, number))
}

function readAll(self: Value): Value {
  const all = new PyByteArray(new Uint8Array(0))
  for (;;) {
    const chunk = callMethod(self, 'read', defaultBufferSize)
    if (chunk === null && all.length === 0) return null
    const bytes = chunk === null ? undefined : bufferOf(chunk)
    if (chunk !== null && !(chunk instanceof PyBytes)) raiseTypeError('read() should return bytes')
    if (bytes === undefined || bytes.length === 0) return new PyBytes(all.bytes.slice())
    all.splice(all.length, all.length, bytes)
  }
}

/** Bytes that are read at a time. */
export const defaultBufferSize = 131072

defineType(rawIOBaseType, {
  doc: 'Base class for raw binary I/O.',
  methods: () => [
    builtin('read($self, size=-1, /)', rawRead),
    builtin('readall($self, /)', readAll, 'Read until EOF, using multiple read() call.'),
    builtin('readinto($self, buffer, /)', () => raise(notImplementedErrorType)),
    builtin('write($self, b, /)', () => raise(notImplementedErrorType)),
  ],
})

/** BufferedIOBase.readinto, by read or read1. */
function readIntoBy(method: 'read' | 'read1') {
  return (self: Value, buffer: Value): Value => {
    const into = writableBufferOf(buffer)
    if (into === undefined)
      raiseTypeError(
        `readinto${method === 'read1' ? '1' : ''}() argument must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`,
      )
    const data = callMethod(self, method, into.length)
    if (!(data instanceof PyBytes)) raiseTypeError('read() should return bytes')
    if (data.length > into.length)
      raise(valueErrorType, `read() returned too much data: ${into.length} bytes requested, ${data.length} returned`)
    into.set(data.bytes)
    return data.length
  }
}

defineType(bufferedIOBaseType, {
  doc: 'Base class for buffered IO objects.\n\nThe main difference with RawIOBase is that the read() method\nsupports omitting the size argument, and does not have a default\nimplementation that defers to readinto().\n\nIn addition, read(), readinto() and write() may raise\nBlockingIOError if the underlying raw stream is in non-blocking\nmode and not ready; unlike their raw counterparts, they will never\nreturn None.\n\nA typical implementation should not inherit from a RawIOBase\nimplementation, but wrap one.',
  methods: () => [
    builtin(
      'detach($self, /)',
      no('detach'),
      'Disconnect this buffer from its underlying raw stream and return it.\n\nAfter the raw stream has been detached, the buffer is in an unusable state.',
    ),
    builtin('read($self, size=-1, /)', no('read'), 'Read and return up to n bytes.'),
    builtin(
      'read1($self, size=-1, /)',
      no('read1'),
      'Read and return up to size bytes, with at most one read() call to the underlying raw stream.',
    ),
    builtin('readinto($self, buffer, /)', readIntoBy('read')),
    builtin('readinto1($self, buffer, /)', readIntoBy('read1')),
    builtin(
      'write($self, b, /)',
      no('write'),
      'Write buffer b to the IO stream.\n\nReturn the number of bytes written, which is always\nthe length of b in bytes.\n\nRaise BlockingIOError if the buffer is full and the\nunderlying raw stream cannot accept more data at the moment.',
    ),
  ],
})

defineType(textIOBaseType, {
  doc: "Base class for text I/O.\n\nThis class provides a character and line based interface to stream\nI/O. There is no readinto method because Python's character strings\nare immutable.",
  methods: () => [
    builtin(
      'detach($self, /)',
      no('detach'),
      'Separate the underlying buffer from the TextIOBase and return it.\n\nAfter the underlying buffer has been detached, the TextIO is in an unusable state.',
    ),
    builtin(
      'read($self, size=-1, /)',
      no('read'),
      'Read at most size characters from stream.\n\nRead from underlying buffer until we have size characters or we hit EOF.\nIf size is negative or omitted, read until EOF.',
    ),
    builtin(
      'readline($self, size=-1, /)',
      no('readline'),
      'Read until newline or EOF.\n\nReturn an empty string if EOF is hit immediately.\nIf size is specified, at most size characters will be read.',
    ),
    builtin(
      'write($self, s, /)',
      no('write'),
      'Write string s to stream.\n\nReturn the number of characters written\n(which is always equal to the length of the string).',
    ),
  ],
  getset: () => [
    ['encoding', () => null, null, 'Encoding of the text stream.\n\nSubclasses should override.'],
    [
      'newlines',
      () => null,
      null,
      'Line endings translated so far.\n\nOnly line endings translated during reading are considered.\n\nSubclasses should override.',
    ],
    ['errors', () => null, null, 'The error setting of the decoder or encoder.\n\nSubclasses should override.'],
  ],
})

/** Does something, whatever the stream says to it: what it raised, for the end. */
export function attempt(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (thrown) {
    return raised(thrown)
  }
}
