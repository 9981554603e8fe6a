/** Folders: listing, making, removing; renaming and linking of what is in them. */
import type { FolderEntry } from '../../base/host.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { notImplementedErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { asFloat, asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { strOf } from '../../objects/str.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { translated } from './os-error.ts'
import { folderPath, fsEncode, nameFor, pathOf, refuseFolderDescriptor } from './paths.ts'
import { pythonFiles } from './python-files.ts'

function listFolder(value: Value): Value {
  const path = pathOf(value, { what: 'listdir: path', allowsDescriptor: true, allowsNone: true })
  const place = folderPath(path)
  const entries: FolderEntry[] = translated(() => pythonFiles().list(place), path.given)
  return new PyList(entries.map(entry => nameFor(path, entry.name)))
}

/** One path, and the call of the file system that it is for. */
function onPath(name: string, act: (text: string, ...rest: never[]) => void) {
  return (value: Value, ...rest: unknown[]): void => {
    const dirFd = rest.pop() as Value
    const path = pathOf(value, { what: `${name}: path` })
    refuseFolderDescriptor(dirFd)
    translated(() => act(path.text, ...(rest as never[])), path.given)
  }
}

const setUmask = (mask: number): number => vm.host.process?.setUmask(mask & 0o777) ?? 0o022

function rename(name: string) {
  return (from: Value, to: Value, fromFd: Value, toFd: Value): void => {
    const [source, target] = [pathOf(from, { what: `${name}: src` }), pathOf(to, { what: `${name}: dst` })]
    refuseFolderDescriptor(fromFd)
    refuseFolderDescriptor(toFd)
    translated(() => pythonFiles().rename(source.text, target.text), source.given, target.given)
  }
}

function link(from: Value, to: Value, fromFd: Value, toFd: Value): void {
  const [source, target] = [pathOf(from, { what: 'link: src' }), pathOf(to, { what: 'link: dst' })]
  refuseFolderDescriptor(fromFd)
  refuseFolderDescriptor(toFd)
  translated(() => pythonFiles().link(source.text, target.text), source.given, target.given)
}

function symlink(from: Value, to: Value, _isFolder: boolean, dirFd: Value): void {
  const [source, target] = [pathOf(from, { what: 'symlink: src' }), pathOf(to, { what: 'symlink: dst' })]
  refuseFolderDescriptor(dirFd)
  translated(() => pythonFiles().symbolicLink(source.text, target.text), source.given, target.given)
}

function readLink(value: Value, dirFd: Value): Value {
  const path = pathOf(value, { what: 'readlink: path' })
  refuseFolderDescriptor(dirFd)
  return nameFor(
    path,
    translated(() => pythonFiles().readLink(path.text), path.given),
  )
}

function changeFolder(value: Value): void {
  const path = pathOf(value, { what: 'chdir: path' })
  translated(() => pythonFiles().changeFolder(path.text), path.given)
}

function access(value: Value, mode: number, dirFd: Value): Value {
  const path = pathOf(value, { what: 'access: path' })
  refuseFolderDescriptor(dirFd)
  return pythonFiles().mayAccess(path.text, mode)
}

function changeMode(value: Value, mode: number, dirFd: Value, follows: boolean): void {
  const path = pathOf(value, { what: 'chmod: path', allowsDescriptor: true })
  refuseFolderDescriptor(dirFd)
  if (!follows) raise(notImplementedErrorType, 'chmod: follow_symlinks unavailable on this platform')
  const files = pythonFiles()
  translated(
    () => (path.fd >= 0 ? files.changeModeOf(path.fd, mode) : files.changeMode(path.text, mode)),
    path.fd >= 0 ? undefined : path.given,
  )
}

function changeOwner(value: Value, uid: number, gid: number, dirFd: Value, follows: boolean): void {
  const path = pathOf(value, { what: 'chown: path' })
  refuseFolderDescriptor(dirFd)
  translated(() => pythonFiles().changeOwner(path.text, uid, gid, follows), path.given)
}

/** Seconds, int or float, as nanoseconds. */
function nanoseconds(value: Value): bigint {
  const int = asInt(value)
  if (int !== undefined) return BigInt(int) * 1_000_000_000n
  const float = asFloat(value)
  if (float === undefined) raiseTypeError(`'${typeName(typeOf(value))}' object cannot be interpreted as an integer`)
  const whole = Math.floor(float)
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((float - whole) * 1e9))
}

