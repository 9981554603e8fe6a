/** Decimal.__format__. */
import { formatDecimal, type NumberSymbols, parseDecimalFormat } from '../../base/decimal/format.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { deprecationWarningType, overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { asStr, pointsOf, strOf, textOf } from '../../objects/str.ts'
import type { Value } from '../../objects/value.ts'
import { currentContext } from './context-object.ts'
import type { PyDecimal } from './decimal-object.ts'

/** The conventions of the locale C, the only one there is. */
const plainSymbols: NumberSymbols = { point: '.', separator: '', groups: [3] }

/** Conventions given by hand, as a dict: nobody but CPython's own tests does. */
function symbolsOf(override: Value): NumberSymbols {
  if (!(override instanceof PyDict)) raiseTypeError('optional argument must be a dict')
  const text = (name: string, otherwise: string): string => {
    const value = override.get(name)
    return value === undefined ? otherwise : textOf(asStr(value) ?? '')
  }
  const [point, separator] = [text('decimal_point', '.'), text('thousands_sep', '')]
  if ([...point].length !== 1 || [...separator].length > 1) raise(valueErrorType, 'invalid override dict')
  // Each character is the size of a group; 127 ends the grouping.
  const sizes = pointsOf(strOf(text('grouping', '\u0003')))
  if (sizes.some(size => size > 127)) raise(valueErrorType, 'invalid override dict')
  return {
    point,
    separator,
    groups: sizes.map(size => (size === 127 ? Number.MAX_SAFE_INTEGER : size)).filter(size => size > 0),
  }
}

function format({ value }: PyDecimal, spec: Value, override: Value | undefined): Value {
  const str = asStr(spec)
  if (str === undefined) raiseTypeError('format arg must be str')
  const text = textOf(str)
  const { context } = currentContext()
  if (text.endsWith('N')) hooks.warn(deprecationWarningType, "Format specifier 'N' is deprecated", 1)
  const symbols = override === undefined ? plainSymbols : symbolsOf(override)
  const parsed = parseDecimalFormat(text, context.capitals, symbols)
  if (parsed === 'overflow') raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
  if (parsed === null) raise(valueErrorType, 'invalid format string')
  const result = formatDecimal(value, parsed, context)
  if (result === null) raise(valueErrorType, 'format specification exceeds internal limits of _decimal')
  return strOf(result)
}

export const formatMethod = (): Builtin =>
  builtin(
    '__format__($self, spec, override=<unrepresentable>, /)',
    format,
    'Format the number: [[fill]align][sign][z][#][0][width][grouping][.precision][type].',
  )
