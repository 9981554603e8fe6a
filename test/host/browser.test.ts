/**
 * The bundle for the web: that it runs where there is no Node.
 *
 * Its modules are evaluated in a context of their own, which has ECMAScript's globals and those of the web that every page and worker
 * has, and nothing else: no `process`, no `Buffer`, no `require`.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { builtPackage } from '../built-package.ts'

let folder = ''
before(() => {
  folder = builtPackage()
})

/** Evaluates dist/browser.js in a context, and then the text as an async function of what it exports. */
const host = `
  const [folder, text] = process.argv.slice(1)
  const vm = require('node:vm')
  const { readFileSync } = require('node:fs')
  const given = { console, performance, setTimeout, clearTimeout, crypto, URL, Response, DecompressionStream, TextEncoder, TextDecoder, AbortController, atob }
  const context = vm.createContext(given)
  given.fetch = async url => new Response(readFileSync(url))
  const loaded = new Map()
  const load = name => loaded.get(name) ?? loaded.set(name, evaluated(name)).get(name)
  const evaluated = name => new vm.SourceTextModule(readFileSync(folder + '/' + name, 'utf8'), {
    context,
    identifier: name,
    initializeImportMeta: meta => { meta.url = require('node:url').pathToFileURL(folder + '/' + name).href },
  })
  void (async () => {
    const entry = load('browser.js')
    await entry.link(name => load(name.slice(2)))
    await entry.evaluate()
    const run = vm.runInContext('(async ({ Python, PythonError, LimitError, loadLibrary, webClock }) => {' + text + '})', context)
    console.log(JSON.stringify(await run(entry.namespace)))
  })()
`

function inContext(text: string): unknown {
  const args = ['--experimental-vm-modules', '--no-warnings', '-e', host, folder, text]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 })
  assert.equal(stderr, '')
  return JSON.parse(stdout)
}

test('the bundle for the web imports nothing of Node', () => {
  const imports = { 'browser.js': ['./core.js', './hot.js', './often.js', './seldom.js'], 'core.js': [] }
  for (const [name, expected] of Object.entries({ ...imports, 'hot.js': ['./core.js'], 'seldom.js': ['./core.js'] })) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    assert.doesNotMatch(text, /["'`]node:/)
    assert.doesNotMatch(text, /\bgetBuiltinModule\b|\brequire\(/)
    const imported = [...text.matchAll(/(?:\}from|\bimport)"(\.[^"]*)"/g)].map(match => match[1])
    assert.deepEqual(new Set(imported), new Set(expected))
  }
})

test('programs run without Node', () => {
  assert.deepEqual(
    inContext(`
      const out = []
      const python = new Python({ stdout: text => out.push(text), clock: webClock, limits: { timeout: 5000 } })
      python.run('import math, itertools, time\\nprint(math.tau, list(itertools.pairwise("abc")), time.time() > 1e9)')
      const value = await python.runAsync('time.sleep(0.01)\\n6 * 7')
      const failure = (() => { try { python.run('1 / 0') } catch (e) { return [e instanceof PythonError, e.message] } })()
      const missing = (() => { try { python.run('import json') } catch (e) { return e.type } })()
      return { missing, out: out.join(''), value, failure, node: typeof process + typeof Buffer }
    `),
    {
      out: "6.283185307179586 [('a', 'b'), ('b', 'c')] True\n",
      missing: 'ModuleNotFoundError',
      value: 42,
      failure: [true, 'ZeroDivisionError: division by zero'],
      node: 'undefinedundefined',
    },
  )
})

test('the library is fetched', () => {
  assert.equal(
    inContext(`
      const python = new Python({ library: await loadLibrary() })
      return python.run('import json, dataclasses, encodings.koi8_t as k\\njson.dumps([dataclasses.__all__[0], k.decoding_table[0xc1]])')
    `),
    '["dataclass", "\\u0430"]',
  )
})
