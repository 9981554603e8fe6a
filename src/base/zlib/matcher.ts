/**
 * Finding repetitions: a window over the input, hash chains through it, and the ways to choose among matches. As deflate.c of zlib, so that
 * the same levels give the same bytes.
 *
 * The window holds up to twice its size; when the upper half is nearly full, it becomes the lower one, and the chains are moved with it.
 */
import type { BlockWriter } from './block-writer.ts'
import { Flush, Strategy } from './format.ts'
import type { Memory } from './memory.ts'

const leastMatch = 3
const mostMatch = 258
const leastAhead = mostMatch + leastMatch + 1
/** A match of three bytes that lies further back costs more than three literals. */
const tooFar = 4096

interface Effort {
  /** From a match of this length on, chains are followed only a quarter as far. */
  readonly good: number
  /** With a match of this length, no better one is looked for at the next byte. */
  readonly lazy: number
  /** A match of this length is good enough to stop at. */
  readonly nice: number
  readonly chain: number
}

/** By level; level 0 stores. Levels 1 to 3 take the first match, the others look whether the next byte has a better one. */
const efforts: readonly Effort[] = [
  { good: 0, lazy: 0, nice: 0, chain: 0 },
  { good: 4, lazy: 4, nice: 8, chain: 4 },
  { good: 4, lazy: 5, nice: 16, chain: 8 },
  { good: 4, lazy: 6, nice: 32, chain: 32 },
  { good: 4, lazy: 4, nice: 16, chain: 16 },
  { good: 8, lazy: 16, nice: 32, chain: 32 },
  { good: 8, lazy: 16, nice: 128, chain: 128 },
  { good: 8, lazy: 32, nice: 128, chain: 256 },
  { good: 32, lazy: 128, nice: 258, chain: 1024 },
  { good: 32, lazy: 258, nice: 258, chain: 4096 },
]

/** What became of the data: more is wanted, the block was flushed, or all is done. */
export type Progress = 'need more' | 'block done' | 'finished'

export class Matcher {
  readonly #blocks: BlockWriter
  readonly #level: number
  readonly #strategy: Strategy
  readonly #effort: Effort
  readonly #size: number
  readonly #mask: number
  readonly #window: Uint8Array
  readonly #previous: Uint16Array
  readonly #heads: Uint16Array
  readonly #hashMask: number
  readonly #hashShift: number
  #hash: number
  #blockStart: number
  /** Where the next byte to be encoded stands, and how many bytes lie from there on. */
  #at: number
  #ahead: number
  /** Bytes before `#at` that are not in the chains yet. */
  #insert: number
  #matchLength: number
  #matchStart: number
  #previousLength: number
  #isLiteralWaiting: boolean
  #input: Uint8Array
  #read: number

  constructor(blocks: BlockWriter, level: number, strategy: Strategy, memory: Memory) {
    this.#blocks = blocks
    this.#level = level
    this.#strategy = strategy
    this.#effort = efforts[level]!
    this.#size = 1 << memory.windowBits
    this.#mask = this.#size - 1
    this.#window = memory.window
    this.#previous = memory.previous
    const hashBits = memory.level + 7
    this.#heads = memory.heads
    this.#hashMask = (1 << hashBits) - 1
    this.#hashShift = Math.floor((hashBits + leastMatch - 1) / leastMatch)
    this.#hash = 0
    this.#blockStart = 0
    this.#at = 0
    this.#ahead = 0
    this.#insert = 0
    this.#matchLength = leastMatch - 1
    this.#matchStart = 0
    this.#previousLength = leastMatch - 1
    this.#isLiteralWaiting = false
    this.#input = new Uint8Array(0)
    this.#read = 0
  }

