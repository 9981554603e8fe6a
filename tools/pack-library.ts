/**
 * Packs the Python library: CPython's own pure-Python modules from the archive in the `pyodide` package, and what stands in `lib`: modules
 * that the archive lacks, and changes to some that it has, as diffs. A diff leaves every line that a traceback can show as it is and
 * where it is.
 *
 * Two files come of it. `library.pack` is blocks one after the other, each compressed alone, so that an import reads and
 * inflates little more than it needs: blocks of the source of every file, and blocks of the compiled code of modules that programs
 * commonly import (library/selection.ts), as marshalled by our own compiler. `library.json` is the index. At run time the two appear as a
 * folder of the file system that only Python sees (modules/library).
 *
 * Compressing takes longer than all the rest of a build, so compressed blocks are remembered in node_modules/.cache by their contents.
 *
 *   tsx tools/pack-library.ts [--out DIR]
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import type { LibraryBlock, LibraryIndex, LibraryRow } from '../src/base/library-index.ts'
import { compileSource } from '../src/compiler/compile.ts'
import { marshal } from '../src/compiler/marshal-writer.ts'
import { applyDiff } from './library/apply-diff.ts'
import { readZip, type ZipEntry } from './library/read-zip.ts'
import { blockOfCode, isPacked } from './library/selection.ts'
import { filesUnder, root } from './source-files.ts'

const archive = path.join(root, 'node_modules/pyodide/python_stdlib.zip')
const cache = path.join(root, 'node_modules/.cache/taipan-library')

/** A block of sources gets no further file once it has this many bytes. */
const sourceBlock = 768 * 1024

/** The blocks of one kind: files one after the other. */
class Blocks {
  readonly #files: Uint8Array[][] = []
  readonly #sizes: number[] = []

  /** The number of the block, and where in it the file begins. */
  add(bytes: Uint8Array, block: number): [block: number, start: number] {
    const start = this.size(block)
    ;(this.#files[block] ??= []).push(bytes)
    this.#sizes[block] = start + bytes.length
    return [block, start]
  }

  /** To the last block, or a new one. */
  append(bytes: Uint8Array): [block: number, start: number] {
    const last = Math.max(this.#files.length - 1, 0)
    return this.add(bytes, this.size(last) < sourceBlock ? last : last + 1)
  }

  size(block: number): number {
    return this.#sizes[block] ?? 0
  }

  finish(): Buffer[] {
    return this.#files.map(files => Buffer.concat(files))
  }
}

function compressed(bytes: Uint8Array): Buffer {
  const remembered = path.join(cache, createHash('sha256').update(bytes).digest('hex').slice(0, 32))
  if (existsSync(remembered)) return readFileSync(remembered)
  const piece = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  writeAside(remembered, piece)
  return piece
}

/** Packs into the folder; answers how many bytes it wrote. */
export function packLibrary(out: string): number {
  if (isFresh(out)) return size(out, 'library.pack') + size(out, 'library.json')
  mkdirSync(cache, { recursive: true })
  mkdirSync(out, { recursive: true })
  const entries = readZip(readFileSync(archive))
    .filter(entry => isPacked(entry.name))
    .map(changed)
    .concat(ownModules())
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const sources = new Blocks()
  const codes = new Blocks()
  const files = Object.fromEntries(entries.map(entry => [entry.name, rowOf(entry, sources, codes)]))
  const pack: Buffer[] = []
  const modified = Math.max(...entries.map(entry => entry.modified))
  const index: LibraryIndex = {
    modified,
    files,
    sources: place(sources.finish(), pack),
    codes: place(codes.finish(), pack),
  }
  const text = JSON.stringify(index)
  const packed = Buffer.concat(pack)
  writeAside(path.join(out, 'library.pack'), packed)
  writeAside(path.join(out, 'library.json'), text)
  return packed.length + text.length
}

/** The files of `lib`, as if they stood in the archive. Their time must not depend on when they were checked out. */
function ownModules(): ZipEntry[] {
  return filesUnder(['lib'], '.py').map(file => ({
    name: path.relative('lib', file),
    modified: 0,
    contents: readFileSync(path.join(root, file)),
  }))
}

/** The file with our changes, if there are any; tables of character sets without the names of characters, which are a third of the codecs' size. */
function changed(entry: ZipEntry): ZipEntry {
  const diff = path.join(root, 'lib', `${entry.name}.diff`)
  if (entry.name.startsWith('encodings/')) {
    const text = Buffer.from(entry.contents).toString()
    return { ...entry, contents: Buffer.from(text.replaceAll(/^(\s+(?:0x.*?,|'.*?'))[ \t]+#.*$/gm, '$1')) }
  }
  if (!existsSync(diff)) return entry
  const text = applyDiff(Buffer.from(entry.contents).toString(), readFileSync(diff, 'utf8'))
  return { ...entry, contents: Buffer.from(text) }
}

/** Is the pack newer than all that it is made from? */
function isFresh(out: string): boolean {
  const packed = path.join(out, 'library.json')
  if (!existsSync(packed)) return false
  const { mtimeMs } = statSync(packed)
  const inputs = filesUnder(
    ['src/base', 'src/frontend', 'src/compiler', 'tools/library', 'tools/pack-library.ts'],
    '.ts',
  )
  return [
    archive,
    ...[...inputs, ...filesUnder(['lib'], '.py'), ...filesUnder(['lib'], '.diff')].map(file => path.join(root, file)),
  ].every(file => statSync(file).mtimeMs < mtimeMs)
}

const size = (out: string, name: string): number => statSync(path.join(out, name)).size

/** The row of the index for a file: where its source is, and its code if that is packed. */
function rowOf(entry: ZipEntry, sources: Blocks, codes: Blocks): LibraryRow {
  const source = [entry.contents.length, ...sources.append(entry.contents)] as const
  const block = blockOfCode(entry.name)
  if (block < 0) return source
  const code = marshal(compileSource(entry.contents, entry.name, 'exec'))
  return [...source, code.length, ...codes.add(code, block)]
}

/** Compresses blocks and appends them to the pack. */
function place(blocks: readonly Buffer[], pack: Buffer[]): LibraryBlock[] {
  let offset = pack.reduce((sum, piece) => sum + piece.length, 0)
  return blocks.map(block => {
    const piece = compressed(block)
    pack.push(piece)
    const at = offset
    offset += piece.length
    return [at, piece.length, block.length]
  })
}

/** A build must not disturb a process that is reading the previous one. */
function writeAside(file: string, contents: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, contents)
  renameSync(temporary, file)
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(root, 'dist') } } })
  const started = performance.now()
  const bytes = packLibrary(path.resolve(values.out))
  console.log(`library: ${Math.round(bytes / 1024)} kB, ${Math.round(performance.now() - started)} ms`)
}
