/**
 * One walk through a text: where the next match may begin, and making match objects. Every method of a pattern is built on it.
 *
 * After an empty match the next one may begin at the same place, but must not be empty there; as `must_advance` in
 * Modules/_sre/sre.c.
 */
import { builtinType } from '../../objects/builtin-types.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import type { Units } from '../../builtins/units.ts'
import { execute } from './engine.ts'
import { PyMatch, type PyPattern, scannerType } from './objects.ts'
import type { Marks, Mode } from './program.ts'
import type { Subject } from './subject.ts'

const clip = (index: number, length: number): number => Math.max(0, Math.min(index, length))

export class Scan {
  readonly pattern: PyPattern
  readonly subject: Subject
  readonly pos: number
  readonly endpos: number
  /** The text up to where the matcher may go. */
  readonly #text: Units
  /** The last match. */
  marks: Marks
  /** Where the next match may begin, or −1 if there can be none. */
  #next: number
  #mustAdvance: boolean

  constructor(pattern: PyPattern, subject: Subject, pos: number, endpos: number) {
    const { units } = subject
    this.pattern = pattern
    this.subject = subject
    this.endpos = clip(endpos, units.length)
    this.pos = clip(pos, units.length)
    this.#text = this.endpos === units.length ? units : firstUnits(units, this.endpos)
    this.marks = none
    this.#next = this.pos > this.endpos ? -1 : this.pos
    this.#mustAdvance = false
  }

  /** Where the last match began. */
  get start(): number {
    return this.marks[0]!
  }

  /** Where the last match ended. */
  get stop(): number {
    return this.marks[1]!
  }

  /** Goes to the next match; answers whether there is one. */
  step(mode: Mode): boolean {
    const next = this.#next
    if (next < 0) return false
    const marks = execute(this.pattern.program, this.#text, next, mode, this.#mustAdvance ? next : -1)
    if (marks === null) {
      this.#next = -1
      return false
    }
    this.marks = marks
    const stop = marks[1]!
    this.#mustAdvance = stop === marks[0]
    this.#next = stop
    return true
  }

  /** The match object of the last match. */
  result(): PyMatch {
    return new PyMatch(this.pattern, this.subject, this.pos, this.endpos, this.marks)
  }

  /** The text of a group of the last match; `otherwise` where it did not take part. */
  group(index: number, otherwise: Value): Value {
    const start = this.marks[2 * index]!
    return start < 0 ? otherwise : this.subject.slice(start, this.marks[2 * index + 1]!)
  }
}

const none: Marks = []

function firstUnits(units: Units, count: number): Units {
  if (typeof units === 'string') return units.slice(0, count)
  return units instanceof Uint8Array ? units.subarray(0, count) : Array.prototype.slice.call(units, 0, count)
}

/** What `scanner()` answers. */
export class PyScanner extends PyObject {
  readonly scan: Scan
  constructor(scan: Scan) {
    super(scannerType)
    this.scan = scan
  }
}

/** What `finditer()` answers. */
export class PyMatchIterator extends PyObject {
  readonly scan: Scan
  constructor(scan: Scan) {
    super(matchIteratorType)
    this.scan = scan
  }
}

export const matchIteratorType = builtinType('callable_iterator')
