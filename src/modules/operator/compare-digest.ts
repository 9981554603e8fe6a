/** `_compare_digest`: equality in a time that does not tell where the difference is. As Modules/_operator.c. */
import { bufferOf } from '../../objects/bytes.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { asStr, pointsOf } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

function sameBytes(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  // Of different lengths, one is compared with itself: the time depends on the second alone.
  const left = a.length === b.length ? a : b
  let difference = a.length === b.length ? 0 : 1
  for (let i = 0; i < b.length; i++) difference |= left[i]! ^ b[i]!
  return difference === 0
}

export function compareDigest(a: Value, b: Value): Value {
  const left = asStr(a)
  const right = asStr(b)
  if (left !== undefined && right !== undefined) {
    const points = [pointsOf(left), pointsOf(right)] as const
    if (points.some(each => each.some(point => point > 127)))
      raiseTypeError('comparing strings with non-ASCII characters is not supported')
    return sameBytes(points[0], points[1])
  }
  const leftBytes = bufferOf(a)
  const rightBytes = bufferOf(b)
  if (leftBytes === undefined && rightBytes === undefined)
    raiseTypeError(
      `unsupported operand types(s) or combination of types: '${typeName(typeOf(a))}' and '${typeName(typeOf(b))}'`,
    )
  if (leftBytes === undefined || rightBytes === undefined)
    raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(leftBytes === undefined ? a : b))}'`)
  return sameBytes(leftBytes, rightBytes)
}
