/** "Did you mean": distances and suggestions as CPython 3.14 gives them. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { closestName, editDistance } from '../../src/base/suggestion-distance.ts'

it('counts 2 for a letter that is moved, added or changed, and 1 for another case', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['', '', 0],
    ['', 'a', 2],
    ['a', 'A', 1],
    ['Apple', 'Aple', 2],
    ['Banana', 'B@n@n@', 6],
    ['Cherry', 'Cherry!', 2],
    ['---0---', '------', 2],
    ['abc', 'y', 6],
    ['aa', 'bb', 4],
    ['wrong', 'AAAA', 10],
    ['ABA', 'AAB', 4],
    ['python', 'html', 10],
    ['1', 'abc', 6],
  ]
  for (const [left, right, distance] of cases) {
    assert.equal(editDistance(left, right, 1000), distance, `${left} ${right}`)
    assert.equal(editDistance(right, left, 1000), distance, `${right} ${left}`)
  }
})

it('suggests the closest name, if at most a third of the letters differ', () => {
  assert.equal(closestName('blech', ['noise', 'bluch', 'blach']), 'bluch')
  assert.equal(closestName('somethingverywrong', ['eggs', 'a']), undefined)
  assert.equal(closestName('name', ['name']), undefined)
  assert.equal(closestName('printt', ['print', 'sprint']), 'print')
})

it('does not look through a great many names', () => {
  const names = Array.from({ length: 750 }, (_, i) => `name${i}`)
  assert.equal(closestName('nam1', names), undefined)
  assert.equal(closestName('nam1', names.slice(1)), 'name1')
})
