/**
 * Code made of a regular expression finds what the matcher finds.
 *
 * random-patterns.json has patterns that were made at random, each with its flags, its number of groups, and what `re._compiler` makes of
 * it; and texts. Both engines search, match and match in full, from several places, in strings and in rows of numbers.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Units } from '../../src/builtins/units.ts'
import { compilePattern } from '../../src/modules/sre/compile/compile.ts'
import { makeCode } from '../../src/modules/sre/engine.ts'
import { Matcher } from '../../src/modules/sre/matcher.ts'
import { type Marks, Mode, type Program } from '../../src/modules/sre/program.ts'
import { search } from '../../src/modules/sre/search.ts'
import { strOf } from '../../src/objects/str.ts'
import { translate } from '../../src/modules/sre/translate.ts'

interface Cases {
  readonly subjects: readonly string[]
  readonly patterns: readonly (readonly [pattern: string, flags: number, groups: number, code: readonly number[]])[]
}

const { subjects, patterns } = JSON.parse(readFileSync('test/modules/random-patterns.json', 'utf8')) as Cases

function byMatcher(program: Program, text: Units, start: number, mode: Mode, forbidden: number): Marks | null {
  const matcher = new Matcher(program, text, text.length)
  matcher.forbidden = forbidden
  matcher.isFull = mode === Mode.full
  if (mode !== Mode.search) return matcher.matchAt(start) ? matcher.result(start) : null
  // Cold, so that the search is not handed over.
  program.heat = 0
  const found = search(matcher, start)
  return found < 0 ? null : matcher.result(found)
}

const ways = (start: number): readonly [Mode, number][] => [
  [Mode.match, -1],
  [Mode.full, -1],
  [Mode.search, -1],
  [Mode.search, start],
]

function compare(program: Program, text: Units, kind: 'string' | 'array', title: string): boolean {
  const run = makeCode(program, kind)
  if (run === null) return false
  for (let start = 0; start <= Math.min(text.length, 3); start++) {
    for (const [mode, forbidden] of ways(start)) {
      const expected = byMatcher(program, text, start, mode, forbidden)
      assert.deepEqual(run(text, start, mode, forbidden), expected, `${title} from ${start}, mode ${mode}`)
    }
  }
  return true
}

test('compiled regular expressions find what the matcher finds', () => {
  let compared = 0
  for (const [pattern, flags, groups, code] of patterns) {
    const program = translate(code, groups)
    for (const subject of subjects) {
      const title = `${JSON.stringify(pattern)} with flags ${flags} in ${JSON.stringify(subject)}`
      const points = Array.from(subject, character => character.codePointAt(0)!)
      if (compare(program, points, 'array', title)) compared++
      if (points.length === subject.length && compare(program, subject, 'string', title)) compared++
    }
  }
  assert.ok(compared > subjects.length * patterns.length)
})

test('the code of a pattern is that of re._compiler', () => {
  for (const [pattern, flags, groups, code] of patterns) {
    const compiled = compilePattern(strOf(pattern), flags)
    assert.deepEqual([compiled?.code, compiled?.groups], [code, groups + 1], JSON.stringify(pattern))
  }
})
