/** types.GenericAlias: a parameterized builtin type, which otherwise behaves like the type. As in Objects/genericaliasobject.c. */
import { attributeErrorType, typeErrorType } from '../objects/exception-types.ts'
import { assignAttribute, genericGetAttribute, lookupAttribute } from '../objects/attribute.ts'
import { builtinType, tupleType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { hashOf } from '../objects/hash.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { callSpecial } from '../objects/call.ts'
import { genericAliasType, PyGenericAlias } from './generic-alias-object.ts'
import { parametersOf, substituted, typeRepr } from './generic-parameters.ts'
import { unionOf } from './union.ts'

genericAliasType.new = (type, args, keywords) => {
  const given = args.length - (keywords?.length ?? 0)
  if (keywords !== null && keywords.length > 0) raiseTypeError('GenericAlias() takes no keyword arguments')
  if (given !== 2) raiseTypeError(`GenericAlias expected 2 arguments, got ${given}`)
  const [origin, item] = args
  return new PyGenericAlias(origin!, item instanceof PyTuple ? item : new PyTuple([item!]), false, type)
}

/** What an alias answers itself; all other attributes are its origin's. */
const ownAttributes = [
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]
const blockedAttributes = ['__bases__', '__copy__', '__deepcopy__']

genericAliasType.getattribute = (self: PyGenericAlias, name) =>
  ownAttributes.includes(name) || blockedAttributes.includes(name)
    ? genericGetAttribute(self, name)
    : lookupAttribute(self.origin, name)

genericAliasType.call = (self: PyGenericAlias, args, keywords) => {
  const object = call(self.origin, args, keywords)
  try {
    assignAttribute(object, '__orig_class__', self)
  } catch (thrown) {
    const { type } = raised(thrown)
    if (!type.isSubtypeOf(attributeErrorType) && !type.isSubtypeOf(typeErrorType)) throw thrown
  }
  return object
}

function argumentRepr(arg: Value): string {
  if (arg instanceof PyList) return `[${arg.toArray().map(typeRepr).join(', ')}]`
  return typeRepr(arg)
}

genericAliasType.repr = (self: PyGenericAlias) => {
  const args = self.args.items.length === 0 ? '()' : self.args.items.map(argumentRepr).join(', ')
  return strOf(`${self.isUnpacked ? '*' : ''}${typeRepr(self.origin)}[${args}]`)
}
genericAliasType.hash = (self: PyGenericAlias) => {
  const mixed = BigInt(hashOf(self.origin)) ^ BigInt(hashOf(self.args))
  return hashOf(Number.isSafeInteger(Number(mixed)) ? Number(mixed) : mixed)
}
genericAliasType.richcompare = (self: PyGenericAlias, other, op) => {
  if (!(other instanceof PyGenericAlias) || (op !== EQ && op !== NE)) return NotImplemented
  const same =
    self.isUnpacked === other.isUnpacked && equals(self.origin, other.origin) && equals(self.args, other.args)
  return same === (op === EQ)
}
genericAliasType.or = unionOf
genericAliasType.subscript = (self: PyGenericAlias, item) =>
  new PyGenericAlias(
    self.origin,
    new PyTuple(substituted(self, self.args.items, parameters(self), item)),
    self.isUnpacked,
  )

/** Iterating an alias gives it unpacked, once: `*tuple[int, str]`. */
class PyGenericAliasIterator extends PyObject {
  alias: PyGenericAlias | undefined
  constructor(alias: PyGenericAlias) {
    super(genericAliasIteratorType)
    this.alias = alias
  }
}

const genericAliasIteratorType = builtinType('generic_alias_iterator')
genericAliasIteratorType.iter = self => self
genericAliasIteratorType.iternext = (self: PyGenericAliasIterator) => {
  const { alias } = self
  self.alias = undefined
  return alias === undefined ? undefined : new PyGenericAlias(alias.origin, alias.args, true)
}
genericAliasType.iter = (self: PyGenericAlias) => new PyGenericAliasIterator(self)

defineType(genericAliasIteratorType, {
  methods: () => [
    builtin('__reduce__($self, /)', ({ alias }: PyGenericAliasIterator) => {
      const iterated = alias === undefined ? new PyTuple([]) : alias
      return new PyTuple([builtinFunctionNamed('iter'), new PyTuple([iterated])])
    }),
  ],
})

const parameters = (self: PyGenericAlias): PyTuple => (self.parameters ??= parametersOf(self.args.items))

function reduce(self: PyGenericAlias): Value {
  if (!self.isUnpacked) return new PyTuple([genericAliasType, new PyTuple([self.origin, self.args])])
  const iterator = new PyGenericAliasIterator(new PyGenericAlias(self.origin, self.args))
  return new PyTuple([builtinFunctionNamed('next'), new PyTuple([iterator])])
}

function directory(self: PyGenericAlias): Value {
  const names = new PyDict()
  for (const name of itemsOf(callSpecial(self.origin, '__dir__')!)) names.set(name, null)
  for (const name of ownAttributes) names.setStr(name, null)
  return new PyList(itemsOf(names))
}

defineType(genericAliasType, {
  doc: 'Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).',
  signature: '(origin, args, /)',
  methods: () => [
    builtin('__mro_entries__($self, object, /)', (self: PyGenericAlias) => new PyTuple([self.origin])),
    builtin('__instancecheck__($self, object, /)', () =>
      raiseTypeError('isinstance() argument 2 cannot be a parameterized generic'),
    ),
    builtin('__subclasscheck__($self, object, /)', () =>
      raiseTypeError('issubclass() argument 2 cannot be a parameterized generic'),
    ),
    builtin('__reduce__($self, /)', reduce),
    builtin('__dir__($self, /)', directory),
  ],
  members: () => [
    ['__origin__', (self: PyGenericAlias) => self.origin],
    ['__args__', (self: PyGenericAlias) => self.args],
    ['__unpacked__', (self: PyGenericAlias) => self.isUnpacked],
  ],
  getset: () => [
    ['__parameters__', parameters, null, 'Type variables in the GenericAlias.'],
    [
      '__typing_unpacked_tuple_args__',
      (self: PyGenericAlias) => (self.isUnpacked && self.origin === tupleType ? self.args : null),
    ],
  ],
})
