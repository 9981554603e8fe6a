// Hot.
/**
 * The order in which a set is iterated, which is CPython's: that of its hash table (Objects/setobject.c).
 *
 * Programs print sets of ints, and their output depends on it. So a set whose hashes are the same in every process has a table like CPython's
 * beside its keys, with the same probing, growth and dummies where items were. While all items are ints, who are their own
 * hashes, the table serves to find them as well.
 *
 *     positions   [ 2  0 −1  1 … ]    position + 1 of the key; 0 free, −1 dummy
 */
import type { Value } from './value.ts'
import { type Slots, zeros } from './zeros.ts'

const smallest = 8
const linearProbes = 9

type Keys = readonly (Value | undefined)[]

export class SetOrder {
  positions: Slots
  /** The halves of the hashes; null while every item is an int. */
  lows: Slots | null
  highs: Slots | null
  mask: number
  /** Slots that are not free, and those that hold an item. */
  fill: number
  used: number

  constructor() {
    this.positions = zeros(smallest)
    this.lows = null
    this.highs = null
    this.mask = smallest - 1
    this.fill = 0
    this.used = 0
  }

  /** Position of an int among keys that all are ints, or −1. */
  findInt(keys: Keys, key: number): number {
    const at = this.positions[lowOfInt(key) & this.mask]! - 1
    return at === -1 || (at >= 0 && keys[at] === key) ? at : this.#probe(keys, key)
  }

  #probe(keys: Keys, key: number): number {
    const { positions, mask } = this
    let low = lowOfInt(key)
    let high = highOfInt(key)
    let slot = low & mask
    for (;;) {
      const end = slot + linearProbes <= mask ? slot + linearProbes : slot
      for (let each = slot; each <= end; each++) {
        const at = positions[each]! - 1
        if (at === -1) return -1
        if (at >= 0 && keys[at] === key) return at
      }
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      slot = (Math.imul(slot, 5) + 1 + low) & mask
    }
  }

  /** Adds an int to the keys, which all are ints, unless it is there: one walk looks for it and for where it goes. */
  addInt(keys: (Value | undefined)[], key: number): boolean {
    const { positions, mask } = this
    let low = lowOfInt(key)
    let high = highOfInt(key)
    let slot = low & mask
    for (;;) {
      const end = slot + linearProbes <= mask ? slot + linearProbes : slot
      for (let each = slot; each <= end; each++) {
        const at = positions[each]! - 1
        if (at >= 0) {
          if (keys[at] === key) return false
        } else if (at === -1) {
          keys.push(key)
          if (this.fill !== this.used) this.insertInt(keys, keys.length - 1)
          else {
            positions[each] = keys.length
            this.used++
            this.fill++
            this.#growIfFull(keys)
          }
          return true
        }
      }
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      slot = (Math.imul(slot, 5) + 1 + low) & mask
    }
  }

  /** Adds ints one after the other to an order that is empty. Where each has the slot that its hash tells, it does not matter when they came. */
  insertAll(keys: Keys): void {
    let size = smallest
    for (let fill = 1; fill <= keys.length; fill++)
      if (fill * 5 >= (size - 1) * 3) size = sizeFor(fill > 50000 ? fill * 2 : fill * 4)
    const positions = zeros(size)
    for (let at = 0; at < keys.length; at++) {
      const slot = lowOfInt(keys[at] as number) & (size - 1)
      if (positions[slot] !== 0) {
        for (at = 0; at < keys.length; at++) this.insertInt(keys, at)
        return
      }
      positions[slot] = at + 1
    }
    this.positions = positions
    this.mask = size - 1
    this.fill = this.used = keys.length
  }

  #growIfFull(keys: Keys): void {
    if (this.fill * 5 >= this.mask * 3) this.resize(keys, this.used > 50000 ? this.used * 2 : this.used * 4)
  }

  insertInt(keys: Keys, at: number): void {
    const key = keys[at] as number
    this.insert(keys, at, lowOfInt(key), highOfInt(key))
  }

  /** Adds an item that is not there, as set_add_entry. */
  insert(keys: Keys, at: number, low: number, high: number): void {
    const free = freeSlot(this.positions, this.mask, low, high)
    const slot = this.fill === this.used ? free : lastDummy(this.positions, this.mask, low, high, free)
    this.positions[slot] = at + 1
    if (this.lows !== null) {
      this.lows[slot] = low
      this.highs![slot] = high
    }
    this.used++
    if (slot !== free) return
    this.fill++
    this.#growIfFull(keys)
  }

  removeInt(keys: Keys, at: number): void {
    const key = keys[at] as number
    this.remove(at, lowOfInt(key), highOfInt(key))
  }

  /** Leaves a dummy where the item at `at` is. */
  remove(at: number, low: number, high: number): void {
    const { positions, mask } = this
    const wanted = at + 1
    let slot = low & mask
    this.used--
    for (let tries = 0; tries <= positions.length; tries++) {
      const end = slot + linearProbes <= mask ? slot + linearProbes : slot
      for (let each = slot; each <= end; each++)
        if (positions[each] === wanted) {
          positions[each] = -1
          return
        }
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      slot = (Math.imul(slot, 5) + 1 + low) & mask
    }
    // The item has another hash now than when it was added.
    positions[positions.indexOf(wanted)] = -1
  }

  /** Room for `count` more at once, as before a merge. */
  reserve(keys: Keys, count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize(keys, (this.used + count) * 2)
  }

  /** A table for more than `least` items; dummies disappear. */
  resize(keys: Keys, least: number): void {
    const size = sizeFor(least)
    const { positions, lows, highs } = this
    this.positions = zeros(size)
    this.mask = size - 1
    this.fill = this.used
    if (lows !== null) {
      this.lows = zeros(size)
      this.highs = zeros(size)
    }
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i]!
      if (position <= 0) continue
      if (lows === null) {
        const key = keys[position - 1] as number
        this.positions[freeSlot(this.positions, this.mask, lowOfInt(key), highOfInt(key))] = position
      } else this.#placeClean(position, lows[i]!, highs![i]!)
    }
  }

  #placeClean(position: number, low: number, high: number): void {
    const slot = freeSlot(this.positions, this.mask, low, high)
    this.positions[slot] = position
    this.lows![slot] = low
    this.highs![slot] = high
  }

  /** An item that is no int is about to come: from now on hashes are kept. */
  keepHashes(keys: Keys): void {
    if (this.lows !== null) return
    this.lows = zeros(this.positions.length)
    this.highs = zeros(this.positions.length)
    for (let slot = 0; slot < this.positions.length; slot++) {
      const position = this.positions[slot]!
      if (position <= 0) continue
      const key = keys[position - 1] as number
      this.lows[slot] = lowOfInt(key)
      this.highs[slot] = highOfInt(key)
    }
  }

  /** The first slot at or after `from` that holds an item, or −1. */
  next(from: number): number {
    const { positions } = this
    for (let slot = from; slot < positions.length; slot++) if (positions[slot]! > 0) return slot
    return -1
  }

  /** The first slot that holds an item, from `finger` on and around; there is one. */
  nextAround(finger: number): number {
    const { positions, mask } = this
    let slot = finger & mask
    while (positions[slot]! <= 0) slot = slot === mask ? 0 : slot + 1
    return slot
  }

  /** The keys have moved: `moved[position]` is where each now is. */
  remap(moved: Int32Array): void {
    const { positions } = this
    for (let slot = 0; slot < positions.length; slot++)
      if (positions[slot]! > 0) positions[slot] = moved[positions[slot]! - 1]! + 1
  }

  /** Takes over the items of another order, whose keys are at the same positions: set_merge into an empty table. */
  mergeIntoEmpty(from: SetOrder, keys: Keys): void {
    if (from.lows !== null) this.keepHashes(keys)
    this.fill = from.used
    this.used = from.used
    if (this.mask === from.mask && from.fill === from.used) {
      this.positions = from.positions.slice()
      this.lows = from.lows === null ? null : from.lows.slice()
      this.highs = from.highs === null ? null : from.highs.slice()
      return
    }
    for (let slot = from.next(0); slot >= 0; slot = from.next(slot + 1)) {
      const position = from.positions[slot]!
      if (from.lows !== null) this.#placeClean(position, from.lows[slot]!, from.highs![slot]!)
      else {
        const key = keys[position - 1] as number
        this.positions[freeSlot(this.positions, this.mask, lowOfInt(key), highOfInt(key))] = position
      }
    }
  }
}

