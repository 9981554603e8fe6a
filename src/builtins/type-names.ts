/** What may be the name of a class, of a slot or of a codec. */
import { isIdentifierContinue, isIdentifierStart } from '../base/unicode.ts'
import { PyBaseException, raise } from '../objects/exception.ts'
import { unicodeEncodeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { pointsOf, strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'

/** `text.isidentifier()`. */
export function isIdentifier(text: string): boolean {
  const points = pointsOf(strOf(text))
  return (
    points.length > 0 &&
    isIdentifierStart(points[0]!) &&
    points.every((point, i) => i === 0 || isIdentifierContinue(point))
  )
}

/** The text, which must be fit for UTF-8: a class's name is a C string in CPython. */
export function encodableText(text: string): string {
  const points = pointsOf(strOf(text))
  const isSurrogate = (point: number | undefined): boolean => point !== undefined && point >= 0xd800 && point <= 0xdfff
  const at = points.findIndex(isSurrogate)
  if (at < 0) return text
  let behind = at + 1
  while (isSurrogate(points[behind])) behind++
  const args = new PyTuple(['utf-8', strOf(text), at, behind, 'surrogates not allowed'])
  const error = new PyBaseException(args, unicodeEncodeErrorType)
  const [encoding, object, start, end, reason] = args.items
  throw error
    .setField('encoding', encoding!)
    .setField('object', object!)
    .setField('start', start!)
    .setField('end', end!)
    .setField('reason', reason!)
}

/** The same for what must not end early either, such as the names of codecs and error handlers. */
export function cString(text: string): string {
  encodableText(text)
  if (text.includes('\0')) raise(valueErrorType, 'embedded null character')
  return text
}
