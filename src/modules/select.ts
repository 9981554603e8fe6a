/** The module select: `select` and `poll` over what the program can wait for within itself (socket/pair.ts) and over files, which are always ready. */
import { waitUntil } from '../interpreter/threads.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, osErrorType, valueErrorType } from '../objects/exception-types.ts'
import { findAttribute } from '../objects/attribute.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { asFloat, asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags as F, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { raiseOSError } from './posix/os-error.ts'
import { errors } from '../base/errno.ts'
import { pythonFiles } from './posix/python-files.ts'
import { HostError } from '../base/host.ts'
import { endpoints } from './socket/pair.ts'

const POLLIN = 1
const POLLPRI = 2
const POLLOUT = 4
const POLLERR = 8
const POLLHUP = 16
const POLLNVAL = 32

/** A descriptor: an int, or what has `fileno()`. */
function descriptorOf(value: Value): number {
  const int = asInt(value)
  if (int === undefined && findAttribute(value, 'fileno') === undefined)
    raiseTypeError('argument must be an int, or have a fileno() method.')
  const fd = int ?? asInt(callMethod(value, 'fileno'))
  if (fd === undefined) raiseTypeError('fileno() returned a non-integer')
  if (fd < 0) raise(valueErrorType, `file descriptor cannot be a negative integer (${fd})`)
  return Number(fd)
}

/** Which of the wanted events there are. */
function eventsOf(fd: number, wanted: number): number {
  const endpoint = endpoints().open.get(fd)
  if (endpoint === undefined) return isOpen(fd) ? wanted & (POLLIN | POLLOUT) : POLLNVAL
  const readable = endpoint.isReadable ? POLLIN : 0
  const hungUp = endpoint.isEnded && endpoint.peer === null ? POLLHUP : 0
  const writable = endpoint.room > 0 ? POLLOUT : 0
  return ((readable | writable) & wanted) | hungUp
}

function isOpen(fd: number): boolean {
  try {
    pythonFiles().statusOf(fd)
    return true
  } catch (thrown) {
    if (thrown instanceof HostError) return false
    throw thrown
  }
}

function secondsOf(value: Value, unit: number): number | null {
  if (value === null) return null
  const number = asFloat(value) ?? (asInt(value) === undefined ? undefined : Number(asInt(value)))
  if (number === undefined) raiseTypeError('timeout must be a float or None')
  return number * unit
}

function select(read: Value, write: Value, except: Value, timeout: Value): Value {
  const seconds = secondsOf(timeout, 1)
  if (seconds !== null && seconds < 0) raise(valueErrorType, 'timeout must be non-negative')
  const lists = [read, write, except].map(list => itemsOf(list).map(object => ({ object, fd: descriptorOf(object) })))
  const wanted = [POLLIN, POLLOUT, POLLPRI]
  let ready: Value[][] = []
  const isSo = (): boolean => {
    ready = lists.map((list, i) => list.filter(({ fd }) => isReady(fd, wanted[i]!)).map(({ object }) => object))
    return ready.some(list => list.length > 0)
  }
  return waitUntil(selectFunction, isSo, seconds, () => new PyTuple(ready.map(list => new PyList(list))))
}

const selectFunction = builtin(
  'select($module, rlist, wlist, xlist, timeout=None, /)',
  select,
  'Wait until one or more file descriptors are ready for some kind of I/O.',
)

function isReady(fd: number, wanted: number): boolean {
  const events = eventsOf(fd, wanted)
  if ((events & POLLNVAL) !== 0) raiseOSError(errors.EBADF)
  return (events & (wanted | (wanted === POLLIN ? POLLHUP : 0))) !== 0
}

const pollType = builtinType('poll', { module: 'select', flags: F.noInstantiation })

class PyPoll extends PyObject {
  readonly wanted = new Map<number, number>()
}

function register(self: PyPoll, file: Value, mask: number): void {
  self.wanted.set(descriptorOf(file), mask)
}

function modify(self: PyPoll, file: Value, mask: number): void {
  const fd = descriptorOf(file)
  if (!self.wanted.has(fd)) raiseOSError(errors.ENOENT)
  self.wanted.set(fd, mask)
}

function unregister(self: PyPoll, file: Value): void {
  const fd = descriptorOf(file)
  if (!self.wanted.delete(fd)) raise(keyErrorType, fd)
}

/** `timeout` in milliseconds; None or negative waits for ever. */
function poll(self: PyPoll, timeout: Value): Value {
  if (timeout !== null && asInt(timeout) === undefined && asFloat(timeout) === undefined)
    raiseTypeError(`timeout must be an integer or None, not ${typeName(typeOf(timeout))}`)
  const seconds = secondsOf(timeout, 1e-3)
  let ready: Value[] = []
  const isSo = (): boolean => {
    ready = []
    for (const [fd, mask] of self.wanted) {
      const events = eventsOf(fd, mask)
      if (events !== 0) ready.push(new PyTuple([fd, events]))
    }
    return ready.length > 0
  }
  return waitUntil(pollMethod, isSo, seconds === null || seconds < 0 ? null : seconds, () => new PyList(ready))
}

const pollMethod = builtin('poll($self, timeout=None, /)', poll, 'Polls the set of registered file descriptors.')

defineType(pollType, {
  methods: () => [
    builtin(
      'register($self, fd, eventmask: ssize=7, /)',
      register,
      'Register a file descriptor with the polling object.',
    ),
    builtin('modify($self, fd, eventmask: ssize, /)', modify, 'Modify an already registered file descriptor.'),
    builtin('unregister($self, fd, /)', unregister, 'Remove a file descriptor being tracked by the polling object.'),
    pollMethod,
  ],
})

defineModule('select', {
  doc: 'This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.',
  functions: () => [
    selectFunction,
    builtin('poll($module, /)', () => new PyPoll(pollType), 'Returns a polling object.'),
  ],
  attributes: () => ({ error: osErrorType, POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, PIPE_BUF: 4096 }),
})
