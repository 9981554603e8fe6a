/** Patterns with `|`. All alternatives bind the same names; their values are brought into one order. */
import type { MatchOr, Pattern } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { checkNotCaptured, PatternContext, rotate, visitPattern } from './patterns.ts'

const o = opcodes

export function visitAlternatives(c: Compiler, p: MatchOr, context: PatternContext): void {
  const location = locationOf(p)
  const end = c.newLabel()
  let names: string[] | null = null
  p.patterns.forEach((alternative, i) => {
    const inner = new PatternContext()
    inner.allowsIrrefutable = i === p.patterns.length - 1 && context.allowsIrrefutable
    names = visitAlternative(c, p, alternative, inner, names, end)
  })
  c.emit(o.POP_TOP, location)
  context.jumpToFailure(c, o.JUMP, location)
  c.place(end)
  // Below the new values lie the copy of the subject, what is on top, and the values captured before.
  const captured: readonly string[] = names!
  const count = captured.length + 1 + context.onTop + context.stores.length
  for (const name of captured) {
    rotate(c, count, location)
    checkNotCaptured(c, name, context, location)
    context.stores.push(name)
  }
  c.emit(o.POP_TOP, location)
}

/** Returns the names in the order of the first alternative. */
function visitAlternative(
  c: Compiler,
  whole: MatchOr,
  alternative: Pattern,
  context: PatternContext,
  names: string[] | null,
  end: Label,
): string[] {
  const location = locationOf(alternative)
  c.emitArg(o.COPY, 1, location)
  visitPattern(c, alternative, context)
  const order = names ?? context.stores
  const isSame = order.length === context.stores.length && order.every(name => context.stores.includes(name))
  if (!isSame) throw c.error('alternative patterns bind different names', locationOf(whole))
  if (names !== null) reorder(c, order, [...context.stores], location)
  c.emitJump(o.JUMP, end, location)
  context.placeFailures(c, location)
  return order
}

/** Brings `stores` into the given order by rotations, on the stack as in the list. */
function reorder(c: Compiler, order: readonly string[], stores: string[], location: Location): void {
  for (let wanted = order.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(order[wanted]!)
    if (found === wanted) continue
    const rotations = found + 1
    const rotated = stores.splice(0, rotations)
    stores.splice(wanted - found, 0, ...rotated)
    for (let i = 0; i < rotations; i++) rotate(c, wanted + 1, location)
  }
}
