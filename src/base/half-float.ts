/**
 * Floats of 16 bits (IEEE 754 binary16, struct's `e`) and the range check of 32-bit ones.
 */

/** The bits of the half nearest to `value`, ties to even; null where it is too large. */
export function halfFromFloat(value: number): number | null {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  if (Number.isNaN(value)) return 0x7e00
  const magnitude = Math.abs(value)
  if (magnitude === Infinity) return sign | 0x7c00
  // The spacing of halves at this magnitude: 2^-24 below the smallest normal one.
  let exponent = -14
  for (let limit = 2 ** -13; magnitude >= limit && exponent < 16; limit *= 2) exponent++
  const scaled = magnitude * 2 ** (10 - exponent)
  const floor = Math.floor(scaled)
  const rest = scaled - floor
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
  // A mantissa that rounds up to 2^11 carries into the exponent by itself.
  const bits = rounded < 1024 && exponent === -14 ? rounded : rounded - 1024 + ((exponent + 15) << 10)
  return bits >= 0x7c00 ? null : sign | bits
}

export function floatFromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
  if (exponent === 0) return sign * fraction * 2 ** -24
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
}

/** Whether a finite value is too large for 32 bits. */
export function overflowsSingle(value: number): boolean {
  return Number.isFinite(value) && !Number.isFinite(Math.fround(value))
}
