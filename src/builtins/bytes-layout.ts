/** Justifying, stripping, tabs and translation of bytes and bytearray. */
import { copyOfBytes } from '../base/bytes-memory.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyByteArray, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { type AnyBytes, bufferArgument, type BytesKind, joinBytes, mapBytes, newBytes, noBytes } from './bytes-kind.ts'
import { isByteSpace } from './bytes-split.ts'

function fillOf(fill: Value, method: string): number {
  if (!(fill instanceof PyBytes || fill instanceof PyByteArray))
    raiseTypeError(`${method}() argument 2 must be a byte string of length 1, not ${typeName(typeOf(fill))}`)
  const { bytes } = fill
  if (bytes.length !== 1) {
    const what = `a ${fill instanceof PyBytes ? 'bytes' : 'bytearray'} object of length ${bytes.length}`
    raiseTypeError(`${method}(): argument 2 must be a byte string of length 1, not ${what}`)
  }
  return bytes[0]!
}

function pad(bytes: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const padded = newBytes(left + bytes.length + right).fill(fill)
  padded.set(bytes, left)
  return padded
}

type LeftShare = (missing: number, width: number) => number

const justifyMethod = (kind: BytesKind, name: string, leftShare: LeftShare, doc: string): Builtin =>
  builtin(
    `${name}($self, width: ssize, fillchar=b' ', /)`,
    (self: AnyBytes, width: number, fillchar: Value) => {
      const fill = fillOf(fillchar, name)
      const { bytes } = self
      const missing = width - bytes.length
      if (missing <= 0) return kind.same(self)
      const left = leftShare(missing, width)
      return kind.make(pad(bytes, left, missing - left, fill))
    },
    `Return a ${doc} string of length width.\n\nPadding is done using the specified fill character.`,
  )

function zeroFill(bytes: Uint8Array, missing: number): Uint8Array {
  const filled = pad(bytes, missing, 0, 48)
  if (bytes[0] === 43 || bytes[0] === 45) {
    filled[missing] = 48
    filled[0] = bytes[0]
  }
  return filled
}

function expandTabs(bytes: Uint8Array, size: Value): Uint8Array {
  const width = indexOf(size)
  if (width > 2 ** 31 - 1 || width < -(2 ** 31)) raise(overflowErrorType, 'Python int too large to convert to C int')
  const parts: Uint8Array[] = []
  let column = 0
  let copied = 0
  bytes.forEach((byte, i) => {
    if (byte === 9) {
      const missing = width > 0 ? Number(width) - (column % Number(width)) : 0
      parts.push(bytes.subarray(copied, i), newBytes(missing).fill(32))
      copied = i + 1
      column += missing
    } else if (byte === 10 || byte === 13) column = 0
    else column++
  })
  parts.push(bytes.subarray(copied))
  return joinBytes(noBytes, parts)
}

const Sides = { left: 1, right: 2, both: 3 } as const

const stripMethod = (kind: BytesKind, name: string, sides: number, which: string): Builtin =>
  builtin(
    `${name}($self, bytes=None, /)`,
    (self: AnyBytes, stripped: Value) => {
      const { bytes } = self
      const set = stripped === null ? null : bufferArgument(stripped)
      const isStripped = set === null ? isByteSpace : (byte: number): boolean => set.includes(byte)
      let start = 0
      let stop = bytes.length
      if (sides !== Sides.right) while (start < stop && isStripped(bytes[start]!)) start++
      if (sides !== Sides.left) while (stop > start && isStripped(bytes[stop - 1]!)) stop--
      return stop - start === bytes.length ? kind.same(self) : kind.make(copyOfBytes(bytes, start, stop))
    },
    `Strip ${which} bytes contained in the argument.\n\nIf the argument is omitted or None, strip ${which} ASCII whitespace.`,
  )

function tableOf(table: Value): Uint8Array | null {
  const map = table === null ? null : bufferArgument(table)
  if (map !== null && map.length !== 256) raise(valueErrorType, 'translation table must be 256 characters long')
  return map
}

function translate(bytes: Uint8Array, map: Uint8Array | null, deleted: Uint8Array): Uint8Array {
  if (deleted.length === 0) return map === null ? copyOfBytes(bytes) : mapBytes(bytes, map)
  const result = newBytes(bytes.length)
  const isDeleted = new Array<boolean>(256).fill(false)
  for (let i = 0; i < deleted.length; i++) isDeleted[deleted[i]!] = true
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (!isDeleted[byte]) result[length++] = map === null ? byte : map[byte]!
  }
  return copyOfBytes(result, 0, length)
}

export const maketrans = (): Builtin =>
  builtin(
    'maketrans(frm: buffer, to: buffer, /)',
    (from: Uint8Array, to: Uint8Array) => {
      if (from.length !== to.length) raise(valueErrorType, 'maketrans arguments must have same length')
      const table = Uint8Array.from({ length: 256 }, (_, i) => i)
      from.forEach((byte, i) => {
        table[byte] = to[i]!
      })
      return new PyBytes(table)
    },
    'Return a translation table usable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to the byte at\nthe same position in to.\n\nThe bytes objects frm and to must be of the same length.',
  )

export const layoutMethods = (kind: BytesKind): Builtin[] => [
  justifyMethod(kind, 'center', (missing, width) => Math.floor(missing / 2) + (missing & width & 1), 'centered'),
  justifyMethod(kind, 'ljust', () => 0, 'left-justified'),
  justifyMethod(kind, 'rjust', missing => missing, 'right-justified'),
  builtin(
    'zfill($self, width: ssize, /)',
    (self: AnyBytes, width: number) => {
      const missing = width - self.bytes.length
      return missing <= 0 ? kind.same(self) : kind.make(zeroFill(self.bytes, missing))
    },
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.',
  ),
  builtin(
    'expandtabs($self, /, tabsize=8)',
    (self: AnyBytes, size: Value) => kind.make(expandTabs(self.bytes, size)),
    'Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.',
  ),
  stripMethod(kind, 'strip', Sides.both, 'leading and trailing'),
  stripMethod(kind, 'lstrip', Sides.left, 'leading'),
  stripMethod(kind, 'rstrip', Sides.right, 'trailing'),
  builtin(
    "translate($self, table, /, delete=b'')",
    (self: AnyBytes, table: Value, deleted: Value) => {
      const map = tableOf(table)
      return kind.make(translate(self.bytes, map, bufferOf(deleted) ?? bufferArgument(deleted)))
    },
    'Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are removed.\nThe remaining characters are mapped through the given translation table.',
  ),
]
