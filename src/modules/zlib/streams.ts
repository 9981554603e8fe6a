/** zlib.Compress and zlib.Decompress: compression piece by piece. As Modules/zlibmodule.c. */
import type { Deflate } from '../../base/zlib/deflate.ts'
import { Flush, ZlibStatus } from '../../base/zlib/format.ts'
import { Inflate, InflateError } from '../../base/zlib/inflate.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { eofErrorType, exceptionType, valueErrorType } from '../../objects/exception-types.ts'
import { bindArguments } from '../../objects/argument-binding.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { TypeFlags, type PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

export const errorType = builtinType('error', {
  base: exceptionType,
  module: 'zlib',
  flags: TypeFlags.base | TypeFlags.dict,
  sameLayout: true,
})

const statusTexts: Readonly<Record<number, string>> = {
  [ZlibStatus.streamError]: 'inconsistent stream state',
  [ZlibStatus.dataError]: 'invalid input data',
  [ZlibStatus.bufferError]: 'incomplete or truncated stream',
}

/** Raises zlib.error: the number, what was going on, and what was wrong with it. */
export function raiseZlibError(status: number, doing: string, message = statusTexts[status]): never {
  raise(errorType, `Error ${status} ${doing}${message === undefined ? '' : `: ${message}`}`)
}

