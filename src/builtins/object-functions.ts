/** callable, hash, id, isinstance, issubclass, len. */
import { typeOf } from '../objects/builtin-types.ts'
import { hashOf } from '../objects/hash.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { identityOfValue } from './identity-function.ts'
import { lengthValue } from './length.ts'
import { isInstance, isSubclass } from './type-check.ts'

export const objectFunctions = () => [
  builtin(
    'callable($module, obj, /)',
    (object: Value) => typeOf(object).call !== null,
    'Can the object be called? Functions, methods and classes can, and instances of classes with a __call__() method.',
  ),
  builtin(
    'hash($module, obj, /)',
    hashOf,
    'The hash of the object: an integer, the same for objects that compare equal.',
  ),
  builtin(
    'id($module, obj, /)',
    identityOfValue,
    'The identity of the object: an integer that no other object has at the same time.',
  ),
  builtin(
    'isinstance($module, obj, class_or_tuple, /)',
    isInstance,
    'Is the object an instance of the class, of a subclass of it, or of any class of a tuple or union?',
  ),
  builtin(
    'issubclass($module, cls, class_or_tuple, /)',
    isSubclass,
    'Is the class the other one, a subclass of it, or one of any class of a tuple or union?',
  ),
  builtin('len($module, obj, /)', lengthValue, 'How many items a container has.'),
]
