/** Limits end a run with an error that Python cannot catch, and leave the interpreter usable. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LimitError, type Limits, Python } from '../../src/host/node.ts'

function limited(limits: Limits, source: string): { limit: string; elapsed: number } {
  const python = new Python({ limits, stdout: () => undefined })
  python.run('x = 1')
  const start = performance.now()
  let limit = 'none'
  try {
    python.run(source)
  } catch (thrown) {
    assert.ok(thrown instanceof LimitError, String(thrown))
    limit = thrown.limit
  }
  const elapsed = performance.now() - start
  assert.equal(python.run('def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(5) + x'), 6)
  return { limit, elapsed }
}

test('a deadline', () => {
  const { limit, elapsed } = limited({ timeout: 100 }, 'while True: pass')
  assert.equal(limit, 'timeout')
  assert.ok(elapsed >= 100 && elapsed < 200, `${elapsed} ms`)
})

test('no handler sees it', () => {
  const source =
    'def f():\n  while True:\n    try:\n      while True: pass\n    except BaseException: pass\n    finally: f()\nlist(map(lambda x: f(), [1]))'
  assert.equal(limited({ timeout: 50 }, source).limit, 'timeout')
})

test('inside builtins', () => {
  const endless = 'class Ones:\n  def __getitem__(self, i): return 1\n'
  assert.equal(limited({ timeout: 50 }, `${endless}sum(Ones())`).limit, 'timeout')
  assert.equal(limited({ timeout: 50 }, 'sum(map(abs, range(10**12)))').limit, 'timeout')
})

test('instructions are counted', () => {
  assert.equal(limited({ instructions: 1000 }, 'for i in range(100): pass').limit, 'none')
  assert.equal(limited({ instructions: 1000 }, 'for i in range(2000): pass').limit, 'instructions')
  assert.equal(limited({ instructions: 100_000 }, 'for i in range(200_000): pass').limit, 'instructions')
})

test('output', () => {
  assert.equal(limited({ output: 1000 }, 'print("x" * 900)').limit, 'none')
  assert.equal(limited({ output: 1000 }, 'while True: print("x" * 100)').limit, 'output')
})

test('memory', () => {
  assert.equal(
    limited({ memory: 100e6, timeout: 20_000 }, 'all = []\nwhile True: all.append([0] * 1000)').limit,
    'memory',
  )
})

test('recursion is Python’s own error', () => {
  const python = new Python({ limits: { recursion: 100 } })
  assert.throws(() => python.run('def f(): f()\nf()'), { type: 'RecursionError' })
})

test('an aborted signal', () => {
  const controller = new AbortController()
  const python = new Python({ limits: { signal: controller.signal } })
  python.globals.set('stop', () => controller.abort())
  assert.throws(() => python.run('stop()\nwhile True: pass'), { limit: 'aborted' })
})
