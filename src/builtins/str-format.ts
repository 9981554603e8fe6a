/** `str.format`, `str.format_map`, `str.__format__`, and conversions (`!r`). */
import { STR_DEFAULTS, parseFormatSpec } from '../base/format-spec.ts'
import { formatText, layOutText } from '../base/format-text.ts'
import { flat } from '../base/text.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { strType, typeOf } from '../objects/builtin-types.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { buildString, concatStr, sliceStr, strLength, strOf, textOf, type Str } from '../objects/str.ts'
import { format, repr, str } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { FormatMistake, parseFieldName, parseFormatString, type FormatPiece } from './format-string.ts'
import { orRaise } from './raise-format-error.ts'
import { repeatCharacter } from './str-layout.ts'
import { asciiOfStr } from './str-repr.ts'
import { strSelf } from './str-search.ts'

/** What `!r`, `!s` and `!a` make of a value. */
export function convertValue(value: Value, conversion: string): Str {
  if (conversion === 'r') return repr(value)
  if (conversion === 's') return str(value)
  if (conversion === 'a') return asciiOfStr(repr(value))
  const point = conversion.codePointAt(0)!
  const shown = point > 32 && point < 127 ? conversion : `\\x${point.toString(16)}`
  raise(valueErrorType, `Unknown conversion specifier ${shown}`)
}

const raiseMistake = (mistake: FormatMistake): never => raise(valueErrorType, mistake.message)

/** One call of `format`: its arguments, and how fields have been numbered so far. */
class Formatter {
  /** Null for `format_map`. */
  readonly #args: readonly Value[] | null
  readonly #mapping: Value
  #numbering: 'undecided' | 'automatic' | 'manual'
  #next: number
  constructor(args: readonly Value[] | null, mapping: Value) {
    this.#args = args
    this.#mapping = mapping
    this.#numbering = 'undecided'
    this.#next = 0
  }

  format(text: string, depth: number): Str {
    if (depth < 0) raise(valueErrorType, 'Max string recursion exceeded')
    const pieces = parseFormatString(text)
    let result: Str = ''
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!
      if (piece instanceof FormatMistake) return raiseMistake(piece)
      if (piece.literal !== '') result = concatStr(result, strOf(piece.literal))
      if (piece.name !== null) result = concatStr(result, this.#field(piece, piece.name, depth))
    }
    return typeof result === 'string' ? flat(result) : result
  }

  #field(piece: FormatPiece, name: string, depth: number): Str {
    let value = this.#value(name)
    if (piece.conversion !== '') value = convertValue(value, piece.conversion)
    return format(value, piece.nests ? this.format(piece.spec, depth - 1) : strOf(piece.spec))
  }

  #value(name: string): Value {
    const field = parseFieldName(name)
    if (field instanceof FormatMistake) return raiseMistake(field)
    const { first, rest } = field
    let value = typeof first === 'number' || first === '' ? this.#positional(first) : this.#named(strOf(first))
    for (let i = 0; i < rest.length; i++) {
      const access = rest[i]!
      if (access instanceof FormatMistake) return raiseMistake(access)
      if (access.kind === 'attribute') value = lookupAttribute(value, String(access.key))
      else value = itemOf(value, typeof access.key === 'string' ? strOf(access.key) : access.key)
    }
    return value
  }

  #positional(given: number | ''): Value {
    const kind = given === '' ? 'automatic' : 'manual'
    if (this.#numbering === 'undecided') this.#numbering = kind
    else if (this.#numbering !== kind) {
      const [from, to] = ['manual field specification', 'automatic field numbering']
      const words = kind === 'automatic' ? `${from} to ${to}` : `${to} to ${from}`
      raise(valueErrorType, `cannot switch from ${words}`)
    }
    const index = given === '' ? this.#next++ : given
    if (this.#args === null) raise(valueErrorType, 'Format string contains positional fields')
    const value = this.#args[index]
    if (value === undefined) raise(indexErrorType, `Replacement index ${index} out of range for positional args tuple`)
    return value
  }

  #named(name: Str): Value {
    if (this.#args === null) return itemOf(this.#mapping, name)
    const value = (this.#mapping as PyDict).get(name)
    if (value === undefined) raise(keyErrorType, name)
    return value
  }
}

function itemOf(value: Value, key: Value): Value {
  const type = typeOf(value)
  if (type.subscript === null) raiseTypeError(`'${typeName(type)}' object is not subscriptable`)
  return type.subscript(value, key)
}

/** How many levels of fields within specs there may be. */
const deepest = 2

/** `text.format(*args, **mapping)`, or, without `args`, `text.format_map(mapping)`. */
export function formatWith(text: Str, args: readonly Value[] | null, mapping: Value): Str {
  return new Formatter(args, mapping).format(textOf(text), deepest - 1)
}

/** `format(text, spec)` for a str; `name` is its type's, for messages. */
export function formatStr(text: Str, specText: string, name: string): Str {
  const spec = orRaise(parseFormatSpec(specText, STR_DEFAULTS, name))
  if (typeof text === 'string' && spec.fill.length === 1) return orRaise(formatText(text, spec, name))
  const layout = orRaise(layOutText(strLength(text), spec, name))
  const fill = strOf(spec.fill)
  return buildString([
    repeatCharacter(fill, layout.left),
    sliceStr(text, 0, layout.take),
    repeatCharacter(fill, layout.right),
  ])
}

const formatDoc = (from: string): string =>
  `Return a formatted version of the string, using substitutions from ${from}.\nThe substitutions are identified by braces ('{' and '}').`

function formatMethod(): Builtin {
  const method = builtin(
    'format($self, /, *args, **kwargs)',
    (self: Value, args: Value[], keywords: PyDict) => formatWith(strSelf(self), args, keywords),
    formatDoc('args and kwargs'),
  )
  const general = method.call.bind(method)
  // Without names no dict has to be made for them.
  method.call = (self, args, keywords) =>
    keywords === null ? formatWith(strSelf(self!), args, noNames) : general(self, args, keywords)
  return method
}

const noNames = new PyDict()

export const formatMethods = (): Builtin[] => [
  formatMethod(),
  builtin(
    'format_map($self, mapping, /)',
    (self: Value, mapping: Value) => formatWith(strSelf(self), null, mapping),
    formatDoc('mapping'),
  ),
  builtin(
    '__format__($self, format_spec: text, /)',
    (self: Value, spec: string) => {
      if (spec === '') return typeOf(self) === strType ? self : str(self)
      return formatStr(strSelf(self), spec, typeName(typeOf(self)))
    },
    'Return a formatted version of the string as described by format_spec.',
  ),
]
