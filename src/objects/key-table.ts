// Hot.
/**
 * The hash table under dict and set: keys in insertion order, and where each one is.
 *
 * The engine's own `Map` does the hashing for whatever JavaScript compares as Python does. A key is *normalized*: 1, 1.0 and True
 * become the number 1, a str is its JavaScript string, an object that compares by identity is itself. Where all keys are
 * small ints, a table of our own (int-index.ts) is faster. That leaves two kinds of keys:
 *
 * - *structural*: tuples, bytes and frozensets, which `hashes` finds by their hash, comparing with `__eq__`;
 * - *foreign*: whatever brings its own `__hash__` or `__eq__`. It may be equal to any key at all, so the first
 *   foreign key that a table meets makes `foreign`, an index of all its keys by Python hash, kept from then on.
 *
 * Tables of up to `smallSize` keys that are str or int have no index: looking at eight keys is faster than hashing one.
 *
 *     keys     ['a', 1, undefined, (1, 2)]        undefined: deleted, until `compact`
 *     finder   index {'a' → 0, 1 → 1}             hashes {hash((1, 2)) → 3}
 *
 * A deletion leaves a hole, so that iteration by position survives it; holes are closed when there are more than keys. A str that
 * is deleted stays in `index`, with −1, until then: it often comes back, and a `Map` deletes slowly.
 *
 * A copy shares `index`, which neither table changes from then on: up to eight keys that come later are looked at one by one, and with one more, or when
 * one goes, the table needs an index of its own.
 */
import { arrayOfOne, generalArray } from '../base/arrays.ts'
import { anything, changing } from '../base/fields.ts'
import { typeOf } from './builtin-types.ts'
import type { Attributes } from './instance.ts'
import { equals } from './compare.ts'
import { raised, raiseTypeError } from './exception.ts'
import { typeErrorType } from './exception-types.ts'
import { KeyKind, keyKind, normalizeKey } from './hash.ts'
import { hashHigh, hashLow } from './hash-halves.ts'
import { HashIndex } from './hash-index.ts'
import { intIndexOf, type IntIndex } from './int-index.ts'
import { asStr, textOf } from './str.ts'
import { PyTuple } from './tuple.ts'
import { fullName, type PyType } from './type.ts'
import { isSame, type Value, isPyObject } from './value.ts'

export const smallSize = 8

/** The key hashed last, and its hash: what `find` did not find is what `append` gets, and `__hash__` must run once only. */
let hashedKey: Value | undefined
let hashedLow = 0
let hashedHigh = 0

/** What finds keys where looking at each does not. Small tables of strs and ints have none: programs make many of them, and most live on. */
export class Finder {
  /** Position of the first key that may not be a hole. */
  first = 0
  /** Where primitive keys are: `ints` while every key is a small int, else `index`; neither in a small table. */
  index: Map<Value, number> | null = null
  /** How many keys a shared `index` knows; 0 if it is this table's own. */
  shared = 0
  ints: IntIndex | null = null
  hashes: HashIndex | null = null
  foreign: HashIndex | null = null

  share(index: Map<Value, number> | null, known: number): void {
    this.index = index
    this.shared = known
  }

  /** For a table with the same keys, of which there are `count`, without holes. */
  copy(count: number): Finder {
    const { index, ints, hashes, foreign } = this
    if (index !== null && this.shared === 0) this.shared = count
    const copy = new Finder()
    copy.share(index, this.shared)
    copy.ints = ints === null ? null : ints.copy()
    copy.hashes = hashes === null ? null : hashes.copy()
    copy.foreign = foreign === null ? null : foreign.copy()
    return copy
  }
}
changing(new Finder(), { first: 1, index: anything, shared: 1, ints: anything, hashes: anything, foreign: anything })

/** The keys, or values, of a table that has none so far; nothing is ever put into it. */
export const none: Value[] = generalArray()

/**
 * The fields are set by the constructor of each kind of table, in this order: stores in a constructor that all kinds share would be megamorphic, and
 * cost more than the rest of a small dict.
 */
