/** Errors of the host as OSError, with the names of the files that they are about. */
import { errorMessage } from '../../base/errno.ts'
import { HostError } from '../../base/host.ts'
import { makeOSError } from '../../builtins/exception-os.ts'
import type { Value } from '../../objects/value.ts'

/** The OSError of that number; `filename` as the program gave it. */
export function raiseOSError(errno: number, filename?: Value, filename2?: Value): never {
  throw makeOSError(errno, errorMessage(errno), filename, filename2)
}

/** Runs a call of the host; what fails is raised as OSError. */
export function translated<T>(work: () => T, filename?: Value, filename2?: Value): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof HostError) raiseOSError(thrown.errno, filename, filename2)
    throw thrown
  }
}
