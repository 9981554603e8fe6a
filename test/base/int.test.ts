/** Ints: each line is what CPython 3.14 answers. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  add,
  and,
  divmod,
  floordiv,
  type Int,
  invert,
  lshift,
  mod,
  mul,
  normalize,
  pow,
  powmod,
  rshift,
  sub,
  xor,
} from '../../src/base/int.ts'
import { bytesFromInt, intFromBytes } from '../../src/base/int-bytes.ts'
import { floatFromInt, integerRatio, roundHalfEven, roundToTens, trueDivide } from '../../src/base/int-float.ts'
import { bitCount, bitLength, powBits } from '../../src/base/int-size.ts'
import { intFromText, scanInt } from '../../src/base/int-text.ts'
import { comb, factorial, gcd, isqrt } from '../../src/base/int-theory.ts'

const MAX = Number.MAX_SAFE_INTEGER

function same(actual: unknown, expected: unknown): void {
  assert.ok(Object.is(actual, expected), `${String(actual)} (${typeof actual}) is not ${String(expected)}`)
}

test('results leave and enter the range of doubles', () => {
  same(add(MAX, 1), 9007199254740992n)
  same(sub(9007199254740992n, 1), MAX)
  same(mul(94906267, 94906267), 9007199515875289n)
  same(mul(0, -5), 0)
  same(invert(MAX), -9007199254740992n)
  same(and(-MAX, -2), -9007199254740992n)
  same(lshift(1, 53), 9007199254740992n)
  same(rshift(9007199254740992n, 1), 4503599627370496)
  same(xor(2 ** 40, -1), -1099511627777)
})

test('a short quotient of long numbers is exact', () => {
  const divisor = 7n ** 2000n
  for (const quotient of [1n, 9n, 2n ** 64n, 10n ** 300n, 10n ** 310n]) {
    for (const rest of [0n, 1n, divisor - 1n]) {
      const dividend = divisor * quotient + rest
      assert.deepEqual(divmod(dividend, divisor), [normalize(quotient), normalize(rest)])
      same(floordiv(-dividend, divisor), normalize(rest === 0n ? -quotient : -quotient - 1n))
    }
  }
  for (const bits of [53, 64, 1023, 1024, 1025, 5000]) {
    same(bitLength(2n ** BigInt(bits) - 1n), bits)
    same(bitLength(-(2n ** BigInt(bits))), bits + 1)
  }
})

test('floor division and remainder take the sign of the divisor', () => {
  const rows: [Int, Int, Int, Int][] = [
    [7, -2, -4, -1],
    [-7, 2, -4, 1],
    [0, -5, 0, 0],
    [-MAX, 3, -3002399751580331, 2],
    [MAX, 9007199254740990, 1, 1],
    [-1n * 10n ** 20n, 7, -14285714285714285715n, 5],
  ]
  for (const [a, b, quotient, rest] of rows) {
    same(floordiv(a, b), quotient)
    same(mod(a, b), rest)
    assert.deepEqual(divmod(a, b), [quotient, rest])
  }
})

test('powers', () => {
  same(pow(3, 33), 5559060566555523)
  same(pow(3, 34), 16677181699666569n)
  same(pow(-2, 63), -9223372036854775808n)
  same(powmod(3, -1, 11), 4)
  same(powmod(2, -1, 4), null)
  same(powmod(7, 10n ** 30n, -13), -4)
  assert.ok(powBits(2, 1000000000) >= 1000000000)
})

test('division to a float rounds once', () => {
  same(trueDivide(1, 3), 1 / 3)
  same(trueDivide(10n ** 400n, 10n ** 399n), 10)
  same(trueDivide(10n ** 400n, 1), null)
  same(trueDivide(1, 10n ** 400n), 0)
  same(trueDivide(3, 2n ** 1075n), 1e-323)
  same(trueDivide(0, -(2n ** 70n)), -0)
  same(floatFromInt(2n ** 1024n), null)
})

test('rounding and ratios', () => {
  same(roundHalfEven(2.5), 2)
  same(roundHalfEven(-3.5), -4)
  same(roundToTens(15, 1), 20)
  same(roundToTens(25, 1), 20)
  same(roundToTens(123, 10 ** 9), 0)
  assert.deepEqual(integerRatio(0.1), [3602879701896397, 36028797018963968n])
})

test('number theory', () => {
  same(gcd(2n ** 200n * 3n, 6n ** 80n), 3626777458843887524118528n)
  same(isqrt(10n ** 40n - 1n), 99999999999999999999n)
  same(comb(60, 30), 118264581564861424n)
  same(factorial(20), 2432902008176640000n)
  same(bitLength(-(2n ** 64n)), 65)
  same(bitCount(-255), 8)
})

test('bytes', () => {
  assert.deepEqual(bytesFromInt(-2, 2, 'big', 'signed'), Uint8Array.of(255, 254))
  same(bytesFromInt(256, 1, 'big', 'unsigned'), 'too big')
  same(bytesFromInt(-1, 1, 'big', 'unsigned'), 'negative')
  same(intFromBytes(new Uint8Array(8).fill(255), 'little', 'signed'), -1)
})

test('text', () => {
  const read = (text: string, base: number): Int | null => {
    const scanned = scanInt(text, base)
    return scanned === null ? null : intFromText(scanned)
  }
  same(read(' -0x_ff\n', 16), -255)
  same(read('010', 0), null)
  same(read('0_0', 0), 0)
  same(read('1__0', 10), null)
  same(read('٣٤', 10), 34)
  same(read('zz', 36), 1295)
  same(read('', 10), null)
})
