/**
 * The line table: where in the source each instruction comes from.
 *
 * A sequence of entries, each for 1 to 8 code units. The first byte of an entry is 1kkkklll: kind k, length l + 1.
 *
 *   k 0-9    same line, start column 8k + (second byte bits 4-6), end column start + (bits 0-3)
 *   k 10-12  line + (k - 10), start and end column in the next two bytes
 *   k 13     no columns: a signed line delta follows
 *   k 14     everything: signed line delta, end line delta, start column + 1, end column + 1 follow
 *   k 15     no position at all
 *
 * Numbers are little-endian groups of six bits, bit 6 set when more follow; signed ones keep the sign in bit 0.
 * Deltas are to the line of the entry before, at the start to `firstlineno`.
 */
import type { Code } from './code.ts'

/** Source range of an instruction. Absent lines and columns are -1; columns count UTF-8 bytes from 0. */
export interface Position {
  readonly lineno: number
  readonly endLineno: number
  readonly colOffset: number
  readonly endColOffset: number
}

const none: Position = { lineno: -1, endLineno: -1, colOffset: -1, endColOffset: -1 }

/** Four numbers per entry in `ranges` and, per code unit, the entry it belongs to. */
interface DecodedLines {
  readonly entryOf: Uint32Array
  readonly ranges: Int32Array
}

const decoded = new WeakMap<Code, DecodedLines>()

/** The source range of the instruction at a code unit (byte offset / 2). */
export function positionAt(code: Code, unit: number): Position {
  const { entryOf, ranges } = linesOf(code)
  if (unit < 0 || unit >= entryOf.length) return none
  const at = 4 * entryOf[unit]!
  return {
    lineno: ranges[at]!,
    endLineno: ranges[at + 1]!,
    colOffset: ranges[at + 2]!,
    endColOffset: ranges[at + 3]!,
  }
}

/** The line of the instruction at a code unit, -1 when it has none; before the start it is `firstlineno`. */
export function lineAt(code: Code, unit: number): number {
  if (unit < 0) return code.firstlineno
  const { entryOf, ranges } = linesOf(code)
  return unit < entryOf.length ? ranges[4 * entryOf[unit]!]! : -1
}

function linesOf(code: Code): DecodedLines {
  let lines = decoded.get(code)
  if (lines === undefined) {
    lines = decodeLines(code)
    decoded.set(code, lines)
  }
  return lines
}

function decodeLines(code: Code): DecodedLines {
  const units = code.code.length >> 1
  const entryOf = new Uint32Array(units)
  const ranges: number[] = []
  let unit = 0
  forEachEntry(code, (length, lineno, endLineno, colOffset, endColOffset) => {
    entryOf.fill(ranges.length >> 2, unit, unit + length)
    ranges.push(lineno, endLineno, colOffset, endColOffset)
    unit += length
  })
  return { entryOf, ranges: Int32Array.from(ranges) }
}

export type EntryVisitor = (units: number, lineno: number, endLineno: number, col: number, endCol: number) => void

/** Calls `visit` for every entry of the table, in order. */
export function forEachEntry(code: Code, visit: EntryVisitor): void {
  const bytes = code.linetable
  let position = 0
  let line = code.firstlineno
  const unsigned = (): number => {
    let byte = bytes[position++]!
    let value = byte & 0x3f
    let shift = 0
    while (byte & 0x40) {
      byte = bytes[position++]!
      shift += 6
      value |= (byte & 0x3f) << shift
    }
    return value
  }
  const signed = (): number => {
    const value = unsigned()
    return value & 1 ? -(value >>> 1) : value >>> 1
  }
  while (position < bytes.length) {
    const first = bytes[position++]!
    const units = (first & 7) + 1
    const kind = (first >> 3) & 15
    if (kind < 10) {
      const second = bytes[position++]!
      const col = (kind << 3) | (second >> 4)
      visit(units, line, line, col, col + (second & 15))
    } else if (kind < 13) {
      line += kind - 10
      const col = bytes[position++]!
      visit(units, line, line, col, bytes[position++]!)
    } else if (kind === 13) {
      line += signed()
      visit(units, line, line, -1, -1)
    } else if (kind === 14) {
      line += signed()
      const endLine = line + unsigned()
      const col = unsigned() - 1
      visit(units, line, endLine, col, unsigned() - 1)
    } else {
      visit(units, -1, -1, -1, -1)
    }
  }
}
