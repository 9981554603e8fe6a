/** _csv.Dialect: how fields are separated and quoted. Immutable, so that readers and writers may share it. As Modules/_csv.c. */
import { bindArguments } from '../../objects/argument-binding.ts'
import { findAttribute } from '../../objects/attribute.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { exceptionType, valueErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, pointAt, strLength, strOfPoint, textOf } from '../../objects/str.ts'
import { truth } from '../../objects/truth.ts'
import { typeName, TypeFlags, type PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

export const errorType = builtinType('Error', {
  base: exceptionType,
  module: '_csv',
  flags: TypeFlags.base | TypeFlags.dict,
  sameLayout: true,
})

export const dialectType = builtinType('Dialect', { module: '_csv', flags: TypeFlags.base })

export const Quoting = { minimal: 0, all: 1, nonnumeric: 2, none: 3, strings: 4, notNull: 5 } as const
export type Quoting = (typeof Quoting)[keyof typeof Quoting]

/** Stands for a character that is not set. */
export const notSet = -1

export class PyDialect extends PyObject {
  /** Characters are code points. */
  readonly delimiter: number
  readonly quote: number
  readonly escape: number
  readonly lineTerminator: string
  readonly quoting: Quoting
  readonly doubleQuote: boolean
  readonly skipInitialSpace: boolean
  readonly strict: boolean
  constructor(settings: DialectSettings, type: PyType) {
    super(type)
    this.delimiter = settings.delimiter
    this.quote = settings.quote
    this.escape = settings.escape
    this.lineTerminator = settings.lineTerminator
    this.quoting = settings.quoting
    this.doubleQuote = settings.doubleQuote
    this.skipInitialSpace = settings.skipInitialSpace
    this.strict = settings.strict
  }
}

interface DialectSettings {
  delimiter: number
  quote: number
  escape: number
  lineTerminator: string
  quoting: Quoting
  doubleQuote: boolean
  skipInitialSpace: boolean
  strict: boolean
}

const registry = { create: () => ({ dialects: new PyDict(), fieldLimit: 131072 }) }
/** The names of dialects, and how long a field may be. */
export const csvState = () => vm.state(registry)

export function registeredDialect(name: Value): Value {
  return csvState().dialects.get(name) ?? raise(errorType, 'unknown dialect')
}

const names = [
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
] as const
const constructor = builtin(
  `Dialect(dialect=<unrepresentable>, ${names.map(name => `${name}=<unrepresentable>`).join(', ')})`,
  () => null,
)

const shown = (value: Value): string => typeName(typeOf(value))

function character(
  name: string,
  value: Value | undefined,
  otherwise: number,
  none: 'None allowed' | 'required',
): number {
  if (value === undefined) return otherwise
  const isOptional = none === 'None allowed'
  if (value === null && isOptional) return notSet
  const wanted = `"${name}" must be a unicode character${isOptional ? ' or None' : ''}`
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`${wanted}, not ${shown(value)}`)
  if (strLength(str) !== 1) raiseTypeError(`${wanted}, not a string of length ${strLength(str)}`)
  return pointAt(str, 0)
}

function terminator(value: Value | undefined): string {
  if (value === undefined) return '\r\n'
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`"lineterminator" must be a string, not ${shown(value)}`)
  return textOf(str)
}

function quotingStyle(value: Value | undefined): Quoting {
  if (value === undefined) return Quoting.minimal
  if (typeof value !== 'number') raiseTypeError(`"quoting" must be an integer, not ${shown(value)}`)
  if (value < 0 || value > Quoting.notNull) raiseTypeError('bad "quoting" value')
  return value as Quoting
}

const flag = (value: Value | undefined, otherwise: boolean): boolean => (value === undefined ? otherwise : truth(value))

