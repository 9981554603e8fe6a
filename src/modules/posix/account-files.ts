/** The lines of /etc/passwd and /etc/group: fields between colons. Without such a file there are no accounts. */
import { HostError } from '../../base/host.ts'
import { vm } from '../../objects/vm.ts'
import { pythonFiles } from './python-files.ts'

function bytesOf(path: string): Uint8Array {
  const files = pythonFiles()
  const fd = files.open(path, 0, 0)
  try {
    const pieces: Uint8Array[] = []
    for (;;) {
      const piece = new Uint8Array(65536)
      const count = files.read(fd, piece, null)
      if (count === 0) break
      pieces.push(piece.subarray(0, count))
    }
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  } finally {
    files.close(fd)
  }
}

/** The entries with so many fields; names are taken as Latin-1 where they are no ASCII. */
export function accountEntries(path: string, fields: number): string[][] {
  if (vm.host.files === null) return []
  let text = ''
  try {
    for (const byte of bytesOf(path)) text += String.fromCharCode(byte)
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
    return []
  }
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(':'))
    .filter(parts => parts.length === fields)
}
