/** `_tuplegetter`, which collections.namedtuple makes for each field. */
import { typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { attributeErrorType, indexErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import { buildString } from '../../objects/str.ts'
import { repr } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyTupleGetter, tupleGetterType } from '../../objects/tuple-getter.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { checkCount, rejectKeywords } from '../../builtins/constructor-arguments.ts'
import { ssizeArgument } from '../../objects/operators.ts'

tupleGetterType.new = (type, args, keywords) => {
  rejectKeywords(type, tupleGetterType, keywords)
  checkCount('_tuplegetter', args, 2, 2)
  return new PyTupleGetter(ssizeArgument(args[0]!), args[1]!)
}

tupleGetterType.descrGet = (self: PyTupleGetter, instance) => {
  if (instance === undefined || instance === null) return self
  if (!(instance instanceof PyTuple))
    raiseTypeError(
      `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeName(typeOf(instance))}' object`,
    )
  const item = instance.items[self.index]
  if (item === undefined) raise(indexErrorType, 'tuple index out of range')
  return item
}

tupleGetterType.descrSet = (_self: PyTupleGetter, _instance, value) => {
  raise(attributeErrorType, value === undefined ? "can't delete attribute" : "can't set attribute")
}

tupleGetterType.repr = (self: PyTupleGetter) => buildString([`_tuplegetter(${self.index}, `, repr(self.doc), ')'])

defineType(tupleGetterType, {
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyTupleGetter) => new PyTuple([tupleGetterType, new PyTuple([self.index, self.doc])]),
    ),
  ],
  members: () => [
    [
      '__doc__',
      (self: PyTupleGetter) => self.doc,
      (self: PyTupleGetter, value: Value | undefined) => {
        self.doc = value ?? null
      },
    ],
  ],
})
