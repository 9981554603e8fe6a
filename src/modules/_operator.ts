/** The module _operator: the operators as functions. What each does is what the instruction of the same meaning does. */
import { call } from '../objects/call.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { equals, richCompare } from '../objects/compare.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { forEachItem, isSequence } from '../objects/iteration.ts'
import { binaryOperators, indexOf, ssizeArgument } from '../objects/operators.ts'
import { type Builtin, builtin } from '../objects/signature.ts'
import { EQ, GE, GT, LE, LT, NE, type CompareOp } from '../objects/slots.ts'
import { truth } from '../objects/truth.ts'
import { typeName } from '../objects/type.ts'
import { isSame, type Value } from '../objects/value.ts'
import { lengthHint } from '../builtins/length-hint.ts'
import { invertValue, negateValue, positiveValue } from '../interpreter/arithmetic.ts'
import { containsValue } from '../interpreter/operations.ts'
import { deleteSubscript, getItem, storeSubscript } from '../interpreter/subscripts.ts'
import { compareDigest } from './operator/compare-digest.ts'
import { attrGetterType, itemGetterType, methodCallerType } from './operator/getters.ts'

/** Functions of the binary operators, with the sign for their doc, in the order of `binaryOperators`; then the in-place ones. */
const operatorNames: readonly (readonly [name: string, sign: string])[] = [
  ['add', '+'],
  ['and_', '&'],
  ['floordiv', '//'],
  ['lshift', '<<'],
  ['matmul', '@'],
  ['mul', '*'],
  ['mod', '%'],
  ['or_', '|'],
  ['pow', '**'],
  ['rshift', '>>'],
  ['sub', '-'],
  ['truediv', '/'],
  ['xor', '^'],
]

const binaryFunctions = (): Builtin[] =>
  operatorNames.flatMap(([name, sign], i) => [
    builtin(`${name}($module, a, b, /)`, binaryOperators[i]!, `Same as a ${sign} b.`),
    builtin(
      `i${name.replace('_', '')}($module, a, b, /)`,
      binaryOperators[i + operatorNames.length]!,
      `Same as a ${sign}= b.`,
    ),
  ])

const comparison = (name: string, sign: string, op: CompareOp): Builtin =>
  builtin(`${name}($module, a, b, /)`, (a: Value, b: Value) => richCompare(a, b, op), `Same as a ${sign} b.`)

const unary = (name: string, doc: string, apply: (a: Value) => Value): Builtin =>
  builtin(`${name}($module, a, /)`, apply, doc)

function absolute(value: Value): Value {
  const type = typeOf(value)
  if (type.absolute === null) raiseTypeError(`bad operand type for abs(): '${typeName(type)}'`)
  return type.absolute(value)
}

function concat(a: Value, b: Value, which: 'plain' | 'inplace'): Value {
  const type = typeOf(a)
  const slot = (which === 'inplace' ? type.inplaceConcat : null) ?? type.concat
  if (slot !== null) return slot(a, b)
  if (!isSequence(a) || !isSequence(b)) raiseTypeError(`'${typeName(type)}' object can't be concatenated`)
  return binaryOperators[which === 'inplace' ? operatorNames.length : 0]!(a, b)
}

function checkIterable(container: Value): void {
  const type = typeOf(container)
  if (type.iter === null && !isSequence(container))
    raiseTypeError(`argument of type '${typeName(type)}' is not iterable`)
}

function countOf(container: Value, item: Value): Value {
  checkIterable(container)
  let count = 0
  forEachItem(container, each => {
    if (equals(each, item)) count++
  })
  return count
}

function indexOfItem(container: Value, item: Value): Value {
  checkIterable(container)
  let index = -1
  let found = false
  forEachItem(container, each => {
    index++
    return (found = equals(each, item))
  })
  if (!found) raise(valueErrorType, 'sequence.index(x): x not in sequence')
  return index
}

function lengthHintFunction(value: Value, otherwise: Value): Value {
  const fallback = ssizeArgument(otherwise)
  const hint = lengthHint(value, fallback)
  if (typeof hint === 'bigint') raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
  return hint
}

const others = (): Builtin[] => [
  unary('abs', 'Same as abs(a).', absolute),
  unary('index', 'Same as a.__index__()', a => indexOf(a)),
  unary('inv', 'Same as ~a.', invertValue),
  unary('invert', 'Same as ~a.', invertValue),
  unary('neg', 'Same as -a.', negateValue),
  unary('pos', 'Same as +a.', positiveValue),
  unary('not_', 'Same as not a.', a => !truth(a)),
  unary('truth', 'Return True if a is true, False otherwise.', a => truth(a)),
  unary('is_none', 'Same as a is None.', a => a === null),
  unary('is_not_none', 'Same as a is not None.', a => a !== null),
  builtin('is_($module, a, b, /)', (a: Value, b: Value) => isSame(a, b), 'Same as a is b.'),
  builtin('is_not($module, a, b, /)', (a: Value, b: Value) => !isSame(a, b), 'Same as a is not b.'),
  builtin(
    'concat($module, a, b, /)',
    (a: Value, b: Value) => concat(a, b, 'plain'),
    'Same as a + b, for a and b sequences.',
  ),
  builtin(
    'iconcat($module, a, b, /)',
    (a: Value, b: Value) => concat(a, b, 'inplace'),
    'Same as a += b, for a and b sequences.',
  ),
  builtin('contains($module, a, b, /)', containsValue, 'Same as b in a (note reversed operands).'),
  builtin('countOf($module, a, b, /)', countOf, 'Return the number of items in a which are, or which equal, b.'),
  builtin('indexOf($module, a, b, /)', indexOfItem, 'Return the first index of b in a.'),
  builtin('getitem($module, a, b, /)', getItem, 'Same as a[b].'),
  builtin('setitem($module, a, b, c, /)', storeSubscript, 'Same as a[b] = c.'),
  builtin('delitem($module, a, b, /)', deleteSubscript, 'Same as del a[b].'),
  builtin(
    'length_hint($module, obj, default=0, /)',
    lengthHintFunction,
    'Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.\nThe result will be an integer >= 0.',
  ),
  builtin(
    '_compare_digest($module, a, b, /)',
    compareDigest,
    "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography.",
  ),
]

function callFunction(): Builtin {
  const method = builtin(
    'call($module, obj, /, *args, **kwargs)',
    (): void => undefined,
    'Same as obj(*args, **kwargs).',
  )
  method.call = (_self, args, keywords) => {
    if (args.length - (keywords?.length ?? 0) < 1) raiseTypeError(`call expected at least 1 argument, got 0`)
    return call(args[0]!, args.slice(1), keywords)
  }
  return method
}

defineModule('_operator', {
  doc: `Operator interface.

This module exports a set of functions implemented in C corresponding
to the intrinsic operators of Python.  For example, operator.add(x, y)
is equivalent to the expression x+y.`,
  functions: () => [
    ...binaryFunctions(),
    comparison('lt', '<', LT),
    comparison('le', '<=', LE),
    comparison('eq', '==', EQ),
    comparison('ne', '!=', NE),
    comparison('gt', '>', GT),
    comparison('ge', '>=', GE),
    ...others(),
    callFunction(),
  ],
  attributes: () => ({ itemgetter: itemGetterType, attrgetter: attrGetterType, methodcaller: methodCallerType }),
})
