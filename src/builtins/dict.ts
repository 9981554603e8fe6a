// Hot.
/**
 * The slots and methods of dict. As Objects/dictobject.c.
 *
 * Reading a key that is not there asks `__missing__` of a subclass, in subscripts only.
 */
import { lookupSpecial } from '../objects/attribute.ts'
import { dictItemsType, dictKeysType, dictType, dictValuesType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyMethodDescriptor } from '../objects/callable.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType } from '../objects/exception-types.ts'
import { forEachItem } from '../objects/iteration.ts'
import { dictReverseKeyIteratorType, PyDictIterator, PyDictView } from '../objects/iterators.ts'
import { NotImplemented } from '../objects/number.ts'
import { isAnySet } from '../objects/set.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { EQ, NE, type CompareOp, type KeywordNames } from '../objects/slots.ts'
import { StrBuilder, type Str } from '../objects/str.ts'
import { guardedRepr, repr } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { classGetItem } from './class-getitem.ts'
import './dict-iterators.ts'
import { dictsEqual, update, updateFromCall } from './dict-update.ts'
import './dict-views.ts'

dictType.new = type => new PyDict(type)

dictType.init = (self: PyDict, args, keywords) => updateFromCall(self, 'dict', args, keywords)

dictType.repr = (self: PyDict): Str => {
  if (self.size === 0) return '{}'
  return guardedRepr(self, '{...}', () => {
    const text = new StrBuilder()
    let isFirst = true
    for (let at = self.next(0); at >= 0; at = self.next(at + 1)) {
      text.put(isFirst ? '{' : ', ')
      isFirst = false
      const value = self.values[at]!
      text.put(repr(self.keys[at]!))
      text.put(': ')
      text.put(repr(value))
    }
    text.put('}')
    return text.finish()
  })
}

dictType.length = (self: PyDict): number => self.size

dictType.contains = (self: PyDict, key: Value): boolean => self.find(key) >= 0

dictType.subscript = (self: PyDict, key: Value): Value => {
  const at = self.find(key)
  return at >= 0 ? self.values[at]! : missing(self, key)
}

/** What a subscript answers when there is no such key. */
export function missing(self: PyDict, key: Value): Value {
  if (self.type !== dictType) {
    const method = self.type.lookup('__missing__')
    if (method instanceof PyMethodDescriptor) return method.builtin.call(self, [key], null)
    if (method !== undefined) return call(lookupSpecial(self, '__missing__')!, [key])
  }
  raise(keyErrorType, key)
}

dictType.assSubscript = (self: PyDict, key: Value, value: Value | undefined): void => {
  if (value !== undefined) self.set(key, value)
  else if (self.delete(key) === undefined) raise(keyErrorType, key)
}

dictType.richcompare = (self: PyDict, other: Value, op: CompareOp): Value => {
  if (!(other instanceof PyDict) || (op !== EQ && op !== NE)) return NotImplemented
  return dictsEqual(self, other) === (op === EQ)
}

dictType.or = (left: Value, right: Value): Value => {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
  const result = left.copy()
  update(result, right)
  return result
}

dictType.inplaceOr = (self: PyDict, other: Value): Value => {
  update(self, other)
  return self
}

function get(self: PyDict, key: Value, otherwise: Value): Value {
  const at = self.find(key)
  return at < 0 ? otherwise : self.values[at]!
}

function setDefault(self: PyDict, key: Value, value: Value): Value {
  const at = self.find(key)
  if (at >= 0) return self.values[at]!
  self.add(key, value)
  return value
}

export function pop(self: PyDict, key: Value, otherwise: Value | undefined): Value {
  const value = self.size === 0 ? undefined : self.delete(key)
  if (value !== undefined) return value
  if (otherwise === undefined) raise(keyErrorType, key)
  return otherwise
}

