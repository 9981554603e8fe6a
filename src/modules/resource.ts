/**
 * The module resource: what the process has used and what it may use.
 *
 * Limits are read where Linux shows them as a file; without that file nothing is limited. JavaScript hosts cannot change
 * them: a new limit is refused as to a process without the right to set it, and what is the limit already is accepted.
 */
import { errors } from '../base/errno.ts'
import { HostError } from '../base/host.ts'
import { normalize, type Int } from '../base/int.ts'
import { makeStructSequence, structSequenceType } from '../builtins/struct-sequence.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise } from '../objects/exception.ts'
import { osErrorType, valueErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { raiseOSError } from './posix/os-error.ts'
import { pythonFiles } from './posix/python-files.ts'

/** By number, which is Linux's: the constant and what the file of limits calls it. */
const limits = [
  ['RLIMIT_CPU', 'Max cpu time'],
  ['RLIMIT_FSIZE', 'Max file size'],
  ['RLIMIT_DATA', 'Max data size'],
  ['RLIMIT_STACK', 'Max stack size'],
  ['RLIMIT_CORE', 'Max core file size'],
  ['RLIMIT_RSS', 'Max resident set'],
  ['RLIMIT_NPROC', 'Max processes'],
  ['RLIMIT_NOFILE', 'Max open files'],
  ['RLIMIT_MEMLOCK', 'Max locked memory'],
  ['RLIMIT_AS', 'Max address space'],
  ['RLIMIT_LOCKS', 'Max file locks'],
  ['RLIMIT_SIGPENDING', 'Max pending signals'],
  ['RLIMIT_MSGQUEUE', 'Max msgqueue size'],
  ['RLIMIT_NICE', 'Max nice priority'],
  ['RLIMIT_RTPRIO', 'Max realtime priority'],
  ['RLIMIT_RTTIME', 'Max realtime timeout'],
] as const

const unlimited = -1
const self = 0
const children = -1
const thread = 1

function limitsText(): string {
  const files = pythonFiles()
  try {
    const fd = files.open('/proc/self/limits', 0, 0)
    const bytes = new Uint8Array(8192)
    const count = files.read(fd, bytes, null)
    files.close(fd)
    return String.fromCharCode(...bytes.subarray(0, count))
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
    return ''
  }
}

function limitOf(resource: number): readonly [soft: Int, hard: Int] {
  const limit = limits[resource]
  if (limit === undefined) raise(valueErrorType, 'invalid resource specified')
  const line = limitsText()
    .split('\n')
    .find(each => each.startsWith(limit[1]))
  const parse = (word: string | undefined): Int =>
    word === undefined || word === 'unlimited' ? unlimited : normalize(BigInt(word))
  const words = line?.slice(limit[1].length).trim().split(/\s+/) ?? []
  return [parse(words[0]), parse(words[1])]
}

function setLimit(resource: number, value: Value): void {
  const current = limitOf(resource)
  const items = itemsOf(value)
  if (items.length !== 2) raise(valueErrorType, 'expected a tuple of 2 integers')
  const wanted = items.map(asInt)
  if (wanted[0] !== current[0] || wanted[1] !== current[1]) raiseOSError(errors.EPERM)
}

const usageType = structSequenceType('struct_rusage', {
  module: 'resource',
  doc: `struct_rusage: Result from getrusage.

This object may be accessed either as a tuple of
    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,
    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)
or via the attributes ru_utime, ru_stime, ru_maxrss, and so on.`,
  fields: [
    ['ru_utime', 'user time used'],
    ['ru_stime', 'system time used'],
    ['ru_maxrss', 'max. resident set size'],
    ['ru_ixrss', 'shared memory size'],
    ['ru_idrss', 'unshared data size'],
    ['ru_isrss', 'unshared stack size'],
    ['ru_minflt', 'page faults not requiring I/O'],
    ['ru_majflt', 'page faults requiring I/O'],
    ['ru_nswap', 'number of swap outs'],
    ['ru_inblock', 'block input operations'],
    ['ru_oublock', 'block output operations'],
    ['ru_msgsnd', 'IPC messages sent'],
    ['ru_msgrcv', 'IPC messages received'],
    ['ru_nsignals', 'signals received'],
    ['ru_nvcsw', 'voluntary context switches'],
    ['ru_nivcsw', 'involuntary context switches'],
  ],
})

/** Of children nothing is known, so they have used nothing. */
function usage(who: number): Value {
  if (who !== self && who !== thread && who !== children) raise(valueErrorType, 'invalid who parameter')
  const used = who === children ? undefined : vm.host.process?.usage()
  const seconds = (microseconds = 0): Value => new PyFloat(microseconds / 1e6)
  return makeStructSequence(usageType, [
    seconds(used?.userTime),
    seconds(used?.systemTime),
    used?.maximumResidentSize ?? 0,
    0,
    0,
    0,
    used?.minorFaults ?? 0,
    used?.majorFaults ?? 0,
    0,
    used?.readings ?? 0,
    used?.writings ?? 0,
    0,
    0,
    0,
    used?.voluntarySwitches ?? 0,
    used?.involuntarySwitches ?? 0,
  ])
}

defineModule('resource', {
  functions: () => [
    builtin('getrusage($module, who: ssize, /)', usage),
    builtin('getrlimit($module, resource: ssize, /)', (resource: number) => new PyTuple([...limitOf(resource)])),
    builtin('setrlimit($module, resource: ssize, limits, /)', setLimit),
    builtin('getpagesize($module, /)', () => 4096),
  ],
  attributes: () => ({
    error: osErrorType,
    struct_rusage: usageType,
    RUSAGE_SELF: self,
    RUSAGE_CHILDREN: children,
    RUSAGE_THREAD: thread,
    RLIM_INFINITY: unlimited,
    RLIMIT_OFILE: 7,
    ...Object.fromEntries(limits.map(([name], number) => [name, number])),
  }),
})
