/**
 * Raising, and what handlers do.
 *
 * An exception whose handler belongs to the unit is a jump: `Builder.raise`. Any other leaves the unit; one that was called by compiled code ends, and
 * its caller sees to the exception (leave.ts).
 */
import { baseExceptionType } from '../../objects/builtin-types.ts'
import { stopIterationType } from '../../objects/exception-types.ts'
import { PyType } from '../../objects/type.ts'
import type { Builder } from '../builder.ts'
import { targetOf } from '../bytecode.ts'
import * as k from '../known.ts'
import type { End } from '../region.ts'
import type { Operand } from '../state.ts'
import { leaveInlined } from './calls.ts'
import type { LowerTable } from './lower.ts'
import { isIteration } from './operator-methods.ts'

function raise(b: Builder, thrown: Operand): End | undefined {
  const edge = b.raise(thrown.text)
  if (edge !== null) return { kind: 'goto', edge }
  b.write(`t=${thrown.text};`)
  b.leave('raised')
  return undefined
}

/**
 * Ends the block where `found` may be undefined: then what `make` makes is raised. `finish` pushes what was found.
 */
export function raiseUnlessFound(b: Builder, found: Operand, make: (b: Builder) => Operand, finish: () => void): void {
  const missing = b.fork()
  const thrown = make(missing)
  const edge = missing.raise(thrown.text)
  const leaves = b.isWriting && edge === null ? `t=${thrown.text};${missing.exit('raised')}` : ''
  const yes = { moves: missing.lines.join('') + (edge?.moves ?? leaves), target: edge?.target ?? null }
  finish()
  b.end = { kind: 'if', condition: `${found.text}===undefined`, yes, no: b.region.edgeTo(b, b.next) }
}

/** An instance is raised as it is; a class is called, which may be written in Python. */
function raiseVarargs(b: Builder, oparg: number): End | undefined {
  const value = oparg > 0 ? b.peek(oparg) : b.unboundOperand
  if (oparg === 1 && value.known.constant === stopIterationType && isIteration(b.frame)) {
    const { context } = b.frame
    if (context.code.handlers!.find(b.at) < 0) return endIteration(b)
  }
  const cause = oparg > 1 ? b.peek(1) : b.unboundOperand
  const isInstance = value.known.type?.isSubtypeOf(baseExceptionType) === true
  const effect = isInstance && cause.known.kind === 'unbound' ? 'leaf' : 'escapes'
  return raise(b, b.one('_RAISED', [value, cause], k.any, { effect }))
}

/** `raise StopIteration` in a `__next__` whose frame is within the unit: the loop ends, and nothing needs to be made. */
function endIteration(b: Builder): End {
  const { callAt } = b.frame.context
  leaveInlined(b)
  return { kind: 'goto', edge: b.region.edgeTo(b, targetOf(b.code, callAt)!) }
}

function reraise(b: Builder, oparg: number): End | undefined {
  const lasti = oparg > 0 ? b.peek(oparg + 1) : b.unboundOperand
  return raise(b, b.one('_RERAISED', [b.peek(1), lasti], k.any, { effect: 'pure' }))
}

function checkExcMatch(b: Builder): void {
  const { constant } = b.peek(1).known
  const isClass = constant instanceof PyType && constant.isSubtypeOf(baseExceptionType)
  const wanted = b.pop()
  const exception = b.peek(1)
  if (isClass) b.push(b.one('_IS_EXCEPTION_OF', [exception, wanted], k.bool, { effect: 'pure' }))
  else b.push(b.emit('_CHECK_EXC_MATCH', [exception, wanted], [k.some, k.bool], { effect: 'leaf' })[1]!)
}

function withExceptStart(b: Builder): void {
  b.push(b.one('_CALL_EXIT', [b.peek(5), b.peek(4), b.peek(1)]))
}

export const exceptions: LowerTable = {
  RAISE_VARARGS: raiseVarargs,
  RERAISE: reraise,
  CHECK_EXC_MATCH: checkExcMatch,
  WITH_EXCEPT_START: withExceptStart,
}