function changeTimes(value: Value, times: Value, ns: Value | undefined, dirFd: Value): void {
  const path = pathOf(value, { what: 'utime: path', allowsDescriptor: true })
  refuseFolderDescriptor(dirFd)
  if (times !== null && ns !== undefined)
    raise(valueErrorType, "utime: you may specify either 'times' or 'ns' but not both")
  const pair = (given: Value, name: string): Value[] => {
    if (!(given instanceof PyTuple) || given.items.length !== 2)
      raiseTypeError(
        name === 'ns'
          ? "utime: 'ns' must be a tuple of two ints"
          : "utime: 'times' must be either a tuple of two ints or None",
      )
    return itemsOf(given)
  }
  const now = vm.host.clock.now()
  const [atime, mtime] =
    ns !== undefined
      ? pair(ns, 'ns').map(each => BigInt(asInt(each) ?? 0))
      : times === null
        ? [now, now]
        : pair(times, 'times').map(nanoseconds)
  translated(() => pythonFiles().changeTimes(path.text, atime!, mtime!), path.given)
}

const currentFolder = (): string => translated(() => pythonFiles().workingFolder())

export const folderFunctions = () => [
  builtin(
    'listdir($module, /, path=None)',
    listFolder,
    "Return a list containing the names of the files in the directory.\n\npath can be specified as either str, bytes, or a path-like object.  If path is bytes,\n  the filenames returned will also be bytes; in all other circumstances\n  the filenames returned will be str.\nIf path is None, uses the path='.'.\n\nThe list is in arbitrary order.  It does not include the special\nentries '.' and '..' even if they are present in the directory.",
  ),
  builtin(
    'mkdir($module, /, path, mode: ssize=511, *, dir_fd=None)',
    onPath('mkdir', (text, mode: number) => pythonFiles().makeFolder(text, mode)),
    'Create a directory.',
  ),
  builtin(
    'rmdir($module, /, path, *, dir_fd=None)',
    onPath('rmdir', text => pythonFiles().removeFolder(text)),
    'Remove a directory.',
  ),
  builtin(
    'unlink($module, /, path, *, dir_fd=None)',
    onPath('unlink', text => pythonFiles().remove(text)),
    'Remove a file (same as remove()).',
  ),
  builtin(
    'remove($module, /, path, *, dir_fd=None)',
    onPath('remove', text => pythonFiles().remove(text)),
    'Remove a file (same as unlink()).',
  ),
  builtin(
    'rename($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    rename('rename'),
    'Rename a file or directory.',
  ),
  builtin(
    'replace($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    rename('replace'),
    'Rename a file or directory, overwriting the destination.',
  ),
  builtin(
    'link($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool=True)',
    link,
    'Create a hard link to a file.',
  ),
  builtin(
    'symlink($module, /, src, dst, target_is_directory: bool=False, *, dir_fd=None)',
    symlink,
    'Create a symbolic link pointing to src named dst.',
  ),
  builtin(
    'readlink($module, /, path, *, dir_fd=None)',
    readLink,
    'Return a string representing the path to which the symbolic link points.',
  ),
  builtin('chdir($module, /, path)', changeFolder, 'Change the current working directory to the specified path.'),
  builtin(
    'getcwd($module, /)',
    () => strOf(currentFolder()),
    'Return a unicode string representing the current working directory.',
  ),
  builtin(
    'getcwdb($module, /)',
    () => fsEncode(strOf(currentFolder())),
    'Return a bytes string representing the current working directory.',
  ),
  builtin(
    'access($module, /, path, mode: ssize, *, dir_fd=None, effective_ids: bool=False, follow_symlinks: bool=True)',
    access,
    'Use the real uid/gid to test for access to a path.',
  ),
  builtin(
    'chmod($module, /, path, mode: ssize, *, dir_fd=None, follow_symlinks: bool=True)',
    changeMode,
    'Change the access permissions of a file.',
  ),
  builtin(
    'chown($module, /, path, uid: ssize, gid: ssize, *, dir_fd=None, follow_symlinks: bool=True)',
    changeOwner,
    'Change the owner and group id of path to the numeric uid and gid.',
  ),
  builtin(
    'utime($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks: bool=True)',
    changeTimes,
    'Set the access and modified time of path.',
  ),
  builtin('umask($module, mask: ssize, /)', setUmask, 'Set the current numeric umask and return the previous umask.'),
]
