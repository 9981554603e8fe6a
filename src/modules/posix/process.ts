/** The process: its environment, identity and times, other processes. */
import { errors, errorMessage } from '../../base/errno.ts'
import type { HostProcess } from '../../base/host.ts'
import { makeStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { PySet } from '../../objects/set.ts'
import { builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { configuration } from '../configuration.ts'
import { announceDefault, deliverSignal, isHandled } from '../signal/delivery.ts'
import { runToEnd, waitForChild } from './children.ts'
import { raiseOSError, translated } from './os-error.ts'
import { fsEncode, pathOf } from './paths.ts'

/** The process as granted; EPERM where it is not. */
const granted = (): HostProcess => vm.host.process ?? raiseOSError(errors.EPERM)

/** What stays the same for programs that were not granted a process of their own. */
const anonymous = { pid: 1, parentPid: 0, uid: 0, gid: 0, processorCount: 1 } as const
const identity = () => vm.host.process ?? anonymous

/** `os.environ` begins as this: bytes by bytes. */
export function environment(): PyDict {
  const names = Object.entries(vm.host.process?.environment() ?? {})
  return PyDict.from(names.map(([name, value]) => [fsEncode(strOf(name)), fsEncode(strOf(value))]))
}

const nameOf = (value: Value, what: string): string => pathOf(value, { what }).text

function putEnvironment(name: Value, value: Value): void {
  const key = nameOf(name, 'putenv: name')
  if (key === '' || key.includes('=')) raise(valueErrorType, 'illegal environment variable name')
  const text = nameOf(value, 'putenv: value')
  vm.host.process?.setEnvironment(key, text)
}

function unsetEnvironment(name: Value): void {
  const key = nameOf(name, 'unsetenv: name')
  if (key === '' || key.includes('=')) raiseOSError(errors.EINVAL)
  vm.host.process?.setEnvironment(key, undefined)
}

function random(size: number): Value {
  if (size < 0) raise(valueErrorType, 'negative argument not allowed')
  return new PyBytes(vm.host.random(size))
}

export const timesType = structSequenceType('times_result', {
  module: 'posix',
  doc: 'times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.',
  fields: [
    ['user', 'user time'],
    ['system', 'system time'],
    ['children_user', 'user time of children'],
    ['children_system', 'system time of children'],
    ['elapsed', 'elapsed time since an arbitrary point in the past'],
  ],
})

function times(): Value {
  const { clock } = vm.host
  const used = Number(clock.processTime()) / 1e9
  const values = [used, 0, 0, 0, Number(clock.monotonic()) / 1e9]
  return makeStructSequence(
    timesType,
    values.map(value => new PyFloat(Math.round(value * 100) / 100)),
  )
}

export const unameType = structSequenceType('uname_result', {
  module: 'posix',
  doc: 'uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.',
  fields: [
    ['sysname', 'operating system name'],
    ['nodename', 'name of machine on network (implementation-defined)'],
    ['release', 'operating system release'],
    ['version', 'operating system version'],
    ['machine', 'hardware identifier'],
  ],
})

function uname(): Value {
  const process = vm.host.process
  const values =
    process === null
      ? ['', '', '', '']
      : [process.hostName, process.systemRelease, process.systemVersion, process.machine]
  return makeStructSequence(unameType, ['Linux', ...values].map(strOf))
}

function system(command: Value): Value {
  const text = nameOf(command, 'system: command')
  return translated(() =>
    runToEnd({
      file: '/bin/sh',
      args: ['sh', '-c', text],
      environment: granted().environment(),
      folder: null,
      inherits: [],
      startsSession: false,
      umask: null,
      uid: null,
      gid: null,
    }),
  )
}

/** Ends the process at once, without anything that is done at exit (host). */
export class ProcessExit {
  readonly status: number
  constructor(status: number) {
    this.status = status
  }
}

function exitNow(status: number): never {
  throw new ProcessExit(status & 0xff)
}

const SIGABRT = 6

/** If the host cannot be killed, its status says what a shell says of one that was. */
function abort(): never {
  announceDefault(SIGABRT)
  vm.host.process?.signal(vm.host.process.pid, SIGABRT)
  exitNow(128 + SIGABRT)
}

/** A signal to this process itself is delivered at once, if it is one that Python handles. */
function kill(pid: number, signal: number): void {
  if (pid === granted().pid && signal > 0 && isHandled(signal)) {
    deliverSignal(signal)
    return
  }
  if (pid === granted().pid) announceDefault(signal)
  translated(() => granted().signal(pid, signal))
}

const waitStatus = (status: number): number => {
  if ((status & 0x7f) === 0) return (status >> 8) & 0xff
  return -(status & 0x7f)
}

export const processFunctions = () => [
  builtin(
    'waitpid($module, pid: ssize, options: ssize, /)',
    waitForChild,
    'Wait for completion of a given child process.',
  ),
  builtin('wait($module, /)', () => waitForChild(-1, 0), 'Wait for completion of a child process.'),
  builtin('getpid($module, /)', () => identity().pid, 'Return the current process id.'),
  builtin('getppid($module, /)', () => identity().parentPid, "Return the parent's process id."),
  ...(['getuid', 'geteuid'] as const).map(name =>
    builtin(`${name}($module, /)`, () => identity().uid, "Return the current process's user id."),
  ),
  ...(['getgid', 'getegid'] as const).map(name =>
    builtin(`${name}($module, /)`, () => identity().gid, "Return the current process's group id."),
  ),
  builtin(
    'getgroups($module, /)',
    () => new PyList([identity().gid]),
    'Return list of supplemental group IDs for the process.',
  ),
  builtin(
    'cpu_count($module, /)',
    () => (configuration().processorCount < 0 ? identity() : configuration()).processorCount,
    'Return the number of logical CPUs in the system.\n\nReturn None if indeterminable.',
  ),
  builtin(
    'sched_getaffinity($module, pid: ssize, /)',
    () => PySet.from(Array.from({ length: identity().processorCount }, (_, i) => i)),
    'Return the affinity of the process identified by pid (or the current process if zero).\n\nThe affinity is returned as a set of CPU identifiers.',
  ),
  builtin('putenv($module, name, value, /)', putEnvironment, 'Change or add an environment variable.'),
  builtin('unsetenv($module, name, /)', unsetEnvironment, 'Delete an environment variable.'),
  builtin('_create_environ($module, /)', environment, 'Create the environment dictionary.'),
  builtin(
    'urandom($module, size: ssize, /)',
    random,
    'Return a bytes object containing random bytes suitable for cryptographic use.',
  ),
  builtin('getrandom($module, /, size: ssize, flags: ssize=0)', random, 'Obtain a series of random bytes.'),
  builtin(
    'times($module, /)',
    times,
    'Return a collection containing process timing information.\n\nThe object returned behaves like a named tuple with these fields:\n  (utime, stime, cutime, cstime, elapsed_time)\nAll fields are floating-point numbers.',
  ),
  builtin(
    'uname($module, /)',
    uname,
    'Return an object identifying the current operating system.\n\nThe object behaves like a named tuple with the following fields:\n  (sysname, nodename, release, version, machine)',
  ),
  builtin('system($module, /, command)', system, 'Execute the command in a subshell.'),
  builtin('kill($module, pid: ssize, signal: ssize, /)', kill, 'Kill a process with a signal.'),
  builtin(
    '_exit($module, /, status: ssize)',
    exitNow,
    'Exit to the system with specified status, without normal exit processing.',
  ),
  builtin(
    'abort($module, /)',
    abort,
    "Abort the interpreter immediately.\n\nThis function 'dumps core' or otherwise fails in the hardest way possible\non the hosting operating system.  This function never returns.",
  ),
  builtin(
    'strerror($module, code: ssize, /)',
    (code: number) => errorMessage(code),
    'Translate an error code to a message string.',
  ),
  builtin('waitstatus_to_exitcode($module, /, status: ssize)', waitStatus, 'Convert a wait status to an exit code.'),
  builtin(
    'WIFEXITED($module, /, status: ssize)',
    (status: number) => (status & 0x7f) === 0,
    'Return True if the process returning status exited via the exit() system call.',
  ),
  builtin(
    'WEXITSTATUS($module, /, status: ssize)',
    (status: number) => (status >> 8) & 0xff,
    'Return the process return code from status.',
  ),
  builtin(
    'WIFSIGNALED($module, /, status: ssize)',
    (status: number) => (status & 0x7f) !== 0 && (status & 0x7f) !== 0x7f,
    'Return True if the process returning status was terminated by a signal.',
  ),
  builtin(
    'WTERMSIG($module, /, status: ssize)',
    (status: number) => status & 0x7f,
    'Return the signal that terminated the process that provided the status value.',
  ),
  builtin(
    'WIFSTOPPED($module, /, status: ssize)',
    (status: number) => (status & 0xff) === 0x7f,
    'Return True if the process returning status was stopped.',
  ),
  builtin(
    'WSTOPSIG($module, /, status: ssize)',
    (status: number) => (status >> 8) & 0xff,
    'Return the signal that stopped the process that provided the status value.',
  ),
  builtin(
    'getloadavg($module, /)',
    () => new PyTuple([0, 0, 0].map(value => new PyFloat(value))),
    'Return average recent system load information.',
  ),
  builtin(
    'register_at_fork($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)',
    () => null,
    'Register callables to be called when forking a new process.',
  ),
]
