/** complex. As Objects/complexobject.c. */
import {
  complexAbs,
  complexDiv,
  complexFromText,
  complexMul,
  complexRepr,
  realDiv,
  type Complex,
} from '../base/complex.ts'
import { FLOAT_DEFAULTS, parseFormatSpec } from '../base/format-spec.ts'
import { formatComplexSpec } from '../base/format-number.ts'
import { hashComplex } from '../base/hash.ts'
import { bindArguments } from '../objects/argument-binding.ts'
import { complexType, typeOf } from '../objects/builtin-types.ts'
import { call, callSpecial } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { deprecationWarningType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOfFloat } from '../objects/hash.ts'
import { hooks } from '../objects/hooks.ts'
import { asFloat, asInt, NotImplemented, PyComplex } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE, type CompareOp, type KeywordNames } from '../objects/slots.ts'
import { asStr, strOf, textOf, type Str } from '../objects/str.ts'
import { reprText, str } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { powerOfComplexes, raiseDivisionByZero } from './float-arithmetic.ts'
import { doubleOfInt } from './int-slots.ts'
import { numberToFloat } from './number-conversion.ts'
import { nameInMessages } from './qualified-name.ts'
import { orRaise } from './raise-format-error.ts'

/** The double of a real operand; undefined if it is none. */
function real(value: Value): number | undefined {
  const int = asInt(value)
  return int === undefined ? asFloat(value) : doubleOfInt(int)
}

type Both = (a: PyComplex, b: PyComplex) => PyComplex
type RealRight = (a: PyComplex, b: number) => PyComplex
type RealLeft = (a: number, b: PyComplex) => PyComplex

/** A slot from what it does to two complexes, a complex and a real, a real and a complex. */
function mixed(both: Both, realRight: RealRight, realLeft: RealLeft): (left: Value, right: Value) => Value {
  return (left, right) => {
    if (left instanceof PyComplex) {
      if (right instanceof PyComplex) return both(left, right)
      const b = real(right)
      return b === undefined ? NotImplemented : realRight(left, b)
    }
    const a = real(left)
    return a === undefined || !(right instanceof PyComplex) ? NotImplemented : realLeft(a, right)
  }
}

const toComplex = (value: Value): PyComplex | undefined => {
  if (value instanceof PyComplex) return value
  const number = real(value)
  return number === undefined ? undefined : new PyComplex(number, 0)
}

const boxed = ({ real, imag }: Complex): PyComplex => new PyComplex(real, imag)
const boxedQuotient = (result: Complex | null): PyComplex => (result === null ? raiseDivisionByZero() : boxed(result))

complexType.add = mixed(
  (a, b) => new PyComplex(a.real + b.real, a.imag + b.imag),
  (a, b) => new PyComplex(a.real + b, a.imag),
  (a, b) => new PyComplex(a + b.real, b.imag),
)
complexType.subtract = mixed(
  (a, b) => new PyComplex(a.real - b.real, a.imag - b.imag),
  (a, b) => new PyComplex(a.real - b, a.imag),
  (a, b) => new PyComplex(a - b.real, -b.imag),
)
complexType.multiply = mixed(
  (a, b) => boxed(complexMul(a, b)),
  (a, b) => new PyComplex(a.real * b, a.imag * b),
  (a, b) => new PyComplex(a * b.real, a * b.imag),
)
complexType.trueDivide = mixed(
  (a, b) => boxedQuotient(complexDiv(a, b)),
  (a, b) => (b === 0 ? raiseDivisionByZero() : new PyComplex(a.real / b, a.imag / b)),
  (a, b) => boxedQuotient(realDiv(a, b)),
)
complexType.power = (left, right, third) => {
  const a = toComplex(left)
  const b = a === undefined ? a : toComplex(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (third !== null) raise(valueErrorType, 'complex modulo')
  return powerOfComplexes(a, b)
}
complexType.negative = (self: PyComplex) => new PyComplex(-self.real, -self.imag)
complexType.positive = (self: PyComplex) => (self.type === complexType ? self : new PyComplex(self.real, self.imag))
complexType.absolute = (self: PyComplex) => {
  const size = complexAbs(self)
  if (size === null) raise(overflowErrorType, 'absolute value too large')
  return new PyFloat(size)
}
complexType.bool = (self: PyComplex) => self.real !== 0 || self.imag !== 0
complexType.repr = (self: PyComplex) => complexRepr(self.real, self.imag)
complexType.hash = (self: PyComplex) =>
  hashComplex(hashOfFloat(new PyFloat(self.real)), hashOfFloat(new PyFloat(self.imag)))

complexType.richcompare = (self: PyComplex, other: Value, op: CompareOp) => {
  if (op !== EQ && op !== NE) return NotImplemented
  let isEqual: boolean
  if (other instanceof PyComplex) isEqual = self.real === other.real && self.imag === other.imag
  else {
    const number = asInt(other) ?? asFloat(other)
    if (number === undefined) return NotImplemented
    // biome-ignore lint/suspicious/noDoubleEquals: a double and a bigint of the same value are equal, though not identical.
    isEqual = self.imag === 0 && self.real == number
  }
  return isEqual === (op === EQ)
}

const constructor = builtin('complex(real=<unrepresentable>, imag=<unrepresentable>)', () => null)

const qualifiedNameOf = (value: Value): string => nameInMessages(typeOf(value))

const make = (type: PyType, realPart: number, imagPart: number): PyComplex => new PyComplex(realPart, imagPart, type)

/** What `__complex__` of the value answers; undefined if there is none. */
export function bySpecialMethod(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex && value.type === complexType) return value
  const result = callSpecial(value, '__complex__')
  if (result === undefined) return undefined
  const name = typeName(typeOf(result))
  if (!(result instanceof PyComplex)) raiseTypeError(`__complex__ returned non-complex (type ${name})`)
  if (result.type !== complexType)
    hooks.warn(
      deprecationWarningType,
      `__complex__ returned non-complex (type ${name}).  The ability to return an instance of a strict subclass of complex ` +
        'is deprecated, and may be removed in a future version of Python.',
      1,
    )
  return result
}

