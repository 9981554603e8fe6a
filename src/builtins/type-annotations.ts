/**
 * `__annotations__` and `__annotate__` of classes: evaluated when first asked for (PEP 649). As type_get_annotations and its kin
 * (Objects/typeobject.c).
 */
import { attributeError } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType } from '../objects/exception-types.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { checkMutable } from './type-mutation.ts'

/** What the class itself has under `name`, bound. */
function own(type: PyType, name: string): Value | undefined {
  const found = type.namespace.get(name)
  if (found === undefined) return undefined
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, undefined, type)
}

export function getTypeAnnotations(type: PyType): Value {
  if (!type.isHeap)
    attributeError(type, '__annotations__', `type object '${typeName(type)}' has no attribute '__annotations__'`)
  const known = own(type, '__annotations__') ?? own(type, '__annotations_cache__')
  if (known !== undefined) return known
  const annotations = evaluateAnnotations(getTypeAnnotate(type))
  type.set('__annotations_cache__', annotations)
  return annotations
}

/** What an annotate function answers when asked for values; nothing of None. */
export function evaluateAnnotations(annotate: Value): PyDict {
  if (annotate === null || typeOf(annotate).call === null) return new PyDict()
  const annotations = call(annotate, [1])
  if (annotations instanceof PyDict) return annotations
  raiseTypeError(`__annotate__ returned non-dict of type '${typeName(typeOf(annotations))}'`)
}

export function setTypeAnnotations(type: PyType, value: Value | undefined): void {
  checkMutable(type, '__annotations__')
  const name = type.namespace.has('__annotations__') ? '__annotations__' : '__annotations_cache__'
  if (value === undefined && !type.namespace.has(name)) raise(attributeErrorType, '__annotations__')
  type.set(name, value)
  type.set('__annotate_func__', undefined)
  type.set('__annotate__', undefined)
}

export function getTypeAnnotate(type: PyType): Value {
  if (!type.isHeap)
    attributeError(type, '__annotate__', `type object '${typeName(type)}' has no attribute '__annotate__'`)
  // What the class body defines by that name comes before what the compiler made of its annotations.
  const known = own(type, '__annotate__') ?? own(type, '__annotate_func__')
  if (known !== undefined) return known
  type.set('__annotate_func__', null)
  return null
}

export function setTypeAnnotate(type: PyType, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('cannot delete __annotate__ attribute')
  checkMutable(type, '__annotate__')
  if (value !== null && typeOf(value).call === null) raiseTypeError('__annotate__ must be callable or None')
  type.set(type.namespace.has('__annotate__') ? '__annotate__' : '__annotate_func__', value)
  if (value !== null) type.set('__annotations_cache__', undefined)
}
