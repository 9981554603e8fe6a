/** The module sys. What belongs together is in the folder of the same name; here are the constants and the whole. */
import { builtinModuleNames, defineModule } from '../objects/builtin-module.ts'
import { simpleNamespaceType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { PyList } from '../objects/list.ts'
import type { PyModule } from '../objects/module.ts'
import { PyFrozenset } from '../objects/set.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { configuration, type Configuration } from './configuration.ts'
import { libraryOf } from './library/store.ts'
import { auditFunctions } from './sys/audit.ts'
import { frameFunctions } from './sys/frames.ts'
import { hookFunctions } from './sys/hooks.ts'
import * as information from './sys/information.ts'
import { limitFunctions } from './sys/limits.ts'
import { jitModule, monitoringModule } from './sys/monitoring.ts'
import { objectFunctions } from './sys/objects.ts'
import { stdlibModuleNames } from './sys/stdlib-names.data.ts'
import { cacheTag, hexVersion, multiarch, version } from './version.ts'

const list = (items: readonly string[]): Value => new PyList(items.map(strOf))

/** `3.14.2 (main, …) [Taipan on V8]`: the first word is the version, as programs expect. */
const versionText = `${version.major}.${version.minor}.${version.micro} (main) \n[Taipan]`

function implementation(): Value {
  return call(
    simpleNamespaceType,
    ['taipan', cacheTag, information.versionInfo(), hexVersion, multiarch, false],
    ['name', 'cache_tag', 'version', 'hexversion', '_multiarch', 'supports_isolated_interpreters'],
  )
}

/** Where the interpreter is installed: two folders above its library. */
function places(): Record<string, Value> {
  const folder = libraryOf(vm.host)?.folder ?? null
  const prefix = folder === null ? '' : folder.split('/').slice(0, -2).join('/')
  const { executable, bytecodeFolder } = configuration()
  return {
    prefix: strOf(prefix),
    exec_prefix: strOf(prefix),
    base_prefix: strOf(prefix),
    base_exec_prefix: strOf(prefix),
    executable: strOf(executable),
    _base_executable: strOf(executable),
    platlibdir: 'lib',
    _stdlib_dir: folder === null ? null : strOf(folder),
    _home: null,
    _framework: '',
    pycache_prefix: bytecodeFolder === null ? null : strOf(bytecodeFolder),
    path: new PyList([...configuration().searchPath.map(strOf), ...(folder === null ? [] : [strOf(folder)])]),
  }
}

function commandLine({
  argv,
  originalArgv,
  warnOptions,
  xOptions,
  writesBytecode,
}: Configuration): Record<string, Value> {
  return {
    argv: list(argv),
    orig_argv: list(originalArgv),
    warnoptions: list(warnOptions),
    _xoptions: PyDict.from(
      Object.entries(xOptions).map(([name, value]) => [strOf(name), value === true ? true : strOf(value)]),
    ),
    dont_write_bytecode: !writesBytecode,
  }
}

const copyright = `Copyright (c) 2001 Python Software Foundation.
All Rights Reserved.

Copyright (c) 2000 BeOpen.com.
All Rights Reserved.

Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.

Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved.`

function attributes(module: PyModule): Record<string, Value> {
  const hook = (name: string): Value => module.dict.getStr(name)!
  return {
    ...places(),
    ...commandLine(configuration()),
    __displayhook__: hook('displayhook'),
    __excepthook__: hook('excepthook'),
    __breakpointhook__: hook('breakpointhook'),
    __unraisablehook__: hook('unraisablehook'),
    modules: vm.modules,
    meta_path: new PyList([]),
    path_hooks: new PyList([]),
    path_importer_cache: new PyDict(),
    builtin_module_names: new PyTuple(builtinModuleNames().map(strOf)),
    stdlib_module_names: PyFrozenset.from(stdlibModuleNames.map(strOf)),
    version: versionText,
    version_info: information.versionInfo(),
    hexversion: hexVersion,
    api_version: 1013,
    _git: new PyTuple(['Taipan', '', '']),
    copyright,
    implementation: implementation(),
    platform: 'linux',
    abiflags: '',
    byteorder: 'little',
    float_repr_style: 'short',
    maxsize: 2n ** 63n - 1n,
    maxunicode: 0x10ffff,
    flags: information.flags(),
    float_info: information.floatInfo(),
    int_info: information.intInfo(),
    hash_info: information.hashInfo(),
    thread_info: information.threadInfo(),
    monitoring: monitoringModule(),
    _jit: jitModule(),
  }
}

defineModule('sys', {
  doc: `This module provides access to some objects used or maintained by the
interpreter and to functions that interact strongly with the interpreter.`,
  functions: () => [
    ...auditFunctions(),
    ...frameFunctions(),
    ...hookFunctions(),
    ...limitFunctions(),
    ...objectFunctions(),
  ],
  attributes,
})
