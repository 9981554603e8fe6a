/**
 * The locks of _thread. As Modules/_threadmodule.c.
 *
 * While somebody waits for a lock other threads run (interpreter/threads.ts). Where there are none the lock will not be released: a wait with
 * a timeout waits that long and gives up, and one without, which would never end, raises RuntimeError.
 */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { type Builtin, builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { currentThread, otherThreads, waitUntil } from '../../interpreter/threads.ts'
import { addressText } from '../../builtins/method-descriptors.ts'
import { secondsOf } from './timeout.ts'

/** The longest wait that may be asked for, in seconds. */
export const longestTimeout = 9223372036

export const lockType = builtinType('lock', { module: '_thread', flags: TypeFlags.weakref })
export const reentrantLockType = builtinType('RLock', {
  module: '_thread',
  flags: TypeFlags.base | TypeFlags.weakref,
})

/** The seconds to wait for; null for ever. */
function secondsToWait(blocking: boolean, timeout: Value): number | null {
  if (timeout === -1) return blocking ? null : 0
  const seconds = secondsOf(timeout)
  if (!blocking && seconds !== -1) raise(valueErrorType, "can't specify a timeout for a non-blocking call")
  if (seconds < 0 && seconds !== -1) raise(valueErrorType, 'timeout value must be a non-negative number')
  if (seconds > longestTimeout) raise(overflowErrorType, 'timeout value is too large')
  if (!blocking) return 0
  return seconds < 0 ? null : seconds
}

/** A wait for ever while there is no other thread would be the end of the program. */
function checkHope(seconds: number | null): void {
  if (seconds === null && otherThreads().length === 0)
    raise(runtimeErrorType, 'this lock will never be released: there is only one thread')
}

class PyLock extends PyObject {
  isLocked: boolean
  constructor() {
    super(lockType)
    this.isLocked = false
  }

  /** As `method`, which the program has called. */
  acquire(method: Builtin, blocking: boolean, timeout: Value): Value {
    const seconds = secondsToWait(blocking, timeout)
    if (!this.isLocked) {
      this.isLocked = true
      return true
    }
    checkHope(seconds)
    const isFree = (): boolean => !this.isLocked
    return waitUntil(method, isFree, seconds, isSo => {
      if (isSo) this.isLocked = true
      return isSo
    })
  }

  release(): void {
    if (!this.isLocked) raise(runtimeErrorType, 'release unlocked lock')
    this.isLocked = false
  }
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

/** A method that knows itself, as what waits must (`waitUntil`). */
function waitingMethod<Self>(
  signature: string,
  doc: string,
  act: (method: Builtin, self: Self, blocking: boolean, timeout: Value) => Value,
): Builtin {
  const method: Builtin = builtin(
    signature,
    (self: Self, blocking: boolean = true, timeout: Value = -1) => act(method, self, blocking, timeout),
    doc,
  )
  return method
}

const acquireLock = (method: Builtin, self: PyLock, blocking: boolean, timeout: Value): Value =>
  self.acquire(method, blocking, timeout)

defineType(lockType, {
  signature: '()',
  doc: 'A lock object is a synchronization primitive.  To create a lock,\ncall threading.Lock().  Methods are: acquire(), release(), locked().',
  methods: () => [
    ...['acquire', 'acquire_lock'].map(name => waitingMethod(name + acquireSignature, 'Lock the lock.', acquireLock)),
    ...['release', 'release_lock'].map(name =>
      builtin(`${name}($self, /)`, (self: PyLock) => self.release(), 'Release the lock.'),
    ),
    ...['locked', 'locked_lock'].map(name =>
      builtin(`${name}($self, /)`, (self: PyLock) => self.isLocked, 'Return whether the lock is in the locked state.'),
    ),
    waitingMethod('__enter__($self, /)', 'Lock the lock.', acquireLock),
    builtin('__exit__($self, /, *exc_info)', (self: PyLock) => self.release(), 'Release the lock.'),
    builtin('_at_fork_reinit($self, /)', (self: PyLock) => void (self.isLocked = false)),
  ],
})

class PyReentrantLock extends PyObject {
  count: number
  /** The identity of the thread that holds it; 0 for none. */
  owner: number
  constructor(type: PyType) {
    super(type)
    this.count = 0
    this.owner = 0
  }

  get isOwned(): boolean {
    return this.count > 0 && this.owner === currentThread().ident
  }

  take(count: number, owner: number): void {
    this.count = count
    this.owner = count === 0 ? 0 : owner
  }

  release(): void {
    if (!this.isOwned) raise(runtimeErrorType, 'cannot release un-acquired lock')
    this.take(this.count - 1, this.owner)
  }
}

reentrantLockType.new = type => new PyReentrantLock(type)
reentrantLockType.repr = (self: PyReentrantLock) => {
  const state = self.count === 0 ? 'unlocked' : 'locked'
  return `<${state} ${self.type.module}.${self.type.name} object owner=${self.owner} count=${self.count} at ${addressText(self)}>`
}

function acquireReentrant(method: Builtin, self: PyReentrantLock, blocking: boolean, timeout: Value): Value {
  const seconds = secondsToWait(blocking, timeout)
  // Whoever schedules the threads asks, while another thread is the current one.
  const me = currentThread().ident
  const isFree = (): boolean => self.count === 0 || self.owner === me
  if (!isFree()) checkHope(seconds)
  return waitUntil(method, isFree, seconds, isSo => {
    if (isSo) self.take(self.count + 1, me)
    return isSo
  })
}

function acquireRestore(self: PyReentrantLock, state: Value): Value {
  const count = state instanceof PyTuple ? asInt(state.items[0] ?? 0) : undefined
  if (count === undefined) raiseTypeError('a tuple of count and owner is required')
  const me = currentThread().ident
  const isFree = (): boolean => self.count === 0
  return waitUntil(acquireRestoreMethod, isFree, null, () => {
    self.take(Number(count), me)
    return null
  })
}

const acquireRestoreMethod: Builtin = builtin(
  '_acquire_restore($self, state, /)',
  acquireRestore,
  'For internal use by `threading.Condition`.',
)

function releaseSave(self: PyReentrantLock): Value {
  if (self.count === 0) raise(runtimeErrorType, 'cannot release un-acquired lock')
  const { count, owner } = self
  self.take(0, 0)
  return new PyTuple([count, owner])
}

defineType(reentrantLockType, {
  methods: () => [
    waitingMethod('acquire' + acquireSignature, 'Lock the lock.', acquireReentrant),
    builtin('release($self, /)', (self: PyReentrantLock) => self.release(), 'Release the lock.'),
    builtin(
      'locked($self, /)',
      (self: PyReentrantLock) => self.count > 0,
      'Return a boolean indicating whether this object is locked right now.',
    ),
    builtin(
      '_is_owned($self, /)',
      (self: PyReentrantLock) => self.isOwned,
      'For internal use by `threading.Condition`.',
    ),
    builtin(
      '_recursion_count($self, /)',
      (self: PyReentrantLock) => (self.isOwned ? self.count : 0),
      'For internal use by reentrancy checks.',
    ),
    acquireRestoreMethod,
    builtin('_release_save($self, /)', releaseSave, 'For internal use by `threading.Condition`.'),
    waitingMethod('__enter__($self, /)', 'Lock the lock.', acquireReentrant),
    builtin('__exit__($self, /, *exc_info)', (self: PyReentrantLock) => self.release(), 'Release the lock.'),
    builtin('_at_fork_reinit($self, /)', (self: PyReentrantLock) => self.take(0, 0)),
  ],
})
