/**
 * Within the source range of an instruction, what to point at: the operator of a binary operation, the brackets of a subscript or a call.
 * What is outside gets `~`. As _extract_caret_anchors_from_line_segment (Lib/traceback.py).
 */
import { parse } from '../frontend/parse.ts'
import type { Expr, Stmt } from '../frontend/generated/ast.ts'
import { SourceError } from '../frontend/source-error.ts'
import { characterOffset, isSpace, type Chars } from './traceback-text.ts'

/** The stretch to point at, in lines and characters of the segment. */
export interface Anchors {
  readonly startLine: number
  readonly start: number
  readonly endLine: number
  readonly end: number
}

interface Place {
  readonly line: number
  readonly column: number
}

/** The statements of a source text; undefined where it is none. */
export function statementsOf(source: string): readonly Stmt[] | undefined {
  try {
    const tree = parse(source, '<traceback>', 'exec')
    return tree.node === 'Module' ? tree.body : undefined
  } catch (thrown) {
    if (thrown instanceof SourceError) return undefined
    throw thrown
  }
}

/** The anchors of a segment given as its lines; undefined for what has none. */
export function findAnchors(lines: readonly Chars[]): Anchors | undefined {
  // In parentheses, so that an expression may go over several lines; that moves it down by one line.
  const body = statementsOf(`(\n${lines.map(line => line.join('')).join('\n')}\n)`)
  if (body?.length !== 1 || body[0]!.node !== 'Expr') return undefined
  const expression = body[0]!.value
  switch (expression.node) {
    case 'BinOp':
      return operatorAnchors(lines, expression.left, expression.right)
    case 'Subscript':
      return bracketAnchors(lines, expression, expression.value, '[')
    case 'Call':
      return bracketAnchors(lines, expression, expression.func, '(')
    default:
      return undefined
  }
}

/** Where an expression ends. */
function endOf(lines: readonly Chars[], expression: Expr): Place {
  const line = expression.end_lineno - 2
  return { line, column: characterOffset(lines[line]!, expression.end_col_offset) }
}

/** The place itself if there is a character, else the next one that has one; undefined at the end. */
function nextCharacter(lines: readonly Chars[], place: Place): Place | undefined {
  let { line, column } = place
  while (line < lines.length && column >= lines[line]!.length) {
    column = 0
    line++
  }
  return line < lines.length ? { line, column } : undefined
}

/** The next character that is no comment nor line continuation and satisfies `stop`. */
function seek(lines: readonly Chars[], from: Place, stop: (char: string) => boolean): Place | undefined {
  let place = nextCharacter(lines, from)
  while (place !== undefined) {
    const { line, column } = place
    const char = lines[line]![column]!
    if (char === '\\' || char === '#') place = nextCharacter(lines, { line: line + 1, column: 0 })
    else if (stop(char)) return place
    else place = nextCharacter(lines, { line, column: column + 1 })
  }
  return undefined
}

function operatorAnchors(lines: readonly Chars[], left: Expr, right: Expr): Anchors | undefined {
  const place = seek(lines, endOf(lines, left), char => !isSpace(char) && char !== ')')
  if (place === undefined) return undefined
  const { line, column } = place
  const chars = lines[line]!
  const next = chars[column + 1]
  const rightLine = right.lineno - 2
  const isBeforeRight = rightLine > line || column + 1 < characterOffset(lines[rightLine]!, right.col_offset)
  const isLong = next !== undefined && isBeforeRight && !isSpace(next) && next !== '\\' && next !== '#'
  return { startLine: line, start: column, endLine: line, end: column + (isLong ? 2 : 1) }
}

function bracketAnchors(lines: readonly Chars[], whole: Expr, before: Expr, bracket: string): Anchors | undefined {
  const place = seek(lines, endOf(lines, before), char => char === bracket)
  if (place === undefined) return undefined
  const end = endOf(lines, whole)
  return { startLine: place.line, start: place.column, endLine: end.line, end: end.column }
}
