/** The module zlib. Compression is in base/zlib, so that it is there on every host. */
import { adler32, crc32 } from '../base/checksums.ts'
import { and } from '../base/int.ts'
import { Deflate } from '../base/zlib/deflate.ts'
import { Flush, Strategy, ZlibStatus } from '../base/zlib/format.ts'
import { Inflate } from '../base/zlib/inflate.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import {
  decompressorType,
  dictionaryArgument,
  errorType,
  inflated,
  PyCompress,
  PyDecompress,
  raiseZlibError,
} from './zlib/streams.ts'

const version = '1.3.1'
/** The default sizes, as zlib's own header has them. */
const mostWindowBits = 15
const memoryLevel = 8

/** An int as C's unsigned int sees it. */
const low32 = (value: Int): number => Number(and(value, 0xffffffff)) >>> 0

function compress(data: Uint8Array, level: number, windowBits: number): Value {
  const deflate = Deflate.create({ level, windowBits, memoryLevel, strategy: Strategy.default })
  if (deflate === null) raise(errorType, 'Bad compression level')
  const output = deflate.push(data, Flush.finish)
  deflate.release()
  return new PyBytes(output)
}

function decompress(data: Uint8Array, windowBits: number, bufferSize: number): Value {
  if (bufferSize < 0) raise(valueErrorType, 'bufsize must be non-negative')
  const inflate = Inflate.create(windowBits)
  if (inflate === null) raiseZlibError(ZlibStatus.streamError, 'while preparing to decompress data')
  const output = inflated(inflate, data, Number.POSITIVE_INFINITY)
  if (inflate.needsDictionary) raiseZlibError(ZlibStatus.needDictionary, 'while decompressing data')
  if (!inflate.isDone) raiseZlibError(ZlibStatus.bufferError, 'while decompressing data')
  inflate.release()
  return new PyBytes(output)
}

function compressObject(
  level: number,
  method: number,
  windowBits: number,
  memory: number,
  strategy: number,
  dictionary: Value,
): Value {
  let zdict: Uint8Array | null = null
  if (dictionary !== null) {
    const bytes = bufferOf(dictionary)
    if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(dictionary))}'`)
    zdict = bytes
  }
  const deflate = method === 8 ? Deflate.create({ level, windowBits, memoryLevel: memory, strategy }) : null
  if (deflate === null) raise(valueErrorType, 'Invalid initialization option')
  if (zdict !== null && !deflate.setDictionary(zdict)) raise(valueErrorType, 'Invalid dictionary')
  return new PyCompress(deflate)
}

function decompressObject(windowBits: number, dictionary: Value): Value {
  const zdict = dictionaryArgument(dictionary)
  const inflate = Inflate.create(windowBits)
  if (inflate === null) raise(valueErrorType, 'Invalid initialization option')
  return new PyDecompress(inflate, zdict)
}

defineModule('zlib', {
  doc: 'Compression and decompression as the zlib library does it (RFC 1950 to 1952), and its checksums.',
  functions: () => [
    builtin(
      'adler32($module, data: buffer, value: int = 1, /)',
      (data: Uint8Array, start: Int) => adler32(data, low32(start)),
      'Compute an Adler-32 checksum, beginning with a value.',
    ),
    builtin(
      'crc32($module, data: buffer, value: int = 0, /)',
      (data: Uint8Array, start: Int) => crc32(data, low32(start)),
      'Compute a CRC-32 checksum, beginning with a value.',
    ),
    builtin(
      'compress($module, data: buffer, /, level: ssize = -1, wbits: ssize = 15)',
      compress,
      'Return the data compressed: level 0 to 9, or -1 for a compromise; wbits is the size of the window and the kind of container.',
    ),
    builtin(
      'decompress($module, data: buffer, /, wbits: ssize = 15, bufsize: ssize = 16384)',
      decompress,
      'Return compressed data decompressed.',
    ),
    builtin(
      'compressobj($module, /, level: ssize = -1, method: ssize = 8, wbits: ssize = 15, memLevel: ssize = 8, strategy: ssize = 0, zdict=None)',
      compressObject,
      'Return an object that compresses piece by piece.',
    ),
    builtin(
      "decompressobj($module, /, wbits: ssize = 15, zdict=b'')",
      decompressObject,
      'Return an object that decompresses piece by piece.',
    ),
  ],
  attributes: () => ({
    error: errorType,
    _ZlibDecompressor: decompressorType,
    MAX_WBITS: mostWindowBits,
    DEFLATED: 8,
    DEF_MEM_LEVEL: memoryLevel,
    DEF_BUF_SIZE: 16384,
    Z_BEST_SPEED: 1,
    Z_BEST_COMPRESSION: 9,
    Z_DEFAULT_COMPRESSION: -1,
    Z_NO_COMPRESSION: 0,
    Z_FILTERED: Strategy.filtered,
    Z_HUFFMAN_ONLY: Strategy.huffmanOnly,
    Z_RLE: Strategy.rle,
    Z_FIXED: Strategy.fixed,
    Z_DEFAULT_STRATEGY: Strategy.default,
    Z_NO_FLUSH: Flush.none,
    Z_PARTIAL_FLUSH: Flush.partial,
    Z_SYNC_FLUSH: Flush.sync,
    Z_FULL_FLUSH: Flush.full,
    Z_FINISH: Flush.finish,
    Z_BLOCK: Flush.block,
    Z_TREES: Flush.trees,
    ZLIB_VERSION: version,
    ZLIB_RUNTIME_VERSION: version,
    __version__: '1.0',
  }),
})
