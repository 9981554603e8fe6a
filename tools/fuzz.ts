/**
 * Compares the tiers on programs made at random: `npm run fuzz -- [--seed N] [--programs N] [--batch N] [--mode NAME] [--keep FOLDER]`.
 *
 * Each program runs without tier 2, which is the reference, and in the modes that compile early. Many share a process, each in a namespace of its own,
 * because starting costs more than most of them; a difference is looked for again in the program alone (or in all up to it, if it needs those), and then
 * lines are taken away for as long as the difference stays. Program number N is the one of seed N, so `--seed N --programs 1` makes it again.
 *
 * What differs is written to the folder, and the exit status is 1. So it is if the reference does not get to the end of a batch: programs that were not
 * run have not been compared, and are not counted.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { programOf } from './fuzzing/programs.ts'
import { shrink } from './fuzzing/shrink.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    programs: { type: 'string', default: '200' },
    batch: { type: 'string', default: '40' },
    mode: { type: 'string', multiple: true, default: ['jit-threshold=3', 'jit-stress'] },
    keep: { type: 'string' },
    file: { type: 'string' },
    taipan: { type: 'string', default: path.join(import.meta.dirname, '../bin/taipan.js') },
  },
})

const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), 'taipan-fuzz-'))
mkdirSync(folder, { recursive: true })

/** Runs the sources one after the other in one process. What they print is told apart by the lines before each. */
const driver = `import sys, json
with open(sys.argv[1], encoding='utf-8') as file: sources = json.load(file)
for number, source in enumerate(sources):
    print('==', number, flush=True)
    try: exec(compile(source, f'<program {number}>', 'exec'), {'__name__': 'program'})
    except SyntaxError as e: print('SyntaxError', e)
    except BaseException as e:
        t = e.__traceback__
        while t.tb_next is not None: t = t.tb_next
        print(type(e).__name__, e, t.tb_lineno)
    sys.setrecursionlimit(1000)
`
writeFileSync(path.join(folder, 'driver.py'), driver)

/** What each program prints in a mode; the last one also has what the process said in the end. */
function outputs(sources: readonly string[], mode: string): string[] {
  const file = path.join(folder, 'sources.json')
  writeFileSync(file, JSON.stringify(sources))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [values.taipan, '-X', mode, path.join(folder, 'driver.py'), file],
    { encoding: 'utf8', timeout: 20_000 + 4000 * sources.length, maxBuffer: 1 << 28 },
  )
  const parts = stdout.split(/^== \d+\n/m).slice(1)
  if (status !== 0 && parts.length > 0) parts[parts.length - 1] += `status ${status}\n${stderr}`
  return parts
}

const differs = (sources: readonly string[], mode: string): boolean => {
  const expected = outputs(sources, 'jit=off')
  // What takes too long says nothing.
  if (expected.at(-1)?.includes('status null')) return false
  return expected.at(-1) !== outputs(sources, mode).at(-1)
}

function report(seed: number, before: readonly string[], source: string, mode: string): void {
  const context = differs([source], mode) ? [] : before
  const smallest = shrink(source, candidate => differs([...context, candidate], mode))
  const name = path.join(folder, `${seed}-${mode.replace('=', '-')}.py`)
  writeFileSync(name, smallest)
  const [expected, actual] = ['jit=off', mode].map(each => outputs([...context, smallest], each).at(-1) ?? '')
  console.log(
    `\n${name}: differs in ${mode}${context.length > 0 ? `, after the ${context.length} programs before it` : ''}`,
  )
  console.log(`${smallest}\n--- jit=off\n${expected!.slice(0, 1500)}--- ${mode}\n${actual!.slice(0, 1500)}`)
}

const first = Number(values.seed)
const count = Number(values.programs)
const size = Number(values.batch)
let compared = 0
let statements = 0
let found = 0
let unfinished = 0
for (let start = first; start < first + count; start += size) {
  const seeds = Array.from({ length: Math.min(size, first + count - start) }, (_, i) => start + i)
  const sources = seeds.map(programOf)
  const expected = outputs(sources, 'jit=off')
  if (expected.length < sources.length) {
    unfinished++
    const last = expected.length === 0 ? 'nothing ran' : `seed ${start + expected.length - 1} was the last to begin`
    console.log(`the reference did not get to the end of the batch: ${last}`)
    // How far that one got is a matter of time.
    expected.pop()
  }
  compared += expected.length
  for (const source of sources.slice(0, expected.length)) statements += source.split('\n').length
  for (const mode of values.mode) {
    const actual = outputs(sources, mode)
    for (const [i, text] of expected.entries()) {
      if (text === actual[i]) continue
      found++
      console.log(`seed ${seeds[i]} differs in ${mode}`)
      report(seeds[i]!, sources.slice(0, i), sources[i]!, mode)
      if (actual.length < expected.length && i >= actual.length - 1) break
    }
  }
  console.log(`${compared} of ${count} programs, ${statements} lines, ${found} differences`)
}
if (found > 0 || unfinished > 0) process.exitCode = 1
