/**
 * Checksums: zlib's CRC-32 and Adler-32, and the CRC-CCITT of `binascii.crc_hqx`.
 */

let crcTables: readonly Int32Array[] | null = null

/** By the reflected polynomial 0xEDB88320: what a byte leaves, and what it leaves that one, two or three others follow. */
function makeTables(): readonly Int32Array[] {
  const [table, second, third, fourth] = Array.from({ length: 4 }, () => new Int32Array(256)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  for (let i = 0; i < 256; i++) {
    let value = i
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[i] = value
  }
  const following = (value: number): number => table[value & 255]! ^ (value >>> 8)
  for (let i = 0; i < 256; i++) {
    second[i] = following(table[i]!)
    third[i] = following(second[i]!)
    fourth[i] = following(third[i]!)
  }
  return (crcTables = [table, second, third, fourth])
}

/** Four bytes at a time, whose tables do not wait for each other. */
export function crc32(bytes: Uint8Array, start: number): number {
  const tables = crcTables ?? makeTables()
  const table = tables[0]!
  const second = tables[1]!
  const third = tables[2]!
  const fourth = tables[3]!
  let crc = ~start
  let i = 0
  for (; i + 3 < bytes.length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc = fourth[crc & 255]! ^ third[(crc >>> 8) & 255]! ^ second[(crc >>> 16) & 255]! ^ table[crc >>> 24]!
  }
  for (; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8)
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
