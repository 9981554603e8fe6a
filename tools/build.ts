/**
 * Builds what npm installs.
 *
 *     runtime.cjs   the whole runtime, command line and embedding API, as one script: V8 can cache its bytecode as a whole
 *     children.cjs  the thread that starts other programs and listens to them (src/host/child-messages.ts)
 *     launch.cjs    loads it, with the cache (src/cli/launch.ts)
 *     cli.js        starts the command line, as bin/taipan.js does
 *     taipan.js     the embedding API as an ES module
 *     library.*     Python's library, packed
 *
 * A build must not disturb a process that is reading the previous one: every file is written beside its place and renamed onto it.
 * At the end a small program runs once, which leaves the cache.
 *
 *   tsx tools/build.ts [--out DIR]
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BuildFailure, type BuildOptions, build } from 'esbuild'
import { packLibrary } from './pack-library.ts'
import { root } from './source-files.ts'

const started = performance.now()
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(root, 'dist') } } })
const out = path.resolve(values.out)

/** What the embedding API exports (host/python.ts); a test compares. */
const api = ['LimitError', 'NodeFiles', 'nodeClock', 'nodeHost', 'Python', 'PythonError', 'PythonObject']

const shared = {
  absWorkingDir: root,
  outdir: out,
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions

await bundle()
packLibrary(out)
spawnSync(process.execPath, [path.join(out, 'cli.js'), '-c', 'print(1 + 1)'], { stdio: 'ignore' })

async function bundle(): Promise<void> {
  try {
    const [runtime, launch, children] = await Promise.all([
      build({
        ...shared,
        entryPoints: { runtime: 'src/cli/runtime.ts' },
        define: { 'import.meta.url': 'importMetaUrl' },
        banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
      }),
      build({ ...shared, entryPoints: { launch: 'src/cli/launch.ts' } }),
      build({ ...shared, entryPoints: { children: 'src/host/child-thread.ts' } }),
    ])
    const loads = "import launch from './launch.cjs'\n"
    place({
      'runtime.cjs': runtime.outputFiles[0]!.contents,
      'launch.cjs': launch.outputFiles[0]!.contents,
      'children.cjs': children.outputFiles[0]!.contents,
      'cli.js': `${loads}launch.load().start()\n`,
      'taipan.js': `${loads}export const { ${api.join(', ')} } = launch.load()\n`,
    })
    const milliseconds = Math.round(performance.now() - started)
    const folder = path.relative(process.cwd(), out) || '.'
    console.log(`build: ${folder} (${kilobytes(runtime.outputFiles[0]!.contents.length)}, ${milliseconds} ms)`)
  } catch (thrown) {
    if ((thrown as BuildFailure).errors === undefined) throw thrown
    // esbuild has printed the errors, each with its place.
    process.exitCode = 1
  }
}

function place(files: Readonly<Record<string, Uint8Array | string>>): void {
  mkdirSync(out, { recursive: true })
  for (const name of readdirSync(out)) if (/^(chunk-|runtime-.*\.cache$)/.test(name)) unlinkSync(path.join(out, name))
  for (const [name, contents] of Object.entries(files)) {
    const temporary = path.join(out, `${name}.${process.pid}.tmp`)
    writeFileSync(temporary, contents)
    renameSync(temporary, path.join(out, name))
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`
}
