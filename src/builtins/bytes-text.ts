/** bytes as text: `repr`, `hex` and `fromhex`. */
import { hexDigitValue, hexText } from '../base/binary-text.ts'
import { copyOfBytes, zeroBytes } from '../base/bytes-memory.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, pointsOf } from '../objects/str.ts'
import { fullName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { bufferArgument } from './bytes-kind.ts'
import { lengthOf } from './length.ts'
import { unitsOf } from './str-search.ts'
import type { Units } from './units.ts'

const escapes: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' }

function reprOfByte(byte: number, quote: number): string {
  if (byte === quote) return `\\${String.fromCharCode(byte)}`
  const escape = escapes[byte]
  if (escape !== undefined) return escape
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
}

/** `b'…'`; a bytearray (`smart` quotes or not) always takes the single quote as CPython's does only if it can. */
export function reprOfBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39
  const mark = String.fromCharCode(quote)
  let text = `b${mark}`
  for (let i = 0; i < bytes.length; i++) text += reprOfByte(bytes[i]!, quote)
  return text + mark
}

function separatorOf(value: Value): string {
  if (lengthOf(value) !== 1) raise(valueErrorType, 'sep must be length 1.')
  const str = asStr(value)
  if (str === undefined && !(value instanceof PyBytes)) raiseTypeError('sep must be str or bytes.')
  const point = str === undefined ? (value as PyBytes).bytes[0]! : pointsOf(str)[0]!
  if (point > 127) raise(valueErrorType, 'sep must be ASCII.')
  return String.fromCharCode(point)
}

/** `hex(sep, bytes_per_sep)` of any buffer. */
export function hexOf(bytes: Uint8Array, sep: Value | undefined, perSeparator: Value): string {
  const size = indexOf(perSeparator)
  if (size > 2 ** 31 - 1 || size < -(2 ** 31)) raise(overflowErrorType, 'Python int too large to convert to C int')
  const separator = sep === undefined ? '' : separatorOf(sep)
  return hexText(bytes, size === 0 ? '' : separator, Number(size))
}

const isHexSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)

/** What is no byte becomes one that is no digit. */
function bytesOfUnits(units: Units): Uint8Array {
  const bytes = zeroBytes(units.length)
  if (typeof units === 'string') for (let i = 0; i < bytes.length; i++) bytes[i] = Math.min(units.charCodeAt(i), 255)
  else for (let i = 0; i < bytes.length; i++) bytes[i] = Math.min(units[i]!, 255)
  return bytes
}

/** The bytes of a text of pairs of digits, with spaces between pairs. */
export function bytesFromHex(value: Value): Uint8Array {
  const str = asStr(value)
  const source = str === undefined ? bufferOf(value) : bytesOfUnits(unitsOf(str))
  if (source === undefined)
    raiseTypeError(`fromhex() argument must be str or bytes-like, not ${fullName(typeOf(value))}`)
  const bytes = zeroBytes(source.length >> 1)
  let length = 0
  for (let at = 0; at < source.length; ) {
    const unit = source[at]!
    const high = hexDigitValue(unit)
    if (high < 0) {
      if (!isHexSpace(unit)) raiseNoHex(at)
      at++
      continue
    }
    if (at + 1 === source.length)
      raise(valueErrorType, 'fromhex() arg must contain an even number of hexadecimal digits')
    const low = hexDigitValue(source[at + 1]!)
    if (low < 0) raiseNoHex(at + 1)
    bytes[length++] = high * 16 + low
    at += 2
  }
  return length === bytes.length ? bytes : copyOfBytes(bytes, 0, length)
}

function raiseNoHex(at: number): never {
  raise(valueErrorType, `non-hexadecimal number found in fromhex() arg at position ${at}`)
}

/** `hex` of a type whose instances are buffers. */
export const hexMethod = (): Builtin =>
  builtin(
    'hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    (self: Value, sep: Value | undefined, perSeparator: Value) => hexOf(bufferArgument(self), sep, perSeparator),
    `Create a string of hexadecimal numbers from a bytes object.

  sep
    An optional single character or byte to separate hex bytes.
  bytes_per_sep
    How many bytes between separators.  Positive values count from
    the right, negative values count from the left.`,
  )
