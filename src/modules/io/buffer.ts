/**
 * The buffer of `BufferedReader`, `BufferedWriter` and `BufferedRandom`: bytes read ahead, or bytes not yet written, never both.
 *
 * The raw stream's position is at the end of what was read ahead, or at the start of what is to be written; the position that the
 * program sees lies within.
 *
 *     raw      ……………[ already given out | read ahead ]^raw position
 *     raw      ……………^raw position[ written by the program, not yet to raw ]
 */
import { copyOfBytes } from '../../base/bytes-memory.ts'
import { raise, raised } from '../../objects/exception.ts'
import { blockingIOErrorType, valueErrorType } from '../../objects/exception-types.ts'
import type { PyType } from '../../objects/type.ts'
import type { Int, Value } from '../../objects/value.ts'
import { forgetHolding, noteHolding } from '../posix/left-open.ts'
import { joined, PyFileIO, remainingBytes } from './file-io.ts'
import { isPlain, rawReadAll, rawReadInto, rawSeek, rawTell, rawWrite } from './raw-stream.ts'
import { isClosed, PyStream, raiseClosed } from './stream.ts'

const nothing = new Uint8Array(0)

/** The buffer of a stream that was closed: 128 kB, which to make and clear costs more than reading a small file. */
let spare: Uint8Array | null = null

const block = (written: number): never =>
  raise(blockingIOErrorType, 11, 'write could not complete without blocking', written)

export class PyBuffered extends PyStream {
  /** Undefined before `__init__`; null once detached. */
  raw: Value | undefined
  size: number
  /** Bytes read ahead: from `at` up to `end`. */
  ahead: Uint8Array
  at: number
  end: number
  /** Bytes to be written: the first `pending` of `out`. */
  out: Uint8Array
  pending: number
  finalizing: boolean
  constructor(type: PyType) {
    super(type)
    this.raw = undefined
    this.size = 0
    this.ahead = nothing
    this.at = 0
    this.end = 0
    this.out = nothing
    this.pending = 0
    this.finalizing = false
  }

  override get knownClosed(): boolean | undefined {
    const { raw } = this
    return !this.type.isHeap && raw instanceof PyStream ? raw.knownClosed : undefined
  }

  override get readAhead(): PyBuffered {
    return this
  }

  /** The raw stream. Raises ValueError where there is none (any more). */
  get stream(): Value {
    if (this.raw === undefined) raise(valueErrorType, 'I/O operation on uninitialized object')
    if (this.raw === null) raise(valueErrorType, 'raw stream has been detached')
    return this.raw
  }

  checkOpen(action: string): Value {
    const { stream } = this
    if (isClosed(stream)) raiseClosed(action)
    return stream
  }

  get available(): number {
    return this.end - this.at
  }

  forget(): void {
    this.at = 0
    this.end = 0
  }

  /** Reads ahead once. Answers what the raw stream did. */
  fill(): number {
    if (this.ahead.length === 0) this.#obtainAhead()
    this.forget()
    const count = rawReadInto(this.stream, this.ahead)
    if (count > 0) this.end = count
    return count
  }

  /** Reads once behind what is ahead, if there is room. Answers the count of bytes. */
  fillUp(): number {
    if (this.available === 0) return this.pending > 0 ? 0 : this.fill()
    this.ahead.copyWithin(0, this.at, this.end)
    this.end -= this.at
    this.at = 0
    const room = this.ahead.subarray(this.end)
    const count = room.length === 0 ? 0 : rawReadInto(this.stream, room)
    if (count > 0) this.end += count
    return count
  }

  /** Is a line ahead, or as much of it as is wanted? */
  hasLine(limit: number): boolean {
    return (limit >= 0 && this.available >= limit) || this.ahead.subarray(this.at, this.end).includes(10)
  }

