// Hot.
/**
 * Python hashes as pairs of 32-bit halves, for the tables that find keys by hash.
 *
 * A Python hash has 64 bits, and most of those that are no small ints would be bigints. Engines compute with int32 in registers; so
 * `hashLow` answers the low half and leaves the high one in `hashHigh`, and nothing is allocated. Tuples, the keys for which
 * this matters, are hashed here with the arithmetic of xxHash on halves; `hashTuple` (base/hash.ts) is the plain version of it.
 */
import { normalize } from '../base/int.ts'
import { PyBytes } from './bytes.ts'
import { hashOf, hashOfBytesObject, hashOfStr } from './hash.ts'
import { PyTuple } from './tuple.ts'
import { PyFloat, type Int, type Value } from './value.ts'

/** A hash of 64 bits as two int32. */
export interface Halves {
  readonly low: number
  readonly high: number
}

/** The high half of the hash whose low half was answered last. */
export let hashHigh = 0

/** The low half of `hash(value)`. Raises TypeError if it has none, and what its `__hash__` raises. */
export function hashLow(value: Value): number {
  if (typeof value === 'number') return halvesOfNumber(value === -1 ? -2 : value)
  if (typeof value === 'string') return halvesOfStr(value)
  if (value instanceof PyTuple && value.type.hash === hashOfTuple) return lowOfTuple(value)
  if (value instanceof PyBytes && value.type.hash === hashOfBytesObject) return lowOfBytes(value)
  if (value instanceof PyFloat && Number.isSafeInteger(value.value)) {
    const int = value.value + 0
    return halvesOfNumber(int === -1 ? -2 : int)
  }
  return halvesOfInt(hashOf(value))
}

/** The halves of a safe integer. */
function halvesOfNumber(hash: number): number {
  const low = hash | 0
  hashHigh = low === hash ? low >> 31 : Math.floor(hash / 4294967296) | 0
  return low
}

function halvesOfInt(hash: Int): number {
  if (typeof hash === 'number') return halvesOfNumber(hash)
  bits.setBigInt64(0, hash)
  hashHigh = bits.getInt32(0)
  return bits.getInt32(4)
}

/** Takes bigints apart and puts them together: arithmetic would allocate three or four more. */
const bits = new DataView(new ArrayBuffer(8))

export function hashOfTuple(tuple: PyTuple): Int {
  const low = lowOfTuple(tuple)
  if (hashHigh > -0x200000 && hashHigh < 0x200000) return hashHigh * 4294967296 + (low >>> 0)
  bits.setInt32(0, hashHigh)
  bits.setInt32(4, low)
  return normalize(bits.getBigInt64(0))
}

const strs = new Map<string, Halves>()
const rememberedStrs = 20_000

function halvesOfStr(text: string): number {
  let halves = strs.get(text)
  if (halves === undefined) {
    const low = halvesOfInt(hashOfStr(text))
    halves = { low, high: hashHigh }
    if (strs.size >= rememberedStrs) strs.clear()
    strs.set(text, halves)
  }
  hashHigh = halves.high
  return halves.low
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const first = aHigh * bLow + ((aLow * bLow) >>> 16)
  const second = aLow * bHigh + (first & 0xffff)
  return (aHigh * bHigh + (first >>> 16) + (second >>> 16)) | 0
}

/** A tuple remembers its hash, whatever its items would say later: as CPython since 3.14. So does bytes. */
function lowOfTuple(tuple: PyTuple): number {
  if (tuple.hashLow === -1 && tuple.hashHigh === -1) {
    tuple.hashLow = hashOfItems(tuple)
    tuple.hashHigh = hashHigh
  } else hashHigh = tuple.hashHigh
  return tuple.hashLow
}

function lowOfBytes(bytes: PyBytes): number {
  if (bytes.hash === null) {
    const low = halvesOfInt(hashOfBytesObject(bytes))
    bytes.hash = { low, high: hashHigh }
  }
  hashHigh = bytes.hash.high
  return bytes.hash.low
}

function hashOfItems({ items }: PyTuple): number {
  // XXPRIME_5, then for each item: add hash · XXPRIME_2, rotate by 31, multiply by XXPRIME_1.
  let low = 0x165667c5
  let high = 0x27d4eb2f
  for (let i = 0; i < items.length; i++) {
    const itemLow = hashLow(items[i]!)
    const itemHigh = hashHigh
    const laneLow = Math.imul(itemLow, 0x27d4eb4f)
    const laneHigh =
      (multiplyHigh(itemLow, 0x27d4eb4f) + Math.imul(itemHigh, 0x27d4eb4f) + Math.imul(itemLow, 0xc2b2ae3d)) | 0
    const sumLow = (low + laneLow) | 0
    const sumHigh = (high + laneHigh + (sumLow >>> 0 < low >>> 0 ? 1 : 0)) | 0
    const rotatedLow = (sumLow << 31) | (sumHigh >>> 1)
    const rotatedHigh = (sumHigh << 31) | (sumLow >>> 1)
    low = Math.imul(rotatedLow, 0x85ebca87)
    high =
      (multiplyHigh(rotatedLow, 0x85ebca87) + Math.imul(rotatedHigh, 0x85ebca87) + Math.imul(rotatedLow, 0x9e3779b1)) |
      0
  }
  const lengthLow = items.length ^ (0x165667c5 ^ 3527539)
  const resultLow = (low + lengthLow) | 0
  const resultHigh = (high + 0x27d4eb2f + (resultLow >>> 0 < low >>> 0 ? 1 : 0)) | 0
  if (resultLow === -1 && resultHigh === -1) {
    hashHigh = 0
    return 1546275796
  }
  hashHigh = resultHigh
  return resultLow
}
