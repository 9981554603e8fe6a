/** What `locals()` answers: the namespace of a module or class body; a snapshot of a function's variables (PEP 667). */
import { PyFrameLocalsProxy } from '../builtins/frame-locals-proxy.ts'
import { localsOf } from '../builtins/frame.ts'
import type { Frame } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'

export function frameLocals(frame: Frame): Value {
  const locals = localsOf(frame)
  return locals instanceof PyFrameLocalsProxy ? locals.toDict() : locals
}
