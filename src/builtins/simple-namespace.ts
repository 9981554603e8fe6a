/** types.SimpleNamespace. As in Objects/namespaceobject.c. */
import { simpleNamespaceType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { ensureAttributes, setAttribute } from '../objects/instance.ts'
import { dictType } from '../objects/builtin-types.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { guardedRepr, reprText } from '../objects/text.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { getDict } from './object-dict.ts'
import { fullTypeName } from './type.ts'

simpleNamespaceType.new = type => new PyObject(type)
simpleNamespaceType.init = (self: PyObject, args, keywords) => {
  const given = args.length - (keywords?.length ?? 0)
  if (given > 1) raiseTypeError(`${self.type.name} expected at most 1 argument, got ${given}`)
  if (given === 1) {
    const dict = getDict(self)
    for (const [key, value] of pairsOf(args[0]!)) dict.set(key, value)
  }
  if (keywords === null || keywords.length === 0) return
  // As attributes of a shape, by which they are found faster than in a dict.
  const attributes = ensureAttributes(self)!
  for (let i = 0; i < keywords.length; i++) {
    const name = strOf(keywords[i]!)
    const value = args[given + i]!
    if (typeof name === 'string') setAttribute(attributes, name, value)
    else getDict(self).set(name, value)
  }
}

/** What `dict(value)` would hold; the keys must be names. */
function pairsOf(value: Value): Iterable<[Value, Value]> {
  const dict = value instanceof PyDict ? value : (call(dictType, [value]) as PyDict)
  const pairs = [...dict.entries()]
  for (const [key] of pairs) if (asStr(key) === undefined) raiseTypeError('keywords must be strings')
  return pairs
}

simpleNamespaceType.repr = (self: PyObject) => {
  const name = self.type === simpleNamespaceType ? 'namespace' : self.type.name
  return guardedRepr(self, `${name}(...)`, () => {
    const parts: string[] = []
    for (const [key, value] of getDict(self).entries()) {
      const text = asStr(key)
      if (text !== undefined && text !== '') parts.push(`${textOf(text)}=${reprText(value)}`)
    }
    return strOf(`${name}(${parts.join(', ')})`)
  })
}

simpleNamespaceType.richcompare = (self: PyObject, other, op) => {
  const isNamespace = (value: Value): value is PyObject => typeOf(value).isSubtypeOf(simpleNamespaceType)
  return isNamespace(self) && isNamespace(other) ? richCompare(getDict(self), getDict(other), op) : NotImplemented
}

/** A copy with some attributes replaced: what `copy.replace` calls. */
function replace(self: PyObject, args: readonly Value[], changes: PyDict): Value {
  if (args.length > 0) raiseTypeError('__replace__() takes no positional arguments')
  const result = call(self.type, [])
  if (!(result instanceof PyObject) || !result.type.isSubtypeOf(simpleNamespaceType))
    raiseTypeError(
      `expect types.SimpleNamespace type, but ${fullTypeName(self.type)}() returned '${fullTypeName(typeOf(result))}' object`,
    )
  const dict = getDict(result)
  for (const [key, value] of getDict(self).entries()) dict.set(key, value)
  for (const [key, value] of changes.entries()) dict.set(key, value)
  return result
}

defineType(simpleNamespaceType, {
  doc: 'A simple attribute-based namespace.',
  signature: '(mapping_or_iterable=(), /, **kwargs)',
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyObject) => new PyTuple([self.type, emptyTuple, getDict(self)]),
      'Return state information for pickling',
    ),
    builtin(
      '__replace__($self, /, *args, **changes)',
      replace,
      'Return a copy of the namespace object with new values for the specified attributes.',
    ),
  ],
  members: () => [['__dict__', getDict]],
})