function sizeFor(least: number): number {
  let size = smallest
  while (size <= least) size *= 2
  return size
}

const lowOfInt = (key: number): number => (key === -1 ? -2 : key | 0)
const highOfInt = (key: number): number => {
  const low = key | 0
  return low === key ? low >> 31 : Math.floor(key / 4294967296) | 0
}

/** The dummy that set_add_entry meets last on the way to the free slot, and takes instead; the free slot if there is none. */
function lastDummy(positions: Slots, mask: number, low: number, high: number, free: number): number {
  let found = free
  let slot = low & mask
  for (;;) {
    const end = slot + linearProbes <= mask ? slot + linearProbes : slot
    for (let each = slot; each <= end; each++) {
      if (each === free) return found
      if (positions[each] === -1) found = each
    }
    low = (low >>> 5) | (high << 27)
    high >>>= 5
    slot = (Math.imul(slot, 5) + 1 + low) & mask
  }
}

/** The first free slot for an item of that hash, as set_insert_clean finds it. */
function freeSlot(positions: Slots, mask: number, low: number, high: number): number {
  let slot = low & mask
  for (;;) {
    const end = slot + linearProbes <= mask ? slot + linearProbes : slot
    for (let each = slot; each <= end; each++) if (positions[each] === 0) return each
    low = (low >>> 5) | (high << 27)
    high >>>= 5
    slot = (Math.imul(slot, 5) + 1 + low) & mask
  }
}
