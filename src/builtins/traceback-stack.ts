/** The entries of a traceback: a line for the place, source lines, and repetitions folded. As StackSummary (Lib/traceback.py). */
import { positionAt } from '../compiler/line-table.ts'
import type { PyTraceback } from '../objects/exception.ts'
import type { Frame } from '../objects/frame.ts'
import { asInt } from '../objects/number.ts'
import { vm } from '../objects/vm.ts'
import { columns } from './code-iterators.ts'
import { annotatedLines } from './traceback-carets.ts'
import { dedentLines } from './traceback-text.ts'
import { tracebackLine } from './traceback.ts'

/** A line of a source file, from 1; undefined if there is none. `frame` is one that runs the file's code. */
export type SourceLine = (filename: string, lineno: number, frame: Frame | null) => string | undefined

interface Entry {
  readonly frame: Frame
  readonly filename: string
  readonly name: string
  readonly lineno: number
  readonly endLineno: number
  /** Bytes from 0; −1 if unknown. */
  readonly column: number
  readonly endColumn: number
}

/** Entries shown of a run of equal ones. */
const shownRepetitions = 3

/** The texts of the entries, each ending in a newline. */
export function formatStack(traceback: PyTraceback | null, sourceLine: SourceLine): string[] {
  const texts: string[] = []
  let previous: Entry | undefined
  let count = 0
  const fold = (): void => {
    const more = count - shownRepetitions
    if (more > 0) texts.push(`  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`)
  }
  for (const entry of limited(entriesOf(traceback))) {
    if (previous === undefined || !isSamePlace(previous, entry)) {
      fold()
      previous = entry
      count = 0
    }
    count++
    if (count <= shownRepetitions) texts.push(formatEntry(entry, sourceLine))
  }
  fold()
  return texts
}

const isSamePlace = (a: Entry, b: Entry): boolean =>
  a.filename === b.filename && a.lineno === b.lineno && a.name === b.name

function entriesOf(traceback: PyTraceback | null): Entry[] {
  const entries: Entry[] = []
  const { areShown } = vm.state(columns)
  for (let each = traceback; each !== null; each = each.next) {
    const { frame } = each
    const { code } = frame.code
    const position = positionAt(code, each.lasti >> 1)
    const lineno = position.lineno < 0 ? tracebackLine(each) : position.lineno
    entries.push({
      frame,
      filename: code.filename,
      name: code.name,
      lineno,
      endLineno: position.endLineno < 0 || !areShown ? lineno : position.endLineno,
      column: areShown ? position.colOffset : -1,
      endColumn: position.endColOffset,
    })
  }
  return entries
}

/** The last `sys.tracebacklimit` entries. */
function limited(entries: Entry[]): Entry[] {
  const limit = asInt(vm.sysAttribute('tracebacklimit') ?? null)
  if (limit === undefined) return entries
  return limit <= 0 ? [] : entries.slice(-Number(limit))
}

function formatEntry(entry: Entry, sourceLine: SourceLine): string {
  const { filename, lineno, name } = entry
  const shown = filename.startsWith('<stdin-') && filename.endsWith('>') ? '<stdin>' : filename
  const heading = `  File "${shown}", line ${lineno < 0 ? 'None' : lineno}, in ${name}\n`
  return (
    heading +
    sourceOf(entry, sourceLine)
      .map(line => `    ${line}\n`)
      .join('')
  )
}

function sourceOf(entry: Entry, sourceLine: SourceLine): string[] {
  if (entry.lineno < 0) return []
  const lines: string[] = []
  for (let lineno = entry.lineno; lineno <= entry.endLineno; lineno++)
    lines.push((sourceLine(entry.filename, lineno, entry.frame) ?? '').trimEnd())
  if (lines.every(line => line === '')) return []
  const hasColumns = entry.column >= 0 && entry.endColumn >= 0
  if (!hasColumns || dedentLines(lines)[0] === undefined) return [lines[0]!.trim()]
  return annotatedLines(lines, { start: entry.column, end: entry.endColumn })
}
