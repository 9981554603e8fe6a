/**
 * Text below the object model: a string where every UTF-16 unit is a character, otherwise its code points.
 *
 * That is the layout of Python's str here; decoders build it and encoders read it.
 */
import { copyOfBytes, zeroBytes } from './bytes-memory.ts'

export type Text = string | readonly number[]

export function textLength(text: Text): number {
  return text.length
}

export function pointAt(text: Text, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text[index]!
}

/** Characters of `units` from `start` to `end`, each below U+10000 and no surrogate. */
export function stringFromUnits(units: ArrayLike<number>, start: number, end: number): string {
  const ascii = end - start < fewestForHost ? undefined : asciiFromUnits(units, start, end)
  if (ascii !== undefined) return ascii
  if (start === 0 && end === units.length && end <= 8192 && Array.isArray(units))
    return String.fromCharCode.apply(null, units)
  let result = ''
  // The engine limits how many arguments a call may have.
  for (let from = start; from < end; from += 8192) {
    const count = Math.min(8192, end - from)
    // An array of the engine's plainest kind: any other, and a typed array above all, takes ten times as long as arguments.
    const chunk = new Array<number>(count)
    for (let i = 0; i < count; i++) chunk[i] = units[from + i]!
    result += String.fromCharCode.apply(null, chunk)
  }
  return result
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** From how many characters on the host's coders are faster than anything of ours, which they are ten times for thousands. */
export const fewestForHost = 128

function asciiFromUnits(units: ArrayLike<number>, start: number, end: number): string | undefined {
  const bytes = new Uint8Array(end - start)
  for (let i = 0; i < bytes.length; i++) {
    const unit = units[start + i]!
    if (unit > 127) return undefined
    bytes[i] = unit
  }
  return decoder.decode(bytes)
}

/** The bytes of a text, for the caller to change; undefined if not all of it is ASCII. */
export function asciiBytes(text: string): Uint8Array | undefined {
  const { length } = text
  const bytes = zeroBytes(length)
  if (length > mostByHand) {
    const { read, written } = encoder.encodeInto(text, bytes)
    return read === length && written === read ? bytes : undefined
  }
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127) return undefined
    bytes[i] = unit
  }
  return bytes
}

/** As many characters as take as long, one by one, as to ask the host. */
const mostByHand = 40

export const stringFromAscii = (bytes: Uint8Array): string => decoder.decode(bytes)

/**
 * The pieces joined, unit by unit: in a third of the time that an array's `join` takes, if they are as short as single characters are. Undefined where they are
 * longer, or not ASCII.
 */
export function joinAscii(separator: string, parts: readonly string[]): string | undefined {
  let length = separator.length * (parts.length - 1)
  for (let i = 0; i < parts.length; i++) length += parts[i]!.length
  if (length > 4 * parts.length) return undefined
  const bytes = new Uint8Array(length)
  let at = 0
  let all = 0
  for (let i = 0; i < parts.length; i++) {
    const piece = i === 0 ? '' : separator
    for (let j = 0; j < piece.length; j++) all |= bytes[at++] = piece.charCodeAt(j)
    const part = parts[i]!
    for (let j = 0; j < part.length; j++) all |= bytes[at++] = part.charCodeAt(j)
  }
  return all < 128 ? decoder.decode(bytes) : undefined
}

let read = 0

/**
 * The text in one piece: what V8 puts together stays a tree of its pieces until something reads it, and trees that are kept cost its
 * garbage collector twice what they cost to make. Long texts stay as they are, since a copy may be all that is done to them.
 */
export function flat(text: string): string {
  if (text.length >= shortestTree && text.length < longestFlattened) read = text.charCodeAt(0)
  return text
}

const shortestTree = 13
const longestFlattened = 512

const blanks = Array.from({ length: 64 }, (_, count) => ' '.repeat(count))

/** Padding: what is nearly always a few spaces is not made anew. */
export const repeated = (fill: string, count: number): string =>
  fill === ' ' && count < 64 ? blanks[count]! : fill.repeat(count)

/** The one form of a sequence of code points. */
export function textFromPoints(points: readonly number[]): Text {
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    if (point > 0xffff || (point >= 0xd800 && point < 0xe000)) return points
  }
  return stringFromUnits(points, 0, points.length)
}

/** UTF-16 as the one form: pairs of surrogates are one character. */
export function textFromUtf16(source: string): Text {
  for (let i = 0; i < source.length; i++) {
    if ((source.charCodeAt(i) & 0xf800) === 0xd800) return pointsOfUtf16(source)
  }
  return source
}

function pointsOfUtf16(source: string): number[] {
  const points: number[] = []
  for (let i = 0; i < source.length; i++) {
    const point = source.codePointAt(i)!
    if (point > 0xffff) i++
    points.push(point)
  }
  return points
}

/** As UTF-16. Two separate surrogates side by side become one character: for the host's eyes, not for Python's. */
export function utf16FromText(text: Text): string {
  if (typeof text === 'string') return text
  let result = ''
  for (let i = 0; i < text.length; i += 4096) result += String.fromCodePoint(...text.slice(i, i + 4096))
  return result
}

/** Collects characters; stays a string as long as it can. */
export class TextBuilder {
  #done = ''
  #points: number[] = []
  #wide: number[] | null = null

  push(point: number): void {
    if (this.#wide !== null) {
      this.#wide.push(point)
      return
    }
    if (point > 0xffff || (point >= 0xd800 && point < 0xe000)) {
      this.#widen().push(point)
      return
    }
    this.#points.push(point)
    if (this.#points.length === 4096) this.#flush()
  }

  pushText(text: Text): void {
    if (typeof text === 'string') {
      if (this.#wide === null) {
        this.#flush()
        this.#done += text
      } else for (let i = 0; i < text.length; i++) this.#wide.push(text.charCodeAt(i))
      return
    }
    for (let i = 0; i < text.length; i++) this.push(text[i]!)
  }

  #flush(): void {
    if (this.#points.length === 0) return
    this.#done += String.fromCharCode.apply(null, this.#points)
    this.#points = []
  }

  #widen(): number[] {
    this.#flush()
    const wide = new Array<number>(this.#done.length)
    for (let i = 0; i < wide.length; i++) wide[i] = this.#done.charCodeAt(i)
    this.#done = ''
    return (this.#wide = wide)
  }

  /** What has been collected up to now. */
  peek(): Text {
    if (this.#wide !== null) return this.#wide.slice()
    this.#flush()
    return this.#done
  }

  finish(): Text {
    if (this.#wide !== null) return this.#wide
    this.#flush()
    return this.#done
  }
}

/** Collects bytes. */
export class BytesBuilder {
  #bytes: Uint8Array
  #length = 0
  constructor(capacity: number) {
    this.#bytes = zeroBytes(Math.max(capacity, 16))
  }

  push(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = byte
  }

  /** The low 24 bits, the highest first. */
  pushThree(bits: number): void {
    const at = this.#length
    if (at + 3 > this.#bytes.length) this.#grow(3)
    const bytes = this.#bytes
    bytes[at] = bits >> 16
    bytes[at + 1] = bits >> 8
    bytes[at + 2] = bits
    this.#length = at + 3
  }

  pushBytes(bytes: ArrayLike<number>): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  pushAscii(text: string): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i))
  }

  #grow(more: number): void {
    const larger = zeroBytes(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  finish(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : copyOfBytes(this.#bytes, 0, this.#length)
  }
}
