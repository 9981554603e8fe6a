/** `BytesIO`: a file in memory. As Modules/_io/bytesio.c. */
import { copyBytesTo, copyOfBytes } from '../../base/bytes-memory.ts'
import { noBytes } from '../../builtins/bytes-kind.ts'
import { exportOfBytes, setBufferExporter, writableBufferOf } from '../../objects/buffer.ts'
import { builtinType, memoryviewType, typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, exportCheck, PyBytes } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { bufferErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { ensureAttributes, materializeDict, setAttribute } from '../../objects/instance.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { asInt } from '../../objects/number.ts'
import { ssizeOf } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { bufferedIOBaseType, limitOf, PyStream, raiseClosed } from './stream.ts'

export const bytesIOType = builtinType('BytesIO', {
  module: '_io',
  base: bufferedIOBaseType,
  flags: F.base | F.dict | F.weakref,
})

export class PyBytesIO extends PyStream {
  /** The contents are the first `length`. */
  storage: Uint8Array = noBytes
  length = 0
  position = 0
  /** Views on the contents: while there are some, the size must stay. */
  exports = 0
  lent: PyBytesIOBuffer | null = null

  override get knownClosed(): boolean | undefined {
    return this.type.isHeap ? undefined : this.isClosed
  }

  checkOpen(): void {
    if (this.isClosed) raiseClosed()
  }

  checkExports(): void {
    if (this.exports > 0 && exportCheck.isHeld(this.lent!))
      raise(bufferErrorType, 'Existing exports of data: object cannot be re-sized')
    this.exports = 0
  }

  write(bytes: Uint8Array): void {
    const end = this.position + bytes.length
    if (end > this.storage.length) {
      const larger = new Uint8Array(Math.max(end, this.storage.length * 2, 64))
      larger.set(this.storage.subarray(0, this.length))
      this.storage = larger
    }
    // Writing past the end leaves zeros in between.
    if (this.position > this.length) this.storage.fill(0, this.length, this.position)
    copyBytesTo(this.storage, this.position, bytes, 0, bytes.length)
    this.position = end
    if (end > this.length) this.length = end
  }

  take(count: number): Uint8Array {
    const start = Math.min(this.position, this.length)
    const end = count < 0 ? this.length : Math.min(start + count, this.length)
    this.position = Math.max(end, this.position)
    return copyOfBytes(this.storage, start, end)
  }

  takeLine(limit: number): Uint8Array {
    const start = Math.min(this.position, this.length)
    const end = limit < 0 ? this.length : Math.min(start + limit, this.length)
    const newline = this.storage.subarray(start, end).indexOf(10)
    return this.take(newline < 0 ? end - start : newline + 1)
  }
}

bytesIOType.new = (type: PyType) => new PyBytesIO(type)

const construct = builtin("BytesIO($self, initial_bytes=b'')", (self: PyBytesIO, initial: Value) => {
  self.checkExports()
  self.length = 0
  self.position = 0
  self.isClosed = false
  if (initial === null) return
  const bytes = bufferOf(initial)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(initial))}'`)
  self.storage = copyOfBytes(bytes)
  self.length = bytes.length
})

bytesIOType.init = (self: PyBytesIO, args, keywords) => {
  construct.call(self, args, keywords)
}

bytesIOType.iter = (self: PyBytesIO) => {
  self.checkOpen()
  return self
}
bytesIOType.iternext = (self: PyBytesIO) => {
  self.checkOpen()
  const line = self.takeLine(-1)
  return line.length === 0 ? undefined : new PyBytes(line)
}

function write(self: PyBytesIO, data: Value): Value {
  self.checkOpen()
  self.checkExports()
  const bytes = bufferOf(data)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(data))}'`)
  if (bytes.length > 0) self.write(bytes.buffer === self.storage.buffer ? bytes.slice() : bytes)
  return bytes.length
}

function read(self: PyBytesIO, size: Value): Value {
  self.checkOpen()
  return new PyBytes(self.take(limitOf(size)))
}

