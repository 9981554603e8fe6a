/**
 * The exception table: which instructions are covered by which handler.
 *
 * Zero-cost try: entering a `try` executes nothing. Instead the code object has a table, sorted by start, of
 * (start, size, target, depth, lasti): an exception raised in [start, start + size) cuts the stack to `depth`,
 * pushes the offset of the raising instruction if `lasti`, pushes the exception and jumps to `target`.
 *
 * Numbers are in code units (two bytes) and written as big-endian groups of six bits; bit 6 says that more
 * follow, bit 7 marks the first byte of an entry. The last number is depth * 2 + lasti.
 */
import type { Code } from './code.ts'

/** A table decoded: row i is start, end, target, depth, lasti in `rows[5 * i …]`; offsets in code units. */
export class ExceptionTable {
  readonly rows: Int32Array
  readonly count: number
  /** How often each row's handler has been entered. */
  readonly taken: Int32Array
  constructor(rows: Int32Array, count: number) {
    this.rows = rows
    this.count = count
    this.taken = new Int32Array(count)
  }

  /** Index of the row that covers an instruction (its offset in code units), or -1. Rows do not overlap. */
  find(offset: number): number {
    const rows = this.rows
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (rows[5 * middle + 1]! <= offset) low = middle + 1
      else high = middle
    }
    return low < this.count && rows[5 * low]! <= offset ? low : -1
  }

  target(row: number): number {
    return this.rows[5 * row + 2]!
  }

  depth(row: number): number {
    return this.rows[5 * row + 3]!
  }

  pushesLasti(row: number): boolean {
    return this.rows[5 * row + 4] !== 0
  }
}

const decoded = new WeakMap<Code, ExceptionTable>()

/** The decoded table of a code object, kept for as long as the code object lives. */
export function exceptionTable(code: Code): ExceptionTable {
  let table = decoded.get(code)
  if (table === undefined) {
    table = decodeExceptionTable(code.exceptiontable)
    decoded.set(code, table)
  }
  return table
}

export function decodeExceptionTable(bytes: Uint8Array): ExceptionTable {
  const numbers: number[] = []
  let position = 0
  while (position < bytes.length) {
    for (let field = 0; field < 4; field++) {
      let byte = bytes[position++]!
      let value = byte & 0x3f
      while (byte & 0x40) {
        byte = bytes[position++]!
        value = (value << 6) | (byte & 0x3f)
      }
      if (field === 1) numbers.push(numbers[numbers.length - 1]! + value)
      else if (field === 3) numbers.push(value >> 1, value & 1)
      else numbers.push(value)
    }
  }
  return new ExceptionTable(Int32Array.from(numbers), numbers.length / 5)
}
