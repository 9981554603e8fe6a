/** What inflating and deflating have in common: the alphabet of RFC 1951, flush modes, and the containers around it. */

/** First length of each length code, and how many extra bits follow it; codes 257 to 285. */
export const lengthBases: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
export const lengthExtra: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]
export const distanceBases: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
export const distanceExtra: readonly number[] = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
/** In which order the lengths of the code length codes are written: those likely to be zero last. */
export const codeLengthOrder: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

export const endOfBlock = 256

/** Lengths of the fixed literal and length codes. */
export const fixedLiteralLengths: Uint8Array = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
)
export const fixedDistanceLengths: Uint8Array = new Uint8Array(30).fill(5)

export const Flush = { none: 0, partial: 1, sync: 2, full: 3, finish: 4, block: 5, trees: 6 } as const
export type Flush = (typeof Flush)[keyof typeof Flush]

export const Strategy = { default: 0, filtered: 1, huffmanOnly: 2, rle: 3, fixed: 4 } as const
export type Strategy = (typeof Strategy)[keyof typeof Strategy]

/** zlib's error numbers. */
export const ZlibStatus = {
  ok: 0,
  streamEnd: 1,
  needDictionary: 2,
  streamError: -2,
  dataError: -3,
  bufferError: -5,
} as const
