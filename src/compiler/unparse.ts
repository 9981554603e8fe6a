/**
 * The text of an expression, for annotations that are strings (`from __future__ import annotations`).
 *
 * Spaces and quotes are normalized, and parentheses are only where they must be: an expression is put into some if
 * the place it stands at asks for a higher precedence than it has.
 */
import { ComplexConstant, EllipsisConstant, FloatConstant } from '../base/constant.ts'
import type {
  Arg,
  Arguments,
  Call,
  Cmpop,
  Comprehension,
  Constant,
  Expr,
  Lambda,
  Operator,
} from '../frontend/generated/ast.ts'
import { pythonRepr } from './unparse-constants.ts'

const TUPLE = 0
const TEST = 1
const OR = 2
const AND = 3
const NOT = 4
const CMP = 5
const BOR = 6
const BXOR = 7
const BAND = 8
const SHIFT = 9
const ARITH = 10
const TERM = 11
const FACTOR = 12
const POWER = 13
const AWAIT = 14
const ATOM = 15

const binaryOperators: Record<Operator, readonly [text: string, level: number]> = {
  Add: [' + ', ARITH],
  Sub: [' - ', ARITH],
  Mult: [' * ', TERM],
  MatMult: [' @ ', TERM],
  Div: [' / ', TERM],
  Mod: [' % ', TERM],
  LShift: [' << ', SHIFT],
  RShift: [' >> ', SHIFT],
  BitOr: [' | ', BOR],
  BitXor: [' ^ ', BXOR],
  BitAnd: [' & ', BAND],
  FloorDiv: [' // ', TERM],
  Pow: [' ** ', POWER],
}

const unaryOperators = {
  Invert: ['~', FACTOR],
  Not: ['not ', NOT],
  UAdd: ['+', FACTOR],
  USub: ['-', FACTOR],
} as const

const comparisons: Record<Cmpop, string> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
}

export function unparse(e: Expr): string {
  return write(e, TEST)
}

function parenthesized(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text
}

function list(expressions: readonly Expr[]): string {
  return expressions.map(e => write(e, TEST)).join(', ')
}