function readInto(self: PyBytesIO, buffer: Value): Value {
  const into = writableBufferOf(buffer)
  if (into === undefined)
    raiseTypeError(`readinto() argument must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
  self.checkOpen()
  const bytes = self.take(into.length)
  into.set(bytes)
  return bytes.length
}

function readLines(self: PyBytesIO, size: Value): Value {
  self.checkOpen()
  const limit = limitOf(size)
  const lines: Value[] = []
  for (let total = 0; limit <= 0 || total < limit; ) {
    const line = self.takeLine(-1)
    if (line.length === 0) break
    lines.push(new PyBytes(line))
    total += line.length
  }
  return new PyList(lines)
}

function seek(self: PyBytesIO, offset: number, whence: number): Value {
  self.checkOpen()
  if (offset < 0 && whence === 0) raise(valueErrorType, `negative seek value ${offset}`)
  if (whence < 0 || whence > 2) raise(valueErrorType, `invalid whence (${whence}, should be 0, 1 or 2)`)
  const base = whence === 0 ? 0 : whence === 1 ? self.position : self.length
  self.position = Math.max(base + offset, 0)
  return self.position
}

function truncate(self: PyBytesIO, size: Value): Value {
  self.checkOpen()
  self.checkExports()
  const length = size === null ? self.position : ssizeOf(size)
  if (length < 0) raise(valueErrorType, `negative size value ${length}`)
  if (length < self.length) self.length = length
  return length
}

/** What `getbuffer` makes a memoryview of. */
class PyBytesIOBuffer extends PyObject {
  readonly source: PyBytesIO
  constructor(source: PyBytesIO) {
    super(bytesIOBufferType)
    this.source = source
  }
}
export const bytesIOBufferType = builtinType('_BytesIOBuffer', { module: '_io', flags: F.noInstantiation })

setBufferExporter(bytesIOBufferType, ({ source }: PyBytesIOBuffer) => {
  source.exports++
  return exportOfBytes(source.storage.subarray(0, source.length), 'writable', () => {
    if (source.exports > 0) source.exports--
  })
})

function getBuffer(self: PyBytesIO): Value {
  self.checkOpen()
  return call(memoryviewType, [(self.lent ??= new PyBytesIOBuffer(self))])
}

const contents = (self: PyBytesIO): Value => {
  self.checkOpen()
  return new PyBytes(self.storage.slice(0, self.length))
}

function getState(self: PyBytesIO): Value {
  const attributes = self.attributes
  return new PyTuple([contents(self), self.position, attributes === null ? null : materializeDict(attributes).copy()])
}

function setState(self: PyBytesIO, state: Value): void {
  self.checkOpen()
  if (!(state instanceof PyTuple) || state.items.length < 3)
    raiseTypeError(`${typeName(self.type)}.__setstate__ argument should be 3-tuple, got ${typeName(typeOf(state))}`)
  const [initial, position, dict] = state.items
  construct.call(self, [initial!], null)
  const at = asInt(position!)
  if (at === undefined) raiseTypeError(`second item of state must be an integer, not ${typeName(typeOf(position!))}`)
  if (at < 0) raise(valueErrorType, 'position value cannot be negative')
  self.position = Number(at)
  if (dict === null) return
  if (!(dict instanceof PyDict))
    raiseTypeError(`third item of state should be a dict, got a ${typeName(typeOf(dict!))}`)
  for (const [name, value] of dict.entries()) setAttribute(ensureAttributes(self)!, textOf(asStr(name)!), value)
}

const yes = (self: PyBytesIO): Value => {
  self.checkOpen()
  return true
}

defineType(bytesIOType, {
  doc: 'Buffered I/O implementation using an in-memory bytes buffer.',
  signature: "(initial_bytes=b'')",
  methods: () => [
    builtin('readable($self, /)', yes, 'Returns True if the IO object can be read.'),
    builtin('seekable($self, /)', yes, 'Returns True if the IO object can be seeked.'),
    builtin('writable($self, /)', yes, 'Returns True if the IO object can be written.'),
    builtin(
      'close($self, /)',
      (self: PyBytesIO) => {
        self.checkExports()
        self.isClosed = true
        self.storage = new Uint8Array(0)
      },
      'Disable all I/O operations.',
    ),
    builtin('flush($self, /)', (self: PyBytesIO) => self.checkOpen(), 'Does nothing.'),
    builtin(
      'isatty($self, /)',
      (self: PyBytesIO) => {
        self.checkOpen()
        return false
      },
      'Always returns False.\n\nBytesIO objects are not connected to a TTY-like device.',
    ),
    builtin(
      'tell($self, /)',
      (self: PyBytesIO) => {
        self.checkOpen()
        return self.position
      },
      'Current file position, an integer.',
    ),
    builtin('write($self, b, /)', write, 'Write bytes to file.\n\nReturn the number of bytes written.'),
    builtin(
      'writelines($self, lines, /)',
      (self: PyBytesIO, lines: Value) => {
        self.checkOpen()
        for (const line of itemsOf(lines)) write(self, line)
      },
      'Write lines to the file.\n\nNote that newlines are not added.  lines can be any iterable object\nproducing bytes-like objects. This is equivalent to calling write() for\neach element.',
    ),
    builtin(
      'read($self, size=-1, /)',
      read,
      'Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative, read until EOF is reached.\nReturn an empty bytes object at EOF.',
    ),
    builtin(
      'read1($self, size=-1, /)',
      read,
      'Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative or omitted, read until EOF is reached.\nReturn an empty bytes object at EOF.',
    ),
    builtin(
      'readinto($self, buffer, /)',
      readInto,
      'Read bytes into buffer.\n\nReturns number of bytes read (0 for EOF), or None if the object\nis set not to block and has no data to read.',
    ),
    builtin(
      'readline($self, size=-1, /)',
      (self: PyBytesIO, size: Value) => {
        self.checkOpen()
        return new PyBytes(self.takeLine(limitOf(size)))
      },
      'Next line from the file, as a bytes object.\n\nRetain newline.  A non-negative size argument limits the maximum\nnumber of bytes to return (an incomplete line may be returned then).\nReturn an empty bytes object at EOF.',
    ),
    builtin(
      'readlines($self, size=None, /)',
      readLines,
      'List of bytes objects, each a line from the file.\n\nCall readline() repeatedly and return a list of the lines so read.\nThe optional size argument, if given, is an approximate bound on the\ntotal number of bytes in the lines returned.',
    ),
    builtin('getbuffer($self, /)', getBuffer, 'Get a read-write view over the contents of the BytesIO object.'),
    builtin('getvalue($self, /)', contents, 'Retrieve the entire contents of the BytesIO object.'),
    builtin(
      'seek($self, pos: ssize, whence: ssize=0, /)',
      seek,
      'Change stream position.\n\nSeek to byte offset pos relative to position indicated by whence:\n     0  Start of stream (the default).  pos should be >= 0;\n     1  Current position - pos may be negative;\n     2  End of stream - pos usually negative.\nReturns the new absolute position.',
    ),
    builtin(
      'truncate($self, size=None, /)',
      truncate,
      'Truncate the file to at most size bytes.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is unchanged.  Returns the new size.',
    ),
    builtin('__getstate__($self, /)', getState),
    builtin('__setstate__($self, state, /)', setState),
    builtin('__sizeof__($self, /)', (self: PyBytesIO) => 80 + self.storage.length),
  ],
  getset: () => [['closed', (self: PyBytesIO) => self.isClosed, null, 'True if the file is closed.']],
})
