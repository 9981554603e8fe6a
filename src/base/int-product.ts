/** Products that are reduced at once, as generators of pseudo-random numbers and hashes do: without a BigInt in between. */
import { productError } from './float-math.ts'
import { add, type Int, mod, mul } from './int.ts'

/** Up to this the remainder below is exact. */
const LARGEST = 2 ** 50

/**
 * `(a·b + c) % m` of ints that are numbers, m positive.
 *
 * The rounded product and its error are the exact one; so are the rounded quotient's product with m and its error. Their difference is the remainder,
 * but for a few times m.
 */
export function multiplyAddMod(a: number, b: number, c: number, m: number): Int {
  const product = a * b
  const quotient = Math.floor(product / m)
  if (!(m <= LARGEST && quotient < LARGEST && quotient > -LARGEST)) return mod(add(mul(a, b), c), m)
  const whole = quotient * m
  const rest = product - whole + (productError(a, b, product) - productError(quotient, m, whole))
  const sum = rest + c
  if (!(sum <= Number.MAX_SAFE_INTEGER && sum >= Number.MIN_SAFE_INTEGER)) return mod(add(mul(a, b), c), m)
  const remainder = sum - Math.floor(sum / m) * m
  return remainder < 0 ? remainder + m : remainder >= m ? remainder - m : remainder
}
