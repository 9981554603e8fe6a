/** The part of preprocessing that is about expressions and patterns: returns what an expression is replaced by. */
import {
  type Arg,
  type Arguments,
  type Attribute,
  type BinOp,
  type Call,
  type Comprehension,
  Constant,
  type Expr,
  type Keyword,
  type Pattern,
  type Subscript,
  type TypeParam,
} from '../frontend/generated/ast.ts'
import { evaluateBinary, negated } from './flowgraph/constant-arithmetic.ts'
import { foldFormat } from './fold-format.ts'

interface Options {
  readonly optimization: 0 | 1 | 2
  readonly annotationsAreStrings: boolean
}

const NB_ADD = 0
const NB_SUBTRACT = 10

export class ExpressionFolder {
  readonly #options: Options
  constructor(options: Options) {
    this.#options = options
  }

  foldAll(expressions: (Expr | null)[]): void {
    for (let i = 0; i < expressions.length; i++) {
      const e = expressions[i]
      if (e == null) continue
      const folded = this.fold(e)
      if (folded !== e) expressions[i] = folded
    }
  }

  #optional(e: Expr | null): Expr | null {
    return e === null ? null : this.fold(e)
  }

  fold(e: Expr): Expr {
    switch (e.node) {
      case 'Name':
        if (e.id === '__debug__' && e.ctx === 'Load') return replacement(e, this.#options.optimization === 0)
        break
      case 'Constant':
        break
      case 'Attribute':
      case 'Call':
      case 'Subscript':
        this.#trailers(e)
        break
      case 'BinOp':
        return this.#binaryChain(e)
      case 'BoolOp':
      case 'JoinedStr':
      case 'TemplateStr':
        this.foldAll(e.values)
        break
      case 'UnaryOp': {
        let current = e
        for (; current.operand.node === 'UnaryOp'; current = current.operand);
        current.operand = this.fold(current.operand)
        break
      }
      case 'Lambda':
        this.foldArguments(e.args)
        e.body = this.fold(e.body)
        break
      case 'IfExp':
        for (let current = e; ; current = current.orelse) {
          current.test = this.fold(current.test)
          current.body = this.fold(current.body)
          if (current.orelse.node === 'IfExp') continue
          current.orelse = this.fold(current.orelse)
          break
        }
        break
      case 'Dict':
        this.foldAll(e.keys)
        this.foldAll(e.values)
        break
      case 'Set':
      case 'List':
      case 'Tuple':
        this.foldAll(e.elts)
        break
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.fold(e.elt)
        this.#generators(e.generators)
        break
      case 'DictComp':
        e.key = this.fold(e.key)
        e.value = this.fold(e.value)
        this.#generators(e.generators)
        break
      case 'Compare':
        e.left = this.fold(e.left)
        this.foldAll(e.comparators)
        break
      case 'FormattedValue':
      case 'Interpolation':
        e.value = this.fold(e.value)
        e.format_spec = this.#optional(e.format_spec)
        break
      case 'Await':
      case 'YieldFrom':
      case 'Starred':
      case 'NamedExpr':
        e.value = this.fold(e.value)
        break
      case 'Yield':
        e.value = this.#optional(e.value)
        break
      case 'Slice':
        e.lower = this.#optional(e.lower)
        e.upper = this.#optional(e.upper)
        e.step = this.#optional(e.step)
        break
    }
    return e
  }

  #binaryChain(e: BinOp): Expr {
    const chain = [e]
    let left = e.left
    for (; left.node === 'BinOp'; left = left.left) chain.push(left)
    left = this.fold(left)
    for (let i = chain.length - 1; i >= 0; i--) {
      const operation = chain[i]!
      operation.left = left
      operation.right = this.fold(operation.right)
      left = operation.op === 'Mod' ? foldFormat(operation) : operation
    }
    return left
  }

  #trailers(e: Attribute | Call | Subscript): void {
    const chain: (Attribute | Call | Subscript)[] = []
    for (let current: Expr = e; ; ) {
      chain.push(current)
      const base: Expr = current.node === 'Call' ? current.func : current.value
      if (base.node === 'Attribute' || base.node === 'Call' || base.node === 'Subscript') {
        current = base
        continue
      }
      const folded = this.fold(base)
      if (folded !== base) {
        if (current.node === 'Call') current.func = folded
        else current.value = folded
      }
      break
    }
    for (let i = chain.length - 1; i >= 0; i--) {
      const trailer = chain[i]!
      if (trailer.node === 'Subscript') {
        trailer.slice = this.fold(trailer.slice)
      } else if (trailer.node === 'Call') {
        this.foldAll(trailer.args)
        this.foldKeywords(trailer.keywords)
      }
    }
  }

  foldKeywords(keywords: readonly Keyword[]): void {
    for (const keyword of keywords) keyword.value = this.fold(keyword.value)
  }

  #generators(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.fold(generator.target)
      generator.iter = this.fold(generator.iter)
      this.foldAll(generator.ifs)
    }
  }

  foldArguments(args: Arguments): void {
    this.#annotations(args.posonlyargs)
    this.#annotations(args.args)
    if (args.vararg !== null) this.#annotations([args.vararg])
    this.#annotations(args.kwonlyargs)
    this.foldAll(args.kw_defaults)
    if (args.kwarg !== null) this.#annotations([args.kwarg])
    this.foldAll(args.defaults)
  }

  #annotations(parameters: readonly Arg[]): void {
    if (this.#options.annotationsAreStrings) return
    for (const parameter of parameters) {
      if (parameter.annotation !== null) parameter.annotation = this.fold(parameter.annotation)
    }
  }

  foldTypeParameters(parameters: readonly TypeParam[]): void {
    for (const parameter of parameters) {
      if (parameter.node === 'TypeVar') parameter.bound = this.#optional(parameter.bound)
      parameter.default_value = this.#optional(parameter.default_value)
    }
  }

  foldPattern(p: Pattern): void {
    switch (p.node) {
      case 'MatchValue':
        p.value = foldPatternNumber(p.value)
        break
      case 'MatchSequence':
      case 'MatchOr':
        for (const pattern of p.patterns) this.foldPattern(pattern)
        break
      case 'MatchMapping':
        p.keys = p.keys.map(foldPatternNumber)
        for (const pattern of p.patterns) this.foldPattern(pattern)
        break
      case 'MatchClass':
        p.cls = this.fold(p.cls)
        for (const pattern of p.patterns) this.foldPattern(pattern)
        for (const pattern of p.kwd_patterns) this.foldPattern(pattern)
        break
      case 'MatchAs':
        if (p.pattern !== null) this.foldPattern(p.pattern)
        break
    }
  }
}

function replacement(e: Expr, value: Constant['value']): Constant {
  return new Constant(value, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset)
}

/** `-1` and `1+2j` in a pattern are written as operations, but must be constants. */
function foldPatternNumber(e: Expr): Expr {
  if (e.node === 'UnaryOp' && e.op === 'USub' && e.operand.node === 'Constant') {
    const value = negated(e.operand.value)
    return value === undefined ? e : replacement(e, value as Constant['value'])
  }
  if (e.node === 'BinOp' && (e.op === 'Add' || e.op === 'Sub') && e.right.node === 'Constant') {
    e.left = foldPatternNumber(e.left)
    if (e.left.node !== 'Constant') return e
    const value = evaluateBinary(e.left.value, e.op === 'Add' ? NB_ADD : NB_SUBTRACT, e.right.value)
    return value === undefined ? e : replacement(e, value as Constant['value'])
  }
  return e
}
