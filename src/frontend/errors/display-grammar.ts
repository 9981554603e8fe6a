/**
 * The error grammar of atoms: literals, displays, comprehensions.
 */

import type { Action, GrammarText } from './notation.ts'
import { Shape } from './shape.ts'

/** What a comprehension ends with: its last condition, or what it iterates over. */
export function lastOfClauses(clauses: Shape): Shape {
  const list = clauses as unknown as readonly Shape[]
  const { children } = list[list.length - 1]!
  return children[children.length - 1]!
}

const forgotParentheses = 'did you forget parentheses around the comprehension target?'

const strings: Action = ({ a }, e) => {
  const parts = a as unknown as readonly Shape[]
  const isBytes = parts[0]!.kind === 'bytes'
  if (parts.some(part => (part.kind === 'bytes') !== isBytes)) return e.last('cannot mix bytes and nonbytes literals')
  const isFormatted = parts.some(part => part.kind === 'JoinedStr')
  const nodeKind = isBytes ? 'Constant' : isFormatted ? 'JoinedStr' : parts[0]!.kind
  return new Shape(nodeKind, parts[0]!.first, parts[parts.length - 1]!.last, [])
}

export const displayGrammar: GrammarText = {
  atom: [
    'NAME',
    ["'True'", 'True'],
    ["'False'", 'False'],
    ["'None'", 'None'],
    '&(STRING | FSTRING_START | TSTRING_START) a=strings',
    ['NUMBER', 'Constant'],
    "&'(' a=(tuple | group | genexp)",
    "&'[' a=(list | listcomp)",
    "&'{' a=(dict | set | dictcomp | setcomp)",
    ["'...'", 'Ellipsis'],
  ],
  group: ["'(' a=(yield_expr | named_expression) ')'", 'invalid_group'],
  list: [["'[' [star_named_expressions] ']'", 'List']],
  tuple: [["'(' [star_named_expression ',' [star_named_expressions]] ')'", 'Tuple']],
  set: [["'{' star_named_expressions '}'", 'Set']],
  dict: [["'{' [double_starred_kvpairs] '}'", 'Dict'], "'{' invalid_double_starred_kvpairs '}'"],
  double_starred_kvpairs: ["','.double_starred_kvpair+ [',']"],
  double_starred_kvpair: ["'**' bitwise_or", 'kvpair'],
  kvpair: ["expression ':' expression"],

  for_if_clauses: ['for_if_clause+'],
  for_if_clause: [
    ["'async' 'for' star_targets 'in' ~ disjunction ('if' z=disjunction)*", 'comprehension'],
    ["'for' star_targets 'in' ~ disjunction ('if' z=disjunction)*", 'comprehension'],
    'invalid_for_if_clause',
    'invalid_for_target',
  ],
  listcomp: [["'[' named_expression for_if_clauses ']'", 'ListComp'], 'invalid_comprehension'],
  setcomp: [["'{' named_expression for_if_clauses '}'", 'SetComp'], 'invalid_comprehension'],
  genexp: [
    ["'(' (assignment_expression | a=expression !':=') for_if_clauses ')'", 'GeneratorExp'],
    'invalid_comprehension',
  ],
  dictcomp: [["'{' kvpair for_if_clauses '}'", 'DictComp'], 'invalid_dict_comprehension'],

  string: [['a=STRING', ({ a }, e) => e.string(a!)]],
  strings: ['invalid_string_tstring_concat', ['a=string_parts', strings], ['a=template_parts', strings]],
  string_parts: ['(fstring | string)+'],
  template_parts: ['tstring+'],
  fstring: [['a=FSTRING_START fstring_middle* FSTRING_END', ({ a }, e) => e.formattedString(a!, 'JoinedStr')]],
  fstring_middle: ['fstring_replacement_field', 'FSTRING_MIDDLE'],
  fstring_replacement_field: [
    "'{' annotated_rhs '='? [fstring_conversion] [fstring_full_format_spec] '}'",
    'invalid_fstring_replacement_field',
  ],
  fstring_conversion: ["'!' NAME"],
  fstring_full_format_spec: ["':' fstring_format_spec*"],
  fstring_format_spec: ['FSTRING_MIDDLE', 'fstring_replacement_field'],
  tstring: [['a=TSTRING_START tstring_middle* TSTRING_END', ({ a }, e) => e.formattedString(a!, 'TemplateStr')]],
  tstring_middle: ['tstring_replacement_field', 'TSTRING_MIDDLE'],
  tstring_replacement_field: [
    "'{' annotated_rhs '='? [fstring_conversion] [tstring_full_format_spec] '}'",
    'invalid_tstring_replacement_field',
  ],
  tstring_full_format_spec: ["':' tstring_format_spec*"],
  tstring_format_spec: ['TSTRING_MIDDLE', 'tstring_format_spec_replacement_field'],
  tstring_format_spec_replacement_field: [
    "'{' annotated_rhs '='? [fstring_conversion] [tstring_full_format_spec] '}'",
    'invalid_tstring_replacement_field',
  ],

  invalid_group: [
    ["'(' a=starred_expression ')'", ({ a }, e) => e.at(a!, 'cannot use starred expression here')],
    ["'(' a='**' expression ')'", ({ a }, e) => e.at(a!, 'cannot use double starred expression here')],
  ],
  invalid_comprehension: [
    [
      "('[' | '(' | '{') a=starred_expression for_if_clauses",
      ({ a }, e) => e.at(a!, 'iterable unpacking cannot be used in comprehension'),
    ],
    [
      "('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses",
      ({ a, b }, e) => {
        const rest = b as unknown as readonly Shape[]
        return e.range(a!, rest[rest.length - 1]!, forgotParentheses)
      },
    ],
    ["('[' | '{') a=star_named_expression b=',' for_if_clauses", ({ a, b }, e) => e.range(a!, b!, forgotParentheses)],
  ],
  invalid_dict_comprehension: [
    [
      "'{' a='**' bitwise_or for_if_clauses '}'",
      ({ a }, e) => e.at(a!, 'dict unpacking cannot be used in dict comprehension'),
    ],
  ],
  invalid_for_if_clause: [
    [
      "'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in'",
      (_, e) => e.last("'in' expected after for-loop variables"),
    ],
  ],
  invalid_double_starred_kvpairs: [
    "','.double_starred_kvpair+ ',' invalid_kvpair",
    [
      "expression ':' a='*' bitwise_or",
      ({ a }, e) => e.from(a!, 'cannot use a starred expression in a dictionary value'),
    ],
    ["expression a=':' &('}' | ',')", ({ a }, e) => e.at(a!, "expression expected after dictionary key and ':'")],
  ],
  invalid_kvpair: [
    ["a=expression !(':')", ({ a }, e) => e.afterKey(a!)],
    [
      "expression ':' a='*' bitwise_or",
      ({ a }, e) => e.from(a!, 'cannot use a starred expression in a dictionary value'),
    ],
    ["expression a=':' &('}' | ',')", ({ a }, e) => e.at(a!, "expression expected after dictionary key and ':'")],
  ],
  ...fieldErrors('fstring', 'f-string'),
  ...fieldErrors('tstring', 't-string'),
  invalid_string_tstring_concat: [
    [
      'a=string_parts b=tstring',
      ({ a, b }, e) => {
        const parts = a as unknown as readonly Shape[]
        const message = 'cannot mix t-string literals with string or bytes literals'
        return e.range(parts[parts.length - 1]!, b!, message)
      },
    ],
    [
      'a=template_parts b=(fstring | string)',
      ({ a, b }, e) => {
        const parts = a as unknown as readonly Shape[]
        const message = 'cannot mix t-string literals with string or bytes literals'
        return e.range(parts[parts.length - 1]!, b!, message)
      },
    ],
  ],
}

