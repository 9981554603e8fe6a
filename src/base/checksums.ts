/**
 * Checksums: zlib's CRC-32 and Adler-32, and the CRC-CCITT of `binascii.crc_hqx`.
 */

let crcTable: Int32Array | null = null

/** By the reflected polynomial 0xEDB88320. */
function makeTable(): Int32Array {
  const table = new Int32Array(256)
  for (let i = 0; i < 256; i++) {
    let value = i
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[i] = value
  }
  return (crcTable = table)
}

export function crc32(bytes: Uint8Array, start: number): number {
  const table = crcTable ?? makeTable()
  let crc = ~start
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8)
  return ~crc >>> 0
}

export function adler32(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff
  let b = start >>> 16
  // 5,552 bytes are the most before the sums pass 32 bits.
  for (let i = 0; i < bytes.length; ) {
    const end = Math.min(i + 5552, bytes.length)
    for (; i < end; i++) {
      a += bytes[i]!
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return ((b << 16) | a) >>> 0
}

/** Polynomial 0x1021, most significant bit first. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff
  for (let i = 0; i < bytes.length; i++) {
    crc ^= bytes[i]! << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}
