/** math: the functions of ints. As Modules/mathmodule.c. */
import { abs, sub } from '../../base/int.ts'
import { comb, factorial, gcd, isqrt, lcm, perm } from '../../base/int-theory.ts'
import { raise } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { type Builtin, builtin } from '../../objects/signature.ts'
import type { Int, Value } from '../../objects/value.ts'

const largestWord = 9223372036854775807n

function factorialOf(value: Value): Value {
  const n = indexOf(value)
  if (n < 0) raise(valueErrorType, 'factorial() not defined for negative values')
  if (typeof n === 'bigint') raise(overflowErrorType, `factorial() argument should not exceed ${largestWord}`)
  return factorial(n)
}

function checkNatural(name: string, value: Int): void {
  if (value < 0) raise(valueErrorType, `${name} must be a non-negative integer`)
}

function combinations(first: Value, second: Value): Value {
  const n = indexOf(first)
  const k = indexOf(second)
  checkNatural('n', n)
  checkNatural('k', k)
  if (k > n) return 0
  const rest = sub(n, k)
  const smaller = rest < k ? rest : k
  if (typeof smaller === 'bigint') raise(overflowErrorType, `min(n - k, k) must not exceed ${largestWord}`)
  return comb(n, smaller)
}

function permutations(first: Value, second: Value): Value {
  if (second === null) return factorialOf(first)
  const n = indexOf(first)
  const k = indexOf(second)
  checkNatural('n', n)
  checkNatural('k', k)
  if (k > n) return 0
  if (typeof k === 'bigint') raise(overflowErrorType, `k must not exceed ${largestWord}`)
  return perm(n, k)
}

function squareRoot(value: Value): Value {
  const n = indexOf(value)
  if (n < 0) raise(valueErrorType, 'isqrt() argument must be nonnegative')
  return isqrt(n)
}

/** Of any number of ints; all of them are looked at, so that each must be one. */
const folding =
  (start: Int, combine: (a: Int, b: Int) => Int) =>
  (values: Value[]): Value => {
    let result = start
    for (const value of values) result = combine(result, indexOf(value))
    return abs(result)
  }

export const intFunctions = (): Builtin[] => [
  builtin('factorial($module, n, /)', factorialOf, 'Find n!.'),
  builtin(
    'comb($module, n, k, /)',
    combinations,
    'Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.',
  ),
  builtin(
    'perm($module, n, k=None, /)',
    permutations,
    'Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.',
  ),
  builtin('isqrt($module, n, /)', squareRoot, 'Return the integer part of the square root of the input.'),
  builtin('gcd($module, /, *integers)', folding(0, gcd), 'Greatest Common Divisor.'),
  builtin('lcm($module, /, *integers)', folding(1, lcm), 'Least Common Multiple.'),
]
