/** The embedding API: values both ways, errors, grants. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Python, PythonError, PythonObject } from '../../src/host/node.ts'

test('run answers the value of a last expression', () => {
  const python = new Python()
  assert.equal(python.run('1 + 1'), 2)
  assert.equal(python.run('x = 20\nx * 2 + 2'), 42)
  assert.equal(python.run('x = 3'), null)
  assert.equal(python.run('"text"'), 'text')
  assert.equal(python.run(''), null)
})

test('os._exit ends the run, past every finally, as a SystemExit', () => {
  const python = new Python()
  const program = 'import posix\ntry: posix._exit(3)\nfinally: reached = True'
  assert.throws(() => python.run(program), { name: 'PythonError', message: /SystemExit: 3/ })
  assert.equal(python.run('"reached" in globals()'), false)
})

test('values come back as they went', () => {
  const python = new Python()
  const values = [
    null,
    true,
    0,
    -7,
    1.5,
    2n ** 70n,
    'é😀',
    new Uint8Array([1, 2]),
    [1, [2]],
    new Map([['a', 1]]),
    new Set([1]),
  ]
  for (const value of values) {
    python.globals.set('value', value)
    assert.deepEqual(python.globals.get('value'), value)
  }
  python.globals.set('record', { a: 1, b: [1.5] })
  assert.equal(python.run('repr(record)'), "{'a': 1, 'b': [1.5]}")
  assert.equal(python.run('repr((value, type(value)))'), "({1}, <class 'set'>)")
  assert.deepEqual(python.run('(1, 2.0, None)'), [1, 2, null])
  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  python.globals.set('cyclic', cyclic)
  assert.equal(python.run('cyclic[0] is cyclic'), true)
})

test('ints and floats', () => {
  const python = new Python()
  python.globals.set('values', [1, 1.5, -0, 2 ** 53, 9n])
  assert.equal(python.run('repr([type(v).__name__ for v in values])'), "['int', 'float', 'float', 'float', 'int']")
})

test('functions of the host', () => {
  const python = new Python()
  python.globals.set('join', (a: string, b: string, options?: { sep: string }) => a + (options?.sep ?? '') + b)
  assert.equal(python.run('join("a", "b")'), 'ab')
  assert.equal(python.run('join("a", "b", sep="-")'), 'a-b')
  assert.equal(python.run('list(map(join, "ab", "cd"))[1]'), 'bd')
  const boom = new TypeError('boom')
  python.globals.set('fail', () => {
    throw boom
  })
  assert.equal(python.run('try: fail()\nexcept RuntimeError as e: text = str(e)\ntext'), 'TypeError: boom')
  assert.throws(
    () => python.run('fail()'),
    (thrown: unknown) => thrown instanceof PythonError && thrown.cause === boom,
  )
})

test('Python functions and objects', () => {
  const python = new Python()
  const add = python.run('def add(a, b): return a + b\nadd') as (a: number, b: number) => number
  assert.equal(add(2, 3), 5)
  assert.throws(() => add('a' as never, 1), PythonError)
  python.globals.set('again', add)
  assert.equal(python.run('again is add'), true)
  const object = python.run('class C:\n  n = 3\n  def m(self, x): return x + self.n\nC()') as PythonObject
  assert.ok(object instanceof PythonObject)
  assert.equal(object.type, 'C')
  assert.equal(object.get('n'), 3)
  object.set('n', 4)
  assert.equal((object.get('m') as (x: number) => number)(1), 5)
})

test('errors', () => {
  const python = new Python()
  assert.throws(
    () => python.run('def f():\n  raise ValueError("bad")\nf()', { filename: '<cell>' }),
    (thrown: unknown) => {
      assert.ok(thrown instanceof PythonError)
      assert.equal(thrown.type, 'ValueError')
      assert.equal(thrown.message, 'ValueError: bad')
      assert.deepEqual(thrown.frames, [
        { file: '<cell>', line: 3, function: '<module>' },
        { file: '<cell>', line: 2, function: 'f' },
      ])
      assert.match(
        thrown.traceback,
        /^Traceback \(most recent call last\):\n {2}File "<cell>", line 3, in <module>\n {4}f\(\)/,
      )
      return true
    },
  )
  assert.throws(() => python.run('x = ('), { type: 'SyntaxError' })
  assert.equal(python.run('1'), 1)
})

test('interpreters share nothing', () => {
  const a = new Python()
  const b = new Python()
  a.run('x = 1\nimport sys\nsys.marker = 5')
  assert.equal(b.globals.get('x'), undefined)
  assert.equal(b.run('import sys\nhasattr(sys, "marker")'), false)
})

test('nothing of the host but what was granted', () => {
  const output: string[] = []
  const python = new Python({ stdout: text => output.push(text), stdin: 'one\ntwo\n', argv: ['prog', 'a'] })
  python.run('import sys\nprint(input(), input(), sys.argv)')
  assert.equal(output.join(''), "one two ['prog', 'a']\n")
  assert.throws(() => python.run('open("/etc/passwd")'), { type: 'PermissionError' })
})
