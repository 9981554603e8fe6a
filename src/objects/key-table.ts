// Hot.
/**
 * The hash table under dict and set: keys in insertion order, and where each one is.
 *
 * The engine's own `Map` does the hashing for whatever JavaScript compares as Python does. A key is *normalized*: 1, 1.0 and True
 * become the number 1, a str is its JavaScript string, an object that compares by identity is itself. That leaves two
 * kinds of keys:
 *
 * - *structural*: tuples, bytes and frozensets, which `hashes` finds by their hash, comparing with `__eq__`;
 * - *foreign*: whatever brings its own `__hash__` or `__eq__`. It may be equal to any key at all, so the first
 *   foreign key that a table meets makes `foreign`, an index of all its keys by Python hash, kept from then on.
 *
 * Tables of up to `smallSize` keys that are str or int have no index: looking at eight keys is faster than hashing one.
 *
 *     keys     ['a', 1, undefined, (1, 2)]        undefined: deleted, until `compact`
 *     index    {'a' → 0, 1 → 1}                   hashes {hash((1, 2)) → [3]}
 *
 * A deletion leaves a hole, so that iteration by position survives it; holes are closed when there are more than keys.
 */
import { typeOf } from './builtin-types.ts'
import { equals } from './compare.ts'
import { raised, raiseTypeError } from './exception.ts'
import { typeErrorType } from './exception-types.ts'
import { hashOf, KeyKind, keyKind, normalizeKey } from './hash.ts'
import { asStr, textOf } from './str.ts'
import { typeName, type PyType } from './type.ts'
import { isSame, PyObject, type Int, type Value } from './value.ts'

const smallSize = 8

export class KeyTable extends PyObject {
  keys: (Value | undefined)[]
  /** Number of keys. */
  size: number
  /** Changes whenever a key is added or removed, never when only a value changes. */
  keysVersion: number
  /** Position of the first key that may not be a hole. */
  first: number
  index: Map<Value, number> | null
  hashes: Map<Int, number[]> | null
  foreign: Map<Int, number[]> | null

  constructor(type: PyType) {
    super(type)
    this.keys = []
    this.size = 0
    this.keysVersion = 0
    this.first = 0
    this.index = null
    this.hashes = null
    this.foreign = null
  }

