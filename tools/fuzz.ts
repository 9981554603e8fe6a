/**
 * Compares the tiers on programs made at random:
 *
 *   npm run fuzz -- [--seed N] [--programs N] [--batch N] [--mode SWITCHES]… [--cpython COMMAND]… [--shrink ATTEMPTS] [--keep FOLDER]
 *
 * Each program runs without tier 2, which is the reference, in modes that compile early, and in CPython, by default that of the `pyodide` package. Many
 * share a process, each in a namespace of its own, because starting costs more than most of them; a difference is looked for again in the program
 * alone (or in all up to it, if it needs those), and then lines are taken away for as long as the difference stays. Program number N is the one
 * of seed N, so `--seed N --programs 1` makes it again. What differs is written to the folder, and the exit status is 1.
 *
 * Where several commands are given for CPython, the reference may agree with any of them. CPython says other things than we do about recursion (it
 * counts frames of C as well) and where an int of 32 bits does not do (Pyodide): such programs are not compared with it, nor those for which it has no
 * time.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { statementsOf } from './fuzzing/prelude.ts'
import { programOf } from './fuzzing/programs.ts'
import { endless, outputsOf, type Runner } from './fuzzing/running.ts'
import { shrink } from './fuzzing/shrink.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    programs: { type: 'string', default: '200' },
    batch: { type: 'string', default: '50' },
    mode: { type: 'string', multiple: true, default: ['jit-threshold=3', 'jit-stress'] },
    cpython: { type: 'string', multiple: true, default: ['pyodide'] },
    seconds: { type: 'string', default: '30' },
    shrink: { type: 'string', default: '120' },
    keep: { type: 'string' },
  },
})

const root = path.dirname(import.meta.dirname)
const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), 'taipan-fuzz-'))
mkdirSync(folder, { recursive: true })

/** Taipan with these `-X` switches, separated by spaces. */
const taipan = (switches: string): Runner => ({
  name: switches,
  command: process.execPath,
  args: [path.join(root, 'bin/taipan.js'), ...switches.split(' ').flatMap(each => ['-X', each])],
})
const cpython = (command: string): Runner =>
  command === 'pyodide'
    ? { name: command, command: process.execPath, args: [path.join(root, 'bench/pyodide-peer.js')] }
    : { name: command, command, args: [] }

const reference = taipan('jit=off')
const modes = values.mode.map(taipan)
const oracles = values.cpython.filter(command => command !== 'none').map(cpython)
const seconds = Number(values.seconds)
const outputs = (sources: readonly string[], runner: Runner): Promise<string[]> =>
  outputsOf(sources, runner, folder, seconds)

/** Does CPython say the same as the reference, as far as it can? */
function isComparable(text: string): boolean {
  return !/RecursionError|Overflow|index-sized|MemoryError|C (?:int|long|ssize_t)|maximum recursion|^SyntaxError/.test(
    text,
  )
}

const isSame = (expected: string, actual: string, runner: Runner): boolean =>
  expected === actual ||
  (oracles.includes(runner) && (actual === endless || !(isComparable(expected) && isComparable(actual))))

async function differs(sources: readonly string[], runners: readonly Runner[]): Promise<boolean> {
  const expected = (await outputs(sources, reference)).at(-1)!
  // What takes too long says nothing, and what lines that were taken away have made no program is of no interest.
  if (expected === endless || expected.startsWith('SyntaxError')) return false
  for (const runner of runners) if (isSame(expected, (await outputs(sources, runner)).at(-1)!, runner)) return false
  return true
}

async function report(
  seed: number,
  before: readonly string[],
  source: string,
  runners: readonly Runner[],
): Promise<boolean> {
  const isAlone = await differs([source], runners)
  if (!isAlone && !(await differs([...before, source], runners))) {
    console.log(`seed ${seed}: not again; a machine with much to do makes programs late`)
    return false
  }
  const context = isAlone ? [] : before
  const smallest = await shrink(source, candidate => differs([...context, candidate], runners), Number(values.shrink))
  const names = runners.map(({ name }) => name).join(' and ')
  const name = path.join(folder, `${seed}-${names.replaceAll(/[= ]/g, '-')}.py`)
  writeFileSync(name, smallest)
  console.log(
    `\n${name}: differs in ${names}${context.length > 0 ? `, after the ${context.length} programs before it` : ''}`,
  )
  console.log(smallest.slice(smallest.indexOf('mod.run = lambda')))
  for (const runner of [reference, ...runners]) {
    const text = (await outputs([...context, smallest], runner)).at(-1)!
    console.log(`--- ${runner.name}\n${text.slice(0, 1500)}`)
  }
  return true
}

const first = Number(values.seed)
const count = Number(values.programs)
const size = Number(values.batch)
let compared = 0
let withCPython = 0
let statements = 0
let found = 0
let unfinished = 0
for (let start = first; start < first + count; start += size) {
  const seeds = Array.from({ length: Math.min(size, first + count - start) }, (_, i) => start + i)
  const sources = seeds.map(programOf)
  const expected = await outputs(sources, reference)
  for (const [i, text] of expected.entries()) {
    if (text === endless) {
      unfinished++
      console.log(`seed ${seeds[i]} does not end`)
    } else {
      compared++
      statements += statementsOf(sources[i]!)
    }
  }
  const note = async (i: number, runners: readonly Runner[]): Promise<void> => {
    console.log(`seed ${seeds[i]} differs in ${runners.map(({ name }) => name).join(' and ')}`)
    if (await report(seeds[i]!, sources.slice(0, i), sources[i]!, runners)) found++
  }
  for (const mode of modes) {
    const actual = await outputs(sources, mode)
    for (const [i, text] of expected.entries()) if (text !== endless && text !== actual[i]) await note(i, [mode])
  }
  // The second is asked about what the first sees otherwise.
  let open = expected.map((_, i) => i).filter(i => expected[i] !== endless && isComparable(expected[i]!))
  withCPython += open.length
  for (const oracle of oracles) {
    if (open.length === 0) break
    const actual = await outputs(
      open.map(i => sources[i]!),
      oracle,
    )
    open = open.filter((i, j) => !isSame(expected[i]!, actual[j]!, oracle))
  }
  if (oracles.length > 0) for (const i of open) await note(i, oracles)
  console.log(
    `seeds to ${seeds.at(-1)}: ${compared} programs (${withCPython} with CPython), ${statements} statements, ${found} differences, ${unfinished} endless`,
  )
}
if (found > 0 || unfinished > 0) process.exitCode = 1
