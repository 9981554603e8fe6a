/** The command line. */
import { readFileSync } from 'node:fs'
import { PyBaseException } from '../objects/exception.ts'
import { Python } from '../host/python.ts'
import { strText } from '../objects/text.ts'

const python = new Python({ stdout: text => process.stdout.write(text) })
const [first, second] = process.argv.slice(2)
try {
  if (first === '-c') python.run(second!)
  else python.run(readFileSync(first!, 'utf8'), first!)
} catch (thrown) {
  if (!(thrown instanceof PyBaseException)) throw thrown
  for (let tb = thrown.traceback; tb !== null; tb = tb.next) console.error(`  ${tb.frame.code.code.name} @${tb.lasti}`)
  console.error(`${thrown.type.name}: ${strText(thrown)}`)
  process.exitCode = 1
}
