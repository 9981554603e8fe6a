/**
 * Checks the arrows of the architecture: a file of src/ imports only from its own folder and from folders that
 * src/base/layers.ts lists before it, names the file it means (with its ending, never a barrel), and uses
 * Node's modules only in host/ and cli/. Everything below host/ is therefore a pure program.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { layers } from '../src/base/layers.ts'
import { filesUnder, root } from './source-files.ts'

const mayUseNode = new Set(['host', 'cli'])
const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'/g

const complaints: string[] = []
for (const name of filesUnder(['src'], '.ts')) {
  const file = name.slice('src/'.length)
  const folder = file.split('/')[0]!
  const rank = layers.indexOf(folder as (typeof layers)[number])
  if (rank < 0) complaints.push(`${name}: "${folder}" is no layer of src/base/layers.ts`)
  if (path.basename(file) === 'index.ts')
    complaints.push(`${name}: a barrel; import from the file that defines the thing`)
  for (const match of readFileSync(path.join(root, name), 'utf8').matchAll(importPattern)) {
    const complaint = judge(file, folder, rank, (match[1] ?? match[2] ?? match[3])!)
    if (complaint !== undefined) complaints.push(`${name}: imports ${complaint}`)
  }
}
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1

function judge(file: string, folder: string, rank: number, target: string): string | undefined {
  if (target.startsWith('node:')) return mayUseNode.has(folder) ? undefined : `${target}, which only host and cli may`
  if (!target.startsWith('.')) return `${target}: the runtime has no dependencies`
  if (!target.endsWith('.ts')) return `${target} without its .ts ending`
  const other = path.posix.join(path.posix.dirname(file), target).split('/')[0]!
  const otherRank = layers.indexOf(other as (typeof layers)[number])
  if (otherRank < 0) return `${target}, which is outside the layers`
  return otherRank <= rank ? undefined : `${target}: ${other} lies above ${folder}`
}
