/** Expressions: the names in them, and the scopes of lambdas and comprehensions. */
import type {
  Arguments,
  Attribute,
  Await,
  BinOp,
  Call,
  Comprehension,
  Expr,
  Keyword,
  Lambda,
  Name,
  NamedExpr,
  Subscript,
  Yield,
  YieldFrom,
} from '../../frontend/generated/ast.ts'
import { locationOf } from '../instruction.ts'
import type { SymbolBuilder } from './builder.ts'
import * as s from './scope.ts'
import { isFunctionLike } from './scope.ts'
import { type ComprehensionNode, visitComprehension } from './visit-comprehensions.ts'

export function visitExpressions(b: SymbolBuilder, expressions: readonly Expr[]): void {
  for (let i = 0; i < expressions.length; i++) visitExpression(b, expressions[i]!)
}

export function visitOptional(b: SymbolBuilder, expression: Expr | null): void {
  if (expression !== null) visitExpression(b, expression)
}

export function visitExpression(b: SymbolBuilder, e: Expr): void {
  switch (e.node) {
    case 'Name':
      visitName(b, e)
      break
    case 'Constant':
      break
    case 'Attribute':
    case 'Call':
    case 'Subscript':
      visitTrailers(b, e)
      break
    case 'BinOp':
      visitBinaryChain(b, e)
      break
    case 'NamedExpr':
      visitNamedExpression(b, e)
      break
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      visitExpressions(b, e.values)
      break
    case 'UnaryOp': {
      let { operand } = e
      while (operand.node === 'UnaryOp') operand = operand.operand
      visitExpression(b, operand)
      break
    }
    case 'Lambda':
      visitLambda(b, e)
      break
    case 'IfExp': {
      let current: Expr = e
      for (; current.node === 'IfExp'; current = current.orelse) {
        visitExpression(b, current.test)
        visitExpression(b, current.body)
      }
      visitExpression(b, current)
      break
    }
    case 'Dict':
      for (const key of e.keys) visitOptional(b, key)
      visitExpressions(b, e.values)
      break
    case 'Set':
    case 'List':
    case 'Tuple':
      visitExpressions(b, e.elts)
      break
    case 'Compare':
      visitExpression(b, e.left)
      visitExpressions(b, e.comparators)
      break
    case 'FormattedValue':
    case 'Interpolation':
      visitExpression(b, e.value)
      visitOptional(b, e.format_spec)
      break
    case 'Starred':
      visitExpression(b, e.value)
      break
    case 'Slice':
      visitOptional(b, e.lower)
      visitOptional(b, e.upper)
      visitOptional(b, e.step)
      break
    case 'Yield':
    case 'YieldFrom':
      visitYield(b, e)
      break
    case 'Await':
      visitAwait(b, e)
      break
    default:
      visitComprehension(b, e satisfies ComprehensionNode)
  }
}

/** A long sum is a deep tree, leaning left: walked in a loop. */
function visitBinaryChain(b: SymbolBuilder, e: BinOp): void {
  const chain = [e]
  let left = e.left
  for (; left.node === 'BinOp'; left = left.left) chain.push(left)
  visitExpression(b, left)
  for (let i = chain.length - 1; i >= 0; i--) visitExpression(b, chain[i]!.right)
}

type Trailer = Attribute | Call | Subscript

/** So are long chains of calls, subscripts and attributes. */
function visitTrailers(b: SymbolBuilder, e: Trailer): void {
  const chain: Trailer[] = []
  let base: Expr = e
  while (base.node === 'Attribute' || base.node === 'Call' || base.node === 'Subscript') {
    if (base.node === 'Attribute') {
      if (base.ctx === 'Store') b.checkAssignable(base.attr, locationOf(base))
      else if (base.ctx === 'Del') b.checkDeletable(base.attr, locationOf(base))
    }
    chain.push(base)
    base = base.node === 'Call' ? base.func : base.value
  }
  visitExpression(b, base)
  for (let i = chain.length - 1; i >= 0; i--) {
    const trailer = chain[i]!
    if (trailer.node === 'Subscript') {
      visitExpression(b, trailer.slice)
    } else if (trailer.node === 'Call') {
      visitExpressions(b, trailer.args)
      checkKeywords(b, trailer.keywords)
      for (const keyword of trailer.keywords) visitExpression(b, keyword.value)
    }
  }
}

export function checkKeywords(b: SymbolBuilder, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) if (keyword.arg === '__debug__') b.checkAssignable(keyword.arg, locationOf(keyword))
}

function visitName(b: SymbolBuilder, e: Name): void {
  if (b.current.inUnevaluatedAnnotation) return
  const location = locationOf(e)
  if (e.ctx !== 'Load') {
    if (e.ctx === 'Del') b.checkDeletable(e.id, location)
    b.define(e.id, s.DEF_LOCAL, location)
    return
  }
  b.define(e.id, s.USE, location)
  // super() without arguments needs the class.
  if (e.id === 'super' && isFunctionLike(b.current)) b.define('__class__', s.USE, location)
}

