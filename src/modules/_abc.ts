/**
 * The module _abc: what abstract base classes remember. As Modules/_abc.c.
 *
 * Every ABC keeps, in its `_abc_impl`, the classes registered with it, and those that it has already answered for. None of them
 * is kept alive by that. A negative answer holds until somebody registers anything anywhere: then the *token* changes.
 */
import { assignAttribute, findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { assertionErrorType, runtimeErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asInt, NotImplemented } from '../objects/number.ts'
import { PyFrozenset, PySet } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { collectionFlags, PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { isSubclass } from '../builtins/type-check.ts'
import { weakrefType } from '../builtins/weakref.ts'

/** Classes that it does not keep alive. */
class WeakTypes {
  #members = new WeakSet<PyType>()
  #references: WeakRef<PyType>[] = []

  has(type: PyType): boolean {
    return this.#members.has(type)
  }

  add(type: PyType): void {
    if (this.#members.has(type)) return
    this.#members.add(type)
    this.#references.push(new WeakRef(type))
  }

  clear(): void {
    this.#members = new WeakSet()
    this.#references = []
  }

  alive(): PyType[] {
    return this.#references.map(reference => reference.deref()).filter(type => type !== undefined)
  }
}

const dataType = builtinType('_abc_data', { module: '_abc' })

class PyAbcData extends PyObject {
  readonly registry: WeakTypes
  readonly cache: WeakTypes
  readonly negative: WeakTypes
  /** The token when `negative` was begun. */
  negativeToken: number
  constructor(token: number) {
    super(dataType)
    this.registry = new WeakTypes()
    this.cache = new WeakTypes()
    this.negative = new WeakTypes()
    this.negativeToken = token
  }
}

const tokens = { create: () => ({ current: 0 }) }
const token = (): number => vm.state(tokens).current

function dataOf(cls: Value): PyAbcData {
  const data = lookupAttribute(cls, '_abc_impl')
  if (!(data instanceof PyAbcData)) raiseTypeError('_abc_impl is set to a wrong type')
  return data
}

const isAbstract = (value: Value): boolean => {
  const flag = findAttribute(value, '__isabstractmethod__')
  return flag !== undefined && truth(flag)
}

/** The names of what is abstract in the class: its own, and what the bases have and it does not override. */
function abstractMethods(cls: PyType): PyFrozenset {
  const names = new PyFrozenset()
  for (const [name, value] of cls.namespace) if (isAbstract(value)) names.add(strOf(name))
  for (const base of cls.bases) {
    const inherited = findAttribute(base, '__abstractmethods__')
    if (inherited === undefined) continue
    for (const name of itemsOf(inherited)) {
      const value = findAttribute(cls, textOf(asStr(name)!))
      if (value !== undefined && isAbstract(value)) names.add(name)
    }
  }
  return names
}

function init(cls: Value): void {
  if (!(cls instanceof PyType)) raiseTypeError('_abc_init() argument must be a class')
  assignAttribute(cls, '__abstractmethods__', abstractMethods(cls))
  assignAttribute(cls, '_abc_impl', new PyAbcData(token()))
  const flags = cls.namespace.get('__abc_tpflags__')
  if (flags === undefined) return
  const bits = Number(asInt(flags) ?? 0) & collectionFlags
  if (bits === collectionFlags)
    raiseTypeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
  cls.flags |= bits
  cls.set('__abc_tpflags__', undefined)
}

function register(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) raiseTypeError('Can only register classes')
  if (isSubclass(subclass, cls)) return subclass
  if (isSubclass(cls, subclass)) raise(runtimeErrorType, 'Refusing to create an inheritance cycle')
  dataOf(cls).registry.add(subclass)
  vm.state(tokens).current++
  if (cls instanceof PyType) setCollectionFlags(subclass, cls.flags & collectionFlags)
  return subclass
}

/** Makes the class and its subclasses what patterns take for a sequence or a mapping. */
function setCollectionFlags(type: PyType, flags: number): void {
  if (flags === 0 || !type.isHeap || (type.flags & collectionFlags) === flags) return
  type.flags = (type.flags & ~collectionFlags) | flags
  type.modified()
  for (const subclass of type.subclasses()) setCollectionFlags(subclass, flags)
}

function instanceCheck(cls: Value, instance: Value): Value {
  const data = dataOf(cls)
  const subclass = findAttribute(instance, '__class__') ?? typeOf(instance)
  if (subclass instanceof PyType && data.cache.has(subclass)) return true
  const type = typeOf(instance)
  if (type === subclass) {
    if (data.negativeToken === token() && data.negative.has(type)) return false
    return callMethod(cls, '__subclasscheck__', subclass)
  }
  const result = callMethod(cls, '__subclasscheck__', subclass)
  return truth(result) ? result : callMethod(cls, '__subclasscheck__', type)
}

function subclassCheck(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) raiseTypeError('issubclass() arg 1 must be a class')
  const data = dataOf(cls)
  if (data.cache.has(subclass)) return true
  if (data.negativeToken < token()) {
    data.negative.clear()
    data.negativeToken = token()
  } else if (data.negative.has(subclass)) return false
  const answer = decide(cls as PyType, subclass, data)
  if (answer) data.cache.add(subclass)
  else data.negative.add(subclass)
  return answer
}

function decide(cls: PyType, subclass: PyType, { registry }: PyAbcData): boolean {
  const hooked = callMethod(cls, '__subclasshook__', subclass)
  if (hooked === true) return true
  if (hooked === false) return false
  if (hooked !== NotImplemented)
    raise(assertionErrorType, '__subclasshook__ must return either False, True, or NotImplemented')
  if (subclass.isSubtypeOf(cls) || registry.has(subclass)) return true
  for (const registered of registry.alive()) if (isSubclass(subclass, registered)) return true
  for (const direct of itemsOf(callMethod(cls, '__subclasses__'))) if (isSubclass(subclass, direct)) return true
  return false
}

const references = (types: WeakTypes): PySet => PySet.from(types.alive().map(type => call(weakrefType, [type])))

defineModule('_abc', {
  doc: 'Module contains faster C implementation of abc.ABCMeta',
  functions: () => [
    builtin(
      'get_cache_token($module, /)',
      token,
      'Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses.  The token changes\nwith every call to register() on any ABC.',
    ),
    builtin(
      '_abc_init($module, self, /)',
      init,
      'Internal ABC helper for class set-up. Should be never used outside abc module.',
    ),
    builtin(
      '_abc_register($module, self, subclass, /)',
      register,
      'Internal ABC helper for subclasss registration. Should be never used outside abc module.',
    ),
    builtin(
      '_abc_instancecheck($module, self, instance, /)',
      instanceCheck,
      'Internal ABC helper for instance checks. Should be never used outside abc module.',
    ),
    builtin(
      '_abc_subclasscheck($module, self, subclass, /)',
      subclassCheck,
      'Internal ABC helper for subclasss checks. Should be never used outside abc module.',
    ),
    builtin(
      '_get_dump($module, self, /)',
      (cls: Value) => {
        const { registry, cache, negative, negativeToken } = dataOf(cls)
        return new PyTuple([references(registry), references(cache), references(negative), negativeToken])
      },
      "Internal ABC helper for cache and registry debugging.\n\nReturn shallow copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead use ABC._dump_registry() for a nice repr.",
    ),
    builtin(
      '_reset_registry($module, self, /)',
      (cls: Value) => dataOf(cls).registry.clear(),
      'Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py',
    ),
    builtin(
      '_reset_caches($module, self, /)',
      (cls: Value) => {
        const { cache, negative } = dataOf(cls)
        cache.clear()
        negative.clear()
      },
      'Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py',
    ),
  ],
})
