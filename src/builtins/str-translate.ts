/** `str.translate` and `str.maketrans`. */
import { asciiBytes, fewestForHost, stringFromAscii } from '../base/text.ts'
import { PyDict } from '../objects/dict.ts'
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { lookupErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, pointAt, pointsOf, pushPoints, strLength, strOfPoints, type Str } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { argumentName, strSelf } from './str-search.ts'

/** What the table has for a code point; undefined if nothing: the character stays. */
function lookUp(table: Value, point: number): Value | undefined {
  if (table instanceof PyDict && table.type === dictType) return table.get(point)
  const { subscript } = typeOf(table)
  if (subscript === null) raiseTypeError(`'${typeName(typeOf(table))}' object is not subscriptable`)
  try {
    return subscript(table, point)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(lookupErrorType)) return undefined
    throw thrown
  }
}

const unknown = 255
const deleted = 254

/** What a dict has for an ASCII character, if that is one ASCII character or none; else `unknown`. */
function asciiFor(table: PyDict, point: number): number {
  const mapped = table.get(point)
  if (mapped === undefined) return point
  if (mapped === null) return deleted
  const unit = typeof mapped === 'string' && mapped.length === 1 ? mapped.charCodeAt(0) : mapped
  return typeof unit === 'number' && unit >= 0 && unit < 128 ? unit : unknown
}

/** A long text of ASCII, whose characters a dict maps to ASCII: each is looked up once. Undefined where it is not so. */
function translateAscii(text: string, table: PyDict): string | undefined {
  const bytes = asciiBytes(text)
  if (bytes === undefined) return undefined
  const units = new Uint8Array(128).fill(unknown)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const point = bytes[i]!
    let unit = units[point]!
    if (unit === unknown) unit = units[point] = asciiFor(table, point)
    if (unit < 128) bytes[length++] = unit
    else if (unit === unknown) return undefined
  }
  return stringFromAscii(length === bytes.length ? bytes : bytes.subarray(0, length))
}

function translate(self: Value, table: Value): Str {
  const str = strSelf(self)
  // Foreign keys compare by Python code.
  if (
    typeof str === 'string' &&
    str.length >= fewestForHost &&
    table instanceof PyDict &&
    table.type === dictType &&
    table.foreign === null
  ) {
    const text = translateAscii(str, table)
    if (text !== undefined) return text
  }
  const points = pointsOf(str)
  const result: number[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    const mapped = lookUp(table, point)
    if (mapped === undefined) result.push(point)
    else if (mapped !== null) pushMapped(result, mapped)
  }
  return strOfPoints(result)
}

function pushMapped(result: number[], mapped: Value): void {
  const int = asInt(mapped)
  if (int !== undefined) {
    if (int < 0 || int > 0x10ffff) raise(valueErrorType, 'character mapping must be in range(0x110000)')
    result.push(Number(int))
    return
  }
  const str = asStr(mapped)
  if (str === undefined) raiseTypeError('character mapping must return integer, None or str')
  pushPoints(result, str)
}

function makeTranslation(x: Value, y: Value | undefined, z: Value | undefined): PyDict {
  if (y === undefined) return translationFromDict(x)
  const to = asStr(y)
  if (to === undefined) raiseTypeError(`maketrans() argument 2 must be str, not ${argumentName(y)}`)
  const deleted = z === undefined ? '' : asStr(z)
  if (deleted === undefined) raiseTypeError(`maketrans() argument 3 must be str, not ${argumentName(z!)}`)
  const from = asStr(x)
  if (from === undefined) raiseTypeError('first maketrans argument must be a string if there is a second argument')
  if (strLength(from) !== strLength(to))
    raise(valueErrorType, 'the first two maketrans arguments must have equal length')
  const table = new PyDict()
  for (let i = 0; i < strLength(from); i++) table.set(pointAt(from, i), pointAt(to, i))
  for (const point of pointsOf(deleted)) table.set(point, null)
  return table
}

function translationFromDict(x: Value): PyDict {
  if (!(x instanceof PyDict) || x.type !== dictType)
    raiseTypeError('if you give only one argument to maketrans it must be a dict')
  const table = new PyDict()
  for (const [key, value] of x.entries()) {
    const character = asStr(key)
    if (character !== undefined) {
      if (strLength(character) !== 1) raise(valueErrorType, 'string keys in translate table must be of length 1')
      table.set(pointAt(character, 0), value)
    } else if (asInt(key) !== undefined) table.set(key, value)
    else raiseTypeError('keys in translate table must be strings or integers')
  }
  return table
}

export const translateMethods = (): Builtin[] => [
  builtin(
    'translate($self, table, /)',
    translate,
    `Replace each character in the string using the given translation table.

  table
    Translation table, which must be a mapping of Unicode ordinals
    to Unicode ordinals, strings, or None.

If looking a character up raises LookupError, the character is left
untouched. Characters mapped to None are deleted.`,
  ),
]

export const maketrans = (): Builtin =>
  builtin(
    'maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)',
    makeTranslation,
    `Return a translation table usable for str.translate().

With one argument, a dictionary from ordinals or characters to ordinals,
strings or None. With two, strings of equal length: each character in x
is mapped to the one at the same position in y. Characters of a third
are mapped to None in the result.`,
  )
