/**
 * Checks that a file still holds one idea: warns at 500 lines, fails at 800. Generated files and data tables
 * (`*.data.ts`) are exempt, since nobody reads them from top to bottom.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder, root } from './source-files.ts'

const warnAt = 500
const failAt = 800

for (const file of filesUnder(['src', 'tools', 'test', 'bench'], '.ts')) {
  if (file.includes('/generated/') || file.endsWith('.data.ts')) continue
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length - 1
  if (lines < warnAt) continue
  const fails = lines >= failAt
  console.error(
    `${file}: ${lines} lines, ${fails ? `which is ${failAt} or more: split it by idea` : 'look for a seam'}`,
  )
  if (fails) process.exitCode = 1
}
