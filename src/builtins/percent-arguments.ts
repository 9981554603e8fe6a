/**
 * What `%` formatting of str and of bytes share: taking the values in order or by key, `*`, and the numbers.
 *
 * As unicode_arg_parse and mainformatlong (Objects/unicodeobject.c) and their copies for bytes.
 */
import {
  NOT_GIVEN,
  STAR,
  percentInt,
  percentFloat,
  parsePercentFormat,
  type PercentFlags,
  type PercentPart,
  type PercentPiece,
} from '../base/percent-format.ts'
import { doubleOf } from '../objects/argument-binding.ts'
import { bytearrayType, bytesType, strType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { memoryErrorType, overflowErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asFloat, asInt } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { isStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import { intFromFloat } from '../base/int-float.ts'
import { checkDigitsToWrite } from './int-digit-limit.ts'

const cacheSize = 256
const parsed = new Map<string, readonly PercentPiece[]>()

/** The pieces of a format, remembered: programs format with the same few texts. */
export function percentPieces(format: string): readonly PercentPiece[] {
  let pieces = parsed.get(format)
  if (pieces === undefined) {
    if (parsed.size >= cacheSize) parsed.clear()
    parsed.set(format, (pieces = parsePercentFormat(format)))
  }
  return pieces
}

/** Is it `%%`? With anything between, `%` is a conversion that does not exist. */
export const isLiteralPercent = ({ conversion, key, flags, width, precision }: PercentPart): boolean =>
  conversion === '%' &&
  key === null &&
  width === NOT_GIVEN &&
  precision === NOT_GIVEN &&
  !(flags.left || flags.plus || flags.blank || flags.alternate || flags.zero)

/** Longest width and precision that are built. */
const longest = 2 ** 29 - 24

export class PercentArguments {
  readonly #given: Value
  readonly #items: readonly Value[] | null
  readonly #isMapping: boolean
  #next: number
  constructor(given: Value) {
    this.#given = given
    this.#items = given instanceof PyTuple ? given.items : null
    this.#isMapping = canMap(given)
    this.#next = 0
  }

  next(): Value {
    const at = this.#next++
    if (this.#items === null) {
      if (at === 0) return this.#given
    } else if (at < this.#items.length) return this.#items[at]!
    raiseTypeError('not enough arguments for format string')
  }

  /** The value of `%(key)`; from now on a part without a key finds no argument. */
  atKey(key: Value): Value {
    if (!this.#isMapping) raiseTypeError('format requires a mapping')
    this.#next = 1
    return typeOf(this.#given).subscript!(this.#given, key)
  }

  /** `'not all arguments converted'`, if so; `during` says in which kind of formatting. */
  finish(during: string): void {
    const count = this.#items === null ? 1 : this.#items.length
    if (this.#next < count && !this.#isMapping) raiseTypeError(`not all arguments converted during ${during}`)
  }

  /** The number that a `*` stands for. */
  star(what: 'width' | 'precision'): number {
    const value = asInt(this.next())
    if (value === undefined) raiseTypeError('* wants int')
    const [limit, name] = what === 'width' ? [2 ** 63, 'ssize_t'] : [2 ** 31, 'int']
    if (value >= limit || value < -limit) raise(overflowErrorType, `Python int too large to convert to C ${name}`)
    // The one width whose negative is none.
    if (value === -(2n ** 63n)) raise(overflowErrorType, 'width too big')
    return Number(value)
  }
}

/** CPython takes for a mapping what has `__getitem__`, but no tuple or text. */
function canMap(value: Value): boolean {
  const type = typeOf(value)
  if (type.subscript === null || value instanceof PyTuple || isStr(value)) return false
  return ![tupleType, strType, bytesType, bytearrayType].some(other => type.isSubtypeOf(other))
}

/** Flags, width and precision of a part with every `*` replaced. */
export interface Layout {
  readonly flags: PercentFlags
  readonly width: number
  readonly precision: number
}

export function layOut(part: PercentPart, args: PercentArguments): Layout {
  let { flags, width, precision } = part
  if (width > STAR && width <= longest && precision > STAR && precision <= longest) return part
  if (width === STAR) {
    width = args.star('width')
    if (width < 0) {
      flags = { ...flags, left: true }
      width = -width
    }
  }
  if (precision === STAR) precision = Math.max(args.star('precision'), 0)
  if (width > longest || precision > longest) raise(memoryErrorType)
  return { flags, width, precision }
}

/** `d i u o x X`. */
export function formatPercentInt(part: PercentPart, value: Value, { flags, width, precision }: Layout): string {
  const { conversion } = part
  const int = intOf(value, conversion)
  if (conversion === 'd' || conversion === 'i' || conversion === 'u') checkDigitsToWrite(int)
  return percentInt(int, conversion, flags, width, precision)
}

function intOf(value: Value, conversion: string): Int {
  const int = asInt(value)
  if (int !== undefined) return int
  const isReal = conversion === 'd' || conversion === 'i' || conversion === 'u'
  const type = typeOf(value)
  try {
    if (!isReal && type.index !== null) return indexOf(value)
    if (isReal) {
      const float = asFloat(value)
      if (float !== undefined) return intOfDouble(float)
      const result = type.int !== null ? asInt(type.int(value)) : type.index !== null ? indexOf(value) : undefined
      if (result !== undefined) return result
    }
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
  }
  const wanted = isReal ? 'a real number' : 'an integer'
  raiseTypeError(`%${conversion} format: ${wanted} is required, not ${typeName(type)}`)
}

function intOfDouble(value: number): Int {
  if (Number.isFinite(value)) return intFromFloat(value)
  if (Number.isNaN(value)) raise(valueErrorType, 'cannot convert float NaN to integer')
  raise(overflowErrorType, 'cannot convert float infinity to integer')
}

/** `e E f F g G`. */
export function formatPercentFloat(part: PercentPart, value: Value, { flags, width, precision }: Layout): string {
  return percentFloat(doubleOf(value), part.conversion, flags, width, precision)
}
