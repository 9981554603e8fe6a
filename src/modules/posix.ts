/**
 * The module posix: the operating system as Linux has it, as far as the host grants it. `os` is CPython's own Python code on top.
 *
 * Functions that the host interface has nothing for are absent, as they are from CPython on systems that lack them.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { osErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { descriptorFunctions, terminalSizeType } from './posix/descriptors.ts'
import { folderFunctions } from './posix/folders.ts'
import { pathFunctions } from './posix/path-functions.ts'
import { environment, processFunctions, timesType, unameType } from './posix/process.ts'
import { dirEntryType, scandirFunctions } from './posix/scandir.ts'
import { statResultType, statusFunctions } from './posix/status.ts'

const constants = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_ACCMODE: 3,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_NDELAY: 0o4000,
  O_DSYNC: 0o10000,
  O_ASYNC: 0o20000,
  O_DIRECT: 0o40000,
  O_LARGEFILE: 0,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_NOATIME: 0o1000000,
  O_CLOEXEC: 0o2000000,
  O_SYNC: 0o4010000,
  O_PATH: 0o10000000,
  O_TMPFILE: 0o20200000,
  EX_OK: 0,
  EX_USAGE: 64,
  EX_DATAERR: 65,
  EX_NOINPUT: 66,
  EX_NOUSER: 67,
  EX_NOHOST: 68,
  EX_UNAVAILABLE: 69,
  EX_SOFTWARE: 70,
  EX_OSERR: 71,
  EX_OSFILE: 72,
  EX_CANTCREAT: 73,
  EX_IOERR: 74,
  EX_TEMPFAIL: 75,
  EX_PROTOCOL: 76,
  EX_NOPERM: 77,
  EX_CONFIG: 78,
  WNOHANG: 1,
  WUNTRACED: 2,
  WCONTINUED: 8,
  TMP_MAX: 238328,
  NGROUPS_MAX: 65536,
} as const

defineModule('posix', {
  doc: 'This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.',
  functions: () => [
    ...statusFunctions(),
    ...folderFunctions(),
    ...scandirFunctions(),
    ...descriptorFunctions(),
    ...processFunctions(),
    ...pathFunctions(),
    builtin('_inputhook($module, /)', () => null),
    builtin('_is_inputhook_installed($module, /)', () => false),
  ],
  attributes: (): Record<string, Value> => ({
    ...constants,
    error: osErrorType,
    stat_result: statResultType,
    DirEntry: dirEntryType,
    terminal_size: terminalSizeType,
    times_result: timesType,
    uname_result: unameType,
    environ: environment(),
    _have_functions: new PyList(['HAVE_FDOPENDIR', 'HAVE_FTRUNCATE', 'HAVE_LSTAT']),
  }),
})
