/** `os.scandir` and `os.DirEntry`. */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { HostError, type FileStatus } from '../../base/host.ts'
import { errors } from '../../base/errno.ts'
import { TypeFlags } from '../../objects/type.ts'
import { builtin } from '../../objects/signature.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { strOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { raiseOSError, translated } from './os-error.ts'
import { folderPath, nameFor, pathOf, type Path } from './paths.ts'
import { pythonFiles } from './python-files.ts'
import { statResult } from './status.ts'

const kindMask = 0o170000
const link = 0o120000
const folder = 0o040000
const plainFile = 0o100000

export const dirEntryType = builtinType('DirEntry', { module: 'posix', flags: TypeFlags.noInstantiation })

class PyDirEntry extends PyObject {
  readonly name: Value
  readonly path: Value
  readonly text: string
  readonly kind: number
  inode: number | bigint
  followed: FileStatus | null
  own: FileStatus | null
  constructor(name: Value, path: Value, text: string, kind: number, inode: number | bigint) {
    super(dirEntryType)
    this.name = name
    this.path = path
    this.text = text
    this.kind = kind
    this.inode = inode
    this.followed = null
    this.own = null
  }

  status(follows: boolean): FileStatus {
    const isLink = this.kind === link || this.kind === 0
    if (!follows || !isLink) return (this.own ??= pythonFiles().status(this.text, 'keep'))
    return (this.followed ??= pythonFiles().status(this.text, 'follow'))
  }

  /** Is it, or what it links to, of that kind? A link to nothing is of none. */
  isKind(kind: number, follows: boolean): boolean {
    const needsStatus = this.kind === 0 || (follows && this.kind === link)
    if (!needsStatus) return this.kind === kind
    try {
      return (this.status(follows).mode & kindMask) === kind
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.errno === errors.ENOENT) return false
      if (thrown instanceof HostError) raiseOSError(thrown.errno, this.path)
      throw thrown
    }
  }
}

dirEntryType.repr = (self: PyDirEntry) => strOf(`<DirEntry ${reprText(self.name)}>`)

defineType(dirEntryType, {
  methods: () => [
    builtin(
      'is_dir($self, /, *, follow_symlinks: bool=True)',
      (self: PyDirEntry, follows: boolean) => self.isKind(folder, follows),
      'Return True if the entry is a directory; cached per entry.',
    ),
    builtin(
      'is_file($self, /, *, follow_symlinks: bool=True)',
      (self: PyDirEntry, follows: boolean) => self.isKind(plainFile, follows),
      'Return True if the entry is a file; cached per entry.',
    ),
    builtin(
      'is_symlink($self, /)',
      (self: PyDirEntry) => self.isKind(link, false),
      'Return True if the entry is a symbolic link; cached per entry.',
    ),
    builtin('is_junction($self, /)', () => false, 'Return True if the entry is a junction; cached per entry.'),
    builtin(
      'stat($self, /, *, follow_symlinks: bool=True)',
      (self: PyDirEntry, follows: boolean) => translated(() => statResult(self.status(follows)), self.path),
      'Return stat_result object for the entry; cached per entry.',
    ),
    builtin(
      'inode($self, /)',
      (self: PyDirEntry) => translated(() => self.status(false).ino, self.path),
      'Return inode of the entry; cached per entry.',
    ),
    builtin('__fspath__($self, /)', (self: PyDirEntry) => self.path, 'Returns the path for the entry.'),
  ],
  members: () => [
    [
      'name',
      (self: PyDirEntry) => self.name,
      null,
      'the entry\'s base filename, relative to scandir() "path" argument',
    ],
    [
      'path',
      (self: PyDirEntry) => self.path,
      null,
      "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
    ],
  ],
  classMethods: () => [classGetItem()],
})

const scandirIteratorType = builtinType('ScandirIterator', { module: 'posix', flags: TypeFlags.noInstantiation })

class PyScandirIterator extends PyObject {
  entries: PyDirEntry[]
  next: number
  constructor(entries: PyDirEntry[]) {
    super(scandirIteratorType)
    this.entries = entries
    this.next = 0
  }
}

scandirIteratorType.iter = self => self
scandirIteratorType.iternext = (self: PyScandirIterator) => self.entries[self.next++]

const close = (self: PyScandirIterator): void => {
  self.entries = []
}

defineType(scandirIteratorType, {
  methods: () => [
    builtin('__enter__($self, /)', (self: PyScandirIterator) => self),
    builtin('__exit__($self, /, *args)', close),
    builtin('close($self, /)', close),
  ],
})

function scan(value: Value): Value {
  const path = pathOf(value, { what: 'scandir: path', allowsDescriptor: true, allowsNone: true })
  const place = folderPath(path)
  const entries = translated(() => pythonFiles().list(place), path.given)
  return new PyScandirIterator(
    entries.map(
      entry =>
        new PyDirEntry(
          nameFor(path, entry.name),
          nameFor(path, path.fd < 0 ? joined(path, entry.name) : entry.name),
          path.fd < 0 ? joined(path, entry.name) : `${place}/${entry.name}`,
          entry.kind,
          entry.ino,
        ),
    ),
  )
}

function joined(path: Path, name: string): string {
  if (path.given === null) return `./${name}`
  return path.text.endsWith('/') ? path.text + name : `${path.text}/${name}`
}

export const scandirFunctions = () => [
  builtin(
    'scandir($module, /, path=None)',
    scan,
    "Return an iterator of DirEntry objects for given path.\n\npath can be specified as either str, bytes, or a path-like object.  If path\nis bytes, the names of yielded DirEntry objects will also be bytes; in\nall other circumstances they will be str.\n\nIf path is None, uses the path='.'.",
  ),
]
