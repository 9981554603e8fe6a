/**
 * Records what CPython 3.14 makes of the sources that the front end's tests read.
 *
 *   tsx tools/record-frontend.ts trees    the hash of every library file's syntax tree
 *   tsx tools/record-frontend.ts errors   what is wrong with the cases in test/frontend/errors
 *
 * The library and the CPython are those of the `pyodide` package.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadPyodide } from 'pyodide'
import { libraryFiles } from '../test/compiler/library-zip.ts'
import { caseFiles, printCases, readCases } from '../test/frontend/error-cases.ts'

const folder = import.meta.dirname
const pyodide = await loadPyodide()
pyodide.runPython(readFileSync(path.join(folder, 'record_frontend.py'), 'utf8'))

function recordTrees(): void {
  const hashOf = pyodide.globals.get('tree_hash')
  const lines = [...libraryFiles()].map(([name, source]) => `${hashOf(new Uint8Array(source))} ${name}\n`)
  writeFileSync(path.join(folder, '../test/frontend/library-trees.txt'), lines.join(''))
  console.log(`${lines.length} files`)
}

function recordErrors(): void {
  const answer = pyodide.globals.get('answer')
  for (const file of caseFiles()) {
    const cases = readCases(readFileSync(file, 'utf8'))
    writeFileSync(
      file,
      printCases(cases, ({ source, mode }) => answer(source, mode)),
    )
    console.log(`${path.basename(file)}: ${cases.length} cases`)
  }
}

if (process.argv[2] === 'trees') recordTrees()
else if (process.argv[2] === 'errors') recordErrors()
else console.error('usage: tsx tools/record-frontend.ts trees|errors')