  clone(blocks: BlockWriter, memory: Memory): Matcher {
    const copy = new Matcher(blocks, this.#level, this.#strategy, memory)
    copy.#window.set(this.#window)
    copy.#previous.set(this.#previous)
    copy.#heads.set(this.#heads)
    copy.#hash = this.#hash
    copy.#blockStart = this.#blockStart
    copy.#at = this.#at
    copy.#ahead = this.#ahead
    copy.#insert = this.#insert
    copy.#matchLength = this.#matchLength
    copy.#matchStart = this.#matchStart
    copy.#previousLength = this.#previousLength
    copy.#isLiteralWaiting = this.#isLiteralWaiting
    return copy
  }

  get hasInput(): boolean {
    return this.#ahead > 0
  }

  /** Has anything been read, a dictionary included? */
  get isFresh(): boolean {
    return this.#at === 0
  }

  setDictionary(dictionary: Uint8Array): void {
    this.#input = dictionary.subarray(Math.max(dictionary.length - this.#size, 0))
    this.#read = 0
    this.#fill()
    while (this.#ahead >= leastMatch) {
      const last = this.#at + this.#ahead - (leastMatch - 1)
      for (; this.#at < last; this.#at++) this.#insertString(this.#at)
      this.#ahead = leastMatch - 1
      this.#fill()
    }
    this.#at += this.#ahead
    this.#blockStart = this.#at
    this.#insert = this.#ahead
    this.#ahead = 0
    this.#matchLength = this.#previousLength = leastMatch - 1
    this.#isLiteralWaiting = false
  }

  /** After a full flush, data are decoded without what came before: forget it. */
  forget(): void {
    this.#heads.fill(0)
    if (this.#ahead !== 0) return
    this.#at = 0
    this.#blockStart = 0
    this.#insert = 0
  }

  run(input: Uint8Array, flush: Flush): Progress {
    this.#input = input
    this.#read = 0
    const way = this.#strategy
    if (this.#level === 0) return this.#store(flush)
    if (way === Strategy.huffmanOnly) return this.#finish(this.#literalsOnly(flush), flush, 0)
    if (way === Strategy.rle) return this.#finish(this.#runsOnly(flush), flush, 0)
    const isDone = this.#level < 4 ? this.#greedily(flush) : this.#lazily(flush)
    return this.#finish(isDone, flush, Math.min(this.#at, leastMatch - 1))
  }

  #finish(isDone: boolean, flush: Flush, insert: number): Progress {
    if (!isDone) return 'need more'
    this.#insert = insert
    if (flush === Flush.finish) {
      this.#flushBlock(1)
      return 'finished'
    }
    if (this.#blocks.count > 0) this.#flushBlock(0)
    return 'block done'
  }

  #flushBlock(last: 0 | 1): void {
    const start = this.#blockStart
    const source = start >= 0 ? this.#window.subarray(start, this.#at) : null
    this.#blocks.flush(source, this.#at - start, last)
    this.#blockStart = this.#at
  }

  #updateHash(byte: number): void {
    this.#hash = ((this.#hash << this.#hashShift) ^ byte) & this.#hashMask
  }

  /** Puts the string at `at` into its chain; answers the one before it, 0 for none. */
  #insertString(at: number): number {
    this.#updateHash(this.#window[at + 2]!)
    const head = this.#heads[this.#hash]!
    this.#previous[at & this.#mask] = head
    this.#heads[this.#hash] = at
    return head
  }

  /** Reads input as long as there is little ahead. */
  #fill(): void {
    const size = this.#size
    do {
      if (this.#at >= size + size - leastAhead) this.#slide()
      const room = this.#window.length - this.#ahead - this.#at
      const count = Math.min(room, this.#input.length - this.#read)
      if (count === 0) break
      this.#window.set(this.#input.subarray(this.#read, this.#read + count), this.#at + this.#ahead)
      this.#read += count
      this.#ahead += count
      this.#insertEarlier()
    } while (this.#ahead < leastAhead && this.#read < this.#input.length)
  }

  #slide(): void {
    const size = this.#size
    this.#window.copyWithin(0, size)
    this.#matchStart -= size
    this.#at -= size
    this.#blockStart -= size
    if (this.#insert > this.#at) this.#insert = this.#at
    for (const table of [this.#heads, this.#previous])
      for (let i = 0; i < table.length; i++) table[i] = Math.max(table[i]! - size, 0)
  }

  #insertEarlier(): void {
    if (this.#ahead + this.#insert < leastMatch) return
    let at = this.#at - this.#insert
    this.#hash = this.#window[at]!
    this.#updateHash(this.#window[at + 1]!)
    while (this.#insert > 0) {
      this.#insertString(at)
      at++
      this.#insert--
      if (this.#ahead + this.#insert < leastMatch) break
    }
  }

  /** Follows a chain; sets `#matchStart` and answers the length of the best match. */
  #longestMatch(first: number): number {
    const window = this.#window
    const start = this.#at
    let chain = this.#previousLength >= this.#effort.good ? this.#effort.chain >> 2 : this.#effort.chain
    let best = this.#previousLength
    const nice = Math.min(this.#effort.nice, this.#ahead)
    const limit = Math.max(start - (this.#size - leastAhead), 0)
    const most = Math.min(mostMatch, window.length - start)
    let match = first
    do {
      if (
        window[match + best] !== window[start + best] ||
        window[match + best - 1] !== window[start + best - 1] ||
        window[match] !== window[start] ||
        window[match + 1] !== window[start + 1]
      )
        continue
      let length = 3
      while (length < most && window[match + length] === window[start + length]) length++
      if (length <= best) continue
      this.#matchStart = match
      best = length
      if (length >= nice) break
    } while ((match = this.#previous[match & this.#mask]!) > limit && --chain !== 0)
    return Math.min(best, this.#ahead)
  }

  /** Is there enough ahead, or will there be no more? null: wait for more; false: all has been encoded. */
  #isReady(least: number, flush: Flush): boolean | null {
    if (this.#ahead < least) {
      this.#fill()
      if (this.#ahead < least && flush === Flush.none) return null
      if (this.#ahead === 0) return false
    }
    return true
  }

  #greedily(flush: Flush): boolean {
    for (;;) {
      const isReady = this.#isReady(leastAhead, flush)
      if (isReady !== true) return isReady === false
      const head = this.#ahead >= leastMatch ? this.#insertString(this.#at) : 0
      // Each search begins with no match to better.
      this.#previousLength = leastMatch - 1
      if (head !== 0 && this.#at - head <= this.#size - leastAhead) this.#matchLength = this.#longestMatch(head)
      if (this.#matchLength < leastMatch) {
        if (this.#putLiteral()) this.#flushBlock(0)
        continue
      }
      const isFull = this.#blocks.match(this.#at - this.#matchStart, this.#matchLength)
      this.#ahead -= this.#matchLength
      const end = this.#at + this.#matchLength
      if (this.#matchLength <= this.#effort.lazy && this.#ahead >= leastMatch) {
        while (++this.#at < end) this.#insertString(this.#at)
      } else {
        this.#at = end
        this.#hash = this.#window[end]!
        this.#updateHash(this.#window[end + 1]!)
      }
      this.#matchLength = 0
      if (isFull) this.#flushBlock(0)
    }
  }

  #putLiteral(): boolean {
    const isFull = this.#blocks.literal(this.#window[this.#at]!)
    this.#ahead--
    this.#at++
    return isFull
  }

  #lazily(flush: Flush): boolean {
    for (;;) {
      const isReady = this.#isReady(leastAhead, flush)
      if (isReady === null) return false
      if (!isReady) break
      const head = this.#ahead >= leastMatch ? this.#insertString(this.#at) : 0
      this.#previousLength = this.#matchLength
      const previousMatch = this.#matchStart
      this.#matchLength = leastMatch - 1
      if (head !== 0 && this.#previousLength < this.#effort.lazy && this.#at - head <= this.#size - leastAhead)
        this.#matchLength = this.#usefulMatch(head)
      if (this.#previousLength >= leastMatch && this.#matchLength <= this.#previousLength)
        this.#takePrevious(previousMatch)
      else {
        if (!this.#isLiteralWaiting) this.#isLiteralWaiting = true
        else if (this.#blocks.literal(this.#window[this.#at - 1]!)) this.#flushBlock(0)
        this.#at++
        this.#ahead--
      }
    }
    if (this.#isLiteralWaiting) this.#blocks.literal(this.#window[this.#at - 1]!)
    this.#isLiteralWaiting = false
    return true
  }

  #usefulMatch(head: number): number {
    const length = this.#longestMatch(head)
    const isPoor =
      this.#strategy === Strategy.filtered || (length === leastMatch && this.#at - this.#matchStart > tooFar)
    return length <= 5 && isPoor ? leastMatch - 1 : length
  }

  /** The match at the byte before is not bettered: it is used. */
  #takePrevious(previousMatch: number): void {
    const lastInsert = this.#at + this.#ahead - leastMatch
    const isFull = this.#blocks.match(this.#at - 1 - previousMatch, this.#previousLength)
    this.#ahead -= this.#previousLength - 1
    for (let left = this.#previousLength - 2; left > 0; left--)
      if (++this.#at <= lastInsert) this.#insertString(this.#at)
    this.#isLiteralWaiting = false
    this.#matchLength = leastMatch - 1
    this.#at++
    if (isFull) this.#flushBlock(0)
  }

  #literalsOnly(flush: Flush): boolean {
    for (;;) {
      const isReady = this.#isReady(1, flush)
      if (isReady !== true) return isReady === false
      if (this.#putLiteral()) this.#flushBlock(0)
    }
  }

  /** Matches at distance 1 only. */
  #runsOnly(flush: Flush): boolean {
    for (;;) {
      const isReady = this.#isReady(mostMatch + 1, flush)
      if (isReady !== true) return isReady === false
      let length = 0
      if (this.#ahead >= leastMatch && this.#at > 0) {
        const byte = this.#window[this.#at - 1]
        const most = Math.min(mostMatch, this.#ahead)
        while (length < most && this.#window[this.#at + length] === byte) length++
      }
      if (length < leastMatch) {
        if (this.#putLiteral()) this.#flushBlock(0)
        continue
      }
      const isFull = this.#blocks.match(1, length)
      this.#ahead -= length
      this.#at += length
      if (isFull) this.#flushBlock(0)
    }
  }

  /** Level 0: blocks as long as they may be, written when they are full or flushed. */
  #store(flush: Flush): Progress {
    const all = new Uint8Array(this.#at - this.#blockStart + this.#input.length)
    all.set(this.#window.subarray(this.#blockStart, this.#at))
    all.set(this.#input, this.#at - this.#blockStart)
    const isFinish = flush === Flush.finish
    let start = 0
    while (all.length - start > 65535) {
      this.#blocks.stored(all.subarray(start, start + 65535), 0)
      start += 65535
    }
    const rest = all.subarray(start)
    const mustWait = flush === Flush.none && rest.length < this.#window.length
    if (!mustWait && (rest.length > 0 || isFinish)) this.#blocks.stored(rest, isFinish ? 1 : 0)
    if (mustWait) this.#window.set(rest, 0)
    this.#blockStart = 0
    this.#at = mustWait ? rest.length : 0
    this.#read = this.#input.length
    return isFinish ? 'finished' : flush === Flush.none ? 'need more' : 'block done'
  }
}
