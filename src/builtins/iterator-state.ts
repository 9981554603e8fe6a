/** What the iterators written here share: ending where a called function raises StopIteration. */
import { raised } from '../objects/exception.ts'
import { stopIterationType } from '../objects/exception-types.ts'

/** In a `catch` of an `iternext` slot: StopIteration from Python code means exhausted, everything else goes on up. */
export function endOnStopIteration(thrown: unknown): undefined {
  const exception = raised(thrown)
  if (!exception.type.isSubtypeOf(stopIterationType)) throw exception
}
