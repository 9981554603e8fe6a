/**
 * Node (and what is like it) as the host: the whole machine, for the command line to grant.
 *
 * Modules of Node's that take milliseconds to load are loaded by the first use.
 */
import type { Hash } from 'node:crypto'
import { existsSync, fstatSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Host, HostHasher, HostInput, HostLibrary, HostOutput } from '../base/host.ts'
import { nodeClock } from './node-clock.ts'
import { hostErrorOf } from './node-errors.ts'
import { NodeFiles } from './node-files.ts'
import { nodeCollector } from './node-heap.ts'
import { nodeProcess } from './node-process.ts'

/** The folder that the built bundle lies in. */
const bundleFolder = path.dirname(fileURLToPath(import.meta.url))

let library: HostLibrary | null | undefined

/** The library beside the bundle: one for all interpreters of the process, which share what is read of it. */
export function nodeLibrary(): HostLibrary | null {
  return (library ??= libraryIn(bundleFolder))
}

/** Null where there is none: the sources run without a build. */
function libraryIn(folder: string): HostLibrary | null {
  const index = path.join(folder, 'library.json')
  if (!existsSync(index)) return null
  return {
    folder: path.join(folder, 'lib', 'python3.14').split(path.sep).join('/'),
    readIndex: () => readFileSync(index, 'utf8'),
    read: lazyPack(path.join(folder, 'library.pack')),
    inflate: (bytes, size) => process.getBuiltinModule('node:zlib').brotliDecompressSync(bytes, { chunkSize: size }),
  }
}

/** Reads pieces of a file that is opened when first one is wanted. */
function lazyPack(file: string): HostLibrary['read'] {
  let fd = -1
  return (offset, length) => {
    if (fd < 0) fd = openSync(file, 'r')
    const bytes = new Uint8Array(length)
    readSync(fd, bytes, 0, length, offset)
    return bytes
  }
}

function input(fd: number): HostInput | null {
  if (!isOpen(fd)) return null
  return {
    isTerminal: isTerminal(fd),
    descriptor: fd,
    read(size) {
      const bytes = new Uint8Array(size)
      return bytes.subarray(0, readWaiting(fd, bytes))
    },
  }
}

/** Only what is a device, and not the null device, can be a terminal; asking Node for anything else loads its network code. */
export function isTerminal(fd: number): boolean {
  const file = fstatSync(fd)
  if (!file.isCharacterDevice() || file.rdev === nullDevice()) return false
  return process.getBuiltinModule('node:tty').isatty(fd)
}

function nullDevice(): number | undefined {
  return statSync(devNull, { throwIfNoEntry: false })?.rdev
}

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}

/** A descriptor that does not block (a terminal that somebody else set so) is asked again. */
function readWaiting(fd: number, bytes: Uint8Array): number {
  for (;;) {
    try {
      return readSync(fd, bytes)
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw hostErrorOf(thrown)
      nodeClock.sleep(5)
    }
  }
}

function output(fd: number): HostOutput | null {
  if (!isOpen(fd)) return null
  return {
    isTerminal: isTerminal(fd),
    descriptor: fd,
    write(bytes) {
      for (let written = 0; written < bytes.length; ) {
        try {
          written += writeSync(fd, bytes, written)
        } catch (thrown) {
          if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw hostErrorOf(thrown)
          nodeClock.sleep(1)
        }
      }
    },
  }
}

const hasher = (hash: Hash): HostHasher => ({
  update: bytes => void hash.update(bytes),
  digest: () => new Uint8Array(hash.copy().digest()),
  copy: () => hasher(hash.copy()),
})

/** Everything that python3 has on this machine. */
export function nodeHost(): Host {
  return {
    clock: nodeClock,
    library: nodeLibrary(),
    stdin: input(0),
    stdout: output(1),
    stderr: output(2),
    files: new NodeFiles(),
    process: nodeProcess,
    collector: nodeCollector,
    random: count => process.getBuiltinModule('node:crypto').randomFillSync(new Uint8Array(count)),
    hasher: name => hasher(process.getBuiltinModule('node:crypto').createHash(name)),
  }
}
