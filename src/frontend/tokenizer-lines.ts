/**
 * The beginning of a line: blank lines, comments on their own, INDENT and DEDENT.
 *
 * A tab goes to the next multiple of 8. To find files whose meaning depends on that, indentation is measured
 * twice, the second time with tabs of width 1: both measures must agree on which line is deeper, or it is a
 * TabError.
 */

import { codePointCount } from './characters.ts'
import * as kind from './token-kinds.ts'
import type { Tokenizer } from './tokenizer.ts'

const TAB_SIZE = 8
const MAX_INDENTS = 100

/** Brings the tokenizer to the first token of the next line that has one; false when the source is at fault. */
export function readIndentation(t: Tokenizer): boolean {
  const source = t.source
  for (;;) {
    let pos = t.pos
    let column = 0
    let altColumn = 0
    /** The column at the first backslash: a continued line is indented as far as its first part. */
    let continued = 0
    let c: number
    for (;;) {
      c = source.charCodeAt(pos)
      if (c === 32) {
        column++
        altColumn++
      } else if (c === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE
        altColumn++
      } else if (c === 12) {
        column = 0
        altColumn = 0
      } else if (c === 92) {
        continued = continued || column
        t.pos = pos
        if (!t.readContinuation()) return false
        t.bufferStart = t.lineStart
        pos = t.pos
        continue
      } else break
      pos++
    }
    t.pos = pos
    if (c === 35) {
      skipCommentLine(t, pos)
      if (!t.atLineStart) return true
    } else if (c === 10) {
      if (t.options.extraTokens) t.addLineEnd(pos)
      t.nextLine(pos + 1)
    } else {
      t.atLineStart = false
      return t.brackets.length > 0 || setIndentation(t, continued || column, continued || altColumn)
    }
  }
}

/** A comment on a line of its own makes no token, unless it is a type comment. */
function skipCommentLine(t: Tokenizer, start: number): void {
  if (t.options.extraTokens) {
    t.readComment(start)
    t.addLineEnd(t.pos)
    t.nextLine(t.pos + 1)
    return
  }
  if (t.options.typeComments) {
    const before = t.tokens.count
    t.readComment(start)
    if (t.tokens.count > before && t.tokens.kinds[before] === kind.NEWLINE) {
      t.tokens.count--
      return
    }
    t.atLineStart = t.tokens.count === before
    return
  }
  const end = t.source.indexOf('\n', start)
  if (end < 0) {
    t.pos = t.source.length - 1
    t.atLineStart = false
  } else t.nextLine(end + 1)
}

function setIndentation(t: Tokenizer, column: number, altColumn: number): boolean {
  const { indents, altIndents, source } = t
  let top = indents.length - 1
  if (column > indents[top]!) {
    if (top + 1 >= MAX_INDENTS) {
      moveToLineEnd(t)
      return t.stopAt('IndentationError', 'too many levels of indentation', 1, 0)
    }
    if (altColumn <= altIndents[top]!) return failTabs(t)
    indents.push(column)
    altIndents.push(altColumn)
    t.addBare(kind.INDENT)
    return true
  }
  let dedents = 0
  while (top > 0 && column < indents[top]!) {
    indents.pop()
    altIndents.pop()
    top--
    dedents++
  }
  if (column !== indents[top]) {
    moveToLineEnd(t)
    const message = 'unindent does not match any outer indentation level'
    const end = Math.min(t.pos + 1, source.length - 1)
    return t.stopAt('IndentationError', message, codePointCount(source, t.lineStart, end), -1)
  }
  if (altColumn !== altIndents[top]) return failTabs(t)
  for (; dedents > 0; dedents--) t.addBare(kind.DEDENT)
  return true
}

function failTabs(t: Tokenizer): false {
  moveToLineEnd(t)
  return t.stopAt('TabError', 'inconsistent use of tabs and spaces in indentation', 1, 0)
}

function moveToLineEnd(t: Tokenizer): void {
  const end = t.source.indexOf('\n', t.pos)
  t.pos = end < 0 ? t.source.length - 1 : end
}
