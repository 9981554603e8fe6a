/** Arrays in pickles: as bytes of a machine format, which another machine may have to convert. */
import { findAttribute } from '../../objects/attribute.ts'
import { call } from '../../objects/call.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { PyList } from '../../objects/list.ts'
import { asStr } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyType, typeName } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { unpackFloat, unpackInt } from '../../base/struct-format.ts'
import { decodeBytes } from '../../builtins/codecs.ts'
import { arrayType, type PyArray } from './array-object.ts'
import { kinds } from './kinds.ts'
import { listOfItems } from './methods.ts'

/** In old protocols as a list of items, later as bytes of a format that is named. */
export function reduceArray(self: PyArray, protocol: number): PyTuple {
  const state = findAttribute(self, '__dict__') ?? null
  const { code, machineFormat } = self.kind
  if (protocol < 3) return new PyTuple([self.type, new PyTuple([code, listOfItems(self)]), state])
  const reconstructor = lookupAttribute(hooks.importModule('array'), '_array_reconstructor')
  const bytes = new PyBytes(self.bytes.slice())
  return new PyTuple([reconstructor, new PyTuple([self.type, code, machineFormat, bytes]), state])
}

interface MachineFormat {
  readonly kind: 'int' | 'float' | 'utf'
  readonly size: number
  readonly signed: boolean
  readonly little: boolean
}

const format = (kind: MachineFormat['kind'], size: number, signed: boolean): MachineFormat[] =>
  [true, false].map(little => ({ kind, size, signed, little }))

/** By their numbers in pickles: each in little and in big endian, except those of one byte. */
const machineFormats: readonly MachineFormat[] = [
  { kind: 'int', size: 1, signed: false, little: true },
  { kind: 'int', size: 1, signed: true, little: true },
  ...format('int', 2, false),
  ...format('int', 2, true),
  ...format('int', 4, false),
  ...format('int', 4, true),
  ...format('int', 8, false),
  ...format('int', 8, true),
  ...format('float', 4, true),
  ...format('float', 8, true),
  ...format('utf', 2, false),
  ...format('utf', 4, false),
]

/** `_array_reconstructor(arraytype, typecode, mformat_code, items)` */
export function reconstruct(type: Value, typecode: Value, formatNumber: number, items: Value): Value {
  if (!(type instanceof PyType)) raiseTypeError('first argument must be a type object, not ' + typeName(typeOf(type)))
  if (!type.isSubtypeOf(arrayType)) raiseTypeError(`${type.name} is not a subtype of array.array`)
  const code = asStr(typecode)
  const kind = typeof code === 'string' ? kinds.get(code) : undefined
  if (kind === undefined) raise(valueErrorType, 'second argument must be a valid type code')
  const machine = machineFormats[formatNumber]
  if (machine === undefined) raise(valueErrorType, 'third argument must be a valid machine format code.')
  if (!(items instanceof PyBytes)) raiseTypeError(`fourth argument should be bytes, not ${typeName(typeOf(items))}`)
  if (formatNumber === kind.machineFormat) return call(type, [typecode, items])
  return call(type, [typecode, itemsFrom(items, machine)])
}

function itemsFrom(source: PyBytes, machine: MachineFormat): Value {
  const { bytes } = source
  const { kind, size, signed, little } = machine
  if (bytes.length % size !== 0) raise(valueErrorType, 'bytes length not a multiple of item size')
  if (kind === 'utf') return decodeBytes(bytes, `utf-${size * 8}-${little ? 'le' : 'be'}`, 'strict', source)
  const list = new PyList([])
  for (let at = 0; at < bytes.length; at += size)
    list.push(
      kind === 'float' ? new PyFloat(unpackFloat(bytes, at, size, little)) : unpackInt(bytes, at, size, signed, little),
    )
  return list
}
