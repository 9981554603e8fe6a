/**
 * The package as it is built from the sources as they are now, for tests that look at it from outside. The first test that asks builds it;
 * others, which run in processes of their own, wait for that and use the same.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder, root } from '../tools/source-files.ts'

const folder = path.join(root, 'node_modules/.cache/taipan-built')
const stamp = path.join(folder, 'built')
const lock = `${folder}.lock`

/** A build takes some seconds; a lock that is older was left by a process that was killed. */
const patience = 60_000

/** The folder that the package's files are in. */
export function builtPackage(): string {
  mkdirSync(path.dirname(folder), { recursive: true })
  while (!isTaken()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  try {
    if (!isFresh()) {
      const tsx = path.join(root, 'node_modules/.bin/tsx')
      const started = Date.now()
      execFileSync(tsx, [path.join(root, 'tools/build.ts'), '--out', folder], { stdio: 'pipe' })
      writeFileSync(stamp, `${started}`)
    }
  } finally {
    rmdirSync(lock)
  }
  return folder
}

function isTaken(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > patience) rmdirSync(lock)
    return false
  }
}

function isFresh(): boolean {
  if (!existsSync(stamp)) return false
  const { mtimeMs } = statSync(stamp)
  const inputs = ['src', 'tools'].flatMap(place => [...filesUnder([place], '.ts'), ...filesUnder([place], '.asdl')])
  return inputs.every(file => statSync(path.join(root, file)).mtimeMs < mtimeMs)
}
