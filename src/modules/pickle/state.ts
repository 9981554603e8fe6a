/** What pickling needs from elsewhere: its exceptions, copyreg's registries, and the names that Python 2 had for modules. */
import { lookupAttribute } from '../../objects/attribute.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise } from '../../objects/exception.ts'
import { exceptionType, runtimeErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { TypeFlags, typeName, type PyType } from '../../objects/type.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

const exception = (name: string, base: PyType): PyType =>
  builtinType(name, { module: '_pickle', base, flags: TypeFlags.base | TypeFlags.dict, sameLayout: true })

export const pickleErrorType = exception('PickleError', exceptionType)
export const picklingErrorType = exception('PicklingError', pickleErrorType)
export const unpicklingErrorType = exception('UnpicklingError', pickleErrorType)

export interface PickleState {
  /** copyreg: how to reduce instances of a type, by type. */
  readonly dispatchTable: PyDict
  /** copyreg: codes by (module, name), (module, name) by code, and what has been found by code. */
  readonly extensionRegistry: PyDict
  readonly invertedRegistry: PyDict
  readonly extensionCache: PyDict
  /** _compat_pickle: names that moved, and modules that were renamed, from Python 2 to 3 and back. */
  readonly nameMapping: PyDict
  readonly importMapping: PyDict
  readonly reverseNameMapping: PyDict
  readonly reverseImportMapping: PyDict
}

function dictOf(module: string, name: string): PyDict {
  const dict = lookupAttribute(hooks.importModule(module), name)
  if (dict instanceof PyDict) return dict
  raise(runtimeErrorType, `${module}.${name} should be a dict, not ${typeName(typeOf(dict))}`)
}

const states = {
  create: (): PickleState => ({
    dispatchTable: dictOf('copyreg', 'dispatch_table'),
    extensionRegistry: dictOf('copyreg', '_extension_registry'),
    invertedRegistry: dictOf('copyreg', '_inverted_registry'),
    extensionCache: dictOf('copyreg', '_extension_cache'),
    nameMapping: dictOf('_compat_pickle', 'NAME_MAPPING'),
    importMapping: dictOf('_compat_pickle', 'IMPORT_MAPPING'),
    reverseNameMapping: dictOf('_compat_pickle', 'REVERSE_NAME_MAPPING'),
    reverseImportMapping: dictOf('_compat_pickle', 'REVERSE_IMPORT_MAPPING'),
  }),
}

export const pickleState = (): PickleState => vm.state(states)

/** A function of the library that a pickle names. */
export const libraryFunction = (module: string, name: string): Value =>
  lookupAttribute(hooks.importModule(module), name)
