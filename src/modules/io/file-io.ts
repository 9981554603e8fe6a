/** `FileIO`: an open file without buffers. As Modules/_io/fileio.c. */
import { errors } from '../../base/errno.ts'
import { HostError } from '../../base/host.ts'
import { writableBufferOf } from '../../objects/buffer.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { assignAttribute, findAttribute } from '../../objects/attribute.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { ssizeOf } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import type { Int, Value } from '../../objects/value.ts'
import { closeOnExec, isTerminal } from '../posix/descriptors.ts'
import { raiseOSError, translated } from '../posix/os-error.ts'
import { noteOpen } from '../posix/left-open.ts'
import { anyDescriptorOf, descriptorOf, fsPath, pathOf } from '../posix/paths.ts'
import { pythonFiles } from '../posix/python-files.ts'
import {
  cannotPickle,
  defaultBufferSize,
  limitOf,
  PyStream,
  raiseClosed,
  rawIOBaseType,
  unsupported,
} from './stream.ts'

export const fileIOType = builtinType('FileIO', {
  module: '_io',
  base: rawIOBaseType,
  flags: F.base | F.dict | F.weakref,
})

export class PyFileIO extends PyStream {
  /** −1 while closed. */
  fd = -1
  readable = false
  writable = false
  created = false
  appending = false
  /** Null: not asked yet. */
  seekable: boolean | null = null
  closesDescriptor = true
  blockSize = defaultBufferSize
  constructor(type: PyType = fileIOType) {
    super(type)
    this.isClosed = false
  }

  override get knownClosed(): boolean | undefined {
    return this.type.isHeap ? undefined : this.fd < 0
  }

  get mode(): string {
    if (this.created) return this.readable ? 'xb+' : 'xb'
    if (this.appending) return this.readable ? 'ab+' : 'ab'
    if (this.readable) return this.writable ? 'rb+' : 'rb'
    return 'wb'
  }

  checkOpen(): number {
    if (this.fd < 0) raiseClosed('I/O operation on closed file')
    return this.fd
  }

  checkReadable(): number {
    const fd = this.checkOpen()
    if (!this.readable) unsupported('File not open for reading')
    return fd
  }

  checkWritable(): number {
    const fd = this.checkOpen()
    if (!this.writable) unsupported('File not open for writing')
    return fd
  }

  /** Answers the count of bytes, 0 at the end; −1 if there are none yet. */
  readInto(into: Uint8Array): number {
    const fd = this.checkReadable()
    try {
      return pythonFiles().read(fd, into, null)
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.errno === errors.EAGAIN) return -1
      if (thrown instanceof HostError) raiseOSError(thrown.errno)
      throw thrown
    }
  }

  write(bytes: Uint8Array): number {
    const fd = this.checkWritable()
    return translated(() => pythonFiles().write(fd, bytes, null))
  }

  seek(offset: Int, whence: number): number {
    const fd = this.checkOpen()
    if (typeof offset === 'bigint') raise(overflowErrorType, 'Python int too large to convert to C long')
    const position = translated(() => pythonFiles().seek(fd, offset, whence))
    this.seekable ??= true
    return position
  }

  isSeekable(): boolean {
    this.checkOpen()
    if (this.seekable === null) {
      try {
        pythonFiles().seek(this.fd, 0, 1)
        this.seekable = true
      } catch (thrown) {
        if (!(thrown instanceof HostError)) throw thrown
        this.seekable = false
      }
    }
    return this.seekable
  }

  isTerminal(): boolean {
    return isTerminal(this.checkOpen())
  }

  close(): void {
    const { fd } = this
    if (fd < 0) return
    this.fd = -1
    if (this.closesDescriptor) translated(() => pythonFiles().close(fd))
  }
}

fileIOType.new = (type: PyType) => new PyFileIO(type)

const O_CREAT = 0o100
const O_EXCL = 0o200
const O_TRUNC = 0o1000
const O_APPEND = 0o2000

