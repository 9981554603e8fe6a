/** Keys of dicts and sets: hashes in halves agree with hashes, and what is found is what was put there. */
import '../../src/host/composition.ts'
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { normalize } from '../../src/base/int.ts'
import { PyDict } from '../../src/objects/dict.ts'
import { hashOf } from '../../src/objects/hash.ts'
import { hashHigh, hashLow } from '../../src/objects/hash-halves.ts'
import { PyTuple } from '../../src/objects/tuple.ts'
import { PyFloat, type Value } from '../../src/objects/value.ts'

const atom: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.maxSafeInteger(),
  fc.bigInt().map(normalize),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true }).map(each => new PyFloat(each)),
)
const { value } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.array(tie('value'), { maxLength: 4 }).map(items => new PyTuple(items)),
  ),
}))

it('the halves of a hash are those of the hash', () => {
  fc.assert(
    fc.property(value, each => {
      const low = hashLow(each)
      const joined = (BigInt(hashHigh) << 32n) | BigInt(low >>> 0)
      assert.equal(joined, BigInt.asIntN(64, BigInt(hashOf(each))))
    }),
  )
})

it('a dict behaves as a list of pairs would', () => {
  const step = fc.tuple(fc.constantFrom('set', 'delete'), value)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const dict = new PyDict()
      const pairs = new Map<string, number>()
      steps.forEach(([what, key], i) => {
        const name = canonical(key)
        if (what === 'set') {
          dict.set(key, i)
          pairs.set(name, i)
        } else assert.equal(dict.delete(key) !== undefined, pairs.delete(name))
      })
      assert.deepEqual(
        [...dict.entries()].map(([key, each]) => [canonical(key), each]),
        [...pairs],
      )
      for (const [, key] of steps) assert.equal(dict.get(key), pairs.get(canonical(key)))
    }),
  )
})

/** A text that is the same for equal keys. */
function canonical(key: Value): string {
  if (key instanceof PyTuple) return `(${key.items.map(canonical).join(',')})`
  if (typeof key === 'string') return JSON.stringify(key)
  if (key === null) return 'None'
  if (typeof key === 'boolean') return key ? '1' : '0'
  if (!(key instanceof PyFloat)) return String(key)
  return Number.isInteger(key.value) ? String(BigInt(key.value)) : `float ${key.value}`
}
