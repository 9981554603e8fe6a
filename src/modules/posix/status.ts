/** `os.stat_result`, and the functions that answer one. */
import type { FileStatus } from '../../base/host.ts'
import { makeStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { normalize } from '../../base/int.ts'
import { translated } from './os-error.ts'
import { descriptorOf, pathOf, refuseFolderDescriptor } from './paths.ts'
import { pythonFiles } from './python-files.ts'

export const statResultType = structSequenceType('stat_result', {
  module: 'os',
  doc: 'stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.',
  visible: 10,
  fields: [
    ['st_mode', 'protection bits'],
    ['st_ino', 'inode'],
    ['st_dev', 'device'],
    ['st_nlink', 'number of hard links'],
    ['st_uid', 'user ID of owner'],
    ['st_gid', 'group ID of owner'],
    ['st_size', 'total size, in bytes'],
    ['', 'integer time of last access'],
    ['', 'integer time of last modification'],
    ['', 'integer time of last change'],
    ['st_atime', 'time of last access'],
    ['st_mtime', 'time of last modification'],
    ['st_ctime', 'time of last change'],
    ['st_atime_ns', 'time of last access in nanoseconds'],
    ['st_mtime_ns', 'time of last modification in nanoseconds'],
    ['st_ctime_ns', 'time of last change in nanoseconds'],
    ['st_blksize', 'blocksize for filesystem I/O'],
    ['st_blocks', 'number of blocks allocated'],
    ['st_rdev', 'device type (if inode device)'],
  ],
})

const billion = 1_000_000_000n

/** Rounded down, as C's whole seconds are for times before 1970 too. */
const wholeSeconds = (time: bigint): number => Number((time - (((time % billion) + billion) % billion)) / billion)
const seconds = (time: bigint): Value => {
  const whole = wholeSeconds(time)
  return new PyFloat(whole + 1e-9 * Number(time - BigInt(whole) * billion))
}

export function statResult(status: FileStatus): Value {
  const { atime, mtime, ctime } = status
  return makeStructSequence(statResultType, [
    status.mode,
    status.ino,
    status.dev,
    status.nlink,
    status.uid,
    status.gid,
    status.size,
    wholeSeconds(atime),
    wholeSeconds(mtime),
    wholeSeconds(ctime),
    seconds(atime),
    seconds(mtime),
    seconds(ctime),
    normalize(atime),
    normalize(mtime),
    normalize(ctime),
    status.blksize,
    status.blocks,
    status.rdev,
  ])
}

function stat(value: Value, dirFd: Value, follows: boolean): Value {
  const path = pathOf(value, { what: 'stat: path', allowsDescriptor: true })
  refuseFolderDescriptor(dirFd)
  if (path.fd >= 0 && !follows) raise(valueErrorType, 'stat: cannot use fd and follow_symlinks together')
  const files = pythonFiles()
  return translated(
    () => statResult(path.fd >= 0 ? files.statusOf(path.fd) : files.status(path.text, follows ? 'follow' : 'keep')),
    path.given,
  )
}

function lstat(value: Value, dirFd: Value): Value {
  const path = pathOf(value, { what: 'lstat: path' })
  refuseFolderDescriptor(dirFd)
  return translated(() => statResult(pythonFiles().status(path.text, 'keep')), path.given)
}

export const statusFunctions = () => [
  builtin(
    'stat($module, /, path, *, dir_fd=None, follow_symlinks: bool=True)',
    stat,
    'Perform a stat system call on the given path.\n\n  path\n    Path to be examined; can be string, bytes, a path-like object or\n    open-file-descriptor int.\n  dir_fd\n    If not None, it should be a file descriptor open to a directory,\n    and path should be a relative string; path will then be relative to\n    that directory.\n  follow_symlinks\n    If False, and the last element of the path is a symbolic link,\n    stat will examine the symbolic link itself instead of the file\n    the link points to.',
  ),
  builtin(
    'lstat($module, /, path, *, dir_fd=None)',
    lstat,
    'Perform a stat system call on the given path, without following symbolic links.\n\nLike stat(), but do not follow symbolic links.\nEquivalent to stat(path, follow_symlinks=False).',
  ),
  builtin(
    'fstat($module, /, fd)',
    (fd: Value) => translated(() => statResult(pythonFiles().statusOf(descriptorOf(fd)))),
    'Perform a stat system call on the given file descriptor.\n\nLike stat(), but for an open file descriptor.\nEquivalent to os.stat(fd).',
  ),
]
