/**
 * How an interpreter was started: what the command line, the environment and the embedder decided. CPython's PyConfig.
 *
 * Whoever makes an interpreter puts it there (host/python.ts) before any module is made; `sys` shows most of it.
 */
import { bytesWarnings } from '../builtins/bytes-warnings.ts'
import { columns } from '../builtins/code-iterators.ts'
import { digitLimit } from '../builtins/int-digit-limit.ts'
import type { Optimization } from '../compiler/codegen/compiler.ts'
import { vm, type Vm } from '../objects/vm.ts'

export interface Configuration {
  /** `sys.argv`. */
  readonly argv: readonly string[]
  /** The whole command line. */
  readonly originalArgv: readonly string[]
  readonly executable: string
  /** What is searched before the library: PYTHONPATH. */
  readonly searchPath: readonly string[]
  /** `-X` options; those without a value are true. */
  readonly xOptions: Readonly<Record<string, string | true>>
  /** `-W` and PYTHONWARNINGS. */
  readonly warnOptions: readonly string[]
  readonly debug: boolean
  readonly optimization: Optimization
  readonly verbose: number
  readonly quiet: boolean
  readonly inspect: boolean
  readonly interactive: boolean
  readonly isolated: boolean
  readonly ignoresEnvironment: boolean
  readonly importsSite: boolean
  readonly usesUserSite: boolean
  readonly safePath: boolean
  readonly writesBytecode: boolean
  /** `sys.pycache_prefix`. */
  readonly bytecodeFolder: string | null
  readonly bytesWarning: number
  readonly developmentMode: boolean
  /** `-X utf8`: everything is UTF-8 without it. */
  readonly utf8Mode: boolean
  readonly warnsOfDefaultEncoding: boolean
  readonly threadsInheritContext: boolean
  readonly warningsKnowContext: boolean
  /** What `os.cpu_count()` answers; −1 for what the machine has. */
  readonly processorCount: number
  /** Standard streams without buffers (-u). */
  readonly unbuffered: boolean
  /** `PYTHONHASHSEED`: null for random hashes. */
  readonly hashSeed: number | null
  readonly maxIntDigits: number
  readonly debugRanges: boolean
  /** Encoding and error handler of the standard streams, where PYTHONIOENCODING gives them. */
  readonly streamEncoding: string | null
  readonly streamErrors: string | null
}

export const defaultConfiguration: Configuration = {
  argv: [''],
  originalArgv: [],
  executable: '',
  searchPath: [],
  xOptions: {},
  warnOptions: [],
  debug: false,
  optimization: 0,
  verbose: 0,
  quiet: false,
  inspect: false,
  interactive: false,
  isolated: false,
  ignoresEnvironment: false,
  importsSite: true,
  usesUserSite: true,
  safePath: false,
  writesBytecode: false,
  bytecodeFolder: null,
  bytesWarning: 0,
  developmentMode: false,
  utf8Mode: false,
  warnsOfDefaultEncoding: false,
  threadsInheritContext: false,
  warningsKnowContext: false,
  processorCount: -1,
  unbuffered: false,
  hashSeed: null,
  maxIntDigits: 4300,
  debugRanges: true,
  streamEncoding: null,
  streamErrors: null,
}

const key = { create: (): { value: Configuration } => ({ value: defaultConfiguration }) }

/** The configuration of the current interpreter. */
export const configuration = (): Configuration => vm.state(key).value

export function configure(target: Vm, value: Configuration): void {
  target.state(key).value = value
  target.state(bytesWarnings).areOn = value.bytesWarning > 0
  target.state(columns).areShown = value.debugRanges
  target.state(digitLimit).digits = value.maxIntDigits
}
