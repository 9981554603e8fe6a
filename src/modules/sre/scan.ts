/**
 * One walk through a text: where the next match may begin, and making match objects. Every method of a pattern is built on it.
 *
 * After an empty match the next one may begin at the same place, but must not be empty there; as `must_advance` in
 * Modules/_sre/sre.c.
 */
import { builtinType } from '../../objects/builtin-types.ts'
import { PyObject } from '../../objects/value.ts'
import { Matcher } from './matcher.ts'
import { PyMatch, type PyPattern, scannerType } from './objects.ts'
import { search } from './search.ts'
import type { Subject } from './subject.ts'

const clip = (index: number, length: number): number => Math.max(0, Math.min(index, length))

export class Scan {
  readonly pattern: PyPattern
  readonly subject: Subject
  readonly pos: number
  readonly endpos: number
  readonly matcher: Matcher
  /** Where the next match may begin. */
  next: number
  /** Where the last match began. */
  start: number
  #mustAdvance: boolean
  #isDone: boolean

  constructor(pattern: PyPattern, subject: Subject, pos: number, endpos: number) {
    const { length } = subject.units
    this.pattern = pattern
    this.subject = subject
    this.endpos = clip(endpos, length)
    this.pos = clip(pos, length)
    this.matcher = new Matcher(pattern.program, subject.units, this.endpos)
    this.next = this.pos
    this.start = 0
    this.#mustAdvance = false
    this.#isDone = this.pos > this.endpos
  }

  /** Where the last match ended. */
  get stop(): number {
    return this.matcher.position
  }

  search(): boolean {
    return this.#step('search')
  }

  match(): boolean {
    return this.#step('match')
  }

  fullMatch(): boolean {
    this.matcher.isFull = true
    return this.#step('match')
  }

  #step(how: 'search' | 'match'): boolean {
    if (this.#isDone) return false
    const { matcher, next } = this
    matcher.forbidden = this.#mustAdvance ? next : -1
    if (how === 'match') this.start = matcher.matchAt(next) ? next : -1
    else this.start = search(matcher, next)
    if (this.start < 0) {
      this.#isDone = true
      return false
    }
    this.#mustAdvance = matcher.position === this.start
    this.next = matcher.position
    return true
  }

  /** The match object of the last match. */
  result(): PyMatch {
    const { matcher } = this
    const marks = new Int32Array(matcher.marks.length + 2)
    marks[0] = this.start
    marks[1] = matcher.position
    for (let i = 0; i < matcher.marks.length; i += 2) {
      const isSet = matcher.marks[i]! >= 0 && matcher.marks[i + 1]! >= 0
      marks[i + 2] = isSet ? matcher.marks[i]! : -1
      marks[i + 3] = isSet ? matcher.marks[i + 1]! : -1
    }
    return new PyMatch(this.pattern, this.subject, this.pos, this.endpos, marks, matcher.lastGroup)
  }

  /** The text of a group of the last match, '' or b'' where it did not take part. */
  group(index: number): ReturnType<Subject['slice']> {
    if (index === 0) return this.subject.slice(this.start, this.stop)
    const { marks } = this.matcher
    const start = marks[2 * index - 2]!
    const stop = marks[2 * index - 1]!
    return start < 0 || stop < 0 ? this.subject.slice(0, 0) : this.subject.slice(start, stop)
  }

  /** Did the group take part in the last match? */
  hasGroup(index: number): boolean {
    return this.matcher.marks[2 * index - 2]! >= 0 && this.matcher.marks[2 * index - 1]! >= 0
  }
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
