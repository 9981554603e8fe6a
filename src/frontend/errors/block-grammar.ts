/**
 * The error grammar of statements with blocks, save `match`.
 */

import type { Action, GrammarText } from './notation.ts'
import { expressionName } from './shape.ts'

const expectColon: Action = (_, e) => e.last("expected ':'")

/** `a` is the keyword whose block is missing. */
const expectBlock =
  (after: string): Action =>
  ({ a }, e) =>
    e.indentation(`expected an indented block after ${after} on line ${e.line(a!)}`)

export const blockGrammar: GrammarText = {
  compound_stmt: [
    "&('def' | '@' | 'async') function_def",
    "&'if' if_stmt",
    "&('class' | '@') class_def",
    "&('with' | 'async') with_stmt",
    "&('for' | 'async') for_stmt",
    "&'try' try_stmt",
    "&'while' while_stmt",
    'match_stmt',
  ],
  block: ['NEWLINE INDENT statements DEDENT', 'simple_stmts', 'invalid_block'],
  decorators: ["('@' named_expression NEWLINE)+"],
  class_def: ['decorators class_def_raw', 'class_def_raw'],
  class_def_raw: ['invalid_class_def_raw', "'class' NAME [type_params] ['(' [arguments] ')'] ':' block"],
  function_def: ['decorators function_def_raw', 'function_def_raw'],
  function_def_raw: [
    'invalid_def_raw',
    "'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block",
    "'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block",
  ],
  func_type_comment: ['NEWLINE TYPE_COMMENT &(NEWLINE INDENT)', 'invalid_double_type_comments', 'TYPE_COMMENT'],

  if_stmt: [
    'invalid_if_stmt',
    "'if' named_expression ':' block elif_stmt",
    "'if' named_expression ':' block [else_block]",
  ],
  elif_stmt: [
    'invalid_elif_stmt',
    "'elif' named_expression ':' block elif_stmt",
    "'elif' named_expression ':' block [else_block]",
  ],
  else_block: ['invalid_else_stmt', "'else' &&':' block"],
  while_stmt: ['invalid_while_stmt', "'while' named_expression ':' block [else_block]"],
  for_stmt: [
    'invalid_for_stmt',
    "'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]",
    "'async' 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]",
    'invalid_for_target',
  ],
  with_stmt: [
    'invalid_with_stmt_indent',
    "'with' '(' ','.with_item+ ','? ')' ':' [TYPE_COMMENT] block",
    "'with' ','.with_item+ ':' [TYPE_COMMENT] block",
    "'async' 'with' '(' ','.with_item+ ','? ')' ':' block",
    "'async' 'with' ','.with_item+ ':' [TYPE_COMMENT] block",
    'invalid_with_stmt',
  ],
  with_item: ["expression 'as' star_target &(',' | ')' | ':')", 'invalid_with_item', 'expression'],
  try_stmt: [
    'invalid_try_stmt',
    "'try' &&':' block finally_block",
    "'try' &&':' block except_block+ [else_block] [finally_block]",
    "'try' &&':' block except_star_block+ [else_block] [finally_block]",
  ],
  except_block: [
    'invalid_except_stmt_indent',
    "'except' expression ':' block",
    "'except' expression 'as' NAME ':' block",
    "'except' expressions ':' block",
    "'except' ':' block",
    'invalid_except_stmt',
  ],
  except_star_block: [
    'invalid_except_star_stmt_indent',
    "'except' '*' expression ':' block",
    "'except' '*' expression 'as' NAME ':' block",
    "'except' '*' expressions ':' block",
    'invalid_except_star_stmt',
  ],
  finally_block: ['invalid_finally_stmt', "'finally' &&':' block"],

  invalid_block: [['NEWLINE !INDENT', (_, e) => e.indentation('expected an indented block')]],
  invalid_double_type_comments: [
    ['TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT', (_, e) => e.last('Cannot have two type comments on def')],
  ],
  invalid_class_def_raw: [
    ["'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE", expectColon],
    ["a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT", expectBlock('class definition')],
  ],
  invalid_def_raw: [
    [
      "['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT",
      expectBlock('function definition'),
    ],
    "['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' [func_type_comment] block",
  ],
  invalid_if_stmt: [
    ["'if' named_expression NEWLINE", expectColon],
    ["a='if' named_expression ':' NEWLINE !INDENT", expectBlock("'if' statement")],
  ],
  invalid_elif_stmt: [
    ["'elif' named_expression NEWLINE", expectColon],
    ["a='elif' named_expression ':' NEWLINE !INDENT", expectBlock("'elif' statement")],
  ],
  invalid_else_stmt: [
    ["a='else' ':' NEWLINE !INDENT", expectBlock("'else' statement")],
    ["'else' ':' block 'elif'", (_, e) => e.last("'elif' block follows an 'else' block")],
  ],
  invalid_while_stmt: [
    ["'while' named_expression NEWLINE", expectColon],
    ["a='while' named_expression ':' NEWLINE !INDENT", expectBlock("'while' statement")],
  ],
  invalid_for_stmt: [
    ["['async'] 'for' star_targets 'in' star_expressions NEWLINE", expectColon],
    ["['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT", expectBlock("'for' statement")],
  ],
  invalid_for_target: [["'async'? 'for' a=star_expressions", ({ a }, e) => e.target(a!, 'for')]],
  invalid_with_item: [["expression 'as' a=expression &(',' | ')' | ':')", ({ a }, e) => e.target(a!, 'assign')]],
  invalid_with_stmt: [
    ["['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE", expectColon],
    ["['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE", expectColon],
  ],
  invalid_with_stmt_indent: [
    ["['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT", expectBlock("'with' statement")],
    [
      "['async'] a='with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT",
      expectBlock("'with' statement"),
    ],
  ],
  invalid_try_stmt: [
    ["a='try' ':' NEWLINE !INDENT", expectBlock("'try' statement")],
    ["'try' ':' block !('except' | 'finally')", (_, e) => e.last("expected 'except' or 'finally' block")],
    [
      "'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':'",
      ({ a, b }, e) => e.range(a!, b!, "cannot have both 'except' and 'except*' on the same 'try'"),
    ],
    [
      "'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':'",
      ({ a }, e) => e.at(a!, "cannot have both 'except' and 'except*' on the same 'try'"),
    ],
  ],
  invalid_except_stmt: [
    [
      "'except' a=expression ',' expressions 'as' NAME ':'",
      ({ a }, e) => e.from(a!, "multiple exception types must be parenthesized when using 'as'"),
    ],
    ["'except' expression ['as' NAME] NEWLINE", expectColon],
    ["'except' NEWLINE", expectColon],
    [
      "'except' expression 'as' a=expression ':' block",
      ({ a }, e) => e.at(a!, `cannot use except statement with ${expressionName(a!)}`),
    ],
  ],
  invalid_except_star_stmt: [
    [
      "'except' '*' a=expression ',' expressions 'as' NAME ':'",
      ({ a }, e) => e.from(a!, "multiple exception types must be parenthesized when using 'as'"),
    ],
    ["'except' '*' expression ['as' NAME] NEWLINE", expectColon],
    ["'except' '*' (NEWLINE | ':')", (_, e) => e.last('expected one or more exception types')],
    [
      "'except' '*' expression 'as' a=expression ':' block",
      ({ a }, e) => e.at(a!, `cannot use except* statement with ${expressionName(a!)}`),
    ],
  ],
  invalid_finally_stmt: [["a='finally' ':' NEWLINE !INDENT", expectBlock("'finally' statement")]],
  invalid_except_stmt_indent: [
    ["a='except' expression ['as' NAME] ':' NEWLINE !INDENT", expectBlock("'except' statement")],
    ["a='except' ':' NEWLINE !INDENT", expectBlock("'except' statement")],
  ],
  invalid_except_star_stmt_indent: [
    ["a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT", expectBlock("'except*' statement")],
  ],
}
