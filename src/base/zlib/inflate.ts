/**
 * Inflating (RFC 1951) out of a zlib (1950), gzip (1952) or no container, piece by piece.
 *
 * Input comes in pieces and output may be limited, so decoding can stop nearly anywhere. It is written as if it could not: a step that runs
 * out of input (`Starved`) is undone, its bytes are kept and it begins anew when there are more. Steps are small: a symbol, a header.
 *
 * How much input counts as used when the output is full is zlib's: the next symbol has been decoded already and waits, and whole bytes that
 * the bit buffer holds beyond it are given back.
 */
import { adler32, crc32 } from '../checksums.ts'
import { type CodeTable, makeCodeTable } from './code-table.ts'
import {
  codeLengthOrder,
  distanceBases,
  distanceExtra,
  endOfBlock,
  fixedLiteralLengths,
  lengthBases,
  lengthExtra,
} from './format.ts'

/** The data are no deflated data; the message is zlib's. */
export class InflateError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

class Starved {}
const starved = new Starved()

type Mode = 'header' | 'dictionary' | 'blockHeader' | 'stored' | 'codes' | 'trailer' | 'done' | 'bad'
type Container = 'zlib' | 'gzip' | 'raw' | 'any'

const windowSize = 32768
/** Room that one which is done has given back: to make it takes longer than to inflate a short text. */
let spare: Uint8Array | null = null
let fixedCodes: { literals: CodeTable; distances: CodeTable } | null = null

export class Inflate {
  /** Bytes of the last piece that were used. */
  used: number
  #container: Container
  #windowBits: number
  #mode: Mode
  #failure: string
  #isLast: boolean
  #input: Uint8Array
  #at: number
  #hold: number
  #bits: number
  /** Bytes of earlier pieces that a step which had to be undone will read again. */
  #kept: Uint8Array
  /** History and output: the last 32 KB before `#start`, then what this call has put out. */
  #out: Uint8Array
  #start: number
  #end: number
  #storedLeft: number
  #literals: CodeTable | null
  #distances: CodeTable | null
  /** A decoded symbol for which there was no room: a literal, or length and distance; −1 for none. */
  #waitingLiteral: number
  #waitingLength: number
  #waitingDistance: number
  #checksum: number
  #total: number
  /** Adler-32 of the dictionary that the data were deflated with. */
  dictionaryId: number

  /** As inflateInit2's windowBits; null is answered for bits that it refuses. */
  static create(windowBits: number): Inflate | null {
    const bits = windowBits < 0 ? -windowBits : windowBits & 15
    if (windowBits < 0 ? bits < 8 || bits > 15 : windowBits > 47 || (bits !== 0 && bits < 8)) return null
    const kind = windowBits < 0 ? 'raw' : windowBits < 16 ? 'zlib' : windowBits < 32 ? 'gzip' : 'any'
    return new Inflate(kind, bits === 0 ? 15 : bits)
  }

  constructor(container: Container, windowBits: number) {
    this.used = 0
    this.#container = container
    this.#windowBits = windowBits
    this.#mode = container === 'raw' ? 'blockHeader' : 'header'
    this.#failure = ''
    this.#isLast = false
    this.#input = new Uint8Array(0)
    this.#at = 0
    this.#hold = 0
    this.#bits = 0
    this.#kept = new Uint8Array(0)
    this.#out = spare ?? new Uint8Array(windowSize + 16384)
    spare = null
    this.#start = 0
    this.#end = 0
    this.#storedLeft = 0
    this.#literals = null
    this.#distances = null
    this.#waitingLiteral = -1
    this.#waitingLength = 0
    this.#waitingDistance = 0
    this.#checksum = 1
    this.#total = 0
    this.dictionaryId = 0
  }

