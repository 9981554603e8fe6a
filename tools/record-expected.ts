/**
 * Records what CPython 3.14 prints for the language tests, so that running them needs no CPython.
 *
 *   npm run record -- [PATH…]           records these programs, or all
 *   npm run record -- --check [PATH…]   only says which recordings would change
 *
 * The CPython is the one in the `pyodide` package. It is a 32-bit machine: programs must not print what depends
 * on the size of a word (hashes, sys.maxsize), nor addresses, times or the order of a set of strings.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadPyodide } from 'pyodide'
import {
  languageFolder,
  type Outcome,
  programsUnder,
  readRecording,
  recordingOf,
  sourceFiles,
  textFromOutcome,
} from '../test/language/programs.ts'

/** Where the programs lie inside Pyodide. */
const folder = '/language'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } })
const programs = programsUnder(positionals)
const run = await startOracle()
let changed = 0
for (const program of programs) {
  const text = textFromOutcome(run(program), folder)
  if (text === readRecording(program)) continue
  changed++
  console.log(`${values.check ? 'would change' : 'recorded'}: ${program}`)
  if (!values.check) writeFileSync(recordingOf(program), text)
}
console.log(`${programs.length} programs, ${changed} recordings ${values.check ? 'differ' : 'changed'}`)
if (values.check && changed > 0) process.exitCode = 1

async function startOracle(): Promise<(program: string) => Outcome> {
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0' } })
  const place = (target: string, source: string) => {
    pyodide.FS.mkdirTree(path.posix.dirname(target))
    pyodide.FS.writeFile(target, readFileSync(source))
  }
  for (const name of sourceFiles()) place(`${folder}/${name}`, path.join(languageFolder, name))
  const driver = path.join(import.meta.dirname, 'record_programs.py')
  pyodide.runPython(readFileSync(driver, 'utf8'), { filename: '/record_programs.py' })
  pyodide.runPython(`__file__ = '/record_programs.py'`)
  const runProgram = pyodide.globals.get('run_program')
  return program => {
    const result = runProgram(folder, program)
    const [stdout, stderr, status] = result.toJs()
    result.destroy()
    return { stdout, stderr, status }
  }
}
