/** The process that Node runs in, and others that it can start. */
import os from 'node:os'
import { HostError, type HostProcess } from '../base/host.ts'
import { errors } from '../base/errno.ts'
import { deliverFromChildren, startChild } from './node-children.ts'
import { translated } from './node-errors.ts'

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
  setUmask: mask => process.umask(mask),
  start: startChild,
  deliver: deliverFromChildren,
}
