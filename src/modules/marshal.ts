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

/** A value as plain data, in which each object is one as well, and those that occur more than once. Not recursive: the writer refuses what is too deep. */
class Flattening {
  readonly #known = new Map<Value, MarshalData>()
  /** Containers whose items are still to be put into the data. */
  readonly #open: { readonly items: readonly Value[]; readonly into: MarshalData[] }[] = []
  readonly shared = new Set<MarshalData>()

  dataOf(value: Value): MarshalData {
    const data = this.#dataOf(value)
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop())
      for (const item of next.items) next.into.push(this.#dataOf(item))
    return data
  }

  #dataOf(value: Value): MarshalData {
    if (value === null || typeof value !== 'object') return value
    if (value === Ellipsis) return EllipsisConstant.instance
    if (value === stopIterationType) return StopIterationConstant.instance
    const known = this.#known.get(value)
    if (known !== undefined) {
      this.shared.add(known)
      return known
    }
    const data = this.#objectData(value)
    this.#known.set(value, data)
    return data
  }

  #objectData(value: Exclude<Value, null | boolean | number | bigint | string>): MarshalData {
    if (value instanceof PyFloat) return new FloatConstant(value.value)
    if (value instanceof PyWideStr) return value.isAmbiguous ? new PointsConstant(value.points) : value.text
    if (value instanceof PyCode) return value.code
    switch (value.type) {
      case builtinTypes.complexType:
        return new ComplexConstant((value as PyComplex).real, (value as PyComplex).imag)
      case builtinTypes.tupleType:
        return new TupleConstant(this.#later((value as PyTuple).items) as CodeConstant[])
      case builtinTypes.listType:
        return new ListConstant(this.#later((value as PyList).toArray()))
      case builtinTypes.dictType:
        return new DictConstant(this.#later([...(value as PyDict).entries()].flat()))
      case builtinTypes.setType:
        return new SetConstant(this.#later(membersOf(value as PySet)))
      case builtinTypes.frozensetType:
        return new FrozensetConstant(this.#later(membersOf(value as PyFrozenset)) as CodeConstant[])
      case builtinTypes.sliceType: {
        const { start, stop, step } = value as PySlice
        return new SliceConstant(
          ...([start, stop, step].map(part => this.#dataOf(part)) as [CodeConstant, CodeConstant, CodeConstant]),
        )
      }
    }
    const bytes = bufferOf(value)
    return bytes === undefined ? unmarshallable() : bytes.slice()
  }

  #later(items: readonly Value[]): MarshalData[] {
    const into: MarshalData[] = []
    this.#open.push({ items, into })
    return into
  }
}

const membersOf = (set: PySet | PyFrozenset): Value[] => set.keys.filter((key): key is Value => key !== undefined)

/** Values by their plain data: what is one object there is one here. */
class Making {
  readonly #made = new Map<MarshalData, Value>()

  valueOf(data: MarshalData): Value {
    if (data === null || (typeof data !== 'object' && typeof data !== 'string')) return valueOfConstant(data)
    const known = this.#made.get(data)
    if (known !== undefined) return known
    const value = this.#make(data)
    this.#made.set(data, value)
    return value
  }

  #make(data: Exclude<MarshalData, null | boolean | number | bigint>): Value {
    const all = (items: readonly MarshalData[]): Value[] => items.map(item => this.valueOf(item))
    if (data instanceof ListConstant) {
      const list = new PyList([])
      this.#made.set(data, list)
      for (const item of data.items) list.push(this.valueOf(item))
      return list
    }
    if (data instanceof DictConstant) {
      const dict = new PyDict()
      this.#made.set(data, dict)
      for (let i = 0; i < data.items.length; i += 2)
        dict.set(this.valueOf(data.items[i]!), this.valueOf(data.items[i + 1]!))
      return dict
    }
    if (data instanceof TupleConstant) {
      const items: Value[] = []
      const tuple = new PyTuple(items)
      this.#made.set(data, tuple)
      for (const item of data.items) items.push(this.valueOf(item))
      return tuple
    }
    if (data instanceof SetConstant) return PySet.from(all(data.items))
    if (data instanceof FrozensetConstant) return PyFrozenset.from(all(data.items))
    if (data instanceof StopIterationConstant) return stopIterationType
    if (data instanceof SliceConstant)
      return new PySlice(this.valueOf(data.start), this.valueOf(data.stop), this.valueOf(data.step))
    return valueOfConstant(data)
  }
}

function dumps(value: Value, version: number, allowCode: boolean): PyBytes {
  const flattening = new Flattening()
  return translated(
    () => new PyBytes(marshal(flattening.dataOf(value), { version, allowCode, shared: flattening.shared })),
  )
}

function loads(bytes: Uint8Array, allowCode: boolean): Value {
  return translated(() => new Making().valueOf(new MarshalReader(bytes, { allowCode }).read()))
}

/** Reads what is needed and no more: whatever follows belongs to the next `load`. */
function load(file: Value, allowCode: boolean): Value {
  const start = callMethod(file, 'tell')
  const bytes = bufferOf(callMethod(file, 'read'))
  if (bytes === undefined) raiseTypeError(`file.read() returned not bytes but ${typeName(builtinTypes.typeOf(file))}`)
  const reader = new MarshalReader(bytes, { allowCode })
  try {
    return translated(() => new Making().valueOf(reader.read()))
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
