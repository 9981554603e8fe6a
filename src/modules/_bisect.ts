// Hot.
/** The module _bisect: places in sorted sequences. As Modules/_bisectmodule.c. */
import { add, rshift } from '../base/int.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { listType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { compareBool } from '../objects/compare.ts'
import { raise } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { LT } from '../objects/slots.ts'
import { checkIndex, indexOf } from '../objects/operators.ts'
import type { Int, Value } from '../objects/value.ts'
import { lengthValue } from '../builtins/length.ts'
import { getItem } from '../interpreter/subscripts.ts'

type Side = 'left' | 'right'

function wordOf(value: Value, overflow: string): Int {
  const index = indexOf(value)
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index) raise(overflowErrorType, overflow)
  return index
}

/** Where `x` belongs in `a`: before the items equal to it, or behind. */
function bisect(a: Value, x: Value, lo: Value, hi: Value, key: Value, side: Side): Int {
  let low = wordOf(lo, 'Python int too large to convert to C ssize_t')
  checkIndex(hi)
  let high = hi === null ? -1 : wordOf(hi, "cannot fit 'int' into an index-sized integer")
  if (low < 0) raise(valueErrorType, 'lo must be non-negative')
  if (high < 0) high = lengthValue(a)
  const subscript = typeOf(a).subscript ?? getItem
  while (low < high) {
    // A range may be longer than a number can count.
    const middle =
      typeof low === 'number' && typeof high === 'number'
        ? low + Math.floor((high - low) / 2)
        : rshift(add(low, high), 1)
    let item = subscript(a, middle)
    if (key !== null) item = call(key, [item])
    if (side === 'left' ? compareBool(item, x, LT) : !compareBool(x, item, LT)) low = add(middle, 1)
    else high = middle
  }
  return low
}

function insort(a: Value, x: Value, lo: Value, hi: Value, key: Value, side: Side): void {
  const at = bisect(a, key === null ? x : call(key, [x]), lo, hi, key, side)
  if (a instanceof PyList && a.type === listType) {
    if (at >= a.length) a.push(x)
    else a.boxed().splice(Number(at), 0, x)
  } else callMethod(a, 'insert', at, x)
}

const parameters = '($module, /, a, x, lo=0, hi=None, *, key=None)'

const functions = (side: Side): Builtin[] => [
  builtin(
    `bisect_${side}${parameters}`,
    (a: Value, x: Value, lo: Value, hi: Value, key: Value) => bisect(a, x, lo, hi, key, side),
    `Return the index where to insert item x in list a, assuming a is sorted.\n\nIf x is already in the list, the index is to the ${side} of it.`,
  ),
  builtin(
    `insort_${side}${parameters}`,
    (a: Value, x: Value, lo: Value, hi: Value, key: Value) => insort(a, x, lo, hi, key, side),
    `Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the ${side} of the ${side}most x.`,
  ),
]

defineModule('_bisect', {
  doc: 'Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion.',
  functions: () => [...functions('right'), ...functions('left')],
})
