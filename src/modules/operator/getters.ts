// Hot.
/** operator.itemgetter, attrgetter and methodcaller: callables made from names or keys. As Modules/_operator.c. */
import { lookupAttribute } from '../../objects/attribute.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { hooks } from '../../objects/hooks.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, buildString, type Str, strOf, textOf } from '../../objects/str.ts'
import { guardedRepr, repr } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { getItem } from '../../interpreter/subscripts.ts'

const operatorModule = { module: 'operator' }
export const itemGetterType = builtinType('itemgetter', operatorModule)
export const attrGetterType = builtinType('attrgetter', operatorModule)
export const methodCallerType = builtinType('methodcaller', operatorModule)

/** What inspect shows of an instance, which is a function of one argument. */
const textSignature = ['__text_signature__', () => '(obj, /)'] as const

/** Complains unless there is at least one argument, or exactly one, and none by name. */
function check(name: string, args: Value[], keywords: KeywordNames, exactly: 'one' | 'some'): void {
  if (keywords !== null && keywords.length > 0) raiseTypeError(`${name}() takes no keyword arguments`)
  if (args.length === 0 || (exactly === 'one' && args.length > 1))
    raiseTypeError(`${name} expected 1 argument, got ${args.length}`)
}

/** `operator.name(a, b)` of the arguments it was made with. */
const reprOf = (self: PyObject, name: string, args: readonly Value[]): Str =>
  guardedRepr(self, `operator.${name}(...)`, () => {
    const parts: Str[] = [`operator.${name}(`]
    for (let i = 0; i < args.length; i++) parts.push(i > 0 ? ', ' : '', repr(args[i]!))
    parts.push(')')
    return buildString(parts)
  })

class PyItemGetter extends PyObject {
  readonly items: readonly Value[]
  constructor(items: readonly Value[]) {
    super(itemGetterType)
    this.items = items
  }
}

itemGetterType.new = (_type, args, keywords) => {
  check('itemgetter', args, keywords, 'some')
  return new PyItemGetter(args.slice())
}
itemGetterType.call = ({ items }: PyItemGetter, args, keywords) => {
  if (args.length !== 1 || keywords !== null) check('itemgetter', args, keywords, 'one')
  const object = args[0]!
  if (items.length === 1) return getItem(object, items[0]!)
  const result = new Array<Value>(items.length)
  for (let i = 0; i < items.length; i++) result[i] = getItem(object, items[i]!)
  return new PyTuple(result)
}
itemGetterType.repr = (self: PyItemGetter) => reprOf(self, 'itemgetter', self.items)
defineType(itemGetterType, {
  getset: () => [textSignature],
  signature: '(item, /, *items)',
  doc: `Return a callable object that fetches the given item(s) from its operand.

After f = itemgetter(2), the call f(r) returns r[2].
After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])`,
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyItemGetter) => new PyTuple([itemGetterType, new PyTuple(self.items)]),
      'Return state information for pickling',
    ),
  ],
})

class PyAttrGetter extends PyObject {
  /** Each a dotted name, taken apart. */
  readonly paths: readonly (readonly string[])[]
  constructor(paths: readonly (readonly string[])[]) {
    super(attrGetterType)
    this.paths = paths
  }
}

const namesOf = ({ paths }: PyAttrGetter): Value[] => paths.map(path => strOf(path.join('.')))

function follow(object: Value, path: readonly string[]): Value {
  for (let i = 0; i < path.length; i++) object = lookupAttribute(object, path[i]!)
  return object
}

attrGetterType.new = (_type, args, keywords) => {
  check('attrgetter', args, keywords, 'some')
  return new PyAttrGetter(
    args.map(arg => {
      const name = asStr(arg)
      if (name === undefined) raiseTypeError('attribute name must be a string')
      return textOf(name).split('.')
    }),
  )
}
attrGetterType.call = ({ paths }: PyAttrGetter, args, keywords) => {
  if (args.length !== 1 || keywords !== null) check('attrgetter', args, keywords, 'one')
  const object = args[0]!
  if (paths.length === 1) return follow(object, paths[0]!)
  const result = new Array<Value>(paths.length)
  for (let i = 0; i < paths.length; i++) result[i] = follow(object, paths[i]!)
  return new PyTuple(result)
}
attrGetterType.repr = (self: PyAttrGetter) => reprOf(self, 'attrgetter', namesOf(self))
defineType(attrGetterType, {
  getset: () => [textSignature],
  signature: '(attr, /, *attrs)',
  doc: `Return a callable object that fetches the given attribute(s) from its operand.

After f = attrgetter('name'), the call f(r) returns r.name.
After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).
After h = attrgetter('name.first', 'name.last'), the call h(r) returns
(r.name.first, r.name.last).`,
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyAttrGetter) => new PyTuple([attrGetterType, new PyTuple(namesOf(self))]),
      'Return state information for pickling',
    ),
  ],
})

class PyMethodCaller extends PyObject {
  readonly name: Str
  /** Positional arguments, then the values of the named ones. */
  readonly args: readonly Value[]
  readonly keywords: KeywordNames
  constructor(name: Str, args: readonly Value[], keywords: KeywordNames) {
    super(methodCallerType)
    this.name = name
    this.args = args
    this.keywords = keywords
  }
}

methodCallerType.new = (_type, args, keywords) => {
  if (args.length - (keywords?.length ?? 0) < 1)
    raiseTypeError('methodcaller needs at least one argument, the method name')
  const name = asStr(args[0]!)
  if (name === undefined) raiseTypeError('method name must be a string')
  return new PyMethodCaller(name, args.slice(1), keywords !== null && keywords.length > 0 ? keywords : null)
}
methodCallerType.call = (self: PyMethodCaller, args, keywords) => {
  if (args.length !== 1 || keywords !== null) check('methodcaller', args, keywords, 'one')
  return call(lookupAttribute(args[0]!, textOf(self.name)), self.args.slice(), self.keywords)
}
methodCallerType.repr = (self: PyMethodCaller) =>
  guardedRepr(self, 'operator.methodcaller(...)', () => {
    const { args, keywords } = self
    const given = args.length - (keywords?.length ?? 0)
    const parts: Str[] = ['operator.methodcaller(', repr(self.name)]
    args.forEach((arg, i) => {
      parts.push(', ')
      if (i >= given) parts.push(strOf(keywords![i - given]!), '=')
      parts.push(repr(arg))
    })
    parts.push(')')
    return buildString(parts)
  })

/** With keyword arguments, through a partial, since `__reduce__` can only name positional ones. */
function reduceMethodCaller({ name, args, keywords }: PyMethodCaller): Value {
  if (keywords === null) return new PyTuple([methodCallerType, new PyTuple([name, ...args])])
  const partial = lookupAttribute(hooks.importModule('functools'), 'partial')
  const given = args.length - keywords.length
  const constructor = call(partial, [methodCallerType, name, ...args.slice(given)], keywords)
  return new PyTuple([constructor, new PyTuple(args.slice(0, given))])
}

defineType(methodCallerType, {
  getset: () => [textSignature],
  signature: '(name, /, *args, **kwargs)',
  doc: `Return a callable object that calls the given method on its operand.

After f = methodcaller('name'), the call f(r) returns r.name().
After g = methodcaller('name', 'date', foo=1), the call g(r) returns
r.name('date', foo=1).`,
  methods: () => [builtin('__reduce__($self, /)', reduceMethodCaller, 'Return state information for pickling')],
})
