/**
 * `npm run test:stress -- [NAME…] [--variant NAME]… [--seconds N] [--again]`: every language test and every program of bench/ with every set of switches
 * that must not change what it prints (test/language/variants.ts). NAMEs choose programs by a part of their path.
 *
 * A language test must print what CPython printed; a program of bench/, which is called twice, must answer what it answers without specialization.
 * Two processes run at a time. What has passed is remembered, so that a run that was ended goes on where it was, until a new build or `--again`; a
 * program that takes longer than `--seconds` has failed.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { builtPackage } from '../test/built-package.ts'
import { languageFolder, programsUnder, readRecording, textFromOutcome } from '../test/language/programs.ts'
import { type Variant, variants } from '../test/language/variants.ts'
import { partNames } from './bundles.ts'
import { filesUnder, root } from './source-files.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    variant: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '90' },
    again: { type: 'boolean' },
  },
})

interface Task {
  readonly key: string
  readonly program: string
  readonly variant: Variant
  readonly isBench: boolean
}

const cli = path.join(builtPackage(), 'cli.js')
const passed = rememberedPasses()
const chosen = variants.filter(({ name }) => values.variant === undefined || values.variant.includes(name))
if (chosen.length === 0) throw new Error(`stress: the variants are ${variants.map(({ name }) => name).join(', ')}`)
const names = [...programsUnder([]), ...filesUnder(['bench/programs'], '.py')]
const wanted = names.filter(name => positionals.length === 0 || positionals.some(part => name.includes(part)))
const all = wanted.flatMap(program => chosen.map(variant => taskOf(program, variant)))
const tasks = all.filter(({ key }) => !passed.names.has(key))
const failures: string[] = []
let done = all.length - tasks.length
if (done > 0) console.log(`${done} of ${all.length} passed before`)
await Promise.all([work(), work()])
console.log(
  `${failures.length === 0 ? 'PASS' : 'FAIL'} · ${all.length - failures.length} passed, ${failures.length} failed`,
)
for (const key of failures) console.log(`  ${key}`)
if (failures.length > 0) process.exitCode = 1

function taskOf(program: string, variant: Variant): Task {
  return { key: `${program} [${variant.name}]`, program, variant, isBench: program.startsWith('bench/') }
}

/** Of this build. */
function rememberedPasses(): { readonly names: Set<string>; readonly file: string } {
  const hash = createHash('sha256')
  for (const file of ['core.js', ...partNames.map(name => `${name}.js`), 'node.cjs'])
    hash.update(readFileSync(path.join(path.dirname(cli), file)))
  const folder = path.join(root, 'node_modules/.cache/taipan-stress')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${hash.digest('hex').slice(0, 16)}.txt`)
  if (values.again === true) rmSync(file, { force: true })
  return { file, names: new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) }
}

async function work(): Promise<void> {
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const difference = await differenceOf(task)
    if (difference === undefined) appendFileSync(passed.file, `${task.key}\n`)
    else {
      failures.push(task.key)
      console.log(`✗ ${task.key}\n${difference.slice(0, 1200).replace(/^/gm, '    ')}`)
    }
    if (++done % 100 === 0) console.log(`${done} of ${all.length}, ${failures.length} failed`)
  }
}

async function differenceOf(task: Task): Promise<string | undefined> {
  const expected = task.isBench ? await reference(task.program) : readRecording(task.program)
  const actual = await textOf(task.program, task.variant, task.isBench)
  return actual === expected ? undefined : differing(expected ?? '', actual)
}

const references = new Map<string, Promise<string>>()

function reference(program: string): Promise<string> {
  let text = references.get(program)
  const plain = variants.find(({ name }) => name === 'unspecialized')!
  if (text === undefined) references.set(program, (text = textOf(program, plain, true)))
  return text
}

async function textOf(program: string, variant: Variant, isBench: boolean): Promise<string> {
  const args = isBench
    ? [path.join(root, 'bench/measure.py'), path.join(root, program), '2', '60']
    : [path.join(languageFolder, program)]
  const outcome = await run([...variant.switches, ...args])
  // How long it took is another matter.
  return textFromOutcome({ ...outcome, stdout: outcome.stdout.replace(/^seconds: .*$/m, '') }, languageFolder)
}

function run(args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const env = { ...process.env, PYTHONHASHSEED: '0' }
  const child = spawn(process.execPath, [cli, ...args], { cwd: languageFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  const limit = setTimeout(() => child.kill('SIGKILL'), 1000 * Number(values.seconds))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(limit)
      const text = (chunks: Buffer[]): string => Buffer.concat(chunks).toString()
      resolve({ stdout: text(stdout), stderr: text(stderr), status: code ?? 137 })
    })
  })
}

/** The first lines that differ. */
function differing(expected: string, actual: string): string {
  const [before, now] = [expected.split('\n'), actual.split('\n')]
  let at = 0
  while (at < before.length && before[at] === now[at]) at++
  const part = (lines: readonly string[]): string => lines.slice(at, at + 4).join('\n')
  return `line ${at + 1}, expected:\n${part(before)}\nprinted:\n${part(now)}`
}
