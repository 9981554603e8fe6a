/**
 * Loads the runtime, which are scripts of a megabyte, fast: with the bytecode that V8 made of them in an earlier process.
 *
 * Compiling a script takes most of the time that starting takes; V8's cached data has the functions that a small program needs,
 * compiled. It holds for one version of V8 with the same flags, so it is kept in a file named after both, beside the script where that
 * can be written, else in the user's cache folder: never where other users could put one. A process that finds none leaves one when
 * it ends; the first one that computes for long leaves another, which has what tier 2 and larger programs need: compiling that was 8% of what
 * a program does until its first call of 20 ms ends. Node has such a cache of its own from 22.1 on, but also where it has none, starting should be fast.
 *
 * The scripts are plain ASCII, so that they can be read as Latin-1 and V8 keeps one byte for a character. Memory that has not been touched
 * before is what reading costs most: so the files of a script are put together where they are read, and then its cache is read to the same place.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { Script } from 'node:vm'

/** What the script exports: the command line and the embedding API. */
export interface Runtime {
  readonly start: () => Promise<void>
  readonly [name: string]: unknown
}

/** Gives what a bundle has for those that are built upon it, by the number of a file (tools/bundles.ts). */
type Internals = (file: number) => unknown

let runtime: Runtime | null = null

/** The runtime, loaded on first use. */
export function load(): Runtime {
  return (runtime ??= loadRuntime())
}

/** The core and Node's part, as one script. */
function loadRuntime(): Runtime {
  const text = new ScriptText(['core.js', 'node.cjs'])
  text.add('(function(exports,require,module,__filename,__dirname,loadPart){const internals=(function(){"use strict";')
  text.addModule('core.js')
  text.add('})();')
  text.addFile('node.cjs')
  text.add('\nreturn internals})')
  const file = path.join(__dirname, 'node.cjs')
  const module = { exports: {} as Runtime }
  const loaded = new Map<string, Internals>()
  const loadPart = (part: string): Internals => {
    if (!loaded.has(part)) loaded.set(part, evaluatePart(part, internals, build))
    return loaded.get(part)!
  }
  const { build } = text
  const internals = text.evaluate('core', file)(module.exports, require, module, file, __dirname, loadPart)
  return module.exports
}

/** A part of the program that is loaded when it is needed. */
function evaluatePart(part: string, core: Internals, build: string): Internals {
  const text = new ScriptText([`${part}.js`])
  text.add('(function($core){"use strict";')
  text.addModule(`${part}.js`)
  text.add('})')
  if (text.build !== build) throw new Error('taipan has been replaced while it was running')
  return text.evaluate(part, path.join(__dirname, `${part}.js`))(core)
}

/** A script that is put together of files that lie beside this one. */
class ScriptText {
  readonly #memory: Buffer
  #length: number
  /** Which build the module is of. */
  build: string
  constructor(files: readonly string[]) {
    // As much again, since V8's cache is about as large as its script.
    const size = files.reduce((sum, name) => sum + statSync(path.join(__dirname, name)).size, 1000)
    this.#memory = Buffer.allocUnsafeSlow(size * 2)
    this.#length = 0
    this.build = ''
  }

  add(text: string): void {
    this.#length += this.#memory.write(text, this.#length, 'latin1')
  }

  addFile(name: string): void {
    this.#length += readInto(this.#memory.subarray(this.#length), path.join(__dirname, name))!.length
  }

  /** An ES module, for which V8 caches nothing here: what it imports and exports is said at its end, and is cut off; what it has for others is returned. */
  addModule(name: string): void {
    this.addFile(name)
    const tail = this.#memory.toString('latin1', Math.max(0, this.#length - 4000), this.#length)
    const [ending, internals = 'internals', build] =
      /(?:import ?\{internals as \$core\}.*\n)?export ?\{(?:[^}]*?([\w$]+) as internals)?[^}]*\};?\s*\/\/(\w+)\s*$/.exec(
        tail,
      )!
    this.build = build!
    this.#length -= ending.length
    this.add(`;return ${internals}`)
  }

  /** The value of the script. From then on the memory is the cache's. */
  evaluate(name: string, filename: string): (...args: unknown[]) => Internals {
    const source = this.#memory.toString('latin1', 0, this.#length)
    const cache = cacheName(name, source.length)
    const small = cachePlaces(`${cache}.cache`)
    const large = cachePlaces(`${cache}-large.cache`)
    const largeData = readFirst(this.#memory, large)
    const cachedData = largeData ?? readFirst(this.#memory, small)
    const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) })
    const isMissing = cachedData === undefined || script.cachedDataRejected === true
    process.once('exit', () => {
      const isLarge = process.cpuUsage().user > largeMicroseconds
      if (!isMissing && (!isLarge || largeData !== undefined)) return
      // A large one that was rejected would be read again before any small one.
      writeFirst(isLarge || largeData !== undefined ? large : small, () => script.createCachedData())
    })
    return script.runInThisContext() as (...args: unknown[]) => Internals
  }
}

/** How much a process has computed that is taken to have compiled what programs need. */
const largeMicroseconds = 1.5e6

/** V8 compares the length of the source only; a build is told from another by its cache being removed. */
function cacheName(script: string, length: number): string {
  const options = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(' ')]
  const flags = options.filter(option => /^--[\w=-]+$/.test(option)).join('')
  return `${script}-${process.versions.v8}-${process.arch}-${length}${flags.slice(0, 100)}`
}

function cachePlaces(name: string): string[] {
  const folder = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache')
  return [path.join(__dirname, name), path.join(folder, 'taipan', name)]
}

function readFirst(memory: Buffer, places: readonly string[]): Buffer | undefined {
  for (const place of places) {
    const data = readInto(memory, place)
    if (data !== undefined) return data
  }
  return undefined
}

/** The bytes of the file, in the memory if there is room for them; undefined if it cannot be read. */
function readInto(memory: Buffer, file: string): Buffer | undefined {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return undefined
  }
  try {
    if (fstatSync(descriptor).size > memory.length) return readFileSync(descriptor)
    return memory.subarray(0, readSync(descriptor, memory, 0, memory.length, 0))
  } finally {
    closeSync(descriptor)
  }
}

function writeFirst(places: readonly string[], make: () => Buffer): void {
  let data: Buffer | null = null
  for (const place of places)
    try {
      mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
      data ??= make()
      writeFileSync(`${place}.${process.pid}.tmp`, data, { mode: 0o600 })
      renameSync(`${place}.${process.pid}.tmp`, place)
      return
    } catch {
      // The next place may be writable; if none is, every start is as slow as the first.
    }
}
