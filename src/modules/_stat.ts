/** The module _stat: the bits of a file's mode. Linux's on every host. */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

const kindMask = 0o170000

/** What a file is, by the bits under `kindMask`: name of the test, bits, and the letter of `ls -l`. */
const kinds = [
  ['S_ISDIR', 0o040000, 'd', 'directory'],
  ['S_ISCHR', 0o020000, 'c', 'character special device file'],
  ['S_ISBLK', 0o060000, 'b', 'block special device file'],
  ['S_ISREG', 0o100000, '-', 'regular file'],
  ['S_ISFIFO', 0o010000, 'p', 'FIFO (named pipe)'],
  ['S_ISLNK', 0o120000, 'l', 'symbolic link'],
  ['S_ISSOCK', 0o140000, 's', 'socket'],
] as const

/** What other systems have. */
const absentKinds = [
  ['S_ISDOOR', 'door'],
  ['S_ISPORT', 'event port'],
  ['S_ISWHT', 'whiteout'],
] as const

function modeOf(value: Value): number {
  const mode = asInt(value)
  if (mode === undefined) raiseTypeError(`'${typeName(typeOf(value))}' object cannot be interpreted as an integer`)
  if (mode < 0) raise(overflowErrorType, "can't convert negative value to unsigned int")
  if (mode >= 2n ** 64n) raise(overflowErrorType, 'Python int too large to convert to C unsigned long')
  if (mode >= 2 ** 32) raise(overflowErrorType, 'mode out of range')
  return Number(mode)
}

/** The nine letters of permissions: each with the bit that turns its `x` into `s` or `t`. */
function permissions(mode: number): string {
  const triple = (shift: number, special: number, letter: string): string => {
    const bits = mode >> shift
    const executes = (bits & 1) !== 0
    const last = (mode & special) !== 0 ? (executes ? letter : letter.toUpperCase()) : executes ? 'x' : '-'
    return ((bits & 4) !== 0 ? 'r' : '-') + ((bits & 2) !== 0 ? 'w' : '-') + last
  }
  return triple(6, 0o4000, 's') + triple(3, 0o2000, 's') + triple(0, 0o1000, 't')
}

function fileMode(value: Value): Value {
  const mode = modeOf(value)
  const kind = kinds.find(([, bits]) => (mode & kindMask) === bits)
  return (kind?.[2] ?? '?') + permissions(mode)
}

const constants = {
  S_IFDIR: 0o040000,
  S_IFCHR: 0o020000,
  S_IFBLK: 0o060000,
  S_IFREG: 0o100000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFSOCK: 0o140000,
  S_IFDOOR: 0,
  S_IFPORT: 0,
  S_IFWHT: 0,
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
  UF_SETTABLE: 0xffff,
  UF_NODUMP: 1,
  UF_IMMUTABLE: 2,
  UF_APPEND: 4,
  UF_OPAQUE: 8,
  UF_NOUNLINK: 16,
  UF_COMPRESSED: 32,
  UF_TRACKED: 64,
  UF_DATAVAULT: 128,
  UF_HIDDEN: 32768,
  SF_SETTABLE: 0xffff0000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_APPEND: 0x40000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
  SF_FIRMLINK: 0x800000,
  SF_DATALESS: 0x40000000,
  ST_MODE: 0,
  ST_INO: 1,
  ST_DEV: 2,
  ST_NLINK: 3,
  ST_UID: 4,
  ST_GID: 5,
  ST_SIZE: 6,
  ST_ATIME: 7,
  ST_MTIME: 8,
  ST_CTIME: 9,
}

defineModule('_stat', {
  doc: 'S_IFMT_: file type bits\nS_IFDIR: directory\nS_IFREG: regular file\nS_IFLNK: symbolic link',
  attributes: () => constants,
  functions: () => [
    ...kinds.map(([name, bits, , what]) =>
      builtin(
        `${name}($module, object, /)`,
        (mode: Value) => (modeOf(mode) & kindMask) === bits,
        `${name}(mode) -> bool\n\nReturn True if mode is from a ${what}.`,
      ),
    ),
    ...absentKinds.map(([name, what]) =>
      builtin(
        `${name}($module, object, /)`,
        (mode: Value) => modeOf(mode) < 0,
        `${name}(mode) -> bool\n\nReturn True if mode is from a ${what}.`,
      ),
    ),
    builtin(
      'S_IMODE($module, object, /)',
      (mode: Value) => modeOf(mode) & 0o7777,
      "Return the portion of the file's mode that can be set by os.chmod().",
    ),
    builtin(
      'S_IFMT($module, object, /)',
      (mode: Value) => modeOf(mode) & kindMask,
      "Return the portion of the file's mode that describes the file type.",
    ),
    builtin('filemode($module, object, /)', fileMode, "Convert a file's mode to a string of the form '-rwxrwxrwx'"),
  ],
})
