/**
 * `npm test`: every check there is, or a part of them, ending in one line that says how it went.
 *
 *   npm test                      types, lint, layers, sizes, freshness of generated code, then all tests
 *   npm test -- PATH…             only the tests at or below these paths; no checks
 *   npm test -- --bless [PATH…]   the same, accepting what the tests now print as their golden text
 *
 * A PATH may also be a Python program or a folder of them below test/language. Tests learn about the switches
 * by two environment variables: TAIPAN_BLESS=1, and TAIPAN_ONLY with the PATHs, separated by newlines.
 *
 * The test files are bundled first, all at once and with their shared parts split off: it takes a fraction of
 * a second and spares every test process the compilation of the whole runtime. Each file then runs in a
 * process of its own, so that one that crashes takes no other with it. The checks run meanwhile.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { filesUnder, root } from './source-files.ts'

interface Outcome {
  readonly name: string
  readonly failed: boolean
  readonly output: string
}

const bundleFolder = path.join(root, 'node_modules/.cache/taipan-test')
const started = performance.now()
const { values, positionals } = parseArgs({ allowPositionals: true, options: { bless: { type: 'boolean' } } })
const outcomes: Outcome[] = []

if (positionals.length === 0) await runChecks()
await runTests(positionals)
summarize()

/** One after the other: the machines that run this have two cores, and the type checker uses both. */
async function runChecks(): Promise<void> {
  const tool = (name: string) => path.join(root, 'node_modules/.bin', name)
  const checks: [string, string, string[]][] = [
    ['types', tool('tsc'), []],
    ['lint', tool('biome'), ['check', '--reporter=summary']],
    ['layers', tool('tsx'), ['tools/check-layers.ts']],
    ['sizes', tool('tsx'), ['tools/check-sizes.ts']],
  ]
  for (const generator of filesUnder(['tools'], '.ts')) {
    const name = /^tools\/(generate.*)\.ts$/.exec(generator)?.[1]
    if (name !== undefined) checks.push([`${name} is fresh`, tool('tsx'), [generator, '--check']])
  }
  for (const [name, command, args] of checks) {
    const outcome = await run(name, spawn(command, args, { cwd: root }))
    report(outcome)
  }
}

async function runTests(paths: readonly string[]): Promise<void> {
  const files = paths.length === 0 ? filesUnder(['test'], '.test.ts') : testFilesOf(paths)
  if (files.length === 0) {
    if (paths.length > 0) report({ name: `no test at ${paths.join(' ')}`, failed: true, output: '' })
    return
  }
  await bundle(files)
  const env: NodeJS.ProcessEnv = { ...process.env, TAIPAN_ONLY: paths.join('\n') }
  if (values.bless) env['TAIPAN_BLESS'] = '1'
  const queue = [...files]
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const built = path.join(bundleFolder, file.replace(/\.ts$/, '.js'))
      const args = ['--enable-source-maps', '--test-reporter=spec', built]
      report(await run(file, spawn(process.execPath, args, { cwd: root, env })))
    }
  }
  await Promise.all([worker(), worker()])
}

/** A path below test/language that holds Python programs only is run by the test file of a folder above it. */
function testFilesOf(paths: readonly string[]): string[] {
  const files = new Set<string>()
  for (const place of paths) {
    let folder = path.relative(root, path.resolve(place))
    let found = filesUnder([folder], '.test.ts')
    while (found.length === 0 && folder.includes(path.sep)) {
      folder = path.dirname(folder)
      found = filesUnder([folder], '.test.ts').filter(file => path.dirname(file) === folder)
    }
    for (const file of found) files.add(file)
  }
  return [...files]
}

async function bundle(files: readonly string[]): Promise<void> {
  rmSync(bundleFolder, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outdir: bundleFolder,
    outbase: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [
      {
        // A bundled file lies elsewhere, but reads its golden text beside its source.
        name: 'places',
        setup(plugins) {
          plugins.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path: file }) => {
            if (file.includes('node_modules')) return undefined
            const text = readFileSync(file, 'utf8')
            if (!text.includes('import.meta.')) return undefined
            const contents = text
              .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
              .replaceAll('import.meta.filename', JSON.stringify(file))
              .replaceAll('import.meta.url', `new URL(${JSON.stringify(`file://${file}`)}).href`)
            return { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
}

function run(name: string, child: ChildProcess): Promise<Outcome> {
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return new Promise(resolve => {
    child.on('error', error => resolve({ name, failed: true, output: String(error) }))
    child.on('close', code => resolve({ name, failed: code !== 0, output }))
  })
}

/** What passes is one line; what fails says everything. Warnings (lint, sizes) are shown either way. */
function report(outcome: Outcome): void {
  outcomes.push(outcome)
  console.log(`${outcome.failed ? '✗' : '✓'} ${outcome.name}`)
  const isTest = outcome.name.endsWith('.test.ts')
  if (outcome.failed || (!isTest && outcome.output.trim() !== '' && outcome.name === 'sizes')) {
    console.log(outcome.output.trimEnd().replace(/^/gm, '    '))
  }
}

function summarize(): void {
  const failed = outcomes.filter(outcome => outcome.failed).map(outcome => outcome.name)
  const count = (pattern: RegExp) =>
    outcomes.reduce((sum, { output }) => sum + Number(pattern.exec(output)?.[1] ?? 0), 0)
  const passes = count(/^ℹ pass (\d+)$/m)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const tests = `${passes} tests passed, ${count(/^ℹ fail (\d+)$/m)} failed`
  console.log(`${failed.length === 0 ? 'PASS' : `FAIL: ${failed.join(', ')}`} · ${tests} · ${seconds} s`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