  /** Position of `key`, or −1. Raises TypeError if the key is unhashable, and what its `__eq__` raises. */
  find(key: Value): number {
    if (typeof key === 'string') return this.findStr(key)
    if (typeof key === 'number') {
      const at = this.findPrimitive(key)
      return at < 0 && this.foreign !== null ? this.findHashed(this.foreign, key, hashOf(key)) : at
    }
    switch (keyKind(key)) {
      case KeyKind.primitive: {
        const at = this.findPrimitive(normalizeKey(key))
        return at < 0 && this.foreign !== null ? this.findHashed(this.foreign, key, hashOf(key)) : at
      }
      case KeyKind.structural: {
        const hash = this.hashKey(key)
        const table = this.foreign ?? this.hashes
        return table === null ? -1 : this.findHashed(table, key, hash)
      }
      default: {
        const hash = this.hashKey(key)
        return this.size === 0 ? -1 : this.findHashed((this.foreign ??= this.#indexAll()), key, hash)
      }
    }
  }

  /** What a key is used as, for the TypeError that says it cannot be. */
  protected get purpose(): string {
    return 'a dict key'
  }

  /** The hash of a key that is about to be used. */
  protected hashKey(key: Value): Int {
    try {
      return hashOf(key)
    } catch (thrown) {
      const exception = raised(thrown)
      if (exception.type !== typeErrorType) throw thrown
      const reason = asStr(exception.type.str!(exception))!
      raiseTypeError(`cannot use '${typeName(typeOf(key))}' as ${this.purpose} (${textOf(reason)})`)
    }
  }

  /** Position of a str key, or −1. */
  findStr(key: string): number {
    const at = this.findPrimitive(key)
    return at < 0 && this.foreign !== null ? this.findHashed(this.foreign, key, hashOf(key)) : at
  }

  /** Position of a normalized primitive key, or −1. */
  private findPrimitive(key: Value): number {
    const index = this.index
    if (index !== null) {
      const at = index.get(key)
      return at === undefined ? -1 : at
    }
    const keys = this.keys
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return i
    return -1
  }

  private findHashed(table: Map<Int, number[]>, key: Value, hash: Int): number {
    const candidates = table.get(hash)
    if (candidates === undefined) return -1
    // The comparison may run Python code that changes the table under us: then we look again.
    for (const at of candidates.slice()) {
      const other = this.keys[at]
      if (other === undefined) continue
      if (isSame(other, key)) return at
      const version = this.keysVersion
      const same = equals(other, key)
      if (this.keysVersion !== version) return this.find(key)
      if (same) return at
    }
    return -1
  }

  /** Appends a key that `find` did not find; answers its position. */
  protected append(key: Value): number {
    const at = this.keys.length
    this.keys.push(key)
    this.size++
    this.keysVersion++
    this.#enter(key, at)
    return at
  }

  #enter(key: Value, at: number): void {
    const kind = typeof key === 'string' || typeof key === 'number' ? KeyKind.plain : keyKind(key)
    if (this.foreign !== null) enterHash(this.foreign, key, at)
    else if (kind === KeyKind.foreign) {
      // #indexAll finds the key among the keys already.
      this.foreign = this.#indexAll()
    }
    if (kind === KeyKind.structural) enterHash((this.hashes ??= new Map()), key, at)
    else if (kind === KeyKind.plain) {
      if (this.index !== null) this.index.set(key, at)
      else if (this.keys.length > smallSize) this.#buildIndex()
    } else if (kind === KeyKind.primitive) {
      if (this.index === null) this.#buildIndex()
      else this.index.set(normalizeKey(key), at)
    } else if (this.index === null) this.#buildIndex()
  }

  #buildIndex(): void {
    const index = (this.index = new Map<Value, number>())
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      if (key === undefined) continue
      const kind = keyKind(key)
      if (kind === KeyKind.plain) index.set(key, i)
      else if (kind === KeyKind.primitive) index.set(normalizeKey(key), i)
    }
  }

  #indexAll(): Map<Int, number[]> {
    const all = new Map<Int, number[]>()
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== undefined) enterHash(all, this.keys[i]!, i)
    return all
  }

  /** Removes the key at `at`, which is one. */
  protected removeAt(at: number): void {
    const key = this.keys[at]!
    this.keys[at] = undefined
    this.size--
    this.keysVersion++
    const kind = keyKind(key)
    if (kind === KeyKind.structural) leaveHash(this.hashes!, key, at)
    else if (this.index !== null && kind !== KeyKind.foreign) this.index.delete(normalizeKey(key))
    if (this.foreign !== null) leaveHash(this.foreign, key, at)
    if (at === this.keys.length - 1) this.trim()
    else if (at === this.first) {
      do this.first++
      while (this.keys[this.first] === undefined)
    }
    if (this.size === 0) this.clearKeys()
  }

  /** Drops the holes at the end. */
  protected trim(): void {
    let length = this.keys.length
    while (length > 0 && this.keys[length - 1] === undefined) length--
    this.keys.length = length
  }

  /** Are there so many holes that closing them pays? */
  protected get isSparse(): boolean {
    return this.keys.length > 32 && this.keys.length > 2 * this.size
  }

  /** Closes the holes. */
  protected compactKeys(): void {
    this.keys = this.keys.filter(key => key !== undefined)
    this.reindex()
  }

  /** Makes the indexes anew, for keys that have moved. */
  protected reindex(): void {
    this.first = 0
    const hadForeign = this.foreign !== null
    this.hashes = null
    this.foreign = null
    this.index = null
    this.#buildIndex()
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]!
      if (keyKind(key) === KeyKind.structural) enterHash((this.hashes ??= new Map()), key, i)
    }
    if (hadForeign) this.foreign = this.#indexAll()
  }

  protected clearKeys(): void {
    this.keys = []
    this.size = 0
    this.first = 0
    this.keysVersion++
    this.index = null
    this.hashes = null
    this.foreign = null
  }

  /** Makes this table's keys those of `other`: a copy needs no comparisons. `other` has no holes. */
  protected copyKeys(other: KeyTable): void {
    this.keys = other.keys.slice()
    this.size = other.size
    this.keysVersion++
    this.index = other.index === null ? null : new Map(other.index)
    this.hashes = copyHashes(other.hashes)
    this.foreign = copyHashes(other.foreign)
  }
}

function enterHash(table: Map<Int, number[]>, key: Value, at: number): void {
  const hash = hashOf(key)
  const bucket = table.get(hash)
  if (bucket === undefined) table.set(hash, [at])
  else bucket.push(at)
}

function leaveHash(table: Map<Int, number[]>, key: Value, at: number): void {
  const hash = hashOf(key)
  const bucket = table.get(hash)
  if (bucket === undefined) return
  if (bucket.length === 1) table.delete(hash)
  else bucket.splice(bucket.indexOf(at), 1)
}

function copyHashes(table: Map<Int, number[]> | null): Map<Int, number[]> | null {
  if (table === null) return null
  const copy = new Map<Int, number[]>()
  for (const [hash, bucket] of table) copy.set(hash, bucket.slice())
  return copy
}
