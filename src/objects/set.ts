// Hot.
/**
 * set and frozenset: a key table (key-table.ts) with an order of its own (set-order.ts).
 *
 * A set knows three states:
 *
 *     ints        every item is a small int; with more than eight, or once the order is wanted, `order` finds them
 *     ordered     `order` is kept beside the indexes of the key table
 *     arbitrary   an item's hash differs from process to process in CPython (a str, an object without `__hash__`): any order is
 *                 as good, and that of insertion is the best
 *
 * The order of a set that nothing has been taken from is made when it is first wanted, from the order of insertion. With
 * PYTHONHASHSEED given, strs count as ordered.
 */
import { anything, changing } from '../base/fields.ts'
import { frozensetType, setType } from './builtin-types.ts'
import { identityHash, strHashesAreFixed } from './hash.ts'
import { hashHigh, hashLow } from './hash-halves.ts'
import { type Finder, KeyTable, none, smallSize } from './key-table.ts'
import { SetOrder } from './set-order.ts'
import { PyTuple } from './tuple.ts'
import type { PyType } from './type.ts'
import { PyFloat, type Int, PyObject, type Value } from './value.ts'

/** Is the hash the same in every process? */
function hasFixedHash(key: Value): boolean {
  if (typeof key === 'number') return true
  if (typeof key === 'string') return strHashesAreFixed
  if (!(key instanceof PyObject)) return !(key instanceof PyFloat && Number.isNaN(key.value))
  if (key instanceof PyTuple) return key.items.every(hasFixedHash)
  if (key instanceof PyFrozenset) return key.hasFixedHash()
  const { type } = key
  return type.hash !== identityHash && (strHashesAreFixed || (type.name !== 'bytes' && type.name !== 'str'))
}

abstract class KeySet extends KeyTable {
  order!: SetOrder | null
  isInts!: boolean
  isArbitrary!: boolean

  protected override get purpose(): string {
    return 'a set element'
  }

  has(item: Value): boolean {
    return this.find(item) >= 0
  }

  protected override findPrimitive(key: Value): number {
    if (!this.isInts || (this.order === null && this.keys.length <= smallSize)) return super.findPrimitive(key)
    return typeof key === 'number' ? (this.order ?? this.#makeOrder()!).findInt(this.keys, key) : -1
  }

  /** Adds an item; for frozensets, only while they are being made. */
  add(item: Value): void {
    if (typeof item === 'number' && this.isInts && this.foreign === null) this.#addInt(item)
    else if (
      typeof item !== 'string' ||
      this.finder === null ||
      this.order !== null ||
      !this.#addStr(this.finder, item)
    ) {
      if (this.find(item) < 0) this.append(item)
    }
  }

  /** Makes these items those of this set, which has none; they are distinct, and in the order in which they would be added. */
  adopt(items: Value[]): void {
    let ints = true
    for (let i = 0; i < items.length; i++)
      if (typeof items[i] === 'string') ints = false
      else if (typeof items[i] !== 'number') {
        for (i = 0; i < items.length; i++) this.add(items[i]!)
        return
      }
    this.keys = items
    this.size = items.length
    this.keysVersion++
    this.isInts = ints
  }

  /** Adds a str unless it is there, if the index alone knows that. */
  #addStr({ index, shared, foreign }: Finder, item: string): boolean {
    if (index === null || shared > 0 || foreign !== null) return false
    const at = index.get(item)
    if (at === undefined || at < 0) index.set(item, this.pushKey(item))
    return true
  }

