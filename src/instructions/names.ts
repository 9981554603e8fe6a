/** Names: globals, builtins, namespaces of classes and modules, imports. */
import type { GlobalCache } from '../interpreter/inline-caches.ts'
import {
  deleteGlobal,
  deleteName,
  importFrom,
  importName,
  loadBuildClass,
  loadFromDictOrDeref,
  loadFromDictOrGlobals,
  loadGlobal,
  loadName,
  loadLocals,
  setupAnnotations,
  storeName,
} from '../interpreter/names.ts'
import * as specialize from '../interpreter/specialize.ts'
import { strOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import {
  adaptive,
  cache,
  code,
  exitUnless,
  frame,
  instruction,
  oparg,
  pc,
  specialization,
  uop,
  type If,
  type Unbound,
} from './kit.ts'

export const _SPECIALIZE_LOAD_GLOBAL = uop(() => {
  specialize.loadGlobal(code, pc, oparg, frame)
})
export const _LOAD_GLOBAL = uop((): [Value, If<'oparg & 1', Unbound>] => [
  loadGlobal(frame, code.names[oparg >> 1]!),
  undefined,
])
export const LOAD_GLOBAL = adaptive(_SPECIALIZE_LOAD_GLOBAL, _LOAD_GLOBAL)
export const _LOAD_GLOBAL_MODULE = uop((): [Value, If<'oparg & 1', Unbound>] => {
  const known = cache<GlobalCache>()
  exitUnless(frame.globals.keysVersion === known.globalsVersion && frame.globals === known.globals)
  return [known.globals.values[known.place]!, undefined]
})
export const LOAD_GLOBAL_MODULE = specialization('LOAD_GLOBAL', _LOAD_GLOBAL_MODULE)
export const _LOAD_GLOBAL_BUILTIN = uop((): [Value, If<'oparg & 1', Unbound>] => {
  const known = cache<GlobalCache>()
  exitUnless(frame.globals.keysVersion === known.globalsVersion && frame.globals === known.globals)
  exitUnless(known.builtins.keysVersion === known.builtinsVersion)
  return [known.builtins.values[known.place]!, undefined]
})
export const LOAD_GLOBAL_BUILTIN = specialization('LOAD_GLOBAL', _LOAD_GLOBAL_BUILTIN)

export const _STORE_GLOBAL = uop((value: Value) => {
  frame.globals.set(strOf(code.names[oparg]!), value)
})
export const STORE_GLOBAL = instruction(_STORE_GLOBAL)
export const _DELETE_GLOBAL = uop(() => {
  deleteGlobal(frame, code.names[oparg]!)
})
export const DELETE_GLOBAL = instruction(_DELETE_GLOBAL)

export const _LOAD_NAME = uop((): Value => loadName(frame, code.names[oparg]!))
export const LOAD_NAME = instruction(_LOAD_NAME)
export const _STORE_NAME = uop((value: Value) => {
  storeName(frame, code.names[oparg]!, value)
})
export const STORE_NAME = instruction(_STORE_NAME)
export const _DELETE_NAME = uop(() => {
  deleteName(frame, code.names[oparg]!)
})
export const DELETE_NAME = instruction(_DELETE_NAME)
export const _LOAD_LOCALS = uop((): Value => loadLocals(frame))
export const LOAD_LOCALS = instruction(_LOAD_LOCALS)
export const _LOAD_FROM_DICT_OR_GLOBALS = uop(
  (namespace: Value): Value => loadFromDictOrGlobals(frame, namespace, code.names[oparg]!),
)
export const LOAD_FROM_DICT_OR_GLOBALS = instruction(_LOAD_FROM_DICT_OR_GLOBALS)
export const _LOAD_FROM_DICT_OR_DEREF = uop((namespace: Value): Value => loadFromDictOrDeref(frame, namespace, oparg))
export const LOAD_FROM_DICT_OR_DEREF = instruction(_LOAD_FROM_DICT_OR_DEREF)
export const _LOAD_BUILD_CLASS = uop((): Value => loadBuildClass(frame))
export const LOAD_BUILD_CLASS = instruction(_LOAD_BUILD_CLASS)
export const _SETUP_ANNOTATIONS = uop(() => {
  setupAnnotations(frame)
})
export const SETUP_ANNOTATIONS = instruction(_SETUP_ANNOTATIONS)

export const _IMPORT_NAME = uop(
  (level: Value, fromList: Value): Value => importName(frame, code.names[oparg]!, fromList, level),
)
export const IMPORT_NAME = instruction(_IMPORT_NAME)
export const _IMPORT_FROM = uop((module: Value): [Value, Value] => [module, importFrom(module, code.names[oparg]!)])
export const IMPORT_FROM = instruction(_IMPORT_FROM)
