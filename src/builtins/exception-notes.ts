/** `__notes__` of an exception. */
import { type PyBaseException, raiseTypeError } from '../objects/exception.ts'
import { assignAttribute, findAttribute } from '../objects/attribute.ts'
import { PyList } from '../objects/list.ts'
import type { Value } from '../objects/value.ts'

/** As BaseException.add_note. */
export function addNote(exception: PyBaseException, note: Value): void {
  let notes = findAttribute(exception, '__notes__')
  if (notes === undefined) assignAttribute(exception, '__notes__', (notes = new PyList([])))
  if (!(notes instanceof PyList)) raiseTypeError('Cannot add note: __notes__ is not a list')
  notes.push(note)
}
