/**
 * From the command line and the environment to the configuration of an interpreter. What an option says counts before what a
 * variable says, except that numbers are added up to the greater. As Python/initconfig.c.
 */
import type { Optimization } from '../compiler/codegen/compiler.ts'
import { defaultConfiguration, type Configuration } from '../modules/configuration.ts'
import type { CommandLine } from './options.ts'

/** A configuration that cannot be: exit status 1. */
export class ConfigurationError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The variables that count: none with -E, and an empty one is like none. */
export class Variables {
  readonly #environment: Environment
  constructor(line: CommandLine, environment: Environment) {
    this.#environment = line.ignoreEnvironment > 0 ? {} : environment
  }

  text(name: string): string | null {
    return this.#environment[name] || null
  }

  /** A variable that stands for an option: a number says how many times, any other text once. */
  level(name: string): number {
    const text = this.text(name)
    if (text === null) return 0
    const number = /^\s*[+-]?\d+$/.test(text) ? Number(text) : 1
    return number < 0 ? 1 : number
  }
}

export function configurationFrom(line: CommandLine, variables: Variables, executable: string): Configuration {
  const level = (count: number, name: string): number => Math.max(count, variables.level(name))
  const { xOptions } = line
  const isDevelopment = xOptions['dev'] !== undefined || variables.text('PYTHONDEVMODE') !== null
  const inspect = level(line.inspect, 'PYTHONINSPECT') > 0
  const [encoding, errors] = streamEncoding(variables)
  return {
    ...defaultConfiguration,
    executable,
    searchPath: variables.text('PYTHONPATH')?.split(':') ?? [],
    xOptions,
    warnOptions: warnOptions(line, variables, isDevelopment),
    debug: level(line.debug, 'PYTHONDEBUG') > 0,
    optimization: Math.min(level(line.optimize, 'PYTHONOPTIMIZE'), 2) as Optimization,
    verbose: level(line.verbose, 'PYTHONVERBOSE'),
    quiet: line.quiet > 0,
    inspect,
    interactive: line.inspect > 0,
    isolated: line.isolated > 0,
    ignoresEnvironment: line.ignoreEnvironment > 0,
    importsSite: line.noSite === 0,
    usesUserSite: level(line.noUserSite, 'PYTHONNOUSERSITE') === 0,
    safePath: line.safePath > 0 || variables.text('PYTHONSAFEPATH') !== null,
    writesBytecode: level(line.noBytecode, 'PYTHONDONTWRITEBYTECODE') === 0,
    bytecodeFolder: bytecodeFolder(line, variables),
    bytesWarning: line.bytesWarning,
    developmentMode: isDevelopment,
    utf8Mode: setting(line, 'utf8', variables, 'PYTHONUTF8'),
    warnsOfDefaultEncoding:
      xOptions['warn_default_encoding'] !== undefined || variables.text('PYTHONWARNDEFAULTENCODING') !== null,
    threadsInheritContext: setting(line, 'thread_inherit_context', variables, 'PYTHON_THREAD_INHERIT_CONTEXT'),
    warningsKnowContext: setting(line, 'context_aware_warnings', variables, 'PYTHON_CONTEXT_AWARE_WARNINGS'),
    processorCount: processorCount(line, variables),
    unbuffered: level(line.unbuffered, 'PYTHONUNBUFFERED') > 0,
    hashSeed: hashSeed(variables),
    maxIntDigits: maxIntDigits(line, variables),
    debugRanges: xOptions['no_debug_ranges'] === undefined && variables.text('PYTHONNODEBUGRANGES') === null,
    streamEncoding: encoding,
    streamErrors: errors,
  }
}

/** Development mode's first, then the environment's, then the options', then those of -b: later ones count more. */
function warnOptions(line: CommandLine, variables: Variables, isDevelopment: boolean): string[] {
  const bytes = line.bytesWarning === 0 ? [] : [line.bytesWarning > 1 ? 'error::BytesWarning' : 'default::BytesWarning']
  const environment = variables.text('PYTHONWARNINGS')?.split(',') ?? []
  return [...(isDevelopment ? ['default'] : []), ...environment, ...line.warnings, ...bytes]
}

const bytecodeFolder = ({ xOptions }: CommandLine, variables: Variables): string | null => {
  const option = xOptions['pycache_prefix']
  return option === undefined ? variables.text('PYTHONPYCACHEPREFIX') : option === true || option === '' ? null : option
}

/** What `-X name=1` or a variable turns on, and 0 off. */
function setting({ xOptions }: CommandLine, name: string, variables: Variables, variable: string): boolean {
  const option = xOptions[name]
  const text = option ?? variables.text(variable)
  // Only UTF-8 mode may be turned on by its name alone.
  if (text === '1' || (text === true && name === 'utf8')) return true
  if (text === null || text === '0') return false
  if (name === 'utf8')
    throw new ConfigurationError(
      option === undefined ? `invalid ${variable} environment variable value` : `invalid -X ${name} option value`,
    )
  throw new ConfigurationError(
    option === undefined ? `${variable}=N: N is missing or invalid` : `-X ${name}=n: n is missing or invalid`,
  )
}

function processorCount({ xOptions }: CommandLine, variables: Variables): number {
  const text = xOptions['cpu_count'] ?? variables.text('PYTHON_CPU_COUNT') ?? 'default'
  if (text === 'default') return -1
  const count = typeof text === 'string' && /^\s*[+-]?\d+$/.test(text) ? Number(text) : 0
  if (count >= 1 && count < 2 ** 31) return count
  throw new ConfigurationError('-X cpu_count=n option: n is missing or an invalid number, n must be greater than 0')
}

function hashSeed(variables: Variables): number | null {
  const text = variables.text('PYTHONHASHSEED')
  if (text === null || text === 'random') return null
  const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(seed <= 0xffffffff))
    throw new ConfigurationError('PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]')
  return seed
}

const leastDigits = 640

function maxIntDigits(line: CommandLine, variables: Variables): number {
  const option = line.xOptions['int_max_str_digits']
  const text = variables.text('PYTHONINTMAXSTRDIGITS')
  if (option !== undefined) return digitsFrom(option === true ? '' : option, '-X int_max_str_digits')
  return text === null ? defaultConfiguration.maxIntDigits : digitsFrom(text, 'PYTHONINTMAXSTRDIGITS')
}

function digitsFrom(text: string, source: string): number {
  const digits = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
  if (digits === 0 || (digits >= leastDigits && digits < 2 ** 31)) return digits
  throw new ConfigurationError(`${source}: invalid limit; must be >= ${leastDigits} or 0 for unlimited.`)
}

/** Does the environment name a locale other than C? In C's, bytes that are no UTF-8 pass through the standard streams. */
function namesLocale(variables: Variables): boolean {
  const name = variables.text('LC_ALL') ?? variables.text('LC_CTYPE') ?? variables.text('LANG') ?? 'C'
  return !/^(?:C|POSIX|(?:C\.)?utf-?8)$/i.test(name)
}

function streamEncoding(variables: Variables): [encoding: string | null, errors: string | null] {
  const [encoding, errors] = variables.text('PYTHONIOENCODING')?.split(':') ?? []
  // An encoding alone makes errors strict.
  return [encoding || null, errors || (encoding || namesLocale(variables) ? 'strict' : 'surrogateescape')]
}
