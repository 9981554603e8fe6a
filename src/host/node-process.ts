/** The process that Node runs in, and others that it can start. */
import os from 'node:os'
import { HostError, type CommandOptions, type CommandResult, type HostProcess } from '../base/host.ts'
import { errors } from '../base/errno.ts'
import { hostErrorOf, translated } from './node-errors.ts'

const nothing = new Uint8Array(0)

function run(file: string, args: readonly string[], options: CommandOptions): CommandResult {
  const result = process.getBuiltinModule('node:child_process').spawnSync(file, [...args], {
    cwd: options.folder ?? undefined,
    env: options.environment === null ? process.env : { ...options.environment },
    input: options.input,
    maxBuffer: Number.MAX_SAFE_INTEGER,
  })
  if (result.error !== undefined) throw hostErrorOf(result.error)
  const status = result.signal === null ? (result.status ?? 0) : -(os.constants.signals[result.signal] ?? 0)
  return { status, stdout: result.stdout ?? nothing, stderr: result.stderr ?? nothing }
}

export const nodeProcess: HostProcess = {
  pid: process.pid,
  parentPid: process.ppid,
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  get hostName() {
    return os.hostname()
  },
  get systemRelease() {
    return os.release()
  },
  get systemVersion() {
    return os.version()
  },
  get machine() {
    return os.machine()
  },
  get processorCount() {
    return os.availableParallelism()
  },
  environment: () => {
    const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return Object.fromEntries(entries)
  },
  setEnvironment: (name, value) => {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  },
  signal: (pid, number) => {
    const name = Object.entries(os.constants.signals).find(([, each]) => each === number)?.[0]
    if (number !== 0 && name === undefined) throw new HostError(errors.EINVAL)
    translated(() => process.kill(pid, number))
  },
  usage: () => {
    const usage = process.resourceUsage()
    return {
      userTime: usage.userCPUTime,
      systemTime: usage.systemCPUTime,
      maximumResidentSize: usage.maxRSS,
      minorFaults: usage.minorPageFault,
      majorFaults: usage.majorPageFault,
      readings: usage.fsRead,
      writings: usage.fsWrite,
      voluntarySwitches: usage.voluntaryContextSwitches,
      involuntarySwitches: usage.involuntaryContextSwitches,
    }
  },
  run,
}
