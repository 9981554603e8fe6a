/** Calls. Methods are called without a bound method object in between; `*` and `**` need the general form. */
import { TupleConstant } from '../../base/constant.ts'
import type { Attribute, Call, Expr, Keyword } from '../../frontend/generated/ast.ts'
import { STACK_USE_GUIDELINE } from '../flowgraph/fold-constants.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf, NO_LOCATION } from '../instruction.ts'
import { DEF_IMPORT, symbolOf } from '../symbols/scope.ts'
import { isSuperCall, loadSuperArguments, loadSuperAttribute, locationOfAttribute } from './attributes.ts'
import { checkCalled } from './checks.ts'
import type { Compiler } from './compiler.ts'
import { buildContainer } from './displays.ts'
import { visitExpression, visitExpressions } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { CONSTANT_ALL, CONSTANT_ANY, CONSTANT_TUPLE, INTRINSIC_LIST_TO_TUPLE } from './operators.ts'

const o = opcodes

/** Returns the expression to be evaluated next, then `finishCall` goes on; null if the whole call is compiled. */
export function beginCall(c: Compiler, e: Call): Expr | null {
  checkRepeatedKeywords(c, e.keywords)
  const { func } = e
  if (func.node !== 'Attribute' || !isMethodCall(c, e, func)) {
    checkCalled(c, func)
    return func
  }
  if (!isSuperCall(c, func)) return func.value
  const location = locationOf(func)
  loadSuperArguments(c, func.value)
  loadSuperAttribute(c, func.value, func.attr, 1, location)
  c.emit(o.NOP, locationOfAttribute(location, func))
  passToMethod(c, e, func)
  return null
}

export function finishCall(c: Compiler, e: Call): void {
  const { func } = e
  if (func.node === 'Attribute' && isMethodCall(c, e, func)) {
    c.loadAttribute(func.attr, 1, locationOfAttribute(locationOf(func), func))
    passToMethod(c, e, func)
    return
  }
  const end = c.newLabel()
  callBuiltinOnGenerator(c, e, end)
  c.emit(o.PUSH_NULL, locationOf(func))
  compileCallArguments(c, 0, e.args, null, e.keywords, locationOf(e))
  c.place(end)
}

function checkRepeatedKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  if (keywords.length < 2) return
  const seen = new Set<string>()
  for (const keyword of keywords) {
    if (keyword.arg === null) continue
    if (seen.has(keyword.arg)) throw c.error(`keyword argument repeated: ${keyword.arg}`, locationOf(keyword))
    seen.add(keyword.arg)
  }
}

