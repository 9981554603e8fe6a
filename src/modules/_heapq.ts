// Hot.
/**
 * The module _heapq: heaps in lists. As Modules/_heapqmodule.c.
 *
 * Each function is written once for both orders. Small ints, floats and strs, the usual keys, are compared without going through their
 * types; a comparison that runs Python code may change the list, which is then an error.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { lessTuple } from '../builtins/sort.ts'
import { tupleType, typeOf } from '../objects/builtin-types.ts'
import { compareBool } from '../objects/compare.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, runtimeErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { LT } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'

type Before = (a: Value, b: Value) => boolean

function less(a: Value, b: Value): boolean {
  if (typeof a === 'number') {
    if (typeof b === 'number') return a < b
  } else if (a instanceof PyFloat) {
    if (b instanceof PyFloat) return a.value < b.value
  } else if (typeof a === 'string') {
    if (typeof b === 'string') return a < b
  } else if (a instanceof PyTuple && b instanceof PyTuple && a.type === tupleType && b.type === tupleType)
    return lessTuple(a, b)
  return compareBool(a, b, LT)
}

const greater: Before = (a, b) => less(b, a)

function heapOf(value: Value, name: string, position: '' | ' 1'): PyList {
  if (!(value instanceof PyList))
    raiseTypeError(`${name}() argument${position} must be list, not ${typeName(typeOf(value))}`)
  return value
}

function checkSize(heap: PyList, items: Value[], size: number): void {
  if (heap.items !== items || items.length !== size) raise(runtimeErrorType, 'list changed size during iteration')
}

/** Moves the item at `at` towards the root, not beyond `start`, until its parent comes before it. */
function siftDown(heap: PyList, start: number, at: number, before: Before): void {
  const items = heap.boxed()
  const size = items.length
  if (at >= size) raise(indexErrorType, 'index out of range')
  const item = items[at]!
  while (at > start) {
    const parentAt = (at - 1) >> 1
    const parent = items[parentAt]!
    const comesFirst = before(item, parent)
    checkSize(heap, items, size)
    if (!comesFirst) break
    items[parentAt] = item
    items[at] = parent
    at = parentAt
  }
}

/** Moves the smaller child up all the way from `at` to a leaf, then the item that was there to its place. */
function siftUp(heap: PyList, at: number, before: Before): void {
  const items = heap.boxed()
  const size = items.length
  const start = at
  const limit = size >> 1
  while (at < limit) {
    let child = 2 * at + 1
    if (child + 1 < size) {
      const leftFirst = before(items[child]!, items[child + 1]!)
      checkSize(heap, items, size)
      if (!leftFirst) child++
    }
    const item = items[child]!
    items[child] = items[at]!
    items[at] = item
    at = child
  }
  siftDown(heap, start, at, before)
}

function push(heap: PyList, item: Value, before: Before): void {
  heap.boxed().push(item)
  siftDown(heap, 0, heap.items.length - 1, before)
}

function pop(heap: PyList, before: Before): Value {
  const items = heap.boxed()
  if (items.length === 0) raise(indexErrorType, 'index out of range')
  const last = items.pop()!
  if (items.length === 0) return last
  const result = items[0]!
  items[0] = last
  siftUp(heap, 0, before)
  return result
}

function replace(heap: PyList, item: Value, before: Before): Value {
  const items = heap.boxed()
  if (items.length === 0) raise(indexErrorType, 'index out of range')
  const result = items[0]!
  items[0] = item
  siftUp(heap, 0, before)
  return result
}

function pushPop(heap: PyList, item: Value, before: Before): Value {
  const items = heap.boxed()
  if (items.length === 0) return item
  const first = items[0]!
  const comesFirst = before(first, item)
  if (items.length === 0) raise(indexErrorType, 'index out of range')
  if (!comesFirst) return item
  return replace(heap, item, before)
}

function heapify(heap: PyList, before: Before): void {
  for (let at = (heap.boxed().length >> 1) - 1; at >= 0; at--) siftUp(heap, at, before)
}

/** The functions of one order; `suffix` is what their names end in. */
const functions = (before: Before, suffix: '' | '_max', kind: 'heap' | 'maxheap') => [
  builtin(
    `heappush${suffix}($module, heap, item, /)`,
    (heap: Value, item: Value) => push(heapOf(heap, `heappush${suffix}`, ' 1'), item, before),
    `Push item onto ${kind}, maintaining the heap invariant.`,
  ),
  builtin(
    `heappop${suffix}($module, heap, /)`,
    (heap: Value) => pop(heapOf(heap, `heappop${suffix}`, ''), before),
    suffix === ''
      ? 'Pop the smallest item off the heap, maintaining the heap invariant.'
      : 'Maxheap variant of heappop.',
  ),
  builtin(
    `heapreplace${suffix}($module, heap, item, /)`,
    (heap: Value, item: Value) => replace(heapOf(heap, `heapreplace${suffix}`, ' 1'), item, before),
    'Pop and return the current top of the heap, and add the new item.\n\nThis is more efficient than a pop followed by a push, and can be\nmore appropriate when using a fixed-size heap.',
  ),
  builtin(
    `heappushpop${suffix}($module, heap, item, /)`,
    (heap: Value, item: Value) => pushPop(heapOf(heap, `heappushpop${suffix}`, ' 1'), item, before),
    'Push item on the heap, then pop and return the top of the heap.\n\nThe combined action runs more efficiently than a push followed by\na separate pop.',
  ),
  builtin(
    `heapify${suffix}($module, heap, /)`,
    (heap: Value) => heapify(heapOf(heap, `heapify${suffix}`, ''), before),
    suffix === '' ? 'Transform list into a heap, in-place, in O(len(heap)) time.' : 'Maxheap variant of heapify.',
  ),
]

defineModule('_heapq', {
  doc: 'Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are lists for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for all k, counting elements from 0.',
  functions: () => [...functions(less, '', 'heap'), ...functions(greater, '_max', 'maxheap')],
  attributes: () => ({
    __about__:
      'Heap queues\n\nA heap is a list in which every item is no larger than the two items at twice its index plus one and two:\nthe smallest item is the first. Pushing and popping take logarithmic time.',
  }),
})
