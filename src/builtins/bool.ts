/** bool: an int that prints as a word and stays a bool under `&`, `|` and `^`. As Objects/boolobject.c. */
import { boolType, intType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { deprecationWarningType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { truth } from '../objects/truth.ts'
import type { Value } from '../objects/value.ts'
import { checkCount, rejectKeywords } from './constructor-arguments.ts'
import './int-slots.ts'

const areBools = (left: Value, right: Value): boolean => typeof left === 'boolean' && typeof right === 'boolean'

boolType.and = (left, right) => (areBools(left, right) ? left === true && right === true : intType.and!(left, right))
boolType.or = (left, right) => (areBools(left, right) ? left === true || right === true : intType.or!(left, right))
boolType.xor = (left, right) => (areBools(left, right) ? left !== right : intType.xor!(left, right))

boolType.invert = (self: Value) => {
  hooks.warn(
    deprecationWarningType,
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
      'of the underlying int object and is usually not what you expect from negating a bool. Use the ' +
      "'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
    1,
  )
  return self === true ? -2 : -1
}

boolType.repr = (self: Value) => (self === true ? 'True' : 'False')

boolType.new = (type, args, keywords) => {
  rejectKeywords(type, boolType, keywords)
  checkCount('bool', args, 0, 1)
  return args.length === 1 && truth(args[0]!)
}

defineType(boolType, {
  signature: '(object=False, /)',
  doc: `True when the argument is true, False otherwise. The builtins True and False are the only two instances
of the class bool. The class bool is a subclass of the class int, and cannot be subclassed.`,
})
