/**
 * Huffman codes for encoding: from how often each symbol occurs to a code of limited length. As trees.c of zlib, to the bit: of symbols
 * that occur equally often the one whose subtree is shallower comes first.
 */

/** A code: of each symbol its length and its bits, those written first lowest. */
export interface HuffmanCode {
  readonly lengths: Uint8Array
  readonly codes: Uint16Array
}

const mostLength = 15

function reversed(code: number, length: number): number {
  let result = 0
  for (let i = 0, rest = code; i < length; i++, rest >>= 1) result = (result << 1) | (rest & 1)
  return result
}

/** Codes of these lengths, in the order of symbols within a length. */
export function codesOf(lengths: Uint8Array, counts: Uint16Array): Uint16Array {
  const next = new Uint16Array(mostLength + 1)
  for (let length = 1; length <= mostLength; length++) next[length] = (next[length - 1]! + counts[length - 1]!) << 1
  const codes = new Uint16Array(lengths.length)
  for (let symbol = 0; symbol < codes.length; symbol++) {
    const length = lengths[symbol]!
    if (length > 0) codes[symbol] = reversed(next[length]!++, length)
  }
  return codes
}

export function countsOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(mostLength + 1)
  for (const length of lengths) if (length > 0) counts[length]!++
  return counts
}

const mostElements = 286
// What a tree is made of, with room for the inner nodes: shared, since making them takes longer than making the tree of a short block.
const used = new Uint32Array(2 * mostElements + 1)
const parents = new Uint16Array(2 * mostElements + 1)
const depths = new Uint8Array(2 * mostElements + 1)
const lengthsOf = new Uint8Array(2 * mostElements + 1)
const heap = new Uint16Array(2 * mostElements + 1)

class TreeBuilder {
  readonly #elements: number
  #heapLength: number
  /** From here to the end the heap holds nodes by falling frequency. */
  #sorted: number
  largest: number

  constructor(frequencies: Uint32Array, elements: number) {
    this.#elements = elements
    for (let i = 0; i < elements; i++) used[i] = frequencies[i]!
    depths.fill(0)
    this.#heapLength = 0
    this.#sorted = 2 * elements + 1
    this.largest = -1
  }

  #isSmaller(n: number, m: number): boolean {
    const a = used[n]!
    const b = used[m]!
    return a < b || (a === b && depths[n]! <= depths[m]!)
  }

  #sink(start: number): void {
    const node = heap[start]!
    let at = start
    for (let child = at * 2; child <= this.#heapLength; child = at * 2) {
      if (child < this.#heapLength && this.#isSmaller(heap[child + 1]!, heap[child]!)) child++
      if (this.#isSmaller(node, heap[child]!)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = node
  }

  /** Lengths of the codes, none longer than `most`. */
  build(most: number): Uint8Array {
    for (let symbol = 0; symbol < this.#elements; symbol++) {
      if (used[symbol] === 0) continue
      heap[++this.#heapLength] = symbol
      this.largest = symbol
    }
    // Two codes at least, so that each has a bit.
    while (this.#heapLength < 2) {
      const symbol = this.largest < 2 ? ++this.largest : 0
      heap[++this.#heapLength] = symbol
      used[symbol] = 1
    }
    for (let n = this.#heapLength >> 1; n >= 1; n--) this.#sink(n)
    let node = this.#elements
    do {
      const n = heap[1]!
      heap[1] = heap[this.#heapLength--]!
      this.#sink(1)
      const m = heap[1]!
      heap[--this.#sorted] = n
      heap[--this.#sorted] = m
      used[node] = used[n]! + used[m]!
      depths[node] = Math.max(depths[n]!, depths[m]!) + 1
      parents[n] = parents[m] = node
      heap[1] = node++
      this.#sink(1)
    } while (this.#heapLength >= 2)
    heap[--this.#sorted] = heap[1]!
    return this.#lengths(most)
  }

  #lengths(most: number): Uint8Array {
    const lengths = lengthsOf
    lengths.fill(0)
    const counts = new Uint16Array(mostLength + 1)
    let overflow = 0
    let h = this.#sorted + 1
    for (; h <= 2 * this.#elements; h++) {
      const n = heap[h]!
      let length = lengths[parents[n]!]! + 1
      if (length > most) {
        length = most
        overflow++
      }
      lengths[n] = length
      if (n <= this.largest) counts[length]!++
    }
    if (overflow > 0) {
      // Leaves that lie too deep hang under one that has room: one level of it for two of them.
      do {
        let length = most - 1
        while (counts[length] === 0) length--
        counts[length]!--
        counts[length + 1]! += 2
        counts[most]!--
        overflow -= 2
      } while (overflow > 0)
      for (let length = most; length !== 0; length--)
        for (let left = counts[length]!; left !== 0; ) {
          const n = heap[--h]!
          if (n > this.largest) continue
          lengths[n] = length
          left--
        }
    }
    return lengths.slice(0, this.#elements)
  }
}

export interface BuiltCode extends HuffmanCode {
  /** The largest symbol that has a code. */
  readonly largest: number
}

/** The best code for these frequencies, of the first `elements` symbols. */
export function buildCode(frequencies: Uint32Array, elements: number, most: number): BuiltCode {
  const builder = new TreeBuilder(frequencies, elements)
  const lengths = builder.build(most)
  return { lengths, codes: codesOf(lengths, countsOf(lengths)), largest: builder.largest }
}
