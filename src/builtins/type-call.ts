// Hot.
/** Calling a class: `__new__`, then `__init__`. As type_call (Objects/typeobject.c). */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import * as fromDunder from '../objects/slot-functions.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import type { PyObject, Value } from '../objects/value.ts'
import { becomeMortal, hasFinalizer, newInstance } from './finalizers.ts'

/** `type(*args, **keywords)`. */
export function callType(type: PyType, args: Value[], keywords: KeywordNames): Value {
  if (type.new === objectType.new && type.isHeap && type.init !== objectType.init)
    return callPlain(type, args, keywords)
  if (type === typeType) {
    const given = args.length - (keywords?.length ?? 0)
    if (given === 1 && args.length === 1) return typeOf(args[0]!)
    if (given === 1) raiseTypeError('type() takes no keyword arguments')
    if (given !== 3) raiseTypeError('type() takes 1 or 3 arguments')
  }
  if (type.new === null || (type.flags & TypeFlags.noInstantiation) !== 0)
    raiseTypeError(`cannot create '${typeName(type)}' instances`)
  const object = type.new(type, args, keywords)
  const made = typeOf(object)
  if (made !== type && !made.isSubtypeOf(type)) return object
  // Where there is a `__new__`, object.__init__ has nothing to say about the arguments.
  const hasInit = made.init !== objectType.init || made.new === objectType.new
  if (hasInit && made.init !== null) made.init(object, args, keywords)
  if (hasFinalizer(made)) becomeMortal(object as PyObject)
  return object
}

/** A class without a `__new__` of its own: the instance is made here, and `__init__` called without a detour. */
function callPlain(type: PyType, args: Value[], keywords: KeywordNames): Value {
  if ((type.flags & TypeFlags.abstract) !== 0) return objectType.new!(type, args, keywords)
  const object = newInstance(type)
  if (type.init === fromDunder.init) {
    const init = type.lookup('__init__')
    if (init instanceof PyFunction) {
      const result = hooks.callFunction(init, [object, ...args], keywords)
      if (result !== null) raiseTypeError(`__init__() should return None, not '${typeName(typeOf(result))}'`)
      return object
    }
  }
  type.init!(object, args, keywords)
  return object
}

typeType.call = callType
