// Hot.
/** set and frozenset: a key table (key-table.ts) and nothing else. */
import { frozensetType, setType } from './builtin-types.ts'
import { KeyTable } from './key-table.ts'
import type { PyType } from './type.ts'
import type { Int, Value } from './value.ts'

abstract class KeySet extends KeyTable {
  protected override get purpose(): string {
    return 'a set element'
  }

  has(item: Value): boolean {
    return this.find(item) >= 0
  }

  /** Position of the first item at or after `from`, or −1. */
  next(from: number): number {
    const keys = this.keys
    for (let i = from < this.first ? this.first : from; i < keys.length; i++) if (keys[i] !== undefined) return i
    return -1
  }

  /** The items, as they are now. */
  items(): Value[] {
    return this.keys.filter(key => key !== undefined)
  }

  /** Adds an item; for frozensets, only while they are being made. */
  add(item: Value): void {
    if (this.find(item) < 0) this.append(item)
  }

  become(other: KeySet): void {
    if (other.size === other.keys.length) this.copyKeys(other)
    else for (let i = other.next(0); i >= 0; i = other.next(i + 1)) this.append(other.keys[i]!)
  }
}

export class PySet extends KeySet {
  constructor(type: PyType = setType) {
    super(type)
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

  clear(): void {
    this.clearKeys()
  }

  static from(items: Iterable<Value>): PySet {
    const set = new PySet()
    for (const item of items) set.add(item)
    return set
  }
}

export class PyFrozenset extends KeySet {
  /** Remembered once computed. */
  hash: Int | null
  constructor(type: PyType = frozensetType) {
    super(type)
    this.hash = null
  }

  static from(items: Iterable<Value>): PyFrozenset {
    const set = new PyFrozenset()
    for (const item of items) set.add(item)
    return set
  }
}

export type AnySet = PySet | PyFrozenset
export const isAnySet = (value: Value): value is AnySet => value instanceof KeySet