  #addInt(item: number): void {
    const { keys } = this
    const order = this.order === null && keys.length > smallSize ? this.#makeOrder()! : this.order
    if (order === null) {
      for (let i = 0; i < keys.length; i++) if (keys[i] === item) return
      this.#appendInt(item)
    } else if (order.addInt(keys === none ? (this.keys = []) : keys, item)) {
      this.size++
      this.keysVersion++
    }
  }

  protected override append(key: Value): number {
    if (this.isInts) {
      if (typeof key === 'number') return this.#appendInt(key)
      this.isInts = false
    }
    const at = super.append(key)
    if (this.order !== null) this.#enterOrder(this.order, key, at)
    return at
  }

  #appendInt(key: number): number {
    const at = this.pushKey(key)
    const { foreign } = this
    if (foreign !== null) this.enterHash(foreign, key, at)
    if (this.order !== null) this.order.insertInt(this.keys, at)
    else if (this.keys.length > smallSize) this.#makeOrder()
    return at
  }

  #enterOrder(order: SetOrder, key: Value, at: number): void {
    if (!hasFixedHash(key)) {
      this.order = null
      this.isArbitrary = true
      return
    }
    order.keepHashes(this.keys)
    const low = this.appendedLow(key)
    order.insert(this.keys, at, low, this.appendedHigh)
  }

  /** The order, made now if it can be; null for an arbitrary one. */
  protected ensureOrder(): SetOrder | null {
    if (this.order !== null || this.isArbitrary) return this.order
    return this.#makeOrder()
  }

  #makeOrder(): SetOrder | null {
    const { keys } = this
    const order = new SetOrder()
    if (this.isInts) {
      order.insertAll(keys)
      this.order = order
      return order
    }
    for (let at = 0; at < keys.length; at++)
      if (!hasFixedHash(keys[at]!)) {
        this.isArbitrary = true
        return null
      }
    order.keepHashes(noKeys)
    const { foreign } = this
    if (foreign === null)
      for (let at = 0; at < keys.length; at++) {
        const low = hashLow(keys[at]!)
        order.insert(keys, at, low, hashHigh)
      }
    else {
      // The index of foreign keys knows all hashes: no `__hash__` is called again.
      const { slots } = foreign
      const places = new Int32Array(keys.length)
      for (let slot = 0; slot < slots.length; slot += 3) if (slots[slot]! > 0) places[slots[slot]! - 1] = slot
      for (let at = 0; at < keys.length; at++) order.insert(keys, at, slots[places[at]! + 1]!, slots[places[at]! + 2]!)
    }
    this.order = order
    return order
  }

  protected override removeAt(at: number): void {
    const order = this.ensureOrder()
    if (order !== null) this.#leaveOrder(order, at)
    if (this.isInts) {
      if (this.finder !== null) this.finder.foreign = null
      this.removeKey(at)
    } else super.removeAt(at)
    if (this.size === 0) {
      this.isInts = true
      this.isArbitrary = false
    }
  }

  #leaveOrder(order: SetOrder, at: number): void {
    if (order.lows === null) return order.removeInt(this.keys, at)
    const low = this.appendedLow(this.keys[at]!)
    order.remove(at, low, this.appendedHigh)
  }

  protected override compactKeys(): Int32Array {
    const moved = super.compactKeys()
    if (this.order !== null) this.order.remap(moved)
    return moved
  }

  /** Where iteration stands after items before `from` have been given, or −1 at the end. Begins at 0. */
  cursor(from: number): number {
    const order = this.ensureOrder()
    if (order !== null) return order.next(from)
    const { keys } = this
    for (let at = from; at < keys.length; at++) if (keys[at] !== undefined) return at
    return -1
  }

  /** The item at a cursor. */
  itemAt(cursor: number): Value {
    return this.keys[this.order === null ? cursor : this.order.positions[cursor]! - 1]!
  }

  /** The items in order, as they are now. */
  items(): Value[] {
    const order = this.ensureOrder()
    const { keys } = this
    if (order === null)
      return this.size === keys.length ? (keys.slice() as Value[]) : keys.filter(key => key !== undefined)
    const { positions } = order
    const items = new Array<Value>(this.size)
    for (let slot = 0, to = 0; slot < positions.length; slot++)
      if (positions[slot]! > 0) items[to++] = keys[positions[slot]! - 1]!
    return items
  }

  /** Makes room for `count` more items, which decides where they go. */
  reserve(count: number): void {
    const order = this.ensureOrder()
    if (order !== null) order.reserve(this.keys, count)
  }

  /** Adds the items of another set, as set_merge. `asked` has the same items as this one, and perhaps an index already. */
  merge(other: KeySet, asked: KeySet = this): void {
    if (other === this || other.size === 0) return
    if (this.size > 0) this.reserve(other.size)
    else if (this.#becomes(other)) return
    const items = other.items()
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!
      if (typeof item !== 'string') this.add(item)
      else if (!asked.has(item)) this.append(item)
    }
  }

  /** Takes the keys of another set over as they are, if this one, which has none, has an empty table as well. */
  #becomes(other: KeySet): boolean {
    const from = other.ensureOrder()
    let { order } = this
    if (order !== null) {
      order.reserve(this.keys, other.size)
      if (order.fill > 0) return false
    } else if (from !== null) {
      order = new SetOrder()
      order.reserve(this.keys, other.size)
    }
    if (other.size < other.keys.length) other.compactKeys()
    this.copyKeys(other)
    this.isInts = other.isInts
    this.isArbitrary = other.isArbitrary
    this.order = from === null ? null : order
    if (from !== null) order!.mergeIntoEmpty(from, this.keys)
    return true
  }

  /** Makes the contents of this set those of `other`, which nobody uses thereafter: set_swap_bodies. */
  take(other: KeySet): void {
    this.keys = other.keys
    this.size = other.size
    this.keysVersion++
    this.finder = other.finder
    this.isInts = other.isInts
    this.isArbitrary = other.isArbitrary
    this.order = other.order
  }
}