export abstract class KeyTable {
  type!: PyType
  attributes!: Attributes | null
  /** See identityOf (hash.ts); 0 before anybody asked. */
  serial!: number
  keys!: (Value | undefined)[]
  /** Number of keys. */
  size!: number
  /** Changes whenever a key is added or removed, never when only a value changes. */
  keysVersion!: number
  finder!: Finder | null

  /** Where all keys are, once one of them brought its own `__hash__` or `__eq__`. */
  get foreign(): HashIndex | null {
    return this.finder === null ? null : this.finder.foreign
  }

  /** Position of `key`, or −1. Raises TypeError if the key is unhashable, and what its `__eq__` raises. */
  find(key: Value): number {
    if (typeof key === 'string') return this.findStr(key)
    if (typeof key === 'number') {
      const at = this.findPrimitive(key)
      return at < 0 && this.foreign !== null ? this.#findForeign(key) : at
    }
    switch (keyKind(key)) {
      case KeyKind.primitive: {
        const at = this.findPrimitive(normalizeKey(key))
        return at < 0 && this.foreign !== null ? this.#findForeign(key) : at
      }
      case KeyKind.structural: {
        this.#hash(key)
        const { finder } = this
        const table = finder === null ? null : (finder.foreign ?? finder.hashes)
        return table === null ? -1 : this.#findHashed(table, key)
      }
      default: {
        this.#hash(key)
        return this.size === 0 ? -1 : this.#findHashed((this.ownFinder().foreign ??= this.#indexAll()), key)
      }
    }
  }

  /** What a key is used as, for the TypeError that says it cannot be. */
  protected get purpose(): string {
    return 'a dict key'
  }

