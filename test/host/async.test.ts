/** Programs that wait for promises. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodeClock, Python } from '../../src/host/node.ts'

const later = <T>(value: T, milliseconds = 1): Promise<T> =>
  new Promise(resolve => setTimeout(() => resolve(value), milliseconds))

test('a host function answers a promise', async () => {
  const python = new Python()
  python.globals.set('get', (x: number) => later(x * 2))
  assert.equal(await python.runAsync('get(4)'), 8)
  const source = 'def f(x):\n  y = [1, get(x), *[3]]\n  return y + [get(x=5) if False else get(*[7])]\nf(10)'
  assert.deepEqual(await python.runAsync(source), [1, 20, 3, 14])
  const warm = 'total = 0\nfor i in range(30): total += get(i)\ntotal'
  assert.equal(await python.runAsync(warm), 870)
})

test('a rejection is an exception where the call is', async () => {
  const python = new Python()
  python.globals.set('fail', () => Promise.reject(new Error('no luck')))
  assert.equal(await python.runAsync('try: fail()\nexcept RuntimeError as e: text = str(e)\ntext'), 'no luck')
  await assert.rejects(python.runAsync('fail()'), { message: 'RuntimeError: no luck', type: 'RuntimeError' })
})

test('where other frames are in between, it is refused', async () => {
  const python = new Python()
  python.globals.set('get', (x: number) => later(x))
  const refused = /cannot wait for a promise here/
  await assert.rejects(python.runAsync('sorted([2, 1], key=get)'), refused)
  await assert.rejects(python.runAsync('sorted([2, 1], key=lambda x: get(x))'), refused)
  assert.throws(() => python.run('get(1)'), refused)
  assert.equal(await python.runAsync('get(1)'), 1)
})

test('input', async () => {
  const output: string[] = []
  const lines = ['Ann\n']
  const python = new Python({ stdout: text => output.push(text), stdin: () => later(lines.shift() ?? null) })
  await python.runAsync('name = input("Name? ")\nprint("Hello", name)')
  assert.equal(output.join(''), 'Name? Hello Ann\n')
  await assert.rejects(python.runAsync('input()'), { type: 'EOFError' })
})

test('what leaves the interpreter in the middle of a call', async () => {
  const python = new Python()
  python.globals.set('get', (x: number) => later(x, 2))
  assert.equal(await python.runAsync('import gc\ndef f():\n  gc.collect()\n  return 5\nf()'), 5)
  const cached =
    'from _functools import _lru_cache_wrapper\ndef f(n): return get(n) + 1\ng = _lru_cache_wrapper(f, None, False, None)\n'
  assert.equal(await python.runAsync(`${cached}g(3) + g(3)`), 8)
})

test('programs take turns', async () => {
  const python = new Python()
  python.globals.set('get', (x: number) => later(x, 2))
  const program = (n: number) => `def f${n}(d):\n  return get(${n}) if d == 0 else f${n}(d - 1) + get(1)\nf${n}(5)`
  assert.deepEqual(await Promise.all([1, 2, 3].map(n => python.runAsync(program(n)))), [6, 7, 8])
})

test('the event loop turns while a program runs, and limits hold', async () => {
  const controller = new AbortController()
  const python = new Python({ limits: { signal: controller.signal } })
  setTimeout(() => controller.abort(), 60)
  await assert.rejects(python.runAsync('while True: pass'), { limit: 'aborted' })
  const limited = new Python({ limits: { timeout: 50 } })
  limited.globals.set('never', () => new Promise(() => undefined))
  await assert.rejects(limited.runAsync('never()'), { limit: 'timeout' })
  assert.equal(limited.run('1'), 1)
})

test('waiting in generators, whatever the loop that runs them has seen before', async () => {
  const python = new Python({ clock: nodeClock })
  python.globals.set('fetch', async (value: number) => value + 1)
  const program = `
import time
def numbers():
    for i in range(3):
        time.sleep(0.001)
        yield fetch(i)
def delegating():
    yield from numbers()
[[x for x in iterable] for iterable in ([0], (0,), numbers(), delegating(), numbers())]
`
  assert.deepEqual(await python.runAsync(program), [[0], [0], [1, 2, 3], [1, 2, 3], [1, 2, 3]])
})
