/**
 * One interpreter over a host: what the command line and the embedding API (python.ts) start with.
 *
 * Nothing is imported to start one: sys, builtins and `__main__` are made, and the standard streams. Whatever else a program needs comes
 * with its first import statement (modules/import).
 */
import './composition.ts'
import type { Host } from '../base/host.ts'
import { configure, defaultConfiguration, type Configuration } from '../modules/configuration.ts'
import { startInterpreter } from '../modules/lifecycle.ts'
import type { PyModule } from '../objects/module.ts'
import { enterVm, Vm } from '../objects/vm.ts'

export class Interpreter {
  readonly vm: Vm
  readonly main: PyModule
  constructor(host: Host, configuration: Partial<Configuration> = {}) {
    this.vm = new Vm(host)
    configure(this.vm, { ...defaultConfiguration, ...configuration })
    this.main = this.enter(startInterpreter)
  }

  /** Does something as this interpreter. */
  enter<T>(work: () => T): T {
    const previous = enterVm(this.vm)
    try {
      return work()
    } finally {
      enterVm(previous)
    }
  }
}
