/**
 * The builtin types as bare objects, before they can do anything: a table of names, bases and flags.
 *
 * They stand together in one file so that everything else (the classes of their instances, their slots, their methods) can
 * name any of them without caring who is loaded first. Slots are put on where the class is (objects/*), methods in builtins/*.
 */
import { PyFloat, type Value } from './value.ts'
import { PyType, TypeFlags as F, builtinTypes } from './type.ts'

function makeObjectAndType(): [PyType, PyType] {
  const object = new PyType(undefined as unknown as PyType, 'object', [], F.base)
  const type = new PyType(undefined as unknown as PyType, 'type', [object], F.base | F.typeSubclass | F.dict)
  object.type = type
  type.type = type
  type.mro = [type, object]
  type.solid = type
  builtinTypes.push(object, type)
  return [object, type]
}

export const [objectType, typeType] = makeObjectAndType()

interface Declaration {
  base?: PyType
  module?: string
  flags?: number
  /** Instances are laid out as the base's: adds nothing of its own (as bool to int). */
  sameLayout?: boolean
}

/** A new builtin type, final unless `flags` has `base`. */
export function builtinType(name: string, declaration: Declaration = {}): PyType {
  const base = declaration.base ?? objectType
  const type = new PyType(typeType, name, [base], declaration.flags ?? 0)
  type.module = declaration.module ?? 'builtins'
  type.mro = [type, ...base.mro]
  type.solid = declaration.sameLayout ? base.solid : type
  builtinTypes.push(type)
  return type
}

const types = { module: 'types' }

export const noneType = builtinType('NoneType')
export const ellipsisType = builtinType('ellipsis')
export const notImplementedType = builtinType('NotImplementedType')
export const intType = builtinType('int', { flags: F.base | F.matchSelf | F.longSubclass })
export const boolType = builtinType('bool', { base: intType, flags: F.matchSelf, sameLayout: true })
export const floatType = builtinType('float', { flags: F.base | F.matchSelf | F.floatSubclass })
export const complexType = builtinType('complex', { flags: F.base })
export const strType = builtinType('str', { flags: F.base | F.matchSelf | F.strSubclass })
export const bytesType = builtinType('bytes', { flags: F.base | F.matchSelf | F.bytesSubclass })
export const bytearrayType = builtinType('bytearray', { flags: F.base | F.matchSelf })
export const memoryviewType = builtinType('memoryview', { flags: F.sequence | F.weakref })
export const listType = builtinType('list', { flags: F.base | F.matchSelf | F.sequence | F.listSubclass })
export const tupleType = builtinType('tuple', { flags: F.base | F.matchSelf | F.sequence | F.tupleSubclass })
export const rangeType = builtinType('range', { flags: F.sequence })
export const sliceType = builtinType('slice')
export const dictType = builtinType('dict', { flags: F.base | F.matchSelf | F.mapping | F.dictSubclass })
export const dictKeysType = builtinType('dict_keys')
export const dictValuesType = builtinType('dict_values')
export const dictItemsType = builtinType('dict_items')
export const mappingProxyType = builtinType('mappingproxy', { flags: F.mapping })
export const setType = builtinType('set', { flags: F.base | F.matchSelf })
export const frozensetType = builtinType('frozenset', { flags: F.base | F.matchSelf })

export const functionType = builtinType('function', { flags: F.dict })
export const builtinFunctionType = builtinType('builtin_function_or_method')
export const methodDescriptorType = builtinType('method_descriptor')
export const classmethodDescriptorType = builtinType('classmethod_descriptor')
export const wrapperDescriptorType = builtinType('wrapper_descriptor')
export const methodWrapperType = builtinType('method-wrapper')
export const getsetDescriptorType = builtinType('getset_descriptor')
export const memberDescriptorType = builtinType('member_descriptor')
export const methodType = builtinType('method')
export const staticmethodType = builtinType('staticmethod', { flags: F.base | F.dict })
export const classmethodType = builtinType('classmethod', { flags: F.base | F.dict })
export const propertyType = builtinType('property', { flags: F.base })
export const superType = builtinType('super', { flags: F.base })
export const codeType = builtinType('code')
export const frameType = builtinType('frame')
export const tracebackType = builtinType('traceback')
export const cellType = builtinType('cell')
export const moduleType = builtinType('module', { flags: F.base | F.dict })
export const generatorType = builtinType('generator')
export const coroutineType = builtinType('coroutine')
export const coroutineWrapperType = builtinType('coroutine_wrapper')
export const asyncGeneratorType = builtinType('async_generator')
export const baseExceptionType = builtinType('BaseException', { flags: F.base | F.dict | F.exceptionSubclass })
export const simpleNamespaceType = builtinType('SimpleNamespace', { ...types, flags: F.base | F.dict })

Object.defineProperty(PyFloat.prototype, 'type', { value: floatType })
Object.defineProperty(PyFloat.prototype, 'attributes', { value: null })

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'object':
      return value === null ? noneType : value.type
    case 'number':
    case 'bigint':
      return intType
    case 'string':
      return strType
    default:
      return boolType
  }
}
