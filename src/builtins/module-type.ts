/** Modules as objects: attributes that a module computes itself, and what is said when it has none of that name. As in Objects/moduleobject.c. */
import { attributeError, findAttribute, genericFind } from '../objects/attribute.ts'
import { moduleType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { PyModule } from '../objects/module.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { reprText, strText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import type { Value } from '../objects/value.ts'
import { isInitializing, missingAttributeMessage } from './module-missing-attribute.ts'
import { evaluateAnnotations } from './type-annotations.ts'

moduleType.new = type => {
  const module = new PyModule('', type)
  module.dict.clear()
  return module
}

const init = builtin('module($self, /, name: str, doc=None)', (self: PyModule, name: Value, doc: Value) => {
  const { dict } = self
  dict.setStr('__name__', name)
  dict.setStr('__doc__', doc)
  for (const each of ['__package__', '__loader__', '__spec__']) dict.setStr(each, null)
})
moduleType.init = (self, args, keywords) => {
  init.call(self, args, keywords)
}

/** object.__getattribute__; then the module's own `__getattr__` (PEP 562). */
moduleType.getattribute = (self: PyModule, name) => {
  if (self.incomplete?.attributes.has(name)) self.incomplete.complete()
  const found = findQuietly(self, name)
  if (found !== undefined) return found
  const fallback = self.dict.getStr('__getattr__')
  if (fallback !== undefined) return call(fallback, [strOf(name)])
  attributeError(self, name, missingAttributeMessage(self, name))
}

function findQuietly(self: PyModule, name: string): Value | undefined {
  try {
    return genericFind(self, name)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(attributeErrorType)) return undefined
    throw thrown
  }
}

const quoted = (value: Value | undefined): string => (value === undefined || value === null ? "'?'" : reprText(value))

/** As importlib shows a module: by its spec, else by its attributes. */
moduleType.repr = (self: PyModule) => {
  const spec = findAttribute(self, '__spec__')
  return strOf(`<module ${spec === undefined || !truth(spec) ? describedByAttributes(self) : describedBySpec(spec)}>`)
}

function describedBySpec(spec: Value): string {
  const name = quoted(findAttribute(spec, 'name'))
  const origin = findAttribute(spec, 'origin') ?? null
  if (origin === null) return name + loaderText(findAttribute(spec, 'loader'))
  const hasLocation = findAttribute(spec, 'has_location')
  return hasLocation !== undefined && truth(hasLocation)
    ? `${name} from ${reprText(origin)}`
    : `${name} (${strText(origin)})`
}

const loaderText = (loader: Value | undefined): string =>
  loader === undefined || loader === null ? '' : ` (${reprText(loader)})`

function describedByAttributes(self: PyModule): string {
  const name = quoted(findAttribute(self, '__name__'))
  const file = findAttribute(self, '__file__')
  return file === undefined ? name + loaderText(findAttribute(self, '__loader__')) : `${name} from ${reprText(file)}`
}

function getAnnotations(self: PyModule): Value {
  const { dict } = self
  const known = dict.getStr('__annotations__')
  if (known !== undefined) return known
  const annotations = evaluateAnnotations(dict.getStr('__annotate__') ?? null)
  // While the module is still running there may be more to come.
  const isRunning = self.incomplete?.isInitializing ?? isInitializing(dict.getStr('__spec__') ?? null)
  if (!isRunning) dict.setStr('__annotations__', annotations)
  return annotations
}

function setAnnotations(self: PyModule, value: Value | undefined): void {
  const { dict } = self
  if (value !== undefined) dict.setStr('__annotations__', value)
  else if (!dict.deleteStr('__annotations__')) raise(attributeErrorType, '__annotations__')
  dict.deleteStr('__annotate__')
}

function getAnnotate(self: PyModule): Value {
  const known = self.dict.getStr('__annotate__')
  if (known === undefined) self.dict.setStr('__annotate__', null)
  return known ?? null
}

function setAnnotate(self: PyModule, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('cannot delete __annotate__ attribute')
  if (value !== null && typeOf(value).call === null) raiseTypeError('__annotate__ must be callable or None')
  self.dict.setStr('__annotate__', value)
  if (value !== null) self.dict.deleteStr('__annotations__')
}

/** The names in its dict, or what its own `__dir__` answers. */
function directory(self: PyModule): Value {
  const dict = findAttribute(self, '__dict__')
  if (!(dict instanceof PyDict)) raiseTypeError('<module>.__dict__ is not a dictionary')
  const own = dict.getStr('__dir__')
  return own === undefined ? new PyList(itemsOf(dict)) : call(own, [])
}

/** `module.__name__` for messages; undefined where it is no str. */
export function moduleName(module: PyModule): string | undefined {
  const name = module.dict.getStr('__name__')
  const str = name === undefined ? undefined : asStr(name)
  return str === undefined ? undefined : textOf(str)
}

defineType(moduleType, {
  doc: 'Create a module object.\n\nThe name must be a string; the optional docstring can have any type.',
  signature: '(name, doc=None)',
  methods: () => [builtin('__dir__($self, /)', directory, '__dir__() -> list\nspecialized dir() implementation')],
  members: () => [['__dict__', (self: PyModule) => self.dict]],
  getset: () => [
    ['__annotations__', getAnnotations, setAnnotations],
    ['__annotate__', getAnnotate, setAnnotate],
  ],
})
