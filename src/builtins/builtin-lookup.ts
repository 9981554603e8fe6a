/** A function of the builtins module, for `__reduce__` methods that name one. */
import { vm } from '../objects/vm.ts'
import type { Value } from '../objects/value.ts'

export function builtinFunctionNamed(name: string): Value {
  return vm.builtins.getStr(name) ?? null
}
