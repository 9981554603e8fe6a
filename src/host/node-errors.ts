/** Node's errors of system calls as errors of the host. */
import os from 'node:os'
import { HostError } from '../base/host.ts'
import { errors } from '../base/errno.ts'

/** Linux's numbers by name, where Node runs on Linux; elsewhere the names decide. */
const numbers: Readonly<Record<string, number>> = { ...os.constants.errno, ...errors }

export function hostErrorOf(thrown: unknown): unknown {
  const { code, errno } = thrown as NodeJS.ErrnoException
  if (thrown instanceof HostError || code === undefined) return thrown
  if (Object.hasOwn(numbers, code)) return new HostError(numbers[code]!)
  // Node refuses some arguments itself.
  if (code.startsWith('ERR_')) return new HostError(errors.EINVAL)
  return new HostError(errno === undefined ? errors.EIO : Math.abs(errno))
}

/** Runs a call of Node's that may fail. */
export function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw hostErrorOf(thrown)
  }
}
