// Hot.
/**
 * Memory for bytes.
 *
 * A typed array of up to 64 bytes lies in the engine's heap; a longer one gets memory of its own, which costs half a microsecond to get and as
 * much to give back. So those of middling length are cut from pieces that they share; longer ones are alone, since one of them would
 * keep a whole piece.
 */
const pieceSize = 16_384
const longestInHeap = 64
const longestShared = 2048

let piece = new ArrayBuffer(0)
let used = 0

/** That many zeros, which nobody else has. */
export function zeroBytes(length: number): Uint8Array {
  if (length <= longestInHeap || length > longestShared) return new Uint8Array(length)
  if (used + length > piece.byteLength) {
    piece = new ArrayBuffer(pieceSize)
    used = 0
  }
  const bytes = new Uint8Array(piece, used, length)
  used += (length + 7) & ~7
  return bytes
}

/** The bytes from `start` up to `stop`, within bounds, in memory of their own. */
export function copyOfBytes(bytes: Uint8Array, start = 0, stop = bytes.length): Uint8Array {
  const length = stop - start
  if (length <= 0) return new Uint8Array(0)
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
