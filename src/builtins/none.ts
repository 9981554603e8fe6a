/** None, Ellipsis and NotImplemented: one instance each, which calling the type gives again. */
import { ellipsisType, noneType, notImplementedType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { identityCompare } from '../objects/compare.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { typeErrorType } from '../objects/exception-types.ts'
import { Ellipsis, NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { hashOf } from '../objects/hash.ts'

function singleton(name: string, instance: Value): (type: PyType, args: Value[], keywords: KeywordNames) => Value {
  return (_type, args) => (args.length > 0 ? raiseTypeError(`${name} takes no arguments`) : instance)
}

noneType.new = singleton('NoneType', null)
noneType.repr = () => 'None'
noneType.bool = () => false
// As in CPython, a function of its own: None has comparison methods of its own.
noneType.richcompare = (self, other, op) => identityCompare(self, other, op)
noneType.hash = () => hashOf(null)

ellipsisType.new = singleton('EllipsisType', Ellipsis)
ellipsisType.repr = () => 'Ellipsis'

notImplementedType.new = singleton('NotImplementedType', NotImplemented)
notImplementedType.repr = () => 'NotImplemented'
notImplementedType.bool = () => raise(typeErrorType, 'NotImplemented should not be used in a boolean context')

defineType(noneType, { signature: '()', doc: 'The type of the None singleton.' })
defineType(ellipsisType, {
  signature: '()',
  doc: 'The type of the Ellipsis singleton.',
  methods: () => [builtin('__reduce__($self, /)', () => 'Ellipsis')],
})
defineType(notImplementedType, {
  signature: '()',
  doc: 'The type of the NotImplemented singleton.',
  methods: () => [builtin('__reduce__($self, /)', () => 'NotImplemented')],
})
