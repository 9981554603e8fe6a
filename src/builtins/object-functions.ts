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
    'Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.',
  ),
  builtin(
    'hash($module, obj, /)',
    hashOf,
    'Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.',
  ),
  builtin(
    'id($module, obj, /)',
    identityOfValue,
    'Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.',
  ),
  builtin(
    'isinstance($module, obj, class_or_tuple, /)',
    isInstance,
    'Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.',
  ),
  builtin(
    'issubclass($module, cls, class_or_tuple, /)',
    isSubclass,
    "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
  ),
  builtin('len($module, obj, /)', lengthValue, 'Return the number of items in a container.'),
]
