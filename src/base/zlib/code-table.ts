/**
 * Huffman codes for decoding: a table by the next bits of the input, as many as the longest code has. Each entry is symbol × 16 + length;
 * 0 where no code begins so.
 */

export interface CodeTable {
  readonly entries: Uint16Array
  readonly bits: number
}

function reversed(code: number, length: number): number {
  let result = 0
  for (let i = 0, rest = code; i < length; i++, rest >>= 1) result = (result << 1) | (rest & 1)
  return result
}

/** `incomplete`: may a set consist of one code alone, of one bit? Null if the lengths make no prefix code. */
export function makeCodeTable(lengths: Uint8Array, single: 'single allowed' | 'complete only'): CodeTable | null {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length]!++
  let longest = 15
  while (longest > 0 && counts[longest] === 0) longest--
  if (longest === 0) return { entries: new Uint16Array(2), bits: 1 }
  let left = 1
  for (let length = 1; length <= 15; length++) {
    left = left * 2 - counts[length]!
    if (left < 0) return null
  }
  if (left > 0 && (single === 'complete only' || longest !== 1)) return null
  const next = new Uint16Array(16)
  for (let length = 1; length < 15; length++) next[length + 1] = (next[length]! + counts[length]!) << 1
  const entries = new Uint16Array(1 << longest)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!
    if (length === 0) continue
    const step = 1 << length
    for (let at = reversed(next[length]!++, length); at < entries.length; at += step) entries[at] = symbol * 16 + length
  }
  return { entries, bits: longest }
}
