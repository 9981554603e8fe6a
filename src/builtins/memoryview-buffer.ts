/** `__buffer__` and `__release_buffer__` (PEP 688): the buffer protocol as Python sees it. */
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { bufferErrorType } from '../objects/exception-types.ts'
import { writableFlag } from '../objects/buffer.ts'
import { PyMemoryView, viewOf } from '../objects/memoryview.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

/** `object.__buffer__(flags)`: a view of any object that lends its memory. */
export function viewWithFlags(object: Value, flags: number): PyMemoryView {
  const view = viewOf(object, flags)
  if (view === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(object))}'`)
  if ((flags & writableFlag) !== 0 && view.isReadonly) raise(bufferErrorType, 'Object is not writable.')
  return view
}

/** `__buffer__` and `__release_buffer__` of the types that lend their memory. */
export const bufferMethods = (): Builtin[] => [
  builtin(
    '__buffer__($self, flags: ssize, /)',
    (self: Value, flags: number) => viewWithFlags(self, flags),
    'Return a buffer object that exposes the underlying memory of the object.',
  ),
  builtin(
    '__release_buffer__($self, buffer, /)',
    (_self: Value, buffer: Value) => {
      if (!(buffer instanceof PyMemoryView)) raiseTypeError('expected a memoryview object')
      buffer.release()
    },
    'Release the buffer object that exposes the underlying memory of the object.',
  ),
]
