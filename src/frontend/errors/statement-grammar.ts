/**
 * The error grammar of simple statements, assignments and imports.
 */

import type { GrammarText } from './notation.ts'
import { expressionName } from './shape.ts'

export const statementGrammar: GrammarText = {
  file: ['[statements] ENDMARKER'],
  interactive: ['statement_newline'],
  eval: ['expressions NEWLINE* ENDMARKER'],
  func_type: ["'(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER"],

  statements: ['statement+'],
  statement: ['compound_stmt', 'simple_stmts'],
  statement_newline: ['compound_stmt NEWLINE', 'simple_stmts', 'NEWLINE'],
  simple_stmts: ["simple_stmt !';' NEWLINE", "';'.simple_stmt+ [';'] NEWLINE"],

  simple_stmt: [
    'assignment',
    '&"type" type_alias',
    'star_expressions',
    "&'return' return_stmt",
    "&('import' | 'from') import_stmt",
    "&'raise' raise_stmt",
    "&'pass' pass_stmt",
    "&'del' del_stmt",
    "&'yield' yield_stmt",
    "&'assert' assert_stmt",
    "&'break' break_stmt",
    "&'continue' continue_stmt",
    "&'global' global_stmt",
    "&'nonlocal' nonlocal_stmt",
  ],

  assignment: [
    "NAME ':' expression ['=' annotated_rhs]",
    "('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]",
    "(star_targets '=')+ annotated_rhs !'=' [TYPE_COMMENT]",
    'single_target augassign ~ annotated_rhs',
    'invalid_assignment',
  ],
  annotated_rhs: ['yield_expr', 'star_expressions'],
  augassign: ["'+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='"],

  return_stmt: ["'return' [star_expressions]"],
  raise_stmt: ["'raise' expression ['from' expression]", "'raise'"],
  pass_stmt: [["'pass'", 'Pass']],
  break_stmt: [["'break'", 'Break']],
  continue_stmt: [["'continue'", 'Continue']],
  global_stmt: ["'global' ','.NAME+"],
  nonlocal_stmt: ["'nonlocal' ','.NAME+"],
  del_stmt: ["'del' del_targets &(';' | NEWLINE)", 'invalid_del_stmt'],
  yield_stmt: ['yield_expr'],
  assert_stmt: ["'assert' expression [',' expression]"],
  type_alias: ['"type" NAME [type_params] \'=\' expression'],

  import_stmt: ['invalid_import', 'import_name', 'import_from'],
  import_name: ["'import' dotted_as_names"],
  import_from: [
    "'from' ('.' | '...')* dotted_name 'import' import_from_targets",
    "'from' ('.' | '...')+ 'import' import_from_targets",
  ],
  import_from_targets: [
    "'(' import_from_as_names [','] ')'",
    "import_from_as_names !','",
    "'*'",
    'invalid_import_from_targets',
  ],
  import_from_as_names: ["','.import_from_as_name+"],
  import_from_as_name: ['invalid_import_from_as_name', "NAME ['as' NAME]"],
  dotted_as_names: ["','.dotted_as_name+"],
  dotted_as_name: ['invalid_dotted_as_name', "dotted_name ['as' NAME]"],
  dotted_name: ["dotted_name '.' NAME", 'NAME'],

  type_expressions: [
    "','.expression+ ',' '*' expression ',' '**' expression",
    "','.expression+ ',' '*' expression",
    "','.expression+ ',' '**' expression",
    "'*' expression ',' '**' expression",
    "'*' expression",
    "'**' expression",
    "','.expression+",
  ],

  invalid_assignment: [
    [
      "a=invalid_ann_assign_target ':' expression",
      ({ a }, e) => e.at(a!, `only single target (not ${expressionName(a!)}) can be annotated`),
    ],
    [
      "a=star_named_expression ',' star_named_expressions* ':' expression",
      ({ a }, e) => e.at(a!, 'only single target (not tuple) can be annotated'),
    ],
    ["a=expression ':' expression", ({ a }, e) => e.at(a!, 'illegal target for annotation')],
    ["(star_targets '=')* a=star_expressions '='", ({ a }, e) => e.target(a!, 'assign')],
    ["(star_targets '=')* a=yield_expr '='", ({ a }, e) => e.at(a!, 'assignment to yield expression not possible')],
    [
      'a=star_expressions augassign annotated_rhs',
      ({ a }, e) => e.at(a!, `'${expressionName(a!)}' is an illegal expression for augmented assignment`),
    ],
  ],
  invalid_ann_assign_target: ['list', 'tuple', "'(' a=invalid_ann_assign_target ')'"],
  invalid_del_stmt: [["'del' a=star_expressions", ({ a }, e) => e.target(a!, 'delete')]],
  invalid_import: [
    [
      "a='import' ','.dotted_name+ 'from' dotted_name",
      ({ a }, e) => e.from(a!, "Did you mean to use 'from ... import ...' instead?"),
    ],
    ["'import' a=NEWLINE", ({ a }, e) => e.from(a!, "Expected one or more names after 'import'")],
  ],
  invalid_dotted_as_name: [
    [
      "dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression",
      ({ a }, e) => e.at(a!, `cannot use ${expressionName(a!)} as import target`),
    ],
  ],
  invalid_import_from_as_name: [
    [
      "NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression",
      ({ a }, e) => e.at(a!, `cannot use ${expressionName(a!)} as import target`),
    ],
  ],
  invalid_import_from_targets: [
    [
      "import_from_as_names ',' NEWLINE",
      (_, e) => e.last('trailing comma not allowed without surrounding parentheses'),
    ],
    ['a=NEWLINE', ({ a }, e) => e.from(a!, "Expected one or more names after 'import'")],
  ],
}
