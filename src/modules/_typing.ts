/** The module _typing: type parameters, aliases and Generic, of which the library's typing is made; and what syntax makes of them. */
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, objectType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { unionType } from '../builtins/union-object.ts'
import { typeParameterHooks } from '../interpreter/type-parameters.ts'
import { NoDefault } from './typing/no-default.ts'
import {
  makeParameter,
  parameterName,
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
  setDefault,
  typeVarTupleType,
  typeVarType,
} from './typing/parameters.ts'
import { makeTypeAlias, typeAliasType } from './typing/type-alias.ts'
import { callTyping, unpacked } from './typing/typing-functions.ts'

const genericType = builtinType('Generic', {
  module: 'typing',
  flags: TypeFlags.base | TypeFlags.fromSpec,
  sameLayout: true,
})
genericType.new = objectType.new

/** A class method that typing implements, as a function of the class and whatever is given. */
function forwarded(name: string, implementation: string): Builtin {
  const method = builtin(`${name}($type, /, *args, **kwargs)`, (): void => undefined)
  method.call = (cls, args: Value[], keywords: KeywordNames) => callTyping(implementation, [cls!, ...args], keywords)
  return method
}

defineType(genericType, {
  doc: "Abstract base class for generic types\n\nOn Python 3.12 and newer, generic classes implicitly inherit from\nGeneric when they declare a parameter list after the class's name.",
  classMethods: () => [
    forwarded('__class_getitem__', '_generic_class_getitem'),
    forwarded('__init_subclass__', '_generic_init_subclass'),
  ],
})

/** By the operand of the intrinsic instruction that makes one. */
const parameterTypes: Readonly<Record<number, PyType>> = { 7: typeVarType, 8: paramSpecType, 9: typeVarTupleType }

typeParameterHooks.makeTypeVariable = (kind, name, bound, constraints) =>
  makeParameter(parameterTypes[kind]!, parameterName(name), bound, constraints)
typeParameterHooks.makeTypeAlias = makeTypeAlias
typeParameterHooks.setDefault = setDefault
typeParameterHooks.subscriptGeneric = parameters => {
  const open = (parameters as PyTuple).items.map(each => (typeOf(each) === typeVarTupleType ? unpacked(each) : each))
  return callTyping('_GenericAlias', [genericType, new PyTuple(open)])
}

defineModule('_typing', {
  doc: 'Primitives and accelerators for the typing module.\n',
  functions: () => [builtin('_idfunc($module, x, /)', (x: Value) => x)],
  attributes: () => ({
    TypeVar: typeVarType,
    ParamSpec: paramSpecType,
    TypeVarTuple: typeVarTupleType,
    ParamSpecArgs: paramSpecArgsType,
    ParamSpecKwargs: paramSpecKwargsType,
    TypeAliasType: typeAliasType,
    Generic: genericType,
    Union: unionType,
    NoDefault,
  }),
})
