// Hot.
/**
 * Hashes, and what kind of dict key a value is (key-table.ts).
 *
 * Most programs never see a hash: the engine's `Map` hashes primitives itself. A Python hash is computed when Python code asks for one,
 * or for keys that only a hash can find.
 */
import { hashFloat, hashInt } from '../base/hash.ts'
import type { PyBytes } from './bytes.ts'
import { hashBytes, hashSecretFromSeed, hashStr, type HashSecret } from '../base/siphash.ts'
import {
  bytesType,
  floatType,
  frozensetType,
  intType,
  objectType,
  strType,
  tupleType,
  typeOf,
} from './builtin-types.ts'
import { raiseTypeError } from './exception.ts'
import { PyFloatObject, PyIntObject } from './number.ts'
import { PyStrObject, PyWideStr, type Str } from './str.ts'
import { identityCompare } from './compare.ts'
import { PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import { PyFloat, type Int, type PyObject, type Value } from './value.ts'

export const KeyKind = {
  /** A str or int as JavaScript primitive: its own normal form. */
  plain: 0,
  /** `normalizeKey` gives something that `Map` compares as Python compares the key. */
  primitive: 1,
  structural: 2,
  foreign: 3,
} as const
export type KeyKind = (typeof KeyKind)[keyof typeof KeyKind]

export function keyKind(key: Value): KeyKind {
  switch (typeof key) {
    case 'string':
    case 'number':
      return KeyKind.plain
    case 'object':
      return key === null || key instanceof PyFloat ? KeyKind.primitive : objectKeyKind(key)
    default:
      return KeyKind.primitive
  }
}

const isByIdentity = ({ type }: PyObject): boolean => type.hash === identityHash && type.richcompare === identityCompare

function objectKeyKind(key: PyObject): KeyKind {
  if (isByIdentity(key)) return KeyKind.primitive
  const { type } = key
  const { hash } = type
  if (key instanceof PyTuple) return hash === tupleType.hash ? KeyKind.structural : KeyKind.foreign
  if (key instanceof PyWideStr) return key.isAmbiguous ? KeyKind.structural : KeyKind.primitive
  if (key instanceof PyStrObject) return behavesAs(key, strType) ? kindOfStr(key.value) : KeyKind.foreign
  if (key instanceof PyIntObject) return behavesAs(key, intType) ? KeyKind.primitive : KeyKind.foreign
  if (key instanceof PyFloatObject) return behavesAs(key, floatType) ? KeyKind.primitive : KeyKind.foreign
  return type === bytesType || type === frozensetType ? KeyKind.structural : KeyKind.foreign
}

const kindOfStr = (str: Str): KeyKind => (keyKind(str) === KeyKind.structural ? KeyKind.structural : KeyKind.primitive)

const behavesAs = (key: PyObject, base: typeof intType): boolean =>
  key.type.hash === base.hash && key.type.richcompare === base.richcompare

/** The JavaScript value that stands for a primitive key in a `Map`. */
export function normalizeKey(key: Value): Value {
  switch (typeof key) {
    case 'boolean':
      return key ? 1 : 0
    case 'object':
      break
    default:
      return key
  }
  if (key === null) return key
  if (key instanceof PyFloat) return normalizeFloat(key)
  if (isByIdentity(key)) return key
  if (key instanceof PyFloatObject) return normalizeFloat(key)
  if (key instanceof PyWideStr) return key.text
  if (key instanceof PyStrObject) return typeof key.value === 'string' ? key.value : key.value.text
  if (key instanceof PyIntObject) return key.value
  return key
}

/** An integral float is the key of the int that it equals. */
function normalizeFloat(float: PyFloat | PyFloatObject): Value {
  const { value } = float
  if (Number.isNaN(value)) return float
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return BigInt(value)
  return value === 0 ? 0 : value
}

/** `hash(value)`. Raises TypeError if it has none, and what its `__hash__` raises. */
export function hashOf(value: Value): Int {
  switch (typeof value) {
    case 'number':
      return value >= 0 && value < 2 ** 52 ? value : hashInt(value)
    case 'string':
      return hashOfStr(value)
    case 'bigint':
      return hashInt(value)
    case 'boolean':
      return value ? 1 : 0
    default: {
      if (value === null) return noneHash
      const { hash } = value.type
      if (hash === null) raiseUnhashable(value)
      return hash(value)
    }
  }
}

/** CPython's, since 3.12: the same in every process. */
const noneHash = 0xfca86420

export function raiseUnhashable(value: Value): never {
  raiseTypeError(`unhashable type: '${typeName(typeOf(value))}'`)
}

let secret: HashSecret = hashSecretFromSeed(0)
/** Has PYTHONHASHSEED been given? Without it, hashes of strs differ between processes of CPython. */
export let strHashesAreFixed = false
const strHashes = new Map<string, Int>()
const rememberedHashes = 20_000

/** Sets the secret that hashes of str and bytes depend on (PYTHONHASHSEED); before any has been computed. */
export function setHashSeed(seed: number): void {
  strHashesAreFixed = true
  secret = hashSecretFromSeed(seed)
  strHashes.clear()
}

export function hashOfStr(text: string): Int {
  let hash = strHashes.get(text)
  if (hash === undefined) {
    hash = hashStr(secret, text)
    if (strHashes.size >= rememberedHashes) strHashes.clear()
    strHashes.set(text, hash)
  }
  return hash
}

export function hashOfWideStr(str: PyWideStr): Int {
  return hashStr(secret, str.points)
}

export function hashOfBytes(bytes: Uint8Array): Int {
  return hashBytes(secret, bytes)
}

export const hashOfBytesObject = ({ bytes }: PyBytes): Int => hashOfBytes(bytes)

export function hashOfFloat(float: PyFloat | PyFloatObject): Int {
  return Number.isNaN(float.value) ? identityHash(float) : hashFloat(float.value)
}

const firstIdentity = 0x7f00_0000_0000
let lastSerial = 0
const serials = new WeakMap<object, number>()

/**
 * `id(object)`: made up when first asked for, a multiple of 16 as addresses are. Objects of the kinds that programs ask for by the thousand
 * (instances, lists, dicts, sets: `copy.deepcopy` does) keep their number themselves, others in a table of the engine's, whose
 * entries cost the garbage collector ten times as much. The number is small, since an engine keeps others in a box.
 */
export function identityOf(object: object): number {
  const numbered = object as { serial?: number }
  let { serial } = numbered
  if (serial === undefined) {
    serial = serials.get(object)
    if (serial === undefined) serials.set(object, (serial = ++lastSerial))
  } else if (serial === 0) numbered.serial = serial = ++lastSerial
  return firstIdentity + serial * 16
}

/** object.__hash__ */
export function identityHash(value: Value): Int {
  return value instanceof PyFloat ? hashFloat(value.value) : identityOf(value as PyObject) / 16
}

objectType.hash = identityHash
