/**
 * Loads the runtime, which are scripts of some megabytes, fast: with the bytecode that V8 made of it in an earlier process.
 *
 * Compiling the script takes most of the time that starting takes; V8's cached data has the functions that a small program needs,
 * compiled. It holds for one version of V8 with the same flags, so it is kept in a file named after both, beside the script where that
 * can be written, else in the user's cache folder: never where other users could put one. A process that finds none leaves one when
 * it ends; the first one that computes for long leaves another, which has what tier 2 and larger programs need: compiling that was 8% of what
 * a program does until its first call of 20 ms ends. Node has such a cache of its own from 22.1 on, but also where it has none, starting should be fast.
 *
 * The script is plain ASCII, so that it can be read as Latin-1 and V8 keeps one byte for a character.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { Script } from 'node:vm'

/** What the script exports: the command line and the embedding API. */
export interface Runtime {
  readonly start: () => Promise<void>
  readonly [name: string]: unknown
}

const file = path.join(__dirname, 'node.cjs')
let runtime: Runtime | null = null

/** The runtime, loaded on first use. */
export function load(): Runtime {
  return (runtime ??= evaluate())
}

function evaluate(): Runtime {
  const source = scriptOf(readFileSync(path.join(__dirname, 'core.js'), 'latin1'), readFileSync(file, 'latin1'))
  const name = cacheName(source.length)
  const small = cachePlaces(`${name}.cache`)
  const large = cachePlaces(`${name}-large.cache`)
  const largeData = readFirst(large)
  const cachedData = largeData ?? readFirst(small)
  const script = new Script(source, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  const isMissing = cachedData === undefined || script.cachedDataRejected === true
  process.once('exit', () => {
    const isLarge = process.cpuUsage().user > largeMicroseconds
    if (!isMissing && (!isLarge || largeData !== undefined)) return
    // A large one that was rejected would be read again before any small one.
    writeFirst(isLarge || largeData !== undefined ? large : small, () => script.createCachedData())
  })
  const module = { exports: {} as Runtime }
  const run = script.runInThisContext() as (...args: unknown[]) => void
  run.call(module.exports, module.exports, createRequire(file), module, file, __dirname)
  return module.exports
}

/**
 * The core and Node's part as one script. The core is an ES module, which V8 caches nothing for here: its last statement, which exports, is
 * cut off, and what it exports for us is returned instead.
 */
function scriptOf(core: string, node: string): string {
  const end = Math.max(core.lastIndexOf('export{'), core.lastIndexOf('export {'))
  const internals = /([\w$]+) as internals/.exec(core.slice(end))?.[1] ?? 'internals'
  const evaluated = `(function(){"use strict";${core.slice(0, end)};return ${internals}})()`
  return `(function(exports,require,module,__filename,__dirname){const internals=${evaluated};${node}\n})`
}

/** How much a process has computed that is taken to have compiled what programs need. */
const largeMicroseconds = 1.5e6

/** V8 compares the length of the source only; a build is told from another by its cache being removed. */
function cacheName(length: number): string {
  const options = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(' ')]
  const flags = options.filter(option => /^--[\w=-]+$/.test(option)).join('')
  return `runtime-${process.versions.v8}-${process.arch}-${length}${flags.slice(0, 100)}`
}

function cachePlaces(name: string): string[] {
  const folder = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache')
  return [path.join(__dirname, name), path.join(folder, 'taipan', name)]
}

function readFirst(places: readonly string[]): Buffer | undefined {
  for (const place of places)
    try {
      return readFileSync(place)
    } catch {
      // The next place may have it.
    }
  return undefined
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
