/**
 * str.
 *
 * A JavaScript string counts UTF-16 code units, Python code points. For a text without surrogate code units the two agree, so the
 * JavaScript string itself is the str; nearly every text is one of these. Any other text is a `PyWideStr`, which indexes by
 * code point. The split is canonical: a text has exactly one representation, so `===` and `Map` decide equality among
 * narrow strs, and a wide one never equals a narrow one.
 *
 * An instance of a subclass of str is a `PyStrObject` around one of the two.
 */
import { flat, stringFromUnits } from '../base/text.ts'
import { strType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import { PyObject, type Value } from './value.ts'

export type Str = string | PyWideStr

/** A str with code points beyond the BMP, or with surrogates. */
export class PyWideStr extends PyObject {
  readonly points: readonly number[]
  #text: string | null
  constructor(points: readonly number[]) {
    super(strType)
    this.points = points
    this.#text = null
  }

  /**
   * The text in UTF-16: what the host sees. Two surrogates that stand side by side without being one character join there:
   * then `isAmbiguous`, and the text must not stand for the str.
   */
  get text(): string {
    return (this.#text ??= textOfPoints(this.points))
  }

  get isAmbiguous(): boolean {
    const { points } = this
    for (let i = 1; i < points.length; i++)
      if (isHighSurrogate(points[i - 1]!) && isLowSurrogate(points[i]!)) return true
    return false
  }
}

const isHighSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdbff
const isLowSurrogate = (point: number): boolean => point >= 0xdc00 && point <= 0xdfff

function textOfPoints(points: readonly number[]): string {
  let text = ''
  for (let i = 0; i < points.length; i += 4096) text += String.fromCodePoint(...points.slice(i, i + 4096))
  return text
}

/** An instance of a subclass of str. */
export class PyStrObject extends PyObject {
  readonly value: Str
  constructor(value: Str, type: PyType) {
    super(type)
    this.value = value
  }
}

const surrogate = /[\ud800-\udfff]/

/** The str of a UTF-16 text. */
export function strOf(text: string): Str {
  return surrogate.test(text) ? new PyWideStr(Array.from(text, char => char.codePointAt(0)!)) : text
}

/** The str of the given code points. */
export function strOfPoints(points: readonly number[]): Str {
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    if (point > 0xffff || (point >= 0xd800 && point <= 0xdfff)) return new PyWideStr(points)
  }
  return stringFromUnits(points, 0, points.length)
}

export const strLength = (str: Str): number => (typeof str === 'string' ? str.length : str.points.length)
/** The text in UTF-16. */
export const textOf = (str: Str): string => (typeof str === 'string' ? str : str.text)
export const pointsOf = (str: Str): readonly number[] => {
  if (typeof str !== 'string') return str.points
  const points = new Array<number>(str.length)
  for (let i = 0; i < str.length; i++) points[i] = str.charCodeAt(i)
  return points
}

export function concatStr(left: Str, right: Str): Str {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  if (left === '') return right
  return right === '' ? left : new PyWideStr([...pointsOf(left), ...pointsOf(right)])
}

/** A str from its parts, in one pass. */
export function buildString(parts: readonly Str[]): Str {
  let text = ''
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (typeof part !== 'string') return buildWide(text, parts, i)
    text += part
  }
  return flat(text)
}

function buildWide(before: string, parts: readonly Str[], from: number): Str {
  const points = pointsOf(before).slice()
  for (let i = from; i < parts.length; i++) pushPoints(points, parts[i]!)
  return new PyWideStr(points)
}

/** A long str from many parts: they are put together a few at a time, since a tree of all of them would live until the end. */
export class StrBuilder {
  /** What came before the last part that is no JavaScript string, and that part; null before there is one. */
  #before: Str[] | null
  #text: string
  /** What comes behind `#text`. */
  #latest: string
  constructor() {
    this.#before = null
    this.#text = ''
    this.#latest = ''
  }

  put(part: Str): void {
    if (typeof part === 'string') {
      this.#latest += part
      if (this.#latest.length > chunk) {
        this.#text += flat(this.#latest)
        this.#latest = ''
      }
      return
    }
    this.#before ??= []
    this.#before.push(this.#text, this.#latest, part)
    this.#text = this.#latest = ''
  }

  finish(): Str {
    const last = flat(this.#text + this.#latest)
    return this.#before === null ? last : buildString([...this.#before, last])
  }
}

const chunk = 256

export function pushPoints(points: number[], str: Str): void {
  if (typeof str === 'string') for (let i = 0; i < str.length; i++) points.push(str.charCodeAt(i))
  else for (let i = 0; i < str.points.length; i++) points.push(str.points[i]!)
}

/** Longest text that V8 can hold, in code units. */
export const longestStr = 2 ** 29 - 24

/** The characters from `start` up to `stop`, which are within bounds. */
export function sliceStr(str: Str, start: number, stop: number): Str {
  if (typeof str === 'string') return str.slice(start, stop)
  if (start === 0 && stop === str.points.length) return str
  return strOfPoints(str.points.slice(start, stop))
}

/** The str of one code point. */
export function strOfPoint(point: number): Str {
  if (point > 0xffff || (point >= 0xd800 && point <= 0xdfff)) return new PyWideStr([point])
  return String.fromCharCode(point)
}

/** The code point at `index`, which is within bounds. */
export const pointAt = (str: Str, index: number): number =>
  typeof str === 'string' ? str.charCodeAt(index) : str.points[index]!

/** The str in `value`, if it is a str or an instance of a subclass; else undefined. */
export function asStr(value: Value): Str | undefined {
  if (typeof value === 'string' || value instanceof PyWideStr) return value
  return value instanceof PyStrObject ? value.value : undefined
}

export const isStr = (value: Value): value is string | PyWideStr | PyStrObject =>
  typeof value === 'string' || value instanceof PyWideStr || value instanceof PyStrObject
