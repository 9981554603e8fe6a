/**
 * The locks of _thread. As Modules/_threadmodule.c.
 *
 * There is one thread. A lock that is held will not be released while somebody waits for it: a wait with a timeout waits that long and
 * gives up, and one without, which would never end, raises RuntimeError.
 */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { addressText } from '../../builtins/method-descriptors.ts'
import { secondsOf } from './timeout.ts'

/** The longest wait that may be asked for, in seconds. */
export const longestTimeout = 9223372036

/** `get_ident()`: of the only thread there is. */
export const threadIdentity = 140000000000000

export const lockType = builtinType('lock', { module: '_thread', flags: TypeFlags.weakref })
export const reentrantLockType = builtinType('RLock', {
  module: '_thread',
  flags: TypeFlags.base | TypeFlags.weakref,
})

/** Waits for what will not happen; false once the time is over. */
function wait(blocking: boolean, timeout: Value): false {
  const seconds = secondsOf(timeout)
  if (!blocking && seconds !== -1) raise(valueErrorType, "can't specify a timeout for a non-blocking call")
  if (seconds < 0 && seconds !== -1) raise(valueErrorType, 'timeout value must be a non-negative number')
  if (seconds > longestTimeout) raise(overflowErrorType, 'timeout value is too large')
  if (!blocking || seconds === 0) return false
  if (seconds < 0) raise(runtimeErrorType, 'this lock will never be released: there is only one thread')
  vm.host.clock.sleep(seconds * 1000)
  return false
}

class PyLock extends PyObject {
  isLocked: boolean
  constructor() {
    super(lockType)
    this.isLocked = false
  }

  acquire(blocking: boolean, timeout: Value): boolean {
    if (this.isLocked || timeout !== -1) {
      if (this.isLocked) return wait(blocking, timeout)
      if (!blocking) wait(false, timeout)
      else checkTimeout(timeout)
    }
    this.isLocked = true
    return true
  }

  release(): void {
    if (!this.isLocked) raise(runtimeErrorType, 'release unlocked lock')
    this.isLocked = false
  }
}

function checkTimeout(timeout: Value): void {
  const seconds = secondsOf(timeout)
  if (seconds < 0 && seconds !== -1) raise(valueErrorType, 'timeout value must be a non-negative number')
  if (seconds > longestTimeout) raise(overflowErrorType, 'timeout value is too large')
}

export const newLock = (): PyLock => new PyLock()

lockType.new = (_type, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('lock() takes no keyword arguments')
  if (args.length > 0) raiseTypeError(`lock expected 0 arguments, got ${args.length}`)
  return new PyLock()
}
lockType.repr = (self: PyLock) =>
  `<${self.isLocked ? 'locked' : 'unlocked'} _thread.lock object at ${addressText(self)}>`

const acquireSignature = '($self, /, blocking: bool = True, timeout=-1)'

defineType(lockType, {
  signature: '()',
  doc: 'A lock object is a synchronization primitive.  To create a lock,\ncall threading.Lock().  Methods are: acquire(), release(), locked().',
  methods: () => [
    ...['acquire', 'acquire_lock'].map(name =>
      builtin(
        name + acquireSignature,
        (self: PyLock, blocking: boolean, timeout: Value) => self.acquire(blocking, timeout),
        'Lock the lock.',
      ),
    ),
    ...['release', 'release_lock'].map(name =>
      builtin(`${name}($self, /)`, (self: PyLock) => self.release(), 'Release the lock.'),
    ),
    ...['locked', 'locked_lock'].map(name =>
      builtin(`${name}($self, /)`, (self: PyLock) => self.isLocked, 'Return whether the lock is in the locked state.'),
    ),
    builtin('__enter__($self, /)', (self: PyLock) => self.acquire(true, -1), 'Lock the lock.'),
    builtin('__exit__($self, /, *exc_info)', (self: PyLock) => self.release(), 'Release the lock.'),
    builtin('_at_fork_reinit($self, /)', (self: PyLock) => void (self.isLocked = false)),
  ],
})

class PyReentrantLock extends PyObject {
  count: number
  constructor(type: PyType) {
    super(type)
    this.count = 0
  }

  release(): void {
    if (this.count === 0) raise(runtimeErrorType, 'cannot release un-acquired lock')
    this.count--
  }
}

reentrantLockType.new = type => new PyReentrantLock(type)
reentrantLockType.repr = (self: PyReentrantLock) => {
  const owner = self.count === 0 ? 0 : threadIdentity
  const state = self.count === 0 ? 'unlocked' : 'locked'
  return `<${state} ${self.type.module}.${self.type.name} object owner=${owner} count=${self.count} at ${addressText(self)}>`
}

function acquireReentrant(self: PyReentrantLock, blocking: boolean, timeout: Value): Value {
  if (timeout !== -1) {
    if (!blocking) wait(false, timeout)
    else checkTimeout(timeout)
  }
  self.count++
  return true
}

function releaseSave(self: PyReentrantLock): Value {
  if (self.count === 0) raise(runtimeErrorType, 'cannot release un-acquired lock')
  const { count } = self
  self.count = 0
  return new PyTuple([count, threadIdentity])
}

defineType(reentrantLockType, {
  methods: () => [
    builtin('acquire' + acquireSignature, acquireReentrant, 'Lock the lock.'),
    builtin('release($self, /)', (self: PyReentrantLock) => self.release(), 'Release the lock.'),
    builtin(
      'locked($self, /)',
      (self: PyReentrantLock) => self.count > 0,
      'Return a boolean indicating whether this object is locked right now.',
    ),
    builtin(
      '_is_owned($self, /)',
      (self: PyReentrantLock) => self.count > 0,
      'For internal use by `threading.Condition`.',
    ),
    builtin(
      '_recursion_count($self, /)',
      (self: PyReentrantLock) => self.count,
      'For internal use by reentrancy checks.',
    ),
    builtin(
      '_acquire_restore($self, state, /)',
      (self: PyReentrantLock, state: Value) => {
        const count = state instanceof PyTuple ? asInt(state.items[0] ?? 0) : undefined
        if (count === undefined) raiseTypeError('a tuple of count and owner is required')
        self.count = Number(count)
      },
      'For internal use by `threading.Condition`.',
    ),
    builtin('_release_save($self, /)', releaseSave, 'For internal use by `threading.Condition`.'),
    builtin('__enter__($self, /)', (self: PyReentrantLock) => acquireReentrant(self, true, -1), 'Lock the lock.'),
    builtin('__exit__($self, /, *exc_info)', (self: PyReentrantLock) => self.release(), 'Release the lock.'),
    builtin('_at_fork_reinit($self, /)', (self: PyReentrantLock) => void (self.count = 0)),
  ],
})
