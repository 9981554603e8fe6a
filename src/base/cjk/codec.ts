/**
 * The codecs of those character sets. As Modules/cjkcodecs: ASCII is itself, and how other bytes make a character is a `Form`.
 */
import { CodecError, type Decoded, type DecodeHandler, type EncodeHandler, type InputEnd } from '../codec-errors.ts'
import { BytesBuilder, pointAt, type Text, TextBuilder } from '../text.ts'
import { Charset, type Facts, sets } from './charsets.ts'

/** What an encoding with escape sequences is in between; 0 is the beginning. */
export interface ShiftState {
  set: number
}

/** What `step` answers for bytes that mean nothing, and for the beginning of a character. */
const illegal = -1
const incomplete = -2
/** A character and how many bytes it has. */
const found = (point: number, length: number): number => (point === 0 ? illegal : point * 8 + length)
/** Bytes that mean no character, but a state. */
const nothing = 0x200000

interface Form {
  step(bytes: Uint8Array, at: number, state: ShiftState): number
  /** Whether there is such a character. */
  push(to: BytesBuilder, point: number, state: ShiftState): boolean
  finish?(to: BytesBuilder, state: ShiftState): void
}

const pushCode = (to: BytesBuilder, code: number | undefined): boolean => {
  if (code === undefined) return false
  if (code > 255) to.push(code >> 8)
  to.push(code & 255)
  return true
}

/** One or two bytes; `single` is what a byte alone means. */
class TwoBytes implements Form {
  readonly #set: Charset
  readonly #single: (byte: number) => number
  readonly #singles = new Map<number, number>()
  constructor(
    facts: Facts,
    single: (byte: number) => number = () => 0,
    also: readonly (readonly [number, number])[] = [],
  ) {
    this.#set = new Charset(facts)
    this.#single = single
    for (const [point, byte] of also) this.#singles.set(point, byte)
    for (let byte = 128; byte < 256; byte++) if (single(byte) > 0) this.#singles.set(single(byte), byte)
  }

