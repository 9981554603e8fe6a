/** A Python exception that nobody caught, as JavaScript sees it. */
import { formatException, formatExceptionOnly } from '../builtins/traceback-display.ts'
import { lineAt } from '../compiler/line-table.ts'
import type { PyBaseException } from '../objects/exception.ts'
import { sourceLine } from '../modules/source-lines.ts'

export interface PythonFrame {
  readonly file: string
  readonly line: number
  readonly function: string
}

export class PythonError extends Error {
  /** The name of the exception's type: `ValueError`, `json.decoder.JSONDecodeError`. */
  readonly type: string
  /** What Python prints for it. */
  readonly traceback: string
  /** From the outermost call to the one that raised. */
  readonly frames: readonly PythonFrame[]
  /** The exception itself, for a host function that raises it again. */
  readonly exception: PyBaseException

  /** The interpreter that it comes from must be current: texts are made by Python code. */
  constructor(exception: PyBaseException) {
    const last = formatExceptionOnly(exception).at(-1) ?? ''
    super(last.trimEnd())
    const { type } = exception
    this.name = 'PythonError'
    this.type = type.module === 'builtins' || type.module === '' ? type.qualname : last.split(':')[0]!.trimEnd()
    this.traceback = formatException(exception, (filename, lineno, frame) =>
      sourceLine(filename, lineno, frame === null ? null : frame.globals),
    )
    this.frames = framesOf(exception)
    this.exception = exception
  }
}

function framesOf(exception: PyBaseException): PythonFrame[] {
  const frames: PythonFrame[] = []
  for (let entry = exception.traceback; entry !== null; entry = entry.next) {
    const { code } = entry.frame.code
    frames.push({ file: code.filename, line: lineAt(code, entry.lasti >> 1), function: code.qualname })
  }
  return frames
}