  #obtainAhead(): void {
    if (spare !== null && spare.length === this.size) {
      this.ahead = spare
      spare = null
    } else this.ahead = new Uint8Array(this.size)
  }

  /** The stream was closed: the next one that is opened may have the buffer. */
  giveUpAhead(): void {
    if (this.ahead.length > 0) spare = this.ahead
    this.ahead = nothing
    this.forget()
  }

  /** Bytes read ahead, up to `count`, as a copy. */
  take(count: number): Uint8Array {
    const start = this.at
    this.at = Math.min(start + count, this.end)
    return copyOfBytes(this.ahead, start, this.at)
  }

  /** Everything up to the end; null if there is nothing yet. */
  readAll(): Uint8Array | null {
    this.writeOut()
    const parts: Uint8Array[] = []
    const length = this.available
    if (length > 0) parts.push(this.take(length))
    this.forget()
    const { stream } = this
    const rest = isPlain(stream) ? remainingBytes(stream) : rawReadAll(stream)
    return rest === null ? (length === 0 ? null : parts[0]!) : joined([...parts, rest], length + rest.length)
  }

  /** Exactly `count` bytes if there are as many; null if there are none yet. */
  read(count: number): Uint8Array | null {
    if (count <= this.available) return this.take(count)
    this.writeOut()
    const into = new Uint8Array(count)
    const length = this.readInto(into, 'all of it')
    return length < 0 ? null : length === count ? into : into.slice(0, length)
  }

  /** Fills `into`; 'what comes at once' is content with what one read of the raw stream gives. −1 if there is nothing yet. */
  readInto(into: Uint8Array, how: 'all of it' | 'what comes at once'): number {
    let length = this.#give(into, 0)
    while (length < into.length) {
      // What is larger than the buffer goes past it.
      const left = into.length - length
      const goesPast = left > this.size
      if (how === 'what comes at once' && length > 0 && !goesPast) break
      const count = goesPast ? rawReadInto(this.stream, into.subarray(length)) : this.fill()
      if (count <= 0) return count < 0 && length === 0 ? -1 : length
      length += goesPast ? count : this.#give(into, length)
      if (how === 'what comes at once' && goesPast) break
    }
    return length
  }

  #give(into: Uint8Array, start: number): number {
    const count = Math.min(this.available, into.length - start)
    into.set(this.ahead.subarray(this.at, this.at + count), start)
    this.at += count
    return count
  }

  /** A line of at most `limit` bytes; any length if negative. */
  readLine(limit: number): Uint8Array {
    this.writeOut()
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const wanted = limit < 0 ? this.available : Math.min(this.available, limit - length)
      const found = wanted > 0 ? this.ahead.indexOf(10, this.at) : -1
      const newline = found >= 0 && found < this.at + wanted ? found - this.at : -1
      const part = this.take(newline < 0 ? wanted : newline + 1)
      if (newline >= 0 && parts.length === 0) return part
      if (part.length > 0) parts.push(part)
      length += part.length
      if (newline >= 0 || (limit >= 0 && length >= limit) || this.fill() <= 0)
        return parts.length === 1 ? parts[0]! : joined(parts, length)
    }
  }

  write(bytes: Uint8Array): void {
    if (this.available > 0) {
      // Back to where the program thinks it is.
      rawSeek(this.stream, -this.available, 1)
    }
    this.forget()
    let written = 0
    if (this.pending + bytes.length > this.size)
      try {
        this.writeOut()
        while (bytes.length - written > this.size) written += this.#writeSome(bytes.subarray(written))
      } catch (thrown) {
        if (!raised(thrown).type.isSubtypeOf(blockingIOErrorType)) throw thrown
        // As much is taken as there is room for.
        const taken = Math.min(written + this.size - this.pending, bytes.length)
        this.#keep(bytes.subarray(written, taken))
        if (taken < bytes.length) block(taken)
        return
      }
    this.#keep(bytes.subarray(written))
  }

  #keep(bytes: Uint8Array): void {
    if (this.pending === 0) noteHolding(this, this.raw instanceof PyFileIO ? this.raw : null, () => this.writeOut())
    this.#reserve(this.pending + bytes.length)
    this.out.set(bytes, this.pending)
    this.pending += bytes.length
  }

  /** The array grows as it is needed: most streams never see a whole buffer. */
  #reserve(length: number): void {
    if (length <= this.out.length) return
    const larger = new Uint8Array(Math.min(this.size, Math.max(length, this.out.length * 2, 1024)))
    larger.set(this.out.subarray(0, this.pending))
    this.out = larger
  }

  /** Writes what is pending to the raw stream. */
  writeOut(): void {
    if (this.pending === 0) return
    const bytes = this.out.subarray(0, this.pending)
    let written = 0
    try {
      while (written < bytes.length) written += this.#writeSome(bytes.subarray(written))
    } finally {
      this.out.copyWithin(0, written, this.pending)
      this.pending -= written
    }
    forgetHolding(this)
  }

  #writeSome(bytes: Uint8Array): number {
    const count = rawWrite(this.stream, bytes)
    return count < 0 ? block(0) : count
  }

  tell(): number {
    // A device that always stands at 0 is not before it.
    return Math.max(rawTell(this.stream) - this.available + this.pending, 0)
  }

  seek(target: Int, whence: number): number {
    this.writeOut()
    if (whence < 2 && this.available > 0 && typeof target === 'number') {
      // What was read ahead stays where the place lies in it.
      const current = rawTell(this.stream) - this.available
      const offset = whence === 0 ? target - current : target
      if (offset >= -this.at && offset <= this.available) {
        this.at += offset
        return Math.max(current + offset, 0)
      }
    }
    const offset = whence === 1 && typeof target === 'number' ? target - this.available : target
    this.forget()
    return rawSeek(this.stream, offset, whence)
  }

  /** Forgets what was read ahead, so that the raw stream stands where the program thinks it is. */
  rewind(): void {
    if (this.available > 0) rawSeek(this.stream, -this.available, 1)
    this.forget()
  }
}