  step(bytes: Uint8Array, at: number): number {
    const lead = bytes[at]!
    const single = this.#single(lead)
    if (single !== 0) return single < 0 ? illegal : found(single, 1)
    return at + 1 === bytes.length ? incomplete : found(this.#set.point(lead, bytes[at + 1]!), 2)
  }

  push(to: BytesBuilder, point: number): boolean {
    return pushCode(to, this.#singles.get(point) ?? this.#set.code(point))
  }
}

const yen = [0xa5, 0x5c] as const
const overline = [0x203e, 0x7e] as const
const halfWidth = (byte: number): number => (byte >= 0xa1 && byte <= 0xdf ? 0xfec0 + byte : 0)

/** JIS X 0208 in two bytes, half-width katakana behind 8E, JIS X 0212 behind 8F. */
class EucJp implements Form {
  readonly #first = new Charset(sets.jisx0208)
  readonly #second = new Charset(sets.jisx0212)

  step(bytes: Uint8Array, at: number): number {
    const [lead, next, last] = [bytes[at]!, bytes[at + 1], bytes[at + 2]]
    if (next === undefined || (lead === 0x8f && last === undefined)) return incomplete
    if (lead === 0x8e) return found(halfWidth(next), 2)
    return lead === 0x8f ? found(this.#second.point(next, last!), 3) : found(this.#first.point(lead, next), 2)
  }

  push(to: BytesBuilder, point: number): boolean {
    if (point >= 0xff61 && point <= 0xff9f) return pushCode(to, 0x8e00 + point - 0xfec0)
    if (point === yen[0]) return pushCode(to, yen[1])
    if (point === overline[0]) return pushCode(to, overline[1])
    if (pushCode(to, this.#first.code(point))) return true
    const code = this.#second.code(point)
    if (code !== undefined) to.push(0x8f)
    return pushCode(to, code)
  }
}

/** Two bytes, or four: all characters that have no two follow one another, with a digit in the second and fourth place. */
class Gb18030 implements Form {
  readonly #set = new Charset(sets.gb18030)
  #rest: number[] | null = null

  /** Characters below U+10000 that have four bytes. */
  get #four(): number[] {
    if (this.#rest === null) {
      this.#rest = []
      for (let point = 0x80; point < 0x10000; point++)
        if ((point & 0xf800) !== 0xd800 && this.#set.code(point) === undefined) this.#rest.push(point)
    }
    return this.#rest
  }

  step(bytes: Uint8Array, at: number): number {
    const lead = bytes[at]!
    if (at + 1 === bytes.length) return incomplete
    const second = bytes[at + 1]! - 0x30
    if (second < 0 || second > 9) return found(this.#set.point(lead, bytes[at + 1]!), 2)
    if (at + 4 > bytes.length) return incomplete
    const third = bytes[at + 2]! - 0x81
    const fourth = bytes[at + 3]! - 0x30
    if (lead < 0x81 || third < 0 || third > 125 || fourth < 0 || fourth > 9) return illegal
    const index = (((lead - 0x81) * 10 + second) * 126 + third) * 10 + fourth
    const point = index < 189000 ? (this.#four[index] ?? 0) : index - 189000 + 0x10000
    return point > 0x10ffff ? illegal : found(point, 4)
  }

  push(to: BytesBuilder, point: number): boolean {
    if (pushCode(to, this.#set.code(point))) return true
    if ((point & 0x1ff800) === 0xd800) return false
    let index = point < 0x10000 ? this.#four.indexOf(point) : point - 0x10000 + 189000
    const fourth = index % 10
    index = (index - fourth) / 10
    const third = index % 126
    index = (index - third) / 126
    to.pushBytes([Math.floor(index / 10) + 0x81, (index % 10) + 0x30, third + 0x81, fourth + 0x30])
    return true
  }
}

const escape = 27

/** ISO-2022-JP: seven bits, and escape sequences for which set is meant. */
class Iso2022Jp implements Form {
  readonly #set = new Charset(sets.jisx0208)
  /** ASCII, JIS X 0201's Latin letters, JIS X 0208 as it was and as it is. */
  static readonly designations = ['(B', '(J', '$B', '$@'] as const

  step(bytes: Uint8Array, at: number, state: ShiftState): number {
    const lead = bytes[at]!
    if (lead === escape) return this.#designate(bytes, at, state)
    if (lead > 127) return illegal
    if (lead === 10) state.set = 0
    if (state.set === 0 || lead < 32) return lead * 8 + 1
    if (state.set === 1) return found(lead === yen[1] ? yen[0] : lead === overline[1] ? overline[0] : lead, 1)
    return at + 1 === bytes.length ? incomplete : found(this.#set.point(lead + 128, bytes[at + 1]! + 128), 2)
  }

  #designate(bytes: Uint8Array, at: number, state: ShiftState): number {
    if (at + 3 > bytes.length) return incomplete
    const set = Iso2022Jp.designations.indexOf(String.fromCharCode(bytes[at + 1]!, bytes[at + 2]!) as '(B')
    if (set < 0) return illegal
    state.set = set
    return found(nothing, 3)
  }

  #turn(to: BytesBuilder, set: 0 | 1 | 2, state: ShiftState): void {
    if (state.set === set) return
    to.push(escape)
    to.pushAscii(Iso2022Jp.designations[set])
    state.set = set
  }

  push(to: BytesBuilder, point: number, state: ShiftState): boolean {
    const code = point < 128 ? point : this.#set.code(point)
    if (point < 128) this.#turn(to, 0, state)
    else if (code !== undefined) this.#turn(to, 2, state)
    else if (point === yen[0] || point === overline[0]) this.#turn(to, 1, state)
    else return false
    return pushCode(
      to,
      point < 128 ? point : code === undefined ? (point === yen[0] ? yen[1] : overline[1]) : code - 0x8080,
    )
  }

  finish(to: BytesBuilder, state: ShiftState): void {
    this.#turn(to, 0, state)
  }
}

const shiftJisLead = (byte: number): boolean => (byte > 0x80 && byte < 0xa0) || (byte > 0xdf && byte < 0xfd)

const forms: Readonly<Record<string, () => Form>> = {
  gb2312: () => new TwoBytes(sets.gb2312),
  gbk: () => new TwoBytes(sets.gbk),
  gb18030: () => new Gb18030(),
  big5: () => new TwoBytes(sets.big5),
  cp950: () => new TwoBytes(sets.cp950),
  euc_kr: () => new TwoBytes(sets.euc_kr),
  cp949: () => new TwoBytes(sets.cp949),
  shift_jis: () =>
    new TwoBytes(sets.shift_jis, byte => halfWidth(byte) || (shiftJisLead(byte) ? 0 : illegal), [yen, overline]),
  cp932: () =>
    new TwoBytes(sets.cp932, byte => {
      if (shiftJisLead(byte)) return 0
      return byte === 0x80 ? byte : byte === 0xa0 ? 0xf8f0 : byte > 0xfc ? 0xf8f1 - 0xfd + byte : halfWidth(byte)
    }),
  euc_jp: () => new EucJp(),
  iso2022_jp: () => new Iso2022Jp(),
}

export class CjkCodec {
  readonly name: string
  readonly #form: Form
  constructor(name: string, form: Form) {
    this.name = name
    this.#form = form
  }

  decode(bytes: Uint8Array, end: InputEnd, handler: DecodeHandler, state: ShiftState): Decoded | CodecError {
    const builder = new TextBuilder()
    const { length } = bytes
    const plain = this.#form.finish === undefined
    for (let at = 0; at < bytes.length; ) {
      const step = plain && bytes[at]! < 128 ? bytes[at]! * 8 + 1 : this.#form.step(bytes, at, state)
      if (step >= 0) {
        if (step >> 3 !== nothing) builder.push(step >> 3)
        at += step & 7
        continue
      }
      if (step === incomplete && end === 'more') return { text: builder.finish(), consumed: at }
      const error = new CodecError(
        this.name,
        at,
        step === incomplete ? bytes.length : at + 1,
        `${step === incomplete ? 'incomplete' : 'illegal'} multibyte sequence`,
      )
      const reply = handler(error, bytes)
      if (reply === null) return error
      builder.pushText(reply.text)
      at = reply.resume
      bytes = reply.input ?? bytes
    }
    return { text: builder.finish(), consumed: length }
  }

  encode(text: Text, handler: EncodeHandler, state: ShiftState, end: InputEnd): Uint8Array | CodecError {
    const builder = new BytesBuilder(text.length * 2)
    for (let at = 0; at < text.length; ) {
      if (this.#push(builder, pointAt(text, at), state)) {
        at++
        continue
      }
      const error = new CodecError(this.name, at, at + 1, 'illegal multibyte sequence')
      const reply = handler(error, text)
      if (reply === null) return error
      const { replacement } = reply
      if (replacement instanceof Uint8Array) builder.pushBytes(replacement)
      else
        for (let i = 0; i < replacement.length; i++)
          if (!this.#push(builder, pointAt(replacement, i), state)) return error
      at = reply.resume
    }
    if (end === 'final') this.#form.finish?.(builder, state)
    return builder.finish()
  }

  #push(to: BytesBuilder, point: number, state: ShiftState): boolean {
    if (point > 127 || this.#form.finish !== undefined) return this.#form.push(to, point, state)
    to.push(point)
    return true
  }
}

const codecs = new Map<string, CjkCodec>()

/** The codec, or undefined if there is none, or the host cannot decode what it needs. */
export function cjkCodec(name: string): CjkCodec | undefined {
  let codec = codecs.get(name)
  if (codec !== undefined || !Object.hasOwn(forms, name)) return codec
  try {
    codec = new CjkCodec(name, forms[name]!())
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined
    throw thrown
  }
  codecs.set(name, codec)
  return codec
}