const badMode = 'Must have exactly one of create/read/write/append mode and at most one plus'

/** Reads the mode into the stream; answers the flags to open the file with. */
function readMode(self: PyFileIO, mode: string): number {
  let flags = 0
  let kinds = 0
  let pluses = 0
  for (const letter of mode) {
    if (letter === 'b') continue
    if (letter === '+') pluses++
    else if ('rwax'.includes(letter)) {
      kinds++
      self.readable = letter === 'r'
      self.writable = letter !== 'r'
      self.created = letter === 'x'
      self.appending = letter === 'a'
      flags = letter === 'r' ? 0 : O_CREAT | { w: O_TRUNC, a: O_APPEND, x: O_EXCL }[letter]!
    } else raise(valueErrorType, `invalid mode: ${mode.slice(0, 200)}`)
  }
  if (kinds !== 1 || pluses > 1) raise(valueErrorType, badMode)
  if (pluses === 1) self.readable = self.writable = true
  const access = self.readable ? (self.writable ? 2 : 0) : 1
  return flags | access | closeOnExec
}

function open(self: PyFileIO, file: Value, mode: string, closesDescriptor: boolean, opener: Value): void {
  if (self.fd >= 0) self.close()
  Object.assign(self, { readable: false, writable: false, created: false, appending: false, seekable: null })
  const isDescriptor = asInt(file) !== undefined
  if (isDescriptor && anyDescriptorOf(file) < 0) raise(valueErrorType, 'negative file descriptor')
  const path = isDescriptor ? null : pathOf(fsPath(file), { what: 'open: path' })
  const flags = readMode(self, mode)
  self.closesDescriptor = closesDescriptor
  if (path === null) self.fd = descriptorOf(file)
  else if (!closesDescriptor) raise(valueErrorType, 'Cannot use closefd=False with file name')
  else if (opener === null) self.fd = translated(() => pythonFiles().open(path.text, flags, 0o666), file)
  else self.fd = openedBy(opener, file, flags)
  if (closesDescriptor) noteOpen(self.fd, self)
  checkKind(self, file)
  assignAttribute(self, 'name', file)
  if (self.appending && path !== null) seekToEnd(self)
}

function openedBy(opener: Value, file: Value, flags: number): number {
  const fd = call(opener, [file, flags])
  if (asInt(fd) === undefined) raiseTypeError('expected integer from opener')
  const number = descriptorOf(fd)
  if (number < 0) raise(valueErrorType, `opener returned ${number}`)
  return number
}

/** What an opener gives may be no open descriptor. */
function closeIfOpen(fd: number): void {
  try {
    pythonFiles().close(fd)
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
  }
}

/** A folder can be opened, but is no file. */
function checkKind(self: PyFileIO, file: Value): void {
  try {
    const { mode, blksize } = pythonFiles().statusOf(self.fd)
    if ((mode & 0o170000) === 0o040000) throw new HostError(errors.EISDIR)
    if (blksize > 1) self.blockSize = Math.max(blksize, defaultBufferSize)
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
    if (self.closesDescriptor && asInt(file) === undefined) closeIfOpen(self.fd)
    self.fd = -1
    raiseOSError(thrown.errno, file)
  }
}

function seekToEnd(self: PyFileIO): void {
  if (self.isSeekable()) self.seek(0, 2)
}

const construct = builtin("FileIO($self, file, mode: text='r', closefd: bool=True, opener=None)", open)
fileIOType.init = (self: PyFileIO, args, keywords) => {
  construct.call(self, args, keywords)
}

/** An open file for TypeScript code. */
export function openFileIO(file: Value, mode: string, closesDescriptor: boolean, opener: Value): PyFileIO {
  const made = new PyFileIO()
  open(made, file, mode, closesDescriptor, opener)
  return made
}

