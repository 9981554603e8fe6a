/** Deflating (RFC 1951) into a zlib (1950), gzip (1952) or no container, piece by piece, with zlib's flush modes. */
import { adler32, crc32 } from '../checksums.ts'
import { BitWriter } from './bit-writer.ts'
import { BlockWriter } from './block-writer.ts'
import { Flush, Strategy } from './format.ts'
import { Matcher } from './matcher.ts'
import { giveBack, type Memory, takeMemory } from './memory.ts'

type Container = 'zlib' | 'gzip' | 'raw'

export interface DeflateOptions {
  /** 0 to 9, −1 for the default. */
  readonly level: number
  /** As deflateInit2's: negative for no container, 25 to 31 for gzip. */
  readonly windowBits: number
  readonly memoryLevel: number
  readonly strategy: number
}

/** How thorough a flush is: one that is not more so than the last, without new input, does nothing. */
const rank = (flush: number): number => flush * 2 - (flush > 4 ? 9 : 0)

export class Deflate {
  readonly #container: Container
  readonly #level: number
  readonly #strategy: Strategy
  readonly #memory: Memory
  readonly #writer: BitWriter
  readonly #blocks: BlockWriter
  #matcher: Matcher
  #state: 'header' | 'busy' | 'finished'
  #lastFlush: number
  #checksum: number
  #total: number

  /** Null for options that zlib refuses. */
  static create(options: DeflateOptions): Deflate | null {
    const { windowBits, memoryLevel, strategy } = options
    const level = options.level === -1 ? 6 : options.level
    const container = windowBits < 0 ? 'raw' : windowBits > 15 ? 'gzip' : 'zlib'
    const bits = windowBits < 0 ? -windowBits : windowBits > 15 ? windowBits - 16 : windowBits
    if (bits < 8 || bits > 15 || (bits === 8 && container !== 'zlib')) return null
    if (level < 0 || level > 9 || memoryLevel < 1 || memoryLevel > 9 || strategy < 0 || strategy > 4) return null
    // A window of 256 bytes has never worked in zlib; it takes the next larger one.
    return new Deflate(container, level, strategy as Strategy, takeMemory(Math.max(bits, 9), memoryLevel), null)
  }

  private constructor(
    container: Container,
    level: number,
    strategy: Strategy,
    memory: Memory,
    parts: { writer: BitWriter; blocks: BlockWriter; matcher: Matcher } | null,
  ) {
    this.#container = container
    this.#level = level
    this.#strategy = strategy
    this.#memory = memory
    this.#writer = parts?.writer ?? new BitWriter()
    this.#blocks = parts?.blocks ?? new BlockWriter(this.#writer, strategy, memory)
    this.#matcher = parts?.matcher ?? new Matcher(this.#blocks, level, strategy, memory)
    this.#state = 'header'
    this.#lastFlush = -2
    this.#checksum = container === 'gzip' ? 0 : 1
    this.#total = 0
  }

  clone(): Deflate {
    const { windowBits, level } = this.#memory
    const memory = takeMemory(windowBits, level)
    const writer = this.#writer.clone()
    const blocks = this.#blocks.clone(writer, memory)
    const parts = { writer, blocks, matcher: this.#matcher.clone(blocks, memory) }
    const copy = new Deflate(this.#container, this.#level, this.#strategy, memory, parts)
    copy.#state = this.#state
    copy.#lastFlush = this.#lastFlush
    copy.#checksum = this.#checksum
    copy.#total = this.#total
    return copy
  }

  /** Whoever says so uses it no more. */
  release(): void {
    giveBack(this.#memory)
  }

  /** False where there can be none. */
  setDictionary(dictionary: Uint8Array): boolean {
    if (this.#container === 'gzip' || this.#state !== 'header') return false
    if (this.#container === 'zlib') this.#checksum = adler32(dictionary, this.#checksum)
    this.#matcher.setDictionary(dictionary)
    return true
  }

  /** Takes a piece of input and answers what comes out. */
  push(input: Uint8Array, flush: Flush): Uint8Array {
    const isRepeated = input.length === 0 && rank(flush) <= rank(this.#lastFlush) && flush !== Flush.finish
    this.#lastFlush = flush
    if (this.#state === 'header') this.#header()
    else if (isRepeated) return this.#writer.takeBytes()
    if (this.#container === 'gzip') this.#checksum = crc32(input, this.#checksum)
    else if (this.#container === 'zlib') this.#checksum = adler32(input, this.#checksum)
    this.#total += input.length
    if (input.length > 0 || this.#matcher.hasInput || flush !== Flush.none) {
      const progress = this.#matcher.run(input, flush)
      if (progress === 'block done') this.#flushed(flush)
      else if (progress === 'finished') this.#trailer()
    }
    return this.#writer.takeBytes()
  }

  #flushed(flush: Flush): void {
    if (flush === Flush.partial) this.#blocks.align()
    else if (flush !== Flush.block) {
      this.#blocks.stored(new Uint8Array(0), 0)
      if (flush === Flush.full) this.#matcher.forget()
    }
  }

  #header(): void {
    this.#state = 'busy'
    const writer = this.#writer
    const isQuick = this.#strategy >= Strategy.huffmanOnly || this.#level < 2
    if (this.#container === 'gzip') {
      const effort = this.#level === 9 ? 2 : isQuick ? 4 : 0
      writer.bytes(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, effort, 3))
    } else if (this.#container === 'zlib') {
      const effort = isQuick ? 0 : this.#level < 6 ? 1 : this.#level === 6 ? 2 : 3
      const hasDictionary = !this.#matcher.isFresh
      let header = ((8 + ((this.#memory.windowBits - 8) << 4)) << 8) | (effort << 6) | (hasDictionary ? 32 : 0)
      header += 31 - (header % 31)
      writer.byte(header >> 8)
      writer.byte(header & 255)
      if (hasDictionary) this.#bigEndian32(this.#checksum)
      this.#checksum = 1
    }
  }

  #bigEndian32(value: number): void {
    for (const shift of [24, 16, 8, 0]) this.#writer.byte((value >>> shift) & 255)
  }

  #trailer(): void {
    if (this.#state === 'finished') return
    this.#state = 'finished'
    if (this.#container === 'zlib') this.#bigEndian32(this.#checksum)
    else if (this.#container === 'gzip')
      for (const value of [this.#checksum, this.#total >>> 0])
        for (const shift of [0, 8, 16, 24]) this.#writer.byte((value >>> shift) & 255)
  }
}
