/**
 * The source lines of a traceback entry, with carets under what was being executed. As StackSummary.format_frame_summary (Lib/traceback.py).
 *
 *         a = f(1) + g(2)[3]
 *                    ~~~~^^^
 *
 * No carets where they would tell nothing: under a whole line, or under a call that is all that a line returns or assigns.
 */
import type { Expr, Stmt } from '../frontend/generated/ast.ts'
import { findAnchors, statementsOf, type Anchors } from './traceback-anchors.ts'
import { characterOffset, dedentLines, displayWidth, isSpace, type Chars } from './traceback-text.ts'

/** Columns are bytes from 0. */
export interface SourceRange {
  readonly start: number
  readonly end: number
}

/** The lines to show, without indentation; `source` holds the whole lines that the instruction is from. */
export function annotatedLines(source: readonly string[], range: SourceRange): string[] {
  const excerpt = new Excerpt(source, range)
  const shown: string[] = []
  let previous: number | undefined
  for (const line of excerpt.significantLines()) {
    const skipped = previous === undefined ? 0 : line - previous - 1
    if (skipped === 1) shown.push(...excerpt.lineWithCarets(line - 1))
    else if (skipped > 1) shown.push(`...<${skipped} lines>...`)
    shown.push(...excerpt.lineWithCarets(line))
    previous = line
  }
  return dedentLines(shown)
}

/** The lines of one instruction. Offsets are characters of the first and of the last line, dedented. */
class Excerpt {
  readonly lines: readonly Chars[]
  readonly start: number
  readonly end: number
  readonly anchors: Anchors | undefined
  readonly showsCarets: boolean

  constructor(source: readonly string[], range: SourceRange) {
    const first = Array.from(source[0]!)
    const last = Array.from(source.at(-1)!)
    this.lines = dedentLines(source).map(line => Array.from(line))
    const dedent = first.length - this.lines[0]!.length
    this.start = Math.max(0, characterOffset(first, range.start) - dedent)
    this.end = Math.max(0, characterOffset(last, range.end) - dedent)
    this.anchors = this.findShiftedAnchors()
    this.showsCarets = this.shouldShowCarets()
  }

  private get last(): number {
    return this.lines.length - 1
  }

  /** The anchors, in characters of the lines. */
  private findShiftedAnchors(): Anchors | undefined {
    const { start, end, last } = this
    const segment = this.lines.map((line, i) => line.slice(i === 0 ? start : 0, i === last ? end : undefined))
    const anchors = findAnchors(segment)
    if (anchors === undefined) return undefined
    return {
      ...anchors,
      start: anchors.start + (anchors.startLine === 0 ? start : 0),
      end: anchors.end + (anchors.endLine === 0 ? start : 0),
    }
  }

  private shouldShowCarets(): boolean {
    const { lines, start, end, anchors } = this
    const body = statementsOf(lines.map(line => line.join('')).join('\n'))
    if (body !== undefined && (body.length === 0 || this.isWholeCall(body[0]!))) return false
    if (anchors !== undefined) return true
    return (
      lines[0]!.slice(0, start).some(char => !isSpace(char)) ||
      lines
        .at(-1)!
        .slice(end)
        .some(char => !isSpace(char))
    )
  }

  /** Is the statement `return f(…)` or `name = …(…)`, and the instruction all of that call? */
  private isWholeCall(statement: Stmt): boolean {
    const call = wholeCall(statement)
    return (
      call !== undefined &&
      call.lineno === 1 &&
      call.end_lineno === this.lines.length &&
      call.col_offset === this.start &&
      call.end_col_offset === this.end
    )
  }

  /** The first line, the last one, and those around the anchors. */
  significantLines(): number[] {
    const significant = new Set([0, this.last])
    if (this.anchors !== undefined)
      for (const line of [this.anchors.startLine, this.anchors.endLine])
        for (const each of [line - 1, line, line + 1]) significant.add(each)
    return [...significant].filter(line => line >= 0 && line <= this.last).sort((a, b) => a - b)
  }

  lineWithCarets(line: number): string[] {
    const text = this.lines[line]!.join('')
    return this.showsCarets ? [text, this.caretsUnder(line)] : [text]
  }

  private caretsUnder(line: number): string {
    const chars = this.lines[line]!
    const width = line === this.last ? displayWidth(chars, this.end) : displayWidth(chars)
    const indent = chars.findIndex(char => !isSpace(char))
    const blank = Math.max(indent < 0 ? chars.length : indent, line === 0 ? displayWidth(chars, this.start) : 0)
    const [start, end] = this.anchoredColumns(line)
    let carets = ' '.repeat(Math.min(blank, width))
    for (let column = carets.length; column < width; column++) carets += column >= start && column < end ? '^' : '~'
    return carets
  }

  /** The columns of a line that carets point at; all of them where there are no anchors. */
  private anchoredColumns(line: number): readonly [start: number, end: number] {
    const { anchors } = this
    if (anchors === undefined) return [0, Number.POSITIVE_INFINITY]
    const width = (of: number, offset: number): number => displayWidth(this.lines[of]!, offset)
    const { startLine, endLine } = anchors
    const start = line < startLine ? Number.POSITIVE_INFINITY : line > startLine ? 0 : width(line, anchors.start)
    const end = line > endLine ? 0 : line < endLine ? Number.POSITIVE_INFINITY : width(line, anchors.end)
    return [start, end]
  }
}

function wholeCall(statement: Stmt): Expr | undefined {
  if (statement.node === 'Return') {
    const { value } = statement
    return value?.node === 'Call' && value.func.node === 'Name' ? value : undefined
  }
  if (statement.node !== 'Assign' || statement.value.node !== 'Call') return undefined
  return statement.targets.length === 1 && statement.targets[0]!.node === 'Name' ? statement.value : undefined
}
