/** SyntaxError: a message and where in the source it applies. As in Objects/exceptions.c. */
import { defineType } from '../objects/define.ts'
import { raiseTypeError, type PyBaseException } from '../objects/exception.ts'
import { syntaxErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import { fieldMembers, fieldOf, initWith, setFieldFiller, type FieldFiller } from './exception-fields.ts'

/** Of the second argument, in order; the last three may be left out. */
const detailNames = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', '_metadata']

const fillSyntaxError: FieldFiller = self => {
  const { items } = self.args
  if (items.length > 0) self.setField('msg', items[0]!)
  if (items.length !== 2) return
  const details = itemsOf(items[1]!)
  const count = details.length
  if (count < 4) raiseTypeError(`function takes at least 4 arguments (${count} given)`)
  if (count > 7) raiseTypeError(`function takes at most 7 arguments (${count} given)`)
  for (let i = 0; i < count; i++) self.setField(detailNames[i]!, details[i]!)
  if (count === 5) raiseTypeError('end_offset must be provided when end_lineno is provided')
}

setFieldFiller(syntaxErrorType, fillSyntaxError)
syntaxErrorType.init = initWith(fillSyntaxError)

syntaxErrorType.str = (self: PyBaseException) => {
  const message = strText(fieldOf(self, 'msg') ?? null)
  const name = asStr(fieldOf(self, 'filename') ?? null)
  const file = name === undefined ? undefined : textOf(name).slice(textOf(name).lastIndexOf('/') + 1)
  const lineno = fieldOf(self, 'lineno')
  const line = typeof lineno === 'number' || typeof lineno === 'bigint' ? `line ${lineno}` : undefined
  const where = [file, line].filter(each => each !== undefined).join(', ')
  return strOf(where === '' ? message : `${message} (${where})`)
}

defineType(syntaxErrorType, {
  doc: 'Invalid syntax.',
  members: () => fieldMembers('msg', ...detailNames.slice(0, 6), 'print_file_and_line', '_metadata'),
})
