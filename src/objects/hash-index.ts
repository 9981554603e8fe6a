// Hot.
/**
 * Positions of keys by hash: a table with open addressing and linear probing, whose slots are three numbers each.
 *
 *     slots   [ 0 _ _  3 low high  0 _ _  −1 _ _  1 low high … ]    position + 1, and the halves of the key's hash; 0 free, −1 deleted
 *
 * Growing needs no look at the keys, and so calls no `__hash__`.
 */
import { type Slots, zeros } from './zeros.ts'

const firstCapacity = 8

export class HashIndex {
  slots: Slots
  /** Number of slots, less one. */
  mask: number
  /** How many slots hold a position, and how many are not free. */
  live: number
  used: number

  constructor(slots: Slots = zeros(3 * firstCapacity)) {
    this.slots = slots
    this.mask = slots.length / 3 - 1
    this.live = 0
    this.used = 0
  }

  /** Where the slot to begin with is. */
  first(low: number): number {
    const mixed = Math.imul(low, 0x9e3779b1)
    return ((mixed ^ (mixed >>> 15)) & this.mask) * 3
  }

  /** Where the slot after the one at `at` is. */
  after(at: number): number {
    return at + 3 < this.slots.length ? at + 3 : 0
  }

  insert(position: number, low: number, high: number): void {
    if (this.used * 3 >= (this.mask + 1) * 2) this.#grow()
    const { slots } = this
    let at = this.first(low)
    while (slots[at]! !== 0) at = this.after(at)
    slots[at] = position + 1
    slots[at + 1] = low
    slots[at + 2] = high
    this.live++
    this.used++
  }

  /** `low` may be wrong, if the key has changed its hash since: then we search. */
  remove(position: number, low: number): void {
    const { slots } = this
    let at = this.first(low)
    while (slots[at]! !== 0 && slots[at]! !== position + 1) at = this.after(at)
    if (slots[at]! === 0) for (at = 0; at < slots.length && slots[at]! !== position + 1; ) at += 3
    if (at === slots.length) return
    slots[at] = -1
    this.live--
  }

  #grow(): void {
    let capacity = firstCapacity
    while (capacity < this.live * 3) capacity *= 2
    const { slots } = this
    this.slots = zeros(3 * capacity)
    this.mask = capacity - 1
    this.live = 0
    this.used = 0
    for (let at = 0; at < slots.length; at += 3)
      if (slots[at]! > 0) this.insert(slots[at]! - 1, slots[at + 1]!, slots[at + 2]!)
  }

  /** The keys have moved: `moved[position]` is where each now is. */
  remap(moved: Int32Array): void {
    const { slots } = this
    for (let at = 0; at < slots.length; at += 3) if (slots[at]! > 0) slots[at] = moved[slots[at]! - 1]! + 1
  }

  copy(): HashIndex {
    const copy = new HashIndex(this.slots.slice())
    copy.live = this.live
    copy.used = this.used
    return copy
  }
}
