/** What sys says about single objects, and the encodings that never change. */
import { typeOf } from '../../objects/builtin-types.ts'
import { call, callSpecial } from '../../objects/call.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { systemExitType, typeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { makeException } from '../../objects/exception.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { typeName } from '../../objects/type.ts'
import { PyType } from '../../objects/type.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { hooks } from '../../objects/hooks.ts'
import { asStr } from '../../objects/str.ts'
import { vm } from '../../objects/vm.ts'
import { configuration } from '../configuration.ts'

/** As __sizeof__ says, and what CPython's garbage collector adds. */
function getSizeOf(object: Value, otherwise: Value | undefined): Value {
  try {
    const size = callSpecial(object, '__sizeof__')
    if (size === undefined) raiseTypeError(`Type ${typeName(typeOf(object))} doesn't define __sizeof__`)
    const number = asInt(size)
    if (number === undefined) raiseTypeError(`'${typeName(typeOf(size))}' object cannot be interpreted as an integer`)
    if (number < 0) raise(valueErrorType, '__sizeof__() should return >= 0')
    return Number(number) + (isCollected(object) ? 16 : 0)
  } catch (thrown) {
    if (otherwise !== undefined && raised(thrown).type.isSubtypeOf(typeErrorType)) return otherwise
    throw thrown
  }
}

/** Would CPython's collector know the object? All but the atoms. */
const isCollected = (object: Value): boolean =>
  object instanceof PyObject && !['bytes', 'str', 'int', 'float', 'complex', 'range'].includes(object.type.name)

function intern(text: Value): Value {
  if (typeof text === 'string') return text
  if (typeOf(text).name === 'str' && !typeOf(text).isHeap) return text
  if (typeOf(text).isSubtypeOf(typeOf(''))) raiseTypeError(`can't intern ${typeName(typeOf(text))}`)
  raiseTypeError(`intern() argument must be str, not ${typeName(typeOf(text))}`)
}

function exit(status: Value): never {
  if (status instanceof PyTuple) throw makeException(systemExitType, ...status.items)
  throw status === null ? makeException(systemExitType) : makeException(systemExitType, status)
}

function clearTypeDescriptors(type: Value): void {
  if (!(type instanceof PyType)) raiseTypeError(`argument must be a type, not ${typeName(typeOf(type))}`)
  if (!type.isHeap) raiseTypeError('argument is immutable')
  type.set('__dict__', undefined)
  type.set('__weakref__', undefined)
}

/** `_pyrepl`, which is Python code, is the interactive console where there is a terminal; ours is not. */
function baseRepl(): Value {
  return call(lookupAttribute(hooks.importModule('code'), 'interact'), [])
}

/** Is the interpreter at its end, with only finalizers left to run? */
export const finalization = { create: () => ({ hasBegun: false }) }

export const objectFunctions = () => [
  builtin(
    'getsizeof($module, /, object, default=<unrepresentable>)',
    getSizeOf,
    'getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.',
  ),
  builtin(
    'getrefcount($module, object, /)',
    () => 1,
    'Return the reference count of object.\n\nThe count returned is generally one higher than you might expect,\nbecause it includes the (temporary) reference as an argument to\ngetrefcount().',
  ),
  builtin(
    'intern($module, string, /)',
    intern,
    "``Intern'' the given string.\n\nThis enters the string in the (global) table of interned strings whose\npurpose is to speed up dictionary lookups. Return the string itself or\nthe previously interned string object with the same value.",
  ),
  builtin(
    '_is_interned($module, string, /)',
    (text: Value) => {
      if (asStr(text) === undefined)
        raiseTypeError(`_is_interned() argument must be str, not ${typeName(typeOf(text))}`)
      return typeof text === 'string'
    },
    'Return True if the given string is "interned".',
  ),
  builtin(
    '_is_immortal($module, op, /)',
    (object: Value) => !(object instanceof PyObject),
    'Return True if the given object is "immortal" per PEP 683.\n\nThis function should be used for specialized purposes only.',
  ),
  builtin(
    'exit($module, status=None, /)',
    exit,
    'Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).',
  ),
  builtin(
    'getdefaultencoding($module, /)',
    () => 'utf-8',
    'Return the current default encoding used by the Unicode implementation.',
  ),
  builtin(
    'getfilesystemencoding($module, /)',
    () => 'utf-8',
    'Return the encoding used to convert Unicode filenames to OS filenames.',
  ),
  builtin(
    'getfilesystemencodeerrors($module, /)',
    () => 'surrogateescape',
    'Return the error mode used Unicode to OS filename conversion.',
  ),
  builtin('getallocatedblocks($module, /)', () => 0, 'Return the number of memory blocks currently allocated.'),
  builtin(
    'getunicodeinternedsize($module, /, *, _only_immortal: bool=False)',
    () => 0,
    'Return the number of elements of the unicode interned dictionary',
  ),
  builtin('is_finalizing($module, /)', () => vm.state(finalization).hasBegun, 'Return True if Python is exiting.'),
  builtin(
    '_is_gil_enabled($module, /)',
    () => true,
    'Return True if the GIL is currently enabled and False otherwise.',
  ),
  builtin('_clear_type_cache($module, /)', () => null, 'Clear the internal type lookup cache.'),
  builtin('_clear_internal_caches($module, /)', () => null, 'Clear all internal performance-related caches.'),
  builtin(
    '_clear_type_descriptors($module, type, /)',
    clearTypeDescriptors,
    "Private function for clearing certain descriptors from a type's dictionary.\n\nSee gh-135228 for context.",
  ),
  builtin(
    '_get_cpu_count_config($module, /)',
    () => configuration().processorCount,
    'Private function for getting PyConfig.cpu_count',
  ),
  builtin('_baserepl($module, /)', baseRepl, 'Private function for getting the base REPL'),
  builtin(
    'is_remote_debug_enabled($module, /)',
    () => false,
    'Return True if remote debugging is enabled, False otherwise.\n\nIf no stack profiler is activated, this function returns False.',
  ),
  builtin(
    'is_stack_trampoline_active($module, /)',
    () => false,
    'Return *True* if a stack profiler trampoline is active.\n\nIf no stack profiler is activated, this function returns False.',
  ),
  builtin(
    'activate_stack_trampoline($module, backend: text, /)',
    () => raise(valueErrorType, 'perf trampoline not available'),
    'Activate stack profiler trampoline *backend*.',
  ),
  builtin(
    'deactivate_stack_trampoline($module, /)',
    () => null,
    'Deactivate the current stack profiler trampoline backend.\n\nIf no stack profiler is activated, this function has no effect.',
  ),
]
