/** Frames and exceptions as sys shows them. */
import { findAttribute } from '../../objects/attribute.ts'
import { currentThread, mainThread, otherThreads } from '../../interpreter/threads.ts'
import { PyDict } from '../../objects/dict.ts'
import { type PyBaseException, raise, type PyTraceback } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import type { Frame } from '../../objects/frame.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

function frameAt(depth: number): Frame | null {
  if (depth > 2 ** 31 - 1) raise(overflowErrorType, 'Python int too large to convert to C int')
  let frame = vm.frame
  for (let i = Math.max(depth, 0); i > 0 && frame !== null; i--) frame = frame.previous
  return frame
}

function getFrame(depth: number): Value {
  return frameAt(depth) ?? raise(valueErrorType, 'call stack is not deep enough')
}

/** The module of the function that runs `depth` frames up. */
function getFrameModuleName(depth: number): Value {
  const frame = frameAt(depth)
  if (frame === null) return null
  if (frame.func === null) return null
  return findAttribute(frame.func, '__module__') ?? null
}

function exceptionInfo(): Value {
  const handled = vm.handled
  if (handled === null) return new PyTuple([null, null, null])
  const traceback: PyTraceback | null = handled.traceback
  return new PyTuple([handled.type, handled, traceback])
}

/** Each thread's identity, innermost frame, and the exception that it is handling. The current one's are the interpreter's own. */
function allThreads(): (readonly [number, Frame | null, PyBaseException | null])[] {
  const current = currentThread()
  return [mainThread(), ...otherThreads()].map(thread => {
    if (thread === current) return [thread.ident, vm.frame, vm.handled]
    return [thread.ident, thread.frame, thread.exceptionInfo.value]
  })
}

const currentFrames = (): Value =>
  PyDict.from(allThreads().flatMap(([ident, frame]) => (frame === null ? [] : [[ident, frame] as const])))

export const frameFunctions = () => [
  builtin(
    '_getframe($module, depth: ssize = 0, /)',
    getFrame,
    'Return a frame object from the call stack.\n\nIf optional integer depth is given, return the frame object that many\ncalls below the top of the stack.  If that is deeper than the call\nstack, ValueError is raised.  The default for depth is zero, returning\nthe frame at the top of the call stack.\n\nThis function should be used for internal and specialized purposes\nonly.',
  ),
  builtin(
    '_getframemodulename($module, /, depth: ssize = 0)',
    getFrameModuleName,
    "Return the name of the module for a calling frame.\n\nThe default depth returns the module containing the call to this API.\nA more typical use in a library will pass a depth of 1 to get the user's\nmodule rather than the library module.\n\nIf no frame, module, or name can be found, returns None.",
  ),
  builtin(
    '_current_frames($module, /)',
    currentFrames,
    "Return a dict mapping each thread's thread id to its current stack frame.\n\nThis function should be used for specialized purposes only.",
  ),
  builtin(
    '_current_exceptions($module, /)',
    () => PyDict.from(allThreads().map(([ident, , exception]) => [ident, exception])),
    "Return a dict mapping each thread's identifier to its current raised exception.\n\nThis function should be used for specialized purposes only.",
  ),
  builtin(
    'exc_info($module, /)',
    exceptionInfo,
    'Return current exception information: (type, value, traceback).\n\nReturn information about the most recent exception caught by an except\nclause in the current stack frame or in an older stack frame.',
  ),
  builtin(
    'exception($module, /)',
    () => vm.handled,
    'Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current stack frame or in an older stack frame, or None\nif no such clause exists.',
  ),
]
