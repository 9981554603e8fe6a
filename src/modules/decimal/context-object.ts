/** decimal.Context as an object, the dicts of its flags, and which context is current. */
import { DecimalContext, Flag, invalidFlags, Rounding } from '../../base/decimal/context.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { TypeFlags, type PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { currentVariables, PyContextVar, setVariable, type Variables } from '../_contextvars.ts'

export const contextType = builtinType('Context', { module: 'decimal', flags: TypeFlags.base })

/** The part of SignalDict that is not MutableMapping's. */
export const signalDictMixinType = builtinType('SignalDictMixin', {
  module: 'decimal',
  flags: TypeFlags.base,
})

/** `context.flags` or `context.traps`: a view of the context's bits. */
export class PySignalDict extends PyObject {
  context: DecimalContext | null
  which: 'status' | 'traps'
  constructor(type: PyType, context: DecimalContext | null, which: 'status' | 'traps') {
    super(type)
    this.context = context
    this.which = which
  }
}

export class PyDecimalContext extends PyObject {
  readonly context: DecimalContext
  readonly flags: PySignalDict
  readonly traps: PySignalDict
  constructor(settings: DecimalContext, type: PyType = contextType) {
    super(type)
    this.context = new DecimalContext(0, settings.rounding, 0, 0)
    this.context.assign(settings)
    const { signalDictType } = decimalState()
    this.flags = new PySignalDict(signalDictType, this.context, 'status')
    this.traps = new PySignalDict(signalDictType, this.context, 'traps')
  }
}

/** What the module's own default context says before a program changes it. */
export function defaultSettings(): DecimalContext {
  const settings = new DecimalContext(28, Rounding.halfEven, -999_999, 999_999)
  settings.traps = invalidFlags | Flag.divisionByZero | Flag.overflow
  return settings
}

interface DecimalState {
  /** The class that joins the mixin with MutableMapping; the mixin until there is one. */
  signalDictType: PyType
  readonly variable: PyContextVar
  /** DefaultContext, BasicContext and ExtendedContext: templates, copied before they become current. */
  templates: readonly PyDecimalContext[]
  /** numbers.Rational and decimal.DecimalTuple. */
  rational: Value
  tupleType: Value
  /** The current context, as long as the variables are these. */
  known: PyDecimalContext | null
  knownVariables: Variables | null
}

const key = {
  create: (): DecimalState => ({
    signalDictType: signalDictMixinType,
    variable: new PyContextVar('decimal_context', undefined),
    templates: [],
    rational: null,
    tupleType: null,
    known: null,
    knownVariables: null,
  }),
}
export const decimalState = (): DecimalState => vm.state(key)

export function currentContext(): PyDecimalContext {
  const state = vm.state(key)
  const variables = currentVariables()
  if (state.knownVariables === variables) return state.known!
  let context = variables.get(state.variable)
  if (!(context instanceof PyDecimalContext)) {
    context = copyOfContext(state.templates[0]!)
    ;(context as PyDecimalContext).context.status = 0
    setVariable(state.variable, context)
  }
  state.known = context as PyDecimalContext
  state.knownVariables = currentVariables()
  return state.known
}

export function setCurrentContext(context: PyDecimalContext): void {
  const state = decimalState()
  let chosen = context
  if (state.templates.includes(context)) {
    chosen = copyOfContext(context)
    chosen.context.status = 0
  }
  setVariable(state.variable, chosen)
}

export const copyOfContext = (context: PyDecimalContext): PyDecimalContext => new PyDecimalContext(context.context)

/** The context that an argument names; the current one for None. */
export function contextArgument(value: Value): PyDecimalContext {
  if (value === null) return currentContext()
  if (!(value instanceof PyDecimalContext)) raiseTypeError('optional argument must be a context')
  return value
}
