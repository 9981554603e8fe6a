/** Traceback objects: the frames that an exception has passed through. As in Python/traceback.c. */
import { frameType, tracebackType, typeOf } from '../objects/builtin-types.ts'
import { lineAt } from '../compiler/line-table.ts'
import { defineType } from '../objects/define.ts'
import { PyTraceback, raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import type { Frame } from '../objects/frame.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

/** The line of a traceback entry, found from its instruction when first asked for; −1 if that has none. */
export function tracebackLine(traceback: PyTraceback): number {
  if (traceback.lineno < 0) traceback.lineno = lineAt(traceback.frame.code.code, traceback.lasti >> 1)
  return traceback.lineno
}

const nameOf = (value: Value): string => (value === null ? 'None' : typeName(typeOf(value)))

const construct = builtin(
  'traceback(tb_next, tb_frame, tb_lasti: ssize, tb_lineno: ssize)',
  (next: Value, frame: Value, lasti: number, lineno: number) => {
    if (next !== null && !(next instanceof PyTraceback))
      raiseTypeError(`expected traceback object or None, got '${nameOf(next)}'`)
    if (typeOf(frame) !== frameType)
      raiseTypeError(`traceback() argument 'tb_frame' must be frame, not ${nameOf(frame)}`)
    return new PyTraceback(next, frame as Frame, lasti, lineno)
  },
)
tracebackType.new = (_type, args, keywords) => construct.call(undefined, args, keywords)

function setNext(self: PyTraceback, value: Value | undefined): void {
  if (value === undefined) raiseTypeError("can't delete tb_next attribute")
  if (value !== null && !(value instanceof PyTraceback))
    raiseTypeError(`expected traceback object, got '${nameOf(value)}'`)
  for (let each: PyTraceback | null = value; each !== null; each = each.next)
    if (each === self) raise(valueErrorType, 'traceback loop detected')
  self.next = value
}

const orNone = (line: number): Value => (line < 0 ? null : line)

defineType(tracebackType, {
  doc: 'Create a new traceback object.',
  signature: '(tb_next, tb_frame, tb_lasti, tb_lineno)',
  methods: () => [builtin('__dir__($self, /)', () => new PyList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno']))],
  members: () => [
    ['tb_frame', (self: PyTraceback) => self.frame],
    ['tb_lasti', (self: PyTraceback) => self.lasti],
  ],
  getset: () => [
    ['tb_next', (self: PyTraceback) => self.next, setNext],
    ['tb_lineno', (self: PyTraceback) => orNone(tracebackLine(self))],
  ],
})
