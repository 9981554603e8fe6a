/** `format % values` for str. */
import { PercentError, type PercentPart, percentText, unsupportedConversion } from '../base/percent-format.ts'
import { flat } from '../base/text.ts'
import { strType, typeOf } from '../objects/builtin-types.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { NotImplemented } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { asStr, concatStr, sliceStr, strLength, strOf, strOfPoint, textOf, type Str } from '../objects/str.ts'
import { repr, str } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import {
  formatPercentFloat,
  formatPercentInt,
  isLiteralPercent,
  layOut,
  percentPieces,
  PercentArguments,
  type Layout,
} from './percent-arguments.ts'
import { nameInMessages } from './qualified-name.ts'
import { asciiOfStr } from './str-repr.ts'

export function percentStr(format: Str, values: Value): Str {
  const text = textOf(format)
  const args = new PercentArguments(values)
  const pieces = percentPieces(text)
  let result: Str = ''
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    let next: Str
    if (typeof piece === 'string') next = typeof format === 'string' ? piece : strOf(piece)
    else if (piece instanceof PercentError) raise(valueErrorType, piece.message)
    else if (isLiteralPercent(piece)) next = '%'
    else next = formatPart(piece, args, text)
    result = concatStr(result, next)
  }
  args.finish('string formatting')
  return typeof result === 'string' ? flat(result) : result
}

function formatPart(part: PercentPart, args: PercentArguments, format: string): Str {
  const keyed = part.key === null ? undefined : args.atKey(strOf(part.key))
  const layout = layOut(part, args)
  const value = keyed ?? (keyed === null ? null : args.next())
  switch (part.conversion) {
    case 's':
      return padText(str(value), layout, 'cut')
    case 'r':
      return padText(repr(value), layout, 'cut')
    case 'a':
      return padText(asciiOfStr(repr(value)), layout, 'cut')
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return formatPercentInt(part, value, layout)
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatPercentFloat(part, value, layout)
    case 'c':
      return padText(characterOf(value), layout, 'whole')
    default:
      raiseUnsupported(part, format)
  }
}

/** The message counts characters, the part code units. */
function raiseUnsupported(part: PercentPart, format: string): never {
  const index = Array.from(format.slice(0, part.index)).length
  raise(valueErrorType, unsupportedConversion({ ...part, index }))
}

function padText(text: Str, { flags, width, precision }: Layout, cutting: 'cut' | 'whole'): Str {
  let cut = text
  if (cutting === 'cut' && precision >= 0 && precision < strLength(text)) cut = sliceStr(text, 0, precision)
  if (typeof cut === 'string') return percentText(cut, flags, width)
  const spaces = ' '.repeat(Math.max(width - strLength(cut), 0))
  return flags.left ? concatStr(cut, spaces) : concatStr(spaces, cut)
}

function characterOf(value: Value): Str {
  const text = asStr(value)
  const wants = '%c requires an int or a unicode character'
  if (text !== undefined) {
    const length = strLength(text)
    if (length === 1) return text
    raiseTypeError(`${wants}, not a string of length ${length}`)
  }
  let point: number | bigint
  try {
    point = indexOf(value)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(typeErrorType)) raiseTypeError(`${wants}, not ${nameInMessages(typeOf(value))}`)
    throw thrown
  }
  if (point < 0 || point > 0x10ffff) raise(overflowErrorType, '%c arg not in range(0x110000)')
  return strOfPoint(Number(point))
}

strType.remainder = (left, right) => {
  const format = asStr(left)
  return format === undefined ? NotImplemented : percentStr(format, right)
}