/** The one argument of `complex(x)`: text or number. */
function fromOne(type: PyType, value: Value): PyComplex {
  if (value instanceof PyComplex && value.type === complexType && type === complexType) return value
  const text = asStr(value)
  if (text !== undefined) {
    const parts = complexFromText(textOf(text))
    if (parts === 'malformed') raise(valueErrorType, 'complex() arg is a malformed string')
    if (parts === 'underscores') raise(valueErrorType, `could not convert string to complex: ${reprText(value)}`)
    return make(type, parts.real, parts.imag)
  }
  const special = bySpecialMethod(value)
  if (special !== undefined) return make(type, special.real, special.imag)
  if (value instanceof PyComplex) return make(type, value.real, value.imag)
  const number = numberToFloat(value)
  if (number === undefined)
    raiseTypeError(`complex() argument must be a string or a number, not ${qualifiedNameOf(value)}`)
  return make(type, number, 0)
}

function warnOfComplex(name: 'real' | 'imag', given: Value): void {
  const message = `complex() argument '${name}' must be a real number, not ${qualifiedNameOf(given)}`
  hooks.warn(deprecationWarningType, message, 1)
}

function realPart(value: Value): number | PyComplex {
  const complex = asStr(value) === undefined ? bySpecialMethod(value) : undefined
  const result = complex ?? (value instanceof PyComplex ? value : undefined)
  if (result === undefined) return part(value, 'real')
  const { float, index } = typeOf(value)
  if (value instanceof PyComplex || (float === null && index === null)) warnOfComplex('real', value)
  return result
}

function part(value: Value, name: 'real' | 'imag'): number | PyComplex {
  if (value instanceof PyComplex) {
    warnOfComplex(name, value)
    return value
  }
  const number = asStr(value) === undefined ? numberToFloat(value) : undefined
  if (number === undefined)
    raiseTypeError(`complex() argument '${name}' must be a real number, not ${qualifiedNameOf(value)}`)
  return number
}

function fromTwo(type: PyType, realValue: Value | undefined, imagValue: Value | undefined): PyComplex {
  const r = realValue === undefined ? 0 : realPart(realValue)
  const i = imagValue === undefined ? 0 : part(imagValue, 'imag')
  // x + y·j with complex parts: the imaginary part of the one adds to the real part of the other.
  let [a, b] = typeof r === 'number' ? [r, 0] : [r.real, r.imag]
  if (typeof i === 'number') {
    if (imagValue !== undefined) b = typeof r === 'number' ? i : b + i
  } else {
    a -= i.imag
    b = typeof r === 'number' ? i.real : b + i.real
  }
  return make(type, a, b)
}

complexType.new = (type: PyType, args: Value[], keywords: KeywordNames) => {
  const [r, i] = bindArguments(constructor, constructor.signature, args, keywords) as (Value | undefined)[]
  if (r === undefined && i === undefined) return make(type, 0, 0)
  // Named, even the only argument is a part.
  if (i === undefined && keywords === null) return fromOne(type, r!)
  return fromTwo(type, r, i)
}

function fromNumber(type: PyType, number: Value): Value {
  if (number instanceof PyComplex && number.type === complexType && type === complexType) return number
  const special = bySpecialMethod(number)
  let value = special ?? (number instanceof PyComplex ? make(complexType, number.real, number.imag) : undefined)
  if (value === undefined) {
    const double = numberToFloat(number)
    if (double === undefined) raiseTypeError(`must be real number, not ${typeName(typeOf(number))}`)
    value = make(complexType, double, 0)
  }
  return type === complexType ? value : call(type, [value])
}

function formatComplex(self: PyComplex, spec: Str): Str {
  if (spec === '') return str(self)
  const name = typeName(self.type)
  const parsed = orRaise(parseFormatSpec(textOf(spec), FLOAT_DEFAULTS, name))
  return strOf(orRaise(formatComplexSpec(self.real, self.imag, parsed, name)))
}

defineType(complexType, {
  signature: '(real=0, imag=0)',
  doc: `A complex number from a string, a number, or two real numbers.

If a single number is given, that number; if a string, the number it holds; else real + imag*1j.
Parts that are not given are 0.`,
  methods: () => [
    builtin(
      'conjugate($self, /)',
      (self: PyComplex) => new PyComplex(self.real, -self.imag),
      'Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.',
    ),
    builtin(
      '__complex__($self, /)',
      (self: PyComplex) => (self.type === complexType ? self : new PyComplex(self.real, self.imag)),
      'Convert this value to exact type complex.',
    ),
    builtin(
      '__getnewargs__($self, /)',
      (self: PyComplex) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)]),
    ),
    builtin('__format__($self, format_spec: str, /)', formatComplex, 'Convert to a string according to format_spec.'),
  ],
  classMethods: () => [
    builtin('from_number($type, number, /)', fromNumber, 'Convert number to a complex floating-point number.'),
  ],
  members: () => [
    ['real', (self: PyComplex) => new PyFloat(self.real), null, 'the real part of a complex number'],
    ['imag', (self: PyComplex) => new PyFloat(self.imag), null, 'the imaginary part of a complex number'],
  ],
})
