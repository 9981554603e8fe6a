/** complex as text: its repr, and what `complex(text)` reads. As Objects/complexobject.c. */
import { floatFromPlainText } from '../base/float-parse.ts'
import { floatRepr, isNegative } from '../base/float-text.ts'
import { asciiNumberText, isDecimalUnit, withoutUnderscores } from '../base/number-text.ts'

/** A part as `repr` has it: without the `.0` of integral values. */
function partText(value: number): string {
  const text = floatRepr(value)
  return text.endsWith('.0') ? text.slice(0, -2) : text
}

export function complexText(real: number, imag: number): string {
  if (real === 0 && !isNegative(real)) return `${partText(imag)}j`
  const sign = isNegative(imag) ? '' : '+'
  return `(${partText(real)}${sign}${partText(imag)}j)`
}

const number = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan`
/** `x`, `yj`, `x±yj`, and j alone for 1j. */
const form = new RegExp(`^([+-]?(?:${number}))?(?:([+-]?(?:${number})?)[jJ])?$`, 'i')
const imaginaryOnly = new RegExp(`^([+-]?(?:${number})?)[jJ]$`, 'i')

/** The parts of the number in the text; null if it is malformed. */
export function complexFromText(source: string): [real: number, imag: number] | null {
  let text = withoutUnderscores(asciiNumberText(source), isDecimalUnit)
  if (text === null) return null
  if (text.startsWith('(') && text.endsWith(')')) text = text.slice(1, -1).replace(/^[ \t-\r]+|[ \t-\r]+$/g, '')
  const imaginary = imaginaryOnly.exec(text)
  if (imaginary !== null) return [0, imaginaryPart(imaginary[1]!)]
  const match = form.exec(text)
  if (match === null || match[1] === undefined) return null
  const imag = match[2]
  if (imag === undefined) return [floatFromPlainText(match[1])!, 0]
  return /^[+-]/.test(imag) ? [floatFromPlainText(match[1])!, imaginaryPart(imag)] : null
}

function imaginaryPart(text: string): number {
  if (text === '' || text === '+') return 1
  return text === '-' ? -1 : floatFromPlainText(text)!
}
