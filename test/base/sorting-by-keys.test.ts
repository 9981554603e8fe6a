import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { orderByNumbers, orderByStrings } from '../../src/base/sorting-by-keys.ts'

/** What a stable sort by `keys` answers, by the engine's own. */
function expected<T extends number | string>(keys: readonly T[], reverse: boolean): number[] {
  const sign = reverse ? -1 : 1
  return keys.map((_, i) => i).sort((a, b) => sign * (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0))
}

test('positions are sorted by numbers, equal ones in their order, upwards and downwards', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 200 }), fc.boolean(), (keys, reverse) => {
      assert.deepEqual([...orderByNumbers(Float64Array.from(keys), reverse)], expected(keys, reverse))
    }),
  )
})

test('positions are sorted by strings, equal ones in their order, upwards and downwards', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 200 }), fc.boolean(), (keys, reverse) => {
      assert.deepEqual([...orderByStrings(keys, reverse)], expected(keys, reverse))
    }),
  )
})
