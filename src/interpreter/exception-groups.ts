/** `except*`: splitting the exception, and putting together what is raised in the end. */
import { call, callMethod } from '../objects/call.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { PyBaseException, raiseTypeError } from '../objects/exception.ts'
import { baseExceptionGroupType, exceptionGroupType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { matchesException } from './operations.ts'

/** As _PyEval_ExceptionGroupMatch (Python/ceval.c). */
export function splitGroup(exception: PyBaseException, wanted: Value): { match: Value; rest: Value } {
  if (exception === null) return { match: null, rest: null }
  if (matchesException(exception, wanted)) {
    if (exception.type.isSubtypeOf(baseExceptionGroupType)) return { match: exception, rest: null }
    // A lone exception is wrapped, with the traceback entry of this frame.
    const wrapped = call(exceptionGroupType as PyType, ['', new PyTuple([exception])]) as PyBaseException
    wrapped.traceback = exception.traceback === null ? null : exception.traceback
    return { match: wrapped, rest: null }
  }
  if (!exception.type.isSubtypeOf(baseExceptionGroupType)) return { match: null, rest: exception }
  const pair = callMethod(exception, 'split', wanted)
  if (!(pair instanceof PyTuple))
    raiseTypeError(`${typeName(exception.type)}.split must return a tuple, not ${typeName(typeOf(pair))}`)
  if (pair.items.length < 2)
    raiseTypeError(`${typeName(exception.type)}.split must return a 2-tuple, got tuple of size ${pair.items.length}`)
  return { match: pair.items[0]!, rest: pair.items[1]! }
}

/** What is raised after all `except*` clauses: None, one exception or a group. As _PyExc_PrepReraiseStar (Objects/exceptions.c). */
export function prepareReraiseStar(original: Value, exceptions: Value): Value {
  const left = (exceptions as PyList).toArray().filter(each => each !== null) as PyBaseException[]
  if (left.length === 0) return null
  const origin = original as PyBaseException
  if (!origin.type.isSubtypeOf(baseExceptionGroupType)) return left[0]!
  const raisedAnew: PyBaseException[] = []
  const reraised: PyBaseException[] = []
  for (const each of left) (isSameMetadata(each, origin) ? reraised : raisedAnew).push(each)
  if (reraised.length === 0) return raisedAnew.length === 1 ? raisedAnew[0]! : grouped(raisedAnew)
  const projection = project(origin, reraised)
  if (raisedAnew.length === 0) return projection
  return grouped([...raisedAnew, projection])
}

const grouped = (exceptions: Value[]): Value => call(exceptionGroupType, ['', new PyList(exceptions)])

function isSameMetadata(a: PyBaseException, b: PyBaseException): boolean {
  return a.traceback === b.traceback && a.cause === b.cause && a.context === b.context
}

/** The part of `origin` whose leaves are those of `kept`. */
function project(origin: PyBaseException, kept: readonly PyBaseException[]): PyBaseException {
  const leaves = new Set<Value>()
  for (const each of kept) collectLeaves(each, leaves)
  const keep = (group: PyBaseException): Value => {
    const members = (group.field('exceptions') as PyTuple).items
    const parts: Value[] = []
    for (const member of members) {
      const exception = member as PyBaseException
      if (exception.type.isSubtypeOf(baseExceptionGroupType)) {
        const part = keep(exception)
        if (part !== null) parts.push(part)
      } else if (leaves.has(exception)) parts.push(exception)
    }
    if (parts.length === 0) return null
    const derived = callMethod(group, 'derive', new PyList(parts)) as PyBaseException
    derived.traceback = group.traceback
    derived.cause = group.cause
    derived.context = group.context
    const notes = group.attributes === null ? undefined : notesOf(group)
    if (notes !== undefined) callMethod(derived, '__setattr__', '__notes__', notes)
    return derived
  }
  return keep(origin) as PyBaseException
}

function notesOf(group: PyBaseException): Value | undefined {
  const notes = group.attributes!.dict?.getStr('__notes__')
  return notes instanceof PyList ? new PyList(notes.toArray()) : undefined
}

function collectLeaves(exception: PyBaseException, leaves: Set<Value>): void {
  if (!exception.type.isSubtypeOf(baseExceptionGroupType)) {
    leaves.add(exception)
    return
  }
  for (const member of (exception.field('exceptions') as PyTuple).items) collectLeaves(member as PyBaseException, leaves)
}
