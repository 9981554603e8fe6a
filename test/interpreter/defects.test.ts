/** A defect of ours in a builtin is a SystemError to the program, which says where in our code it was. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import '../../src/host/composition.ts'
import { raised } from '../../src/objects/exception.ts'
import { LimitError } from '../../src/host/limits.ts'

function brokenBuiltin(): unknown {
  const nothing = undefined as unknown as { method(): void }
  return nothing.method()
}

test('errors of the engine become SystemError with its stack', () => {
  try {
    brokenBuiltin()
    assert.fail('it is broken')
  } catch (thrown) {
    const exception = raised(thrown)
    assert.equal(exception.type.name, 'SystemError')
    assert.match(String(exception.args.items[0]), /^internal error: TypeError: .*undefined[\s\S]*at brokenBuiltin/)
  }
})

test('the end of a run is no Python exception', () => {
  const limit = new LimitError('timeout')
  assert.throws(() => raised(limit), limit)
})
