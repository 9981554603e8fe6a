/**
 * Comprehensions.
 *
 * A generator expression is a function of its own, called at once with the iterator of its first `for`. All others
 * are inlined where possible (PEP 709): their variables borrow the enclosing frame's slots, whose values are put
 * on the stack meanwhile and brought back afterwards, also when an exception ends the comprehension.
 */
import type { Comprehension } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, Location, locationOf, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import type { Scope } from '../symbols/scope.ts'
import type { ComprehensionNode } from '../symbols/visit-comprehensions.ts'
import { emitAwait, emitYield, emitYieldFrom } from './awaits.ts'
import type { Compiler } from './compiler.ts'
import { jumpIf } from './conditions.ts'
import { visitExpression } from './expressions.ts'
import { beginStopIterationHandler, endStopIterationHandler, makeClosure } from './functions.ts'
import { enterInlined, leaveInlined } from './inlined-comprehensions.ts'

const o = opcodes

const names = { ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>', GeneratorExp: '<genexpr>' }
const builders = { ListComp: o.BUILD_LIST, SetComp: o.BUILD_SET, DictComp: o.BUILD_MAP }

export function visitComprehension(c: Compiler, e: ComprehensionNode): void {
  const scope = c.table.scopeOf(e)
  if (scope.isInlined && e.node !== 'GeneratorExp') compileInlined(c, e, scope)
  else compileAsFunction(c, e, scope)
}

function compileInlined(c: Compiler, e: Exclude<ComprehensionNode, { node: 'GeneratorExp' }>, scope: Scope): void {
  const location = locationOf(e)
  visitOutermostIterable(c, e)
  const inlined = enterInlined(c, scope, location)
  c.emitArg(builders[e.node], 0, location)
  c.emitArg(o.SWAP, 2, location)
  compileGenerator(c, e, 0, 0, 'iterator on the stack')
  leaveInlined(c, inlined, location)
}

function compileAsFunction(c: Compiler, e: ComprehensionNode, scope: Scope): void {
  const location = locationOf(e)
  c.enterUnit('comprehension', scope, names[e.node], e.lineno, { args: 1, posonlyargs: 0, kwonlyargs: 0 })
  if (e.node === 'GeneratorExp') {
    const handler = beginStopIterationHandler(c)
    c.emitResume()
    compileGenerator(c, e, 0, 0, 'iterator in a variable')
    endStopIterationHandler(c, handler)
  } else {
    c.emitResume()
    c.emitArg(builders[e.node], 0, location)
    compileGenerator(c, e, 0, 0, 'iterator in a variable')
    c.emit(o.RETURN_VALUE, location)
  }
  makeClosure(c, c.finishUnit('returns None'), 0, location)
  visitOutermostIterable(c, e)
  c.emitArg(o.CALL, 0, location)
  if (scope.isCoroutine && e.node !== 'GeneratorExp') emitAwait(c, 0, location)
}

/** The iterable of the first `for` is evaluated, and asked for an iterator, in the scope around. */
function visitOutermostIterable(c: Compiler, e: ComprehensionNode): void {
  const outermost = e.generators[0]!
  visitExpression(c, outermost.iter)
  c.emit(outermost.is_async ? o.GET_AITER : o.GET_ITER, locationOf(outermost.iter))
}

type Iterator = 'iterator on the stack' | 'iterator in a variable' | 'not evaluated yet'

/** `depth` is the number of iterators between the container and the top of the stack. */
function compileGenerator(c: Compiler, e: ComprehensionNode, index: number, depth: number, iterator: Iterator): void {
  if (e.generators[index]!.is_async) compileAsyncGenerator(c, e, index, depth, iterator)
  else compileSyncGenerator(c, e, index, depth, iterator)
}

function compileSyncGenerator(
  c: Compiler,
  e: ComprehensionNode,
  index: number,
  depth: number,
  iterator: Iterator,
): void {
  const location = locationOf(e)
  const generator = e.generators[index]!
  const start = c.newLabel()
  const ifCleanup = c.newLabel()
  const anchor = c.newLabel()
  let isLoop = true
  if (iterator === 'iterator in a variable') {
    c.emitArg(o.LOAD_FAST, 0, location)
  } else if (iterator === 'not evaluated yet') {
    isLoop = !visitSingleItem(c, generator)
    if (isLoop) {
      visitExpression(c, generator.iter)
      c.emit(o.GET_ITER, locationOf(generator.iter))
    }
  }
  if (isLoop) {
    depth++
    c.place(start)
    c.emitJump(o.FOR_ITER, anchor, locationOf(generator.iter))
  }
  visitExpression(c, generator.target)
  const elementLocation = compileInside(c, e, index, depth, ifCleanup)
  c.place(ifCleanup)
  if (!isLoop) return
  c.emitJump(o.JUMP, start, elementLocation)
  c.place(anchor)
  c.emit(o.END_FOR, NO_LOCATION)
  c.emit(o.POP_ITER, NO_LOCATION)
}

/** `for y in [f(x)]` is the idiom for a temporary variable: no list and no loop are needed. */
function visitSingleItem(c: Compiler, generator: Comprehension): boolean {
  const { iter } = generator
  if ((iter.node !== 'List' && iter.node !== 'Tuple') || iter.elts.length !== 1) return false
  const item = iter.elts[0]!
  if (item.node === 'Starred') return false
  visitExpression(c, item)
  return true
}

function compileAsyncGenerator(
  c: Compiler,
  e: ComprehensionNode,
  index: number,
  depth: number,
  iterator: Iterator,
): void {
  const location = locationOf(e)
  const generator = e.generators[index]!
  const start = c.newLabel()
  const send = c.newLabel()
  const except = c.newLabel()
  const ifCleanup = c.newLabel()
  if (iterator === 'iterator in a variable') {
    c.emitArg(o.LOAD_FAST, 0, location)
  } else if (iterator === 'not evaluated yet') {
    visitExpression(c, generator.iter)
    c.emit(o.GET_AITER, locationOf(generator.iter))
  }
  c.place(start)
  c.pushFrameBlock({ type: 'async comprehension', start, exit: NO_LABEL, location })
  c.emitJump(o.SETUP_FINALLY, except, location)
  c.emit(o.GET_ANEXT, location)
  c.loadConstant(null, location)
  c.place(send)
  emitYieldFrom(c, 'await', location)
  c.emit(o.POP_BLOCK, location)
  visitExpression(c, generator.target)
  const elementLocation = compileInside(c, e, index, depth + 1, ifCleanup)
  c.place(ifCleanup)
  c.emitJump(o.JUMP, start, elementLocation)
  c.popFrameBlock()
  c.place(except)
  c.emitJump(o.END_ASYNC_FOR, send, location)
}

/** The conditions, then the next `for` or the element. Returns the element's location. */
function compileInside(c: Compiler, e: ComprehensionNode, index: number, depth: number, ifCleanup: Label): Location {
  for (const condition of e.generators[index]!.ifs) jumpIf(c, condition, ifCleanup, false)
  if (index + 1 < e.generators.length) {
    compileGenerator(c, e, index + 1, depth, 'not evaluated yet')
    return locationOf(e.node === 'DictComp' ? e.key : e.elt)
  }
  return compileElement(c, e, depth)
}

function compileElement(c: Compiler, e: ComprehensionNode, depth: number): Location {
  if (e.node === 'DictComp') {
    visitExpression(c, e.key)
    visitExpression(c, e.value)
    const { key, value } = e
    const location = new Location(key.lineno, value.end_lineno, key.col_offset, value.end_col_offset)
    c.emitArg(o.MAP_ADD, depth + 1, location)
    return location
  }
  visitExpression(c, e.elt)
  const location = locationOf(e.elt)
  if (e.node === 'GeneratorExp') {
    emitYield(c, location)
    c.emit(o.POP_TOP, location)
  } else {
    c.emitArg(e.node === 'ListComp' ? o.LIST_APPEND : o.SET_ADD, depth + 1, location)
  }
  return location
}
