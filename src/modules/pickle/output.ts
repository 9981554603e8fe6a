// Hot.
/**
 * Where a pickle is written: into memory, and from there, if it goes to a file, by the frame.
 *
 * From protocol 4 on instructions come in frames, each with its length before it, so that a reader can fetch it at once. A frame
 * ends between two objects once it has 64 kB; one of fewer than four bytes is written without its head. Long strings stand outside frames.
 */
import { copyOfBytes } from '../../base/bytes-memory.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import type { Value } from '../../objects/value.ts'
import { Op } from './opcodes.ts'

const frameHead = 9
const smallestFrame = 4
/** From this size on a frame ends, and a string is not copied into one. */
export const largeSize = 64 * 1024

/** Memory that an output has grown and left, for the next one: growing takes longer than pickling a few objects. */
let spare: Uint8Array | null = null
const largestSpare = largeSize

export class Output {
  /** The file's method `write`; undefined if the pickle stays in memory. */
  readonly write: Value | undefined
  #bytes: Uint8Array
  #length: number
  #isFramed: boolean
  /** Where the frame's head is; −1 outside frames. */
  #frame: number
  constructor(write: Value | undefined) {
    this.write = write
    this.#bytes = spare ?? new Uint8Array(1024)
    spare = null
    this.#length = 0
    this.#isFramed = false
    this.#frame = -1
  }

  /** From now on what is written stands in frames. */
  beginFraming(): void {
    this.#isFramed = true
  }

  /** Makes room for `count` bytes more, and says where they go. */
  #reserve(count: number): number {
    if (this.#isFramed && this.#frame < 0) {
      this.#frame = this.#length
      this.#length += frameHead
    }
    const at = this.#length
    const end = at + count
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#length = end
    return at
  }

  byte(byte: number): void {
    const at = this.#reserve(1)
    this.#bytes[at] = byte
  }

  /** An instruction and its argument of `size` bytes, little-endian. */
  op(opcode: number, argument: number, size: 1 | 2 | 4 | 8): void {
    let at = this.#reserve(1 + size)
    const bytes = this.#bytes
    bytes[at++] = opcode
    for (let i = 0, rest = argument; i < size; i++) {
      bytes[at++] = rest
      rest = size === 8 ? Math.floor(rest / 256) : rest >> 8
    }
  }

  bytes(source: Uint8Array): void {
    let at = this.#reserve(source.length)
    // Short ones by hand: moving them in one go costs as much as thirty bytes.
    if (source.length > 32) this.#bytes.set(source, at)
    else for (let i = 0; i < source.length; i++) this.#bytes[at++] = source[i]!
  }

  /** Text that is known to be Latin-1: an instruction of protocol 0. */
  text(text: string): void {
    let at = this.#reserve(text.length)
    for (let i = 0; i < text.length; i++) this.#bytes[at++] = text.charCodeAt(i)
  }

  double(opcode: number, value: number): void {
    let at = this.#reserve(9)
    this.#bytes[at++] = opcode
    doubles.setFloat64(0, value)
    for (let i = 0; i < 8; i++) this.#bytes[at++] = doubleBytes[i]!
  }

  /** A str of fewer than 256 characters, all ASCII, in protocol 4; false if it is not. */
  shortAscii(text: string): boolean {
    const { length } = text
    let at = this.#reserve(2 + length)
    const bytes = this.#bytes
    bytes[at++] = Op.shortBinUnicode
    bytes[at++] = length
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) {
        this.#length -= 2 + length
        return false
      }
      bytes[at++] = unit
    }
    return true
  }

  /** An instruction with its payload; a large one stands outside frames and goes to the file as it is. */
  payload(opcode: number, sizeOfSize: 1 | 4 | 8, payload: Uint8Array, object: Value | undefined): void {
    if (payload.length < largeSize) {
      this.op(opcode, payload.length, sizeOfSize)
      this.bytes(payload)
      return
    }
    const wasFramed = this.#isFramed
    this.#endFrame()
    this.#isFramed = false
    this.op(opcode, payload.length, sizeOfSize)
    if (this.write === undefined) this.bytes(payload)
    else {
      this.flush()
      call(this.write, [object ?? new PyBytes(payload)])
    }
    this.#isFramed = wasFramed
  }

  /** Between two objects: a frame that is large enough ends here. */
  boundary(): void {
    if (this.#frame < 0 || this.#length - this.#frame - frameHead < largeSize) return
    this.#endFrame()
    if (this.write !== undefined) this.flush()
  }

  #endFrame(): void {
    const start = this.#frame
    if (start < 0) return
    const size = this.#length - start - frameHead
    if (size < smallestFrame) {
      this.#bytes.copyWithin(start, start + frameHead, this.#length)
      this.#length -= frameHead
    } else {
      this.#bytes[start] = Op.frame
      for (let i = 0, rest = size; i < 8; i++) {
        this.#bytes[start + 1 + i] = rest
        rest = Math.floor(rest / 256)
      }
    }
    this.#frame = -1
  }

  /** The pickle is complete. */
  finish(): void {
    this.#endFrame()
    this.#isFramed = false
  }

  /** Hands what is there to the file. */
  flush(): void {
    const bytes = this.take()
    call(this.write!, [bytes])
  }

  /** What is there, which is then no longer there. */
  take(): PyBytes {
    const bytes = new PyBytes(copyOfBytes(this.#bytes, 0, this.#length))
    this.#length = 0
    return bytes
  }

  /** All of it; nothing is written thereafter. */
  takeAll(): PyBytes {
    const bytes = this.take()
    if (this.#bytes.length <= largestSpare) spare = this.#bytes
    return bytes
  }
}

const doubleBytes = new Uint8Array(8)
const doubles = new DataView(doubleBytes.buffer)
