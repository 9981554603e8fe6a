/** `int | str`: typing.Union. As in Objects/unionobject.c. */
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { noneType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { typeErrorType } from '../objects/exception-types.ts'
import { hashOf } from '../objects/hash.ts'
import { hooks } from '../objects/hooks.ts'
import { NotImplemented } from '../objects/number.ts'
import { orValues } from '../objects/operators.ts'
import { PyFrozenset } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyGenericAlias } from './generic-alias-object.ts'
import { parametersOf, substituted, typeRepr } from './generic-parameters.ts'
import { PyUnion, unionType } from './union-object.ts'

/** May `value` be an operand of `|` between types? */
function isUnionable(value: Value): boolean {
  if (value === null || value instanceof PyType || value instanceof PyGenericAlias || value instanceof PyUnion)
    return true
  const type = typeOf(value)
  return type.name === 'TypeAliasType' && type.module === 'typing'
}

/** `left | right` for types; NotImplemented for what is none. */
export function unionOf(left: Value, right: Value): Value {
  return isUnionable(left) && isUnionable(right) ? makeUnion([left, right]) : NotImplemented
}

/** The union of `members`: nested ones opened, each type once, None as its type; a single member is itself. */
export function makeUnion(members: readonly Value[]): Value {
  const args: Value[] = []
  const hashable = new PyFrozenset()
  const unhashable: Value[] = []
  const add = (member: Value): void => {
    if (member instanceof PyUnion) {
      for (const each of member.args.items) add(each)
      return
    }
    const arg = member === null ? noneType : member
    if (isHashable(arg)) {
      if (hashable.has(arg)) return
      hashable.add(arg)
    } else {
      if (unhashable.some(each => equals(each, arg))) return
      unhashable.push(arg)
    }
    args.push(arg)
  }
  for (const member of members) add(member)
  return args.length === 1 ? args[0]! : new PyUnion(new PyTuple(args), hashable, unhashable)
}

function isHashable(value: Value): boolean {
  try {
    hashOf(value)
    return true
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(typeErrorType)) return false
    throw thrown
  }
}

/** Beside a union whatever typing takes may stand, names of types as well. */
unionType.or = (left: Value, right: Value) => makeUnion([left, right].map(checkedMember))
unionType.repr = (self: PyUnion) => strOf(self.args.items.map(typeRepr).join(' | '))
unionType.hash = (self: PyUnion) => {
  for (const each of self.unhashable) hashOf(each)
  const count = self.unhashable.length
  if (count > 0) raiseTypeError(`union contains ${count} unhashable element${count > 1 ? 's' : ''}`)
  return hashOf(self.hashable)
}
unionType.richcompare = (self: PyUnion, other, op) => {
  if (!(other instanceof PyUnion) || (op !== EQ && op !== NE)) return NotImplemented
  const same =
    equals(self.hashable, other.hashable) &&
    self.unhashable.length === other.unhashable.length &&
    self.unhashable.every(each => other.unhashable.some(another => equals(each, another)))
  return same === (op === EQ)
}
unionType.subscript = (self: PyUnion, item) => {
  const args = substituted(self, self.args.items, parametersOf(self.args.items), item)
  return args.reduce((left, right) => orValues(left, right))
}

function getUnionItem(_type: PyType, item: Value): Value {
  const members = item instanceof PyTuple ? item.items : [item]
  if (members.length === 0) raiseTypeError('Cannot take a Union of no types.')
  return makeUnion(members.map(checkedMember))
}

/** A member as typing checks it: strings become forward references, and what is no type is refused. */
function checkedMember(member: Value): Value {
  if (isUnionable(member) || findAttribute(member, '__typing_subst__') !== undefined) return member
  return typeCheck(member)
}

function typeCheck(member: Value): Value {
  const check = lookupAttribute(hooks.importModule('typing'), '_type_check')
  return call(check, [member, 'Union[arg, ...]: each arg must be a type.'])
}

defineType(unionType, {
  doc: 'Represent a union type\n\nE.g. for int | str',
  methods: () => [
    builtin('__mro_entries__($self, object, /)', (self: PyUnion) =>
      raiseTypeError(`Cannot subclass ${reprText(self)}`),
    ),
  ],
  attributes: () => ({ __module__: 'typing' }),
  classMethods: () => [builtin('__class_getitem__($type, object, /)', getUnionItem, 'See PEP 585')],
  members: () => [['__args__', (self: PyUnion) => self.args]],
  getset: () => [
    ['__name__', () => 'Union', null, 'Name of the type'],
    ['__qualname__', () => 'Union', null, 'Qualified name of the type'],
    ['__origin__', () => unionType, null, 'Always returns the type'],
    [
      '__parameters__',
      (self: PyUnion) => parametersOf(self.args.items),
      null,
      'Type variables in the types.UnionType.',
    ],
  ],
})
