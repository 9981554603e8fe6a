/**
 * Records what CPython 3.14 compiles its library to, as a hash for each file, so that `npm test` can tell whether
 * our code objects are still equal to CPython's in every field.
 *
 *   tsx tools/record-bytecode.ts
 *
 * The library and the CPython are those of the `pyodide` package.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadPyodide } from 'pyodide'
import { libraryFiles } from '../test/compiler/library-zip.ts'

const folder = import.meta.dirname
const pyodide = await loadPyodide()
pyodide.runPython(readFileSync(path.join(folder, 'record_bytecode.py'), 'utf8'))
const hashOf = pyodide.globals.get('code_hash')
const lines: string[] = []
for (const [name, source] of libraryFiles()) {
  const hashes = [0, 2].map(optimization => hashOf(new Uint8Array(source), optimization))
  lines.push(`${hashes.join(' ')} ${name}\n`)
}
writeFileSync(path.join(folder, '../test/compiler/library-bytecode.txt'), lines.join(''))
console.log(`${lines.length} files`)
