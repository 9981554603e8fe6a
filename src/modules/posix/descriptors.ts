/** Open files by their descriptors: `os.open`, `os.read` and their kin. */
import { errors } from '../../base/errno.ts'
import { HostError } from '../../base/host.ts'
import { makeStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import { waitUntil } from '../../interpreter/threads.ts'
import { writableBufferOf } from '../../objects/buffer.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { type Builtin, builtin } from '../../objects/signature.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { raiseOSError, translated } from './os-error.ts'
import { anyDescriptorOf, descriptorOf, pathOf, refuseFolderDescriptor } from './paths.ts'
import { makePair } from '../socket/pair.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { pythonFiles } from './python-files.ts'

export const closeOnExec = 0o2000000

function open(value: Value, flags: number, mode: number, dirFd: Value): Value {
  const path = pathOf(value, { what: 'open: path' })
  refuseFolderDescriptor(dirFd)
  return translated(() => pythonFiles().open(path.text, flags | closeOnExec, mode), path.given)
}

function read(fd: Value, length: number, offset: number | null): Value {
  if (length < 0) raiseOSError(errors.EINVAL)
  const bytes = new Uint8Array(length)
  const count = translated(() => pythonFiles().read(descriptorOf(fd), bytes, offset))
  return new PyBytes(count === length ? bytes : bytes.slice(0, count))
}

/** A thread that waits for a pipe to have something is left meanwhile, and reads once it has. */
function whenReadable(builtin: Builtin, fd: Value, work: () => Value): Value {
  const isReadable = pythonFiles().awaited(descriptorOf(fd))
  return isReadable === null ? work() : waitUntil(builtin, isReadable, null, work)
}

const readFunction: Builtin = builtin(
  'read($module, fd, length: ssize, /)',
  (fd: Value, length: number) => whenReadable(readFunction, fd, () => read(fd, length, null)),
  'Read from a file descriptor.  Returns a bytes object.',
)

const readIntoFunction: Builtin = builtin(
  'readinto($module, fd, buffer, /)',
  (fd: Value, buffer: Value) => whenReadable(readIntoFunction, fd, () => readInto(fd, buffer)),
  'Read into a buffer object from a file descriptor.',
)

function readInto(fd: Value, buffer: Value): Value {
  const bytes = writableBufferOf(buffer)
  if (bytes === undefined)
    raiseTypeError(`readinto() argument 2 must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
  return translated(() => pythonFiles().read(descriptorOf(fd), bytes, null))
}

const write = (fd: Value, data: Uint8Array): Value =>
  translated(() => pythonFiles().write(descriptorOf(fd), data, null))

function closeRange(from: number, to: number): void {
  for (let fd = from; fd < Math.min(to, 4096); fd++) {
    try {
      pythonFiles().close(fd)
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown
    }
  }
}

export const terminalSizeType = structSequenceType('terminal_size', {
  module: 'os',
  doc: 'A tuple of (columns, lines) for holding terminal window size',
  fields: [
    ['columns', 'width of the terminal window in characters'],
    ['lines', 'height of the terminal window in characters'],
  ],
})

function terminalSize(fd: Value | undefined): Value {
  const { columns, lines } = translated(() => pythonFiles().terminalSize(fd === undefined ? 1 : descriptorOf(fd)))
  return makeStructSequence(terminalSizeType, [columns, lines])
}

/** As isatty(3): a descriptor that is not open is no terminal. */
export function isTerminal(fd: number): boolean {
  try {
    return pythonFiles().isTerminal(fd)
  } catch (thrown) {
    if (thrown instanceof HostError) return false
    throw thrown
  }
}

function truncate(value: Value, length: number): void {
  const path = pathOf(value, { what: 'truncate: path', allowsDescriptor: true })
  translated(() => {
    const files = pythonFiles()
    if (path.fd >= 0) return files.truncate(path.fd, length)
    const fd = files.open(path.text, 1, 0)
    try {
      files.truncate(fd, length)
    } finally {
      files.close(fd)
    }
  }, path.given)
}

/** A descriptor that is open; what is asked about it has one answer here. */
function checkOpen(fd: Value): void {
  translated(() => pythonFiles().statusOf(descriptorOf(fd)))
}

/** Two endpoints within the program: what is written to the second is read from the first. */
const pipe = (): Value => new PyTuple(makePair())

export const descriptorFunctions = () => [
  builtin(
    'pipe($module, /)',
    pipe,
    'Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)',
  ),
  builtin(
    'set_blocking($module, fd, blocking: bool, /)',
    (fd: Value, blocking: boolean) => translated(() => pythonFiles().setBlocking(descriptorOf(fd), blocking)),
    'Set the blocking mode of the specified file descriptor.',
  ),
  builtin(
    'open($module, /, path, flags: ssize, mode: ssize=511, *, dir_fd=None)',
    open,
    'Open a file for low level IO.  Returns a file descriptor (integer).\n\nIf dir_fd is not None, it should be a file descriptor open to a directory,\n  and path should be relative; path will then be relative to that directory.\ndir_fd may not be implemented on your platform.\n  If it is unavailable, using it will raise a NotImplementedError.',
  ),
  builtin(
    'close($module, /, fd)',
    (fd: Value) => translated(() => pythonFiles().close(descriptorOf(fd))),
    'Close a file descriptor.',
  ),
  builtin(
    'closerange($module, fd_low: ssize, fd_high: ssize, /)',
    closeRange,
    'Closes all file descriptors in [fd_low, fd_high), ignoring errors.',
  ),
  readFunction,
  readIntoFunction,
  builtin(
    'pread($module, fd, length: ssize, offset: ssize, /)',
    (fd: Value, length: number, offset: number) => read(fd, length, offset),
    'Read a number of bytes from a file descriptor starting at a particular offset.',
  ),
  builtin('write($module, fd, data: buffer, /)', write, 'Write a bytes object to a file descriptor.'),
  builtin(
    'pwrite($module, fd, buffer: buffer, offset: ssize, /)',
    (fd: Value, data: Uint8Array, offset: number) =>
      translated(() => pythonFiles().write(descriptorOf(fd), data, offset)),
    'Write bytes to a file descriptor starting at a particular offset.',
  ),
  builtin(
    'lseek($module, fd, position: ssize, whence: ssize, /)',
    (fd: Value, position: number, whence: number) =>
      translated(() => pythonFiles().seek(descriptorOf(fd), position, whence)),
    'Set the position of a file descriptor.  Return the new position.',
  ),
  builtin(
    'dup($module, fd, /)',
    (fd: Value) => translated(() => pythonFiles().duplicate(descriptorOf(fd))),
    'Return a duplicate of a file descriptor.',
  ),
  builtin(
    'dup2($module, /, fd, fd2, inheritable: bool=True)',
    (fd: Value, copy: Value) => {
      translated(() => pythonFiles().duplicateTo(descriptorOf(fd), descriptorOf(copy)))
      return descriptorOf(copy)
    },
    'Duplicate file descriptor.',
  ),
  builtin(
    'fchmod($module, /, fd, mode: ssize)',
    (fd: Value, mode: number) => translated(() => pythonFiles().changeModeOf(descriptorOf(fd), mode)),
    'Change the access permissions of the file given by file descriptor fd.\n\nEquivalent to os.chmod(fd, mode).',
  ),
  builtin(
    'isatty($module, fd, /)',
    (fd: Value) => isTerminal(descriptorOf(fd)),
    'Return True if the fd is connected to a terminal.',
  ),
  builtin(
    'fsync($module, /, fd)',
    (fd: Value) => translated(() => pythonFiles().sync(anyDescriptorOf(fd))),
    'Force write of fd to disk.',
  ),
  builtin(
    'fdatasync($module, /, fd)',
    (fd: Value) => translated(() => pythonFiles().sync(anyDescriptorOf(fd))),
    'Force write of fd to disk without forcing update of metadata.',
  ),
  builtin(
    'ftruncate($module, fd, length: ssize, /)',
    (fd: Value, length: number) => translated(() => pythonFiles().truncate(descriptorOf(fd), length)),
    'Truncate a file, specified by file descriptor, to a specific length.',
  ),
  builtin(
    'truncate($module, /, path, length: ssize)',
    truncate,
    'Truncate a file, specified by path, to a specific length.',
  ),
  builtin(
    'get_terminal_size($module, fd=<unrepresentable>, /)',
    terminalSize,
    'Return the size of the terminal window as (columns, lines).',
  ),
  builtin(
    'get_inheritable($module, fd, /)',
    (fd: Value) => {
      checkOpen(fd)
      return false
    },
    'Get the close-on-exe flag of the specified file descriptor.',
  ),
  builtin(
    'set_inheritable($module, fd, inheritable: bool, /)',
    checkOpen,
    'Set the inheritable flag of the specified file descriptor.',
  ),
  builtin(
    'get_blocking($module, fd, /)',
    (fd: Value) => translated(() => pythonFiles().isBlocking(descriptorOf(fd))),
    'Get the blocking mode of the file descriptor.',
  ),
  builtin(
    'device_encoding($module, /, fd)',
    (fd: Value) => (isTerminal(descriptorOf(fd)) ? 'UTF-8' : null),
    "Return a string describing the encoding of a terminal's file descriptor.\n\nThe file descriptor must be attached to a terminal.\nIf the device is not a terminal, return None.",
  ),
]
