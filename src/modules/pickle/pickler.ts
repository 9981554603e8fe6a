/** The class Pickler, and its memo as Python sees it. */
import { findAttribute, genericGetAttribute, genericSetAttribute, raiseNoAttribute } from '../../objects/attribute.ts'
import { builtinType, dictType, typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { attributeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { identityOfValue } from '../../builtins/identity-function.ts'
import { defaultProtocol, highestProtocol, Op } from './opcodes.ts'
import { Output } from './output.ts'
import { type Memo, Saving } from './saving.ts'
import { picklingErrorType } from './state.ts'

export const picklerType = builtinType('Pickler', { module: '_pickle', flags: TypeFlags.base })
const memoProxyType = builtinType('PicklerMemoProxy', { module: '_pickle', flags: TypeFlags.noInstantiation })

export class PyPickler extends PyObject {
  /** The file's `write`; undefined before `__init__`. */
  write: Value | undefined
  protocol: number
  fixImports: boolean
  bufferCallback: Value
  dispatchTable: Value | undefined
  /** `fast` and `bin` as they were set. */
  fast: number
  bin: number
  memo: Memo
  /** An assigned `persistent_id`, which stands before the class's. */
  persistentId: Value | undefined
  constructor(type: PyType) {
    super(type)
    this.write = undefined
    this.protocol = defaultProtocol
    this.fixImports = true
    this.bufferCallback = null
    this.dispatchTable = undefined
    this.fast = 0
    this.bin = 1
    this.memo = new Map()
    this.persistentId = undefined
  }
}

/** The protocol that was asked for: none is the default, a negative one the highest. */
function protocolOf(protocol: Value): number {
  if (protocol === null) return defaultProtocol
  const number = Number(indexOf(protocol))
  if (number > highestProtocol) raise(valueErrorType, `pickle protocol must be <= ${highestProtocol}`)
  return number < 0 ? highestProtocol : number
}

function checkCallback(callback: Value, protocol: number): void {
  if (callback !== null && protocol < 5) raise(valueErrorType, 'buffer_callback needs protocol >= 5')
}

/** Writes one whole pickle. */
function writePickle(saving: Saving, value: Value): void {
  const { output, protocol } = saving
  if (protocol >= 2) output.op(Op.proto, protocol, 1)
  if (protocol >= 4) output.beginFraming()
  saving.save(value)
  output.byte(Op.stop)
  output.finish()
}

function fileWrite(file: Value): Value {
  return findAttribute(file, 'write') ?? raiseTypeError("file must have a 'write' attribute")
}

function pickleTo(output: Output, value: Value, protocol: Value, fixImports: boolean, bufferCallback: Value): void {
  const number = protocolOf(protocol)
  checkCallback(bufferCallback, number)
  const settings = {
    protocol: number,
    fixImports: fixImports && number < 3,
    bufferCallback,
    dispatchTable: undefined,
    persistentId: undefined,
    reducerOverride: undefined,
    isFast: false,
    isBinary: number > 0,
  }
  writePickle(new Saving(output, new Map(), settings), value)
}

/** `pickle.dump` */
export function dump(obj: Value, file: Value, protocol: Value, fixImports: boolean, bufferCallback: Value): void {
  const output = new Output(fileWrite(file))
  pickleTo(output, obj, protocol, fixImports, bufferCallback)
  output.flush()
}

/** `pickle.dumps` */
export function dumps(obj: Value, protocol: Value, fixImports: boolean, bufferCallback: Value): Value {
  const output = new Output(undefined)
  pickleTo(output, obj, protocol, fixImports, bufferCallback)
  return output.takeAll()
}

picklerType.new = (type: PyType) => new PyPickler(type)

const initialize = builtin(
  'Pickler($self, /, file, protocol=None, fix_imports: bool = True, buffer_callback=None)',
  (self: PyPickler, file: Value, protocol: Value, fixImports: boolean, bufferCallback: Value) => {
    self.protocol = protocolOf(protocol)
    checkCallback(bufferCallback, self.protocol)
    self.write = fileWrite(file)
    self.fixImports = fixImports && self.protocol < 3
    self.bufferCallback = bufferCallback
    self.memo = new Map()
    self.fast = 0
    self.bin = self.protocol > 0 ? 1 : 0
    if (self.dispatchTable === undefined && self.type !== picklerType)
      self.dispatchTable = findAttribute(self, 'dispatch_table')
  },
)
picklerType.init = (self: PyPickler, args, keywords) => {
  initialize.call(self, args, keywords)
}

/** What the class, or the instance, has in the place of a method that Pickler gives no use. */
function override(self: PyPickler, name: string): Value | undefined {
  if (self.type === picklerType) return undefined
  return self.type.lookup(name) === picklerType.lookup(name) && self.attributes === null
    ? undefined
    : findAttribute(self, name)
}

const dumpMethod = builtin(
  'dump($self, obj, /)',
  (self: PyPickler, obj: Value) => {
    if (self.write === undefined)
      raise(picklingErrorType, strOf(`Pickler.__init__() was not called by ${self.type.name}.__init__()`))
    const output = new Output(self.write)
    const saving = new Saving(output, self.memo, {
      protocol: self.protocol,
      fixImports: self.fixImports,
      bufferCallback: self.bufferCallback,
      dispatchTable: self.dispatchTable,
      persistentId: self.persistentId ?? override(self, 'persistent_id'),
      reducerOverride: override(self, 'reducer_override'),
      isFast: self.fast !== 0,
      isBinary: self.bin !== 0,
    })
    writePickle(saving, obj)
    output.flush()
  },
  'Write a pickled representation of the given object to the open file.',
)

/** A field of the type `int`. */
function intMember(value: Value | undefined): number {
  if (value === undefined) raiseTypeError("can't delete numeric/char attribute")
  return Number(indexOf(value))
}

// `persistent_id` may be assigned, to an instance of Pickler itself as well.
picklerType.getattribute = (self: PyPickler, name) =>
  name === 'persistent_id' && self.persistentId !== undefined ? self.persistentId : genericGetAttribute(self, name)
picklerType.setattribute = (self: PyPickler, name, value) => {
  if (name === 'persistent_id') self.persistentId = value
  else genericSetAttribute(self, name, value)
}

class PyMemoProxy extends PyObject {
  readonly pickler: PyPickler
  constructor(pickler: PyPickler) {
    super(memoProxyType)
    this.pickler = pickler
  }
}

/** The memo as a dict: by identity the number and the object. */
function memoAsDict({ pickler }: PyMemoProxy): PyDict {
  const dict = new PyDict()
  for (const [value, index] of pickler.memo) dict.set(identityOfValue(value), new PyTuple([index, value]))
  return dict
}

function memoFrom(value: Value | undefined): Memo {
  if (value === undefined) raiseTypeError('attribute deletion is not supported')
  if (value instanceof PyMemoProxy) return new Map(value.pickler.memo)
  if (!(value instanceof PyDict))
    raiseTypeError(`'memo' attribute must be a PicklerMemoProxy object or dict, not ${typeName(typeOf(value))}`)
  const memo: Memo = new Map()
  for (const [, entry] of value.entries()) {
    if (!(entry instanceof PyTuple) || entry.items.length !== 2) raiseTypeError("'memo' values must be 2-item tuples")
    const index = asInt(entry.items[0]!)
    if (typeof index !== 'number') raiseTypeError("'memo' values must be 2-item tuples")
    memo.set(entry.items[1]!, index)
  }
  return memo
}

defineType(memoProxyType, {
  methods: () => [
    builtin('clear($self, /)', (self: PyMemoProxy) => self.pickler.memo.clear(), 'Remove all items from memo.'),
    builtin('copy($self, /)', memoAsDict, 'Copy the memo to a new object.'),
    builtin(
      '__reduce__($self, /)',
      (self: PyMemoProxy) => new PyTuple([dictType, new PyTuple([memoAsDict(self)])]),
      'Implement pickle support.',
    ),
  ],
})

defineType(picklerType, {
  doc: 'This takes a binary file for writing a pickle data stream.\n\nThe protocol is the default one unless another number from 0 to 5 is given; a negative number\nmeans the highest. The file needs a method write() that takes bytes. With fix_imports, names that\nPython 3 gave to modules are written as Python 2 had them, in protocols below 3. A buffer_callback\nis called with each PickleBuffer, and answers whether it goes into the stream.',
  signature: '(file, protocol=None, fix_imports=True, buffer_callback=None)',
  methods: () => [
    dumpMethod,
    builtin(
      'clear_memo($self, /)',
      (self: PyPickler) => self.memo.clear(),
      'Clears the pickler\'s "memo".\n\nWhat has been pickled before is then pickled again instead of being referred to.',
    ),
    builtin('persistent_id($self, obj, /)', () => null),
    builtin(
      '__sizeof__($self, /)',
      (self: PyPickler) => 128 + 32 * self.memo.size,
      'Returns size in memory, in bytes.',
    ),
  ],
  members: () => [
    [
      'bin',
      (self: PyPickler) => self.bin,
      (self: PyPickler, value: Value | undefined) => {
        self.bin = intMember(value)
      },
    ],
    [
      'fast',
      (self: PyPickler) => self.fast,
      (self: PyPickler, value: Value | undefined) => {
        self.fast = intMember(value)
      },
    ],
    [
      'dispatch_table',
      (self: PyPickler) => self.dispatchTable ?? raiseNoAttribute(self, 'dispatch_table'),
      (self: PyPickler, value: Value | undefined) => {
        if (value === undefined && self.dispatchTable === undefined) raise(attributeErrorType, 'dispatch_table')
        self.dispatchTable = value
      },
    ],
  ],
  getset: () => [
    [
      'memo',
      (self: PyPickler) => new PyMemoProxy(self),
      (self: PyPickler, value: Value | undefined) => {
        self.memo = memoFrom(value)
      },
    ],
  ],
})
