/**
 * The intrinsics of PEP 695 and 696: type variables, aliases, generics. The objects themselves are those of `_typing`
 * (modules), which fills these in.
 */
import { filledBy } from '../base/parts.ts'
import { PyFunction } from '../objects/frame.ts'
import type { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'

interface TypeParameterHooks {
  /** `kind` is that of CALL_INTRINSIC_1: 7 TypeVar, 8 ParamSpec, 9 TypeVarTuple. Bound and constraints are functions to call. */
  makeTypeVariable: (kind: number, name: Value, bound: Value, constraints: Value) => Value
  makeTypeAlias: (parts: Value) => Value
  subscriptGeneric: (parameters: Value) => Value
  setDefault: (parameter: Value, evaluate: Value) => Value
}

export const typeParameterHooks: TypeParameterHooks = {
  makeTypeVariable: filledBy('often', () => typeParameterHooks.makeTypeVariable),
  makeTypeAlias: filledBy('often', () => typeParameterHooks.makeTypeAlias),
  subscriptGeneric: filledBy('often', () => typeParameterHooks.subscriptGeneric),
  setDefault: filledBy('often', () => typeParameterHooks.setDefault),
}

export const makeTypeVariable = (kind: number, name: Value, bound: Value, constraints: Value): Value =>
  typeParameterHooks.makeTypeVariable(kind, name, bound, constraints)
export const makeTypeAlias = (parts: Value): Value => typeParameterHooks.makeTypeAlias(parts)
export const subscriptGeneric = (parameters: Value): Value => typeParameterHooks.subscriptGeneric(parameters)
export const setTypeParameterDefault = (parameter: Value, evaluate: Value): Value =>
  typeParameterHooks.setDefault(parameter, evaluate)

export function addTypeParameters(func: Value, parameters: Value): Value {
  if (func instanceof PyFunction) func.typeParams = parameters as PyTuple
  return func
}