function popItem(self: PyDict): Value {
  const at = self.previous(self.keys.length - 1)
  if (at < 0) raise(keyErrorType, 'popitem(): dictionary is empty')
  const key = self.keys[at]!
  return new PyTuple([key, self.deleteAt(at)])
}

function fromKeys(type: PyType, iterable: Value, value: Value): Value {
  const result = type === dictType ? new PyDict() : call(type, [])
  if (result instanceof PyDict && result.type.assSubscript === dictType.assSubscript) {
    if (isAnySet(iterable)) for (const key of iterable.items()) result.set(key, value)
    else
      forEachItem(iterable, key => {
        result.set(key, value)
      })
    return result
  }
  const { assSubscript } = typeOf(result)
  forEachItem(iterable, key => {
    if (assSubscript === null) raiseTypeError(`'${typeName(typeOf(result))}' object does not support item assignment`)
    assSubscript(result, key, value)
  })
  return result
}

/** `update`, which has no signature that inspect could show: it takes any keyword. */
function updateMethod(): Builtin {
  const method = builtin('update($self, /, *args, **kwargs)', (): void => undefined, updateDoc)
  method.call = (self: Value | undefined, args: Value[], keywords: KeywordNames) => {
    updateFromCall(self as PyDict, 'update', args, keywords)
    return null
  }
  return method
}

const updateDoc = `D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]
If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
In either case, this is followed by: for k in F:  D[k] = F[k]`

defineType(dictType, {
  doc: `dict() -> new empty dictionary
dict(mapping) -> new dictionary initialized from a mapping object's
    (key, value) pairs
dict(iterable) -> new dictionary initialized as if via:
    d = {}
    for k, v in iterable:
        d[k] = v
dict(**kwargs) -> new dictionary initialized with the name=value pairs
    in the keyword argument list.  For example:  dict(one=1, two=2)`,
  methods: () => [
    builtin(
      '__contains__($self, key, /)',
      (self: PyDict, key: Value) => self.find(key) >= 0,
      'True if the dictionary has the specified key, else False.',
    ),
    builtin(
      '__getitem__($self, key, /)',
      (self: PyDict, key: Value) => dictType.subscript!(self, key),
      'Return self[key].',
    ),
    builtin('__sizeof__($self, /)', (self: PyDict) => 64 + 24 * self.size, 'Return the size of the dict in memory.'),
    builtin(
      'get($self, key, default=None, /)',
      get,
      'Return the value for key if key is in the dictionary, else default.',
    ),
    builtin(
      'setdefault($self, key, default=None, /)',
      setDefault,
      'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
    ),
    builtin(
      'pop($self, key, default=<unrepresentable>, /)',
      pop,
      'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
    ),
    builtin(
      'popitem($self, /)',
      popItem,
      'Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.',
    ),
    builtin(
      'keys($self, /)',
      (self: PyDict) => new PyDictView(self, dictKeysType),
      "Return a set-like object providing a view on the dict's keys.",
    ),
    builtin(
      'items($self, /)',
      (self: PyDict) => new PyDictView(self, dictItemsType),
      "Return a set-like object providing a view on the dict's items.",
    ),
    builtin(
      'values($self, /)',
      (self: PyDict) => new PyDictView(self, dictValuesType),
      "Return an object providing a view on the dict's values.",
    ),
    updateMethod(),
    builtin('clear($self, /)', (self: PyDict) => self.clear(), 'Remove all items from the dict.'),
    builtin('copy($self, /)', (self: PyDict) => self.copy(), 'Return a shallow copy of the dict.'),
    builtin(
      '__reversed__($self, /)',
      (self: PyDict) => new PyDictIterator(self, self.keys.length - 1, dictReverseKeyIteratorType),
      'Return a reverse iterator over the dict keys.',
    ),
  ],
  classMethods: () => [
    classGetItem(),
    builtin(
      'fromkeys($type, iterable, value=None, /)',
      fromKeys,
      'Create a new dictionary with keys from iterable and values set to value.',
    ),
  ],
})
