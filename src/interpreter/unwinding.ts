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
import { Reraise } from './raising.ts'
import { exceptionEvent, handledEvent, stepping, unwindEvent } from './tracing.ts'

/** The frame that goes on, at its handler. Throws the exception again once the frame that `evaluate` was entered with has ended. */
export function unwind(start: Frame, thrown: unknown): Frame {
  let exception: PyBaseException
  let addsEntry = true
  // The handler is that of the instruction that raises or re-raises, wherever the exception is said to come from.
  let at = start.lasti
  let how: 'raised' | 'raised again' = 'raised'
  if (thrown instanceof Reraise) {
    how = 'raised again'
    exception = thrown.exception
    addsEntry = false
    if (thrown.lasti >= 0) start.lasti = thrown.lasti
  } else {
    exception = raised(thrown)
    // Raised by a builtin: what is being handled is its context. Whatever has been through a frame already has one.
    if (exception.traceback === null && exception.context === null) chainContext(exception, vm.handled)
  }
  let frame = start
  for (;;) {
    if (addsEntry) exception.traceback = new PyTraceback(exception.traceback, frame, 2 * frame.lasti, -1)
    addsEntry = true
    if (stepping.isOn) exception = toldOf(exception, () => exceptionEvent(frame, exception, how))
    how = 'raised'
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
    frame = previous!
    at = frame.lasti
  }
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
  let sp = code.nlocalsplus + table.depth(row)
  if (table.pushesLasti(row)) slots[sp++] = frame.lasti
  slots[sp++] = exception
  frame.sp = sp
  frame.pc = table.target(row)
  return true
}