/** `level` is the precedence that the place asks for. */
function write(e: Expr, level: number): string {
  switch (e.node) {
    case 'Constant':
      return constant(e)
    case 'Name':
      return e.id
    case 'BoolOp': {
      const own = e.op === 'And' ? AND : OR
      const operands = e.values.map(value => write(value, own + 1))
      return parenthesized(operands.join(e.op === 'And' ? ' and ' : ' or '), level > own)
    }
    case 'BinOp': {
      const [text, own] = binaryOperators[e.op]
      const isRight = e.op === 'Pow' ? 1 : 0
      return parenthesized(write(e.left, own + isRight) + text + write(e.right, own + 1 - isRight), level > own)
    }
    case 'UnaryOp': {
      const [text, own] = unaryOperators[e.op]
      return parenthesized(text + write(e.operand, own), level > own)
    }
    case 'Compare': {
      const rest = e.ops.map((operator, i) => comparisons[operator] + write(e.comparators[i]!, CMP + 1))
      return parenthesized(write(e.left, CMP + 1) + rest.join(''), level > CMP)
    }
    case 'IfExp': {
      const text = `${write(e.body, TEST + 1)} if ${write(e.test, TEST + 1)} else ${write(e.orelse, TEST)}`
      return parenthesized(text, level > TEST)
    }
    case 'Lambda':
      return lambda(e, level)
    case 'NamedExpr':
      return parenthesized(`${write(e.target, TUPLE)} := ${write(e.value, ATOM)}`, level > TUPLE)
    case 'Await':
      return parenthesized(`await ${write(e.value, ATOM)}`, level > AWAIT)
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${write(e.value, TEST)})`
    case 'YieldFrom':
      return `(yield from ${write(e.value, TEST)})`
    case 'Attribute': {
      const isInt = e.value.node === 'Constant' && /^(?:number|bigint)$/.test(typeof e.value.value)
      return `${write(e.value, ATOM)}${isInt ? ' ' : ''}.${e.attr}`
    }
    case 'Call':
      return call(e)
    case 'Subscript':
      return `${write(e.value, ATOM)}[${write(e.slice, TUPLE)}]`
    case 'Slice': {
      const bound = (value: Expr | null) => (value === null ? '' : write(value, TEST))
      return `${bound(e.lower)}:${bound(e.upper)}${e.step === null ? '' : `:${bound(e.step)}`}`
    }
    case 'Starred':
      return `*${write(e.value, BOR)}`
    case 'JoinedStr':
    case 'FormattedValue':
    case 'TemplateStr':
    case 'Interpolation':
      return formatString(e)
    default:
      return display(e, level)
  }
}

type Display = Extract<
  Expr,
  { node: 'Tuple' | 'List' | 'Set' | 'Dict' | 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }
>

function display(e: Display, level: number): string {
  switch (e.node) {
    case 'Tuple':
      if (e.elts.length === 0) return '()'
      return parenthesized(list(e.elts) + (e.elts.length === 1 ? ',' : ''), level > TUPLE)
    case 'List':
      return `[${list(e.elts)}]`
    case 'Set':
      return `{${e.elts.length === 0 ? '*()' : list(e.elts)}}`
    case 'Dict': {
      const items = e.keys.map((key, i) => {
        const value = e.values[i]!
        return key === null ? `**${write(value, BOR)}` : `${write(key, TEST)}: ${write(value, TEST)}`
      })
      return `{${items.join(', ')}}`
    }
    case 'ListComp':
      return `[${write(e.elt, TEST)}${generators(e.generators)}]`
    case 'SetComp':
      return `{${write(e.elt, TEST)}${generators(e.generators)}}`
    case 'GeneratorExp':
      return `(${write(e.elt, TEST)}${generators(e.generators)})`
    case 'DictComp':
      return `{${write(e.key, TEST)}: ${write(e.value, TEST)}${generators(e.generators)}}`
  }
}

function generators(comprehensions: readonly Comprehension[]): string {
  return comprehensions
    .map(({ target, iter, ifs, is_async }) => {
      const conditions = ifs.map(condition => ` if ${write(condition, TEST + 1)}`).join('')
      return ` ${is_async ? 'async ' : ''}for ${write(target, TUPLE)} in ${write(iter, TEST + 1)}${conditions}`
    })
    .join('')
}

function constant(e: Constant): string {
  const { value } = e
  if (value instanceof EllipsisConstant) return '...'
  const text = pythonRepr(value)
  // Infinity can only be written as a number that is too large.
  if (value instanceof FloatConstant || value instanceof ComplexConstant) return text.replaceAll('inf', '1e309')
  return (e.kind ?? '') + text
}

function call(e: Call): string {
  const { args, keywords } = e
  const func = write(e.func, ATOM)
  if (args.length === 1 && keywords.length === 0 && args[0]!.node === 'GeneratorExp')
    return func + write(args[0]!, TEST)
  const parts = args.map(arg => write(arg, TEST))
  for (const { arg, value } of keywords) {
    parts.push(arg === null ? `**${write(value, BOR)}` : `${arg}=${write(value, TEST)}`)
  }
  return `${func}(${parts.join(', ')})`
}

function lambda(e: Lambda, level: number): string {
  const parameters = writeArguments(e.args)
  return parenthesized(`lambda${parameters === '' ? '' : ` ${parameters}`}: ${write(e.body, TEST)}`, level > TEST)
}

function writeArguments(args: Arguments): string {
  const positional = [...args.posonlyargs, ...args.args]
  const firstDefault = positional.length - args.defaults.length
  const parameter = ({ arg, annotation }: Arg) => (annotation === null ? arg : `${arg}: ${write(annotation, TEST)}`)
  const withDefault = (arg: Arg, value: Expr | null | undefined) =>
    value == null ? parameter(arg) : `${parameter(arg)}=${write(value, TEST)}`
  const parts: string[] = []
  positional.forEach((arg, i) => {
    parts.push(withDefault(arg, args.defaults[i - firstDefault]))
    if (i + 1 === args.posonlyargs.length) parts.push('/')
  })
  if (args.vararg !== null) parts.push(`*${parameter(args.vararg)}`)
  else if (args.kwonlyargs.length > 0) parts.push('*')
  args.kwonlyargs.forEach((arg, i) => {
    parts.push(withDefault(arg, args.kw_defaults[i]))
  })
  if (args.kwarg !== null) parts.push(`**${parameter(args.kwarg)}`)
  return parts.join(', ')
}

type FormatString = Extract<Expr, { node: 'JoinedStr' | 'FormattedValue' | 'TemplateStr' | 'Interpolation' }>

function formatString(e: FormatString): string {
  if (e.node === 'FormattedValue' || e.node === 'Interpolation') return field(e)
  const body = formatBody(e.values, 'escape braces')
  return (e.node === 'JoinedStr' ? 'f' : 't') + pythonRepr(body)
}

type Braces = 'escape braces' | 'as they are'

function formatBody(values: readonly Expr[], braces: Braces): string {
  return values.map(value => formatPart(value, braces)).join('')
}

function formatPart(e: Expr, braces: Braces): string {
  switch (e.node) {
    case 'Constant': {
      const text = typeof e.value === 'string' ? e.value : ''
      return braces === 'escape braces' ? text.replace(/[{}]/g, '$&$&') : text
    }
    case 'JoinedStr':
      return formatBody(e.values, braces)
    case 'FormattedValue':
    case 'Interpolation':
      return field(e)
  }
  return ''
}

function field(e: Extract<Expr, { node: 'FormattedValue' | 'Interpolation' }>): string {
  const value = e.node === 'Interpolation' && typeof e.str === 'string' ? e.str : write(e.value, TEST + 1)
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : ''
  const spec = e.format_spec === null ? '' : `:${formatPart(e.format_spec, 'escape braces')}`
  // Two braces would mean one literal one.
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`
}
