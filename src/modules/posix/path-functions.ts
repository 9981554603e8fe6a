/** What posixpath has in C: `os.fspath`, `os.path.normpath` and `os.path.splitroot`. */
import { PyBytes } from '../../objects/bytes.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { fsDecode, fsEncode, fsPath } from './paths.ts'

/** The path as text, and what makes a text a path of the same kind again. */
function textual(value: Value): { readonly text: string; readonly back: (text: string) => Value } {
  const path = fsPath(value)
  if (path instanceof PyBytes) return { text: textOf(fsDecode(path.bytes)), back: text => fsEncode(strOf(text)) }
  return { text: textOf(asStr(path)!), back: strOf }
}

/** Two slashes at the start stay two, three or more are one. */
function rootOf(text: string): string {
  if (!text.startsWith('/')) return ''
  return text.startsWith('//') && !text.startsWith('///') ? '//' : '/'
}

function normalPath(value: Value): Value {
  const { text, back } = textual(value)
  const root = rootOf(text)
  const parts: string[] = []
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..' || (root === '' && parts.length === 0) || parts.at(-1) === '..') parts.push(part)
    else parts.pop()
  }
  const path = root + parts.join('/')
  return back(path === '' ? '.' : path)
}

function splitRoot(value: Value): Value {
  const { text, back } = textual(value)
  const root = rootOf(text)
  return new PyTuple(['', root, text.slice(root.length)].map(back))
}

export const pathFunctions = () => [
  builtin(
    'fspath($module, /, path)',
    fsPath,
    'Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.',
  ),
  builtin('_path_normpath($module, /, path)', normalPath, 'Normalize path, eliminating double slashes, etc.'),
  builtin(
    '_path_splitroot_ex($module, /, p)',
    splitRoot,
    'Split a pathname into drive, root and tail.\n\nThe tail contains anything after the root.',
  ),
  builtin(
    '_path_splitroot($module, /, path)',
    (value: Value) => {
      const { text, back } = textual(value)
      const root = rootOf(text)
      return new PyTuple([back(root), back(text.slice(root.length))])
    },
    'Removes everything after the root on Win32.',
  ),
]
