/** The module unicodedata: the Unicode Character Database, version 16 (base/unicode*.ts). */
import { characterName, lookupName } from '../base/unicode-names.ts'
import { decompositionText, type NormalForm, normalizePoints, normalizeText } from '../base/unicode-normal.ts'
import {
  bidirectional,
  category,
  combining,
  decimalDigit,
  digitValue,
  eastAsianWidth,
  mirrored,
  numericValue,
  UNIDATA_VERSION,
} from '../base/unicode.ts'
import { equalStrs } from '../builtins/str-slots.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, pointsOf, strLength, strOfPoints, type Str } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'

/** The code point of a str of one character, argument 1 of `method`. */
function pointArgument(value: Value, method: string, which: string): number {
  const str = asStr(value)
  const wanted = `${which} must be a unicode character`
  if (str === undefined)
    raiseTypeError(`${method}() ${wanted}, not ${value === null ? 'None' : typeName(typeOf(value))}`)
  if (strLength(str) !== 1) raiseTypeError(`${method}(): ${wanted}, not a string of length ${strLength(str)}`)
  return pointsOf(str)[0]!
}

const property = (name: string, get: (point: number) => Value, doc: string): Builtin =>
  builtin(`${name}($module, chr, /)`, (character: Value) => get(pointArgument(character, name, 'argument')), doc)

/** A value that not every character has: then the default, or ValueError. */
const optional = (name: string, get: (point: number) => Value | undefined, missing: string, doc: string): Builtin =>
  builtin(
    `${name}($module, chr, default=<unrepresentable>, /)`,
    (character: Value, otherwise?: Value) => {
      const value = get(pointArgument(character, name, 'argument 1'))
      if (value !== undefined) return value
      if (otherwise === undefined) raise(valueErrorType, missing)
      return otherwise
    },
    doc,
  )

const notNegative = (value: number): number | undefined => (value < 0 ? undefined : value)

function numeric(point: number): Value | undefined {
  const value = numericValue(point)
  return value === null ? undefined : new PyFloat(value)
}

function formArgument(form: string): NormalForm {
  if (form !== 'NFC' && form !== 'NFD' && form !== 'NFKC' && form !== 'NFKD')
    raise(valueErrorType, 'invalid normalization form')
  return form
}

function normalize(form: string, str: Str): Str {
  const wanted = formArgument(form)
  return typeof str === 'string' ? normalizeText(wanted, str) : strOfPoints(normalizePoints(wanted, str.points))
}

function lookUp(value: Value): Str {
  const name = asStr(value)
  if (name === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(value))}'`)
  const points = typeof name === 'string' ? lookupName(name) : null
  if (points === null) raise(keyErrorType, `undefined character name '${typeof name === 'string' ? name : name.text}'`)
  return strOfPoints(points)
}

defineModule('unicodedata', {
  doc: 'This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters.',
  functions: () => [
    optional(
      'decimal',
      point => notNegative(decimalDigit(point)),
      'not a decimal',
      'Converts a Unicode character into its equivalent decimal value.',
    ),
    optional(
      'digit',
      point => notNegative(digitValue(point)),
      'not a digit',
      'Converts a Unicode character into its equivalent digit value.',
    ),
    optional(
      'numeric',
      numeric,
      'not a numeric character',
      'Converts a Unicode character into its equivalent numeric value.',
    ),
    optional(
      'name',
      point => characterName(point) ?? undefined,
      'no such name',
      'Returns the name assigned to the character chr as a string.',
    ),
    property('category', category, 'Returns the general category assigned to the character chr as string.'),
    property(
      'bidirectional',
      bidirectional,
      'Returns the bidirectional class assigned to the character chr as string.',
    ),
    property('combining', combining, 'Returns the canonical combining class assigned to the character chr as integer.'),
    property('mirrored', mirrored, 'Returns the mirrored property assigned to the character chr as integer.'),
    property(
      'east_asian_width',
      eastAsianWidth,
      'Returns the east asian width assigned to the character chr as string.',
    ),
    property(
      'decomposition',
      decompositionText,
      'Returns the character decomposition mapping assigned to the character chr as string.',
    ),
    builtin('lookup($module, name, /)', lookUp, 'Look up character by name.'),
    builtin(
      'normalize($module, form: text, unistr: str, /)',
      normalize,
      "Return the normal form 'form' for the Unicode string unistr.",
    ),
    builtin(
      'is_normalized($module, form: text, unistr: str, /)',
      (form: string, str: Str) => equalStrs(normalize(form, str), str),
      "Return whether the Unicode string unistr is in the normal form 'form'.",
    ),
  ],
  attributes: () => ({ unidata_version: UNIDATA_VERSION }),
})
