/**
 * The module _thread, for one thread: locks, thread-local data and identities are real; starting a thread raises RuntimeError, as it
 * does in CPython where the system has none left.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyboardInterruptType, runtimeErrorType, systemExitType, valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { PyBaseException } from '../objects/exception.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import { type Int, PyFloat, PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { dictGetSet } from '../builtins/object-dict.ts'
import { PyStructSequence, structSequenceType } from '../builtins/struct-sequence.ts'
import { lockType, longestTimeout, newLock, reentrantLockType, threadIdentity } from './thread/locks.ts'

/** Data of a thread: with one thread, an object with attributes. `__init__` of a subclass gets the arguments. */
const localType = builtinType('_local', {
  module: '_thread',
  flags: TypeFlags.base | TypeFlags.dict | TypeFlags.weakref,
})
localType.new = (type, args) => {
  if (args.length > 0 && type.init === localType.init) raiseTypeError('Initialization arguments are not supported')
  return new PyObject(type)
}
defineType(localType, { signature: '()', doc: 'Thread-local data', getset: () => [dictGetSet] })

const handleType = builtinType('_ThreadHandle', { module: '_thread' })

class PyThreadHandle extends PyObject {
  /** 0 for a thread that has not been started, as none but the main one can be. */
  readonly ident: number
  isDone: boolean
  constructor(ident: number) {
    super(handleType)
    this.ident = ident
    this.isDone = false
  }
}

handleType.new = () => new PyThreadHandle(0)
handleType.repr = (self: PyThreadHandle) => `<_thread._ThreadHandle object: ident=${self.ident}>`
defineType(handleType, {
  methods: () => [
    builtin('is_done($self, /)', (self: PyThreadHandle) => self.isDone),
    builtin('_set_done($self, /)', (self: PyThreadHandle) => {
      if (self.ident === 0) notStarted()
      self.isDone = true
    }),
    builtin('join($self, timeout=None, /)', (self: PyThreadHandle) => {
      if (self.ident === 0) notStarted()
      if (!self.isDone) raise(runtimeErrorType, 'Cannot join current thread')
    }),
  ],
  getset: () => [['ident', (self: PyThreadHandle) => self.ident]],
})

function notStarted(): never {
  raise(runtimeErrorType, 'thread not started')
}

const hookArgumentsType = structSequenceType('_ExceptHookArgs', {
  module: '_thread',
  doc: 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['thread', 'Thread'],
  ],
})

function exceptHook(args: Value): void {
  if (!(args instanceof PyStructSequence) || args.type !== hookArgumentsType)
    raiseTypeError('_thread.excepthook argument type must be ExceptHookArgs')
  const value = args.field(1)
  if (args.field(0) === systemExitType || !(value instanceof PyBaseException)) return
  hooks.unraisable(value, 'Exception ignored in thread', null)
}

function startNewThread(func: Value, args: Value, keywords: Value | undefined): never {
  if (typeOf(func).call === null) raiseTypeError('first arg must be callable')
  if (!(args instanceof PyTuple)) raiseTypeError('2nd arg must be a tuple')
  if (keywords !== undefined && !(keywords instanceof PyDict)) raiseTypeError('optional 3rd arg must be a dictionary')
  cannotStart()
}

function cannotStart(): never {
  raise(runtimeErrorType, "can't start new thread")
}

function exit(): never {
  throw new PyBaseException(new PyTuple([]), systemExitType).setField('code', null)
}

const names = { create: () => ({ name: 'python', stackSize: 0 as Int }) }

function stackSize(size: Value): Value {
  const bytes = indexOf(size)
  if (bytes < 0) raise(valueErrorType, 'size must be 0 or a positive value')
  if (bytes > 0 && bytes < 32768) raise(valueErrorType, `size not valid: ${bytes} bytes`)
  const state = vm.state(names)
  const previous = state.stackSize
  // Of a thread that is never started.
  state.stackSize = bytes
  return previous
}

function interruptMain(number: Value): void {
  const signal = indexOf(number)
  if (signal < 1 || signal > 64) raise(valueErrorType, 'signal number out of range')
  if (signal === 2) raise(keyboardInterruptType)
}

const startDoc =
  'Start a new thread and return its identifier.\n\nThe thread will call the function with positional arguments from the\ntuple args and keyword arguments taken from the optional dictionary\nkwargs.'

const types: Record<string, PyType> = {
  lock: lockType,
  LockType: lockType,
  RLock: reentrantLockType,
  _local: localType,
  _ThreadHandle: handleType,
  _ExceptHookArgs: hookArgumentsType,
  error: runtimeErrorType,
}

defineModule('_thread', {
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  attributes: () => ({ ...types, TIMEOUT_MAX: new PyFloat(longestTimeout), _NAME_MAXLEN: 15 }),
  functions: () => [
    ...['allocate_lock', 'allocate'].map(name => builtin(`${name}($module, /)`, newLock, 'Create a new lock object.')),
    ...['start_new_thread', 'start_new'].map(name =>
      builtin(`${name}($module, function, args, kwargs=<unrepresentable>, /)`, startNewThread, startDoc),
    ),
    builtin(
      'start_joinable_thread($module, /, function, handle=None, daemon=True)',
      cannotStart,
      'Start a new thread with a join handle.',
    ),
    builtin(
      'daemon_threads_allowed($module, /)',
      () => true,
      'Return True if daemon threads are allowed in the current interpreter,\nand False otherwise.',
    ),
    ...['exit', 'exit_thread'].map(name =>
      builtin(`${name}($module, /)`, exit, 'This is synonymous to raise SystemExit.'),
    ),
    builtin(
      'interrupt_main($module, signum=2, /)',
      interruptMain,
      'Simulate the arrival of the given signal in the main thread.',
    ),
    builtin(
      'get_ident($module, /)',
      () => threadIdentity,
      'Return a non-zero integer that uniquely identifies the current thread.',
    ),
    builtin(
      'get_native_id($module, /)',
      () => vm.host.process?.pid ?? 1,
      'Return a non-negative integer identifying the thread as reported by the OS.',
    ),
    builtin(
      '_get_main_thread_ident($module, /)',
      () => threadIdentity,
      'Internal only. Return a non-zero integer that uniquely identifies the main thread\nof the main interpreter.',
    ),
    builtin(
      '_is_main_interpreter($module, /)',
      () => true,
      'Return True if the current interpreter is the main Python interpreter.',
    ),
    builtin(
      '_count($module, /)',
      () => 0,
      'Return the number of currently running Python threads, excluding\nthe main thread.',
    ),
    builtin(
      'stack_size($module, size=0, /)',
      stackSize,
      'Return the thread stack size used when creating new threads.',
    ),
    builtin('_excepthook($module, args, /)', exceptHook, 'Handle uncaught Thread.run() exception.'),
    builtin(
      '_make_thread_handle($module, ident: ssize, /)',
      (ident: number) => new PyThreadHandle(ident),
      'Internal only. Make a thread handle for threads not spawned by the\n_thread or threading module.',
    ),
    builtin('_get_name($module, /)', () => vm.state(names).name, 'Get the name of the current thread.'),
    builtin(
      'set_name($module, /, name: text)',
      (name: string) => void (vm.state(names).name = name.slice(0, 15)),
      'Set the name of the current thread.',
    ),
    builtin(
      '_shutdown($module, /)',
      () => null,
      'Wait for all non-daemon threads (other than the calling thread) to stop.',
    ),
  ],
})
