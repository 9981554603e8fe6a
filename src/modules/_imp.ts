/** The module _imp: what importlib asks of the runtime. Taipan has no extension modules that are files. */
import { siphash13 } from '../base/siphash.ts'
import { defineModule, builtinModuleNames, createBuiltinModule } from '../objects/builtin-module.ts'
import { codeObject } from '../interpreter/prepare.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { PyBytes } from '../objects/bytes.ts'
import { type PyBaseException, raise, makeException, raiseTypeError } from '../objects/exception.ts'
import { importErrorType, runtimeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyCode } from '../objects/frame.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { Code, type CodeConstant } from '../compiler/code.ts'
import { frozenCode, frozenNames, frozenOrigin, isFrozen } from './import/frozen.ts'
import { magicNumber } from './version.ts'

class ImportLock {
  level = 0
}
const importLock = { create: () => new ImportLock() }

function releaseLock(): void {
  const lock = vm.state(importLock)
  if (lock.level === 0) raise(runtimeErrorType, 'not holding the import lock')
  lock.level--
}

function createBuiltin(spec: Value): Value {
  const name = textOf(asStr(lookupAttribute(spec, 'name'))!)
  return vm.modules.getStr(name) ?? createBuiltinModule(name) ?? null
}

function frozenOrRaise(name: string): PyCode {
  const code = frozenCode(name)
  if (code !== null) return codeObject(code)
  throw noFrozen(name)
}

const noFrozen = (name: string): PyBaseException =>
  makeException(importErrorType, strOf(`No such frozen object named ${name}`)).setField('name', strOf(name))

function findFrozen(name: string): Value {
  return isFrozen(name) ? new PyTuple([null, false, strOf(frozenOrigin(name))]) : null
}

/** A `.pyc` file may have been moved: its code and all code in it gets the name of the file as found. */
function withFilename(code: Code, filename: string): Code {
  const consts: CodeConstant[] = code.consts.map(each => (each instanceof Code ? withFilename(each, filename) : each))
  return new Code({ ...code, consts, filename })
}

function fixFilename(code: PyCode, path: Str): void {
  renameCode(code, textOf(path))
}

/** In place, since importlib has no other name for the code. */
function renameCode(code: PyCode, filename: string): void {
  if (code.code.filename === filename) return
  Object.assign(code, { code: withFilename(code.code, filename) })
  for (const each of code.consts) if (each instanceof PyCode) renameCode(each, filename)
}

function littleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytes
}

const noDynamic = (): never => raise(importErrorType, 'dynamic modules are not supported')

defineModule('_imp', {
  doc: '(Extremely) low-level import machinery bits as used by importlib.',
  functions: () => [
    builtin(
      'extension_suffixes($module, /)',
      () => new PyList([]),
      'Returns the list of file suffixes used to identify extension modules.',
    ),
    builtin(
      'lock_held($module, /)',
      () => vm.state(importLock).level > 0,
      'Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.',
    ),
    builtin(
      'acquire_lock($module, /)',
      () => {
        vm.state(importLock).level++
      },
      "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.",
    ),
    builtin(
      'release_lock($module, /)',
      releaseLock,
      "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.",
    ),
    builtin(
      'find_frozen($module, name: text, /, *, withdata: bool=False)',
      findFrozen,
      'Return info about the corresponding frozen module (if there is one) or None.',
    ),
    builtin(
      'get_frozen_object($module, name: text, data=None, /)',
      frozenOrRaise,
      'Create a code object for a frozen module.',
    ),
    builtin(
      'is_frozen_package($module, name: text, /)',
      (name: string) => {
        if (!isFrozen(name)) throw noFrozen(name)
        return false
      },
      'Returns True if the module name is of a frozen package.',
    ),
    builtin('create_builtin($module, spec, /)', createBuiltin, 'Create an extension module.'),
    builtin(
      'init_frozen($module, name: text, /)',
      (name: string) => (isFrozen(name) ? (vm.modules.getStr(name) ?? null) : null),
      'Initializes a frozen module.',
    ),
    builtin(
      'is_builtin($module, name: text, /)',
      (name: string) => (builtinModuleNames().includes(name) ? 1 : 0),
      'Returns True if the module name corresponds to a built-in module.',
    ),
    builtin(
      'is_frozen($module, name: text, /)',
      isFrozen,
      'Returns True if the module name corresponds to a frozen module.',
    ),
    builtin(
      '_frozen_module_names($module, /)',
      () => new PyList([...frozenNames]),
      'Returns the list of available frozen modules.',
    ),
    builtin(
      '_override_frozen_modules_for_tests($module, override: ssize, /)',
      () => null,
      '(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: "off", 1: "on", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.',
    ),
    builtin(
      '_override_multi_interp_extensions_check($module, override: ssize, /)',
      () => 0,
      '(internal-only) Override PyInterpreterConfig.check_multi_interp_extensions.\n\n(-1: "never", 1: "always", 0: no override)',
    ),
    builtin('create_dynamic($module, spec, file=None, /)', noDynamic, 'Create an extension module.'),
    builtin('exec_dynamic($module, mod, /)', noDynamic, 'Initialize an extension module.'),
    builtin('exec_builtin($module, mod, /)', () => 0, 'Initialize a built-in module.'),
    builtin(
      '_fix_co_filename($module, code, path: str, /)',
      (code: Value, path: Str) => {
        if (!(code instanceof PyCode)) raiseTypeError('_fix_co_filename() argument 1 must be code')
        fixFilename(code, path)
      },
      'Changes code.co_filename to specify the passed-in file path.\n\n  code\n    Code object to change.\n  path\n    File path to use.',
    ),
    builtin('source_hash($module, /, key: int, source: buffer)', (key: number | bigint, source: Uint8Array) => {
      if (BigInt(key) < 0n) raise(valueErrorType, 'key must not be negative')
      return new PyBytes(littleEndian(siphash13({ k0: BigInt.asUintN(64, BigInt(key)), k1: 0n }, source)))
    }),
  ],
  attributes: () => ({
    check_hash_based_pycs: 'default',
    pyc_magic_number_token: magicNumber | (0x0a0d << 16),
  }),
})
