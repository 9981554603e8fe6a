/**
 * The prompt: reads statements, runs each, shows what they are worth.
 *
 * A statement is compiled in mode `single`, whose expressions go to sys.displayhook. While input is missing, or a compound statement has
 * not been closed by an empty line, lines are gathered.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { configuration } from '../modules/configuration.ts'
import { flushStreams } from '../modules/lifecycle.ts'
import { registerSource, rememberSource } from '../modules/source-lines.ts'
import { version } from '../modules/version.ts'
import { callMethod } from '../objects/call.ts'
import { type PyBaseException, raised } from '../objects/exception.ts'
import { keyboardInterruptType, systemExitType } from '../objects/exception-types.ts'
import type { PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import type { PyModule } from '../objects/module.ts'
import { strText } from '../objects/text.ts'
import { strOf } from '../objects/str.ts'
import { vm } from '../objects/vm.ts'
import { completionsOf } from './completion.ts'
import type { Variables } from './environment.ts'
import { type Ending, show, statusOf } from './exit-status.ts'
import { compileStatement } from './incomplete-input.ts'
import type { Interrupts } from './interrupts.ts'
import { type LineSource, StreamLines, TerminalLines } from './line-source.ts'
import type { CommandLine } from './options.ts'
import { runStartupFile } from './program.ts'

const futureFeatures = 0x1fe0000

export class Repl {
  readonly #main: PyModule
  readonly #interrupts: Interrupts
  readonly #variables: Variables
  readonly #line: CommandLine
  /** Features that a statement imported from `__future__` stay. */
  #flags: number
  #count: number

  constructor(main: PyModule, interrupts: Interrupts, variables: Variables, line: CommandLine) {
    this.#main = main
    this.#interrupts = interrupts
    this.#variables = variables
    this.#line = line
    this.#flags = 0
    this.#count = 0
  }

  async run(isWhole: boolean): Promise<Ending> {
    const isTerminal = vm.host.stdin?.isTerminal === true && vm.host.stdout?.isTerminal === true
    if (isWhole) this.#greet()
    vm.sys.setStr('ps1', vm.sysAttribute('ps1') ?? '>>> ')
    vm.sys.setStr('ps2', vm.sysAttribute('ps2') ?? '... ')
    if (!isTerminal) return this.#loop(new StreamLines(vm.host.stdin, text => writeTo('stderr', text)), '<stdin-')
    const lines = new TerminalLines(this.#readHistory(), line => completionsOf(line, this.#main.dict))
    const ending = await this.#loop(lines, '<python-input-')
    this.#writeHistory(lines.history)
    return ending
  }

  #greet(): void {
    if (!configuration().quiet) {
      const { major, minor, micro } = version
      writeTo('stderr', `Python ${major}.${minor}.${micro} [Taipan on ${process.release.name} ${process.version}]\n`)
      if (configuration().importsSite)
        writeTo('stderr', 'Type "help", "copyright", "credits" or "license" for more information.\n')
    }
    const startup = this.#variables.text('PYTHONSTARTUP')
    if (startup !== null && this.#line.program.kind === 'stdin')
      this.#attempt(() => runStartupFile(startup, this.#main))
  }

  async #loop(lines: LineSource, namePrefix: string): Promise<Ending> {
    for (;;) {
      const filename = `${namePrefix}${this.#count}>`
      const statement = await this.#readStatement(lines, filename)
      if (statement === 'end') {
        lines.close()
        if (lines instanceof TerminalLines) writeTo('stdout', '\n')
        else writeTo('stderr', '\n')
        return { status: 0, isInterrupt: false }
      }
      if (statement === 'nothing') continue
      this.#count++
      const status = this.#attempt(() => {
        this.#flags |= statement.flags & futureFeatures
        hooks.runCode(statement, this.#main.dict, this.#main.dict, null)
      })
      if (status !== null) {
        lines.close()
        return { status, isInterrupt: false }
      }
    }
  }

  /** A whole statement; 'nothing' where it was empty, wrong or interrupted. */
  async #readStatement(lines: LineSource, filename: string): Promise<PyCode | 'nothing' | 'end'> {
    let source = ''
    for (;;) {
      const typed = await lines.read(prompt(source === '' ? 'ps1' : 'ps2'))
      if (typed.kind === 'interrupt') {
        writeTo('stderr', '\nKeyboardInterrupt\n')
        return 'nothing'
      }
      if (typed.kind === 'end' && source === '') return 'end'
      const text = typed.kind === 'line' ? typed.text : ''
      if (source === '' && text.trim() === '') return 'nothing'
      source += `${text}\n`
      rememberSource(filename, source)
      let code: PyCode | undefined
      // The newline that ends the last line is for the compiler to add: with it, a block is closed.
      const status = this.#attempt(() => {
        code = compileStatement(source.slice(0, -1), filename, this.#flags)
      })
      if (code !== undefined) {
        registerSource(code, source, filename)
        return code
      }
      if (status !== null || this.#hasFailed) return 'nothing'
      if (typed.kind === 'end') return 'end'
    }
  }

  #hasFailed = false

  /** Runs something and shows what it raises; answers an exit status where the program wants to end. */
  #attempt(work: () => void): number | null {
    this.#hasFailed = false
    this.#interrupts.taken()
    try {
      work()
      return null
    } catch (thrown) {
      const exception = raised(thrown)
      this.#hasFailed = true
      if (exception.type.isSubtypeOf(systemExitType)) return statusOf(exception)
      hideCount(exception)
      if (exception.type.isSubtypeOf(keyboardInterruptType)) writeTo('stderr', '\n')
      show(exception)
      return null
    } finally {
      flushStreams()
    }
  }

  /** The file that the lines typed are kept in, the oldest first. */
  get #historyFile(): string {
    return this.#variables.text('PYTHON_HISTORY') ?? path.join(homedir(), '.python_history')
  }

  #readHistory(): string[] {
    try {
      const lines = readFileSync(this.#historyFile, 'utf8').split('\n')
      return lines.filter(line => line !== '').reverse()
    } catch {
      return []
    }
  }

  #writeHistory(lines: readonly string[]): void {
    try {
      writeFileSync(this.#historyFile, `${[...lines].reverse().join('\n')}\n`, { mode: 0o600 })
    } catch {
      // A home that cannot be written to has no history.
    }
  }
}

/** Statements of a stream are told apart by their number; a syntax error does not show it. */
function hideCount(exception: PyBaseException): void {
  const filename = exception.field('filename')
  if (typeof filename === 'string' && filename.startsWith('<stdin-')) exception.setField('filename', '<stdin>')
}

/** `sys.ps1` or `sys.ps2` as text: any object will do. */
function prompt(name: 'ps1' | 'ps2'): string {
  const value = vm.sysAttribute(name)
  try {
    return value === undefined ? '' : strText(value)
  } catch (thrown) {
    raised(thrown)
    return ''
  }
}

function writeTo(name: 'stdout' | 'stderr', text: string): void {
  const stream = vm.sysAttribute(name) ?? null
  if (stream === null) return
  try {
    callMethod(stream, 'write', strOf(text))
    callMethod(stream, 'flush')
  } catch (thrown) {
    raised(thrown)
  }
}
