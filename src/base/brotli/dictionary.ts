/**
 * The dictionary that a stream may refer to (RFC 7932, section 8): 13,504 words of 4 to 24 bytes, each as it is or changed in one of 121 ways.
 *
 * It is 120 KB that decoders on Node carry already; so it is no part of this source but a file of the build (tools/brotli-dictionary.ts), which
 * only other platforms load: the words, then a line for each transform.
 */
import { BrotliError } from './brotli-error.ts'

/** How many bits number the words of each length. */
export const wordBits = [0, 0, 0, 0, 10, 10, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 7, 7, 8, 7, 7, 6, 6, 5, 5] as const

/** What is done to a word: its first or all letters in upper case, or bytes left out at the beginning or the end. */
export type Change =
  | 'same'
  | 'first-upper'
  | 'all-upper'
  | { readonly omitFirst: number }
  | { readonly omitLast: number }

export interface Transform {
  readonly prefix: Uint8Array
  readonly change: Change
  readonly suffix: Uint8Array
}

export class BrotliDictionary {
  readonly #bytes: Uint8Array
  readonly #starts: readonly number[]
  readonly #transforms: readonly Transform[]

  constructor(file: Uint8Array) {
    const starts: number[] = []
    let end = 0
    wordBits.forEach((bits, length) => {
      starts.push(end)
      if (bits > 0) end += length << bits
    })
    this.#starts = starts
    // A copy, since `slice` of a Buffer would not make one of each word.
    this.#bytes = new Uint8Array(file.subarray(0, end))
    const text = new TextDecoder().decode(file.subarray(end))
    this.#transforms = (JSON.parse(text) as [string, Change, string][]).map(([prefix, change, suffix]) => ({
      prefix: bytesOf(prefix),
      change,
      suffix: bytesOf(suffix),
    }))
  }

  /** The bytes that a reference stands for: a word's number and its transform's in one. */
  expand(length: number, reference: number): Uint8Array {
    const bits = wordBits[length] ?? 0
    const transform = this.#transforms[reference >> bits]
    if (bits === 0 || transform === undefined) throw new BrotliError('a word that is not in the dictionary')
    const start = this.#starts[length]! + (reference & ((1 << bits) - 1)) * length
    const word = changed(this.#bytes.slice(start, start + length), transform.change)
    const { prefix, suffix } = transform
    const result = new Uint8Array(prefix.length + word.length + suffix.length)
    result.set(prefix)
    result.set(word, prefix.length)
    result.set(suffix, prefix.length + word.length)
    return result
  }
}

/** Every character of the affixes is a byte. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, each => each.charCodeAt(0))

function changed(word: Uint8Array, change: Change): Uint8Array {
  if (typeof change === 'object')
    return 'omitFirst' in change
      ? word.subarray(change.omitFirst)
      : word.subarray(0, Math.max(word.length - change.omitLast, 0))
  if (change === 'first-upper') raiseCase(word, 0)
  else if (change === 'all-upper') for (let at = 0; at < word.length; ) at += raiseCase(word, at)
  return word
}

/** The format's idea of upper case, which looks at UTF-8 from afar; answers the length of the character. */
function raiseCase(word: Uint8Array, at: number): number {
  const byte = word[at]!
  if (byte < 0xc0) {
    if (byte >= 0x61 && byte <= 0x7a) word[at] = byte ^ 32
    return 1
  }
  const place = byte < 0xe0 ? at + 1 : at + 2
  if (place < word.length) word[place]! ^= byte < 0xe0 ? 32 : 5
  return byte < 0xe0 ? 2 : 3
}
