/** The module _struct: Python values as the bytes of C structs. */
import type { StructLayout } from '../base/struct-format.ts'
import { bindArguments } from '../objects/argument-binding.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { buildString, strOf } from '../objects/str.ts'
import { repr } from '../objects/text.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import {
  iterUnpack,
  pack,
  packInto,
  type PyUnpackIterator,
  unpack,
  unpackFrom,
  unpackIteratorType,
} from './struct/operations.ts'
import { clearLayouts, formatText, knownLayout, layoutOf, structErrorType } from './struct/packing.ts'

const structType = builtinType('Struct', { module: '_struct', flags: TypeFlags.base })

/** `__new__` makes one without a format; `__init__` gives it one, perhaps another one later. */
class PyStruct extends PyObject {
  format: string
  #layout: StructLayout | null
  constructor(type: PyType) {
    super(type)
    this.format = ''
    this.#layout = null
  }

  initialize(format: string): void {
    this.#layout = layoutOf(format)
    this.format = format
  }

  get layout(): StructLayout {
    if (this.#layout === null) raise(runtimeErrorType, 'Struct object is not initialized')
    return this.#layout
  }
}

const parameters = builtin('Struct(format)', () => null)

structType.new = type => new PyStruct(type)
structType.init = (self: PyStruct, args, keywords) => {
  const [format] = bindArguments(parameters, parameters.signature, args, keywords) as [Value]
  self.initialize(formatText(format))
}
structType.repr = (self: PyStruct) => buildString([strOf(self.type.name), '(', repr(strOf(self.format)), ')'])

defineType(structType, {
  doc: 'Struct(fmt) --> compiled struct object\n\n',
  methods: () => [
    builtin(
      'iter_unpack($self, buffer, /)',
      ({ layout }: PyStruct, buffer: Value) => iterUnpack(layout, buffer),
      'Return an iterator yielding tuples.',
    ),
    builtin(
      'pack($self, /, *args)',
      ({ layout }: PyStruct, values: Value[]) => pack(layout, values),
      'S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.',
    ),
    builtin(
      'pack_into($self, /, *args)',
      ({ layout }: PyStruct, args: Value[]) => packInto(layout, args),
      'S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.',
    ),
    builtin(
      'unpack($self, buffer, /)',
      ({ layout }: PyStruct, buffer: Value) => unpack(layout, buffer),
      'Return a tuple containing unpacked values.',
    ),
    builtin(
      'unpack_from($self, /, buffer, offset: ssize = 0)',
      ({ layout }: PyStruct, buffer: Value, offset: number) => unpackFrom(layout, buffer, offset),
      'Return a tuple containing unpacked values.',
    ),
    builtin('__sizeof__($self, /)', ({ layout }: PyStruct) => 88 + 32 * layout.items.length),
  ],
  getset: () => [
    ['format', (self: PyStruct) => strOf(self.format), null, 'struct format string'],
    ['size', (self: PyStruct) => self.layout.size, null, 'struct size in bytes'],
  ],
})

defineType(unpackIteratorType, {
  methods: () => [
    builtin('__length_hint__($self, /)', ({ layout, buffer, index }: PyUnpackIterator) =>
      buffer === null ? 0 : (bufferOf(buffer)!.length - index) / layout.size,
    ),
  ],
})

const layoutFor = (format: Value): StructLayout =>
  (typeof format === 'string' ? knownLayout(format) : undefined) ?? layoutOf(formatText(format))

/** The format that comes first among the arguments of pack and pack_into. */
function formatArgument(args: readonly Value[]): StructLayout {
  if (args.length === 0) raiseTypeError('missing format argument')
  return layoutFor(args[0]!)
}

defineModule('_struct', {
  doc: `Functions to convert between Python values and C structs.
Python bytes objects are used to hold the data representing the C struct
and also as format strings (explained below) to describe the layout of data
in the C struct.`,
  functions: () => [
    builtin('_clearcache($module, /)', clearLayouts, 'Clear the internal cache.'),
    builtin(
      'calcsize($module, format, /)',
      (format: Value) => layoutFor(format).size,
      'Return size in bytes of the struct described by the format string.',
    ),
    builtin(
      'iter_unpack($module, format, buffer, /)',
      (format: Value, buffer: Value) => iterUnpack(layoutFor(format), buffer),
      'Return an iterator yielding tuples unpacked from the given bytes.',
    ),
    builtin(
      'pack($module, /, *args)',
      (args: Value[]) => pack(formatArgument(args), args.slice(1)),
      'pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.',
    ),
    builtin(
      'pack_into($module, /, *args)',
      (args: Value[]) => packInto(formatArgument(args), args.slice(1)),
      'pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.',
    ),
    builtin(
      'unpack($module, format, buffer, /)',
      (format: Value, buffer: Value) => unpack(layoutFor(format), buffer),
      'Return a tuple containing values unpacked according to the format string.',
    ),
    builtin(
      'unpack_from($module, format, /, buffer, offset: ssize = 0)',
      (format: Value, buffer: Value, offset: number) => unpackFrom(layoutFor(format), buffer, offset),
      'Return a tuple containing values unpacked according to the format string.',
    ),
  ],
  attributes: () => ({ Struct: structType, error: structErrorType }),
})
