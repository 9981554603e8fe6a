/**
 * Division of BigInts, where the engine's own is slow.
 *
 * V8 divides large BigInts by halving them (Burnikel and Ziegler), which pays for quotients of the divisor's size. A short quotient, as the
 * next digit of a long fraction, then costs the same: 88 µs for one digit of 74,000 bits by 74,000. But a short quotient is
 * decided by the leading bits, and the rest is a product and a difference: 6 µs.
 */

/** Above 2^1023; JavaScript makes Infinity of them in no time. */
const isLong = (a: bigint): boolean => Number(a) === Number.POSITIVE_INFINITY

/** Bits of `a`, which is positive. Shifts that leave nothing cost nothing, and those that leave something make the rest short. */
export function bitLengthOfBig(a: bigint): number {
  let bits = 0
  if (isLong(a)) {
    for (let step = 2 ** 29; step >= 512; step /= 2) {
      const high = a >> BigInt(step)
      if (high === 0n) continue
      bits += step
      a = high
    }
  }
  const about = Math.max(Math.floor(Math.log2(Number(a))) - 30, 0)
  return bits + about + 32 - Math.clz32(Number(a >> BigInt(about)))
}

/** The quotient of two positive numbers, rounded down. */
function positiveQuotient(a: bigint, b: bigint): bigint {
  const divisorBits = bitLengthOfBig(b)
  const quotientBits = bitLengthOfBig(a) - divisorBits + 1
  const unneeded = divisorBits - quotientBits - 64
  if (quotientBits > 1024 || unneeded < 2048) return a / b
  const places = BigInt(unneeded)
  // Too small by one at most, since the divisor is rounded up.
  const quotient = (a >> places) / ((b >> places) + 1n)
  return a - quotient * b < b ? quotient : quotient + 1n
}

/** `a / b`, rounded to zero. */
export function bigQuotient(a: bigint, b: bigint): bigint {
  return isLong(b) && isLong(a) ? positiveQuotient(a, b) : a / b
}
