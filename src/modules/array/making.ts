/** How an array is made and filled: from lists, other iterables, bytes, text and other arrays. */
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { deprecationWarningType, valueErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { forEachItem } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, pointsOf, strLength, textOf, type Str } from '../../objects/str.ts'
import { typeName, type PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { rejectKeywords } from '../../builtins/constructor-arguments.ts'
import { arrayType, PyArray } from './array-object.ts'
import { type ArrayKind, kinds } from './kinds.ts'

function kindArgument(value: Value): ArrayKind {
  const str = asStr(value)
  const wanted = 'array() argument 1 must be a unicode character'
  if (str === undefined) raiseTypeError(`${wanted}, not ${value === null ? 'None' : typeName(typeOf(value))}`)
  if (strLength(str) !== 1) raiseTypeError(`${wanted}, not a string of length ${strLength(str)}`)
  const kind = kinds.get(textOf(str))
  if (kind === undefined) raise(valueErrorType, 'bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
  return kind
}

export function appendEach(array: PyArray, iterable: Value): void {
  forEachItem(iterable, item => array.push(item))
}

export function appendBytes(array: PyArray, bytes: Uint8Array): void {
  const { size } = array.kind
  if (bytes.length % size !== 0) raise(valueErrorType, 'bytes length not a multiple of item size')
  const start = array.length
  // The bytes may be the array's own.
  const source = bytes.slice()
  array.replace(start, start, bytes.length / size)
  array.bytes.set(source, start * size)
}

export function appendText(array: PyArray, str: Str): void {
  const points = pointsOf(str)
  const start = array.length
  array.replace(start, start, points.length)
  for (let i = 0; i < points.length; i++) array.items[start + i] = points[i]!
}

export function appendArray(array: PyArray, other: PyArray): void {
  if (array.kind !== other.kind) raiseTypeError('can only extend with array of same kind')
  const items = (other.items as Uint8Array).slice(0, other.length)
  const start = array.length
  array.replace(start, start, items.length)
  ;(array.items as Uint8Array).set(items, start)
}

arrayType.new = (type: PyType, args: Value[], keywords: KeywordNames) => {
  if (type === arrayType && keywords !== null && keywords.length > 0)
    raiseTypeError('array.array() takes no keyword arguments')
  rejectKeywords(type, arrayType, keywords)
  const given = keywords === null ? args.length : args.length - keywords.length
  if (given < 1) raiseTypeError(`array() takes at least 1 argument (${given} given)`)
  if (given > 2) raiseTypeError(`array() takes at most 2 arguments (${given} given)`)
  const kind = kindArgument(args[0]!)
  if (kind.code === 'u')
    hooks.warn(deprecationWarningType, "The 'u' type code is deprecated and will be removed in Python 3.16", 1)
  const initial = args[1]!
  const array = new PyArray(kind, given === 2 && initial instanceof PyList ? initial.length : 0, type)
  array.length = 0
  if (given === 2) fill(array, initial)
  return array
}

function fill(array: PyArray, initial: Value): void {
  const { kind } = array
  const str = asStr(initial)
  if (str !== undefined) {
    if (!kind.isText) raiseTypeError(`cannot use a str to initialize an array with typecode '${kind.code}'`)
    appendText(array, str)
  } else if (initial instanceof PyBytes || initial instanceof PyByteArray) appendBytes(array, bufferOf(initial)!)
  else {
    if (initial instanceof PyArray && initial.kind.isText && !kind.isText)
      raiseTypeError(`cannot use a unicode array to initialize an array with typecode '${kind.code}'`)
    if (initial instanceof PyArray && initial.kind === kind) appendArray(array, initial)
    else appendEach(array, initial)
  }
}
