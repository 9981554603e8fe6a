// Hot.
/**
 * Memory for bytes.
 *
 * Each typed array with memory of its own has a buffer as well: up to 64 bytes in the engine's heap, twice as much for the garbage collector
 * as a view of another's, beyond that somewhere else, which costs half a microsecond to get and as much to give back.
 * So short ones and those of middling length are cut from pieces that they share; longer ones are alone, since one of them would
 * keep a whole piece. Short ones have pieces of their own for the same reason.
 */
const longestShort = 64
const longestShared = 2048

class Piece {
  readonly size: number
  buffer: ArrayBuffer
  used: number
  constructor(size: number) {
    this.size = size
    this.buffer = new ArrayBuffer(size)
    this.used = 0
  }

  cut(length: number): Uint8Array {
    if (this.used + length > this.size) {
      this.buffer = new ArrayBuffer(this.size)
      this.used = 0
    }
    const bytes = new Uint8Array(this.buffer, this.used, length)
    this.used += (length + 7) & ~7
    return bytes
  }
}

const short = new Piece(2048)
const middling = new Piece(16_384)

const nothing = new Uint8Array(0)

/** That many zeros, which nobody else has. */
export function zeroBytes(length: number): Uint8Array {
  if (length <= longestShort) return short.cut(length)
  return length <= longestShared ? middling.cut(length) : new Uint8Array(length)
}

/** The bytes from `start` up to `stop`, within bounds, in memory of their own. */
export function copyOfBytes(bytes: Uint8Array, start = 0, stop = bytes.length): Uint8Array {
  const length = stop - start
  if (length <= 0) return nothing
  if (length > longestShared) return bytes.slice(start, stop)
  const copy = zeroBytes(length)
  copyBytesTo(copy, 0, bytes, start, stop)
  return copy
}

/** Copies bytes to a place; answers where they end. `set` takes as long as copying some thirty by hand. */
export function copyBytesTo(to: Uint8Array, at: number, from: Uint8Array, start = 0, stop = from.length): number {
  const length = stop - start
  if (length > 32) to.set(start === 0 && stop === from.length ? from : from.subarray(start, stop), at)
  else for (let i = 0; i < length; i++) to[at + i] = from[start + i]!
  return at + length
}
