// Hot.
/**
 * Positions of keys by hash: a table with open addressing and linear probing, as three arrays of int32 values.
 *
 *     positions   [ 0  3  0 −1  1 … ]    position + 1; 0 free, −1 deleted
 *     lows, highs                        the two halves of the key's hash
 *
 * Growing needs no look at the keys, and so calls no `__hash__`.
 */
import { type Slots, zeros } from './zeros.ts'

const firstCapacity = 16

export class HashIndex {
  positions: Slots
  lows: Slots
  highs: Slots
  /** How many slots hold a position, and how many are not free. */
  live: number
  used: number

  constructor(capacity: number = firstCapacity) {
    this.positions = zeros(capacity)
    this.lows = zeros(capacity)
    this.highs = zeros(capacity)
    this.live = 0
    this.used = 0
  }

  /** The slot to begin with; the next one is the one after. */
  first(low: number): number {
    const mixed = Math.imul(low, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & (this.positions.length - 1)
  }

  insert(position: number, low: number, high: number): void {
    if (this.used * 3 >= this.positions.length * 2) this.#grow()
    const { positions } = this
    const mask = positions.length - 1
    let slot = this.first(low)
    while (positions[slot]! !== 0) slot = (slot + 1) & mask
    positions[slot] = position + 1
    this.lows[slot] = low
    this.highs[slot] = high
    this.live++
    this.used++
  }

  /** `low` may be wrong, if the key has changed its hash since: then we search. */
  remove(position: number, low: number): void {
    const { positions } = this
    const mask = positions.length - 1
    let slot = this.first(low)
    while (positions[slot]! !== 0 && positions[slot]! !== position + 1) slot = (slot + 1) & mask
    if (positions[slot]! === 0) slot = positions.indexOf(position + 1)
    if (slot < 0) return
    positions[slot] = -1
    this.live--
  }

  #grow(): void {
    let capacity = firstCapacity
    while (capacity < this.live * 3) capacity *= 2
    const { positions, lows, highs } = this
    this.positions = zeros(capacity)
    this.lows = zeros(capacity)
    this.highs = zeros(capacity)
    this.live = 0
    this.used = 0
    for (let slot = 0; slot < positions.length; slot++)
      if (positions[slot]! > 0) this.insert(positions[slot]! - 1, lows[slot]!, highs[slot]!)
  }

  /** The keys have moved: `moved[position]` is where each now is. */
  remap(moved: Int32Array): void {
    const { positions } = this
    for (let slot = 0; slot < positions.length; slot++)
      if (positions[slot]! > 0) positions[slot] = moved[positions[slot]! - 1]! + 1
  }

  copy(): HashIndex {
    const copy = new HashIndex(0)
    copy.positions = this.positions.slice()
    copy.lows = this.lows.slice()
    copy.highs = this.highs.slice()
    copy.live = this.live
    copy.used = this.used
    return copy
  }
}
