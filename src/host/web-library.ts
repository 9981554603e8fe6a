/** The packed library where it has been fetched, for platforms that have no decoder of Brotli. */
import { inflateBrotli } from '../base/brotli/decode.ts'
import { BrotliDictionary } from '../base/brotli/dictionary.ts'
import type { HostLibrary } from '../base/host.ts'

/** The library from its three files: index, pack, and the dictionary that the pack's compression refers to. */
export function packedLibrary(index: string, pack: Uint8Array, dictionary: Uint8Array): HostLibrary {
  const words = new BrotliDictionary(dictionary)
  return {
    folder: '/lib/python3.14',
    readIndex: () => index,
    read: (offset, length) => pack.subarray(offset, offset + length),
    inflate: (bytes, size) => inflateBrotli(bytes, size, words),
  }
}