/** Is it no character that ends lines, or that is skipped? */
function checkCharacter(
  name: string,
  point: number,
  settings: DialectSettings,
  space: 'space allowed' | 'no space',
): void {
  if (point === notSet) return
  if (point === 13 || point === 10 || (point === 32 && space === 'no space')) raise(valueErrorType, `bad ${name} value`)
  if (settings.lineTerminator.includes(String.fromCodePoint(point)))
    raise(valueErrorType, `bad ${name} or lineterminator value`)
}

function check(settings: DialectSettings): void {
  const { delimiter, escape, quote, quoting } = settings
  if (quoting !== Quoting.none && quote === notSet) raiseTypeError('quotechar must be set if quoting enabled')
  const space = settings.skipInitialSpace ? 'no space' : 'space allowed'
  checkCharacter('delimiter', delimiter, settings, 'space allowed')
  checkCharacter('escapechar', escape, settings, space)
  checkCharacter('quotechar', quote, settings, space)
  const pairs = [
    ['delimiter', 'escapechar', delimiter, escape],
    ['delimiter', 'quotechar', delimiter, quote],
    ['escapechar', 'quotechar', escape, quote],
  ] as const
  for (const [name, other, point, otherPoint] of pairs)
    if (point === otherPoint && point !== notSet) raise(valueErrorType, `bad ${name} or ${other} value`)
}

dialectType.new = (type: PyType, args: Value[], keywords: KeywordNames) => {
  const unknown = keywords?.find(name => name !== 'dialect' && !(names as readonly string[]).includes(name))
  if (unknown !== undefined) raiseTypeError(`this function got an unexpected keyword argument '${unknown}'`)
  const [given, ...values] = bindArguments(constructor, constructor.signature, args, keywords) as (Value | undefined)[]
  const dialect = given !== undefined && asStr(given) !== undefined ? registeredDialect(given) : given
  if (dialect instanceof PyDialect && values.every(value => value === undefined)) return dialect
  const setting = (name: (typeof names)[number]): Value | undefined => {
    const value = values[names.indexOf(name)]
    return value === undefined && dialect !== undefined ? findAttribute(dialect, name) : value
  }
  const quoteSetting = setting('quotechar')
  const quotingSetting = setting('quoting')
  const settings: DialectSettings = {
    delimiter: character('delimiter', setting('delimiter'), 44, 'required'),
    doubleQuote: flag(setting('doublequote'), true),
    escape: character('escapechar', setting('escapechar'), notSet, 'None allowed'),
    lineTerminator: terminator(setting('lineterminator')),
    quote: character('quotechar', quoteSetting, 34, 'None allowed'),
    quoting: quotingStyle(quotingSetting),
    skipInitialSpace: flag(setting('skipinitialspace'), false),
    strict: flag(setting('strict'), false),
  }
  if (quoteSetting === null && quotingSetting === undefined) settings.quoting = Quoting.none
  check(settings)
  return new PyDialect(settings, type)
}

const orNone = (point: number): Value => (point === notSet ? null : strOfPoint(point))
const refusal = () => raiseTypeError(`cannot pickle 'Dialect' instances`)

defineType(dialectType, {
  doc: 'How lines of CSV are taken apart and put together.',
  methods: () => [
    builtin('__reduce__($self, /)', refusal, 'raises an exception to avoid pickling'),
    builtin('__reduce_ex__($self, protocol, /)', refusal, 'raises an exception to avoid pickling'),
  ],
  members: () => [
    ['skipinitialspace', ({ skipInitialSpace }: PyDialect) => skipInitialSpace],
    ['doublequote', ({ doubleQuote }: PyDialect) => doubleQuote],
    ['strict', ({ strict }: PyDialect) => strict],
  ],
  getset: () => [
    ['delimiter', ({ delimiter }: PyDialect) => strOfPoint(delimiter)],
    ['escapechar', ({ escape }: PyDialect) => orNone(escape)],
    ['lineterminator', ({ lineTerminator }: PyDialect) => lineTerminator],
    ['quotechar', ({ quote }: PyDialect) => orNone(quote)],
    ['quoting', ({ quoting }: PyDialect) => quoting],
  ],
})
