/**
 * The command line as CPython reads it: single letters that may be run together (`-Bc 'print(1)'`), options with an argument that may be
 * joined to them (`-Wall`), and `-c`, `-m`, a file or `-`, after which everything belongs to the program. As Python/initconfig.c and
 * Python/getopt.c.
 *
 * Options with two dashes are Taipan's own, except for --help and --version and their like.
 */
import { UsageError } from './usage.ts'

/** Dumps of the program before it runs; of what its run has left; of each compiled region. */
const sourceDumps = ['tokens', 'ast', 'symbols', 'bytecode'] as const
const regionDumps = ['trace', 'passes', 'allocated', 'code'] as const
export type SourceDump = (typeof sourceDumps)[number]
export type RegionDump = (typeof regionDumps)[number]
export type Dump = SourceDump | 'specialized' | RegionDump
const dumps: readonly string[] = [...sourceDumps, 'specialized', ...regionDumps]

export const isRegionDump = (what: Dump): what is RegionDump => (regionDumps as readonly Dump[]).includes(what)

/** What is to be run. */
export type Program =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' }

export type Information = 'help' | 'help-env' | 'help-xoptions' | 'help-all' | 'version' | 'version-long'

export class CommandLine {
  program: Program = { kind: 'stdin' }
  /** What follows the program. */
  rest: readonly string[] = []
  /** Asked to print this and to end. */
  information: Information | null = null
  inspect = 0
  quiet = 0
  verbose = 0
  optimize = 0
  bytesWarning = 0
  debug = 0
  unbuffered = 0
  noBytecode = 0
  ignoreEnvironment = 0
  isolated = 0
  noUserSite = 0
  noSite = 0
  safePath = 0
  skipFirstLine = 0
  readonly warnings: string[] = []
  readonly xOptions: Record<string, string | true> = {}
  dump: { readonly what: Dump; readonly name: string | null } | null = null
  statistics: 'text' | 'json' | null = null
  /** The line of the program that is to be explained. */
  explain: { readonly file: string; readonly line: number } | null = null
  specializes = true
}

/** Options without an argument. */
const switches: Readonly<Record<string, (line: CommandLine) => void>> = {
  b: line => line.bytesWarning++,
  B: line => line.noBytecode++,
  d: line => line.debug++,
  E: line => line.ignoreEnvironment++,
  i: line => line.inspect++,
  I: line => {
    line.isolated++
    line.ignoreEnvironment++
    line.noUserSite++
    line.safePath++
  },
  O: line => line.optimize++,
  P: line => line.safePath++,
  q: line => line.quiet++,
  R: () => undefined,
  s: line => line.noUserSite++,
  S: line => line.noSite++,
  t: () => undefined,
  u: line => line.unbuffered++,
  v: line => line.verbose++,
  x: line => line.skipFirstLine++,
}

/** Options with an argument; true ends the options. */
const withArgument: Readonly<Record<string, (line: CommandLine, argument: string) => boolean>> = {
  c: (line, text) => {
    line.program = { kind: 'command', text: `${text}\n` }
    return true
  },
  m: (line, name) => {
    line.program = { kind: 'module', name }
    return true
  },
  W: (line, filter) => {
    line.warnings.push(filter)
    return false
  },
  X: (line, option) => {
    const equals = option.indexOf('=')
    line.xOptions[equals < 0 ? option : option.slice(0, equals)] = equals < 0 ? true : option.slice(equals + 1)
    return false
  },
}

const information: Readonly<Record<string, Information>> = {
  '--help': 'help',
  '--help-env': 'help-env',
  '--help-xoptions': 'help-xoptions',
  '--help-all': 'help-all',
  '--version': 'version',
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const line = new CommandLine()
  let at = 0
  for (; at < args.length; at++) {
    const argument = args[at]!
    if (!argument.startsWith('-') || argument === '-') break
    if (argument.startsWith('--')) {
      if (argument === '--') {
        at++
        break
      }
      at += readLongOption(line, argument, args[at + 1])
    } else {
      const end = readLetters(line, argument, args, at)
      if (end.isLast) {
        line.rest = args.slice(end.at + 1)
        return line
      }
      at = end.at
    }
  }
  if (at < args.length) {
    const name = args[at]!
    if (name !== '-') line.program = { kind: 'file', path: name }
    line.rest = args.slice(name === '-' ? at : at + 1)
  }
  return line
}

/** Answers how many of the arguments that follow were used. */
function readLongOption(line: CommandLine, option: string, next: string | undefined): number {
  const [name, value] = splitOnce(option, '=')
  if (value === null && Object.hasOwn(information, name)) {
    line.information ??= information[name]!
    return 0
  }
  if (name === '--check-hash-based-pycs' && value === null) {
    if (next === undefined) throw new UsageError('Argument expected for the --check-hash-based-pycs option')
    if (!['always', 'default', 'never'].includes(next))
      throw new UsageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'")
    return 1
  }
  if (name === '--no-specialization' && value === null) line.specializes = false
  else if (name === '--passes' && value !== null) line.xOptions['jit-passes'] = value
  else if (name === '--stats' && (value === null || value === 'json')) line.statistics = value ?? 'text'
  else if (name === '--explain' && value !== null) {
    const place = /^(.+):([0-9]{1,9})$/.exec(value)
    if (place === null) throw new UsageError('--explain takes FILE:LINE')
    line.explain = { file: place[1]!, line: Number(place[2]) }
  } else if (name === '--dump' && value !== null) {
    const [what, func] = splitOnce(value, ':')
    if (!dumps.includes(what)) throw new UsageError(`--dump must be one of ${dumps.join(', ')}`)
    line.dump = { what: what as Dump, name: func }
  } else throw new UsageError(`Unknown option: ${option}`)
  return 0
}

function splitOnce(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}

/** Reads `-xyz`; answers where the options end, or go on. */
function readLetters(
  line: CommandLine,
  letters: string,
  args: readonly string[],
  at: number,
): { readonly at: number; readonly isLast: boolean } {
  for (let i = 1; i < letters.length; i++) {
    const letter = letters[i]!
    if (letter === 'h' || letter === '?') line.information ??= 'help'
    else if (letter === 'V')
      line.information = line.information === 'version' ? 'version-long' : (line.information ?? 'version')
    else if (Object.hasOwn(switches, letter)) switches[letter]!(line)
    else if (Object.hasOwn(withArgument, letter)) {
      const isJoined = i + 1 < letters.length
      const argument = isJoined ? letters.slice(i + 1) : args[at + 1]
      if (argument === undefined) throw new UsageError(`Argument expected for the -${letter} option`)
      return { at: isJoined ? at : at + 1, isLast: withArgument[letter]!(line, argument) }
    } else if (letter === 'J') throw new UsageError('-J is reserved for Jython')
    else throw new UsageError(`Unknown option: -${letter}`)
  }
  return { at, isLast: false }
}
