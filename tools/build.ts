/**
 * Builds what npm installs: `dist/cli.js`, which bin/taipan.js starts, and `dist/taipan.js`, the embedding API.
 *
 * Both are entries of one bundle that is split, so that the runtime exists once and a program that embeds the
 * API does not load the command line. A build must not disturb a process that is reading the previous one:
 * every file is written beside its place and renamed onto it, entries last, and a chunk that no entry names
 * any more stays until the following build (a running process may still import it lazily).
 *
 *   tsx tools/build.ts [--out DIR]
 */
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BuildFailure, build, type OutputFile } from 'esbuild'
import { packLibrary } from './pack-library.ts'
import { root } from './source-files.ts'

/** Name of the built file → the source that it starts from. */
const entries = {
  cli: 'src/cli/main.ts',
  taipan: 'src/host/python.ts',
} as const

const started = performance.now()
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(root, 'dist') } } })
const out = path.resolve(values.out)

const present = Object.entries(entries).filter(([, source]) => existsSync(path.join(root, source)))
for (const [name, source] of Object.entries(entries)) {
  if (!present.some(([other]) => other === name)) console.warn(`build: ${source} does not exist yet; no ${name}.js`)
}
if (present.length > 0) await bundle(Object.fromEntries(present))
packLibrary(out)

async function bundle(entryPoints: Record<string, string>): Promise<void> {
  try {
    const result = await build({
      absWorkingDir: root,
      entryPoints,
      outdir: out,
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: ['node:*'],
      charset: 'utf8',
      chunkNames: 'chunk-[hash]',
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'warning',
    })
    place(result.outputFiles)
    const bytes = result.outputFiles.reduce((sum, file) => sum + file.contents.length, 0)
    const milliseconds = Math.round(performance.now() - started)
    const folder = path.relative(process.cwd(), out) || '.'
    console.log(`build: ${Object.keys(entryPoints).join(', ')} → ${folder} (${kilobytes(bytes)}, ${milliseconds} ms)`)
  } catch (thrown) {
    if ((thrown as BuildFailure).errors === undefined) throw thrown
    // esbuild has printed the errors, each with its place.
    process.exitCode = 1
  }
}

function place(files: readonly OutputFile[]): void {
  mkdirSync(out, { recursive: true })
  const startedAt = Date.now()
  const chunksFirst = [...files].sort((a, b) => Number(isChunk(b.path)) - Number(isChunk(a.path)))
  for (const file of chunksFirst) {
    const temporary = `${file.path}.${process.pid}.tmp`
    writeFileSync(temporary, file.contents)
    renameSync(temporary, file.path)
  }
  const current = new Set(files.map(file => path.basename(file.path)))
  for (const name of readdirSync(out)) {
    const file = path.join(out, name)
    if (isChunk(name) && !current.has(name) && startedAt - statSync(file).mtimeMs > 60_000) unlinkSync(file)
  }
}

function isChunk(file: string): boolean {
  return path.basename(file).startsWith('chunk-')
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`
}
