// Hot.
/** functools.cmp_to_key: objects that compare by a function of two arguments. */
import { builtinType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { richCompare } from '../../objects/compare.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { attributeErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import { TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

const keyWrapperType = builtinType('KeyWrapper', { module: 'functools', flags: TypeFlags.noInstantiation })

class PyKeyWrapper extends PyObject {
  readonly compare: Value
  /** Undefined in what cmp_to_key answers, which makes the others. */
  object: Value | undefined
  constructor(compare: Value, object: Value | undefined) {
    super(keyWrapperType)
    this.compare = compare
    this.object = object
  }
}

const construct = builtin(
  'K($self, obj)',
  (self: PyKeyWrapper, object: Value) => new PyKeyWrapper(self.compare, object),
)

keyWrapperType.call = (self: PyKeyWrapper, args, keywords) => construct.call(self, args, keywords)
keyWrapperType.hash = null
keyWrapperType.richcompare = (self: PyKeyWrapper, other, op) => {
  if (!(other instanceof PyKeyWrapper)) raiseTypeError('other argument must be K instance')
  if (self.object === undefined || other.object === undefined) raise(attributeErrorType, 'object')
  return richCompare(call(self.compare, [self.object, other.object]), 0, op)
}
defineType(keyWrapperType, {
  getset: () => [['__text_signature__', () => '(obj)']],
  members: () => [
    [
      'obj',
      (self: PyKeyWrapper) => self.object ?? null,
      (self: PyKeyWrapper, value: Value | undefined) => {
        self.object = value
      },
      'Value wrapped by a key function.',
    ],
  ],
})

export const cmpToKey = builtin(
  'cmp_to_key($module, /, mycmp)',
  (compare: Value) => new PyKeyWrapper(compare, undefined),
  'Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.',
)
