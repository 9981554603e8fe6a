/** The constant tables of RFC 7932: how codes become lengths, counts and contexts. */

/** Rows of a table of codes: the least value that each stands for, and how many extra bits are added to it. */
export interface Ranges {
  readonly base: readonly number[]
  readonly extra: readonly number[]
}

/** Each range begins where the one before it ends. */
function ranges(first: number, extra: readonly number[]): Ranges {
  const base: number[] = []
  let next = first
  for (const bits of extra) {
    base.push(next)
    next += 1 << bits
  }
  return { base, extra }
}

export const insertLengths = ranges(0, [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24])
export const copyLengths = ranges(2, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24])
export const blockCounts = ranges(
  1,
  [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 24],
)

/** First insert and copy codes of a command, by its upper bits. */
export const insertBases = [0, 0, 0, 0, 8, 8, 0, 16, 8, 16, 16] as const
export const copyBases = [0, 8, 0, 8, 0, 8, 16, 0, 16, 8, 16] as const

/** Distance codes 0 to 15: which of the last four distances, and what is added to it. */
export const recentIndex = [0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1] as const
export const recentDelta = [0, 0, 0, 0, -1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3] as const

/** What the last byte says about the next one in text: by ASCII punctuation and digits from the space on, then letters, then the rest. */
export const lastContext = new Uint8Array(256)
/** What the byte before the last says. */
export const beforeContext = new Uint8Array(256)
/** Bytes as signed numbers, by magnitude. */
export const signedContext = new Uint8Array(256)

const punctuation = [8, 12, 16, 12, 12, 20, 12, 16, 24, 28, 12, 12, 32, 12, 36, 12]
const colonToQuestion = [32, 32, 24, 40, 28, 12]
const brackets = [24, 12, 28, 12]

const fill = (table: Uint8Array, from: string | number, to: string | number, value: number): void => {
  const code = (end: string | number): number => (typeof end === 'number' ? end : end.charCodeAt(0))
  table.fill(value, code(from), code(to) + 1)
}

for (const white of [9, 10, 13]) lastContext[white] = 4
lastContext.set(punctuation, 0x20)
fill(lastContext, '0', '9', 44)
lastContext.set(colonToQuestion, 0x3a)
lastContext[0x40] = 12
fill(lastContext, 'A', 'Z', 52)
fill(lastContext, 'a', 'z', 60)
for (const vowel of 'aeiou') {
  lastContext[vowel.charCodeAt(0)] = 56
  lastContext[vowel.toUpperCase().charCodeAt(0)] = 48
}
lastContext.set([...brackets, 12, 12], 0x5b)
lastContext.set(brackets, 0x7b)
for (let byte = 0x80; byte < 0x100; byte++) lastContext[byte] = (byte < 0xc0 ? 0 : 2) + (byte & 1)

// A space counts with control characters.
fill(beforeContext, 0x21, 0x7e, 1)
fill(beforeContext, '0', '9', 2)
fill(beforeContext, 'A', 'Z', 2)
fill(beforeContext, 'a', 'z', 3)
// Behind the first of two continuation bytes comes the second.
fill(beforeContext, 0xe0, 0xff, 2)

const magnitudes = [1, 16, 64, 128, 192, 240, 255]
for (const start of magnitudes) for (let byte = start; byte < 256; byte++) signedContext[byte]!++
