/** Letter cases and the questions `is…` of bytes and bytearray: ASCII, whatever the locale. */
import { builtin, type Builtin } from '../objects/signature.ts'
import { type AnyBytes, type BytesKind, mapBytes } from './bytes-kind.ts'
import { isByteSpace } from './bytes-split.ts'

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122
const isAlpha = (byte: number): boolean => isUpper(byte & 0xdf) && byte < 128
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
const upper = (byte: number): number => (isLower(byte) ? byte - 32 : byte)
const lower = (byte: number): number => (isUpper(byte) ? byte + 32 : byte)
const tableOf = (map: (byte: number) => number): Uint8Array => Uint8Array.from({ length: 256 }, (_, byte) => map(byte))
const lowered = tableOf(lower)
const uppered = tableOf(upper)
const swapped = tableOf(byte => (isUpper(byte) ? byte + 32 : upper(byte)))

function capitalize(bytes: Uint8Array): Uint8Array {
  const result = mapBytes(bytes, lowered)
  if (result.length > 0) result[0] = upper(bytes[0]!)
  return result
}

function title(bytes: Uint8Array): Uint8Array {
  let afterLetter = false
  return bytes.map(byte => {
    const cased = afterLetter ? lower(byte) : upper(byte)
    afterLetter = isAlpha(byte)
    return cased
  })
}

function isTitle(bytes: Uint8Array): boolean {
  let found = false
  let afterLetter = false
  for (const byte of bytes) {
    if (isUpper(byte) ? afterLetter : isLower(byte) && !afterLetter) return false
    afterLetter = isAlpha(byte)
    found ||= afterLetter
  }
  return found
}

type Test = (byte: number) => boolean

const everyMethod = (name: string, test: Test, what: string): Builtin =>
  builtin(
    `${name}($self, /)`,
    ({ bytes }: AnyBytes) => bytes.length > 0 && bytes.every(test),
    `B.${name}() -> bool\n\nReturn True if all characters in B are ${what}\nand there is at least one character in B, False otherwise.`,
  )

const casedMethod = (name: string, wanted: Test, unwanted: Test, what: string): Builtin =>
  builtin(
    `${name}($self, /)`,
    ({ bytes }: AnyBytes) => bytes.some(wanted) && !bytes.some(unwanted),
    `B.${name}() -> bool\n\nReturn True if all cased characters in B are ${what} and there is\nat least one cased character in B, False otherwise.`,
  )

export const characterMethods = (kind: BytesKind): Builtin[] => {
  const mapMethod = (name: string, map: (bytes: Uint8Array) => Uint8Array, doc: string): Builtin =>
    builtin(`${name}($self, /)`, ({ bytes }: AnyBytes) => kind.make(map(bytes)), `B.${name}() -> copy of B\n\n${doc}`)
  return [
    mapMethod(
      'capitalize',
      capitalize,
      'Return a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.',
    ),
    mapMethod(
      'lower',
      bytes => mapBytes(bytes, lowered),
      'Return a copy of B with all ASCII characters converted to lowercase.',
    ),
    mapMethod(
      'upper',
      bytes => mapBytes(bytes, uppered),
      'Return a copy of B with all ASCII characters converted to uppercase.',
    ),
    mapMethod(
      'swapcase',
      bytes => mapBytes(bytes, swapped),
      'Return a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.',
    ),
    mapMethod(
      'title',
      title,
      'Return a titlecased version of B, i.e. ASCII words start with\nuppercase characters, all remaining cased characters have lowercase.',
    ),
    everyMethod('isalnum', byte => isAlpha(byte) || isDigit(byte), 'alphanumeric'),
    everyMethod('isalpha', isAlpha, 'alphabetic'),
    everyMethod('isdigit', isDigit, 'digits'),
    everyMethod('isspace', isByteSpace, 'whitespace'),
    builtin(
      'isascii($self, /)',
      ({ bytes }: AnyBytes) => bytes.every(byte => byte < 128),
      'B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise.',
    ),
    casedMethod('islower', isLower, isUpper, 'lowercase'),
    casedMethod('isupper', isUpper, isLower, 'uppercase'),
    builtin(
      'istitle($self, /)',
      ({ bytes }: AnyBytes) => isTitle(bytes),
      'B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, False otherwise.',
    ),
  ]
}
