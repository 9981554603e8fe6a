/** Writing an exception that nobody caught to sys.stderr. */
import { formatException } from '../../builtins/traceback-display.ts'
import { callMethod } from '../../objects/call.ts'
import type { PyBaseException } from '../../objects/exception.ts'
import { strOf } from '../../objects/str.ts'
import { vm } from '../../objects/vm.ts'
import { sourceLine } from '../source-lines.ts'

export function showException(exception: PyBaseException): void {
  const stderr = vm.sysAttribute('stderr') ?? null
  if (stderr === null) return
  const text = formatException(exception, (filename, lineno, frame) =>
    sourceLine(filename, lineno, frame === null ? null : frame.globals),
  )
  callMethod(stderr, 'write', strOf(text))
}
