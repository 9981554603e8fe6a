/** Python functions as objects. As in Objects/funcobject.c. */
import { functionType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { deprecationWarningType, valueErrorType } from '../objects/exception-types.ts'
import { PyCell, PyCode, PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { PyModule } from '../objects/module.ts'
import { builtin } from '../objects/signature.ts'
import { isStr, strOf } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { freevars, generatorFlags } from '../compiler/code.ts'
import { addressText } from './method-descriptors.ts'
import { dictGetSet } from './object-dict.ts'
import { evaluateAnnotations } from './type-annotations.ts'

/** The builtins that code with these globals sees: what `__builtins__` says, else those of the code that asks. */
export function builtinsFor(globals: PyDict): PyDict {
  const found = globals.getStr('__builtins__')
  if (found instanceof PyModule) return found.dict
  return found instanceof PyDict ? found : (vm.frame?.builtins ?? vm.builtins)
}

functionType.call = (func: PyFunction, args, keywords) => hooks.callFunction(func, args, keywords)
functionType.repr = (func: PyFunction) => strOf(`<function ${strText(func.qualname)} at ${addressText(func)}>`)

const construct = builtin(
  'function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)',
  (code: Value, globals: Value, name: Value, defaults: Value, closure: Value, kwdefaults: Value) => {
    if (!(code instanceof PyCode)) raiseTypeError(`function() argument 'code' must be code, not ${nameOf(code)}`)
    if (!(globals instanceof PyDict))
      raiseTypeError(`function() argument 'globals' must be dict, not ${nameOf(globals)}`)
    if (name !== null && !isStr(name)) raiseTypeError('arg 3 (name) must be None or string')
    if (defaults !== null && !(defaults instanceof PyTuple)) raiseTypeError('arg 4 (defaults) must be None or tuple')
    const cells = checkedClosure(code, closure)
    if (kwdefaults !== null && !(kwdefaults instanceof PyDict))
      raiseTypeError('arg 6 (kwdefaults) must be None or dict')
    const func = new PyFunction(code, globals, builtinsFor(globals), cells)
    func.module = globals.getStr('__name__') ?? null
    func.doc = docOf(code)
    if (name !== null) func.name = name
    func.defaults = defaults
    func.kwdefaults = kwdefaults
    return func
  },
)

const nameOf = (value: Value): string => (value === null ? 'None' : typeName(typeOf(value)))

const CO_HAS_DOCSTRING = 0x4000000
const docOf = (code: PyCode): Value => ((code.flags & CO_HAS_DOCSTRING) !== 0 ? code.consts[0]! : null)

/** The cells for the code's free variables; null if it has none. */
function checkedClosure(code: PyCode, closure: Value): readonly PyCell[] | null {
  const wanted = freevars(code.code).length
  if (!(closure instanceof PyTuple)) {
    if (wanted > 0 && closure === null) raiseTypeError('arg 5 (closure) must be tuple')
    if (closure !== null) raiseTypeError('arg 5 (closure) must be None or tuple')
    return null
  }
  const { items } = closure
  if (items.length !== wanted)
    raise(valueErrorType, `${code.code.name} requires closure of length ${wanted}, not ${items.length}`)
  for (const cell of items)
    if (!(cell instanceof PyCell)) raiseTypeError(`arg 5 (closure) expected cell, found ${nameOf(cell)}`)
  return wanted === 0 ? null : (items as readonly PyCell[])
}

functionType.new = (_type, args, keywords) => construct.call(undefined, args, keywords)

function setCode(func: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyCode)) raiseTypeError('__code__ must be set to a code object')
  const [have, wanted] = [func.closure?.length ?? 0, freevars(value.code).length]
  if (have !== wanted)
    raise(valueErrorType, `${strText(func.name)}() requires a code object with ${have} free vars, not ${wanted}`)
  if (((func.code.flags ^ value.flags) & generatorFlags) !== 0)
    hooks.warn(
      deprecationWarningType,
      'Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)',
      1,
    )
  func.code = value
  func.modified()
}

function setDefaults(func: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== null && !(value instanceof PyTuple))
    raiseTypeError('__defaults__ must be set to a tuple object')
  func.defaults = value ?? null
  func.modified()
}

function setKeywordDefaults(func: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== null && !(value instanceof PyDict))
    raiseTypeError('__kwdefaults__ must be set to a dict object')
  func.kwdefaults = value ?? null
  func.modified()
}

function getAnnotations(func: PyFunction): Value {
  return (func.annotations ??= evaluateAnnotations(func.annotate))
}

function setAnnotations(func: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== null && !(value instanceof PyDict))
    raiseTypeError('__annotations__ must be set to a dict object')
  func.annotations = value ?? null
  func.annotate = null
}

function setAnnotate(func: PyFunction, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('__annotate__ cannot be deleted')
  if (value !== null && typeOf(value).call === null) raiseTypeError('__annotate__ must be callable or None')
  func.annotate = value
  if (value !== null) func.annotations = null
}

function setTypeParams(func: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyTuple)) raiseTypeError('__type_params__ must be set to a tuple')
  func.typeParams = value
}

/** A setter of a name, which must be a str. */
function setText(attribute: '__name__' | '__qualname__', field: 'name' | 'qualname') {
  return (func: PyFunction, value: Value | undefined): void => {
    if (value === undefined || !isStr(value)) raiseTypeError(`${attribute} must be set to a string object`)
    func[field] = value
  }
}

defineType(functionType, {
  doc: 'Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n  kwdefaults\n    a dictionary that specifies the default keyword argument values',
  signature: '(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)',
  members: () => [
    ['__closure__', (func: PyFunction) => (func.closure === null ? null : new PyTuple(func.closure))],
    ['__globals__', (func: PyFunction) => func.globals],
    ['__builtins__', (func: PyFunction) => func.builtins],
  ],
  getset: () => [
    ['__code__', (func: PyFunction) => func.code, setCode],
    ['__defaults__', (func: PyFunction) => func.defaults, setDefaults],
    ['__kwdefaults__', (func: PyFunction) => func.kwdefaults, setKeywordDefaults],
    ['__annotations__', getAnnotations, setAnnotations, 'Dict of annotations in a function object.'],
    ['__annotate__', (func: PyFunction) => func.annotate, setAnnotate, 'Get the code object for a function.'],
    dictGetSet,
    ['__doc__', (func: PyFunction) => func.doc, (func: PyFunction, value) => void (func.doc = value ?? null)],
    ['__module__', (func: PyFunction) => func.module, (func: PyFunction, value) => void (func.module = value ?? null)],
    ['__name__', (func: PyFunction) => func.name, setText('__name__', 'name')],
    ['__qualname__', (func: PyFunction) => func.qualname, setText('__qualname__', 'qualname')],
    [
      '__type_params__',
      (func: PyFunction) => func.typeParams ?? emptyTuple,
      setTypeParams,
      'Get the declared type parameters for a function.',
    ],
  ],
})
