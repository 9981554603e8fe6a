/**
 * Type parameters in the arguments of generic aliases and unions, and putting other types in their place (`dict[str, T][int]`). As
 * _Py_make_parameters and _Py_subs_parameters (Objects/genericaliasobject.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { ellipsisType, noneType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { PyList } from '../objects/list.ts'
import { Ellipsis } from '../objects/number.ts'
import { asStr, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

/** The type parameters in `args`, each once. */
export function parametersOf(args: readonly Value[]): PyTuple {
  const found: Value[] = []
  const add = (value: Value): void => {
    if (!found.includes(value)) found.push(value)
  }
  for (const arg of args) {
    if (arg instanceof PyType) continue
    if (findAttribute(arg, '__typing_subst__') !== undefined) add(arg)
    else if (arg instanceof PyTuple) parametersOf(arg.items).items.forEach(add)
    else if (arg instanceof PyList) parametersOf(arg.toArray()).items.forEach(add)
    else {
      const parameters = findAttribute(arg, '__parameters__')
      if (parameters instanceof PyTuple) parameters.items.forEach(add)
    }
  }
  return new PyTuple(found)
}

/** The arguments of `self[item]`: `args` with its parameters replaced. */
export function substituted(self: Value, args: readonly Value[], parameters: PyTuple, item: Value): Value[] {
  if (parameters.items.length === 0) raiseTypeError(`${reprText(self)} is not a generic class`)
  let items: Value = unpacked(item)
  for (const parameter of parameters.items) {
    const prepare = findAttribute(parameter, '__typing_prepare_subst__')
    if (prepare === undefined || prepare === null) continue
    items = call(prepare, [self, items instanceof PyTuple ? items : new PyTuple([items])])
  }
  const values = items instanceof PyTuple ? items.items : [items]
  const wanted = parameters.items.length
  if (values.length !== wanted) {
    const which = values.length > wanted ? 'many' : 'few'
    raiseTypeError(`Too ${which} arguments for ${reprText(self)}; actual ${values.length}, expected ${wanted}`)
  }
  return substituteAll(args, parameters.items, values)
}

/** The item as a tuple, in which an unpacked tuple of fixed length counts as its items. */
function unpacked(item: Value): Value {
  const items = item instanceof PyTuple ? item.items : [item]
  const result: Value[] = []
  for (const each of items) {
    const inner = each instanceof PyType ? undefined : findAttribute(each, '__typing_unpacked_tuple_args__')
    if (inner instanceof PyTuple && inner.items.at(-1) !== Ellipsis) result.push(...inner.items)
    else result.push(each)
  }
  return new PyTuple(result)
}

function substituteAll(args: readonly Value[], parameters: readonly Value[], values: readonly Value[]): Value[] {
  const result: Value[] = []
  for (const arg of args) {
    if (arg instanceof PyType) result.push(arg)
    else if (arg instanceof PyTuple) result.push(new PyTuple(substituteAll(arg.items, parameters, values)))
    else if (arg instanceof PyList) result.push(new PyList(substituteAll(arg.toArray(), parameters, values)))
    else {
      const isUnpacked = isUnpackedTypeVarTuple(arg)
      const replaced = substituteOne(arg, parameters, values)
      if (isUnpacked && replaced instanceof PyTuple) result.push(...replaced.items)
      else result.push(replaced)
    }
  }
  return result
}

function isUnpackedTypeVarTuple(arg: Value): boolean {
  const answer = findAttribute(arg, '__typing_is_unpacked_typevartuple__')
  return answer !== undefined && truth(answer)
}

function substituteOne(arg: Value, parameters: readonly Value[], values: readonly Value[]): Value {
  const substitute = findAttribute(arg, '__typing_subst__')
  if (substitute !== undefined) {
    const replaced = call(substitute, [values[parameters.indexOf(arg)]!])
    if (isUnpackedTypeVarTuple(arg) && !(replaced instanceof PyTuple)) {
      const type = typeName(typeOf(replaced))
      raiseTypeError(`expected __typing_subst__ of ${typeName(typeOf(arg))} objects to return a tuple, not ${type}`)
    }
    return replaced
  }
  const own = findAttribute(arg, '__parameters__')
  if (!(own instanceof PyTuple) || own.items.length === 0) return arg
  const inner: Value[] = []
  for (const parameter of own.items) {
    const at = parameters.indexOf(parameter)
    const value = at < 0 ? parameter : values[at]!
    if (at >= 0 && typeOf(parameter).iter !== null && value instanceof PyTuple) inner.push(...value.items)
    else inner.push(value)
  }
  return typeOf(arg).subscript!(arg, new PyTuple(inner))
}

/** A type as the repr of an alias shows it. As _Py_typing_type_repr. */
export function typeRepr(value: Value): string {
  if (typeOf(value) === ellipsisType) return '...'
  if (value === noneType) return 'None'
  const isAlias = findAttribute(value, '__origin__') !== undefined && findAttribute(value, '__args__') !== undefined
  if (isAlias) return reprText(value)
  const qualname = findAttribute(value, '__qualname__')
  const module = findAttribute(value, '__module__')
  const text = qualname === undefined ? undefined : asStr(qualname)
  const moduleText = module === undefined ? undefined : asStr(module)
  if (text === undefined || module === undefined || module === null) return reprText(value)
  return moduleText === 'builtins'
    ? textOf(text)
    : `${moduleText === undefined ? reprText(module) : textOf(moduleText)}.${textOf(text)}`
}