  /** Whoever says so uses it no more. */
  release(): void {
    if (this.#out.length === windowSize + 16384) spare = this.#out
  }

  get isDone(): boolean {
    return this.#mode === 'done'
  }
  get needsDictionary(): boolean {
    return this.#mode === 'dictionary'
  }
  get isRaw(): boolean {
    return this.#container === 'raw'
  }

  clone(): Inflate {
    const copy = new Inflate(this.#container, this.#windowBits)
    copy.#mode = this.#mode
    copy.#failure = this.#failure
    copy.#isLast = this.#isLast
    copy.#hold = this.#hold
    copy.#bits = this.#bits
    copy.#kept = this.#kept.slice()
    copy.#out = this.#out.slice()
    copy.#start = this.#start
    copy.#end = this.#end
    copy.#storedLeft = this.#storedLeft
    copy.#literals = this.#literals
    copy.#distances = this.#distances
    copy.#waitingLiteral = this.#waitingLiteral
    copy.#waitingLength = this.#waitingLength
    copy.#waitingDistance = this.#waitingDistance
    copy.#checksum = this.#checksum
    copy.#total = this.#total
    copy.dictionaryId = this.dictionaryId
    return copy
  }

  /** Gives the dictionary; false if it is another than the data ask for. */
  setDictionary(dictionary: Uint8Array): boolean {
    if (this.#mode === 'dictionary') {
      if (adler32(dictionary, 1) !== this.dictionaryId) return false
      this.#mode = 'blockHeader'
    }
    const last = dictionary.subarray(Math.max(dictionary.length - windowSize, 0))
    this.#compact()
    this.#reserve(last.length)
    this.#out.set(last, this.#end)
    this.#end += last.length
    this.#start = this.#end
    return true
  }

  /** Takes a piece of input and answers what comes out, `limit` bytes at most. Throws InflateError. */
  push(input: Uint8Array, limit: number): Uint8Array {
    const kept = this.#kept.length
    this.#input = kept === 0 ? input : concatenated(this.#kept, input)
    this.#kept = new Uint8Array(0)
    this.#at = 0
    this.#compact()
    try {
      while (this.#step(this.#start + limit)) if (this.#end > this.#out.length - 1024) this.#reserve(4096)
    } catch (thrown) {
      if (thrown instanceof InflateError) {
        this.#mode = 'bad'
        this.#failure = thrown.message
      }
      throw thrown
    }
    this.used = Math.max(this.#at - kept, 0)
    const output = this.#out.slice(this.#start, this.#end)
    this.#account(output)
    this.#input = new Uint8Array(0)
    return output
  }

  #account(output: Uint8Array): void {
    if (this.#container === 'raw') return
    this.#total = (this.#total + output.length) >>> 0
    this.#checksum = this.#container === 'gzip' ? crc32(output, this.#checksum) : adler32(output, this.#checksum)
    this.#start = this.#end
  }

  /** Forgets what lies further back than a distance can reach. */
  #compact(): void {
    if (this.#end > windowSize * 2) {
      this.#out.copyWithin(0, this.#end - windowSize, this.#end)
      this.#end = windowSize
    }
    this.#start = this.#end
  }

  #reserve(count: number): void {
    if (this.#end + count <= this.#out.length) return
    const larger = new Uint8Array(Math.max(this.#out.length * 2, this.#end + count))
    larger.set(this.#out.subarray(0, this.#end))
    this.#out = larger
  }

  /** Goes on as far as it can in its mode; false when it must wait: for input, for room, for a dictionary, or for ever. */
  #step(outputEnd: number): boolean {
    const [at, hold, bits] = [this.#at, this.#hold, this.#bits]
    try {
      switch (this.#mode) {
        case 'header':
          this.#header()
          return true
        case 'blockHeader':
          this.#blockHeader()
          return true
        case 'stored':
          return this.#stored(outputEnd)
        case 'codes':
          return this.#codes(outputEnd)
        case 'trailer':
          this.#trailer()
          return true
        case 'bad':
          throw new InflateError(this.#failure)
        default:
          return false
      }
    } catch (thrown) {
      if (thrown !== starved) throw thrown
      if (this.#mode !== 'codes') {
        this.#at = at
        this.#hold = hold
        this.#bits = bits
      }
      this.#kept = this.#input.slice(this.#at)
      this.#at = this.#input.length
      return false
    }
  }

  #need(count: number): void {
    while (this.#bits < count) {
      if (this.#at === this.#input.length) throw starved
      this.#hold |= this.#input[this.#at++]! << this.#bits
      this.#bits += 8
    }
  }

  /** The next `count` bits, at most 16. */
  #take(count: number): number {
    this.#need(count)
    const value = this.#hold & ((1 << count) - 1)
    this.#hold >>>= count
    this.#bits -= count
    return value
  }

  #alignToByte(): void {
    this.#hold >>>= this.#bits & 7
    this.#bits -= this.#bits & 7
  }

  #header(): void {
    const first = this.#take(8)
    const second = this.#take(8)
    if (this.#container !== 'zlib' && first === 0x1f && second === 0x8b) {
      this.#gzipHeader()
      return
    }
    if (this.#container === 'gzip' || (first * 256 + second) % 31 !== 0)
      throw new InflateError('incorrect header check')
    if ((first & 15) !== 8) throw new InflateError('unknown compression method')
    if ((first >> 4) + 8 > this.#windowBits) throw new InflateError('invalid window size')
    this.#container = 'zlib'
    this.#checksum = 1
    if ((second & 32) === 0) this.#mode = 'blockHeader'
    else {
      this.dictionaryId = this.#bigEndian32()
      this.#mode = 'dictionary'
    }
  }

  #bigEndian32(): number {
    const high = this.#take(8) * 256 + this.#take(8)
    return high * 65536 + this.#take(8) * 256 + this.#take(8)
  }
  #littleEndian32(): number {
    return this.#take(16) + this.#take(16) * 65536
  }

  /** What follows the two magic bytes. With flag 2 a checksum of the header follows it. */
  #gzipHeader(): void {
    const bytes = [0x1f, 0x8b]
    const byte = (): number => {
      const value = this.#take(8)
      bytes.push(value)
      return value
    }
    if (byte() !== 8) throw new InflateError('unknown compression method')
    const flags = byte()
    if ((flags & 0xe0) !== 0) throw new InflateError('unknown header flags set')
    for (let i = 0; i < 6; i++) byte()
    if ((flags & 4) !== 0) for (let left = byte() + byte() * 256; left > 0; left--) byte()
    if ((flags & 8) !== 0) while (byte() !== 0);
    if ((flags & 16) !== 0) while (byte() !== 0);
    if ((flags & 2) !== 0) {
      const expected = crc32(Uint8Array.from(bytes), 0) & 0xffff
      if (this.#take(16) !== expected) throw new InflateError('header crc mismatch')
    }
    this.#container = 'gzip'
    this.#checksum = 0
    this.#mode = 'blockHeader'
  }

  #blockHeader(): void {
    if (this.#isLast) {
      this.#alignToByte()
      this.#giveBack()
      this.#mode = this.#container === 'raw' ? 'done' : 'trailer'
      return
    }
    const isLast = this.#take(1) === 1
    const type = this.#take(2)
    if (type === 3) throw new InflateError('invalid block type')
    if (type === 0) {
      this.#alignToByte()
      const length = this.#take(16)
      if ((length ^ this.#take(16)) !== 0xffff) throw new InflateError('invalid stored block lengths')
      this.#storedLeft = length
      this.#mode = 'stored'
    } else {
      if (type === 1) this.#useFixedCodes()
      else this.#readCodes()
      this.#mode = 'codes'
    }
    this.#isLast = isLast
  }

  #useFixedCodes(): void {
    fixedCodes ??= {
      literals: makeCodeTable(fixedLiteralLengths, 'complete only')!,
      // Two more distance codes would make the set complete; they are never used.
      distances: makeCodeTable(new Uint8Array(32).fill(5), 'complete only')!,
    }
    this.#literals = fixedCodes.literals
    this.#distances = fixedCodes.distances
  }

  #readCodes(): void {
    const literalCount = this.#take(5) + 257
    const distanceCount = this.#take(5) + 1
    const codeCount = this.#take(4) + 4
    if (literalCount > 286 || distanceCount > 30) throw new InflateError('too many length or distance symbols')
    const codeLengths = new Uint8Array(19)
    for (let i = 0; i < codeCount; i++) codeLengths[codeLengthOrder[i]!] = this.#take(3)
    const codes = makeCodeTable(codeLengths, 'complete only')
    if (codes === null) throw new InflateError('invalid code lengths set')
    const lengths = this.#readLengths(codes, literalCount + distanceCount)
    if (lengths[endOfBlock] === 0) throw new InflateError('invalid code -- missing end-of-block')
    this.#literals = makeCodeTable(lengths.subarray(0, literalCount), 'single allowed')
    if (this.#literals === null) throw new InflateError('invalid literal/lengths set')
    this.#distances = makeCodeTable(lengths.subarray(literalCount), 'single allowed')
    if (this.#distances === null) throw new InflateError('invalid distances set')
  }

  #readLengths(codes: CodeTable, count: number): Uint8Array {
    const lengths = new Uint8Array(count)
    for (let i = 0; i < count; ) {
      const symbol = this.#symbol(codes)
      if (symbol < 16) {
        // No code at all is a code of no bits for nothing: zlib reads it as length 0.
        lengths[i++] = Math.max(symbol, 0)
        continue
      }
      if (symbol === 16 && i === 0) throw new InflateError('invalid bit length repeat')
      const repeats = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7)
      if (i + repeats > count) throw new InflateError('invalid bit length repeat')
      lengths.fill(symbol === 16 ? lengths[i - 1]! : 0, i, i + repeats)
      i += repeats
    }
    return lengths
  }

  /** The next symbol; −1 if the bits are no code. */
  #symbol({ entries, bits }: CodeTable): number {
    const mask = entries.length - 1
    for (;;) {
      const entry = entries[this.#hold & mask]!
      const length = entry & 15
      if (length !== 0 && length <= this.#bits) {
        this.#hold >>>= length
        this.#bits -= length
        return entry >> 4
      }
      if (length === 0 && this.#bits >= bits) return -1
      if (this.#at === this.#input.length) throw starved
      this.#hold |= this.#input[this.#at++]! << this.#bits
      this.#bits += 8
    }
  }

  #stored(outputEnd: number): boolean {
    this.#giveBack()
    const count = Math.min(this.#storedLeft, this.#input.length - this.#at, outputEnd - this.#end)
    this.#reserve(count)
    this.#out.set(this.#input.subarray(this.#at, this.#at + count), this.#end)
    this.#at += count
    this.#end += count
    this.#storedLeft -= count
    if (this.#storedLeft > 0) return false
    this.#mode = 'blockHeader'
    return true
  }

  /** Whole bytes in the bit buffer go back to the input. */
  #giveBack(): void {
    this.#at -= this.#bits >> 3
    this.#bits &= 7
    this.#hold &= (1 << this.#bits) - 1
  }

  /** Symbols, to the end of the block, of the room or of the input. */
  #codes(outputEnd: number): boolean {
    if (!this.#putWaiting(outputEnd)) return false
    if (this.#plainCodes(outputEnd)) return true
    const literals = this.#literals!
    for (;;) {
      const [at, hold, bits] = [this.#at, this.#hold, this.#bits]
      try {
        const symbol = this.#symbol(literals)
        if (symbol < 256) {
          if (symbol < 0) throw new InflateError('invalid literal/length code')
          if (this.#end < outputEnd) {
            if (this.#end === this.#out.length) this.#reserve(1)
            this.#out[this.#end++] = symbol
            continue
          }
          this.#waitingLiteral = symbol
          return false
        }
        if (symbol === endOfBlock) {
          this.#mode = 'blockHeader'
          return true
        }
        this.#readMatch(symbol - 257)
      } catch (thrown) {
        if (thrown === starved) {
          this.#at = at
          this.#hold = hold
          this.#bits = bits
        }
        throw thrown
      }
      if (!this.#putWaiting(outputEnd)) return false
    }
  }

  /**
   * Symbols while there is so much input and room that neither can run out within one: no looking back, and everything in variables. True
   * at the end of the block.
   */
  #plainCodes(outputEnd: number): boolean {
    const input = this.#input
    const { entries } = this.#literals!
    const distances = this.#distances!.entries
    const inputEnd = input.length - 8
    const mask = entries.length - 1
    const distanceMask = distances.length - 1
    let at = this.#at
    let hold = this.#hold
    let bits = this.#bits
    let end = this.#end
    let isEnd = false
    while (at < inputEnd && end + 258 <= outputEnd) {
      if (end + 258 > this.#out.length) {
        this.#end = end
        this.#reserve(258)
      }
      const out = this.#out
      for (; bits < 15; bits += 8) hold |= input[at++]! << bits
      const entry = entries[hold & mask]!
      const symbol = entry >> 4
      if (entry === 0 || symbol > 285) break
      if (symbol < 256) {
        hold >>>= entry & 15
        bits -= entry & 15
        out[end++] = symbol
        continue
      }
      hold >>>= entry & 15
      bits -= entry & 15
      if (symbol === endOfBlock) {
        isEnd = true
        break
      }
      for (; bits < 15; bits += 8) hold |= input[at++]! << bits
      const extra = lengthExtra[symbol - 257]!
      const length = lengthBases[symbol - 257]! + (hold & ((1 << extra) - 1))
      hold >>>= extra
      bits -= extra
      for (; bits < 15; bits += 8) hold |= input[at++]! << bits
      const distanceEntry = distances[hold & distanceMask]!
      const base = distanceBases[distanceEntry >> 4]
      if (distanceEntry === 0 || base === undefined) throw new InflateError('invalid distance code')
      hold >>>= distanceEntry & 15
      bits -= distanceEntry & 15
      for (; bits < 15; bits += 8) hold |= input[at++]! << bits
      const distanceBits = distanceExtra[distanceEntry >> 4]!
      const distance = base + (hold & ((1 << distanceBits) - 1))
      hold >>>= distanceBits
      bits -= distanceBits
      if (distance > end) throw new InflateError('invalid distance too far back')
      if (length > 24 && distance >= length) out.copyWithin(end, end - distance, end - distance + length)
      else for (let i = 0; i < length; i++) out[end + i] = out[end + i - distance]!
      end += length
    }
    this.#at = at
    this.#hold = hold
    this.#bits = bits
    this.#end = end
    this.#giveBack()
    if (isEnd) this.#mode = 'blockHeader'
    return isEnd
  }

  #readMatch(code: number): void {
    const base = lengthBases[code]
    if (base === undefined) throw new InflateError('invalid literal/length code')
    const length = base + this.#take(lengthExtra[code]!)
    const symbol = this.#symbol(this.#distances!)
    const distanceBase = distanceBases[symbol]
    if (distanceBase === undefined) throw new InflateError('invalid distance code')
    const distance = distanceBase + this.#take(distanceExtra[symbol]!)
    if (distance > this.#end) throw new InflateError('invalid distance too far back')
    this.#waitingLength = length
    this.#waitingDistance = distance
  }

  /** Puts out what has been decoded; false if there is no room for all of it. */
  #putWaiting(outputEnd: number): boolean {
    if (this.#waitingLiteral >= 0) {
      if (this.#end >= outputEnd) return false
      this.#reserve(1)
      this.#out[this.#end++] = this.#waitingLiteral
      this.#waitingLiteral = -1
    }
    if (this.#waitingLength === 0) return true
    const count = Math.min(this.#waitingLength, outputEnd - this.#end)
    this.#reserve(count)
    const out = this.#out
    let to = this.#end
    let from = to - this.#waitingDistance
    if (count > 24 && this.#waitingDistance >= count) {
      out.copyWithin(to, from, from + count)
      to += count
    } else for (const end = to + count; to < end; ) out[to++] = out[from++]!
    this.#end = to
    this.#waitingLength -= count
    return this.#waitingLength === 0
  }

  #trailer(): void {
    const output = this.#out.subarray(this.#start, this.#end)
    const isGzip = this.#container === 'gzip'
    const checksum = isGzip ? crc32(output, this.#checksum) : adler32(output, this.#checksum)
    if ((isGzip ? this.#littleEndian32() : this.#bigEndian32()) !== checksum)
      throw new InflateError('incorrect data check')
    if (isGzip && this.#littleEndian32() !== (this.#total + output.length) >>> 0)
      throw new InflateError('incorrect length check')
    this.#mode = 'done'
  }
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
