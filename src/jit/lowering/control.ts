import type { Builder } from '../builder.ts'
import { targetOf } from '../bytecode.ts'
import * as k from '../known.ts'
import type { Edge, End } from '../region.ts'
import type { LowerTable } from './lower.ts'
import { guardNesting } from './expansion.ts'
import { leaveInlined } from './calls.ts'
import { finishGenerator, suspendGenerator } from './generators.ts'
import { finishOperator, isOperator, operatorResult } from './operator-methods.ts'
import { isCold } from './operators.ts'

const goto = (edge: Edge): End => ({ kind: 'goto', edge })

/** A jump that is taken if the operand is `value`. */
function jumpIf(b: Builder, condition: string, known: boolean | undefined): End {
  const target = targetOf(b.code, b.at)!
  if (known !== undefined) return goto(b.region.edgeTo(b, known ? target : b.next))
  const yes = b.region.edgeTo(b.fork(), target)
  const no = b.region.edgeTo(b, b.next)
  return { kind: 'if', condition, yes, no }
}

function popJump(b: Builder, wanted: boolean): End {
  const operand = b.pop()
  const { constant } = operand.known
  return jumpIf(b, wanted ? operand.text : `!${operand.text}`, constant === undefined ? undefined : constant === wanted)
}

function popJumpIfNone(b: Builder, wanted: boolean): End {
  const operand = b.pop()
  const { kind } = operand.known
  const known = kind === 'none' ? wanted : kind === 'any' ? undefined : !wanted
  return jumpIf(b, `${b.boxed(operand).text}${wanted ? '===' : '!=='}null`, known)
}

function send(b: Builder): End | undefined {
  const value = b.peek(1)
  const receiver = b.peek(2)
  if (b.frame.context.parent !== null || b.region.unit.kind === 'function' || isCold(b)) {
    b.leave(isCold(b) ? 'cold' : 'unsupported')
    return undefined
  }
  guardNesting(b)
  const yielded = b.one('_SEND_NEXT', [receiver, value])
  b.pop()
  const finished = b.fork()
  const code = finished.apart(() => finished.push(finished.one('_SENT_RETURN', [])))
  const edge = b.region.edgeTo(finished, targetOf(b.code, b.at)!)
  b.push(yielded)
  const no = b.region.edgeTo(b, b.next)
  return {
    kind: 'if',
    condition: `${yielded.text}===undefined`,
    yes: { moves: code + edge.moves, target: edge.target },
    no,
  }
}

function returnValue(b: Builder): End | undefined {
  const { context } = b.frame
  if (context.parent === null) {
    const value = b.boxed(b.pop())
    b.write(b.region.returnText(value.text))
    b.ended = true
    return undefined
  }
  if (context.isGenerator) return finishGenerator(b)
  const { instance } = b.frame
  let value = b.pop()
  const finishes = instance !== null && isOperator(instance)
  if (finishes) {
    const result = operatorResult(b, value)
    if (result === undefined) {
      b.leave('unsupported')
      return undefined
    }
    value = result
  } else if (instance !== null) {
    if (value.known.kind !== 'none') {
      if (value.known.kind !== 'any') {
        b.push(value)
        b.leave('unsupported')
        return undefined
      }
      b.emit('_GUARD_NONE', [value], [k.none])
    }
    value = instance
  }
  leaveInlined(b)
  if (finishes) finishOperator(b, context.callAt, value)
  else b.push(value)
  return goto(b.region.edgeTo(b, context.returnTo))
}

/**
 * Suspends the generator: its frame's memory is made to hold what the next resumption will load. Where somebody takes the values (`hooks.resume`) it goes
 * on without that.
 */
function yieldValue(b: Builder): End | undefined {
  if (b.frame.context.isGenerator) return suspendGenerator(b)
  if (b.frame.context.parent !== null || b.region.unit.kind === 'function') {
    b.leave('unsupported')
    return undefined
  }
  const value = b.boxed(b.pop())
  const suspend = b.apart(() => {
    b.writeBack()
    b.write(`f.sp=${b.frame.sp};f.pc=${b.next};f.lasti=${b.at};return ${value.text};`)
  })
  if (b.region.unit.kind !== 'resume') {
    b.write(suspend)
    b.ended = true
    return undefined
  }
  b.push(b.constant(null))
  const yes = b.region.edgeTo(b, b.next)
  return {
    kind: 'if',
    condition: `s!==undefined&&s(${value.text})`,
    yes,
    no: { moves: suspend, target: null },
  }
}

export const control: LowerTable = {
  JUMP_FORWARD: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  JUMP_BACKWARD: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  JUMP_BACKWARD_NO_INTERRUPT: b => goto(b.region.edgeTo(b, targetOf(b.code, b.at)!)),
  POP_JUMP_IF_FALSE: b => popJump(b, false),
  POP_JUMP_IF_TRUE: b => popJump(b, true),
  POP_JUMP_IF_NONE: b => popJumpIfNone(b, true),
  POP_JUMP_IF_NOT_NONE: b => popJumpIfNone(b, false),
  RETURN_VALUE: returnValue,
  YIELD_VALUE: yieldValue,
  SEND: send,
}
