/**
 * The error grammar of call arguments and of parameters.
 */

import { lastOfClauses } from './display-grammar.ts'
import type { Action, GrammarText } from './notation.ts'
import type { Shape } from './shape.ts'

const generatorNeedsParentheses = 'Generator expression must be parenthesized'
const meantComparison = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"

const bareStarComment: Action = (_, e) => e.last('bare * has associated type comment')

/** Keywords among the arguments of a call. */
const keywordsOf = (call: Shape) => call.children.filter(child => /^keyword|^\*\*/.test(child.kind))

export const callGrammar: GrammarText = {
  arguments: ["a=args [','] &')'", 'invalid_arguments'],
  args: [
    ["','.(starred_expression | a=(assignment_expression | a=expression !':=') !'=')+ [',' kwargs]", 'Call'],
    ['kwargs', 'Call'],
  ],
  kwargs: [
    "','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+",
    "','.kwarg_or_starred+",
    "','.kwarg_or_double_starred+",
  ],
  starred_expression: [
    'invalid_starred_expression_unpacking',
    ["'*' expression", 'Starred'],
    'invalid_starred_expression',
  ],
  kwarg_or_starred: ['invalid_kwarg', ["NAME '=' expression", 'keyword'], 'starred_expression'],
  kwarg_or_double_starred: ['invalid_kwarg', ["NAME '=' expression", 'keyword'], ["'**' expression", '**']],

  invalid_arguments: [
    [
      "((','.(starred_expression | a=(assignment_expression | a=expression !':=') !'=')+ ',' kwargs) | kwargs) a=',' ','.(starred_expression !'=')+",
      ({ a }, e) => e.from(a!, 'iterable argument unpacking follows keyword argument unpacking'),
    ],
    [
      "a=expression b=for_if_clauses ',' [args | expression for_if_clauses]",
      ({ a, b }, e) => e.range(a!, lastOfClauses(b!), generatorNeedsParentheses),
    ],
    ["a=NAME b='=' expression for_if_clauses", ({ a, b }, e) => e.range(a!, b!, meantComparison)],
    ["[(args ',')] a=NAME b='=' &(',' | ')')", ({ a, b }, e) => e.range(a!, b!, 'expected argument value expression')],
    [
      'a=args b=for_if_clauses',
      ({ a, b }, e) => {
        // One argument alone is a generator expression that is right.
        const positional = a!.children.filter(child => !/^keyword|^\*\*/.test(child.kind))
        const last = positional[positional.length - 1]
        if (last === undefined || positional.length <= 1) return null
        return e.range(last, lastOfClauses(b!), generatorNeedsParentheses)
      },
    ],
    [
      "args ',' a=expression b=for_if_clauses",
      ({ a, b }, e) => e.range(a!, lastOfClauses(b!), generatorNeedsParentheses),
    ],
    [
      "a=args ',' args",
      ({ a }, e) => {
        const hasUnpacking = keywordsOf(a!).some(keyword => keyword.kind === '**')
        return e.last(`positional argument follows keyword argument${hasUnpacking ? ' unpacking' : ''}`)
      },
    ],
  ],
  invalid_kwarg: [
    ["a=('True' | 'False' | 'None') b='='", ({ a, b }, e) => e.range(a!, b!, `cannot assign to ${e.text(a!)}`)],
    ["a=NAME b='=' expression for_if_clauses", ({ a, b }, e) => e.range(a!, b!, meantComparison)],
    [
      "!(NAME '=') a=expression b='='",
      ({ a, b }, e) => e.range(a!, b!, 'expression cannot contain assignment, perhaps you meant "=="?'),
    ],
    [
      "a='**' expression '=' b=expression",
      ({ a, b }, e) => e.range(a!, b!, 'cannot assign to keyword argument unpacking'),
    ],
  ],
  invalid_starred_expression: [["'*'", (_, e) => e.last('Invalid star expression')]],
  invalid_starred_expression_unpacking: [
    [
      "a='*' expression '=' b=expression",
      ({ a, b }, e) => e.range(a!, b!, 'cannot assign to iterable argument unpacking'),
    ],
  ],
  ...parameterRules('', 'param', "')'", 'Function parameters'),
  ...parameterRules('lambda_', 'lambda_param', "':'", 'Lambda expression parameters'),

  param: [['NAME annotation?', 'arg']],
  param_star_annotation: [['NAME star_annotation', 'arg']],
  param_no_default_star_annotation: [
    "a=param_star_annotation ',' TYPE_COMMENT?",
    "a=param_star_annotation TYPE_COMMENT? &')'",
  ],
  annotation: ["':' expression"],
  star_annotation: ["':' star_expression"],
  lambda_param: [['NAME', 'arg']],
  default: ["'=' expression", 'invalid_default'],
  invalid_default: [["a='=' &(')' | ',')", ({ a }, e) => e.at(a!, 'expected default value expression')]],
}

