/** The command line's switches of tier 2, and what it tells of it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { builtPackage } from '../built-package.ts'

let cli = ''
const folder = mkdtempSync(path.join(tmpdir(), 'taipan-jit-'))
const program = `import sys
def total(n):
    s = 0
    for i in range(n):
        s += i
    return s
def active(n):
    for i in range(n): answer = sys._jit.is_active()
    return answer
def mixed(values):
    for value in values: value + value
print(total(5000), sys._jit.is_available(), sys._jit.is_enabled(), active(5000), sys._jit.is_active())
mixed([1] * 1000 + [1.5] * 10)
`

before(() => {
  cli = path.join(builtPackage(), 'cli.js')
  writeFileSync(path.join(folder, 'prog.py'), program)
})

after(() => rmSync(folder, { recursive: true }))

function taipan(args: readonly string[], nodeArgs: readonly string[] = []): { out: string; err: string } {
  const result = spawnSync(process.execPath, [...nodeArgs, cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
  })
  return { out: result.stdout, err: result.stderr }
}

test('whether there is a JIT, whether it is on, and whether it runs the frame', () => {
  assert.equal(taipan(['prog.py']).out, '12497500 True True True False\n')
  assert.equal(taipan(['-X', 'jit=off', 'prog.py']).out, '12497500 True False False False\n')
  const forbidden = ['--disallow-code-generation-from-strings']
  assert.equal(taipan(['prog.py'], forbidden).out, '12497500 False False False False\n')
})

test('passes are chosen by name, and unknown names are refused', () => {
  assert.match(taipan(['--passes=none', 'prog.py']).out, /^12497500 True True True/)
  assert.match(taipan(['--passes=none', '--dump=passes:total', 'prog.py']).out, /registers +off: [1-9]\d* loads/)
  assert.match(taipan(['-X', 'jit-passes=-inline,-folding', 'prog.py']).err, /-folding is none of all, none, registers/)
})

test('dumps of regions', () => {
  const { out } = taipan(['--dump=trace:total', 'prog.py'])
  assert.match(out, /^loop total line 4\nblock 1 at total line 4\n/)
  assert.match(out, /\n {5}5 {2}LOAD_FAST_BORROW_LOAD_FAST_BORROW +s, i\n/)
  assert.match(taipan(['--dump=code:total', 'prog.py']).out, /\/\* overflow, line 5 \*\//)
})

test('a line is explained', () => {
  const { err } = taipan(['--explain=prog.py:11', 'prog.py'])
  assert.match(err, /^prog\.py:11: for value in values: value \+ value\n {2}in mixed\n/)
  assert.match(err, /compiled: .*in the loop mixed line 11/)
  assert.match(err, /left \d+ times at BINARY_OP of mixed line 11: a value was not of the kind/)
  assert.match(taipan(['--explain=prog.py:99', 'prog.py']).err, /no code that has run is on this line/)
})

test('statistics of tier 2', () => {
  const { tier2 } = JSON.parse(taipan(['--stats=json', 'prog.py']).err)
  assert.ok(tier2.compiled >= 3)
  assert.ok(tier2.exits.loopEnd >= 2 && tier2.exits.guard >= 1)
  assert.ok(tier2.passes.guards > 0 && tier2.passes.guardsElided > 0)
  assert.deepEqual(Object.keys(tier2.compiling), ['lowering', 'assembling', 'engine', 'attempts'])
})
