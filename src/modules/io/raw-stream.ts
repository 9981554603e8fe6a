/** What a buffer asks of the stream below it: directly where that is an open file of ours, by its methods where it is something of Python's. */
import { findAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { call, callMethod } from '../../objects/call.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { osErrorType } from '../../objects/exception-types.ts'
import { viewOf } from '../../objects/memoryview.ts'
import { asInt } from '../../objects/number.ts'
import { ssizeOf } from '../../objects/operators.ts'
import type { Int, Value } from '../../objects/value.ts'
import { fileIOType, joined, PyFileIO } from './file-io.ts'

export const isPlain = (raw: Value): raw is PyFileIO => raw instanceof PyFileIO && raw.type === fileIOType

/** Answers the count of bytes, 0 at the end, −1 if there are none yet. */
export function rawReadInto(raw: Value, into: Uint8Array): number {
  if (isPlain(raw)) return raw.readInto(into)
  // A view of the memory itself: a copy would be as large as what is still to be read, for each piece of it.
  const result = callMethod(raw, 'readinto', viewOf(new PyByteArray(into))!)
  if (result === null) return -1
  const count = ssizeOf(result)
  if (count < 0 || count > into.length)
    raise(
      osErrorType,
      `raw readinto() returned invalid length ${count} (should have been between 0 and ${into.length})`,
    )
  return count
}

/** Everything that is left; null if nothing can be read now. By `readall` if the stream has one, else by `read`. */
export function rawReadAll(raw: Value): Uint8Array | null {
  const readAll = findAttribute(raw, 'readall')
  if (readAll !== undefined) return bytesOrNone(call(readAll, []), 'readall')
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const part = bytesOrNone(callMethod(raw, 'read'), 'read')
    if (part === null && length === 0) return null
    if (part === null || part.length === 0) return joined(parts, length)
    parts.push(part)
    length += part.length
  }
}

function bytesOrNone(value: Value, method: string): Uint8Array | null {
  if (value === null) return null
  if (!(value instanceof PyBytes)) raiseTypeError(`${method}() should return bytes`)
  return value.bytes
}

/** Answers the count of bytes that were taken; −1 if none can be now. */
export function rawWrite(raw: Value, bytes: Uint8Array): number {
  if (isPlain(raw)) return raw.write(bytes)
  const result = callMethod(raw, 'write', new PyBytes(bytes.slice()))
  if (result === null) return -1
  const count = ssizeOf(result)
  if (count < 0 || count > bytes.length)
    raise(osErrorType, `raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`)
  return count
}

export function rawSeek(raw: Value, offset: Int, whence: number): number {
  if (isPlain(raw)) return raw.seek(offset, whence)
  const position = callMethod(raw, 'seek', offset, whence)
  return checkPosition(position)
}

export function rawTell(raw: Value): number {
  return isPlain(raw) ? raw.seek(0, 1) : checkPosition(callMethod(raw, 'tell'))
}

function checkPosition(position: Value): number {
  const number = asInt(position) === undefined && typeOf(position).index === null ? -1 : ssizeOf(position)
  if (number < 0) raise(osErrorType, `Raw stream returned invalid position ${number}`)
  return number
}
