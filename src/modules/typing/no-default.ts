/** typing.NoDefault: says that a type parameter has no default. */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { builtin } from '../../objects/signature.ts'
import { PyObject } from '../../objects/value.ts'

const noDefaultType = builtinType('NoDefaultType')
export const NoDefault = new PyObject(noDefaultType)

noDefaultType.repr = () => 'typing.NoDefault'
noDefaultType.new = (_type, args) => {
  if (args.length > 0) raiseTypeError('NoDefaultType takes no arguments')
  return NoDefault
}
defineType(noDefaultType, {
  doc: 'The type of the NoDefault singleton.',
  methods: () => [builtin('__reduce__($self, /)', () => 'NoDefault')],
})