/** What can be wrong with a replacement field; the two kinds of string differ in their name only. */
function fieldErrors(rule: string, name: string): GrammarText {
  const before =
    (mark: string): Action =>
    ({ a }, e) =>
      e.at(a!, `${name}: valid expression required before '${mark}'`)
  const expecting =
    (what: string): Action =>
    (_, e) =>
      e.next(`${name}: expecting ${what}`)
  const head = "'{' annotated_rhs"
  return {
    [`invalid_${rule}_replacement_field`]: [
      ["'{' a='='", before('=')],
      ["'{' a='!'", before('!')],
      ["'{' a=':'", before(':')],
      ["'{' a='}'", before('}')],
      ["'{' !annotated_rhs", expecting("a valid expression after '{'")],
      [`${head} !('=' | '!' | ':' | '}')`, expecting("'=', or '!', or ':', or '}'")],
      [`${head} '=' !('!' | ':' | '}')`, expecting("'!', or ':', or '}'")],
      `${head} '='? invalid_${rule}_conversion_character`,
      [`${head} '='? ['!' NAME] !(':' | '}')`, expecting("':' or '}'")],
      [`${head} '='? ['!' NAME] ':' fstring_format_spec* !'}'`, expecting("'}', or format specs")],
      [`${head} '='? ['!' NAME] !'}'`, expecting("'}'")],
    ],
    [`invalid_${rule}_conversion_character`]: [
      ["'!' &(':' | '}')", (_, e) => e.next(`${name}: missing conversion character`)],
      ["'!' !NAME", (_, e) => e.next(`${name}: invalid conversion character`)],
    ],
  }
}
