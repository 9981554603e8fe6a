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
import { createBuiltinModule } from '../objects/builtin-module.ts'
import { hooks } from '../objects/hooks.ts'
import { PyModule } from '../objects/module.ts'
import type { Value } from '../objects/value.ts'
import { enterVm, Vm } from '../objects/vm.ts'
import { nodeInflate, nodeLibrary } from './node-host.ts'
import { Stream } from './stream.ts'

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
  readonly globals: PyModule
  constructor(options: PythonOptions = {}) {
    this.vm = new Vm(embeddedHost(options))
    configure(this.vm, { ...defaultConfiguration, ...options.configuration })
    const previous = enterVm(this.vm)
    try {
      this.globals = startInterpreter(this.vm)
    } finally {
      enterVm(previous)
    }
  }

  run(source: string, filename = '<string>'): Value {
    const previous = enterVm(this.vm)
    try {
      const code = compileText(source, filename, 'exec', 0)
      return hooks.runCode(code, this.globals.dict, this.globals.dict, null)
    } finally {
      enterVm(previous)
    }
  }
}

/** Makes the modules that every program has; answers `__main__`. */
function startInterpreter(vm: Vm): PyModule {
  const builtins = createBuiltinModule('builtins')!
  vm.builtins = builtins.dict
  vm.modules.setStr('sys', null)
  vm.modules.setStr('builtins', builtins)
  const sys = createBuiltinModule('sys')!
  vm.sys = sys.dict
  vm.modules.setStr('sys', sys)
  for (const name of ['stdout', 'stderr'] as const) {
    const output = vm.host[name]
    const encoder = new TextEncoder()
    const stream = output === null ? null : new Stream(text => output.write(encoder.encode(text)))
    sys.dict.setStr(name, stream)
    sys.dict.setStr(`__${name}__`, stream)
  }
  const main = new PyModule('__main__')
  main.dict.setStr('__builtins__', builtins)
  vm.modules.setStr('__main__', main)
  return main
}
