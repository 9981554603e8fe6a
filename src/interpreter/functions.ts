/** Making functions. */
import { CO_HAS_DOCSTRING } from '../compiler/code.ts'
import type { PyDict } from '../objects/dict.ts'
import { type PyCell, type PyCode, PyFunction } from '../objects/frame.ts'
import type { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export function makeFunction(codeObject: Value): PyFunction {
  const code = codeObject as PyCode
  const { globals, builtins } = vm.frame!
  return functionOf(code, globals, builtins)
}

/** A function of the code, whose closure, if it has one, is still to be set. */
export function functionOf(code: PyCode, globals: PyDict, builtins: PyDict): PyFunction {
  const func = new PyFunction(code, globals, builtins, null)
  if ((code.flags & CO_HAS_DOCSTRING) !== 0) func.doc = code.consts[0]!
  func.module = globals.getStr('__name__') ?? null
  return func
}

/** SET_FUNCTION_ATTRIBUTE: which attribute, the oparg's bit says. */
export function setFunctionAttribute(value: Value, which: number, attribute: Value): void {
  const func = value as PyFunction
  switch (which) {
    case 1:
      func.defaults = attribute as PyTuple
      return
    case 2:
      func.kwdefaults = attribute as PyDict
      return
    case 4:
      func.annotations = attribute as PyDict
      return
    case 8:
      func.closure = (attribute as PyTuple).items as readonly PyCell[]
      return
    case 16:
      func.annotate = attribute
  }
}
