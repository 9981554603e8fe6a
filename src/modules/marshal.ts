/** The module marshal: Python's face of compiler/marshal.ts. */
import { valueOfConstant } from '../interpreter/prepare.ts'
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import type { CodeConstant } from '../compiler/code.ts'
import {
  DictConstant,
  ListConstant,
  MarshalError,
  MarshalReader,
  SetConstant,
  StopIterationConstant,
  type MarshalData,
} from '../compiler/marshal.ts'
import { marshal } from '../compiler/marshal-writer.ts'
import { defineModule } from '../objects/builtin-module.ts'
import * as builtinTypes from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { callMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { eofErrorType, stopIterationType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyCode } from '../objects/frame.ts'
import { PyList } from '../objects/list.ts'
import { Ellipsis, type PyComplex } from '../objects/number.ts'
import { PyFrozenset, PySet } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import { PySlice } from '../objects/slice.ts'
import { PyWideStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'

const errorTypes = { EOFError: eofErrorType, ValueError: valueErrorType, TypeError: typeErrorType } as const

function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof MarshalError) raise(errorTypes[thrown.type], thrown.message)
    throw thrown
  }
}

const unmarshallable = (): never => {
  throw new MarshalError('ValueError', 'unmarshallable object')
}

/** A value as plain data. Containers that contain themselves are too deep. */
function dataOf(value: Value, depth = 0): MarshalData {
  if (depth > 1900) throw new MarshalError('ValueError', 'object too deeply nested to marshal')
  if (value === null || typeof value !== 'object') return value
  const inside = (items: readonly Value[]): MarshalData[] => items.map(item => dataOf(item, depth + 1))
  if (value instanceof PyFloat) return new FloatConstant(value.value)
  if (value instanceof PyWideStr) return value.isAmbiguous ? new PointsConstant(value.points) : value.text
  if (value === Ellipsis) return EllipsisConstant.instance
  if (value === stopIterationType) return StopIterationConstant.instance
  if (value instanceof PyCode) return value.code
  switch (value.type) {
    case builtinTypes.complexType:
      return new ComplexConstant((value as PyComplex).real, (value as PyComplex).imag)
    case builtinTypes.tupleType:
      return new TupleConstant(inside((value as PyTuple).items) as CodeConstant[])
    case builtinTypes.listType:
      return new ListConstant(inside((value as PyList).toArray()))
    case builtinTypes.dictType:
      return new DictConstant(
        [...(value as PyDict).entries()].map(([k, v]) => [dataOf(k, depth + 1), dataOf(v, depth + 1)]),
      )
    case builtinTypes.setType:
      return new SetConstant(inside(membersOf(value as PySet)))
    case builtinTypes.frozensetType:
      return new FrozensetConstant(inside(membersOf(value as PyFrozenset)) as CodeConstant[])
    case builtinTypes.sliceType: {
      const { start, stop, step } = value as PySlice
      return new SliceConstant(...(inside([start, stop, step]) as [CodeConstant, CodeConstant, CodeConstant]))
    }
  }
  const bytes = bufferOf(value)
  return bytes === undefined ? unmarshallable() : bytes.slice()
}

const membersOf = (set: PySet | PyFrozenset): Value[] => set.keys.filter((key): key is Value => key !== undefined)

function valueOf(data: MarshalData): Value {
  if (data instanceof ListConstant) return new PyList(data.items.map(valueOf))
  if (data instanceof DictConstant)
    return PyDict.from(data.entries.map(([key, value]) => [valueOf(key), valueOf(value)]))
  if (data instanceof SetConstant) return PySet.from(data.items.map(valueOf))
  if (data instanceof StopIterationConstant) return stopIterationType
  if (data instanceof TupleConstant) return new PyTuple(data.items.map(item => valueOf(item)))
  if (data instanceof SliceConstant) return new PySlice(valueOf(data.start), valueOf(data.stop), valueOf(data.step))
  if (data instanceof FrozensetConstant) return PyFrozenset.from(data.items.map(item => valueOf(item)))
  if (data instanceof SliceConstant) return new PySlice(valueOf(data.start), valueOf(data.stop), valueOf(data.step))
  return valueOfConstant(data)
}

function dumps(value: Value, version: number, allowCode: boolean): PyBytes {
  return translated(() => new PyBytes(marshal(dataOf(value), { version, allowCode })))
}

function loads(bytes: Uint8Array, allowCode: boolean): Value {
  return translated(() => valueOf(new MarshalReader(bytes, { allowCode }).read()))
}

/** Reads what is needed and no more: whatever follows belongs to the next `load`. */
function load(file: Value, allowCode: boolean): Value {
  const start = callMethod(file, 'tell')
  const bytes = bufferOf(callMethod(file, 'read'))
  if (bytes === undefined) raiseTypeError(`file.read() returned not bytes but ${typeName(builtinTypes.typeOf(file))}`)
  const reader = new MarshalReader(bytes, { allowCode })
  try {
    return translated(() => valueOf(reader.read()))
  } catch (thrown) {
    throw raised(thrown)
  } finally {
    callMethod(file, 'seek', Number(start) + reader.position)
  }
}

defineModule('marshal', {
  doc: 'This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.\n\nFunctions:\n\ndump() -- write value to a file\nload() -- read value from a file\ndumps() -- marshal value as a bytes object\nloads() -- read value from a bytes-like object',
  functions: () => [
    builtin(
      'dump($module, value, file, version: ssize=5, /, *, allow_code: bool=True)',
      (value: Value, file: Value, version: number, allowCode: boolean) =>
        callMethod(file, 'write', dumps(value, version, allowCode)),
      'Write the value on the open file.',
    ),
    builtin(
      'load($module, file, /, *, allow_code: bool=True)',
      load,
      'Read one value from the open file and return it.',
    ),
    builtin(
      'dumps($module, value, version: ssize=5, /, *, allow_code: bool=True)',
      dumps,
      'Return the bytes object that would be written to a file by dump(value, file).',
    ),
    builtin(
      'loads($module, bytes: buffer, /, *, allow_code: bool=True)',
      loads,
      'Convert the bytes-like object to a value.',
    ),
  ],
  attributes: () => ({ version: 5 }),
})
