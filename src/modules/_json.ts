/**
 * The module _json: the parts of json that CPython has in C as well and whose messages differ from the Python versions: scanning a
 * string literal and writing one. The scanner and the encoder themselves are json's own, in Python. As Modules/_json.c.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { raise, raiseTypeError, type PyBaseException } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, pointsOf, strOfPoints, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

function raiseDecodeError(message: string, document: Value, at: number): never {
  const errorType = lookupAttribute(hooks.importModule('json.decoder'), 'JSONDecodeError')
  throw call(errorType, [message, document, at]) as PyBaseException
}

const escapes: Readonly<Record<string, number>> = {
  '"': 0x22,
  '\\': 0x5c,
  '/': 0x2f,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
}

/** The string literal whose text begins at `begin`, after its opening quote, and where it ends. */
function scanString(document: Value, begin: number, isStrict: boolean): PyTuple {
  const str = asStr(document)
  if (str === undefined) raiseTypeError(`first argument must be a string, not ${typeName(typeOf(document))}`)
  if (typeof str === 'string') {
    const simple = scanSimple(str, begin)
    if (simple !== undefined) return simple
  }
  const points = pointsOf(str)
  if (begin < 0 || begin > points.length) raise(valueErrorType, 'end is out of bounds')
  const unterminated = (): never => raiseDecodeError('Unterminated string starting at', document, begin - 1)
  const result: number[] = []
  let at = begin
  for (;;) {
    const point = points[at]
    if (point === undefined) return unterminated()
    if (point === 0x22) return new PyTuple([strOfPoints(result), at + 1])
    if (point !== 0x5c) {
      if (point <= 0x1f && isStrict) raiseDecodeError('Invalid control character at', document, at)
      result.push(point)
      at++
      continue
    }
    const escaped = points[at + 1]
    if (escaped === undefined) return unterminated()
    if (escaped === 0x75) at = scanUnicode(document, points, at, result)
    else {
      const meant = escapes[String.fromCodePoint(escaped)]
      if (meant === undefined) raiseDecodeError('Invalid \\escape', document, at)
      result.push(meant)
      at += 2
    }
  }
}

/** A literal without escapes and control characters: its text is a part of the document. */
function scanSimple(text: string, begin: number): PyTuple | undefined {
  const end = text.indexOf('"', begin)
  if (end < 0 || begin < 0) return undefined
  for (let i = begin; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x5c || unit <= 0x1f) return undefined
  }
  return new PyTuple([text.slice(begin, end), end + 1])
}

function hexAt(points: readonly number[], at: number): number {
  const text = String.fromCodePoint(...points.slice(at, at + 4))
  return /^[0-9a-fA-F]{4}$/.test(text) ? Number.parseInt(text, 16) : -1
}

/** `\uXXXX`, and a second one that makes a surrogate pair with it. Answers where the scan goes on. */
function scanUnicode(document: Value, points: readonly number[], at: number, result: number[]): number {
  const first = hexAt(points, at + 2)
  if (first < 0) raiseDecodeError('Invalid \\uXXXX escape', document, at + 1)
  const isHigh = first >= 0xd800 && first <= 0xdbff
  if (isHigh && points[at + 6] === 0x5c && points[at + 7] === 0x75) {
    const second = hexAt(points, at + 8)
    if (second >= 0xdc00 && second <= 0xdfff) {
      result.push(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
      return at + 12
    }
  }
  result.push(first)
  return at + 6
}

const shortEscapes: Readonly<Record<number, string>> = {
  34: '\\"',
  92: '\\\\',
  8: '\\b',
  12: '\\f',
  10: '\\n',
  13: '\\r',
  9: '\\t',
}

const escapeUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

/** The str as a JSON literal; with `isAscii` every other character escaped. */
function encodeString(value: Value, isAscii: boolean): Str {
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`first argument must be a string, not ${typeName(typeOf(value))}`)
  if (typeof str === 'string' && /^[ !#-[\]-~]*$/.test(str)) return `"${str}"`
  const points: number[] = [0x22]
  const push = (text: string): void => {
    for (let i = 0; i < text.length; i++) points.push(text.charCodeAt(i))
  }
  for (const point of pointsOf(str)) {
    const short = shortEscapes[point]
    if (short !== undefined) push(short)
    else if (point < 0x20) push(escapeUnit(point))
    else if (point <= 0x7e || !isAscii) points.push(point)
    else if (point <= 0xffff) push(escapeUnit(point))
    else {
      const rest = point - 0x10000
      push(escapeUnit(0xd800 + (rest >> 10)) + escapeUnit(0xdc00 + (rest & 0x3ff)))
    }
  }
  points.push(0x22)
  return strOfPoints(points)
}

defineModule('_json', {
  doc: 'json speedups\n',
  functions: () => [
    builtin(
      'scanstring($module, string, end: ssize, strict: bool = True, /)',
      scanString,
      'Scan the string literal whose text begins at end; answer it and where it ends.',
    ),
    builtin(
      'encode_basestring($module, string, /)',
      (value: Value) => encodeString(value, false),
      'Return a JSON representation of a Python string.',
    ),
    builtin(
      'encode_basestring_ascii($module, string, /)',
      (value: Value) => encodeString(value, true),
      'Return an ASCII-only JSON representation of a Python string.',
    ),
  ],
})
