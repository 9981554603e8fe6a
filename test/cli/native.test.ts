/**
 * Programs that need what the oracle of the language tests has not: threads, other programs, descriptors of a whole system. What they
 * print was recorded from a native CPython; names of folders do not appear in it.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { root } from '../../tools/source-files.ts'
import { builtPackage } from '../built-package.ts'

const programs = path.join(root, 'test/cli/native')

for (const name of readdirSync(programs).filter(each => each.endsWith('.py')))
  test(name, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'taipan-native-'))
    const program = path.join(programs, name)
    try {
      const { stdout, stderr } = spawnSync(process.execPath, [path.join(builtPackage(), 'cli.js'), program], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
        env: { PATH: process.env['PATH'] ?? '', HOME: folder, GREETING: 'hello' },
      })
      const expected = readFileSync(program.replace(/py$/, 'out'), 'utf8')
      assert.deepEqual({ stdout, stderr }, { stdout: expected, stderr: '' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
