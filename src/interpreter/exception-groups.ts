/** `except*`: splitting the exception, and putting together what is raised in the end. */
import { matchExceptStar, prepareReraiseStar as reraiseStar } from '../builtins/exception-group-split.ts'
import type { PyBaseException } from '../objects/exception.ts'
import { itemsOf } from '../objects/iteration.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** What an `except*` clause takes of the exception, and what remains; None for nothing. */
export function splitGroup(exception: PyBaseException | null, wanted: Value): { match: Value; rest: Value } {
  return exception === null ? { match: null, rest: null } : matchExceptStar(exception, wanted, vm.frame!, -1)
}

/** What is raised after all `except*` clauses: None, one exception or a group. */
export function prepareReraiseStar(original: Value, exceptions: Value): Value {
  return reraiseStar(original as PyBaseException, itemsOf(exceptions))
}
