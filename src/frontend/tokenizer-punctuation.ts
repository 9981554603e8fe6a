// Hot.
/**
 * Operators, delimiters and brackets.
 *
 * Brackets are matched here: the tokenizer must know how deep it is, since a newline within brackets is no token,
 * and so it is the first to see that one closes nothing. Within the expression part of an f-string the same
 * characters may end the expression.
 */

import { isDigit, isPrintable } from './characters.ts'
import * as kind from './token-kinds.ts'
import type { Tokenizer } from './tokenizer.ts'
import { readNumber } from './tokenizer-numbers.ts'
import type { StringMode } from './tokenizer-strings.ts'
import { OpenBracket } from './tokens.ts'

const MAX_BRACKETS = 200

/** Kinds of the operators of one, two and three characters: the two-character ones by `first << 7 | second`. */
const oneCharacter = new Uint8Array(128).fill(kind.OP)
const twoCharacters = new Uint8Array(128 * 128)
const threeCharacters = new Uint8Array(128 * 128)

for (const [spelling, operator] of Object.entries(kind.operatorKinds)) {
  const [first = 0, second = 0] = [spelling.charCodeAt(0), spelling.charCodeAt(1)]
  if (spelling.length === 1) oneCharacter[first] = operator
  else if (spelling.length === 2) twoCharacters[(first << 7) | second] = operator
  // All that have three end in `=`, save the ellipsis, which is no extension of a two-character operator.
  else if (spelling !== '...') threeCharacters[(first << 7) | second] = operator
}
// `<>` is an operator still; the parser accepts it under `from __future__ import barry_as_FLUFL` only.
twoCharacters[(60 << 7) | 62] = kind.NOTEQUAL

export function readPunctuation(t: Tokenizer, start: number, c: number): boolean {
  const source = t.source
  const mode = t.mode
  if (mode !== null && c === 58 && mode.depth === mode.expressionDepth + 1) {
    mode.inText = true
    mode.inFormatSpec = true
    return add(t, kind.COLON, start, start + 1)
  }
  const next = source.charCodeAt(start + 1)
  if (c === 46) {
    if (isDigit(next)) return readNumber(t, start)
    if (next === 46 && source.charCodeAt(start + 2) === 46) return add(t, kind.ELLIPSIS, start, start + 3)
    return add(t, kind.DOT, start, start + 1)
  }
  if (next < 128) {
    const two = twoCharacters[(c << 7) | next]!
    if (two !== 0) {
      const three = source.charCodeAt(start + 2) === 61 ? threeCharacters[(c << 7) | next]! : 0
      return three !== 0 ? add(t, three, start, start + 3) : add(t, two, start, start + 2)
    }
  }
  switch (c) {
    case 40:
    case 91:
    case 123:
      if (!open(t, start, mode)) return false
      break
    case 41:
    case 93:
    case 125:
      if (!close(t, start, c, mode)) return false
      break
    default:
      if (oneCharacter[c] === kind.OP && !isPrintable(String.fromCharCode(c))) {
        t.pos = start + 1
        return t.fail(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`)
      }
  }
  return add(t, oneCharacter[c]!, start, start + 1)
}

function add(t: Tokenizer, operator: number, start: number, end: number): true {
  t.pos = end
  t.tokens.add(operator, start, end, t.line, start - t.lineBase, t.line, end - t.lineBase)
  return true
}

function open(t: Tokenizer, start: number, mode: StringMode | null): boolean {
  if (t.brackets.length >= MAX_BRACKETS) {
    t.pos = start + 1
    return t.fail('too many nested parentheses')
  }
  t.brackets.push(new OpenBracket(t.source[start]!, start, t.line))
  if (mode !== null) mode.depth++
  return true
}

function close(t: Tokenizer, start: number, c: number, mode: StringMode | null): boolean {
  const bracket = String.fromCharCode(c)
  t.pos = start + 1
  if (mode !== null && mode.depth === 0 && c === 125) return t.fail(`${mode.name}: single '}' is not allowed`)
  const opening = t.brackets.pop()
  const isLenient = t.options.extraTokens
  if (opening === undefined) return isLenient || t.fail(`unmatched '${bracket}'`)
  const opener = opening.bracket
  // ')' follows '(' in ASCII; ']' and '}' come two after theirs.
  if (!isLenient && c !== opener.charCodeAt(0) + (opener === '(' ? 1 : 2)) {
    if (mode !== null && opener === '{' && mode.depth - 1 === mode.expressionDepth) {
      return t.fail(`${mode.name}: unmatched '${bracket}'`)
    }
    const where = opening.line === t.line ? '' : ` on line ${opening.line}`
    return t.fail(`closing parenthesis '${bracket}' does not match opening parenthesis '${opener}'${where}`)
  }
  if (mode !== null) {
    mode.depth--
    if (mode.depth < 0) return t.fail(`${mode.name}: unmatched '${bracket}'`)
    if (c === 125 && mode.depth === mode.expressionDepth) {
      mode.expressionDepth--
      mode.inText = true
      mode.inFormatSpec = false
    }
  }
  return true
}
