// Hot.
/**
 * Where a pickle is read from: bytes in memory, or a file of which no more is taken than the pickle has.
 *
 * A file that can be peeked into shows what comes, and is read, later, up to where the pickle ended; from any other is read what is
 * wanted. Frames make both rare.
 */
import { findAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import { raise, raiseTypeError, raised } from '../../objects/exception.ts'
import { notImplementedErrorType } from '../../objects/exception-types.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { unpicklingErrorType } from './state.ts'

/** The methods of the file. */
export interface FileMethods {
  readonly read: Value
  readonly readline: Value
  readonly peek: Value | undefined
}

export function fileMethods(file: Value): FileMethods {
  const read = findAttribute(file, 'read')
  const readline = findAttribute(file, 'readline')
  if (read === undefined || readline === undefined) raiseTypeError("file must have 'read' and 'readline' attributes")
  return { read, readline, peek: findAttribute(file, 'peek') }
}

const peeked = 128 * 1024
const nothing = new Uint8Array(0)
const newline = 10

export class Input {
  bytes: Uint8Array
  /** Where in the bytes reading goes on. */
  at: number
  readonly #file: FileMethods | null
  #canPeek: boolean
  /** Bytes up to here have been taken from the file; those behind were only shown. */
  #taken: number
  constructor(source: Uint8Array | FileMethods) {
    const isMemory = source instanceof Uint8Array
    this.bytes = isMemory ? source : nothing
    this.at = 0
    this.#file = isMemory ? null : source
    this.#canPeek = !isMemory && source.peek !== undefined
    this.#taken = 0
  }

  /** Where the next `count` bytes begin, which are then behind. */
  take(count: number): number {
    if (count > this.bytes.length - this.at) this.#fetch(count)
    const start = this.at
    this.at = start + count
    return start
  }

  byte(): number {
    if (this.at >= this.bytes.length) this.#fetch(1)
    return this.bytes[this.at++]!
  }

  slice(count: number): Uint8Array {
    const start = this.take(count)
    return this.bytes.slice(start, start + count)
  }

  /** A line without its end. */
  line(): Uint8Array {
    let end = this.bytes.indexOf(newline, this.at)
    if (end < 0) {
      if (this.#file === null) truncated()
      // What is at hand is the beginning of the line only if it was shown: taking it from the file would be too late.
      this.catchUp()
      const rest = this.bytes.subarray(this.at, Math.max(this.#taken, this.at))
      const line = bytesFrom(call(this.#file.readline, []), 'readline')
      this.bytes = concatenated(rest, line)
      this.at = 0
      this.#taken = this.bytes.length
      end = this.bytes.indexOf(newline)
      if (end < 0) truncated()
    }
    const start = this.at
    this.at = end + 1
    return this.bytes.subarray(start, end)
  }

  #fetch(count: number): void {
    if (this.#file === null) truncated()
    const rest = this.bytes.subarray(this.at)
    const shown = this.#taken < this.bytes.length
    this.catchUp()
    if (this.#canPeek && count < peeked && (rest.length === 0 || shown)) {
      const ahead = this.#peek()
      if (ahead !== undefined && ahead.length >= count) {
        this.bytes = ahead
        this.at = 0
        this.#taken = 0
        return
      }
    }
    const kept = shown ? nothing : rest
    const more = bytesFrom(call(this.#file.read, [count - kept.length]), 'read')
    this.bytes = concatenated(kept, more)
    this.at = 0
    this.#taken = this.bytes.length
    if (this.bytes.length < count) truncated()
  }

  #peek(): Uint8Array | undefined {
    try {
      return bytesFrom(call(this.#file!.peek!, [peeked]), 'peek')
    } catch (thrown) {
      if (!raised(thrown).type.isSubtypeOf(notImplementedErrorType)) throw thrown
      this.#canPeek = false
      return undefined
    }
  }

  /** Takes from the file what has been used of what it showed. */
  catchUp(): void {
    const used = this.at - this.#taken
    if (used <= 0 || this.#file === null) return
    call(this.#file.read, [used])
    this.#taken = this.at
  }
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

function bytesFrom(value: Value, method: string): Uint8Array {
  return bufferOf(value) ?? raiseTypeError(`${method}() returned non-bytes object of type '${typeName(typeOf(value))}'`)
}

function truncated(): never {
  raise(unpicklingErrorType, 'pickle data was truncated')
}
