/** Errors of the compiler proper: the syntax is right, but the program means nothing. */
import { ErrorPosition, SourceError } from '../frontend/source-error.ts'
import type { Location } from './instruction.ts'

export function syntaxError(filename: string, message: string, location: Location): SourceError {
  const { lineno, colOffset, endLineno, endColOffset } = location
  const position = new ErrorPosition(lineno, colOffset + 1, null, endLineno, endColOffset + 1)
  return new SourceError('SyntaxError', message, filename, position)
}
