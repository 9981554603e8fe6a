/** What may be the name of a class or of a slot. */
import { isIdentifierContinue, isIdentifierStart } from '../base/unicode.ts'
import { PyBaseException } from '../objects/exception.ts'
import { unicodeEncodeErrorType } from '../objects/exception-types.ts'
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
  const at = points.findIndex(point => point >= 0xd800 && point <= 0xdfff)
  if (at < 0) return text
  const args = new PyTuple(['utf-8', strOf(text), at, at + 1, 'surrogates not allowed'])
  const error = new PyBaseException(args, unicodeEncodeErrorType)
  const [encoding, object, start, end, reason] = args.items
  throw error
    .setField('encoding', encoding!)
    .setField('object', object!)
    .setField('start', start!)
    .setField('end', end!)
    .setField('reason', reason!)
}
