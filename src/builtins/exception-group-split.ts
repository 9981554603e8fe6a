/**
 * Taking an exception group apart: into what matches and what does not, each a group of the same nesting; and putting together what is left
 * after the `except*` clauses of a statement. As exceptiongroup_split_recursive and _PyExc_PrepReraiseStar (Objects/exceptions.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { PyBaseException, PyTraceback, raiseTypeError } from '../objects/exception.ts'
import { itemsOf, isSequence } from '../objects/iteration.ts'
import { assignAttribute } from '../objects/attribute.ts'
import { PyList } from '../objects/list.ts'
import type { Frame } from '../objects/frame.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { exceptionsOf, isGroup, makeGroup } from './exception-group.ts'
import { exceptionMatches, isExceptionClass } from './exception-matching.ts'

export type Matcher = (exception: PyBaseException) => boolean

export interface Split {
  readonly match: PyBaseException | null
  readonly rest: PyBaseException | null
}

/** The test that `split` and `subgroup` are given: exception classes, or a function. */
export function matcherFrom(value: Value): Matcher {
  const isClasses = isExceptionClass(value) || (value instanceof PyTuple && value.items.every(isExceptionClass))
  if (isClasses) return exception => exceptionMatches(exception, value)
  if (!(value instanceof PyType) && typeOf(value).call !== null) return exception => truth(call(value, [exception]))
  raiseTypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')
}

export function splitGroup(exception: PyBaseException, matches: Matcher): Split {
  if (matches(exception)) return { match: exception, rest: null }
  if (!isGroup(exception)) return { match: null, rest: exception }
  const matching: PyBaseException[] = []
  const others: PyBaseException[] = []
  for (const each of exceptionsOf(exception)) {
    const { match, rest } = splitGroup(each, matches)
    if (match !== null) matching.push(match)
    if (rest !== null) others.push(rest)
  }
  return { match: subset(exception, matching), rest: subset(exception, others) }
}

/** A group like `group` of some of its exceptions; null of none. */
function subset(group: PyBaseException, exceptions: readonly PyBaseException[]): PyBaseException | null {
  if (exceptions.length === 0) return null
  const derived = callMethod(group, 'derive', new PyList([...exceptions]))
  if (!(derived instanceof PyBaseException) || !isGroup(derived))
    raiseTypeError('derive must return an instance of BaseExceptionGroup')
  derived.traceback = group.traceback
  derived.context = group.context
  derived.cause = group.cause
  derived.suppressContext = group.suppressContext
  const notes = findAttribute(group, '__notes__')
  if (notes !== undefined && isSequence(notes)) assignAttribute(derived, '__notes__', new PyList(itemsOf(notes)))
  return derived
}

/**
 * What an `except*` clause catches of an exception, and what it leaves: a naked exception that it catches is wrapped in a
 * group, which gets a traceback of the frame that handles it.
 */
export function matchExceptStar(exception: PyBaseException, matcher: Value, frame: Frame, lineno: number): Split {
  if (exceptionMatches(exception, matcher)) {
    if (isGroup(exception)) return { match: exception, rest: null }
    const group = makeGroup('', [exception])
    group.traceback = new PyTraceback(null, frame, frame.lasti * 2, lineno)
    return { match: group, rest: null }
  }
  if (!isGroup(exception)) return { match: null, rest: exception }
  const pair = callMethod(exception, 'split', matcher)
  const name = typeName(exception.type)
  if (!(pair instanceof PyTuple)) raiseTypeError(`${name}.split must return a tuple, not ${typeName(typeOf(pair))}`)
  if (pair.items.length < 2)
    raiseTypeError(`${name}.split must return a 2-tuple, got tuple of size ${pair.items.length}`)
  return { match: pair.items[0] as PyBaseException | null, rest: pair.items[1] as PyBaseException | null }
}

/** Complains about what stands after `except*`: also exception groups, which it would never be given whole. */
export function checkExceptStarMatcher(matcher: Value): void {
  const items = matcher instanceof PyTuple ? matcher.items : [matcher]
  if (!items.every(isExceptionClass))
    raiseTypeError('catching classes that do not inherit from BaseException is not allowed')
  if (items.some(each => (each as PyType).mro.some(base => base.name === 'BaseExceptionGroup' && !base.isHeap)))
    raiseTypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
}

/**
 * What a `try` statement with `except*` raises in the end: of `original`, caught, the exceptions `raised` by the
 * clauses (parts of `original` re-raised or left over, and new ones; None for clauses that went well).
 */
export function prepareReraiseStar(original: PyBaseException, raised: readonly Value[]): Value {
  if (raised.length === 0) return null
  if (!isGroup(original)) return raised[0]!
  const anew: PyBaseException[] = []
  const again: PyBaseException[] = []
  for (const each of raised) {
    if (!(each instanceof PyBaseException)) continue
    if (isPartOf(each, original)) again.push(each)
    else anew.push(each)
  }
  const rest = projection(original, again)
  if (anew.length === 0) return rest
  if (rest !== null) anew.push(rest)
  return anew.length > 1 ? makeGroup('', anew) : anew[0]!
}

/** Was the exception split off the original? Then it has all that `derive` does not make anew. */
function isPartOf(exception: PyBaseException, original: PyBaseException): boolean {
  if (!isGroup(exception)) return false
  return (
    findAttribute(exception, '__notes__') === findAttribute(original, '__notes__') &&
    exception.traceback === original.traceback &&
    exception.cause === original.cause &&
    exception.context === original.context
  )
}

/** The part of `group` whose leaves are those of `keep`. */
function projection(group: PyBaseException, keep: readonly PyBaseException[]): PyBaseException | null {
  const leaves = new Set<PyBaseException>()
  for (const each of keep) collectLeaves(each, leaves)
  return splitGroup(group, exception => !isGroup(exception) && leaves.has(exception)).match
}

function collectLeaves(exception: PyBaseException, leaves: Set<PyBaseException>): void {
  if (isGroup(exception)) for (const each of exceptionsOf(exception)) collectLeaves(each, leaves)
  else leaves.add(exception)
}
