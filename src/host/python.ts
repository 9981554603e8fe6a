/**
 * One Python interpreter: made from what the embedder grants, ready to run programs.
 *
 * Nothing is imported to start one: sys, builtins and `__main__` are made, and the standard streams. Whatever else a program needs comes
 * with its first import statement (modules/import).
 */
import './composition.ts'
import { bareHost, type Host, type HostOutput } from '../base/host.ts'
import { compileText } from '../interpreter/compiling.ts'
import { configure, defaultConfiguration, type Configuration } from '../modules/configuration.ts'
import { finishInterpreter, flushStreams, startInterpreter } from '../modules/lifecycle.ts'
import { rememberSource } from '../modules/source-lines.ts'
import { hooks } from '../objects/hooks.ts'
import type { PyModule } from '../objects/module.ts'
import type { Value } from '../objects/value.ts'
import { enterVm, Vm } from '../objects/vm.ts'
import { nodeInflate, nodeLibrary } from './node-host.ts'

export interface PythonOptions {
  /** What the program writes, as text in pieces. */
  readonly stdout?: (text: string) => void
  readonly stderr?: (text: string) => void
  /** Everything else that the program may reach. */
  readonly host?: Host
  readonly configuration?: Partial<Configuration>
}

/** A sink for text as an output of the host. */
function outputTo(sink: (text: string) => void): HostOutput {
  const decoder = new TextDecoder()
  return { isTerminal: false, write: bytes => sink(decoder.decode(bytes, { stream: true })) }
}

/** What a program gets that was granted nothing: the library and its output. */
function embeddedHost({
  stdout,
  stderr,
  host = { ...bareHost, library: nodeLibrary(), inflate: nodeInflate },
}: PythonOptions): Host {
  return {
    ...host,
    stdout: stdout === undefined ? host.stdout : outputTo(stdout),
    stderr: stderr === undefined ? host.stderr : outputTo(stderr),
  }
}

export class Python {
  readonly vm: Vm
  readonly main: PyModule
  readonly optimization: Configuration['optimization']
  constructor(options: PythonOptions = {}) {
    this.vm = new Vm(embeddedHost(options))
    const configuration = { ...defaultConfiguration, ...options.configuration }
    this.optimization = configuration.optimization
    configure(this.vm, configuration)
    const previous = enterVm(this.vm)
    try {
      this.main = startInterpreter()
    } finally {
      enterVm(previous)
    }
  }

  run(source: string, filename = '<string>'): Value {
    const previous = enterVm(this.vm)
    try {
      if (filename.startsWith('<')) rememberSource(filename, source)
      const code = compileText(source, filename, 'exec', this.optimization)
      return hooks.runCode(code, this.main.dict, this.main.dict, null)
    } finally {
      flushStreams()
      enterVm(previous)
    }
  }

  /** Ends the program: what was registered with atexit, and the streams. False if something could not be written. */
  finish(): boolean {
    const previous = enterVm(this.vm)
    try {
      return finishInterpreter()
    } finally {
      enterVm(previous)
    }
  }
}
