/** `repr(value)`, `str(value)`, `format(value, spec)`, and the guard against containers that contain themselves. */
import { floatRepr } from '../base/float-text.ts'
import { formatFloatSpec, formatInt } from '../base/format-number.ts'
import { FLOAT_DEFAULTS, FormatError, INT_DEFAULTS, parseFormatSpec, STR_DEFAULTS } from '../base/format-spec.ts'
import { formatText } from '../base/format-text.ts'
import { strType, typeOf } from './builtin-types.ts'
import { callSpecial } from './call.ts'
import { raiseTypeError } from './exception.ts'
import { asStr, textOf, type Str } from './str.ts'
import { typeName } from './type.ts'
import { PyFloat, type PyObject, type Value } from './value.ts'

function expectStr(result: Value, method: string): Str {
  const str = asStr(result)
  if (str === undefined) raiseTypeError(`${method} returned non-string (type ${typeName(typeOf(result))})`)
  return str
}

export function repr(value: Value): Str {
  if (typeof value === 'number') return String(value)
  const result = typeOf(value).repr!(value)
  return typeof result === 'string' ? result : expectStr(result, '__repr__')
}

export function str(value: Value): Str {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const type = typeOf(value)
  if (type === strType) return value as Str
  return type.str === null ? repr(value) : expectStr(type.str(value), '__str__')
}

function checkedStr(result: Value, method: string): Value {
  expectStr(result, method)
  return result
}

/** `repr(value)` as `__repr__` answered it: perhaps an instance of a subclass of str. */
export const reprValue = (value: Value): Value => checkedStr(typeOf(value).repr!(value), '__repr__')

/** The same for `str(value)`. */
export function strValue(value: Value): Value {
  const { str } = typeOf(value)
  return str === null ? reprValue(value) : checkedStr(str(value), '__str__')
}

/** `repr(value)` as UTF-16, for messages. */
export const reprText = (value: Value): string => textOf(repr(value))
export const strText = (value: Value): string => textOf(str(value))

/** The text of a small int, a float or a narrow str, which have no `__format__` but their type's; undefined where that has more to say. */
function formatPlain(value: Value, spec: string): string | undefined {
  let text: string | FormatError
  if (typeof value === 'number') {
    const parsed = parseFormatSpec(spec, INT_DEFAULTS, 'int')
    if (parsed instanceof FormatError || parsed.type === 'c') return undefined
    text = formatInt(value, parsed, 'int')
  } else if (value instanceof PyFloat) {
    if (spec === '') return floatRepr(value.value)
    const parsed = parseFormatSpec(spec, FLOAT_DEFAULTS, 'float')
    if (parsed instanceof FormatError) return undefined
    text = formatFloatSpec(value.value, parsed, 'float')
  } else if (typeof value === 'string') {
    const parsed = parseFormatSpec(spec, STR_DEFAULTS, 'str')
    if (parsed instanceof FormatError) return undefined
    text = formatText(value, parsed, 'str')
  } else return undefined
  return text instanceof FormatError ? undefined : text
}

/** `format(value, spec)`. */
export function format(value: Value, spec: Str): Str {
  if (spec === '' && typeof value === 'string') return value
  if (spec === '' && typeof value === 'number') return String(value)
  const text = typeof spec === 'string' ? formatPlain(value, spec) : undefined
  if (text !== undefined) return text
  const result = callSpecial(value, '__format__', spec)
  if (result === undefined) raiseTypeError(`Type ${typeName(typeOf(value))} doesn't define __format__`)
  const formatted = asStr(result)
  if (formatted === undefined) raiseTypeError(`__format__ must return a str, not ${typeName(typeOf(result))}`)
  return formatted
}

/** The innermost last. */
const active: PyObject[] = []

/** The repr of a container: `recursive` if it is inside its own repr, else what `make` answers. */
export function guardedRepr(container: PyObject, recursive: string, make: () => Str): Str {
  if (active.includes(container)) return recursive
  active.push(container)
  try {
    return make()
  } finally {
    active.pop()
  }
}
