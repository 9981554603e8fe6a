/**
 * The module unicodedata: the Unicode Character Database, version 16 (base/unicode*.ts), and as an object with the same functions for methods
 * version 3.2, by which host names are prepared.
 */
import { characterName, lookupName } from '../base/character-names.ts'
import {
  decompositionText,
  type NormalForm,
  normalizePoints,
  normalizeText,
  type OtherVersion,
} from '../base/unicode-normal.ts'
import * as now from '../base/unicode.ts'
import * as then from '../base/unicode-3-2.ts'
import { equalStrs } from '../builtins/str-slots.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, pointsOf, strLength, strOfPoints, type Str } from '../objects/str.ts'
import { typeName, TypeFlags } from '../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../objects/value.ts'

/** The code point of a str of one character, argument 1 of `method`. */
function pointArgument(value: Value, method: string, which: string): number {
  const str = asStr(value)
  const wanted = `${which} must be a unicode character`
  if (str === undefined)
    raiseTypeError(`${method}() ${wanted}, not ${value === null ? 'None' : typeName(typeOf(value))}`)
  if (strLength(str) !== 1) raiseTypeError(`${method}(): ${wanted}, not a string of length ${strLength(str)}`)
  return pointsOf(str)[0]!
}

/** What a version of the database knows of a character. */
interface CharacterData {
  category(point: number): string
  bidirectional(point: number): string
  combining(point: number): number
  mirrored(point: number): number
  eastAsianWidth(point: number): string
  decimalDigit(point: number): number
  digitValue(point: number): number
  numericValue(point: number): number | null
  characterName(point: number): string | null
  decomposition(point: number): string
  readonly version: OtherVersion | null
}

const current: CharacterData = {
  category: now.category,
  bidirectional: now.bidirectional,
  combining: now.combining,
  mirrored: now.mirrored,
  eastAsianWidth: now.eastAsianWidth,
  decimalDigit: now.decimalDigit,
  digitValue: now.digitValue,
  numericValue: now.numericValue,
  characterName,
  decomposition: decompositionText,
  version: null,
}

const older: CharacterData = {
  category: then.category,
  bidirectional: then.bidirectional,
  combining: then.combining,
  mirrored: then.mirrored,
  eastAsianWidth: then.eastAsianWidth,
  decimalDigit: then.decimalDigit,
  digitValue: then.digitValue,
  numericValue: then.numericValue,
  characterName: point => (then.isAssigned(point) ? characterName(point) : null),
  decomposition: point => (then.isAssigned(point) ? decompositionText(point) : ''),
  version: then,
}

type Declare = (text: string, implementation: (...args: never[]) => Value | undefined, doc: string) => Builtin

/** As functions of the module, and as methods of an object that is passed and not needed. */
const asFunction: Declare = (text, implementation, doc) => builtin(text, implementation, doc)
const asMethod: Declare = (text, implementation, doc) =>
  builtin(
    text.replace('$module', '$self'),
    (_self: Value, ...args: unknown[]) => (implementation as (...args: unknown[]) => Value | undefined)(...args),
    doc,
  )

const notNegative = (value: number): number | undefined => (value < 0 ? undefined : value)

const floatOr = (value: number | null): Value | undefined => (value === null ? undefined : new PyFloat(value))

function formArgument(form: string): NormalForm {
  if (form !== 'NFC' && form !== 'NFD' && form !== 'NFKC' && form !== 'NFKD')
    raise(valueErrorType, 'invalid normalization form')
  return form
}

function normalize(form: string, str: Str, version: OtherVersion | null): Str {
  const wanted = formArgument(form)
  if (typeof str === 'string' && version === null) return normalizeText(wanted, str)
  return strOfPoints(normalizePoints(wanted, pointsOf(str), version))
}

function lookUp(value: Value): Str {
  const name = asStr(value)
  if (name === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(value))}'`)
  const points = typeof name === 'string' ? lookupName(name) : null
  if (points === null) raise(keyErrorType, `undefined character name '${typeof name === 'string' ? name : name.text}'`)
  return strOfPoints(points)
}

function declarations(data: CharacterData, declare: Declare): Builtin[] {
  const property = (name: string, get: (point: number) => Value, doc: string): Builtin =>
    declare(`${name}($module, chr, /)`, (character: Value) => get(pointArgument(character, name, 'argument')), doc)
  /** A value that not every character has: then the default, or ValueError. */
  const optional = (name: string, get: (point: number) => Value | undefined, missing: string, doc: string): Builtin =>
    declare(
      `${name}($module, chr, default=<unrepresentable>, /)`,
      (character: Value, otherwise?: Value) => {
        const value = get(pointArgument(character, name, 'argument 1'))
        if (value !== undefined) return value
        if (otherwise === undefined) raise(valueErrorType, missing)
        return otherwise
      },
      doc,
    )
  return [
    optional(
      'decimal',
      point => notNegative(data.decimalDigit(point)),
      'not a decimal',
      'Converts a Unicode character into its equivalent decimal value.',
    ),
    optional(
      'digit',
      point => notNegative(data.digitValue(point)),
      'not a digit',
      'Converts a Unicode character into its equivalent digit value.',
    ),
    optional(
      'numeric',
      point => floatOr(data.numericValue(point)),
      'not a numeric character',
      'Converts a Unicode character into its equivalent numeric value.',
    ),
    optional(
      'name',
      point => data.characterName(point) ?? undefined,
      'no such name',
      'Returns the name assigned to the character chr as a string.',
    ),
    property('category', data.category, 'Returns the general category assigned to the character chr as string.'),
    property(
      'bidirectional',
      data.bidirectional,
      'Returns the bidirectional class assigned to the character chr as string.',
    ),
    property(
      'combining',
      data.combining,
      'Returns the canonical combining class assigned to the character chr as integer.',
    ),
    property('mirrored', data.mirrored, 'Returns the mirrored property assigned to the character chr as integer.'),
    property(
      'east_asian_width',
      data.eastAsianWidth,
      'Returns the east asian width assigned to the character chr as string.',
    ),
    property(
      'decomposition',
      data.decomposition,
      'Returns the character decomposition mapping assigned to the character chr as string.',
    ),
    declare('lookup($module, name, /)', lookUp, 'Look up character by name.'),
    declare(
      'normalize($module, form: text, unistr: str, /)',
      (form: string, str: Str) => normalize(form, str, data.version),
      "Return the normal form 'form' for the Unicode string unistr.",
    ),
    declare(
      'is_normalized($module, form: text, unistr: str, /)',
      (form: string, str: Str) => equalStrs(normalize(form, str, data.version), str),
      "Return whether the Unicode string unistr is in the normal form 'form'.",
    ),
  ]
}

const databaseType = builtinType('UCD', { module: 'unicodedata', flags: TypeFlags.noInstantiation })
defineType(databaseType, {
  methods: () => declarations(older, asMethod),
  members: () => [['unidata_version', () => '3.2.0']],
})

defineModule('unicodedata', {
  doc: 'This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters.',
  functions: () => declarations(current, asFunction),
  attributes: () => ({
    unidata_version: now.UNIDATA_VERSION,
    UCD: databaseType,
    ucd_3_2_0: new PyObject(databaseType),
  }),
})
