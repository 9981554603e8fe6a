/**
 * The packed library at run time: sources and compiled code by their path within it.
 *
 * A pack is read and inflated block by block. The few blocks used last are kept, as imports come in clusters; what has been read
 * out of them (code objects as plain data) is kept for good, since all interpreters of the process share it.
 */
import type { Host, HostLibrary } from '../../base/host.ts'
import type { LibraryBlock, LibraryIndex, LibraryRow } from '../../base/library-index.ts'
import type { Code } from '../../compiler/code.ts'
import { readCode } from '../../compiler/marshal.ts'
import { markAsC } from './written-in-c.ts'

/** Inflated blocks kept: code has seventeen, those of what most programs import a sixth of a megabyte each; sources eleven, of three quarters. */
const keptBlocks = 8

export class LibraryStore {
  /** Where the library appears in Python's file system. */
  readonly folder: string
  #index: LibraryIndex | null
  readonly #library: HostLibrary
  #blocks: { readonly block: LibraryBlock; readonly bytes: Uint8Array }[]
  readonly #codes: Map<string, Code>
  #folders: Map<string, string[]> | null

  constructor(library: HostLibrary) {
    this.folder = library.folder
    this.#index = null
    this.#library = library
    this.#blocks = []
    this.#codes = new Map()
    this.#folders = null
  }

  get index(): LibraryIndex {
    return (this.#index ??= JSON.parse(this.#library.readIndex()) as LibraryIndex)
  }

  row(name: string): LibraryRow | undefined {
    return Object.hasOwn(this.index.files, name) ? this.index.files[name] : undefined
  }

  #inflated(block: LibraryBlock): Uint8Array {
    const known = this.#blocks.find(each => each.block === block)
    if (known !== undefined) return known.bytes
    const [offset, length, size] = block
    const bytes = this.#library.inflate(this.#library.read(offset, length), size)
    this.#blocks = [{ block, bytes }, ...this.#blocks.slice(0, keptBlocks - 1)]
    return bytes
  }

  /** The text of a file that is in the index. */
  source(name: string): Uint8Array {
    const [size, block, start] = this.row(name)!
    return this.#inflated(this.index.sources[block]!).subarray(start, start + size)
  }

  /** The marshalled code of a file; null where only the source is packed. */
  marshalled(name: string): Uint8Array | null {
    const [, , , size, block, start] = this.row(name)!
    if (size === undefined) return null
    return this.#inflated(this.index.codes[block!]!).subarray(start!, start! + size)
  }

  /** The packed code of a file, as if compiled from `filename`; null where only the source is packed. */
  code(name: string, filename: string): Code | null {
    const key = `${name}\0${filename}`
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    const bytes = this.marshalled(name)
    if (bytes === null) return null
    const code = readCode(bytes, filename)
    markAsC(name, code)
    this.#codes.set(key, code)
    return code
  }

  /** Keeps code that was compiled from a source of the library. */
  remember(name: string, code: Code): void {
    markAsC(name, code)
    this.#codes.set(`${name}\0${code.filename}`, code)
  }

  /** Names in a folder ('' for the top); undefined if there is no such folder. */
  list(folder: string): readonly string[] | undefined {
    return (this.#folders ??= foldersOf(Object.keys(this.index.files))).get(folder)
  }
}

function foldersOf(files: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  const namesIn = (folder: string): string[] => {
    let names = folders.get(folder)
    if (names === undefined) {
      folders.set(folder, (names = []))
      if (folder !== '') {
        const slash = folder.lastIndexOf('/')
        namesIn(folder.slice(0, Math.max(slash, 0))).push(folder.slice(slash + 1))
      }
    }
    return names
  }
  for (const file of files) {
    const slash = file.lastIndexOf('/')
    namesIn(file.slice(0, Math.max(slash, 0))).push(file.slice(slash + 1))
  }
  return folders
}

const stores = new WeakMap<HostLibrary, LibraryStore>()

/** The host's library; null if it has none. */
export function libraryOf(host: Host): LibraryStore | null {
  const { library } = host
  if (library === null) return null
  let store = stores.get(library)
  if (store === undefined) stores.set(library, (store = new LibraryStore(library)))
  return store
}
