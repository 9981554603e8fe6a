/**
 * What a token can be.
 *
 * The numbers up to `ENCODING` are those of Python's `token` module, which hands them out to Python programs. A
 * keyword has a kind of its own above them, so that the parser decides with one integer comparison; for Python
 * it is a NAME again (`exactKind`). `match`, `case`, `type` and `_` are keywords in some places only and stay NAMEs.
 */

export const ENDMARKER = 0
export const NAME = 1
export const NUMBER = 2
export const STRING = 3
export const NEWLINE = 4
export const INDENT = 5
export const DEDENT = 6
export const LPAR = 7 // (
export const RPAR = 8 // )
export const LSQB = 9 // [
export const RSQB = 10 // ]
export const COLON = 11 // :
export const COMMA = 12 // ,
export const SEMI = 13 // ;
export const PLUS = 14 // +
export const MINUS = 15 // -
export const STAR = 16 // *
export const SLASH = 17 // /
export const VBAR = 18 // |
export const AMPER = 19 // &
export const LESS = 20 // <
export const GREATER = 21 // >
export const EQUAL = 22 // =
export const DOT = 23 // .
export const PERCENT = 24 // %
export const LBRACE = 25 // {
export const RBRACE = 26 // }
export const EQEQUAL = 27 // ==
export const NOTEQUAL = 28 // !=
export const LESSEQUAL = 29 // <=
export const GREATEREQUAL = 30 // >=
export const TILDE = 31 // ~
export const CIRCUMFLEX = 32 // ^
export const LEFTSHIFT = 33 // <<
export const RIGHTSHIFT = 34 // >>
export const DOUBLESTAR = 35 // **
export const PLUSEQUAL = 36 // +=
export const MINEQUAL = 37 // -=
export const STAREQUAL = 38 // *=
export const SLASHEQUAL = 39 // /=
export const PERCENTEQUAL = 40 // %=
export const AMPEREQUAL = 41 // &=
export const VBAREQUAL = 42 // |=
export const CIRCUMFLEXEQUAL = 43 // ^=
export const LEFTSHIFTEQUAL = 44 // <<=
export const RIGHTSHIFTEQUAL = 45 // >>=
export const DOUBLESTAREQUAL = 46 // **=
export const DOUBLESLASH = 47 // //
export const DOUBLESLASHEQUAL = 48 // //=
export const AT = 49 // @
export const ATEQUAL = 50 // @=
export const RARROW = 51 // ->
export const ELLIPSIS = 52 // ...
export const COLONEQUAL = 53 // :=
export const EXCLAMATION = 54 // !
export const OP = 55
export const TYPE_IGNORE = 56
export const TYPE_COMMENT = 57
export const SOFT_KEYWORD = 58
export const FSTRING_START = 59
export const FSTRING_MIDDLE = 60
export const FSTRING_END = 61
export const TSTRING_START = 62
export const TSTRING_MIDDLE = 63
export const TSTRING_END = 64
export const COMMENT = 65
export const NL = 66
export const ERRORTOKEN = 67
export const ENCODING = 68

/** Kinds from here on are keywords. */
export const FIRST_KEYWORD = 70
export const KW_AND = 70
export const KW_AS = 71
export const KW_ASSERT = 72
export const KW_ASYNC = 73
export const KW_AWAIT = 74
export const KW_BREAK = 75
export const KW_CLASS = 76
export const KW_CONTINUE = 77
export const KW_DEF = 78
export const KW_DEL = 79
export const KW_ELIF = 80
export const KW_ELSE = 81
export const KW_EXCEPT = 82
export const KW_FALSE = 83
export const KW_FINALLY = 84
export const KW_FOR = 85
export const KW_FROM = 86
export const KW_GLOBAL = 87
export const KW_IF = 88
export const KW_IMPORT = 89
export const KW_IN = 90
export const KW_IS = 91
export const KW_LAMBDA = 92
export const KW_NONE = 93
export const KW_NONLOCAL = 94
export const KW_NOT = 95
export const KW_OR = 96
export const KW_PASS = 97
export const KW_RAISE = 98
export const KW_RETURN = 99
export const KW_TRUE = 100
export const KW_TRY = 101
export const KW_WHILE = 102
export const KW_WITH = 103
export const KW_YIELD = 104