/** Parameters of `def` and of `lambda` differ in what ends them, and in annotations. */
function parameterRules(prefix: string, param: string, close: string, name: string): GrammarText {
  const at =
    (message: string): Action =>
    ({ a }, e) =>
      e.at(a!, message)
  const p = prefix
  const comment = p === '' ? ' TYPE_COMMENT?' : ''
  const params = p === '' ? 'params' : 'lambda_params'
  const starAnnotated = p === '' ? [`'*' param_no_default_star_annotation ${p}param_maybe_default* [${p}kwds]`] : []
  const parenthesized =
    p === ''
      ? "param_no_default* a='(' param_no_default+ ','? b=')'"
      : "lambda_param_no_default* a='(' ','.lambda_param+ ','? b=')'"
  const bareStar: Action =
    p === '' ? at('named arguments must follow bare *') : (_, e) => e.last('named arguments must follow bare *')
  const rules: GrammarText = {
    [params]: [`invalid_${p}parameters`, `${p}parameters`],
    [`${p}parameters`]: [
      `${p}slash_no_default ${p}param_no_default* ${p}param_with_default* [${p}star_etc]`,
      `${p}slash_with_default ${p}param_with_default* [${p}star_etc]`,
      `${p}param_no_default+ ${p}param_with_default* [${p}star_etc]`,
      `${p}param_with_default+ [${p}star_etc]`,
      `${p}star_etc`,
    ],
    [`${p}slash_no_default`]: [`${p}param_no_default+ '/' ','`, `${p}param_no_default+ '/' &${close}`],
    [`${p}slash_with_default`]: [
      `${p}param_no_default* ${p}param_with_default+ '/' ','`,
      `${p}param_no_default* ${p}param_with_default+ '/' &${close}`,
    ],
    [`${p}star_etc`]: [
      `invalid_${p}star_etc`,
      `'*' ${p}param_no_default ${p}param_maybe_default* [${p}kwds]`,
      ...starAnnotated,
      `'*' ',' ${p}param_maybe_default+ [${p}kwds]`,
      `${p}kwds`,
    ],
    [`${p}kwds`]: [`invalid_${p}kwds`, `'**' ${p}param_no_default`],
    [`${p}param_no_default`]: [`a=${param} ','${comment}`, `a=${param}${comment} &${close}`],
    [`${p}param_with_default`]: [`${param} default ','${comment}`, `${param} default${comment} &${close}`],
    [`${p}param_maybe_default`]: [`${param} default? ','${comment}`, `${param} default?${comment} &${close}`],

    [`invalid_${p}parameters`]: [
      ["a='/' ','", at('at least one argument must precede /')],
      [`(${p}slash_no_default | ${p}slash_with_default) ${p}param_maybe_default* a='/'`, at('/ may appear only once')],
      [
        `${p}slash_no_default? ${p}param_no_default* invalid_${p}parameters_helper a=${p}param_no_default`,
        at('parameter without a default follows parameter with a default'),
      ],
      [parenthesized, ({ a, b }, e) => e.range(a!, b!, `${name} cannot be parenthesized`)],
      [
        `[(${p}slash_no_default | ${p}slash_with_default)] ${p}param_maybe_default* '*' (',' | ${p}param_no_default) ${p}param_maybe_default* a='/'`,
        at('/ must be ahead of *'),
      ],
      [`${p}param_maybe_default+ '/' a='*'`, at('expected comma between / and *')],
    ],
    [`invalid_${p}parameters_helper`]: [`${p}slash_with_default`, `${p}param_with_default+`],
    [`invalid_${p}star_etc`]: [
      [p === '' ? "a='*' (')' | ',' (')' | '**'))" : "'*' (':' | ',' (':' | '**'))", bareStar],
      ...(p === '' ? [["'*' ',' TYPE_COMMENT", bareStarComment] as const] : []),
      [`'*' ${param} a='='`, at('var-positional argument cannot have default value')],
      [
        `'*' (${p}param_no_default | ',') ${p}param_maybe_default* a='*' (${p}param_no_default | ',')`,
        at('* argument may appear only once'),
      ],
    ],
    [`invalid_${p}kwds`]: [
      [`'**' ${param} a='='`, at('var-keyword argument cannot have default value')],
      [`'**' ${param} ',' a=${param}`, at('arguments cannot follow var-keyword argument')],
      [`'**' ${param} ',' a=('*' | '**' | '/')`, at('arguments cannot follow var-keyword argument')],
    ],
  }
  return rules
}
