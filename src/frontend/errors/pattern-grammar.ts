/**
 * The error grammar of `match`, its patterns, assignment targets and type parameters.
 */

import type { GrammarText } from './notation.ts'
import { expressionName, type Shape } from './shape.ts'

/** `e` is the expression after a colon where no bound can be. */
const boundMessage = (e: Shape, name: string) =>
  e.kind === 'Tuple' ? `cannot use constraints with ${name}` : `cannot use bound with ${name}`

export const patternGrammar: GrammarText = {
  match_stmt: ['"match" subject_expr \':\' NEWLINE INDENT case_block+ DEDENT', 'invalid_match_stmt'],
  subject_expr: [["star_named_expression ',' star_named_expressions?", 'Tuple'], 'named_expression'],
  case_block: ['invalid_case_block', '"case" patterns guard? \':\' block'],
  guard: ["'if' named_expression"],
  patterns: ['open_sequence_pattern', 'pattern'],
  pattern: ['as_pattern', 'or_pattern'],
  as_pattern: [["or_pattern 'as' pattern_capture_target", 'pattern'], 'invalid_as_pattern'],
  or_pattern: [["'|'.closed_pattern+", 'pattern']],
  closed_pattern: [
    'literal_pattern',
    'capture_pattern',
    'wildcard_pattern',
    'value_pattern',
    'group_pattern',
    'sequence_pattern',
    'mapping_pattern',
    'class_pattern',
  ],
  literal_pattern: ["signed_number !('+' | '-')", 'complex_number', 'strings', "'None'", "'True'", "'False'"],
  literal_expr: [
    "signed_number !('+' | '-')",
    'complex_number',
    '&(STRING | FSTRING_START | TSTRING_START) strings',
    "'None'",
    "'True'",
    "'False'",
  ],
  complex_number: ["signed_real_number ('+' | '-') NUMBER"],
  signed_number: ["NUMBER | '-' NUMBER"],
  signed_real_number: ["NUMBER | '-' NUMBER"],
  capture_pattern: ['pattern_capture_target'],
  pattern_capture_target: ["!\"_\" a=NAME !('.' | '(' | '=')"],
  wildcard_pattern: ['"_"'],
  value_pattern: ["attr !('.' | '(' | '=')"],
  attr: ["name_or_attr '.' NAME"],
  name_or_attr: ['attr', 'NAME'],
  group_pattern: ["'(' pattern ')'"],
  sequence_pattern: ["'[' maybe_sequence_pattern? ']'", "'(' open_sequence_pattern? ')'"],
  open_sequence_pattern: ["maybe_star_pattern ',' maybe_sequence_pattern?"],
  maybe_sequence_pattern: ["','.maybe_star_pattern+ ','?"],
  maybe_star_pattern: ['star_pattern', 'pattern'],
  star_pattern: ["'*' pattern_capture_target", "'*' wildcard_pattern"],
  mapping_pattern: [
    "'{' '}'",
    "'{' double_star_pattern ','? '}'",
    "'{' items_pattern ',' double_star_pattern ','? '}'",
    "'{' items_pattern ','? '}'",
  ],
  items_pattern: ["','.key_value_pattern+"],
  key_value_pattern: ["(literal_expr | attr) ':' pattern"],
  double_star_pattern: ["'**' pattern_capture_target"],
  class_pattern: [
    "name_or_attr '(' ')'",
    "name_or_attr '(' positional_patterns ','? ')'",
    "name_or_attr '(' keyword_patterns ','? ')'",
    "name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'",
    'invalid_class_pattern',
  ],
  positional_patterns: ["','.pattern_node+"],
  /** A pattern with its position, whatever it is made of. */
  pattern_node: [['pattern', 'pattern']],
  keyword_patterns: ["','.keyword_pattern+"],
  keyword_pattern: ["NAME '=' pattern"],

  invalid_match_stmt: [
    ['"match" subject_expr NEWLINE', (_, e) => e.last("expected ':'")],
    [
      'a="match" subject_expr \':\' NEWLINE !INDENT',
      ({ a }, e) => e.indentation(`expected an indented block after 'match' statement on line ${e.line(a!)}`),
    ],
  ],
  invalid_case_block: [
    ['"case" patterns guard? NEWLINE', (_, e) => e.last("expected ':'")],
    [
      'a="case" patterns guard? \':\' NEWLINE !INDENT',
      ({ a }, e) => e.indentation(`expected an indented block after 'case' statement on line ${e.line(a!)}`),
    ],
  ],
  invalid_as_pattern: [
    ['or_pattern \'as\' a="_"', ({ a }, e) => e.at(a!, "cannot use '_' as a target")],
    ["or_pattern 'as' a=expression", ({ a }, e) => e.at(a!, `cannot use ${expressionName(a!)} as pattern target`)],
  ],
  invalid_class_pattern: [
    [
      "name_or_attr '(' a=invalid_class_argument_pattern",
      ({ a }, e) => {
        const patterns = a as unknown as readonly Shape[]
        return e.range(patterns[0]!, patterns[patterns.length - 1]!, 'positional patterns follow keyword patterns')
      },
    ],
  ],
  invalid_class_argument_pattern: ["[positional_patterns ','] keyword_patterns ',' a=positional_patterns"],

  star_targets: ["a=star_target !','", ["star_target (',' star_target)* [',']", 'Tuple']],
  star_targets_list_seq: ["','.star_target+ [',']"],
  star_targets_tuple_seq: ["star_target (',' star_target)+ [',']", "star_target ','"],
  star_target: [["'*' (!'*' star_target)", 'Starred'], 'target_with_star_atom'],
  target_with_star_atom: [
    ["t_primary '.' NAME !t_lookahead", 'Attribute'],
    ["t_primary '[' slices ']' !t_lookahead", 'Subscript'],
    'star_atom',
  ],
  star_atom: [
    'NAME',
    "'(' a=target_with_star_atom ')'",
    ["'(' [star_targets_tuple_seq] ')'", 'Tuple'],
    ["'[' [star_targets_list_seq] ']'", 'List'],
  ],
  single_target: ['single_subscript_attribute_target', 'NAME', "'(' a=single_target ')'"],
  single_subscript_attribute_target: [
    ["t_primary '.' NAME !t_lookahead", 'Attribute'],
    ["t_primary '[' slices ']' !t_lookahead", 'Subscript'],
  ],
  t_primary: [
    ["t_primary '.' NAME &t_lookahead", 'Attribute'],
    ["t_primary '[' slices ']' &t_lookahead", 'Subscript'],
    ['t_primary genexp &t_lookahead', 'Call'],
    ["t_primary '(' [arguments] ')' &t_lookahead", 'Call'],
    'a=atom &t_lookahead',
  ],
  t_lookahead: ["'(' | '[' | '.'"],
  del_targets: ["','.del_target+ [',']"],
  del_target: [
    ["t_primary '.' NAME !t_lookahead", 'Attribute'],
    ["t_primary '[' slices ']' !t_lookahead", 'Subscript'],
    'del_t_atom',
  ],
  del_t_atom: ['NAME', "'(' a=del_target ')'", ["'(' [del_targets] ')'", 'Tuple'], ["'[' [del_targets] ']'", 'List']],

  type_params: ['invalid_type_params', "'[' type_param_seq ']'"],
  type_param_seq: ["','.type_param+ [',']"],
  type_param: [
    "NAME [':' expression] ['=' expression]",
    'invalid_type_param',
    "'*' NAME ['=' star_expression]",
    "'**' NAME ['=' expression]",
  ],
  invalid_type_param: [
    ["'*' NAME a=':' b=expression", ({ a, b }, e) => e.from(a!, boundMessage(b!, 'TypeVarTuple'))],
    ["'**' NAME a=':' b=expression", ({ a, b }, e) => e.from(a!, boundMessage(b!, 'ParamSpec'))],
  ],
  invalid_type_params: [["'[' a=']'", ({ a }, e) => e.from(a!, 'Type parameter list cannot be empty')]],
}
