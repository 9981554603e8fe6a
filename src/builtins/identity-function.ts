/**
 * `id(value)`. Two values have the same identity exactly when `is` holds, so that of a primitive follows from its value:
 * objects count up from 0x7f0000000000 (objects/hash.ts); small ints lie below, all other primitives above them.
 */
import { normalize } from '../base/int.ts'
import { hashOf, identityOf } from '../objects/hash.ts'
import { PyFloat, type Int, type Value } from '../objects/value.ts'

const smallIntBase = 0x10_0000_0000
const smallIntLimit = 0x4000_0000
const primitiveBase = 2n ** 64n

/** What kind of primitive, so that equal hashes of different kinds do not meet. */
const tags = { int: 1n, str: 2n, float: 3n } as const

const tagged = (tag: keyof typeof tags, bits: bigint): Int => normalize(primitiveBase + bits * 16n + tags[tag])

const bits = new DataView(new ArrayBuffer(8))

function identityOfFloat(value: number): Int {
  bits.setFloat64(0, value)
  return tagged('float', bits.getBigUint64(0))
}

export function identityOfValue(value: Value): Int {
  switch (typeof value) {
    case 'number':
      if (value > -smallIntLimit && value < smallIntLimit) return smallIntBase + value * 32
      return tagged('int', BigInt.asUintN(64, BigInt(value)))
    case 'bigint':
      return tagged('int', value < 0n ? -value * 2n + 1n : value * 2n)
    case 'string':
      return tagged('str', BigInt.asUintN(64, BigInt(hashOf(value))))
    case 'boolean':
      return value ? 0x9000 : 0x9020
    default:
      if (value === null) return 0x9040
      return value instanceof PyFloat ? identityOfFloat(value.value) : identityOf(value)
  }
}
