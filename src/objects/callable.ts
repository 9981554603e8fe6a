/**
 * Bound methods, and builtin functions and methods as Python sees them.
 *
 * What a builtin does is a `Builtin` (signature.ts): shared by all interpreters, immutable, declared once. The objects here are
 * what Python code gets hold of: a function of a module or a method bound to an instance (`PyBuiltinFunction`), and a
 * method in a type's namespace (`PyMethodDescriptor`).
 */
import type { Attributes } from './instance.ts'
import {
  builtinFunctionType,
  classmethodDescriptorType,
  classmethodType,
  getsetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodType,
  objectType,
  methodWrapperType,
  propertyType,
  staticmethodType,
  superType,
  wrapperDescriptorType,
} from './builtin-types.ts'
import type { Builtin } from './signature.ts'
import type { KeywordNames, SlotName } from './slots.ts'
import type { PyType } from './type.ts'
import { PyObject, type Value, isPyObject } from './value.ts'

/** `instance.method`: a callable bound to its first argument. */
export class PyMethod {
  type: PyType
  attributes: Attributes | null
  readonly func: Value
  readonly self: Value
  constructor(func: Value, self: Value) {
    this.type = methodType
    this.attributes = null
    this.func = func
    this.self = self
  }
}
isPyObject(PyMethod)

export class PyBuiltinFunction extends PyObject {
  readonly builtin: Builtin
  /** What it is bound to: an instance, a type (class method), a module, or undefined. */
  readonly self: Value | undefined
  /** `__module__`. */
  readonly module: Value
  constructor(builtin: Builtin, self: Value | undefined, module: Value) {
    super(builtinFunctionType)
    this.builtin = builtin
    this.self = self
    this.module = module
  }
}

/** Calls `func` with other arguments than it was called with, and does nothing else. */
export abstract class PyForwarder extends PyObject {
  func: Value
  constructor(func: Value, type: PyType) {
    super(type)
    this.func = func
  }
  abstract argumentsOf(args: Value[], keywords: KeywordNames): [Value[], KeywordNames]
}

/** Stands in a function's frame for what is to be done with its result. */
export class CallEnd extends PyObject {
  readonly end: (result: Value) => Value
  constructor(end: (result: Value) => Value) {
    super(objectType)
    this.end = end
  }
}

/** A builtin method in the namespace of `owner`. */
export class PyMethodDescriptor extends PyObject {
  readonly builtin: Builtin
  readonly owner: PyType
  constructor(builtin: Builtin, owner: PyType, kind: 'method' | 'classmethod') {
    super(kind === 'method' ? methodDescriptorType : classmethodDescriptorType)
    this.builtin = builtin
    this.owner = owner
  }
}

/** Calls a slot with the arguments of its dunder method. */
export type SlotWrapper = (self: Value, args: Value[], keywords: KeywordNames, descriptor: PyWrapperDescriptor) => Value

/** `int.__add__`: a slot of `owner` as a method. */
export class PyWrapperDescriptor extends PyObject {
  readonly name: string
  readonly slot: SlotName
  readonly owner: PyType
  readonly wrapper: SlotWrapper
  readonly doc: string
  /** The slot's function, as it was in `owner`. */
  readonly wrapped: unknown
  constructor(name: string, slot: SlotName, owner: PyType, wrapper: SlotWrapper, doc: string) {
    super(wrapperDescriptorType)
    this.name = name
    this.slot = slot
    this.owner = owner
    this.wrapper = wrapper
    this.doc = doc
    this.wrapped = owner[slot]
  }
}

/** `(5).__add__`. */
export class PyMethodWrapper extends PyObject {
  readonly descriptor: PyWrapperDescriptor
  readonly self: Value
  constructor(descriptor: PyWrapperDescriptor, self: Value) {
    super(methodWrapperType)
    this.descriptor = descriptor
    this.self = self
  }
}

/** An attribute computed by TypeScript code. `set` gets undefined for deletion; null means read-only. */
export class PyGetSet extends PyObject {
  readonly name: string
  readonly owner: PyType
  readonly get: (self: never) => Value
  readonly set: ((self: never, value: Value | undefined) => void) | null
  readonly doc: string | null
  constructor(
    name: string,
    owner: PyType,
    get: (self: never) => Value,
    set: ((self: never, value: Value | undefined) => void) | null,
    doc: string | null,
  ) {
    super(getsetDescriptorType)
    this.name = name
    this.owner = owner
    this.get = get
    this.set = set
    this.doc = doc
  }
}

/** An attribute that `__slots__` reserved: `key` in the instance's shape, or `slots[index]` of its attributes. */
export class PyMemberDescriptor extends PyObject {
  readonly name: string
  readonly owner: PyType
  readonly index: number
  /** No name that Python code can have, and another one than that of a base that has reserved the same name. */
  readonly key: string
  constructor(name: string, owner: PyType, index: number) {
    super(memberDescriptorType)
    this.name = name
    this.owner = owner
    this.index = index
    this.key = `${name}\0${index}`
  }
}

export class PyStaticMethod extends PyObject {
  callable: Value
  constructor(callable: Value, type: PyType = staticmethodType) {
    super(type)
    this.callable = callable
  }
}

export class PyClassMethod extends PyObject {
  callable: Value
  constructor(callable: Value, type: PyType = classmethodType) {
    super(type)
    this.callable = callable
  }
}

export class PyProperty extends PyObject {
  getter: Value
  setter: Value
  deleter: Value
  doc: Value
  /** The name given by `__set_name__`, for messages; undefined before. */
  name: Value | undefined
  docFromGetter: boolean
  constructor(type: PyType = propertyType) {
    super(type)
    this.getter = null
    this.setter = null
    this.deleter = null
    this.doc = null
    this.name = undefined
    this.docFromGetter = false
  }
}

/** `super(type, self)`; `owner` is the class whose MRO is followed. All undefined for an uninitialized one. */
export class PySuper extends PyObject {
  start: PyType | undefined
  self: Value | undefined
  owner: PyType | undefined
  constructor(type: PyType = superType) {
    super(type)
    this.start = undefined
    this.self = undefined
    this.owner = undefined
  }
}
