/** The methods of bytes and bytearray that look for a part. */
import { copyBytesTo, copyOfBytes } from '../base/bytes-memory.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { type AnyBytes, bufferArgument, type BytesKind, newBytes, noBytes, partArgument } from './bytes-kind.ts'
import { searchStart, searchStop } from './str-search.ts'
import { countUnits, findLastUnits, findUnits, hasAt, type Units } from './units.ts'

type Search = (units: Units, part: Units, start: number, stop: number) => number

function search(find: Search, self: AnyBytes, sub: Value, start?: Value, stop?: Value): number {
  const part = partArgument(sub)
  const { bytes } = self
  const from = searchStart(start, bytes.length)
  const to = searchStop(stop, bytes.length)
  return from > to ? -1 : find(bytes, part, from, to)
}

const searchMethod = (name: string, find: Search, doc: string): Builtin =>
  builtin(
    `${name}($self, sub[, start[, end]], /)`,
    (self: AnyBytes, sub: Value, start?: Value, stop?: Value) => search(find, self, sub, start, stop),
    doc,
  )

const indexMethod = (name: string, find: Search, doc: string): Builtin =>
  builtin(
    `${name}($self, sub[, start[, end]], /)`,
    (self: AnyBytes, sub: Value, start?: Value, stop?: Value) => {
      const at = search(find, self, sub, start, stop)
      if (at < 0) raise(valueErrorType, 'subsection not found')
      return at
    },
    doc,
  )

type EdgeTest = (bytes: Uint8Array, part: Uint8Array, start: number, stop: number) => boolean

const startsWith: EdgeTest = (bytes, part, start, stop) => stop - start >= part.length && hasAt(bytes, part, start)
const endsWith: EdgeTest = (bytes, part, start, stop) =>
  stop - start >= part.length && hasAt(bytes, part, stop - part.length)

const edgeMethod = (name: string, parameter: string, test: EdgeTest, kind: BytesKind): Builtin =>
  builtin(
    `${name}($self, ${parameter}[, start[, end]], /)`,
    (self: AnyBytes, edge: Value, start?: Value, stop?: Value) => {
      const { bytes } = self
      const from = searchStart(start, bytes.length)
      const to = searchStop(stop, bytes.length)
      if (edge instanceof PyTuple) return edge.items.some(each => test(bytes, bufferArgument(each), from, to))
      const part = bufferOf(edge)
      if (part === undefined)
        raiseTypeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(typeOf(edge))}`)
      return test(bytes, part, from, to)
    },
    `Return True if the ${kind.name} ${name.replace('with', '')} with the specified ${parameter}, False otherwise.`,
  )

/** The parts before, between and after; `missing` says where the whole goes if there is no separator. */
function partition(kind: BytesKind, self: AnyBytes, sep: Value, find: Search, missing: 'first' | 'last'): PyTuple {
  const separator = bufferArgument(sep)
  if (separator.length === 0) raise(valueErrorType, 'empty separator')
  const { bytes } = self
  const at = find(bytes, separator, 0, bytes.length)
  const empty = (): AnyBytes => kind.make(noBytes.slice())
  if (at < 0)
    return new PyTuple(missing === 'first' ? [kind.same(self), empty(), empty()] : [empty(), empty(), kind.same(self)])
  const after = at + separator.length
  return new PyTuple([
    kind.make(copyOfBytes(bytes, 0, at)),
    kind.name === 'bytes' ? sep : kind.make(copyOfBytes(separator)),
    kind.make(copyOfBytes(bytes, after)),
  ])
}

export function replaceBytes(bytes: Uint8Array, old: Uint8Array, next: Uint8Array, count: number): Uint8Array | null {
  const places: number[] = []
  let at = findUnits(bytes, old, 0, bytes.length)
  for (let left = count < 0 ? Infinity : count; left > 0 && at >= 0; left--) {
    places.push(at)
    const from = at + Math.max(old.length, 1)
    at = from > bytes.length ? -1 : findUnits(bytes, old, from, bytes.length)
  }
  if (places.length === 0) return null
  const result = newBytes(bytes.length + places.length * (next.length - old.length))
  let copied = 0
  let to = 0
  for (let i = 0; i < places.length; i++) {
    to = copyBytesTo(result, to, bytes, copied, places[i]!)
    to = copyBytesTo(result, to, next)
    copied = places[i]! + old.length
  }
  copyBytesTo(result, to, bytes, copied)
  return result
}

export const searchMethods = (kind: BytesKind): Builtin[] => [
  searchMethod('find', findUnits, "Return the lowest index in B where subsection 'sub' is found, or -1."),
  searchMethod('rfind', findLastUnits, "Return the highest index in B where subsection 'sub' is found, or -1."),
  indexMethod('index', findUnits, "Return the lowest index in B where subsection 'sub' is found."),
  indexMethod('rindex', findLastUnits, "Return the highest index in B where subsection 'sub' is found."),
  builtin(
    'count($self, sub[, start[, end]], /)',
    (self: AnyBytes, sub: Value, start?: Value, stop?: Value) => {
      const part = partArgument(sub)
      const { bytes } = self
      return countUnits(bytes, part, searchStart(start, bytes.length), searchStop(stop, bytes.length))
    },
    "Return the number of non-overlapping occurrences of subsection 'sub' in B[start:end].",
  ),
  edgeMethod('startswith', 'prefix', startsWith, kind),
  edgeMethod('endswith', 'suffix', endsWith, kind),
  builtin(
    'removeprefix($self, prefix: buffer, /)',
    (self: AnyBytes, prefix: Uint8Array) => {
      const { bytes } = self
      const has = prefix.length > 0 && startsWith(bytes, prefix, 0, bytes.length)
      return has ? kind.make(copyOfBytes(bytes, prefix.length)) : kind.same(self)
    },
    `Return a ${kind.name} with the given prefix string removed if present.`,
  ),
  builtin(
    'removesuffix($self, suffix: buffer, /)',
    (self: AnyBytes, suffix: Uint8Array) => {
      const { bytes } = self
      const has = suffix.length > 0 && endsWith(bytes, suffix, 0, bytes.length)
      return has ? kind.make(copyOfBytes(bytes, 0, bytes.length - suffix.length)) : kind.same(self)
    },
    `Return a ${kind.name} with the given suffix string removed if present.`,
  ),
  builtin(
    'partition($self, sep, /)',
    (self: AnyBytes, sep: Value) => partition(kind, self, sep, findUnits, 'first'),
    `Partition the ${kind.name} into three parts using the given separator.`,
  ),
  builtin(
    'rpartition($self, sep, /)',
    (self: AnyBytes, sep: Value) => partition(kind, self, sep, findLastUnits, 'last'),
    `Partition the ${kind.name} into three parts using the last occurrence of the given separator.`,
  ),
  builtin(
    'replace($self, old: buffer, new: buffer, count: ssize = -1, /)',
    (self: AnyBytes, old: Uint8Array, next: Uint8Array, count: number) => {
      const replaced = replaceBytes(self.bytes, old, next, count)
      return replaced === null ? kind.same(self) : kind.make(replaced)
    },
    'Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.',
  ),
]
