/** Text as Python's `str` methods and textwrap cut it up, for tracebacks. */
import { eastAsianWidth } from '../base/unicode.ts'

/** One line as its characters (code points): carets are counted in these. */
export type Chars = readonly string[]

const lineBreaks = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** `text.splitlines()`. */
export function splitLines(text: string): string[] {
  const lines = text.split(lineBreaks)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** `textwrap.indent(text, prefix, lambda line: True)`. */
export function indentLines(text: string, prefix: string): string {
  if (prefix === '') return text
  return text.replace(/.*?(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/gsu, line =>
    line === '' ? '' : prefix + line,
  )
}

const isBlank = (line: string): boolean => /^\s*$/.test(line)

/** `textwrap.dedent` of lines. */
export function dedentLines(lines: readonly string[]): string[] {
  const filled = lines.filter(line => !isBlank(line)).sort()
  const [least, most] = [filled[0] ?? '', filled.at(-1) ?? '']
  let margin = 0
  while (margin < least.length && least[margin] === most[margin] && ' \t'.includes(least[margin]!)) margin++
  return lines.map(line => (isBlank(line) ? '' : line.slice(margin)))
}

const isAscii = (chars: Chars): boolean => chars.every(char => char <= '\x7f')

/** How many columns the first `offset` characters take on a terminal. */
export function displayWidth(chars: Chars, offset = chars.length): number {
  if (isAscii(chars)) return offset
  let width = 0
  for (const char of chars.slice(0, offset)) width += /^[WF]$/.test(eastAsianWidth(char.codePointAt(0)!)) ? 2 : 1
  return width
}

function utf8Length(char: string): number {
  const point = char.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** The character at a byte of the line's UTF-8. */
export function characterOffset(chars: Chars, byteOffset: number): number {
  let bytes = 0
  let at = 0
  while (at < chars.length && bytes < byteOffset) bytes += utf8Length(chars[at++]!)
  return at
}

export const isSpace = (char: string): boolean => /^[\s\x1c-\x1f\x85]$/.test(char)
