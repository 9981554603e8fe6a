/**
 * What V8 makes of the dispatch function. It optimizes a function only if its bytecode is small enough, and a program is only
 * fast if it stays optimized.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taipan-dispatch-'))
const bundle = join(folder, 'dispatch.mjs')

/** A program that goes through several phases, each with instructions that the ones before it did not use. */
const program = `
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def length2(self):
        return self.x * self.x + self.y * self.y
def ints(n):
    total = 0
    for i in range(n):
        if i % 3 == 0: total += i
    return total
def floats(n):
    points = [Point(i * 0.5, i * 0.25) for i in range(n)]
    return sum(p.length2() for p in points)
def texts(n):
    words = {}
    for i in range(n):
        word = 'w' + str(i % 17)
        words[word] = words.get(word, 0) + 1
    return sorted(words.items())
def nested(n):
    return [[a * b for a in range(10)] for b in range(n)]
def phases():
    ints(30000); floats(3000); texts(5000); nested(500)
`

const isOptimized = 1 << 4
const entry = `
import { Python } from './src/host/node.ts'
import { dispatch } from './src/interpreter/entry.ts'
const python = new Python({ jit: false })
python.run(${JSON.stringify(program)})
// V8 optimizes in another thread, which may have to wait for its turn.
for (let i = 0; i < 12 || (i < 200 && (%GetOptimizationStatus(dispatch.evaluate) & ${isOptimized}) === 0); i++) python.run('phases()')
console.log('status ' + %GetOptimizationStatus(dispatch.evaluate))
`

before(() => {
  const options = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: true,
    absWorkingDir: root,
    logLevel: 'silent',
  } as const
  const stdin = {
    contents: entry.replaceAll('%GetOptimizationStatus', 'globalThis.status'),
    resolveDir: root,
    loader: 'ts',
  } as const
  buildSync({ ...options, stdin, outfile: bundle })
})
after(() => rmSync(folder, { recursive: true }))

function run(...flags: string[]): string {
  const prelude =
    'data:text/javascript,' +
    encodeURIComponent("globalThis.status = new Function('f', 'return %GetOptimizationStatus(f)')")
  const result = spawnSync(process.execPath, ['--allow-natives-syntax', ...flags, '--import', prelude, bundle], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  assert.equal(result.status, 0, result.stderr)
  return result.stdout
}

describe('the dispatch function', () => {
  it('is small enough for V8 to optimize', () => {
    const output = run('--print-bytecode', '--print-bytecode-filter=evaluate*')
    const lengths = [...output.matchAll(/Bytecode length: (\d+)/g)].map(match => Number(match[1]))
    const length = Math.max(...lengths)
    assert.ok(length > 5000 && length < 30_000, `bytecode of ${length} bytes; V8 refuses at 61,440`)
  })

  it('ends up optimized, and is not thrown away again and again', () => {
    const output = run('--trace-deopt')
    const deoptimizations = output.match(/bailout \(kind: deopt-eager.*JSFunction evaluate\d*[ >]/g) ?? []
    assert.ok(deoptimizations.length <= 8, `deoptimized ${deoptimizations.length} times`)
    const status = Number(/status (\d+)/.exec(output)![1])
    assert.ok((status & isOptimized) !== 0, `optimization status ${status}`)
  })
})
