// Hot.
/**
 * dict: a key table (key-table.ts) with a value beside each key.
 *
 * `values[i]` belongs to `keys[i]`. Storing to a key that is there changes no version, so that a cache may keep the position of a
 * global variable and read it as long as `keysVersion` is what it was. Compiled code that took a value
 * for constant sets `watcher`, and is told of every change to come.
 */
import { arrayOfOne } from '../base/arrays.ts'
import { anything, changing } from '../base/fields.ts'
import { dictType } from './builtin-types.ts'
import { KeyTable, none, smallSize } from './key-table.ts'
import type { PyType } from './type.ts'
import type { Value } from './value.ts'

/** Called before a watched dict changes: `key` is what changes, undefined for everything. */
export type DictWatcher = (dict: PyDict, key: Value | undefined) => void

export class PyDict extends KeyTable {
  values: (Value | undefined)[]
  watcher: DictWatcher | null

  constructor(type: PyType = dictType) {
    super()
    this.type = type
    this.attributes = null
    this.serial = 0
    this.keys = none
    this.size = 0
    this.keysVersion = 0
    this.finder = null
    this.values = none
    this.watcher = null
  }

  get(key: Value): Value | undefined {
    const at = this.find(key)
    return at < 0 ? undefined : this.values[at]
  }

  getStr(key: string): Value | undefined {
    const at = this.findStr(key)
    return at < 0 ? undefined : this.values[at]
  }

  has(key: Value): boolean {
    return this.find(key) >= 0
  }

  set(key: Value, value: Value): void {
    const at = this.find(key)
    if (at >= 0) this.setAt(at, value)
    else this.add(key, value)
  }

  setStr(key: string, value: Value): void {
    const at = this.findStr(key)
    if (at >= 0) this.setAt(at, value)
    else this.add(key, value)
  }

  /** Stores the value of the key at `at`. */
  setAt(at: number, value: Value): void {
    if (this.watcher !== null) this.watcher(this, this.keys[at])
    this.values[at] = value
  }

  /** Adds a key that `find` has not found. */
  add(key: Value, value: Value): void {
    if (this.watcher !== null) this.watcher(this, key)
    if (this.append(key) === 0) this.values = arrayOfOne(value)
    else this.values.push(value)
  }

  /** What was there, or undefined. */
  delete(key: Value): Value | undefined {
    const at = this.find(key)
    return at < 0 ? undefined : this.deleteAt(at)
  }

  deleteStr(key: string): boolean {
    const at = this.findStr(key)
    if (at < 0) return false
    this.deleteAt(at)
    return true
  }

  deleteAt(at: number): Value {
    if (this.watcher !== null) this.watcher(this, this.keys[at])
    const { values } = this
    const value = values[at]!
    values[at] = undefined
    this.removeAt(at)
    while (values.length > this.keys.length) values.pop()
    if (this.isSparse) {
      let to = 0
      for (let i = 0; i < values.length; i++) if (this.keys[i] !== undefined) values[to++] = values[i]
      values.length = to
      this.compactKeys()
    }
    return value
  }

  /** A small dict keeps the hole, as CPython's does: an iterator that stands there shall notice the key that is added next. */
  protected override removeKey(at: number): void {
    if (this.keys.length > smallSize) return super.removeKey(at)
    this.keys[at] = undefined
    this.size--
    this.keysVersion++
  }

  clear(): void {
    if (this.watcher !== null) this.watcher(this, undefined)
    this.clearKeys()
    this.values = none
  }

  /** Position of the first key at or after `from`, or −1. */
  next(from: number): number {
    const keys = this.keys
    for (let i = this.finder === null ? from : Math.max(from, this.finder.first); i < keys.length; i++)
      if (keys[i] !== undefined) return i
    return -1
  }

  /** Position of the last key at or before `from`, or −1. */
  previous(from: number): number {
    for (let i = from; i >= 0; i--) if (this.keys[i] !== undefined) return i
    return -1
  }

  /** Moves the key at `at` to the end, or to the front (OrderedDict.move_to_end). */
  move(at: number, end: 'first' | 'last'): void {
    const key = this.keys[at]!
    const value = this.values[at]!
    if (end === 'last') {
      this.deleteAt(at)
      this.add(key, value)
      return
    }
    this.keys[at] = undefined
    this.values = [value, ...this.values.filter((_, i) => this.keys[i] !== undefined)] as Value[]
    this.keys = [key, ...this.keys.filter(each => each !== undefined)]
    this.keysVersion++
    this.reindex()
  }

  copy(): PyDict {
    const copy = new PyDict()
    copy.become(this)
    return copy
  }

  /** Makes the contents of this dict, which is empty, those of `other`. */
  become(other: PyDict): void {
    if (other.size === other.keys.length) {
      this.copyKeys(other)
      this.values = other.values.slice()
    } else for (let i = other.next(0); i >= 0; i = other.next(i + 1)) this.add(other.keys[i]!, other.values[i]!)
  }

  /** Pairs in insertion order, for code that is not hot. */
  *entries(): Generator<[Value, Value]> {
    for (let i = this.next(0); i >= 0; i = this.next(i + 1)) yield [this.keys[i]!, this.values[i]!]
  }

  /** A dict of distinct strs as keys, around these arrays; its index is made when it is first asked for. */
  static ofNames(names: string[], values: Value[]): PyDict {
    const dict = new PyDict()
    dict.keys = names
    dict.values = values
    dict.size = names.length
    dict.keysVersion++
    return dict
  }

  static from(entries: Iterable<readonly [Value, Value]>): PyDict {
    const dict = new PyDict()
    for (const [key, value] of entries) dict.set(key, value)
    return dict
  }
}
changing(new PyDict(), {
  serial: 1,
  keys: [],
  finder: anything,
  values: [],
  watcher: anything,
})
