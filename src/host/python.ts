/** One Python interpreter. */
import './composition.ts'
import { compileText } from '../interpreter/compiling.ts'
import { createBuiltinModule } from '../objects/builtin-module.ts'
import { hooks } from '../objects/hooks.ts'
import { PyModule } from '../objects/module.ts'
import { Stream } from './stream.ts'
import type { Value } from '../objects/value.ts'
import { enterVm, Vm } from '../objects/vm.ts'

export class Python {
  readonly vm: Vm
  readonly globals: PyModule
  constructor(options: { stdout: (text: string) => void }) {
    this.vm = new Vm()
    const previous = enterVm(this.vm)
    const builtins = createBuiltinModule('builtins')!
    this.vm.builtins = builtins.dict
    this.vm.modules.setStr('builtins', builtins)
    const sys = new PyModule('sys')
    sys.dict.setStr('stdout', new Stream(options.stdout))
    sys.dict.setStr('modules', this.vm.modules)
    this.vm.sys = sys.dict
    this.vm.modules.setStr('sys', sys)
    hooks.importName = (name: string) => {
      const known = this.vm.modules.getStr(name)
      if (known !== undefined) return known
      const made = createBuiltinModule(name)
      if (made === undefined) throw new Error('no module ' + name)
      this.vm.modules.setStr(name, made)
      return made
    }
    this.globals = new PyModule('__main__')
    this.vm.modules.setStr('__main__', this.globals)
    enterVm(previous)
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