/** Spelled in the order of their kinds. */
export const keywords: readonly string[] = [
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'False',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'None',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'True',
  'try',
  'while',
  'with',
  'yield',
]

/** Names of the kinds, as Python's `token.tok_name` has them. */
export const kindNames: readonly string[] = [
  'ENDMARKER',
  'NAME',
  'NUMBER',
  'STRING',
  'NEWLINE',
  'INDENT',
  'DEDENT',
  'LPAR',
  'RPAR',
  'LSQB',
  'RSQB',
  'COLON',
  'COMMA',
  'SEMI',
  'PLUS',
  'MINUS',
  'STAR',
  'SLASH',
  'VBAR',
  'AMPER',
  'LESS',
  'GREATER',
  'EQUAL',
  'DOT',
  'PERCENT',
  'LBRACE',
  'RBRACE',
  'EQEQUAL',
  'NOTEQUAL',
  'LESSEQUAL',
  'GREATEREQUAL',
  'TILDE',
  'CIRCUMFLEX',
  'LEFTSHIFT',
  'RIGHTSHIFT',
  'DOUBLESTAR',
  'PLUSEQUAL',
  'MINEQUAL',
  'STAREQUAL',
  'SLASHEQUAL',
  'PERCENTEQUAL',
  'AMPEREQUAL',
  'VBAREQUAL',
  'CIRCUMFLEXEQUAL',
  'LEFTSHIFTEQUAL',
  'RIGHTSHIFTEQUAL',
  'DOUBLESTAREQUAL',
  'DOUBLESLASH',
  'DOUBLESLASHEQUAL',
  'AT',
  'ATEQUAL',
  'RARROW',
  'ELLIPSIS',
  'COLONEQUAL',
  'EXCLAMATION',
  'OP',
  'TYPE_IGNORE',
  'TYPE_COMMENT',
  'SOFT_KEYWORD',
  'FSTRING_START',
  'FSTRING_MIDDLE',
  'FSTRING_END',
  'TSTRING_START',
  'TSTRING_MIDDLE',
  'TSTRING_END',
  'COMMENT',
  'NL',
  'ERRORTOKEN',
  'ENCODING',
]

/** Operators and delimiters by their spelling. */
export const operatorKinds: Readonly<Record<string, number>> = {
  '(': LPAR,
  ')': RPAR,
  '[': LSQB,
  ']': RSQB,
  ':': COLON,
  ',': COMMA,
  ';': SEMI,
  '+': PLUS,
  '-': MINUS,
  '*': STAR,
  '/': SLASH,
  '|': VBAR,
  '&': AMPER,
  '<': LESS,
  '>': GREATER,
  '=': EQUAL,
  '.': DOT,
  '%': PERCENT,
  '{': LBRACE,
  '}': RBRACE,
  '==': EQEQUAL,
  '!=': NOTEQUAL,
  '<=': LESSEQUAL,
  '>=': GREATEREQUAL,
  '~': TILDE,
  '^': CIRCUMFLEX,
  '<<': LEFTSHIFT,
  '>>': RIGHTSHIFT,
  '**': DOUBLESTAR,
  '+=': PLUSEQUAL,
  '-=': MINEQUAL,
  '*=': STAREQUAL,
  '/=': SLASHEQUAL,
  '%=': PERCENTEQUAL,
  '&=': AMPEREQUAL,
  '|=': VBAREQUAL,
  '^=': CIRCUMFLEXEQUAL,
  '<<=': LEFTSHIFTEQUAL,
  '>>=': RIGHTSHIFTEQUAL,
  '**=': DOUBLESTAREQUAL,
  '//': DOUBLESLASH,
  '//=': DOUBLESLASHEQUAL,
  '@': AT,
  '@=': ATEQUAL,
  '->': RARROW,
  '...': ELLIPSIS,
  ':=': COLONEQUAL,
  '!': EXCLAMATION,
}

/** The kind that Python's `token` module knows. */
export const exactKind = (kind: number): number => (kind >= FIRST_KEYWORD ? NAME : kind)
