// Hot.
/**
 * Positions of keys that all are small ints: a table with open addressing, probed as CPython's dicts are, so that keys in a row lie in
 * a row. It holds positions alone; the key table has the keys to compare with.
 *
 *     positions   [ 0  3  −1  1 … ]    position + 1; 0 free, −1 deleted
 */
import { type Slots, zeros } from './zeros.ts'

type Keys = readonly unknown[]

export class IntIndex {
  positions: Slots
  /** How many slots hold a position, and how many are not free. */
  live: number
  used: number

  constructor(capacity: number) {
    this.positions = zeros(capacity)
    this.live = 0
    this.used = 0
  }

  /** Position of `key`, or −1. */
  find(keys: Keys, key: number): number {
    const { positions } = this
    const mask = positions.length - 1
    let slot = key & mask
    let at = positions[slot]! - 1
    if (at >= 0 && keys[at] === key) return at
    for (let perturb = perturbation(key); at !== -1; ) {
      perturb >>>= 5
      slot = (slot * 5 + perturb + 1) & mask
      at = positions[slot]! - 1
      if (at >= 0 && keys[at] === key) return at
    }
    return -1
  }

  /** Adds a key that is not there, at `position`. */
  insert(keys: Keys, key: number, position: number): void {
    if (this.used * 3 >= this.positions.length * 2) this.#grow(keys)
    this.#place(key, position)
    this.live++
  }

  /** In the first slot that is free or deleted. */
  #place(key: number, position: number): void {
    const { positions } = this
    const mask = positions.length - 1
    let slot = key & mask
    for (let perturb = perturbation(key); positions[slot]! > 0; ) {
      perturb >>>= 5
      slot = (slot * 5 + perturb + 1) & mask
    }
    if (positions[slot] === 0) this.used++
    positions[slot] = position + 1
  }

  remove(key: number, position: number): void {
    const { positions } = this
    const mask = positions.length - 1
    let slot = key & mask
    for (let perturb = perturbation(key); positions[slot] !== position + 1; ) {
      perturb >>>= 5
      slot = (slot * 5 + perturb + 1) & mask
    }
    positions[slot] = -1
    this.live--
  }

  #grow(keys: Keys): void {
    let capacity = 16
    while (capacity < this.live * 3) capacity *= 2
    const { positions } = this
    this.positions = zeros(capacity)
    this.used = 0
    for (let slot = 0; slot < positions.length; slot++) {
      const at = positions[slot]! - 1
      if (at >= 0) this.#place(keys[at] as number, at)
    }
  }

  copy(): IntIndex {
    const copy = new IntIndex(0)
    copy.positions = this.positions.slice()
    copy.live = this.live
    copy.used = this.used
    return copy
  }
}

/** The bits that the first slot does not tell. */
const perturbation = (key: number): number => {
  const low = key | 0
  return low === key ? low : low ^ Math.floor(key / 4294967296)
}

/** The index of keys without holes, every one of which is a small int; null if one is not. */
export function intIndexOf(keys: Keys): IntIndex | null {
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] !== 'number' && keys[i] !== undefined) return null
  let capacity = 16
  while (capacity < keys.length * 2) capacity *= 2
  const index = new IntIndex(capacity)
  for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined) index.insert(keys, keys[i] as number, i)
  return index
}
