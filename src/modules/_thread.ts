/** The module _thread: Python's threads, which take turns (interpreter/threads.ts), their locks and their data. */
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType, systemExitType, valueErrorType } from '../objects/exception-types.ts'
import { PyBaseException } from '../objects/exception.ts'
import { indexOf } from '../objects/operators.ts'
import { type Builtin, builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { type Int, PyFloat, PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

import { currentThread, mainThread, otherThreads, startThread, waitFor, waitUntil } from '../interpreter/threads.ts'
import { localType } from './thread/local.ts'
import { lockType, longestTimeout, newLock, reentrantLockType } from './thread/locks.ts'
import { deliverSignal, isHandled, trip } from './signal/delivery.ts'
import { secondsOf } from './thread/timeout.ts'

const handleType = builtinType('_ThreadHandle', { module: '_thread' })

class PyThreadHandle extends PyObject {
  /** 0 for a thread that has not been started. */
  ident: number
  isDone: boolean
  constructor(ident: number) {
    super(handleType)
    this.ident = ident
    this.isDone = false
  }
}

/** Handles of threads that the end of the program waits for. */
const awaited = { create: () => new Set<PyThreadHandle>() }

function join(self: PyThreadHandle, timeout: Value): Value {
  if (self.ident === 0) notStarted()
  if (!self.isDone && self.ident === currentThread().ident) raise(runtimeErrorType, 'Cannot join current thread')
  const seconds = timeout === null ? -1 : secondsOf(timeout)
  return waitUntil(
    joinMethod,
    () => self.isDone,
    seconds < 0 ? null : seconds,
    () => null,
  )
}

const joinMethod: Builtin = builtin('join($self, timeout=None, /)', join)

handleType.new = () => new PyThreadHandle(0)
handleType.repr = (self: PyThreadHandle) => strOf(`<_thread._ThreadHandle object: ident=${self.ident}>`)
defineType(handleType, {
  methods: () => [
    builtin('is_done($self, /)', (self: PyThreadHandle) => self.isDone),
    builtin('_set_done($self, /)', (self: PyThreadHandle) => {
      if (self.ident === 0) notStarted()
      self.isDone = true
    }),
    joinMethod,
  ],
  getset: () => [['ident', (self: PyThreadHandle) => self.ident]],
})

function notStarted(): never {
  raise(runtimeErrorType, 'thread not started')
}

function startNewThread(func: Value, args: Value, keywords: Value | undefined): Value {
  if (typeOf(func).call === null) raiseTypeError('first arg must be callable')
  if (!(args instanceof PyTuple)) raiseTypeError('2nd arg must be a tuple')
  if (keywords !== undefined && !(keywords instanceof PyDict)) raiseTypeError('optional 3rd arg must be a dictionary')
  const entries = keywords === undefined ? [] : [...keywords.entries()]
  const names = entries.map(([name]) => textOf(asStr(name) ?? raiseTypeError('keywords must be strings')))
  return startThread(func, [...args.items, ...entries.map(([, value]) => value)], names, () => {}).ident
}

function startJoinableThread(func: Value, given: Value, isDaemon: boolean): Value {
  if (typeOf(func).call === null) raiseTypeError('thread function must be callable')
  if (given !== null && !(given instanceof PyThreadHandle)) raiseTypeError("'handle' must be a _ThreadHandle")
  const handle = given ?? new PyThreadHandle(0)
  if (handle.ident !== 0) raise(runtimeErrorType, 'thread already started')
  const handles = vm.state(awaited)
  handle.ident = startThread(func, [], null, () => {
    handle.isDone = true
    handles.delete(handle)
  }).ident
  if (!isDaemon) handles.add(handle)
  return handle
}

function shutDown(): void {
  const handles = vm.state(awaited)
  waitFor(() => handles.size === 0, null)
}

function exit(): never {
  throw new PyBaseException(new PyTuple([]), systemExitType).setField('code', null)
}

/** Numbers as an operating system gives them: the main thread has the process's. */
const nativeIdentity = (): number => (vm.host.process?.pid ?? 1) + currentThread().number

const names = { create: () => ({ name: 'python', stackSize: 0 as Int }) }

function stackSize(size: Value): Value {
  const bytes = indexOf(size)
  if (bytes < 0) raise(valueErrorType, 'size must be 0 or a positive value')
  if (bytes > 0 && bytes < 32768) raise(valueErrorType, `size not valid: ${bytes} bytes`)
  const state = vm.state(names)
  const previous = state.stackSize
  // No thread here has a stack of its own.
  state.stackSize = bytes
  return previous
}

function interruptMain(number: Value): void {
  const signal = Number(indexOf(number))
  if (signal < 1 || signal > 64) raise(valueErrorType, 'signal number out of range')
  if (currentThread() !== mainThread()) trip(signal)
  else if (isHandled(signal)) deliverSignal(signal)
}

const startDoc =
  'Start a new thread and return its identifier.\n\nThe thread will call the function with positional arguments from the\ntuple args and keyword arguments taken from the optional dictionary\nkwargs.'

const types: Record<string, PyType> = {
  lock: lockType,
  LockType: lockType,
  RLock: reentrantLockType,
  _local: localType,
  _ThreadHandle: handleType,
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
      'start_joinable_thread($module, /, function, handle=None, daemon: bool=True)',
      startJoinableThread,
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
      () => currentThread().ident,
      'Return a non-zero integer that uniquely identifies the current thread.',
    ),
    builtin(
      'get_native_id($module, /)',
      nativeIdentity,
      'Return a non-negative integer identifying the thread as reported by the OS.',
    ),
    builtin(
      '_get_main_thread_ident($module, /)',
      () => mainThread().ident,
      'Internal only. Return a non-zero integer that uniquely identifies the main thread\nof the main interpreter.',
    ),
    builtin(
      '_is_main_interpreter($module, /)',
      () => true,
      'Return True if the current interpreter is the main Python interpreter.',
    ),
    builtin(
      '_count($module, /)',
      () => otherThreads().length,
      'Return the number of currently running Python threads, excluding\nthe main thread.',
    ),
    builtin(
      'stack_size($module, size=0, /)',
      stackSize,
      'Return the thread stack size used when creating new threads.',
    ),
    builtin(
      '_make_thread_handle($module, ident: ssize, /)',
      (ident: number) => new PyThreadHandle(ident),
      'Internal only. Make a thread handle for threads not spawned by the\n_thread or threading module.',
    ),
    builtin('_get_name($module, /)', () => currentThread().state(names).name, 'Get the name of the current thread.'),
    builtin(
      'set_name($module, /, name: text)',
      (name: string) => void (currentThread().state(names).name = name.split('\0', 1)[0]!.slice(0, 15)),
      'Set the name of the current thread.',
    ),
    builtin(
      '_shutdown($module, /)',
      shutDown,
      'Wait for all non-daemon threads (other than the calling thread) to stop.',
    ),
  ],
})
