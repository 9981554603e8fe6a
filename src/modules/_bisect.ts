// Hot.
/** The module _bisect: places in sorted sequences. As Modules/_bisectmodule.c. */
import { defineModule } from '../objects/builtin-module.ts'
import { listType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { compareBool } from '../objects/compare.ts'
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { LT } from '../objects/slots.ts'
import type { Value } from '../objects/value.ts'
import { lengthOf } from '../builtins/length.ts'
import { getItem } from '../interpreter/subscripts.ts'

type Side = 'left' | 'right'

/** Where `x` belongs in `a`: before the items equal to it, or behind. */
function bisect(a: Value, x: Value, lo: number, hi: number | null, key: Value, side: Side): number {
  if (lo < 0) raise(valueErrorType, 'lo must be non-negative')
  let high = hi === null || hi < 0 ? lengthOf(a) : hi
  let low = lo
  const subscript = typeOf(a).subscript ?? getItem
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    let item = subscript(a, middle)
    if (key !== null) item = call(key, [item])
    if (side === 'left' ? compareBool(item, x, LT) : !compareBool(x, item, LT)) low = middle + 1
    else high = middle
  }
  return low
}

function insort(a: Value, x: Value, lo: number, hi: number | null, key: Value, side: Side): void {
  const at = bisect(a, key === null ? x : call(key, [x]), lo, hi, key, side)
  if (a instanceof PyList && a.type === listType) {
    if (at >= a.length) a.push(x)
    else a.boxed().splice(at, 0, x)
  } else callMethod(a, 'insert', at, x)
}

const parameters = '($module, /, a, x, lo: ssize = 0, hi: ssize? = None, *, key=None)'

const functions = (side: Side): Builtin[] => [
  builtin(
    `bisect_${side}${parameters}`,
    (a: Value, x: Value, lo: number, hi: number | null, key: Value) => bisect(a, x, lo, hi, key, side),
    `Return the index where to insert item x in list a, assuming a is sorted.\n\nIf x is already in the list, the index is to the ${side} of it.`,
  ),
  builtin(
    `insort_${side}${parameters}`,
    (a: Value, x: Value, lo: number, hi: number | null, key: Value) => insort(a, x, lo, hi, key, side),
    `Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the ${side} of the ${side}most x.`,
  ),
]

defineModule('_bisect', {
  doc: 'Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion.',
  functions: () => [...functions('right'), ...functions('left')],
})
