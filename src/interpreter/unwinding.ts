/**
 * Unwinding: from a raised exception to the handler that takes it.
 *
 * For each frame that the exception passes through, the innermost first, an entry is put before its traceback; then the frame's exception table
 * is asked. A handler gets the stack cut to its depth, with the offset of the raising instruction (if it wants it) and the exception on
 * top. As the labels `error` and `exception_unwind` in Python/ceval.c.
 */
import { chainContext } from '../objects/exception-context.ts'
import { type PyBaseException, PyTraceback, raised } from '../objects/exception.ts'
import { FrameKind, type Frame } from '../objects/frame.ts'
import { vm } from '../objects/vm.ts'
import { finishGenerator } from './generators.ts'
import { endsIteration } from './operator-methods.ts'
import { Reraise } from './raising.ts'
import { exceptionEvent, handledEvent, stepping, unwindEvent } from './tracing.ts'

/** The frame that goes on, at its handler. Throws the exception again once the frame that `evaluate` was entered with has ended. */
export function unwind(start: Frame, thrown: unknown): Frame {
  let frame = start
  for (;;) {
    // The handler is that of the instruction that raises or re-raises, wherever the exception is said to come from.
    const at = frame.lasti
    let exception = arrived(frame, thrown)
    if (enterHandler(frame, exception, at)) {
      if (stepping.isOn) handledEvent(frame, exception)
      return frame
    }
    if (stepping.isOn) exception = toldOf(exception, () => unwindEvent(frame, exception))
    if (frame.generator !== null) {
      if (frame.generator.frame === frame) finishGenerator(frame.generator)
    }
    const previous = frame.previous
    // A frame in a traceback goes on knowing who called it; a generator's is called again and again.
    if (frame.generator !== null) frame.previous = null
    vm.frame = previous
    vm.depth--
    if (frame.kind === FrameKind.entry) throw exception
    if (endsIteration(frame, exception)) return previous!
    frame = previous!
    thrown = exception
  }
}

/** The exception, as the frame gets it which it comes to: with a context, and an entry for the frame before its traceback. */
export function arrived(frame: Frame, thrown: unknown): PyBaseException {
  if (thrown instanceof Reraise) {
    if (thrown.lasti >= 0) frame.lasti = thrown.lasti
    return told(frame, thrown.exception, 'raised again')
  }
  const exception = raised(thrown)
  // Raised by a builtin: what is being handled is its context. Whatever has been through a frame already has one.
  if (exception.traceback === null && exception.context === null) chainContext(exception, vm.handled)
  if (!frame.code.code.leavesNoTrace)
    exception.traceback = new PyTraceback(exception.traceback, frame, 2 * frame.lasti, -1)
  return told(frame, exception, 'raised')
}

function told(frame: Frame, exception: PyBaseException, how: 'raised' | 'raised again'): PyBaseException {
  return stepping.isOn ? toldOf(exception, () => exceptionEvent(frame, exception, how)) : exception
}

/** What a trace function raises takes the exception's place. */
function toldOf(exception: PyBaseException, event: () => void): PyBaseException {
  try {
    event()
    return exception
  } catch (thrown) {
    return raised(thrown)
  }
}

function enterHandler(frame: Frame, exception: PyBaseException, at: number): boolean {
  const { code, slots } = frame
  const table = code.handlers!
  const row = table.find(at)
  if (row < 0) return false
  table.taken[row]!++
  let sp = code.nlocalsplus + table.depth(row)
  if (table.pushesLasti(row)) slots[sp++] = frame.lasti
  slots[sp++] = exception
  frame.sp = sp
  frame.pc = table.target(row)
  return true
}