  /** Remembers a key that is about to be used, with its hash. */
  #hash(key: Value): void {
    try {
      const low = hashLow(key)
      hashedHigh = hashHigh
      hashedLow = low
      hashedKey = key
    } catch (thrown) {
      const exception = raised(thrown)
      if (exception.type !== typeErrorType) throw thrown
      const reason = asStr(exception.type.str!(exception))!
      raiseTypeError(`cannot use '${fullName(typeOf(key))}' as ${this.purpose} (${textOf(reason)})`)
    }
  }

  /** Position of a str key, or −1. */
  findStr(key: string): number {
    const at = this.findPrimitive(key)
    return at < 0 && this.foreign !== null ? this.#findForeign(key) : at
  }

  /** Position of a normalized primitive key, or −1. */
  protected findPrimitive(key: Value): number {
    const { finder, keys } = this
    if (finder !== null) {
      const { index, ints } = finder
      if (index !== null) {
        const at = index.get(key) ?? -1
        return at < 0 && finder.shared > 0 && finder.shared < keys.length ? keys.indexOf(key, finder.shared) : at
      }
      if (ints !== null) return typeof key === 'number' ? ints.find(keys, key) : -1
    }
    if (keys.length > smallSize) {
      this.#makeEitherIndex(this.ownFinder())
      return this.findPrimitive(key)
    }
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return i
    return -1
  }

  protected ownFinder(): Finder {
    return (this.finder ??= new Finder())
  }

  #makeEitherIndex(finder: Finder): void {
    finder.ints = intIndexOf(this.keys)
    if (finder.ints === null) this.#makeIndex(finder)
  }

  /** A primitive key among the foreign ones. */
  #findForeign(key: Value): number {
    this.#hash(key)
    return this.#findHashed(this.foreign!, key)
  }

  /** The key hashed last, by that hash. */
  #findHashed(table: HashIndex, key: Value): number {
    const low = hashedLow
    const high = hashedHigh
    const { slots } = table
    for (let slot = table.first(low); ; slot = table.after(slot)) {
      const at = slots[slot]! - 1
      if (at === -1) return -1
      if (at < 0 || slots[slot + 1] !== low || slots[slot + 2] !== high) continue
      const other = this.keys[at]!
      if (isSame(other, key)) {
        hashedKey = other
        return at
      }
      // The comparison may run Python code, which may change the table under us (then we look again) or hash other keys.
      const version = this.keysVersion
      const same = sameKey(other, key)
      if (this.keysVersion !== version) return this.find(key)
      hashedKey = same ? other : key
      hashedLow = low
      hashedHigh = high
      if (same) return at
    }
  }

  /** Appends a key that `find` did not find; answers its position. */
  protected append(key: Value): number {
    const at = this.pushKey(key)
    const kind = typeof key === 'string' || typeof key === 'number' ? KeyKind.plain : keyKind(key)
    if (kind !== KeyKind.plain) this.#enter(this.ownFinder(), kind, key, at)
    else if (this.finder !== null) this.#enter(this.finder, kind, key, at)
    return at
  }

  /** Puts a key behind the others, where no index knows of it. */
  protected pushKey(key: Value): number {
    const at = this.keys.length
    if (at === 0) this.keys = arrayOfOne(key)
    else this.keys.push(key)
    this.size++
    this.keysVersion++
    return at
  }

  #enter(finder: Finder, kind: KeyKind, key: Value, at: number): void {
    const { index, shared, ints, foreign } = finder
    if (foreign !== null) this.enterHash(foreign, key, at)
    else if (kind === KeyKind.foreign) {
      // #indexAll finds the key among the keys already.
      finder.foreign = this.#indexAll()
    }
    if (kind === KeyKind.structural) this.enterHash((finder.hashes ??= new HashIndex()), key, at)
    else if (kind === KeyKind.plain) {
      if (shared > 0) {
        // Another index is made when somebody asks.
        if (at >= shared + smallSize) finder.share(null, 0)
      } else if (index !== null) index.set(key, at)
      else if (ints !== null && typeof key === 'number') ints.insert(this.keys, key, at)
      else if (ints !== null) this.#makeIndex(finder)
    } else if (kind === KeyKind.primitive) {
      if (index === null || shared > 0) this.#makeIndex(finder)
      else index.set(normalizeKey(key), at)
    }
  }

  protected enterHash(table: HashIndex, key: Value, at: number): void {
    if (key !== hashedKey) this.#hash(key)
    table.insert(at, hashedLow, hashedHigh)
  }

  /** The halves of the hash of the key just appended, the low one first. */
  protected appendedLow(key: Value): number {
    if (key !== hashedKey) this.#hash(key)
    return hashedLow
  }

  protected get appendedHigh(): number {
    return hashedHigh
  }

  #makeIndex(finder: Finder): void {
    const index = new Map<Value, number>()
    finder.share(index, 0)
    finder.ints = null
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      if (key === undefined) continue
      const kind = keyKind(key)
      if (kind === KeyKind.plain) index.set(key, i)
      else if (kind === KeyKind.primitive) index.set(normalizeKey(key), i)
    }
  }

  #indexAll(): HashIndex {
    const all = new HashIndex()
    const [key, low, high] = [hashedKey, hashedLow, hashedHigh]
    for (let i = 0; i < this.keys.length; i++) {
      const each = this.keys[i]
      if (each === undefined) continue
      if (each === key) all.insert(i, low, high)
      else this.enterHash(all, each, i)
    }
    hashedKey = key
    hashedLow = low
    hashedHigh = high
    return all
  }

  /** Removes the key at `at`, which is one. */
  protected removeAt(at: number): void {
    if (this.finder !== null) this.#leave(this.finder, this.keys[at]!, at)
    this.removeKey(at)
  }

  #leave(finder: Finder, key: Value, at: number): void {
    if (finder.shared > 0) this.#makeIndex(finder)
    const { index, ints, hashes, foreign } = finder
    const kind = keyKind(key)
    if (kind === KeyKind.structural) this.#leaveHash(hashes!, key, at)
    else if (ints !== null && typeof key === 'number') ints.remove(key, at)
    else if (index !== null && typeof key === 'string') index.set(key, -1)
    else if (index !== null && kind !== KeyKind.foreign) index.delete(normalizeKey(key))
    if (foreign !== null) this.#leaveHash(foreign, key, at)
  }

  #leaveHash(table: HashIndex, key: Value, at: number): void {
    table.remove(at, key === hashedKey ? hashedLow : this.#hashAgain(key))
  }

  /** The hash of a key in the table; a key whose `__hash__` fails by now is searched for. */
  #hashAgain(key: Value): number {
    try {
      return hashLow(key)
    } catch (thrown) {
      raised(thrown)
      return 0
    }
  }

  /** Makes a hole where the key at `at` was; the indexes have forgotten it. */
  protected removeKey(at: number): void {
    this.keys[at] = undefined
    this.size--
    this.keysVersion++
    const { keys } = this
    if (this.size === 0) this.clearKeys()
    else if (at === keys.length - 1) this.trim()
    else if (keys.length > smallSize) {
      const finder = this.ownFinder()
      while (keys[finder.first] === undefined) finder.first++
    }
  }

  /** Drops the holes at the end. */
  protected trim(): void {
    const { keys } = this
    while (keys.length > 0 && keys[keys.length - 1] === undefined) keys.pop()
  }

  /** Are there so many holes, or strs in the index that are no keys, that closing them pays? */
  protected get isSparse(): boolean {
    const most = 2 * this.size
    const index = this.finder === null ? null : this.finder.index
    return (this.keys.length > 32 && this.keys.length > most) || (index !== null && index.size > most + 32)
  }

  /** Closes the holes; answers where each key has gone. */
  protected compactKeys(): Int32Array {
    const { keys, finder } = this
    const moved = new Int32Array(keys.length)
    let to = 0
    for (let i = 0; i < moved.length; i++) {
      const key = keys[i]
      if (key === undefined) continue
      keys[to] = key
      moved[i] = to++
    }
    keys.length = to
    if (finder !== null) this.#remap(finder, moved)
    return moved
  }

  #remap(finder: Finder, moved: Int32Array): void {
    const { keys } = this
    const { index, shared, ints, hashes, foreign } = finder
    finder.first = 0
    hashes?.remap(moved)
    foreign?.remap(moved)
    if (ints !== null) this.#makeEitherIndex(finder)
    else if (index !== null && (shared > 0 || index.size > 2 * keys.length || !keys.every(isPlainStr)))
      this.#makeIndex(finder)
    else if (index !== null) for (let i = 0; i < keys.length; i++) index.set(keys[i]!, i)
  }

  /** Makes the indexes anew, for keys that have moved. */
  protected reindex(): void {
    const hadForeign = this.foreign !== null
    const finder = (this.finder = new Finder())
    this.#makeIndex(finder)
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]!
      if (keyKind(key) === KeyKind.structural) this.enterHash((finder.hashes ??= new HashIndex()), key, i)
    }
    if (hadForeign) finder.foreign = this.#indexAll()
  }

  protected clearKeys(): void {
    this.keys = none
    this.size = 0
    this.keysVersion++
    this.finder = null
  }

  /** Makes this table's keys those of `other`: a copy needs no comparisons. `other` has no holes. */
  protected copyKeys(other: KeyTable): void {
    this.keys = other.keys.slice()
    this.size = other.size
    this.keysVersion++
    this.finder = other.finder === null ? null : other.finder.copy(other.keys.length)
  }
}
isPyObject(KeyTable)

const isPlainStr = (key: Value | undefined): boolean => typeof key === 'string'

/** Are keys of equal hash equal? Tuples, the usual ones, are compared without going through their type. */
function sameKey(a: Value, b: Value): boolean {
  if (!(a instanceof PyTuple && b instanceof PyTuple) || a.type !== b.type || a.type.isHeap) return equals(a, b)
  const left = a.items
  const right = b.items
  if (left.length !== right.length) return false
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i] && !equals(left[i]!, right[i]!)) return false
  return true
}
