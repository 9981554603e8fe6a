/**
 * The command line.
 *
 * The order of things is CPython's (Modules/main.c): read the options, answer what needs no interpreter, make one with everything that the
 * machine has, run the program, be interactive if that was asked for, finish, end with the exit status. What only some runs need (the
 * prompt, dumps, statistics) is loaded when it is needed.
 */
import { startTier2 } from './tier2.ts'
import { realpathSync } from 'node:fs'
import { nodeHost } from '../host/node-host.ts'
import { Interpreter } from '../host/interpreter.ts'
import { specialization } from '../interpreter/prepare.ts'
import { ProcessExit } from '../modules/posix/process.ts'
import { importAbsolute } from '../modules/import/import-name.ts'
import { endLateSpecs } from '../modules/import/late-specs.ts'
import { version } from '../modules/version.ts'
import { finishInterpreter } from '../modules/lifecycle.ts'
import { callMethod } from '../objects/call.ts'
import { enterVm, vm } from '../objects/vm.ts'
import { setHashSeed } from '../objects/hash.ts'
import { ConfigurationError, configurationFrom, Variables } from './environment.ts'
import { type Ending, endingOf } from './exit-status.ts'
import { Interrupts } from './interrupts.ts'
import { type CommandLine, type Information, isRegionDump, parseCommandLine } from './options.ts'
import { programName, runProgram, StartError } from './program.ts'
import { environmentText, helpText, UsageError, usageErrorText, xOptionsText } from './usage.ts'

const name = 'taipan'
const versionText = `Python ${version.major}.${version.minor}.${version.micro}`

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  try {
    await runCommandLine()
  } catch (thrown) {
    process.exit(complain(thrown))
  }
}

async function runCommandLine(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2))
  if (line.information !== null) {
    process.stdout.write(informationText(line.information))
    return
  }
  const variables = new Variables(line, process.env)
  const executable = executablePath()
  const interrupts = new Interrupts()
  const configuration = configurationFrom(line, variables, executable)
  if (configuration.hashSeed !== null) setHashSeed(configuration.hashSeed)
  const python = new Interpreter(hostWith(interrupts), {
    ...configuration,
    argv: [programName(line), ...line.rest.slice(line.rest[0] === '-' && line.program.kind === 'stdin' ? 1 : 0)],
    originalArgv: [process.argv[1] ?? name, ...process.argv.slice(2)],
  })
  specialization.isOn = line.specializes
  if (line.specializes) startTier2(line, variables)
  enterVm(python.vm)
  interrupts.watch(python.vm)
  const reportsFaults = line.xOptions['faulthandler'] ?? line.xOptions['dev'] ?? variables.text('PYTHONFAULTHANDLER')
  if (
    (reportsFaults ?? variables.text('PYTHONDEVMODE')) !== null &&
    (python.vm.sysAttribute('stderr') ?? null) !== null
  )
    callMethod(importAbsolute('faulthandler'), 'enable')
  // Which complains about options that are none.
  if (configuration.warnOptions.length > 0) importAbsolute('warnings')
  await run(line, variables, python, interrupts)
}

async function run(
  line: CommandLine,
  variables: Variables,
  python: Interpreter,
  interrupts: Interrupts,
): Promise<void> {
  const statistics = line.statistics === null ? null : await import('./statistics.ts')
  statistics?.startCounting()
  const explanation = line.explain === null ? null : await import('./explain.ts')
  explanation?.startExplaining()
  const dumps = line.dump === null ? null : await import('./dump.ts')
  if (line.dump !== null && isRegionDump(line.dump.what))
    (await import('./tier2-report.ts')).dumpRegions(line.dump.what, line.dump.name)
  else if (dumps !== null && line.dump!.what !== 'specialized') {
    const ending = endingOf(() => dumps.dumpSource(line, line.dump!), 'exits')
    return end(ending, interrupts)
  }
  const isPrompt = line.program.kind === 'stdin' && (python.vm.host.stdin?.isTerminal === true || line.inspect > 0)
  const inspects = (): boolean =>
    line.inspect > 0 || (variables.text('PYTHONINSPECT') ?? inspectFromProgram(line)) !== null
  let ending: Ending = { status: 0, isInterrupt: false }
  if (!isPrompt) ending = endingOf(() => runProgram(line, python.main), inspects() ? 'is shown' : 'exits')
  if (line.dump?.what === 'specialized') dumps!.dumpSpecialized(line.dump.name)
  if (isPrompt || inspects()) {
    endLateSpecs()
    const { Repl } = await import('./repl.ts')
    ending = await new Repl(python.main, interrupts, variables, line).run(isPrompt)
  }
  statistics?.printStatistics(line.statistics!)
  explanation?.explain(line.explain!)
  end(ending, interrupts)
}

/** A program may ask for the prompt by setting the variable itself. */
function inspectFromProgram(line: CommandLine): string | null {
  return line.ignoreEnvironment > 0 ? null : process.env['PYTHONINSPECT'] || null
}

/** Finishes the interpreter and ends the process: at once, for threads may be running that nobody waits for. */
function end(ending: Ending, interrupts: Interrupts): never {
  const hasFlushed = finishInterpreter()
  if (ending.isInterrupt) interrupts.die()
  process.exit(hasFlushed ? ending.status : 120)
}

/** Waiting can be interrupted. */
function hostWith(interrupts: Interrupts): ReturnType<typeof nodeHost> {
  const host = nodeHost()
  const sleep = (milliseconds: number): void => interrupts.sleep(milliseconds)
  return { ...host, clock: { ...host.clock, sleep } }
}

/** `sys.executable`: the script that starts us, which the system can run. */
function executablePath(): string {
  const script = process.argv[1]
  if (script === undefined) return ''
  try {
    return realpathSync(script)
  } catch {
    return script
  }
}

function informationText(what: Information): string {
  switch (what) {
    case 'version':
      return `${versionText}\n`
    case 'version-long':
      return `${versionText} [Taipan on ${process.release.name} ${process.version}]\n`
    case 'help':
      return helpText(name)
    case 'help-env':
      return environmentText
    case 'help-xoptions':
      return xOptionsText
    case 'help-all':
      return `${helpText(name)}\n${environmentText}\n${xOptionsText}`
  }
}

/**
 * Says why there was nothing to run, unless the program has ended itself (os._exit); answers the exit status. What is none of ours is a defect
 * and is thrown on.
 */
function complain(thrown: unknown): number {
  if (thrown instanceof ProcessExit) return thrown.status
  if (thrown instanceof UsageError) {
    process.stderr.write(usageErrorText(name, thrown.message))
    return 2
  }
  if (thrown instanceof ConfigurationError) {
    process.stderr.write(`Fatal Python error: ${thrown.message}\n`)
    return 1
  }
  if (thrown instanceof StartError) {
    if (vm.host.stderr !== null) vm.host.stderr.write(new TextEncoder().encode(`${thrown.message}\n`))
    return thrown.status
  }
  throw thrown
}
