/** int: its constructor and methods. As Objects/longobject.c. The operators are in int-slots.ts. */
import { INT_DEFAULTS, parseFormatSpec } from '../base/format-spec.ts'
import { formatInt } from '../base/format-number.ts'
import { neg } from '../base/int.ts'
import { bytesFromInt, intFromBytes, type ByteOrder } from '../base/int-bytes.ts'
import { roundToTens } from '../base/int-float.ts'
import { bitCount, bitLength } from '../base/int-size.ts'
import { bindArguments } from '../objects/argument-binding.ts'
import { intType, typeOf } from '../objects/builtin-types.ts'
import { PyBytes, PyByteArray, bufferOf } from '../objects/bytes.ts'
import { call, callSpecial } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { memoryErrorType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { forEachItem } from '../objects/iteration.ts'
import { PyIntObject } from '../objects/number.ts'
import { indexOf, ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, isStr, strOf, textOf, type Str } from '../objects/str.ts'
import { str } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import { checkCount } from './constructor-arguments.ts'
import { checkDigitsToWrite } from './int-digit-limit.ts'
import { intIn } from './int-slots.ts'
import { asciiText, intOfText, toInt } from './number-conversion.ts'
import { orRaise } from './raise-format-error.ts'

const constructor = builtin('int(x=<unrepresentable>, /, base=<unrepresentable>)', () => null)

function newInt(type: PyType, args: Value[], keywords: KeywordNames): Value {
  if (keywords === null && type === intType) {
    if (args.length === 1) return toInt(args[0]!)
    checkCount('int', args, 0, 2)
    return makeInt(args[0], args[1])
  }
  const [x, base] = bindArguments(constructor, constructor.signature, args, keywords) as (Value | undefined)[]
  const value = makeInt(x, base)
  return type === intType ? value : new PyIntObject(value, type)
}

function makeInt(x: Value | undefined, base: Value | undefined): Int {
  if (x === undefined) {
    if (base !== undefined) raiseTypeError('int() missing string argument')
    return 0
  }
  return base === undefined ? toInt(x) : intWithBase(x, base)
}

function intWithBase(x: Value, baseValue: Value): Int {
  const base = indexOf(baseValue)
  if (typeof base === 'bigint' || (base !== 0 && base < 2) || base > 36)
    raise(valueErrorType, 'int() base must be >= 2 and <= 36, or 0')
  const text = asStr(x)
  if (text !== undefined) return intOfText(textOf(text), base, x)
  if (x instanceof PyBytes || x instanceof PyByteArray) return intOfText(asciiText(x.bytes), base, x)
  raiseTypeError("int() can't convert non-string with explicit base")
}

intType.new = newInt

function byteOrder(name: string): ByteOrder {
  if (name === 'little' || name === 'big') return name
  raise(valueErrorType, "byteorder must be either 'little' or 'big'")
}

function toBytes(self: Value, length: number, order: string, signed: boolean): Value {
  if (length < 0) raise(valueErrorType, 'length argument must be non-negative')
  if (length > 2 ** 31) raise(memoryErrorType)
  const bytes = bytesFromInt(intIn(self), length, byteOrder(order), signed ? 'signed' : 'unsigned')
  if (bytes === 'negative') raise(overflowErrorType, "can't convert negative int to unsigned")
  if (bytes === 'too big') raise(overflowErrorType, 'int too big to convert')
  return new PyBytes(bytes)
}

/** PyObject_Bytes: the bytes of a bytes-like object, of what has `__bytes__`, or of an iterable of ints. */
function bytesIn(value: Value): Uint8Array {
  const buffer = bufferOf(value)
  if (buffer !== undefined) return buffer
  const made = callSpecial(value, '__bytes__')
  if (made !== undefined) {
    if (made instanceof PyBytes) return made.bytes
    raiseTypeError(`__bytes__ returned non-bytes (type ${typeName(typeOf(made))})`)
  }
  const type = typeOf(value)
  if (isStr(value) || (type.iter === null && type.subscript === null))
    raiseTypeError(`cannot convert '${typeName(type)}' object to bytes`)
  const bytes: number[] = []
  forEachItem(value, item => {
    const byte = ssizeOf(item)
    if (byte < 0 || byte > 255) raise(valueErrorType, 'bytes must be in range(0, 256)')
    bytes.push(byte)
  })
  return Uint8Array.from(bytes)
}

function fromBytes(type: PyType, source: Value, order: string, signed: boolean): Value {
  const endian = byteOrder(order)
  const value = intFromBytes(bytesIn(source), endian, signed ? 'signed' : 'unsigned')
  return type === intType ? value : call(type, [value])
}

function roundInt(self: Value, digits: Value): Int {
  const value = intIn(self)
  if (digits === null) return value
  const places = indexOf(digits)
  return places >= 0 ? value : roundToTens(value, neg(places))
}

function formatInteger(self: Value, spec: Str): Str {
  if (spec === '') return str(self)
  const name = typeName(typeOf(self))
  const parsed = orRaise(parseFormatSpec(textOf(spec), INT_DEFAULTS, name))
  const value = intIn(self)
  if (parsed.type === 'd' || parsed.type === 'n') checkDigitsToWrite(value)
  return strOf(orRaise(formatInt(value, parsed, name)))
}

defineType(intType, {
  doc: `int([x]) -> integer
int(x, base=10) -> integer

An integer from a number or a text; 0 without arguments. A number that is no integer is cut off towards zero.
A text, bytes or bytearray holds an integer literal in the given base, 2 to 36, with an optional sign and
surrounding white space; base 0 reads the base from the literal's prefix.
>>> int('0b100', base=0)
4`,
  methods: () => [
    builtin('conjugate($self, /)', intIn, 'Returns self, the complex conjugate of any int.'),
    builtin(
      'bit_length($self, /)',
      (self: Value) => bitLength(intIn(self)),
      "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6",
    ),
    builtin(
      'bit_count($self, /)',
      (self: Value) => bitCount(intIn(self)),
      'Number of ones in the binary representation of the absolute value of self.',
    ),
    builtin(
      "to_bytes($self, /, length: ssize=1, byteorder: text='big', *, signed: bool=False)",
      toBytes,
      'An array of bytes that represents the integer.',
    ),
    builtin(
      'as_integer_ratio($self, /)',
      (self: Value) => new PyTuple([intIn(self), 1]),
      'A pair of integers whose ratio is equal to the int: the int itself and 1.',
    ),
    builtin('__trunc__($self, /)', intIn, 'Truncating an int returns itself.'),
    builtin('__floor__($self, /)', intIn, 'Flooring an int returns itself.'),
    builtin('__ceil__($self, /)', intIn, 'Ceiling of an int returns itself.'),
    builtin(
      '__round__($self, ndigits=None, /)',
      roundInt,
      'Rounding an int; with negative ndigits to tens, ties to even.',
    ),
    builtin('__getnewargs__($self, /)', (self: Value) => new PyTuple([intIn(self)])),
    builtin('__format__($self, format_spec: str, /)', formatInteger, 'Convert to a string according to format_spec.'),
    builtin(
      '__sizeof__($self, /)',
      (self: Value) => 24 + 4 * Math.max(1, Math.ceil(bitLength(intIn(self)) / 30)),
      'Returns size in memory, in bytes.',
    ),
    builtin(
      'is_integer($self, /)',
      () => true,
      'Returns True. Exists for duck type compatibility with float.is_integer.',
    ),
  ],
  classMethods: () => [
    builtin(
      "from_bytes($type, /, bytes, byteorder: text='big', *, signed: bool=False)",
      fromBytes,
      'The integer represented by the given array of bytes.',
    ),
  ],
  getset: () => [
    ['real', intIn, null, 'the real part of a complex number'],
    ['imag', () => 0, null, 'the imaginary part of a complex number'],
    ['numerator', intIn, null, 'the numerator of a rational number in lowest terms'],
    ['denominator', () => 1, null, 'the denominator of a rational number in lowest terms'],
  ],
})
