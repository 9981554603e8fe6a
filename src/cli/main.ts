/** The command line: for now a program from a file or from `-c`. */
import { readFileSync } from 'node:fs'
import { formatException } from '../builtins/traceback-display.ts'
import { nodeHost } from '../host/node-host.ts'
import { Python } from '../host/python.ts'
import { PyBaseException } from '../objects/exception.ts'

const args = process.argv.slice(2)
const isCommand = args[0] === '-c'
const [name, source] = isCommand ? ['<string>', args[1]!] : [args[0]!, readFileSync(args[0]!, 'utf8')]
const argv = isCommand ? ['-c', ...args.slice(2)] : args
const python = new Python({ host: nodeHost(), configuration: { argv, originalArgv: process.argv } })
try {
  python.run(source, name)
} catch (thrown) {
  if (!(thrown instanceof PyBaseException)) throw thrown
  const lines = source.split('\n')
  process.stderr.write(formatException(thrown, (file, line) => (file === name ? lines[line - 1] : undefined)))
  process.exitCode = 1
}
