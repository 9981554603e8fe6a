/** The builtins module: functions, types, exceptions, constants. */
import { defineModule } from '../objects/builtin-module.ts'
import {
  boolType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  memoryviewType,
  objectType,
  propertyType,
  rangeType,
  setType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
} from '../objects/builtin-types.ts'
import { exceptionTypes, osErrorType } from '../objects/exception-types.ts'
import type { PyModule } from '../objects/module.ts'
import { Ellipsis, NotImplemented } from '../objects/number.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { attributeFunctions } from './attribute-functions.ts'
import { buildClass } from './build-class.ts'
import { codeFunctions } from './code-functions.ts'
import { enumerateType } from './enumerate.ts'
import { filterType } from './filter.ts'
import { iterationFunctions } from './iteration-functions.ts'
import { mapType } from './map.ts'
import { numberFunctions } from './number-functions.ts'
import { objectFunctions } from './object-functions.ts'
import { consoleFunctions } from './print.ts'
import { rawBuiltin } from './raw-builtin.ts'
import { reversedType } from './reversed.ts'
import { textFunctions } from './text-functions.ts'
import { zipType } from './zip.ts'

const types = [
  boolType,
  memoryviewType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  dictType,
  enumerateType,
  filterType,
  floatType,
  frozensetType,
  propertyType,
  intType,
  listType,
  mapType,
  objectType,
  rangeType,
  reversedType,
  setType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
  zipType,
]

const classFunctions = () => [
  rawBuiltin(
    '__build_class__(*args, **kwargs)',
    buildClass,
    '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nWhat the class statement calls.',
  ),
]

/** `all` and `any` as they were made, whatever becomes of the module's attributes: what LOAD_COMMON_CONSTANT loads. */
export const originalFunctions = { create: () => ({ all: null as Value, any: null as Value }) }

function attributes(module: PyModule): Record<string, Value> {
  const originals = vm.state(originalFunctions)
  originals.all = module.dict.getStr('all') ?? null
  originals.any = module.dict.getStr('any') ?? null
  const all: Record<string, Value> = {
    None: null,
    Ellipsis,
    NotImplemented,
    False: false,
    True: true,
  }
  for (const type of types) all[type.name] = type
  all.__debug__ = true
  for (const type of exceptionTypes) all[type.name] = type
  all.EnvironmentError = osErrorType
  all.IOError = osErrorType
  return all
}

defineModule('builtins', {
  doc: `Built-in functions, types, exceptions, and other objects.

What every module can name without an import: builtins.len is the full name of len. Import this module
where another object has the name of a builtin that is meant.`,
  functions: () => [
    ...classFunctions(),
    ...codeFunctions(),
    ...attributeFunctions(),
    ...consoleFunctions(),
    ...iterationFunctions(),
    ...numberFunctions(),
    ...objectFunctions(),
    ...textFunctions(),
  ],
  attributes,
})
