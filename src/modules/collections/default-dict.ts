// Hot.
/** collections.defaultdict: a dict whose `__missing__` calls a factory and keeps what it answers. */
import { builtinType, dictType, typeOf } from '../../objects/builtin-types.ts'
import { call, callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { keyErrorType } from '../../objects/exception-types.ts'
import { getIter } from '../../objects/iteration.ts'
import { NotImplemented } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { buildString, type Str } from '../../objects/str.ts'
import { guardedRepr, repr } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { update, updateFromCall } from '../../builtins/dict-update.ts'
import type { PyObject, Value } from '../../objects/value.ts'

export const defaultDictType = builtinType('defaultdict', {
  module: 'collections',
  base: dictType,
  flags: TypeFlags.base,
})

export class PyDefaultDict extends PyDict {
  factory: Value
  constructor(type: PyType = defaultDictType) {
    super(type)
    this.factory = null
  }
}

defaultDictType.new = type => new PyDefaultDict(type)
defaultDictType.init = (self: PyDefaultDict, args, keywords) => {
  const named = keywords === null ? 0 : keywords.length
  let factory: Value = null
  if (args.length > named) {
    factory = args[0]!
    if (factory !== null && typeOf(factory).call === null) raiseTypeError('first argument must be callable or None')
    args = args.slice(1)
  }
  self.factory = factory
  updateFromCall(self, 'dict', args, keywords)
}

defaultDictType.repr = (self: PyDefaultDict): Str => {
  const base = dictType.repr!(self) as Str
  const factory =
    self.factory === null ? 'None' : guardedRepr(self.factory as PyObject, '...', () => repr(self.factory))
  return buildString([`${self.type.name}(`, factory, ', ', base, ')'])
}

function missing(self: PyDefaultDict, key: Value): Value {
  if (self.factory === null) raise(keyErrorType, key)
  const value = call(self.factory, [])
  // The factory may have stored one itself: that one stays.
  const at = self.find(key)
  if (at >= 0) return self.values[at]!
  self.add(key, value)
  return value
}

defaultDictType.or = (left: Value, right: Value): Value => {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
  const model = left instanceof PyDefaultDict ? left : (right as PyDefaultDict)
  const result = call(model.type, [model.factory, left])
  if (!(result instanceof PyDict)) return NotImplemented
  update(result, right)
  return result
}

const copy = (self: PyDefaultDict): Value => call(self.type, [self.factory, self])

function reduce(self: PyDefaultDict): Value {
  const args = self.factory === null ? emptyTuple : new PyTuple([self.factory])
  return new PyTuple([self.type, args, null, null, getIter(callMethod(self, 'items'))])
}

defineType(defaultDictType, {
  doc: `defaultdict(default_factory=None, /, [...]) --> dict with default factory

The default factory is called without arguments to produce
a new value when a key is not present, in __getitem__ only.
A defaultdict compares equal to a dict with the same items.
All remaining arguments are treated the same as if they were
passed to the dict constructor, including keyword arguments.`,
  methods: () => [
    builtin(
      '__missing__($self, object, /)',
      missing,
      '__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value',
    ),
    builtin('copy($self, /)', copy, 'D.copy() -> a shallow copy of D.'),
    builtin('__copy__($self, /)', copy, 'D.copy() -> a shallow copy of D.'),
    builtin('__reduce__($self, /)', reduce, 'Return state information for pickling.'),
  ],
  classMethods: () => [classGetItem()],
  attributes: () => ({ __module__: 'collections' }),
  members: () => [
    [
      'default_factory',
      (self: PyDefaultDict) => self.factory,
      (self: PyDefaultDict, value: Value | undefined) => {
        self.factory = value ?? null
      },
      'Factory for default value called by __missing__().',
    ],
  ],
})
