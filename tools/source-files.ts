/** Lists files of this repository, for the checks and the test runner. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)

/** Every file at or below the given places whose name has that ending: sorted, relative to the repository, with slashes. */
export function filesUnder(places: readonly string[], ending: string): string[] {
  const found: string[] = []
  for (const place of places) {
    const absolute = path.resolve(root, place)
    if (!existsSync(absolute)) continue
    if (!statSync(absolute).isDirectory()) {
      if (absolute.endsWith(ending)) found.push(absolute)
      continue
    }
    for (const entry of readdirSync(absolute, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.endsWith(ending)) found.push(path.join(entry.parentPath, entry.name))
    }
  }
  return found.map(file => path.relative(root, file).split(path.sep).join('/')).sort()
}
