/**
 * Sets iterate in the order of CPython's table. set-order.txt holds what a 64-bit CPython 3.14 answered, two lines for each set: what was
 * done to it, then its items in order.
 *
 *     +1 add   −1 discard   pop=1   |1,2 update   &1,2   ^1,2   \1,2 (with a set of these)   copy
 */
import '../../src/host/composition.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { intersection, removeAll, toggleAll } from '../../src/builtins/set-algebra.ts'
import { PySet } from '../../src/objects/set.ts'

function apply(set: PySet, operation: string): PySet {
  const rest = operation.slice(1)
  const operand = (): PySet => PySet.from(rest === '' ? [] : rest.split(',').map(Number))
  switch (operation[0]) {
    case '+':
      set.add(Number(rest))
      break
    case '-':
      set.delete(Number(rest))
      break
    case '|':
      set.merge(operand())
      break
    case '&':
      set.take(intersection(set, operand()))
      break
    case '^':
      toggleAll(set, operand())
      break
    case '\\':
      removeAll(set, operand())
      break
    case 'p':
      assert.equal(`pop=${set.pop()}`, operation)
      break
    default: {
      const copy = new PySet()
      copy.merge(set)
      return copy
    }
  }
  return set
}

const lines = readFileSync(new URL('set-order.txt', import.meta.url), 'utf8').split('\n')

it('sets iterate in the order of CPython', () => {
  for (let i = 0; i + 1 < lines.length; i += 2) {
    let set = new PySet()
    for (const operation of lines[i]!.split(' ').filter(each => each !== '')) set = apply(set, operation)
    assert.equal(set.items().join(' '), lines[i + 1]!.trim(), lines[i] ?? '')
  }
})