const noKeys: readonly Value[] = []

export class PySet extends KeySet {
  /** Where `pop` looks next. */
  finger: number
  constructor(type: PyType = setType) {
    super()
    this.type = type
    this.attributes = null
    this.serial = 0
    this.keys = none
    this.size = 0
    this.keysVersion = 0
    this.finder = null
    this.order = null
    this.isInts = true
    this.isArbitrary = false
    this.finger = 0
  }

  /** Removes the item; false if it was not there. */
  delete(item: Value): boolean {
    const at = this.find(item)
    if (at < 0) return false
    this.deleteAt(at)
    return true
  }

  deleteAt(at: number): void {
    this.removeAt(at)
    if (this.isSparse) this.compactKeys()
  }

  /** Removes and answers an item, the one that CPython would; the set is not empty. */
  pop(): Value {
    const order = this.ensureOrder()
    let at: number
    if (order === null) at = this.cursor(this.finder === null ? 0 : this.finder.first)
    else {
      const slot = order.nextAround(this.finger)
      this.finger = slot + 1
      at = order.positions[slot]! - 1
    }
    const item = this.keys[at]!
    this.deleteAt(at)
    return item
  }

  /** After many deletions, as at the end of set_difference_update: dummies that are more than a quarter go. */
  tidy(): void {
    const { order } = this
    if (order === null || order.fill - order.used <= order.mask / 4) return
    order.resize(this.keys, order.used > 50000 ? order.used * 2 : order.used * 4)
  }

  clear(): void {
    this.clearKeys()
    this.order = null
    this.isInts = true
    this.isArbitrary = false
  }

  static from(items: Iterable<Value>): PySet {
    const set = new PySet()
    for (const item of items) set.add(item)
    return set
  }
}
changing(new PySet(), {
  serial: 1,
  keys: [],
  finder: anything,
  order: anything,
  isInts: false,
  isArbitrary: true,
  finger: 1,
})

export class PyFrozenset extends KeySet {
  /** Remembered once computed. */
  hash: Int | null
  #isFixed: boolean | null
  constructor(type: PyType = frozensetType) {
    super()
    this.type = type
    this.attributes = null
    this.serial = 0
    this.keys = none
    this.size = 0
    this.keysVersion = 0
    this.finder = null
    this.order = null
    this.isInts = true
    this.isArbitrary = false
    this.hash = null
    this.#isFixed = null
  }

  /** Remembered, since sets of sets of sets would be walked again and again. */
  hasFixedHash(): boolean {
    return (this.#isFixed ??= this.items().every(hasFixedHash))
  }

  static from(items: Iterable<Value>): PyFrozenset {
    const set = new PyFrozenset()
    for (const item of items) set.add(item)
    return set
  }
}

export type AnySet = PySet | PyFrozenset
export const isAnySet = (value: Value): value is AnySet => value instanceof KeySet