export function visitArguments(b: SymbolBuilder, args: Arguments): void {
  for (const parameter of args.posonlyargs) b.define(parameter.arg, s.DEF_PARAM, locationOf(parameter))
  for (const parameter of args.args) b.define(parameter.arg, s.DEF_PARAM, locationOf(parameter))
  for (const parameter of args.kwonlyargs) b.define(parameter.arg, s.DEF_PARAM, locationOf(parameter))
  if (args.vararg !== null) {
    b.define(args.vararg.arg, s.DEF_PARAM, locationOf(args.vararg))
    b.current.hasVarargs = true
  }
  if (args.kwarg !== null) {
    b.define(args.kwarg.arg, s.DEF_PARAM, locationOf(args.kwarg))
    b.current.hasVarkeywords = true
  }
}

function visitLambda(b: SymbolBuilder, e: Lambda): void {
  visitExpressions(b, e.args.defaults)
  for (const value of e.args.kw_defaults) visitOptional(b, value)
  b.scopes.set(e, b.enterNew('function', 'lambda', locationOf(e)))
  visitArguments(b, e.args)
  visitExpression(b, e.body)
  b.exit()
}

/** Annotations and type scopes run at an unknown time, so they may not suspend or bind. */
function forbidInAnnotations(b: SymbolBuilder, e: Expr, what: string): void {
  const { type, description } = b.current
  const where = {
    annotation: 'an annotation',
    'type variable': description,
    'type alias': 'a type alias',
    'type parameters': 'the definition of a generic',
    module: null,
    class: null,
    function: null,
  }[type]
  if (where !== null) throw b.error(`${what} cannot be used within ${where}`, locationOf(e))
}

function visitYield(b: SymbolBuilder, e: Yield | YieldFrom): void {
  forbidInAnnotations(b, e, 'yield expression')
  visitOptional(b, e.value)
  const scope = b.current
  scope.isGenerator = true
  if (scope.comprehension === null) return
  const where = scope.comprehension === 'generator' ? 'generator expression' : `${scope.comprehension} comprehension`
  throw b.error(`'yield' inside ${where}`, locationOf(e))
}

function visitAwait(b: SymbolBuilder, e: Await): void {
  forbidInAnnotations(b, e, 'await expression')
  if (!b.allowsTopLevelAwaitHere) {
    if (!isFunctionLike(b.current)) throw b.error("'await' outside function", locationOf(e))
    if (!b.isInAsyncFunction && b.current.comprehension === null) {
      throw b.error("'await' outside async function", locationOf(e))
    }
  }
  visitExpression(b, e.value)
  b.current.isCoroutine = true
}

function visitNamedExpression(b: SymbolBuilder, e: NamedExpr): void {
  forbidInAnnotations(b, e, 'named expression')
  if (b.current.comprehensionIterableDepth > 0) {
    throw b.error('assignment expression cannot be used in a comprehension iterable expression', locationOf(e))
  }
  if (b.current.comprehension !== null && e.target.node === 'Name') bindOutsideComprehension(b, e.target)
  visitExpression(b, e.value)
  visitExpression(b, e.target)
}

const namedExpressionPlaces = {
  class: 'in a class body',
  'type variable': 'in a TypeVar bound',
  'type alias': 'in a type alias',
  'type parameters': 'within the definition of a generic',
} as const

/** In a comprehension `:=` binds in the scope around all comprehensions. */
function bindOutsideComprehension(b: SymbolBuilder, target: Name): void {
  const { id } = target
  const location = locationOf(target)
  for (let i = b.stack.length - 1; i >= 0; i--) {
    const scope = b.stack[i]!
    if (scope.comprehension !== null) {
      const symbol = b.lookupIn(scope, id)
      if (symbol & s.DEF_COMP_ITER && symbol & s.DEF_LOCAL) {
        throw b.error(`assignment expression cannot rebind comprehension iteration variable '${id}'`, location)
      }
      continue
    }
    if (scope.type === 'function') {
      b.define(id, b.lookupIn(scope, id) & s.DEF_GLOBAL ? s.DEF_GLOBAL : s.DEF_NONLOCAL, location)
      b.noteDirective(id, location)
      b.defineIn(scope, id, s.DEF_LOCAL, location)
      return
    }
    if (scope.type === 'module') {
      b.define(id, s.DEF_GLOBAL, location)
      b.noteDirective(id, location)
      b.defineIn(scope, id, s.DEF_GLOBAL, location)
      return
    }
    if (scope.type === 'annotation') continue
    const place = namedExpressionPlaces[scope.type]
    throw b.error(`assignment expression within a comprehension cannot be used ${place}`, location)
  }
}

export function visitGenerator(b: SymbolBuilder, generator: Comprehension): void {
  const scope = b.current
  scope.inComprehensionTarget = true
  visitExpression(b, generator.target)
  scope.inComprehensionTarget = false
  scope.comprehensionIterableDepth++
  visitExpression(b, generator.iter)
  scope.comprehensionIterableDepth--
  visitExpressions(b, generator.ifs)
  if (generator.is_async) scope.isCoroutine = true
}
