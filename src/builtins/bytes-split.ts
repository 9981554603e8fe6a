/** split, rsplit, splitlines and join of bytes and bytearray. */
import { copyOfBytes } from '../base/bytes-memory.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { type AnyBytes, bufferArgument, type BytesKind, joinBytes } from './bytes-kind.ts'
import { splitAt, splitAtFromEnd, splitLines, splitSpace, splitSpaceFromEnd } from './units-split.ts'

/** ASCII only, and without the separators from 28 to 31 that str takes for spaces. */
export const isByteSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)

const isByteBreak = (byte: number): boolean => byte === 10 || byte === 13

function partsFromSpans(kind: BytesKind, bytes: Uint8Array, spans: readonly number[]): PyList {
  const parts: Value[] = []
  for (let i = 0; i < spans.length; i += 2) parts.push(kind.make(copyOfBytes(bytes, spans[i]!, spans[i + 1]!)))
  return new PyList(parts)
}

function splitMethod(kind: BytesKind, name: string, ofSpace: typeof splitSpace, ofSeparator: typeof splitAt): Builtin {
  return builtin(
    `${name}($self, /, sep=None, maxsplit: ssize = -1)`,
    (self: AnyBytes, sep: Value, most: number) => {
      const { bytes } = self
      if (sep === null) return partsFromSpans(kind, bytes, ofSpace(bytes, isByteSpace, most))
      const separator = bufferArgument(sep)
      if (separator.length === 0) raise(valueErrorType, 'empty separator')
      return partsFromSpans(kind, bytes, ofSeparator(bytes, separator, most))
    },
    `Return a list of the sections in the ${kind.name}, using sep as the delimiter.

  sep
    The delimiter according which to split the ${kind.name}.
    None (the default value) means split on ASCII whitespace characters
    (space, tab, return, newline, formfeed, vertical tab).
  maxsplit
    Maximum number of splits to do.
    -1 (the default value) means no limit.`,
  )
}

function joinItems(separator: Uint8Array, iterable: Value): Uint8Array {
  if (typeOf(iterable).iter === null && typeOf(iterable).subscript === null) raiseTypeError('can only join an iterable')
  const parts = itemsOf(iterable).map((item, i) => {
    const part = bufferOf(item)
    if (part === undefined)
      raiseTypeError(`sequence item ${i}: expected a bytes-like object, ${typeName(typeOf(item))} found`)
    return part
  })
  return joinBytes(separator, parts)
}

export const splitMethods = (kind: BytesKind): Builtin[] => [
  splitMethod(kind, 'split', splitSpace, splitAt),
  splitMethod(kind, 'rsplit', splitSpaceFromEnd, splitAtFromEnd),
  builtin(
    'splitlines($self, /, keepends: bool = False)',
    ({ bytes }: AnyBytes, keepEnds: boolean) =>
      partsFromSpans(kind, bytes, splitLines(bytes, isByteBreak, keepEnds ? 'kept' : 'dropped')),
    `Return a list of the lines in the ${kind.name}, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and true.`,
  ),
  builtin(
    'join($self, iterable_of_bytes, /)',
    (self: AnyBytes, iterable: Value) => kind.make(joinItems(self.bytes, iterable)),
    `Concatenate any number of bytes objects.\n\nThe ${kind.name} whose method is called is inserted in between each pair.\n\nThe result is returned as a new ${kind.name} object.`,
  ),
]
