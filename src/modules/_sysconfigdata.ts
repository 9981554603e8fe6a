/**
 * What CPython's Makefile leaves behind for `sysconfig`: how this interpreter was built.
 *
 * `sysconfig` imports a module whose name is put together from the platform. Nothing was compiled by a C compiler here, so flags are
 * empty and there is no library to link with; what is left is what programs ask about the build itself.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { PyDict } from '../objects/dict.ts'
import { strOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { libraryOf } from './library/store.ts'
import { cacheTag, multiarch, version } from './version.ts'

const shortVersion = `${version.major}.${version.minor}`

function buildTimeVariables(): PyDict {
  const folder = libraryOf(vm.host)?.folder ?? ''
  const prefix = strOf(folder.split('/').slice(0, -2).join('/'))
  const variables: Record<string, Value> = {
    prefix,
    exec_prefix: prefix,
    ABIFLAGS: '',
    AR: '',
    CC: '',
    CFLAGS: '',
    CONFIG_ARGS: '',
    CXX: '',
    EXT_SUFFIX: `.${cacheTag}-${multiarch}.so`,
    HAVE_FORK: 0,
    HOST_GNU_TYPE: 'x86_64-pc-linux-gnu',
    LDFLAGS: '',
    LDLIBRARY: '',
    LDSHARED: '',
    LDVERSION: shortVersion,
    LIBDEST: strOf(folder),
    LIBRARY: '',
    MULTIARCH: multiarch,
    PYTHONFRAMEWORK: '',
    PY_CFLAGS: '',
    Py_DEBUG: 0,
    Py_ENABLE_SHARED: 0,
    Py_GIL_DISABLED: 0,
    Py_HASH_ALGORITHM: 0,
    SHLIB_SUFFIX: '.so',
    SIZEOF_INT: 4,
    SIZEOF_LONG: 8,
    SIZEOF_SIZE_T: 8,
    SIZEOF_VOID_P: 8,
    SOABI: `${cacheTag}-${multiarch}`,
    TEST_MODULES: 'no',
    TZPATH: '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    VERSION: shortVersion,
    WITH_DOC_STRINGS: 1,
  }
  return PyDict.from(Object.entries(variables))
}

defineModule(`_sysconfigdata__linux_${multiarch}`, {
  attributes: () => ({ build_time_vars: buildTimeVariables() }),
})
