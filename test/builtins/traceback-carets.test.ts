/** Carets under source lines, as CPython 3.14's traceback module places them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import '../../src/frontend/errors/syntax-errors.ts'
import { annotatedLines } from '../../src/builtins/traceback-carets.ts'

/** The lines shown for `source` when the instruction is what stands between «»; columns are bytes. */
function shown(marked: string): string {
  const lines = marked.split('\n')
  const bytesBefore = (line: string, mark: string): number =>
    new TextEncoder().encode(line.slice(0, line.indexOf(mark)).replaceAll(/[«»]/g, '')).length
  const range = { start: bytesBefore(lines[0]!, '«'), end: bytesBefore(lines.at(-1)!, '»') }
  const source = lines.map(line => line.replaceAll(/[«»]/g, ''))
  return annotatedLines(source, range).join('\n')
}

describe('carets', () => {
  const cases: readonly (readonly [title: string, marked: string, expected: string])[] = [
    ['an operator', '    x = «a + b» * c', 'x = a + b * c\n    ~~^~~'],
    ['an operator of two characters', 'x = «a // b» + c', 'x = a // b + c\n    ~~^^~~'],
    ['parentheses around the operands', 'y = «(a) ) + (b»', 'y = (a) ) + (b\n    ~~~~~~^~~~'],
    ['a subscript', 'x = «a[1][2]» + c', 'x = a[1][2] + c\n    ~~~~^^^'],
    ['a call among others', 'f(«g(1)», 2)', 'f(g(1), 2)\n  ~^^^'],
    ['nothing under a whole line', '«raise ValueError»', 'raise ValueError'],
    ['nothing under a call that is returned', 'return «f(1, 2)»', 'return f(1, 2)'],
    ['nothing under a call that is assigned', 'x = «f(1, 2)»', 'x = f(1, 2)'],
    ['a call that is assigned to an attribute', 'x.y = «f(1)»', 'x.y = f(1)\n      ~^^^'],
    ['wide characters', 'x = «日本["ｆ"]» + 1', 'x = 日本["ｆ"] + 1\n    ~~~~^^^^^^'],
    [
      'an expression over lines',
      'x = (\n    «a\n    +\n    b»\n)'.split('\n').slice(1, 4).join('\n'),
      'a\n~\n+\n^\nb\n~',
    ],
    [
      'many lines are cut',
      'f(«g(\n  1,\n  2,\n  3,\n  4,\n)»)',
      'f(g(\n  ~^\n  1,\n  ^^\n...<2 lines>...\n  4,\n  ^^\n))\n^',
    ],
  ]
  for (const [title, marked, expected] of cases) it(title, () => assert.equal(shown(marked), expected))
})
