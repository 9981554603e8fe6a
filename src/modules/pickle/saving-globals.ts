/** Writing classes and functions: by name, or by the number that copyreg has for the name. As save_global in Modules/_pickle.c. */
import { encodeStr } from '../../builtins/codecs.ts'
import { ellipsisType, noneType, notImplementedType, typeType } from '../../objects/builtin-types.ts'
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { raise, raiseTypeError, raised } from '../../objects/exception.ts'
import { overflowErrorType, runtimeErrorType, unicodeEncodeErrorType } from '../../objects/exception-types.ts'
import { asInt, Ellipsis, NotImplemented } from '../../objects/number.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { asStr, isStr, type Str, strOf, textOf } from '../../objects/str.ts'
import { reprText, strText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { moduleNameOf, raiseDuring } from './globals.ts'
import { Op } from './opcodes.ts'
import { saveReduced } from './reducing.ts'
import type { Saving } from './saving.ts'
import { libraryFunction, picklingErrorType, pickleState } from './state.ts'

/** The types of which there is one instance have no name in a module. */
const typesOfSingletons = new Map<Value, Value>([
  [noneType, null],
  [ellipsisType, Ellipsis],
  [notImplementedType, NotImplemented],
])

export function saveType(saving: Saving, type: Value): void {
  const instance = typesOfSingletons.get(type)
  if (instance === undefined) saveGlobal(saving, type, undefined)
  else saveReduced(saving, new PyTuple([typeType, new PyTuple([instance])]), type)
}

/** Writes where `object` is found: under `name`, or else under what it says its name is. */
export function saveGlobal(saving: Saving, object: Value, name: Str | undefined): void {
  const known = name ?? findAttribute(object, '__qualname__') ?? lookupAttribute(object, '__name__')
  const global = asStr(known)
  if (global === undefined) raiseTypeError(`__qualname__ must be a string, not ${reprText(known)}`)
  const module = moduleNameOf(object, global)
  if (saving.protocol >= 2 && saveExtension(saving, module, known)) return
  if (saving.protocol >= 4) {
    if (object instanceof PyBuiltinFunction && isStr(module)) saving.saveModuleOfFunction(asStr(module)!)
    else saving.save(module)
    if (object instanceof PyType && !object.isHeap) saving.saveFresh(global)
    else saving.save(global)
    saving.output.byte(Op.stackGlobal)
  } else savePath(saving, module, textOf(global).split('.'))
  saving.memoize(object)
}

/** Writes copyreg's number for the name; false if there is none. */
function saveExtension(saving: Saving, module: Value, name: Value): boolean {
  const registered = pickleState().extensionRegistry.get(new PyTuple([module, name]))
  if (registered === undefined) return false
  const code = asInt(registered)
  if (code === undefined) raiseTypeError(`an integer is required, not ${reprText(registered)}`)
  if (typeof code !== 'number') raise(overflowErrorType, 'Python int too large to convert to C long')
  if (code <= 0 || code > 0x7fffffff) raise(runtimeErrorType, `extension code ${code} is out of range`)
  if (code <= 0xff) saving.output.op(Op.ext1, code, 1)
  else if (code <= 0xffff) saving.output.op(Op.ext2, code, 2)
  else saving.output.op(Op.ext4, code, 4)
  return true
}

/** Before protocol 4 what is inside a class is had by calls of getattr. */
function savePath(saving: Saving, module: Value, [first, ...inner]: readonly string[]): void {
  const { output, protocol } = saving
  for (let i = 0; i < inner.length; i++) {
    saving.save(libraryFunction('builtins', 'getattr'))
    if (protocol < 2) output.byte(Op.mark)
  }
  saveTopLevel(saving, module, first!)
  for (const name of inner) {
    saving.save(strOf(name))
    output.byte(protocol < 2 ? Op.tuple : Op.tuple2)
    output.byte(Op.reduce)
  }
}

function saveTopLevel(saving: Saving, moduleName: Value, first: string): void {
  let module = moduleName
  let name: Value = strOf(first)
  if (saving.settings.fixImports) {
    const { reverseNameMapping, reverseImportMapping } = pickleState()
    const moved = reverseNameMapping.get(new PyTuple([module, name]))
    if (moved instanceof PyTuple && moved.items.length === 2) [module, name] = moved.items as [Value, Value]
    else {
      const renamed = reverseImportMapping.get(module)
      if (renamed !== undefined) module = renamed
    }
  }
  saving.output.byte(Op.global)
  saveIdentifier(saving, module, 'module')
  saveIdentifier(saving, name, 'global')
}

function saveIdentifier(saving: Saving, name: Value, what: 'module' | 'global'): void {
  const str = asStr(name) ?? raiseTypeError(`a name must be a string, not ${strText(name)}`)
  try {
    saving.output.bytes(encodeStr(str, saving.protocol >= 3 ? 'utf-8' : 'ascii', 'strict').bytes)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(unicodeEncodeErrorType)) throw thrown
    const message = `can't pickle ${what} identifier ${reprText(str)} using pickle protocol ${saving.protocol}`
    raiseDuring(thrown, picklingErrorType, message)
  }
  saving.output.byte(10)
}
