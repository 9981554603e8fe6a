/** The class Unpickler, and its memo as Python sees it. */
import { genericGetAttribute, genericSetAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { builtinType, dictType, typeOf } from '../../objects/builtin-types.ts'
import { bufferOf } from '../../objects/bytes.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError, raised } from '../../objects/exception.ts'
import { attributeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { getIter } from '../../objects/iteration.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, type Str, strOf, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { audit } from '../sys/audit.ts'
import { importNamed, lookupPath, raiseDuring } from './globals.ts'
import { type FileMethods, fileMethods, Input } from './input.ts'
import { Loading, type UnpicklingSettings } from './loading.ts'
import { pickleState, unpicklingErrorType } from './state.ts'

export const unpicklerType = builtinType('Unpickler', { module: '_pickle', flags: TypeFlags.base })
const memoProxyType = builtinType('UnpicklerMemoProxy', { module: '_pickle', flags: TypeFlags.noInstantiation })

export class PyUnpickler extends PyObject {
  /** undefined before `__init__`. */
  file: FileMethods | undefined
  /** What is left of the file after a pickle. */
  input: Input | undefined
  settings: UnpicklingSettings
  memo: (Value | undefined)[]
  protocol: number
  /** An assigned `persistent_load`. */
  persistentLoad: Value | undefined
  constructor(type: PyType) {
    super(type)
    this.file = undefined
    this.input = undefined
    this.settings = { fixImports: true, encoding: 'ASCII', errors: 'strict', buffers: undefined }
    this.memo = []
    this.protocol = 0
    this.persistentLoad = undefined
  }
}

/** The global of that name, by what Python 3 calls it. */
export function findGlobal(moduleName: Value, name: Value, protocol: number, fixImports: boolean): Value {
  audit('pickle.find_class', moduleName, name)
  let module = moduleName
  let global = name
  if (protocol < 3 && fixImports) {
    const { nameMapping, importMapping } = pickleState()
    const moved = nameMapping.get(new PyTuple([module, global]))
    if (moved instanceof PyTuple && moved.items.length === 2) [module, global] = moved.items as [Value, Value]
    else module = importMapping.get(module) ?? module
  }
  const globalText = textOf(
    asStr(global) ?? raiseTypeError(`attribute name must be string, not '${typeName(typeOf(global))}'`),
  )
  const found = importNamed(module)
  if (protocol < 4 || !globalText.includes('.')) return lookupAttribute(found, globalText)
  try {
    return lookupPath(found, globalText.split('.'))
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(attributeErrorType)) throw thrown
    const message = `Can't resolve path ${reprText(global)} on module ${reprText(module)}`
    return raiseDuring(thrown, attributeErrorType, message)
  }
}

function settingsOf(fixImports: boolean, encoding: Str, errors: Str, buffers: Value): UnpicklingSettings {
  return {
    fixImports,
    encoding: textOf(encoding),
    errors: textOf(errors),
    // The signature's default, an empty tuple, stands for none.
    buffers: buffers === null || buffers === emptyTuple ? undefined : getIter(buffers),
  }
}

/** `pickle.load` */
export function load(file: Value, fixImports: boolean, encoding: Str, errors: Str, buffers: Value): Value {
  const settings = settingsOf(fixImports, encoding, errors, buffers)
  return new Loading(new Input(fileMethods(file)), settings, undefined, []).load()
}

/** `pickle.loads` */
export function loads(data: Value, fixImports: boolean, encoding: Str, errors: Str, buffers: Value): Value {
  const bytes = bufferOf(data)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(data))}'`)
  const settings = settingsOf(fixImports, encoding, errors, buffers)
  return new Loading(new Input(bytes), settings, undefined, []).load()
}

unpicklerType.new = (type: PyType) => new PyUnpickler(type)

const initialize = builtin(
  "Unpickler($self, /, file, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers=())",
  (self: PyUnpickler, file: Value, fixImports: boolean, encoding: Str, errors: Str, buffers: Value) => {
    self.file = fileMethods(file)
    self.settings = settingsOf(fixImports, encoding, errors, buffers)
    self.input = new Input(self.file)
    self.memo = []
  },
)
unpicklerType.init = (self: PyUnpickler, args, keywords) => {
  initialize.call(self, args, keywords)
}

