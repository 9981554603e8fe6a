/**
 * The declarations that the package ships (types/) against what is there. They are kept by hand, since declarations made from the
 * sources would show the whole interpreter; the type checker compares them here, in both directions where that can be.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type * as declaredForBrowsers from '../../types/browser.d.ts'
import type * as forBrowsers from '../../src/host/browser.ts'
import type * as limits from '../../src/host/limits.ts'
import * as forNode from '../../src/host/node.ts'
import type * as python from '../../src/host/python.ts'
import type * as declared from '../../types/taipan.d.ts'
import { root } from '../../tools/source-files.ts'

/** Compiles only where every `Actual` can be used as a `Declared`. */
type Fits<Declared, Actual extends Declared> = [Declared, Actual]
/** Compiles only where both have the same members. */
type SameNames<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : never) : never

/** What there is does what is declared. */
type Instances = [
  Fits<declared.Python, python.Python>,
  Fits<declared.Globals, python.Globals>,
  Fits<Pick<declared.PythonError, keyof declared.PythonError>, python.PythonError>,
  Fits<Pick<declared.PythonObject, keyof declared.PythonObject>, python.PythonObject>,
  Fits<declared.LimitError, python.LimitError>,
  Fits<declared.HostFiles, python.HostFiles>,
  Fits<declared.HostClock, python.HostClock>,
  Fits<declared.HostLibrary, python.HostLibrary>,
  Fits<declared.Host, python.Host>,
  Fits<typeof declared.NodeFiles, typeof forNode.NodeFiles>,
  Fits<typeof declared.nodeHost, typeof forNode.nodeHost>,
  Fits<typeof declaredForBrowsers.loadLibrary, typeof forBrowsers.loadLibrary>,
]
/** What may be passed according to the declarations is taken. */
type Options = [
  Fits<Omit<python.PythonOptions, 'host' | 'configuration'>, Omit<declared.PythonOptions, 'host'>>,
  Fits<python.RunOptions, declared.RunOptions>,
  Fits<python.Limits, declared.Limits>,
  Fits<python.HostFiles, declared.HostFiles>,
  Fits<python.HostClock, declared.HostClock>,
]
/** Nothing is left out but what only we need: how interpreters are configured, and the bridge for values. */
const sameNames: [
  SameNames<Omit<python.PythonOptions, 'configuration'>, declared.PythonOptions>,
  SameNames<Omit<python.Python, 'enter' | 'callHost' | 'answer'>, declared.Python>,
  SameNames<python.Globals, declared.Globals>,
  SameNames<python.Limits, declared.Limits>,
  SameNames<python.HostFiles, declared.HostFiles>,
  SameNames<python.HostClock, declared.HostClock>,
  SameNames<limits.LimitError, declared.LimitError>,
  SameNames<Omit<python.PythonError, 'exception'>, declared.PythonError>,
  SameNames<Omit<python.PythonObject, 'value'>, declared.PythonObject>,
  SameNames<typeof forNode, typeof declared>,
  SameNames<Omit<typeof forBrowsers, 'packedLibrary'>, typeof declaredForBrowsers>,
] = [true, true, true, true, true, true, true, true, true, true, true]

test('declarations say what is there', () => {
  const checked: [Instances, Options] | null = null
  assert.equal(checked, null)
  assert.ok(sameNames.every(same => same))
})

test('what is declared is exported', () => {
  const values = (file: string): string[] => {
    const text = readFileSync(path.join(root, 'types', file), 'utf8')
    return [...text.matchAll(/^export declare (?:class|const|function) (\w+)/gm)].map(match => match[1]!)
  }
  assert.deepEqual([...values('taipan.d.ts'), ...values('api.d.ts')].sort(), Object.keys(forNode).sort())
})
