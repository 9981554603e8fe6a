/** Compiled patterns, matches, scanners and replacement templates, as JavaScript objects. */
import { builtinType } from '../../objects/builtin-types.ts'
import type { PyDict } from '../../objects/dict.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import type { Marks, Program } from './program.ts'
import type { Subject } from './subject.ts'
import { translate } from './translate.ts'

export const patternType = builtinType('Pattern', { module: 're', flags: TypeFlags.weakref })
export const matchType = builtinType('Match', { module: 're' })
export const scannerType = builtinType('SRE_Scanner', { module: '_sre' })
export const templateType = builtinType('SRE_Template', { module: '_sre' })

export class PyPattern extends PyObject {
  /** The text it was compiled from; None if it was compiled from a parsed one. */
  readonly pattern: Value
  readonly flags: number
  /** CPython's code, by which patterns are compared. */
  readonly code: readonly number[]
  /** Capture groups, without the whole match. */
  readonly groups: number
  #program: Program | null
  readonly groupIndex: PyDict
  /** Names of groups by number, None for those without. */
  readonly indexGroup: PyTuple
  /** Is it for bytes? Null for both. */
  readonly isBytes: boolean | null
  /** The last replacement that was used with it. */
  lastTemplate: { readonly text: Value; readonly template: PyTemplate } | null
  constructor(
    pattern: Value,
    flags: number,
    code: readonly number[],
    groups: number,
    groupIndex: PyDict,
    indexGroup: PyTuple,
    isBytes: boolean | null,
    program: Program | null,
  ) {
    super(patternType)
    this.pattern = pattern
    this.flags = flags
    this.code = code
    this.groups = groups
    this.#program = program
    this.groupIndex = groupIndex
    this.indexGroup = indexGroup
    this.isBytes = isBytes
    this.lastTemplate = null
  }

  /** Made when first asked for: many patterns are compiled and never used. */
  get program(): Program {
    return (this.#program ??= translate(this.code, this.groups))
  }
}

export class PyMatch extends PyObject {
  readonly pattern: PyPattern
  readonly subject: Subject
  readonly pos: number
  readonly endpos: number
  readonly marks: Marks
  regs: PyTuple | null
  constructor(pattern: PyPattern, subject: Subject, pos: number, endpos: number, marks: Marks) {
    super(matchType)
    this.pattern = pattern
    this.subject = subject
    this.pos = pos
    this.endpos = endpos
    this.marks = marks
    this.regs = null
  }

  /** Number of the group that ended last, or −1. */
  get lastGroup(): number {
    return this.marks[this.marks.length - 1]!
  }

  /** The text of a group; `otherwise` if it did not take part. */
  group(index: number, otherwise: Value): Value {
    const start = this.marks[2 * index]!
    return start < 0 ? otherwise : this.subject.slice(start, this.marks[2 * index + 1]!)
  }
}

/** The texts of all groups; in a loop, since `Array.from` takes a microsecond. */
export function groupTuple(match: Pick<PyMatch, 'group'>, count: number, otherwise: Value): PyTuple {
  const texts: Value[] = []
  for (let i = 1; i <= count; i++) texts.push(match.group(i, otherwise))
  return new PyTuple(texts)
}

/** A replacement: literal text, then groups, each with the literal text after it. */
export class PyTemplate extends PyObject {
  readonly literal: Value
  readonly groups: readonly number[]
  /** The text after each group; undefined for none. */
  readonly literals: readonly (Value | undefined)[]
  constructor(literal: Value, groups: readonly number[], literals: readonly (Value | undefined)[]) {
    super(templateType)
    this.literal = literal
    this.groups = groups
    this.literals = literals
  }
}
