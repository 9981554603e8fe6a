/** Reads a zip archive: as much of the format as Python's library archive needs (stored or deflated, no encryption, no ZIP64). */
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  /** Seconds since 1970; zip archives know only even ones, and no time zone. */
  readonly modified: number
  readonly contents: Buffer
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

export function readZip(archive: Buffer): ZipEntry[] {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== endSignature) end--
  if (end < 0) throw new Error('not a zip archive')
  const count = archive.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('a damaged zip archive')
    const method = archive.readUInt16LE(at + 10)
    const size = archive.readUInt32LE(at + 20)
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const header = archive.readUInt32LE(at + 42)
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
    const stored = archive.subarray(start, start + size)
    if (method !== 0 && method !== 8) throw new Error(`${name}: compression method ${method}`)
    if (!name.endsWith('/'))
      entries.push({
        name,
        modified: secondsFromDos(archive.readUInt16LE(at + 12), archive.readUInt16LE(at + 14)),
        contents: method === 8 ? inflateRawSync(stored) : stored,
      })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function secondsFromDos(time: number, date: number): number {
  const milliseconds = Date.UTC(
    1980 + (date >> 9),
    ((date >> 5) & 15) - 1,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  )
  return milliseconds / 1000
}
