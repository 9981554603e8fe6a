/**
 * Is what has been typed a statement, or only its beginning? As Lib/codeop.py.
 *
 * The source is compiled as if more may come: if it fails, it is tried with a newline more; when that says that input is missing, it is.
 */
import { compileText } from '../interpreter/compiling.ts'
import { configuration } from '../modules/configuration.ts'
import { raised } from '../objects/exception.ts'
import { incompleteInputErrorType, syntaxErrorType } from '../objects/exception-types.ts'
import type { PyCode } from '../objects/frame.ts'

const dontImplyDedent = 0x200
const allowIncompleteInput = 0x4000

/** The code of a whole statement; undefined where more is wanted. Raises SyntaxError. */
export function compileStatement(source: string, filename: string, futureFlags: number): PyCode | undefined {
  const flags = futureFlags | dontImplyDedent
  const isBlank = source.split('\n').every(line => /^\s*(#.*)?$/.test(line))
  const text = isBlank ? 'pass' : source
  const { optimization } = configuration()
  try {
    compileText(text, filename, 'single', optimization, flags | allowIncompleteInput)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(syntaxErrorType)) throw thrown
    if (wantsMore(`${text}\n`, filename, flags)) return undefined
    // With the newline that was typed, the error is where CPython has it.
    return compileText(`${text}\n`, filename, 'single', optimization, flags)
  }
  return compileText(text, filename, 'single', optimization, flags)
}

function wantsMore(text: string, filename: string, flags: number): boolean {
  try {
    compileText(text, filename, 'single', configuration().optimization, flags | allowIncompleteInput)
    return true
  } catch (thrown) {
    const { type } = raised(thrown)
    if (!type.isSubtypeOf(syntaxErrorType)) throw thrown
    return type.isSubtypeOf(incompleteInputErrorType)
  }
}
