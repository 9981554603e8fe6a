// Hot.
/** The iterator and the views of OrderedDict: any change of the keys during iteration is an error, even one that keeps their number. */
import { builtinType, dictItemsType, dictKeysType, dictValuesType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise } from '../../objects/exception.ts'
import { runtimeErrorType } from '../../objects/exception-types.ts'
import { PyDictView } from '../../objects/iterators.ts'
import { PyList } from '../../objects/list.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { builtinFunctionNamed } from '../../builtins/builtin-lookup.ts'
import { defineOrderedDict, orderedDictType, type PyOrderedDict } from './ordered-dict.ts'

type Kind = 'keys' | 'values' | 'items'

export const orderedDictIteratorType = builtinType('odict_iterator', { flags: TypeFlags.noInstantiation })
export const orderedDictKeysType = builtinType('odict_keys', {
  base: dictKeysType,
  sameLayout: true,
  flags: TypeFlags.noInstantiation,
})
export const orderedDictValuesType = builtinType('odict_values', {
  base: dictValuesType,
  sameLayout: true,
  flags: TypeFlags.noInstantiation,
})
export const orderedDictItemsType = builtinType('odict_items', {
  base: dictItemsType,
  sameLayout: true,
  flags: TypeFlags.noInstantiation,
})

class PyOrderedDictIterator extends PyObject {
  dict: PyOrderedDict | null
  readonly kind: Kind
  readonly isReversed: boolean
  readonly version: number
  position: number
  constructor(dict: PyOrderedDict, kind: Kind, position: number) {
    super(orderedDictIteratorType)
    this.dict = dict
    this.kind = kind
    this.isReversed = position > 0
    this.version = dict.keysVersion
    this.position = position
  }
}

const forwards = (dict: PyOrderedDict, kind: Kind): Value => new PyOrderedDictIterator(dict, kind, 0)
const backwards = (dict: PyOrderedDict, kind: Kind): Value =>
  new PyOrderedDictIterator(dict, kind, Math.max(dict.keys.length, 1))

orderedDictIteratorType.iter = self => self
orderedDictIteratorType.iternext = (self: PyOrderedDictIterator) => {
  const { dict, kind } = self
  if (dict === null) return undefined
  if (dict.keysVersion !== self.version) {
    self.dict = null
    raise(runtimeErrorType, 'OrderedDict mutated during iteration')
  }
  // Backwards, the position is one beyond the next key.
  const at = self.isReversed ? dict.previous(self.position - 1) : dict.next(self.position)
  if (at < 0) {
    self.dict = null
    return undefined
  }
  self.position = self.isReversed ? at : at + 1
  if (kind === 'keys') return dict.keys[at]
  return kind === 'values' ? dict.values[at] : new PyTuple([dict.keys[at]!, dict.values[at]!])
}
defineType(orderedDictIteratorType, {
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyOrderedDictIterator) => {
        const rest: PyOrderedDictIterator = Object.assign(Object.create(PyOrderedDictIterator.prototype), self)
        const items: Value[] = []
        const next = orderedDictIteratorType.iternext!
        for (let item = next(rest); item !== undefined; item = next(rest)) items.push(item)
        return new PyTuple([builtinFunctionNamed('iter'), new PyTuple([new PyList(items)])])
      },
      'Return state information for pickling',
    ),
  ],
})

orderedDictType.iter = (self: PyOrderedDict) => forwards(self, 'keys')

const views: readonly (readonly [PyType, Kind])[] = [
  [orderedDictKeysType, 'keys'],
  [orderedDictValuesType, 'values'],
  [orderedDictItemsType, 'items'],
]
for (const [type, kind] of views) {
  type.iter = (self: PyDictView) => forwards(self.dict as PyOrderedDict, kind)
  defineType(type, {
    methods: () => [
      builtin('__reversed__($self, /)', (self: PyDictView) => backwards(self.dict as PyOrderedDict, kind)),
    ],
  })
}

defineOrderedDict(() => [
  ...views.map(([type, kind]) => builtin(`${kind}($self, /)`, (self: PyOrderedDict) => new PyDictView(self, type))),
  builtin(
    '__reversed__($self, /)',
    (self: PyOrderedDict) => backwards(self, 'keys'),
    'od.__reversed__() <==> reversed(od)',
  ),
])
