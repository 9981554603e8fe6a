/** A signature is read when its builtin is first called or shown: here all of them are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import '../../src/host/composition.ts'
import { builtinModuleNames, moduleFunctions } from '../../src/objects/builtin-module.ts'
import { PyBuiltinFunction, PyMethodDescriptor, PyStaticMethod } from '../../src/objects/callable.ts'
import type { Builtin } from '../../src/objects/signature.ts'
import { builtinTypes } from '../../src/objects/type.ts'
import type { Value } from '../../src/objects/value.ts'

function builtinIn(value: Value): Builtin | undefined {
  if (value instanceof PyMethodDescriptor || value instanceof PyBuiltinFunction) return value.builtin
  return value instanceof PyStaticMethod ? builtinIn(value.callable) : undefined
}

function unreadable(owner: string, builtins: Iterable<Builtin | undefined>): string[] {
  const found: string[] = []
  for (const builtin of builtins) {
    try {
      assert.ok(builtin === undefined || builtin.signature.parameters.length >= 0)
    } catch (error) {
      found.push(`${owner}: ${(error as Error).message}`)
    }
  }
  return found
}

test('of types', () => {
  const found = builtinTypes.flatMap(type => unreadable(type.name, [...type.namespace.values()].map(builtinIn)))
  assert.deepEqual(found, [])
})

test('of modules', () => {
  const found = builtinModuleNames().flatMap(name => unreadable(name, moduleFunctions(name)))
  assert.deepEqual(found, [])
})
