/**
 * Runs a Python file under Pyodide in Node, as `python3 FILE ARGS` would: the peer `pyodide` of bench/run.ts.
 * Every file named on the command line that exists is copied into Pyodide's file system under the same path.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { loadPyodide } from 'pyodide'

const args = process.argv.slice(2)
const pyodide = await loadPyodide({
  fullStdLib: false,
  env: { HOME: '/home/pyodide', PYTHONHASHSEED: process.env.PYTHONHASHSEED ?? 'random' },
})
pyodide.setStdout({ batched: line => process.stdout.write(`${line}\n`) })
for (const file of args) {
  if (!path.isAbsolute(file) || !existsSync(file) || !statSync(file).isFile()) continue
  pyodide.FS.mkdirTree(path.dirname(file))
  pyodide.FS.writeFile(file, readFileSync(file))
}
pyodide.globals.set('arguments', pyodide.toPy(args))
pyodide.runPython(
  args[0] === '-c'
    ? 'exec(arguments[1])'
    : 'import sys, runpy; sys.argv[:] = arguments; runpy.run_path(arguments[0], run_name="__main__")',
)