// `persistent_load` may be assigned, to an instance of Unpickler itself as well.
unpicklerType.getattribute = (self: PyUnpickler, name) =>
  name === 'persistent_load' && self.persistentLoad !== undefined
    ? self.persistentLoad
    : genericGetAttribute(self, name)
unpicklerType.setattribute = (self: PyUnpickler, name, value) => {
  if (name === 'persistent_load') self.persistentLoad = value
  else genericSetAttribute(self, name, value)
}

const loadMethod = builtin(
  'load($self, /)',
  (self: PyUnpickler) => {
    if (self.file === undefined || self.input === undefined)
      raise(unpicklingErrorType, strOf(`Unpickler.__init__() was not called by ${self.type.name}.__init__()`))
    const own = self.type === unpicklerType && self.persistentLoad === undefined ? undefined : self
    const loading = new Loading(self.input, self.settings, own, self.memo)
    const value = loading.load()
    self.protocol = loading.protocol
    return value
  },
  'Load a pickle.\n\nRead a pickled object representation from the open file object given in\nthe constructor, and return the reconstituted object hierarchy specified\ntherein.',
)

class PyMemoProxy extends PyObject {
  readonly unpickler: PyUnpickler
  constructor(unpickler: PyUnpickler) {
    super(memoProxyType)
    this.unpickler = unpickler
  }
}

function memoAsDict({ unpickler }: PyMemoProxy): PyDict {
  const dict = new PyDict()
  for (const [index, value] of Object.entries(unpickler.memo)) if (value !== undefined) dict.set(Number(index), value)
  return dict
}

function memoFrom(value: Value | undefined): (Value | undefined)[] {
  if (value === undefined) raiseTypeError('attribute deletion is not supported')
  if (value instanceof PyMemoProxy) return value.unpickler.memo.slice()
  if (!(value instanceof PyDict))
    raiseTypeError(`'memo' attribute must be an UnpicklerMemoProxy object or dict, not ${typeName(typeOf(value))}`)
  const memo: (Value | undefined)[] = []
  for (const [key, entry] of value.entries()) {
    const index = asInt(key)
    if (typeof index !== 'number') raiseTypeError('memo key must be integers')
    if (index < 0) raise(valueErrorType, 'memo key must be positive integers.')
    memo[index] = entry
  }
  return memo
}

defineType(memoProxyType, {
  methods: () => [
    builtin(
      'clear($self, /)',
      (self: PyMemoProxy) => {
        self.unpickler.memo = []
      },
      'Remove all items from memo.',
    ),
    builtin('copy($self, /)', memoAsDict, 'Copy the memo to a new object.'),
    builtin(
      '__reduce__($self, /)',
      (self: PyMemoProxy) => new PyTuple([dictType, new PyTuple([memoAsDict(self)])]),
      'Implement pickling support.',
    ),
  ],
})

defineType(unpicklerType, {
  doc: 'This takes a binary file for reading a pickle data stream.\n\nThe protocol is seen from the stream. The file needs the methods read() and readline(), which return\nbytes. Strings that Python 2 pickled are decoded as encoding and errors say, or kept as bytes with the\nencoding "bytes"; with fix_imports, old names of modules are taken for the new ones. Where the stream\nrefers to buffers outside of it, buffers gives them one by one.',
  signature: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
  methods: () => [
    loadMethod,
    builtin(
      'find_class($self, module_name, global_name, /)',
      (self: PyUnpickler, module: Value, name: Value) =>
        findGlobal(module, name, self.protocol, self.settings.fixImports),
      'Return an object from a specified module.\n\nIf necessary, the module will be imported. Subclasses may override this\nmethod (e.g. to restrict unpickling of arbitrary classes and functions).\n\nThis method is called whenever a class or a function object is\nneeded.  Both arguments passed are str objects.',
    ),
    builtin('persistent_load($self, pid, /)', () =>
      raise(
        unpicklingErrorType,
        'A load persistent id instruction was encountered, but no persistent_load function was specified.',
      ),
    ),
    builtin(
      '__sizeof__($self, /)',
      (self: PyUnpickler) => 128 + 8 * self.memo.length,
      'Returns size in memory, in bytes.',
    ),
  ],
  getset: () => [
    [
      'memo',
      (self: PyUnpickler) => new PyMemoProxy(self),
      (self: PyUnpickler, value: Value | undefined) => {
        self.memo = memoFrom(value)
      },
    ],
  ],
})
