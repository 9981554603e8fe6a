/** The modules that a part of the program is said to declare (modules/later.ts), which is loaded to import one, are those that it declares. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { before, test } from 'node:test'
import '../../src/host/node.ts'
import { modulesOf } from '../../src/modules/later.ts'
import { builtinModuleNames } from '../../src/objects/builtin-module.ts'
import { builtPackage } from '../built-package.ts'

let folder = ''
before(() => {
  folder = builtPackage()
})

const printed = (code: string): string[] =>
  execFileSync(process.execPath, [path.join(folder, 'cli.js'), '-c', code], { encoding: 'utf8' })
    .trim()
    .split(' ')

test('before any part is loaded, all builtin modules are known', () => {
  // Here everything is loaded.
  assert.deepEqual(printed('import sys; print(*sys.builtin_module_names)'), builtinModuleNames())
})

for (const [part, names] of Object.entries(modulesOf))
  test(`the part '${part}' alone declares its modules`, () => {
    const code = `import _imp\nspec = type('spec', (), {})\nfor spec.name in ${JSON.stringify(names)}: print(_imp.create_builtin(spec).__name__, end=' ')`
    assert.deepEqual(printed(code), names)
  })
