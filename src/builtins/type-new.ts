/**
 * `type.__new__`: a class from its name, bases and namespace. As type_new (Objects/typeobject.c), in its order of steps, since each
 * can run Python code or fail.
 */
import { typeOf, typeType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyClassMethod, PyGetSet, PyStaticMethod } from '../objects/callable.ts'
import { PyDict } from '../objects/dict.ts'
import { fixSlots } from '../objects/dunders.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { runtimeWarningType, valueErrorType } from '../objects/exception-types.ts'
import { PyCell, PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { objectType } from '../objects/builtin-types.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, PyWideStr, strOf, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyMappingProxy } from './mapping-proxy-object.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import type { PyObject, Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { keepBases } from './type-attributes.ts'
import { encodableText } from './type-names.ts'
import { addNote } from './exception-notes.ts'
import { getDict, setDict } from './object-dict.ts'
import { findAttribute, lookupSpecial } from '../objects/attribute.ts'
import { bestBase } from './type-layout.ts'
import { followStrangers, resolveMro } from './type-mro.ts'
import { readSlots, reserveSlots, type SlotsDeclaration } from './type-slots.ts'
import { firstWeakref } from './weakref-list.ts'

/** The most derived of `metatype` and the metaclasses of the bases. */
export function calculateMetaclass(metatype: PyType, bases: readonly Value[]): PyType {
  let winner = metatype
  for (const base of bases) {
    const candidate = typeOf(base)
    if (winner.isSubtypeOf(candidate)) continue
    if (!candidate.isSubtypeOf(winner))
      raiseTypeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
    winner = candidate
  }
  return winner
}

function readArguments(args: Value[], given: number): { name: string; bases: PyTuple; namespace: PyDict } {
  if (given !== 3) raiseTypeError(`type.__new__() takes exactly 3 arguments (${given} given)`)
  const [name, bases, namespace] = args
  const text = asStr(name!)
  if (text === undefined) raiseTypeError(`type.__new__() argument 1 must be str, not ${nameOfType(name!)}`)
  if (!(bases instanceof PyTuple)) raiseTypeError(`type.__new__() argument 2 must be tuple, not ${nameOfType(bases!)}`)
  if (!(namespace instanceof PyDict))
    raiseTypeError(`type.__new__() argument 3 must be dict, not ${nameOfType(namespace!)}`)
  return { name: textOf(text), bases, namespace }
}

const nameOfType = (value: Value): string => (value === null ? 'None' : typeName(typeOf(value)))

export function newType(metatype: PyType, args: Value[], keywords: KeywordNames): Value {
  const { name, bases, namespace } = readArguments(args, args.length - (keywords?.length ?? 0))
  const winner = checkedMetaclass(metatype, bases)
  if (winner !== metatype && winner.new !== newType) return winner.new!(winner, args, keywords)
  const allBases = bases.items.length === 0 ? [objectType] : (bases.items as PyType[])
  if (bases.items.length > 0) keepBases(bases)
  const base = bestBase(allBases)
  const slots = readSlots(name, base, allBases, namespace)
  const type = makeType(winner, name, base, allBases, namespace, slots)
  const classCell = fillNamespace(type, namespace, slots)
  // Before `mro()` may run Python code: that may call a method that names its class.
  if (classCell !== undefined) classCell.value = type
  // While `mro()` runs there is none, and `__mro__` is None.
  type.mro = []
  type.mro = resolveMro(type)
  type.modified()
  fixSlots(type)
  if (namespace.keys.some(key => key !== undefined && asStr(key) === undefined))
    hooks.warn(runtimeWarningType, `non-string key in the __dict__ of class ${type.name}`, 1)
  for (const each of allBases) each.addSubclass(type)
  if (winner !== typeType) followStrangers(type)
  setNames(type)
  initSubclass(type, args.slice(3), keywords)
  return type
}

function checkedMetaclass(metatype: PyType, bases: PyTuple): PyType {
  for (const base of bases.items)
    if (!(base instanceof PyType) && findAttribute(base, '__mro_entries__') !== undefined)
      raiseTypeError("type() doesn't support MRO entry resolution; use types.new_class()")
  return calculateMetaclass(metatype, bases.items)
}

function makeType(
  metatype: PyType,
  name: string,
  base: PyType,
  bases: readonly PyType[],
  namespace: PyDict,
  slots: SlotsDeclaration,
): PyType {
  if (name.includes('\0')) raise(valueErrorType, 'type name must not contain null characters')
  const type = new PyType(metatype, encodableText(name), bases, TypeFlags.heap | TypeFlags.base)
  type.base = base
  type.solid = base.solid
  type.reservedSlots = base.reservedSlots
  type.owner = vm
  const inherited = base.flags & (TypeFlags.dict | TypeFlags.weakref)
  type.flags = (type.flags & ~(TypeFlags.dict | TypeFlags.weakref)) | inherited
  if (slots.addsDict) type.flags |= TypeFlags.dict
  if (slots.addsWeakref) type.flags |= TypeFlags.weakref
  const qualname = namespace.getStr('__qualname__')
  if (qualname !== undefined) {
    const text = asStr(qualname)
    if (text === undefined) raiseTypeError(`type __qualname__ must be a str, not ${typeName(typeOf(qualname))}`)
    type.qualname = textOf(text)
  }
  return type
}

/** Copies the class body's namespace into the type and adds what every class has; answers the `__class__` cell, if methods use it. */
function fillNamespace(type: PyType, namespace: PyDict, slots: SlotsDeclaration): PyCell | undefined {
  for (const [key, value] of namespace.entries()) {
    const name = asStr(key)
    if (name !== undefined && !removed.has(name)) type.define(textOf(name), value)
  }
  if (!type.namespace.has('__module__')) {
    const module = vm.frame?.globals.getStr('__name__')
    if (module !== undefined) type.define('__module__', module)
  }
  makeStatic(type)
  if (slots.names !== null) reserveSlots(type, slots.names)
  type.hasShapedSlots = type.reservedSlots > 0 && type.solid === objectType && (type.flags & TypeFlags.dict) === 0
  while (type.slotTemplate.length < type.reservedPlaces) type.slotTemplate.push(undefined)
  if (slots.addsDict && !type.namespace.has('__dict__')) type.define('__dict__', dictDescriptor(type))
  if (slots.addsWeakref && !type.namespace.has('__weakref__')) type.define('__weakref__', weakrefDescriptor(type))
  const doc = type.namespace.get('__doc__')
  if (doc === undefined) type.define('__doc__', null)
  else if (asStr(doc) instanceof PyWideStr) encodableText(textOf(asStr(doc)!))
  if (type.namespace.has('__eq__') && !type.namespace.has('__hash__')) type.define('__hash__', null)
  fillClassDict(type, namespace)
  return classCellOf(namespace)
}

/** What the compiler leaves in a class body for us alone. */
const removed = new Set<Value>(['__qualname__', '__classcell__', '__classdictcell__'])

/** `__new__` becomes a static method, `__init_subclass__` and `__class_getitem__` class methods. */
function makeStatic(type: PyType): void {
  const make = type.namespace.get('__new__')
  if (make instanceof PyFunction) type.define('__new__', new PyStaticMethod(make))
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const found = type.namespace.get(name)
    if (found instanceof PyFunction) type.define(name, new PyClassMethod(found))
  }
}

/** The `__dict__` descriptor of the builtin type among the bases of an object's class that has one: it knows better than ours. */
function builtinDict(self: PyObject): Value | undefined {
  for (let each: PyType | null = self.type; each !== null; each = each.base)
    if (!each.isHeap && each.namespace.has('__dict__')) return each.namespace.get('__dict__')
  return undefined
}

function getInstanceDict(self: PyObject): Value {
  const descriptor = builtinDict(self)
  return descriptor === undefined ? getDict(self) : typeOf(descriptor).descrGet!(descriptor, self, self.type)
}

function setInstanceDict(self: PyObject, value: Value | undefined): void {
  const descriptor = builtinDict(self)
  if (descriptor === undefined) setDict(self, value)
  else typeOf(descriptor).descrSet!(descriptor, self, value)
}

const dictDescriptor = (type: PyType): PyGetSet =>
  new PyGetSet('__dict__', type, getInstanceDict, setInstanceDict, 'dictionary for instance variables')

const weakrefDescriptor = (type: PyType): PyGetSet =>
  new PyGetSet(
    '__weakref__',
    type,
    (self: PyObject) => firstWeakref(self),
    null,
    'list of weak references to the object',
  )

function classCellOf(namespace: PyDict): PyCell | undefined {
  const cell = namespace.getStr('__classcell__')
  if (cell === undefined || cell instanceof PyCell) return cell
  raiseTypeError(`__classcell__ must be a nonlocal cell, not ${reprText(typeOf(cell))}`)
}

/** Annotation scopes see the class's namespace through a cell. */
function fillClassDict(type: PyType, namespace: PyDict): void {
  const cell = namespace.getStr('__classdictcell__')
  if (cell === undefined) return
  if (!(cell instanceof PyCell))
    raiseTypeError(`__classdictcell__ must be a nonlocal cell, not ${reprText(typeOf(cell))}`)
  cell.value = new PyMappingProxy(type, 'namespace')
}

/** Tells each descriptor its name. What one raises gets a note that says whose it was. */
function setNames(type: PyType): void {
  for (const [name, value] of [...type.namespace]) {
    const setName = lookupSpecial(value, '__set_name__')
    if (setName === undefined) continue
    try {
      call(setName, [type, strOf(name)])
    } catch (thrown) {
      const exception = raised(thrown)
      const instance = `'${typeName(typeOf(value))}' instance ${reprText(strOf(name))}`
      addNote(exception, `Error calling __set_name__ on ${instance} in '${type.name}'`)
      throw exception
    }
  }
}

/** Calls the `__init_subclass__` that the bases have. */
function initSubclass(type: PyType, values: Value[], keywords: KeywordNames): void {
  if (!type.mro.includes(type))
    raiseTypeError(`super(type, obj): obj (type ${type.name}) is not an instance or subtype of type (${type.name}).`)
  for (const base of type.mro.slice(1)) {
    const found = base.namespace.get('__init_subclass__')
    if (found === undefined) continue
    const get = typeOf(found).descrGet
    const bound = get === null ? found : get(found, undefined, type)
    call(bound, values, keywords)
    return
  }
}

typeType.new = newType
