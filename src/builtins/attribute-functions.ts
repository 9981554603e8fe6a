/** getattr and the other builtin functions about attributes. */
import { assignAttribute, findAttribute, lookupAttribute, lookupSpecial } from '../objects/attribute.ts'
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, textOf } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { currentLocals } from './code-functions.ts'
import { sortItems } from './sort.ts'

function nameOf(value: Value): string {
  if (typeof value === 'string') return value
  const name = asStr(value)
  if (name === undefined) raiseTypeError(`attribute name must be string, not '${typeName(typeOf(value))}'`)
  return textOf(name)
}

function getAttributeOr(object: Value, name: Value, otherwise: Value | undefined): Value {
  const text = nameOf(name)
  if (otherwise === undefined) return lookupAttribute(object, text)
  const found = findAttribute(object, text)
  return found === undefined ? otherwise : found
}

/** `dir(object)`: what `__dir__` answers, sorted. */
function directory(object: Value): Value {
  const method = lookupSpecial(object, '__dir__')
  if (method === undefined) raiseTypeError('object does not provide __dir__')
  return sortedList(call(method, []))
}

/** `dir()`: the names in the current scope. */
function namesInScope(): Value {
  const locals = currentLocals()
  return sortedList(locals instanceof PyDict && locals.type === dictType ? locals : callMethod(locals, 'keys'))
}

function sortedList(names: Value): Value {
  const items = itemsOf(names)
  sortItems(items, { key: null, reverse: false })
  return new PyList(items)
}

function variables(object: Value | undefined): Value {
  if (object === undefined) return currentLocals()
  const dict = findAttribute(object, '__dict__')
  if (dict === undefined) raiseTypeError('vars() argument must have __dict__ attribute')
  return dict
}

export const attributeFunctions = () => [
  builtin(
    'getattr($module, object, name, default=<unrepresentable>, /)',
    getAttributeOr,
    `getattr(object, name[, default]) -> value

The attribute of that name: getattr(x, 'y') is x.y.
Where there is none, the default is the answer if one was given; else AttributeError is raised.`,
  ),
  builtin(
    'hasattr($module, obj, name, /)',
    (object: Value, name: Value) => findAttribute(object, nameOf(name)) !== undefined,
    'Has the object an attribute of that name? Finds out by getattr(obj, name), catching AttributeError.',
  ),
  builtin(
    'setattr($module, obj, name, value, /)',
    (object: Value, name: Value, value: Value) => assignAttribute(object, nameOf(name), value),
    "Sets an attribute: setattr(x, 'y', v) is ``x.y = v``.",
  ),
  builtin(
    'delattr($module, obj, name, /)',
    (object: Value, name: Value) => typeOf(object).setattribute!(object, nameOf(name), undefined),
    "Deletes an attribute: delattr(x, 'y') is ``del x.y``.",
  ),
  builtin(
    'dir($module, object=<unrepresentable>, /)',
    (object: Value | undefined) => (object === undefined ? namesInScope() : directory(object)),
    `dir([object]) -> list of strings

Without an argument, the names in the current scope; else names of attributes of the object, in alphabetical order:
for a module its attributes; for a class those of the class and of its bases; for any other object those of
the object, of its class and of the class's bases. A method __dir__ of the object decides instead.`,
  ),
  builtin(
    'vars($module, object=<unrepresentable>, /)',
    variables,
    'vars([object]) -> dictionary\n\nThe __dict__ of the object; without one, locals().',
  ),
]
