/** Displays of tuples, lists, sets and dicts, and the same nodes as targets. */
import type { Dict, Expr, List, Set as SetNode, Tuple } from '../../frontend/generated/ast.ts'
import { STACK_USE_GUIDELINE } from '../flowgraph/fold-constants.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf } from '../instruction.ts'
import { compileUnpacking } from './assignments.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression, visitExpressions } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { INTRINSIC_LIST_TO_TUPLE } from './operators.ts'

const o = opcodes

export type Container = 'tuple' | 'list' | 'set'

export function visitList(c: Compiler, e: List): void {
  if (e.ctx === 'Load') buildContainer(c, e.elts, 'list', 0, null, locationOf(e))
  else if (e.ctx === 'Store') compileUnpacking(c, e.elts, locationOf(e))
  else visitExpressions(c, e.elts)
}

export function visitTuple(c: Compiler, e: Tuple): void {
  if (e.ctx === 'Load') buildContainer(c, e.elts, 'tuple', 0, null, locationOf(e))
  else if (e.ctx === 'Store') compileUnpacking(c, e.elts, locationOf(e))
  else visitExpressions(c, e.elts)
}

export function visitSet(c: Compiler, e: SetNode): void {
  buildContainer(c, e.elts, 'set', 0, null, locationOf(e))
}

const buildInstructions = {
  tuple: { build: o.BUILD_LIST, add: o.LIST_APPEND, extend: o.LIST_EXTEND },
  list: { build: o.BUILD_LIST, add: o.LIST_APPEND, extend: o.LIST_EXTEND },
  set: { build: o.BUILD_SET, add: o.SET_ADD, extend: o.SET_UPDATE },
}

/**
 * All at once if it is short and without stars, else item by item; a tuple is a list then, converted at the end.
 * `pushed` items lie on the stack already, and the value of the variable `injected` comes last.
 */
export function buildContainer(
  c: Compiler,
  elements: readonly Expr[],
  container: Container,
  pushed: number,
  injected: string | null,
  location: Location,
): void {
  const total = elements.length + pushed + (injected === null ? 0 : 1)
  const isBig = total > STACK_USE_GUIDELINE
  if (!isBig && elements.every(isNotStarred)) {
    visitExpressions(c, elements)
    if (injected !== null) emitNameOperation(c, injected, 'Load', location)
    c.emitArg(container === 'tuple' ? o.BUILD_TUPLE : buildInstructions[container].build, total, location)
    return
  }
  const { build, add, extend } = buildInstructions[container]
  let isBuilt = isBig
  if (isBig) c.emitArg(build, pushed, location)
  elements.forEach((element, i) => {
    if (element.node === 'Starred') {
      if (!isBuilt) c.emitArg(build, i + pushed, location)
      isBuilt = true
      visitExpression(c, element.value)
      c.emitArg(extend, 1, location)
    } else {
      visitExpression(c, element)
      if (isBuilt) c.emitArg(add, 1, location)
    }
  })
  if (injected !== null) {
    emitNameOperation(c, injected, 'Load', location)
    c.emitArg(add, 1, location)
  }
  if (container === 'tuple') c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, location)
}

function isNotStarred(e: Expr): boolean {
  return e.node !== 'Starred'
}

/** Runs of plain items are built as dicts of limited size, and merged with each other and with `**` operands. */
export function visitDict(c: Compiler, e: Dict): void {
  const location = locationOf(e)
  let hasDict = false
  let run = 0
  const flush = (end: number) => {
    buildRun(c, e, end - run, end, location)
    if (hasDict) c.emitArg(o.DICT_UPDATE, 1, location)
    hasDict = true
    run = 0
  }
  const count = e.values.length
  for (let i = 0; i < count; i++) {
    if (e.keys[i] === null) {
      if (run > 0) flush(i)
      if (!hasDict) c.emitArg(o.BUILD_MAP, 0, location)
      hasDict = true
      visitExpression(c, e.values[i]!)
      c.emitArg(o.DICT_UPDATE, 1, location)
    } else if (run * 2 > STACK_USE_GUIDELINE) {
      run++
      flush(i + 1)
    } else {
      run++
    }
  }
  if (run > 0) flush(count)
  if (!hasDict) c.emitArg(o.BUILD_MAP, 0, location)
}

function buildRun(c: Compiler, e: Dict, start: number, end: number, location: Location): void {
  const size = end - start
  const isBig = size * 2 > STACK_USE_GUIDELINE
  if (isBig) c.emitArg(o.BUILD_MAP, 0, location)
  for (let i = start; i < end; i++) {
    visitExpression(c, e.keys[i]!)
    visitExpression(c, e.values[i]!)
    if (isBig) c.emitArg(o.MAP_ADD, 1, location)
  }
  if (!isBig) c.emitArg(o.BUILD_MAP, size, location)
}