function read(self: PyFileIO, size: Value): Value {
  const limit = limitOf(size)
  if (limit < 0) return readAll(self)
  const bytes = new Uint8Array(limit)
  const count = self.readInto(bytes)
  if (count < 0) return null
  return new PyBytes(count === limit ? bytes : bytes.slice(0, count))
}

function readAll(self: PyFileIO): Value {
  const bytes = remainingBytes(self)
  return bytes === null ? null : new PyBytes(bytes)
}

/** Everything up to the end; null if nothing can be read now. */
export function remainingBytes(self: PyFileIO): Uint8Array | null {
  let bytes = new Uint8Array(expectedSize(self))
  let length = 0
  for (;;) {
    // Where all that was expected has come, a few bytes more tell whether that was the end: then it need not be copied.
    const isFull = length === bytes.length
    const into = isFull ? new Uint8Array(fewBytes) : length === 0 ? bytes : bytes.subarray(length)
    const count = self.readInto(into)
    if (count < 0 && length === 0) return null
    if (count <= 0) return isFull ? bytes : bytes.slice(0, length)
    if (isFull) {
      const larger = new Uint8Array(Math.max(length * 2, defaultBufferSize))
      larger.set(bytes)
      larger.set(into.subarray(0, count), length)
      bytes = larger
    }
    length += count
  }
}

const fewBytes = 64

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!.length === parts[0]!.buffer.byteLength ? parts[0]! : parts[0]!.slice()
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** What is left of a plain file. */
function expectedSize(self: PyFileIO): number {
  self.checkReadable()
  try {
    const files = pythonFiles()
    const { size } = files.statusOf(self.fd)
    const position = size > 0 ? files.seek(self.fd, 0, 1) : 0
    return size > position ? size - position : 8192
  } catch (thrown) {
    if (thrown instanceof HostError) return 65536
    throw thrown
  }
}

function readInto(self: PyFileIO, buffer: Value): Value {
  const into = writableBufferOf(buffer)
  if (into === undefined)
    raiseTypeError(`readinto() argument must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
  const count = self.readInto(into)
  return count < 0 ? null : count
}

function write(self: PyFileIO, data: Value): Value {
  self.checkWritable()
  const bytes = bufferOf(data)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(data))}'`)
  return self.write(bytes)
}

function truncate(self: PyFileIO, size: Value): Value {
  const fd = self.checkWritable()
  const length = size === null ? self.seek(0, 1) : ssizeOf(size)
  if (length < 0) raiseOSError(errors.EINVAL)
  translated(() => pythonFiles().truncate(fd, length))
  return length
}

fileIOType.repr = (self: PyFileIO) => {
  const prefix = `<${typeName(self.type)}`
  if (self.fd < 0) return `${prefix} [closed]>`
  const name = findAttribute(self, 'name')
  const what = name === undefined ? `fd=${self.fd}` : `name=${reprText(name)}`
  return strOf(`${prefix} ${what} mode='${self.mode}' closefd=${self.closesDescriptor ? 'True' : 'False'}>`)
}

