/**
 * The module _contextvars. As Python/context.c.
 *
 * A context's variables are an immutable map, so that a copy of a context costs nothing, and setting a variable copies the map.
 */
import { callLast, currentThread } from '../interpreter/threads.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, lookupErrorType, runtimeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { identityHash } from '../objects/hash.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { asStr, buildString, type Str } from '../objects/str.ts'
import { repr, reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { classGetItem } from '../builtins/class-getitem.ts'
import { addressText } from '../builtins/method-descriptors.ts'

const contextvars = { module: '_contextvars' }
const contextType = builtinType('Context', contextvars)
const variableType = builtinType('ContextVar', contextvars)
const tokenType = builtinType('Token', contextvars)
const missingType = builtinType('Token.MISSING', { module: 'builtins' })

export type Variables = ReadonlyMap<PyContextVar, Value>
const noVariables: Variables = new Map()

class PyContext extends PyObject {
  variables: Variables
  /** The context to go back to, while this one is entered. */
  previous: PyContext | null
  isEntered: boolean
  constructor(variables: Variables) {
    super(contextType)
    this.variables = variables
    this.previous = null
    this.isEntered = false
  }
}

export class PyContextVar extends PyObject {
  readonly name: Str
  readonly fallback: Value | undefined
  constructor(name: Str, fallback: Value | undefined) {
    super(variableType)
    this.name = name
    this.fallback = fallback
  }
}

class PyToken extends PyObject {
  readonly context: PyContext
  readonly variable: PyContextVar
  readonly old: Value | undefined
  isUsed: boolean
  constructor(context: PyContext, variable: PyContextVar, old: Value | undefined) {
    super(tokenType)
    this.context = context
    this.variable = variable
    this.old = old
    this.isUsed = false
  }
}

const Missing = new PyObject(missingType)
missingType.repr = () => '<Token.MISSING>'

const thread = { create: () => ({ context: new PyContext(noVariables) }) }
const currentContext = (): PyContext => currentThread().state(thread).context

// Context.

contextType.new = (_type, args) => {
  if (args.length > 0) raiseTypeError('Context() does not accept any arguments')
  return new PyContext(noVariables)
}
contextType.hash = null

function variableOf(key: Value): PyContextVar {
  if (!(key instanceof PyContextVar)) raiseTypeError(`a ContextVar key was expected, got ${reprText(key)}`)
  return key
}

contextType.length = (self: PyContext) => self.variables.size
contextType.contains = (self: PyContext, key) => self.variables.has(variableOf(key))
contextType.subscript = (self: PyContext, key) => {
  const value = self.variables.get(variableOf(key))
  if (value === undefined) raise(keyErrorType, key)
  return value
}
contextType.richcompare = (self: PyContext, other, op) => {
  if (!(other instanceof PyContext) || (op !== EQ && op !== NE)) return NotImplemented
  return sameVariables(self.variables, other.variables) === (op === EQ)
}

function sameVariables(left: Variables, right: Variables): boolean {
  if (left === right) return true
  if (left.size !== right.size) return false
  for (const [variable, value] of left) {
    const other = right.get(variable)
    if (other === undefined || !equals(value, other)) return false
  }
  return true
}

class PyContextIterator extends PyObject {
  readonly values: Iterator<Value>
  readonly count: number
  constructor(values: readonly Value[], type: typeof contextType) {
    super(type)
    this.values = values[Symbol.iterator]()
    this.count = values.length
  }
}

const iteratorTypes = ['keys', 'values', 'items'].map(name => builtinType(name))
for (const type of iteratorTypes) {
  type.iter = self => self
  type.iternext = (self: PyContextIterator) => self.values.next().value as Value | undefined
  type.length = (self: PyContextIterator) => self.count
}
const [keysType, valuesType, itemsType] = iteratorTypes

const keys = (self: PyContext): Value => new PyContextIterator([...self.variables.keys()], keysType!)
const values = (self: PyContext): Value => new PyContextIterator([...self.variables.values()], valuesType!)
const items = (self: PyContext): Value =>
  new PyContextIterator(
    [...self.variables].map(pair => new PyTuple(pair)),
    itemsType!,
  )
contextType.iter = keys

function runMethod(): Builtin {
  const method = builtin('run($self, /, *args, **kwargs)', (): void => undefined)
  method.call = (receiver, args, keywords) => {
    const self = receiver as PyContext
    if (args.length === (keywords?.length ?? 0)) raiseTypeError('run() missing 1 required positional argument')
    if (self.isEntered) raise(runtimeErrorType, `cannot enter context: ${reprText(self)} is already entered`)
    const state = currentThread().state(thread)
    self.previous = state.context
    self.isEntered = true
    state.context = self
    return callLast(method, args[0]!, args.slice(1), keywords, () => {
      state.context = self.previous!
      self.previous = null
      self.isEntered = false
    })
  }
  return method
}

defineType(contextType, {
  methods: () => [
    builtin(
      'copy($self, /)',
      (self: PyContext) => new PyContext(self.variables),
      'Return a shallow copy of the context object.',
    ),
    builtin(
      'get($self, key, default=None, /)',
      (self: PyContext, key: Value, otherwise: Value) => {
        const value = self.variables.get(variableOf(key))
        return value === undefined ? otherwise : value
      },
      'Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not\ngiven, return None.',
    ),
    builtin('items($self, /)', items, 'Return all variables and their values in the context object.'),
    builtin('keys($self, /)', keys, 'Return a list of all variables in the context object.'),
    runMethod(),
    builtin('values($self, /)', values, "Return a list of all variables' values in the context object."),
  ],
})

// ContextVar.

const construct = builtin(
  'ContextVar($type, name, *, default=<unrepresentable>)',
  (_type: Value, name: Value, fallback: Value | undefined) => {
    const text = asStr(name)
    if (text === undefined) raiseTypeError('context variable name must be a str')
    return new PyContextVar(text, fallback)
  },
)
variableType.new = (type, args, keywords) => {
  const given = args.length - (keywords?.length ?? 0)
  if (args.length === 0) raiseTypeError('ContextVar() takes exactly 1 positional argument (0 given)')
  if (given > 1) raiseTypeError(`ContextVar() takes at most 1 positional argument (${given} given)`)
  return construct.call(type, args, keywords)
}
variableType.hash = identityHash
variableType.repr = (self: PyContextVar) => {
  const parts: Str[] = ['<ContextVar name=', repr(self.name)]
  if (self.fallback !== undefined) parts.push(' default=', repr(self.fallback))
  return buildString([...parts, ` at ${addressText(self)}>`])
}

/** None is a value: only undefined stands for absence. */
function get(self: PyContextVar, otherwise: Value | undefined): Value {
  let value = currentContext().variables.get(self)
  if (value === undefined) value = otherwise
  if (value === undefined) value = self.fallback
  if (value === undefined) raise(lookupErrorType, self)
  return value
}

function put(context: PyContext, variable: PyContextVar, value: Value | undefined): void {
  const variables = new Map(context.variables)
  if (value === undefined) variables.delete(variable)
  else variables.set(variable, value)
  context.variables = variables
}

/** The variables of the current context: another map whenever one of them is set. */
export const currentVariables = (): Variables => currentContext().variables

/** Sets a variable in the current context, for modules that have variables of their own. */
export function setVariable(variable: PyContextVar, value: Value): void {
  put(currentContext(), variable, value)
}

function set(self: PyContextVar, value: Value): Value {
  const context = currentContext()
  const token = new PyToken(context, self, context.variables.get(self))
  put(context, self, value)
  return token
}

function reset(self: PyContextVar, token: Value): void {
  if (!(token instanceof PyToken)) raiseTypeError(`expected an instance of Token, got ${reprText(token)}`)
  if (token.isUsed) raise(runtimeErrorType, `${reprText(token)} has already been used once`)
  if (token.variable !== self) raise(valueErrorType, `${reprText(token)} was created by a different ContextVar`)
  const context = currentContext()
  if (token.context !== context) raise(valueErrorType, `${reprText(token)} was created in a different Context`)
  token.isUsed = true
  put(context, self, token.old)
}

defineType(variableType, {
  methods: () => [
    builtin(
      'get($self, default=<unrepresentable>, /)',
      get,
      'Return a value for the context variable for the current context.\n\nIf there is no value for the variable in the current context, the method will:\n * return the value of the default argument of the method, if provided; or\n * return the default value for the context variable, if it was created\n   with one; or\n * raise a LookupError.',
    ),
    builtin(
      'set($self, value, /)',
      set,
      'Call to set a new value for the context variable in the current context.\n\nThe required *value* argument is the new value for the context variable.\n\nReturns a Token object that can be used to restore the variable to its previous\nvalue via the `ContextVar.reset()` method.',
    ),
    builtin(
      'reset($self, token, /)',
      reset,
      'Reset the context variable.\n\nThe variable is reset to the value it had before the `ContextVar.set()` that\ncreated the token was used.',
    ),
  ],
  classMethods: () => [classGetItem()],
  members: () => [['name', (self: PyContextVar) => self.name]],
})

// Token.

tokenType.new = () => raise(runtimeErrorType, 'Tokens can only be created by ContextVars')
tokenType.hash = null
tokenType.repr = (self: PyToken) =>
  buildString([`<Token${self.isUsed ? ' used' : ''} var=`, repr(self.variable), ` at ${addressText(self)}>`])

defineType(tokenType, {
  methods: () => [
    builtin('__enter__($self, /)', (self: PyToken) => self, 'Enter into Token context manager.'),
    builtin(
      '__exit__($self, type, val, tb, /)',
      (self: PyToken) => reset(self.variable, self),
      'Exit from Token context manager, restore the linked ContextVar.',
    ),
  ],
  classMethods: () => [classGetItem()],
  getset: () => [
    ['var', (self: PyToken) => self.variable],
    ['old_value', (self: PyToken) => (self.old === undefined ? Missing : self.old)],
  ],
  attributes: () => ({ MISSING: Missing }),
})

defineModule('_contextvars', {
  doc: 'Context Variables',
  attributes: () => ({ Context: contextType, ContextVar: variableType, Token: tokenType }),
  functions: () => [builtin('copy_context($module, /)', () => new PyContext(currentContext().variables))],
})