/** `inflate.push`, with its complaint as a zlib.error. */
export function inflated(inflate: Inflate, input: Uint8Array, limit: number): Uint8Array {
  try {
    return inflate.push(input, limit)
  } catch (thrown) {
    if (thrown instanceof InflateError) raiseZlibError(ZlibStatus.dataError, 'while decompressing data', thrown.message)
    throw thrown
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Inflates, giving the dictionary when it is asked for; adds to what the last call used. */
function inflateWith(inflate: Inflate, dictionary: Uint8Array | null, input: Uint8Array, limit: number): Uint8Array {
  const first = inflated(inflate, input, limit)
  if (!inflate.needsDictionary) return first
  if (dictionary === null) raiseZlibError(ZlibStatus.needDictionary, 'while decompressing data')
  if (!inflate.setDictionary(dictionary)) raiseZlibError(ZlibStatus.dataError, 'while setting zdict')
  const { used } = inflate
  const second = inflated(inflate, input.subarray(used), limit - first.length)
  inflate.used += used
  return joined([first, second])
}

// Compress.

const compressType = builtinType('Compress', { module: 'zlib', flags: TypeFlags.noInstantiation })

export class PyCompress extends PyObject {
  /** Null when it is finished. */
  deflate: Deflate | null
  constructor(deflate: Deflate) {
    super(compressType)
    this.deflate = deflate
  }
}

function copyOfCompress({ deflate }: PyCompress): Value {
  if (deflate === null) raise(valueErrorType, 'Inconsistent stream state')
  return new PyCompress(deflate.clone())
}

defineType(compressType, {
  methods: () => [
    builtin(
      'compress($self, data: buffer, /)',
      ({ deflate }: PyCompress, data: Uint8Array) => {
        if (deflate === null) raiseZlibError(ZlibStatus.streamError, 'while compressing data')
        return new PyBytes(deflate.push(data, Flush.none))
      },
      'Compress data and return what is ready; the rest comes with later calls, the last with flush().',
    ),
    builtin(
      'flush($self, mode: ssize = 4, /)',
      (self: PyCompress, mode: number) => {
        if (mode === Flush.none) return new PyBytes(new Uint8Array(0))
        if (self.deflate === null || mode < 0 || mode > Flush.block)
          raiseZlibError(ZlibStatus.streamError, 'while flushing')
        const output = self.deflate.push(new Uint8Array(0), mode as Flush)
        if (mode === Flush.finish) self.deflate = null
        return new PyBytes(output)
      },
      'Return what is left of the compressed data. After Z_FINISH, the default, the object cannot be used any more.',
    ),
    builtin('copy($self, /)', copyOfCompress, 'Return a copy that goes on independently.'),
    builtin('__copy__($self, /)', copyOfCompress),
    builtin('__deepcopy__($self, memo, /)', copyOfCompress),
  ],
})

// Decompress.

const decompressType = builtinType('Decompress', { module: 'zlib', flags: TypeFlags.noInstantiation })
const nothing = new Uint8Array(0)

export class PyDecompress extends PyObject {
  /** Null when the end of the stream has been flushed. */
  inflate: Inflate | null
  readonly dictionary: Uint8Array | null
  unusedData: Uint8Array
  unconsumedTail: Uint8Array
  isAtEnd: boolean
  constructor(inflate: Inflate, dictionary: Uint8Array | null) {
    super(decompressType)
    this.inflate = inflate
    this.dictionary = dictionary
    this.unusedData = nothing
    this.unconsumedTail = nothing
    this.isAtEnd = false
    if (inflate.isRaw && dictionary !== null) inflate.setDictionary(dictionary)
  }

  /** Remembers input that was not used: what follows the stream, or what there was no room to decompress. */
  saveUnconsumed(data: Uint8Array, inflate: Inflate): void {
    const rest = data.slice(inflate.used)
    const isEnd = inflate.isDone
    if (isEnd && rest.length > 0) this.unusedData = joined([this.unusedData, rest])
    if ((!isEnd && rest.length > 0) || this.unconsumedTail.length > 0) this.unconsumedTail = rest
  }
}

function decompress(self: PyDecompress, data: Uint8Array, most: number): Value {
  if (most < 0) raise(valueErrorType, 'max_length must be non-negative')
  const { inflate } = self
  if (inflate === null) raiseZlibError(ZlibStatus.streamError, 'while decompressing data')
  const limit = most === 0 ? Number.POSITIVE_INFINITY : most
  const output = inflateWith(inflate, self.dictionary, data, limit)
  self.saveUnconsumed(data, inflate)
  if (inflate.isDone) self.isAtEnd = true
  return new PyBytes(output)
}

function flushDecompress(self: PyDecompress, length: number): Value {
  if (length <= 0) raise(valueErrorType, 'length must be greater than zero')
  const { inflate } = self
  if (inflate === null) return new PyBytes(nothing)
  const data = self.unconsumedTail
  const output = inflateWith(inflate, self.dictionary, data, Number.POSITIVE_INFINITY)
  self.saveUnconsumed(data, inflate)
  if (inflate.isDone) {
    self.isAtEnd = true
    self.inflate = null
  }
  return new PyBytes(output)
}

function copyOfDecompress(self: PyDecompress): Value {
  if (self.inflate === null) raise(valueErrorType, 'Inconsistent stream state')
  const copy = new PyDecompress(self.inflate.clone(), self.inflate.isRaw ? null : self.dictionary)
  copy.unusedData = self.unusedData
  copy.unconsumedTail = self.unconsumedTail
  copy.isAtEnd = self.isAtEnd
  return copy
}

defineType(decompressType, {
  methods: () => [
    builtin(
      'decompress($self, data: buffer, /, max_length: ssize = 0)',
      decompress,
      'Decompress data and return what comes out, max_length bytes at most unless that is 0. Input that was not needed for them is kept as unconsumed_tail.',
    ),
    builtin('flush($self, length: ssize = 16384, /)', flushDecompress, 'Return what is left of the decompressed data.'),
    builtin('copy($self, /)', copyOfDecompress, 'Return a copy that goes on independently.'),
    builtin('__copy__($self, /)', copyOfDecompress),
    builtin('__deepcopy__($self, memo, /)', copyOfDecompress),
  ],
  members: () => [
    ['unused_data', ({ unusedData }: PyDecompress) => new PyBytes(unusedData)],
    ['unconsumed_tail', ({ unconsumedTail }: PyDecompress) => new PyBytes(unconsumedTail)],
    ['eof', ({ isAtEnd }: PyDecompress) => isAtEnd],
  ],
})

// _ZlibDecompressor, which keeps its input itself.

export const decompressorType = builtinType('_ZlibDecompressor', { module: 'zlib', flags: 0 })

class PyDecompressor extends PyObject {
  readonly inflate: Inflate
  readonly dictionary: Uint8Array | null
  input: Uint8Array
  unusedData: Uint8Array
  isAtEnd: boolean
  needsInput: boolean
  constructor(inflate: Inflate, dictionary: Uint8Array | null, type: PyType) {
    super(type)
    this.inflate = inflate
    this.dictionary = dictionary
    this.input = nothing
    this.unusedData = nothing
    this.isAtEnd = false
    this.needsInput = true
    if (inflate.isRaw && dictionary !== null) inflate.setDictionary(dictionary)
  }
}

/** The dictionary of a `zdict` argument; null if it is empty. */
export function dictionaryArgument(value: Value): Uint8Array | null {
  const bytes = bufferOf(value)
  if (bytes === undefined) raiseTypeError('zdict argument must support the buffer protocol')
  return bytes.length === 0 ? null : bytes.slice()
}

const constructor = builtin("_ZlibDecompressor(wbits: ssize = 15, zdict=b'')", () => null)
decompressorType.new = (type: PyType, args: Value[], keywords: KeywordNames) => {
  const [bits, dictionary] = bindArguments(constructor, constructor.signature, args, keywords) as [number, Value]
  const zdict = dictionaryArgument(dictionary)
  const inflate = Inflate.create(bits)
  if (inflate === null) raise(valueErrorType, 'Invalid initialization option')
  return new PyDecompressor(inflate, zdict, type)
}

function decompressMore(self: PyDecompressor, data: Uint8Array, most: number): Value {
  if (self.isAtEnd) raise(eofErrorType, 'End of stream already reached')
  const input = self.input.length === 0 ? data.slice() : joined([self.input, data])
  const limit = most < 0 ? Number.POSITIVE_INFINITY : most
  const output = inflateWith(self.inflate, self.dictionary, input, limit)
  const rest = input.subarray(self.inflate.used)
  self.input = nothing
  if (self.inflate.isDone) {
    self.isAtEnd = true
    self.needsInput = false
    self.unusedData = rest
  } else {
    self.input = rest
    self.needsInput = rest.length === 0 && output.length < limit
  }
  return new PyBytes(output)
}

defineType(decompressorType, {
  signature: "(wbits=15, zdict=b'')",
  doc: 'Decompresses piece by piece, and keeps input that it could not use yet.',
  methods: () => [
    builtin(
      'decompress($self, /, data: buffer, max_length: ssize = -1)',
      decompressMore,
      'Decompress data and return what comes out, max_length bytes at most unless that is negative.',
    ),
  ],
  members: () => [
    ['eof', ({ isAtEnd }: PyDecompressor) => isAtEnd, null, 'True if the end-of-stream marker has been reached.'],
    ['unused_data', ({ unusedData }: PyDecompressor) => new PyBytes(unusedData), null, 'Data found after the end.'],
    ['needs_input', ({ needsInput }: PyDecompressor) => needsInput, null, 'True if more input is needed.'],
  ],
})
