/**
 * The instructions of compiled regular expressions: what CPython's Lib/re/_compiler.py emits and `_sre.compile` takes.
 *
 * The numbers are those of Lib/re/_constants.py of the same `magic`; a library of another version is refused.
 */
export const magic = 20230612
/** Largest code; as a repeat count it means no limit. */
export const maxRepeat = 0xffffffff

/** Number to name; a library that numbers otherwise has another magic. */
// biome-ignore format: one to a line would be long.
export const opcodeNames = [
  'FAILURE', 'SUCCESS', 'ANY', 'ANY_ALL', 'ASSERT', 'ASSERT_NOT', 'AT', 'BRANCH', 'CATEGORY', 'CHARSET', 'BIGCHARSET',
  'GROUPREF', 'GROUPREF_EXISTS', 'IN', 'INFO', 'JUMP', 'LITERAL', 'MARK', 'MAX_UNTIL', 'MIN_UNTIL', 'NOT_LITERAL',
  'NEGATE', 'RANGE', 'REPEAT', 'REPEAT_ONE', 'SUBPATTERN', 'MIN_REPEAT_ONE', 'ATOMIC_GROUP', 'POSSESSIVE_REPEAT',
  'POSSESSIVE_REPEAT_ONE', 'GROUPREF_IGNORE', 'IN_IGNORE', 'LITERAL_IGNORE', 'NOT_LITERAL_IGNORE',
  'GROUPREF_LOC_IGNORE', 'IN_LOC_IGNORE', 'LITERAL_LOC_IGNORE', 'NOT_LITERAL_LOC_IGNORE', 'GROUPREF_UNI_IGNORE',
  'IN_UNI_IGNORE', 'LITERAL_UNI_IGNORE', 'NOT_LITERAL_UNI_IGNORE', 'RANGE_UNI_IGNORE',
] as const

/** Name to number. */
export const Op = Object.fromEntries(opcodeNames.map((name, number) => [name, number])) as Readonly<
  Record<(typeof opcodeNames)[number], number>
>

/** Positions, in the order of their numbers. */
export const At = {
  beginning: 0,
  beginningLine: 1,
  beginningString: 2,
  boundary: 3,
  nonBoundary: 4,
  end: 5,
  endLine: 6,
  endString: 7,
  localeBoundary: 8,
  localeNonBoundary: 9,
  unicodeBoundary: 10,
  unicodeNonBoundary: 11,
} as const

export const Flag = {
  ignoreCase: 2,
  locale: 4,
  multiline: 8,
  dotAll: 16,
  unicode: 32,
  verbose: 64,
  debug: 128,
  ascii: 256,
} as const

/** How characters are classified: at most one of them. */
export const typeFlags: number = Flag.ascii | Flag.locale | Flag.unicode

/** Flags of the INFO block. */
export const Info = { prefix: 1, literal: 2, charset: 4 } as const