defineType(fileIOType, {
  doc: "Open a file.\n\nThe mode can be 'r' (default), 'w', 'x' or 'a' for reading,\nwriting, exclusive creation or appending.  The file will be created if it\ndoesn't exist when opened for writing or appending; it will be truncated\nwhen opened for writing.  A FileExistsError will be raised if it already\nexists when opened for creating. Opening a file for creating implies\nwriting so this mode behaves in a similar way to 'w'.Add a '+' to the mode\nto allow simultaneous reading and writing. A custom opener can be used by\npassing a callable as *opener*. The underlying file descriptor for the file\nobject is then obtained by calling opener with (*name*, *flags*).\n*opener* must return an open file descriptor (passing os.open as *opener*\nresults in functionality similar to passing None).",
  signature: "(file, mode='r', closefd=True, opener=None)",
  methods: () => [
    builtin(
      'read($self, size=-1, /)',
      read,
      'Read at most size bytes, returned as bytes.\n\nIf size is less than 0, read all bytes in the file making\nmultiple read calls. See ``FileIO.readall``.\n\nAttempts to make only one system call, retrying only per\nPEP 475 (EINTR). This means less data may be returned than\nrequested.\n\nIn non-blocking mode, returns None if no data is available.\nReturn an empty bytes object at EOF.',
    ),
    builtin(
      'readall($self, /)',
      readAll,
      'Read all data from the file, returned as bytes.\n\nReads until either there is an error or read that returns\nsize 0 (indicates EOF). If the file is already at EOF, returns an\nempty bytes object.\n\nIn non-blocking mode, returns as much data as could be read\nbefore EAGAIN. If no data is available (EAGAIN is returned\nbefore bytes are read) returns None.',
    ),
    builtin('readinto($self, buffer, /)', readInto, 'Same as RawIOBase.readinto().'),
    builtin(
      'write($self, b, /)',
      write,
      'Write buffer b to file, return number of bytes written.\n\nOnly makes one system call, so not all of the data may be written.\nThe number of bytes actually written is returned.  In non-blocking mode,\nreturns None if the write would block.',
    ),
    builtin(
      'seek($self, pos: int, whence: ssize=0, /)',
      (self: PyFileIO, position: Int, whence: number) => self.seek(position, whence),
      'Move to new file position and return the file position.\n\nArgument offset is a byte count.  Optional argument whence defaults to\nSEEK_SET or 0 (offset from start of file, offset should be >= 0); other values\nare SEEK_CUR or 1 (move relative to current position, positive or negative),\nand SEEK_END or 2 (move relative to end of file, usually negative, although\nmany platforms allow seeking beyond the end of a file).\n\nNote that not all file objects are seekable.',
    ),
    builtin(
      'tell($self, /)',
      (self: PyFileIO) => self.seek(0, 1),
      'Current file position.\n\nCan raise OSError for non seekable files.',
    ),
    builtin(
      'truncate($self, size=None, /)',
      truncate,
      'Truncate the file to at most size bytes and return the truncated size.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is changed to the value of size.',
    ),
    builtin(
      'close($self, /)',
      (self: PyFileIO) => {
        self.isClosed = true
        self.close()
      },
      'Close the file.\n\nA closed file cannot be used for further I/O operations.  close() may be\ncalled more than once without error.',
    ),
    builtin('seekable($self, /)', (self: PyFileIO) => self.isSeekable(), 'True if file supports random-access.'),
    builtin(
      'readable($self, /)',
      (self: PyFileIO) => {
        self.checkOpen()
        return self.readable
      },
      'True if file was opened in a read mode.',
    ),
    builtin(
      'writable($self, /)',
      (self: PyFileIO) => {
        self.checkOpen()
        return self.writable
      },
      'True if file was opened in a write mode.',
    ),
    builtin(
      'fileno($self, /)',
      (self: PyFileIO) => self.checkOpen(),
      'Return the underlying file descriptor (an integer).',
    ),
    builtin(
      'isatty($self, /)',
      (self: PyFileIO) => self.isTerminal(),
      'True if the file is connected to a TTY device.',
    ),
    builtin('_isatty_open_only($self, /)', (self: PyFileIO) => self.isTerminal()),
    builtin('_dealloc_warn($self, object, /)', () => null),
    builtin('__getstate__($self, /)', cannotPickle),
  ],
  getset: () => [
    ['closed', (self: PyFileIO) => self.fd < 0, null, 'True if the file is closed'],
    [
      'closefd',
      (self: PyFileIO) => self.closesDescriptor,
      null,
      'True if the file descriptor will be closed by close().',
    ],
    ['mode', (self: PyFileIO) => self.mode, null, 'String giving the file mode'],
    ['_blksize', (self: PyFileIO) => self.blockSize, null, 'Stat st_blksize if available'],
  ],
})
