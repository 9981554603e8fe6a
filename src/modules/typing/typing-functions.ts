/** What the types of _typing leave to functions of the library's typing module. */
import { lookupAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { hooks } from '../../objects/hooks.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyObject, Value } from '../../objects/value.ts'
import { assignAttribute } from '../../objects/attribute.ts'
import { vm } from '../../objects/vm.ts'
import { unionType } from '../../builtins/union-object.ts'

export const typingAttribute = (name: string): Value => lookupAttribute(hooks.importModule('typing'), name)

export const callTyping = (name: string, args: Value[], keywords: KeywordNames = null): Value =>
  call(typingAttribute(name), args, keywords)

/** `Unpack[parameter]` */
export function unpacked(parameter: Value): Value {
  const unpack = typingAttribute('Unpack')
  return typeOf(unpack).subscript!(unpack, parameter)
}

/** `left | right`, which for type parameters takes whatever typing takes, names of types as well. */
export const unionOfParameters = (left: Value, right: Value): Value =>
  call(lookupAttribute(unionType, '__class_getitem__'), [new PyTuple([left, right])])

/** Says in `__module__` where Python code made the object; typing itself keeps the type's. */
export function rememberModule(object: PyObject): void {
  if (vm.frame === null) return
  const module = vm.frame.globals.getStr('__name__')
  if (module !== 'typing') assignAttribute(object, '__module__', module === undefined ? null : module)
}
