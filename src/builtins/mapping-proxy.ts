/** types.MappingProxyType: every operation is the mapping's. As in Objects/descrobject.c. */
import { lookupSpecial } from '../objects/attribute.ts'
import { listType, mappingProxyType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { hashOf } from '../objects/hash.ts'
import { getIter } from '../objects/iteration.ts'
import { orValues } from '../objects/operators.ts'
import { PyDict } from '../objects/dict.ts'
import { containsByIteration } from '../objects/slot-functions.ts'
import { builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { reprText, str } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { genericAlias } from './generic-alias-object.ts'
import { PyMappingProxy } from './mapping-proxy-object.ts'

const construct = builtin('mappingproxy(mapping)', (mapping: Value) => {
  const type = typeOf(mapping)
  if (type.subscript === null || type.isSubtypeOf(listType) || type.isSubtypeOf(tupleType))
    raiseTypeError(`mappingproxy() argument must be a mapping, not ${mapping === null ? 'None' : typeName(type)}`)
  return new PyMappingProxy(mapping, 'mapping')
})
mappingProxyType.new = (_type, args, keywords) => construct.call(undefined, args, keywords)

const opened = (value: Value): Value => (value instanceof PyMappingProxy ? value.mapping : value)

/** `key in mapping`, whatever the mapping is. */
function contains(mapping: Value, key: Value): boolean {
  const slot = typeOf(mapping).contains
  return slot === null ? containsByIteration(mapping, key) : slot(mapping, key)
}

mappingProxyType.repr = (self: PyMappingProxy) => strOf(`mappingproxy(${reprText(self.mapping)})`)
mappingProxyType.str = (self: PyMappingProxy) => str(self.mapping)
mappingProxyType.hash = (self: PyMappingProxy) => hashOf(self.mapping)
mappingProxyType.richcompare = (self: PyMappingProxy, other, op) => richCompare(self.mapping, other, op)
mappingProxyType.iter = (self: PyMappingProxy) => getIter(self.mapping)
mappingProxyType.length = (self: PyMappingProxy) => {
  const { mapping } = self
  const { length } = typeOf(mapping)
  return length === null
    ? raiseTypeError(`object of type '${typeName(typeOf(mapping))}' has no len()`)
    : length(mapping)
}
mappingProxyType.subscript = (self: PyMappingProxy, key) => {
  const { mapping } = self
  return typeOf(mapping).subscript!(mapping, key)
}
mappingProxyType.contains = (self: PyMappingProxy, key) => contains(self.mapping, key)
mappingProxyType.or = (left, right) => orValues(opened(left), opened(right))
mappingProxyType.inplaceOr = (self: PyMappingProxy) =>
  raiseTypeError(`'|=' is not supported by ${typeName(self.type)}; use '|' instead`)

function get(self: PyMappingProxy, key: Value, fallback: Value): Value {
  const { mapping } = self
  if (mapping instanceof PyDict && mapping.type.subscript === typeOf(new PyDict()).subscript) {
    const found = mapping.get(key)
    return found === undefined ? fallback : found
  }
  return callMethod(mapping, 'get', key, fallback)
}

const forwarded = (name: string, doc: string) =>
  builtin(`${name}($self, /)`, (self: PyMappingProxy) => callMethod(self.mapping, name), doc)

defineType(mappingProxyType, {
  doc: 'Read-only proxy of a mapping.',
  signature: '(mapping)',
  methods: () => [
    builtin(
      'get($self, key, default=None, /)',
      get,
      'Return the value for key if key is in the mapping, else default.',
    ),
    forwarded('keys', 'a set-like object providing a view on the keys'),
    forwarded('values', 'an object providing a view on the values'),
    forwarded('items', 'a set-like object providing a view on the items'),
    forwarded('copy', 'a shallow copy of the mapping'),
    builtin('__reversed__($self, /)', (self: PyMappingProxy) => {
      const reversed = lookupSpecial(self.mapping, '__reversed__')
      if (reversed === undefined) raiseTypeError(`'${typeName(typeOf(self.mapping))}' object is not reversible`)
      return call(reversed, [])
    }),
  ],
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
})
