/** The module _string: the parser of `str.format` for string.Formatter. */
import { FormatMistake, parseFieldName, parseFormatString, type FormatPiece } from '../builtins/format-string.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

/** Gives what each of a list of parts is made into; a mistake is raised where it stands. */
class PyPartsIterator<Part> extends PyObject {
  readonly parts: readonly (Part | FormatMistake)[]
  readonly make: (part: Part) => Value
  index: number
  constructor(
    type: typeof formatterIteratorType,
    parts: readonly (Part | FormatMistake)[],
    make: (part: Part) => Value,
  ) {
    super(type)
    this.parts = parts
    this.make = make
    this.index = 0
  }
}

const formatterIteratorType = builtinType('formatteriterator')
const fieldNameIteratorType = builtinType('fieldnameiterator')
for (const type of [formatterIteratorType, fieldNameIteratorType]) {
  type.iter = self => self
  type.iternext = (self: PyPartsIterator<unknown>) => {
    const part = self.parts[self.index++]
    if (part === undefined) return undefined
    if (part instanceof FormatMistake) raise(valueErrorType, part.message)
    return self.make(part)
  }
}

function strArgument(value: Value): string {
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`expected str, got ${typeName(typeOf(value))}`)
  return textOf(str)
}

function pieceTuple({ literal, name, spec, conversion }: FormatPiece): PyTuple {
  if (name === null) return new PyTuple([strOf(literal), null, null, null])
  return new PyTuple([strOf(literal), strOf(name), strOf(spec), conversion === '' ? null : strOf(conversion)])
}

const keyValue = (key: number | string): Value => (typeof key === 'number' ? key : strOf(key))

defineModule('_string', {
  doc: 'string helper module',
  functions: () => [
    builtin(
      'formatter_parser($module, object, /)',
      (object: Value) => new PyPartsIterator(formatterIteratorType, parseFormatString(strArgument(object)), pieceTuple),
      'parse the argument as a format string',
    ),
    builtin(
      'formatter_field_name_split($module, object, /)',
      (object: Value) => {
        const field = parseFieldName(strArgument(object))
        if (field instanceof FormatMistake) raise(valueErrorType, field.message)
        const rest = new PyPartsIterator(
          fieldNameIteratorType,
          field.rest,
          access => new PyTuple([access.kind === 'attribute', keyValue(access.key)]),
        )
        return new PyTuple([keyValue(field.first), rest])
      },
      'split the argument as a field name',
    ),
  ],
})
