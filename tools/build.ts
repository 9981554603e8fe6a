/**
 * Builds what npm installs.
 *
 *     core.js       the interpreter and its embedding API, for every platform: an ES module
 *     hot.js …      parts of it that are loaded when they are needed (src/host/parts)
 *     browser.js    the entry for the web: core.js with all its parts, and fetching the library
 *     node.cjs      what is Node's: its host and the command line
 *     children.cjs  the thread that starts other programs and listens to them (src/host/child-messages.ts)
 *     launch.cjs    evaluates core.js and node.cjs as one script, and the parts, so that V8 can cache their bytecode (src/cli/launch.ts)
 *     cli.js        starts the command line, as bin/taipan.js does
 *     taipan.js     the embedding API on Node as an ES module
 *     *.d.ts        declarations of the two entries, kept by hand in types/
 *     library.*     Python's library, packed; dictionary.deflate is what a browser needs to inflate it
 *
 * A build must not disturb a process that is reading the previous one: every file is written beside its place and renamed onto it.
 * At the end some programs run once, which leaves the cache that a process leaves that has computed for long.
 *
 *   tsx tools/build.ts [--out DIR] [--readable]
 *
 * `--readable` keeps names and lines, for profilers.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BuildFailure, type BuildOptions, build, type Plugin } from 'esbuild'
import { packedDictionary } from './brotli-dictionary.ts'
import { bundles, partNames, partsAs } from './bundles.ts'
import { packLibrary } from './pack-library.ts'
import { root } from './source-files.ts'

const started = performance.now()
const { values } = parseArgs({
  options: { out: { type: 'string', default: path.join(root, 'dist') }, readable: { type: 'boolean', default: false } },
})
const out = path.resolve(values.out)

/** What the embedding API exports on Node (host/node.ts); a test compares. */
const api = [
  'HostError',
  'LimitError',
  'NodeFiles',
  'nodeClock',
  'nodeHost',
  'Python',
  'PythonError',
  'PythonObject',
  'webClock',
]
const declarations = ['api.d.ts', 'taipan.d.ts', 'browser.d.ts']

const shared = {
  absWorkingDir: root,
  outdir: out,
  write: false,
  bundle: true,
  format: 'esm',
  target: 'es2023',
  minifySyntax: !values.readable,
  minifyWhitespace: !values.readable,
  minifyIdentifiers: !values.readable,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions
const forNode = { ...shared, format: 'cjs', platform: 'node', target: 'node20' } as const satisfies BuildOptions

await bundle()
packLibrary(out)
fillCache(['json_codec', 'exceptions', 'tokenize_text', 'coroutines', 'richards'])

/** Runs these programs of bench/ in one process. */
function fillCache(names: readonly string[]): void {
  const folder = path.join(root, 'bench/programs')
  const code = `import sys, ${names}\nfor name in sys.argv[1:]: globals()[name].run()`
  const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' }
  spawnSync(process.execPath, [path.join(out, 'cli.js'), '-c', code, ...names], { stdio: 'ignore', env })
}

async function bundle(): Promise<void> {
  try {
    const [{ core, node, parts }, browser, launch, children] = await Promise.all([
      bundles(shared, {
        ...forNode,
        define: { 'import.meta.url': 'importMetaUrl' },
        banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
      }),
      build({
        ...shared,
        entryPoints: ['src/host/browser.ts'],
        plugins: [coreBeside(), partsAs(partNames.map(name => `import './${name}.js'\n`).join(''))],
      }),
      build({ ...forNode, entryPoints: ['src/cli/launch.ts'] }),
      build({ ...forNode, entryPoints: ['src/host/child-thread.ts'] }),
    ])
    const loads = "import launch from './launch.cjs'\n"
    place({
      'core.js': core,
      ...Object.fromEntries([...parts].map(([name, text]) => [`${name}.js`, text])),
      'browser.js': browser.outputFiles[0]!.contents,
      'node.cjs': node,
      'launch.cjs': launch.outputFiles[0]!.contents,
      'children.cjs': children.outputFiles[0]!.contents,
      'cli.js': `${loads}launch.load().start()\n`,
      'taipan.js': `${loads}export const { ${api.join(', ')} } = launch.load()\n`,
      'dictionary.deflate': packedDictionary(),
      ...Object.fromEntries(declarations.map(name => [name, readFileSync(path.join(root, 'types', name))])),
    })
    const milliseconds = Math.round(performance.now() - started)
    const folder = path.relative(process.cwd(), out) || '.'
    const bytes = [core, node, ...parts.values()].reduce((sum, text) => sum + text.length, 0)
    console.log(`build: ${folder} (${kilobytes(bytes)}, ${milliseconds} ms)`)
  } catch (thrown) {
    if ((thrown as BuildFailure).errors === undefined) throw thrown
    // esbuild has printed the errors, each with its place.
    process.exitCode = 1
  }
}

/** For the web the core is a module beside. */
function coreBeside(): Plugin {
  return {
    name: 'core beside',
    setup(plugins) {
      plugins.onResolve({ filter: /\/core\.ts$/ }, () => ({ path: './core.js', external: true }))
    },
  }
}

function place(files: Readonly<Record<string, Uint8Array | string>>): void {
  mkdirSync(out, { recursive: true })
  for (const name of readdirSync(out)) if (name.endsWith('.cache')) unlinkSync(path.join(out, name))
  for (const [name, contents] of Object.entries(files)) {
    const temporary = path.join(out, `${name}.${process.pid}.tmp`)
    writeFileSync(temporary, contents)
    renameSync(temporary, path.join(out, name))
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`
}
