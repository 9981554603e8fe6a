/** Writers of the line table and the exception table; line-table.ts and exception-table.ts describe the formats. */
import { type Location, NO_LOCATION, sameLocation } from './instruction.ts'

/** Bytes that grow as needed; one is used for all code objects, since nothing is written recursively. */
class Bytes {
  #bytes = new Uint8Array(1024)
  #length = 0

  push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
  }

  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }
}

const lineBytes = new Bytes()
const exceptionBytes = new Bytes()

const MAX_UNITS_PER_ENTRY = 8
const ONE_LINE = 10
const NO_COLUMNS = 13
const LONG = 14
const NO_POSITION = 15

export class LineTableWriter {
  #line: number
  #location: Location = NO_LOCATION
  #units = 0
  constructor(firstlineno: number) {
    this.#line = firstlineno
  }

  add(location: Location, units: number): void {
    if (!sameLocation(location, this.#location)) {
      this.#flush()
      this.#location = location
    }
    this.#units += units
  }

  finish(): Uint8Array {
    this.#flush()
    return lineBytes.take()
  }

  #flush(): void {
    let units = this.#units
    for (; units > MAX_UNITS_PER_ENTRY; units -= MAX_UNITS_PER_ENTRY) this.#writeEntry(MAX_UNITS_PER_ENTRY)
    if (units > 0) this.#writeEntry(units)
    this.#units = 0
  }

  #writeEntry(units: number): void {
    const { lineno, endLineno, colOffset, endColOffset } = this.#location
    if (lineno < 0) {
      writeStart(NO_POSITION, units)
      return
    }
    const delta = lineno - this.#line
    this.#line = lineno
    if (colOffset < 0 || endColOffset < 0) {
      if (endLineno === lineno || endLineno === -1) {
        writeStart(NO_COLUMNS, units)
        writeSigned(delta)
        return
      }
    } else if (endLineno === lineno && writeWithinLine(units, delta, colOffset, endColOffset)) {
      return
    }
    writeStart(LONG, units)
    writeSigned(delta)
    writeUnsigned(endLineno - lineno)
    writeUnsigned(colOffset + 1)
    writeUnsigned(endColOffset + 1)
  }
}

/** The short forms, for what fits them; returns whether it did. */
function writeWithinLine(units: number, delta: number, colOffset: number, endColOffset: number): boolean {
  const width = endColOffset - colOffset
  if (delta === 0 && colOffset < 80 && width < 16 && width >= 0) {
    writeStart(colOffset >> 3, units)
    lineBytes.push(((colOffset & 7) << 4) | width)
    return true
  }
  if (delta >= 0 && delta < 3 && colOffset < 128 && endColOffset < 128) {
    writeStart(ONE_LINE + delta, units)
    lineBytes.push(colOffset)
    lineBytes.push(endColOffset)
    return true
  }
  return false
}

function writeStart(kind: number, units: number): void {
  lineBytes.push(0x80 | (kind << 3) | (units - 1))
}

function writeUnsigned(value: number): void {
  for (; value >= 64; value >>>= 6) lineBytes.push(0x40 | (value & 0x3f))
  lineBytes.push(value)
}

function writeSigned(value: number): void {
  writeUnsigned(value < 0 ? (-value << 1) | 1 : value << 1)
}

export class ExceptionTableWriter {
  add(start: number, end: number, target: number, depth: number, pushesLasti: boolean): void {
    writeGroups(start, 0x80)
    writeGroups(end - start, 0)
    writeGroups(target, 0)
    writeGroups((depth << 1) | (pushesLasti ? 1 : 0), 0)
  }

  finish(): Uint8Array {
    return exceptionBytes.take()
  }
}

/** Six bits a byte, the highest first; `mark` goes into the first byte. */
function writeGroups(value: number, mark: number): void {
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value < 1 << shift) continue
    exceptionBytes.push(((value >> shift) & 0x3f) | 0x40 | mark)
    mark = 0
  }
  exceptionBytes.push((value & 0x3f) | mark)
}
