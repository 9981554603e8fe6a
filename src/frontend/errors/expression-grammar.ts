/**
 * The error grammar of expressions, from tuples without parentheses down to atoms.
 */

import type { Action, GrammarText } from './notation.ts'
import { expressionName, Shape } from './shape.ts'

const legacyFunctions = new Set(['print', 'exec'])

/** Two expressions side by side: a comma is missing, if they stand in brackets. */
const missingComma: Action = ({ a, b }, e) => {
  if (a!.kind === 'Name' && legacyFunctions.has(e.text(a!))) return null
  return e.isOutsideBrackets() ? null : e.range(a!, b!, 'invalid syntax. Perhaps you forgot a comma?')
}

const comparison: Action = ({ a, b }) => {
  const first = (b as unknown as readonly Shape[])[0]!
  const last = (b as unknown as readonly Shape[]).at(-1)!
  return new Shape(first.kind === 'In' ? 'CompareIn' : 'Compare', a!.first, last.last, [a!])
}

export const expressionGrammar: GrammarText = {
  expressions: [["expression (',' expression)+ [',']", 'Tuple'], ["expression ','", 'Tuple'], 'expression'],
  expression: ['invalid_expression', 'invalid_legacy_expression', 'if_expression', 'disjunction', 'lambdef'],
  if_expression: [["disjunction 'if' disjunction 'else' expression", 'IfExp']],
  yield_expr: [
    ["'yield' 'from' expression", 'Yield'],
    ["'yield' [star_expressions]", 'Yield'],
  ],
  star_expressions: [
    ["star_expression (',' star_expression)+ [',']", 'Tuple'],
    ["star_expression ','", 'Tuple'],
    'star_expression',
  ],
  star_expression: [["'*' bitwise_or", 'Starred'], 'expression'],
  star_named_expressions: ["a=','.star_named_expression+ [',']"],
  star_named_expression: [["'*' bitwise_or", 'Starred'], 'named_expression'],
  assignment_expression: [["NAME ':=' ~ expression", 'NamedExpr']],
  named_expression: ['assignment_expression', 'invalid_named_expression', "a=expression !':='"],
  expression_without_invalid: [["disjunction 'if' disjunction 'else' expression", 'IfExp'], 'disjunction', 'lambdef'],

  disjunction: [["conjunction ('or' conjunction)+", 'BoolOp'], 'conjunction'],
  conjunction: [["inversion ('and' inversion)+", 'BoolOp'], 'inversion'],
  inversion: [["'not' inversion", 'UnaryOp'], 'comparison'],
  comparison: [['a=bitwise_or b=comparison_tail', comparison], 'bitwise_or'],
  comparison_tail: ['comparison_pair+'],
  comparison_pair: [
    ["'==' bitwise_or", 'Eq'],
    ['not_equal bitwise_or', 'NotEq'],
    ["'<=' bitwise_or", 'LtE'],
    ["'<' bitwise_or", 'Lt'],
    ["'>=' bitwise_or", 'GtE'],
    ["'>' bitwise_or", 'Gt'],
    ["'not' 'in' bitwise_or", 'NotIn'],
    ["'in' bitwise_or", 'In'],
    ["'is' 'not' bitwise_or", 'IsNot'],
    ["'is' bitwise_or", 'Is'],
  ],
  not_equal: [["a='!='", ({ a }, e) => e.checkNotEqual(a!)]],

  bitwise_or: [["bitwise_or '|' bitwise_xor", 'BinOp'], 'bitwise_xor'],
  bitwise_xor: [["bitwise_xor '^' bitwise_and", 'BinOp'], 'bitwise_and'],
  bitwise_and: [["bitwise_and '&' shift_expr", 'BinOp'], 'shift_expr'],
  shift_expr: [["shift_expr ('<<' | '>>') sum", 'BinOp'], 'invalid_arithmetic', 'sum'],
  sum: [["sum '+' term", 'BinOp'], ["sum '-' term", 'BinOp'], 'term'],
  term: [["term ('*' | '/' | '//' | '%' | '@') factor", 'BinOp'], 'invalid_factor', 'factor'],
  factor: [["('+' | '-' | '~') factor", 'UnaryOp'], 'power'],
  power: [["await_primary '**' factor", 'BinOp'], 'await_primary'],
  await_primary: [["'await' primary", 'Await'], 'primary'],
  primary: [
    ["primary '.' NAME", 'Attribute'],
    ['primary genexp', 'Call'],
    ["primary '(' [arguments] ')'", 'Call'],
    ["primary '[' slices ']'", 'Subscript'],
    'atom',
  ],
  slices: [
    ["a=slice !','", ({ a }) => a!],
    ["','.(slice | starred_expression)+ [',']", 'Tuple'],
  ],
  slice: [["[expression] ':' [expression] [':' [expression]]", 'Slice'], 'named_expression'],
  lambdef: [["'lambda' [lambda_params] ':' expression", 'Lambda']],

  invalid_legacy_expression: [
    [
      "a=NAME !'(' b=star_expressions",
      ({ a, b }, e) => {
        const name = e.text(a!)
        if (!legacyFunctions.has(name)) return null
        return e.range(a!, b!, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`)
      },
    ],
  ],
  invalid_expression: [
    [
      'STRING a=(!STRING expression_without_invalid)+ STRING',
      ({ a }, e) => {
        const between = (a as unknown as readonly Shape[][]).map(found => found[found.length - 1]!)
        const last = between[between.length - 1]!
        return e.range(between[0]!, last, 'invalid syntax. Is this intended to be part of the string?')
      },
    ],
    ['!(NAME STRING | soft_keyword) a=disjunction b=expression_without_invalid', missingComma],
    [
      "a=disjunction 'if' b=disjunction !('else' | ':')",
      ({ a, b }, e) => e.range(a!, b!, "expected 'else' after 'if' expression"),
    ],
    [
      "disjunction 'if' disjunction 'else' !expression",
      (_, e) => e.next("expected expression after 'else', but statement is given"),
    ],
    [
      "a=(pass_stmt | break_stmt | continue_stmt) 'if' disjunction 'else' simple_stmt",
      ({ a }, e) => e.at(a!, "expected expression before 'if', but statement is given"),
    ],
    [
      "a='lambda' [lambda_params] b=':' &FSTRING_MIDDLE",
      ({ a, b }, e) => e.range(a!, b!, 'f-string: lambda expressions are not allowed without parentheses'),
    ],
    [
      "a='lambda' [lambda_params] b=':' &TSTRING_MIDDLE",
      ({ a, b }, e) => e.range(a!, b!, 't-string: lambda expressions are not allowed without parentheses'),
    ],
  ],
  soft_keyword: ['"_" | "case" | "match" | "type"'],
  invalid_named_expression: [
    [
      "a=expression ':=' expression",
      ({ a }, e) => e.at(a!, `cannot use assignment expressions with ${expressionName(a!)}`),
    ],
    [
      "a=NAME '=' b=bitwise_or !('=' | ':=')",
      ({ a, b }, e) => e.range(a!, b!, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    ],
    [
      "!(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=')",
      ({ a }, e) => e.at(a!, `cannot assign to ${expressionName(a!)} here. Maybe you meant '==' instead of '='?`),
    ],
  ],
  invalid_arithmetic: [
    [
      "sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion",
      ({ a, b }, e) => e.range(a!, b!, "'not' after an operator must be parenthesized"),
    ],
  ],
  invalid_factor: [
    [
      "('+' | '-' | '~') a='not' b=factor",
      ({ a, b }, e) => e.range(a!, b!, "'not' after an operator must be parenthesized"),
    ],
  ],
}