/** A function of an imported module is no method; and stars cannot be passed that way. */
function isMethodCall(c: Compiler, e: Call, func: Attribute): boolean {
  const { value } = func
  if (value.node === 'Name' && symbolOf(c.table.top, value.id) & DEF_IMPORT) return false
  const keywordCount = e.keywords.length
  if (e.args.length + keywordCount + (keywordCount > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false
  return e.args.every(arg => arg.node !== 'Starred') && e.keywords.every(keyword => keyword.arg !== null)
}

function passToMethod(c: Compiler, e: Call, func: Attribute): void {
  visitExpressions(c, e.args)
  const location = locationOfAttribute(locationOf(e), func)
  if (e.keywords.length > 0) {
    visitKeywordValues(c, e.keywords, locationOfAttribute(locationOf(func), func))
    c.emitArg(o.CALL_KW, e.args.length + e.keywords.length, location)
  } else {
    c.emitArg(o.CALL, e.args.length, location)
  }
}

function visitKeywordValues(c: Compiler, keywords: readonly Keyword[], location: Location): void {
  for (const keyword of keywords) visitExpression(c, keyword.value)
  c.loadConstant(new TupleConstant(keywords.map(keyword => keyword.arg!)), location)
}

const builtins = new Map([
  ['all', CONSTANT_ALL],
  ['any', CONSTANT_ANY],
  ['tuple', CONSTANT_TUPLE],
])

/** `all`, `any` and `tuple` of a generator expression: if the name has its usual meaning, a loop instead of the call. */
function callBuiltinOnGenerator(c: Compiler, e: Call, end: Label): void {
  const { func, args } = e
  const generator = args[0]
  if (func.node !== 'Name' || args.length !== 1 || e.keywords.length > 0 || generator!.node !== 'GeneratorExp') return
  const constant = builtins.get(func.id)
  if (constant === undefined || c.table.scopeOf(generator!).isCoroutine) return
  const location = locationOf(func)
  const isTuple = constant === CONSTANT_TUPLE
  const otherwise = c.newLabel()
  c.emitArg(o.COPY, 1, location)
  c.emitArg(o.LOAD_COMMON_CONSTANT, constant, location)
  c.emitArg(o.IS_OP, 0, location)
  c.emitJump(o.POP_JUMP_IF_FALSE, otherwise, location)
  c.emit(o.POP_TOP, location)
  if (isTuple) c.emitArg(o.BUILD_LIST, 0, location)
  visitExpression(c, generator!)
  const loop = c.newLabel()
  const cleanup = c.newLabel()
  c.place(loop)
  c.emitJump(o.FOR_ITER, cleanup, location)
  if (isTuple) {
    c.emitArg(o.LIST_APPEND, 2, location)
    c.emitJump(o.JUMP, loop, location)
  } else {
    c.emit(o.TO_BOOL, location)
    c.emitJump(constant === CONSTANT_ALL ? o.POP_JUMP_IF_TRUE : o.POP_JUMP_IF_FALSE, loop, location)
  }
  c.emit(o.POP_ITER, NO_LOCATION)
  if (!isTuple) c.loadConstant(constant !== CONSTANT_ALL, location)
  c.emitJump(o.JUMP, end, location)
  c.place(cleanup)
  c.emit(o.END_FOR, NO_LOCATION)
  c.emit(o.POP_ITER, NO_LOCATION)
  if (isTuple) c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, location)
  else c.loadConstant(constant === CONSTANT_ALL, location)
  c.emitJump(o.JUMP, end, location)
  c.place(otherwise)
}

/** The arguments and the call; `pushed` positional ones lie on the stack, the value of `injected` comes last. */
export function compileCallArguments(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  injected: string | null,
  keywords: readonly Keyword[],
  location: Location,
): void {
  checkRepeatedKeywords(c, keywords)
  const isSimple =
    args.length + keywords.length * 2 <= STACK_USE_GUIDELINE &&
    args.every(arg => arg.node !== 'Starred') &&
    keywords.every(keyword => keyword.arg !== null)
  if (!isSimple) {
    compileUnpackedCall(c, pushed, args, injected, keywords, location)
    return
  }
  let count = pushed + args.length
  visitExpressions(c, args)
  if (injected !== null) {
    emitNameOperation(c, injected, 'Load', location)
    count++
  }
  if (keywords.length > 0) {
    visitKeywordValues(c, keywords, location)
    c.emitArg(o.CALL_KW, count + keywords.length, location)
  } else {
    c.emitArg(o.CALL, count, location)
  }
}

function compileUnpackedCall(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  injected: string | null,
  keywords: readonly Keyword[],
  location: Location,
): void {
  const first = args[0]
  if (pushed === 0 && args.length === 1 && first!.node === 'Starred') visitExpression(c, first!.value)
  else buildContainer(c, args, 'tuple', pushed, injected, location)
  if (keywords.length > 0) buildKeywords(c, keywords, location)
  else c.emit(o.PUSH_NULL, location)
  c.emit(o.CALL_FUNCTION_EX, location)
}

function buildKeywords(c: Compiler, keywords: readonly Keyword[], location: Location): void {
  let hasDict = false
  let run = 0
  const flush = (end: number) => {
    buildRun(c, keywords.slice(end - run, end), location)
    if (hasDict) c.emitArg(o.DICT_MERGE, 1, location)
    hasDict = true
    run = 0
  }
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== null) {
      run++
      return
    }
    if (run > 0) flush(i)
    if (!hasDict) c.emitArg(o.BUILD_MAP, 0, location)
    hasDict = true
    visitExpression(c, keyword.value)
    c.emitArg(o.DICT_MERGE, 1, location)
  })
  if (run > 0) flush(keywords.length)
}

function buildRun(c: Compiler, keywords: readonly Keyword[], location: Location): void {
  const isBig = keywords.length * 2 > STACK_USE_GUIDELINE
  if (isBig) c.emitArg(o.BUILD_MAP, 0, NO_LOCATION)
  for (const keyword of keywords) {
    c.loadConstant(keyword.arg!, location)
    visitExpression(c, keyword.value)
    if (isBig) c.emitArg(o.MAP_ADD, 1, NO_LOCATION)
  }
  if (!isBig) c.emitArg(o.BUILD_MAP, keywords.length, location)
}
