/** What the interpreter and the sequence types rely on in ranges and slices, beyond what Python code can see. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Python } from '../../src/host/node.ts'
import { iterateRange, PyLongRangeIterator, PyRange, PyRangeIterator } from '../../src/objects/range.ts'
import { PySlice, sliceIndices } from '../../src/objects/slice.ts'
import { iterNext } from '../../src/objects/iteration.ts'

test('a range of small ints is walked by numbers that end exactly on stop', () => {
  for (const [start, stop, step] of [
    [0, 5, 1],
    [0, 5, 2],
    [10, -3, -4],
    [3, 3, 1],
    [5, 0, 1],
  ] as const) {
    const { count } = new PyRange(start, stop, step)
    const iterator = iterateRange(start, step, count)
    assert.ok(iterator instanceof PyRangeIterator)
    const items: number[] = []
    while (iterator.current !== iterator.stop) {
      items.push(iterator.current)
      assert.equal(iterNext(iterator), items.at(-1))
    }
    assert.equal(items.length, count)
    assert.equal(iterNext(iterator), undefined)
    assert.equal(iterNext(iterator), undefined)
  }
})

test('a range whose end is not a small int is walked by position', () => {
  const last = Number.MAX_SAFE_INTEGER
  assert.ok(iterateRange(last - 1, 1, 1) instanceof PyRangeIterator)
  const iterator = iterateRange(last - 1, 1, 2)
  assert.ok(iterator instanceof PyLongRangeIterator)
  assert.deepEqual([iterNext(iterator), iterNext(iterator), iterNext(iterator)], [last - 1, last, undefined])
})

test('a slice selects count items from start', () => {
  const indices = (length: number, ...[start, stop, step]: (number | null)[]) => {
    const { start: from, step: by, count } = sliceIndices(new PySlice(start!, stop!, step!), length)
    return Array.from({ length: count }, (_, i) => from + i * by)
  }
  assert.deepEqual(indices(5, null, null, null), [0, 1, 2, 3, 4])
  assert.deepEqual(indices(5, null, null, -2), [4, 2, 0])
  assert.deepEqual(indices(5, -2, 100, null), [3, 4])
  assert.deepEqual(indices(5, 3, 1, null), [])
  assert.deepEqual(indices(5, 100, -100, -3), [4, 1])
  assert.deepEqual(indices(0, null, null, -1), [])
})

test('an empty selection keeps the place where an assignment inserts', () => {
  assert.deepEqual(sliceIndices(new PySlice(3, 1, null), 5), { start: 3, stop: 1, step: 1, count: 0 })
  assert.equal(sliceIndices(new PySlice(9, 9, null), 5).start, 5)
})

test('bisection looks into ranges that are longer than a number can count', () => {
  let text = ''
  const python = new Python({ stdout: part => (text += part) })
  python.run(`
import _bisect
for low, high in ((0, None), (10 ** 17, 10 ** 18), (2 ** 53 - 5, 2 ** 53 + 5)):
    print(_bisect.bisect_left(range(10 ** 18), True, low, high, key=lambda n: n * n >= 7 * 10 ** 34))
`)
  assert.equal(text, '264575131106459060\n264575131106459060\n9007199254740997\n')
})

test('__len__ of a range answers what a machine word holds', () => {
  let text = ''
  const python = new Python({ stdout: part => (text += part) })
  python.run(`
print(range(2 ** 63 - 1).__len__(), range.__len__(range(10)))
try:
    range(2 ** 63).__len__()
except OverflowError as error:
    print(error)
`)
  assert.equal(text, '9223372036854775807 10\nPython int too large to convert to C ssize_t\n')
})
