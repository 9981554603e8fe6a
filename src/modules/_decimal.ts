/**
 * The module _decimal: decimal arithmetic of any precision. As Modules/_decimal/_decimal.c.
 *
 * The arithmetic itself is in base/decimal; the folder `decimal` makes it Python's.
 */
import {
  DecimalContext,
  Flag,
  leastExponent,
  leastTiny,
  mostExponent,
  mostPrecision,
  Rounding,
  roundingNames,
} from '../base/decimal/context.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { strText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import {
  contextArgument,
  contextType,
  copyOfContext,
  currentContext,
  decimalState,
  defaultSettings,
  PyDecimalContext,
  setCurrentContext,
  signalDictMixinType,
} from './decimal/context-object.ts'
import { applySettings } from './decimal/context-methods.ts'
import { decimalType } from './decimal/decimal-object.ts'
import { intSetting } from './decimal/settings.ts'
import { decimalExceptions } from './decimal/signals.ts'
import './decimal/decimal-methods.ts'
import './decimal/operators.ts'
import './decimal/signal-dict.ts'

const managerType = builtinType('ContextManager', { module: 'decimal', flags: TypeFlags.noInstantiation })

/** What `localcontext()` answers: on entry one context becomes current, on exit another. */
class PyContextManager extends PyObject {
  readonly inner: PyDecimalContext
  readonly outer: PyDecimalContext
  constructor(inner: PyDecimalContext, outer: PyDecimalContext) {
    super(managerType)
    this.inner = inner
    this.outer = outer
  }
}

defineType(managerType, {
  methods: () => [
    builtin('__enter__($self, /)', ({ inner }: PyContextManager) => {
      setCurrentContext(inner)
      return inner
    }),
    builtin('__exit__($self, /, *args)', ({ outer }: PyContextManager) => setCurrentContext(outer)),
  ],
})

/** The most bits of an IEEE interchange format whose exponents are within bounds. */
const mostBits = 512

function ieeeContext(value: Value): PyDecimalContext {
  const bits = intSetting(value)
  if (bits <= 0 || bits > mostBits || bits % 32 !== 0)
    raise(valueErrorType, `argument must be a multiple of 32, with a maximum of ${mostBits}`)
  const most = 3 * 2 ** (bits / 16 + 3)
  const settings = new DecimalContext(9 * (bits / 32) - 2, Rounding.halfEven, 1 - most, most)
  settings.clamp = 1
  return new PyDecimalContext(settings)
}

/** The templates: the settings of new contexts, and two of the specification's. */
function makeTemplates(): PyDecimalContext[] {
  const basic = defaultSettings()
  basic.precision = 9
  basic.rounding = Rounding.halfUp
  basic.traps |= Flag.underflow | Flag.clamped
  const extended = defaultSettings()
  extended.precision = 9
  extended.traps = 0
  return [defaultSettings(), basic, extended].map(settings => new PyDecimalContext(settings))
}

/** `class SignalDict(SignalDictMixin, MutableMapping)` */
function makeSignalDictType(): PyType {
  const mapping = lookupAttribute(hooks.importModule('collections.abc'), 'MutableMapping')
  const metatype = (mapping as PyType).type
  return call(metatype, ['SignalDict', new PyTuple([signalDictMixinType, mapping]), new PyDict()]) as PyType
}

function makeTupleType(): Value {
  const makeTuple = lookupAttribute(hooks.importModule('collections'), 'namedtuple')
  return call(makeTuple, ['DecimalTuple', 'sign digits exponent', 'decimal'], ['module'])
}

/** What every import of the module has in common: an interpreter that imports it twice has one decimal. */
function prepared(): ReturnType<typeof decimalState> {
  const state = decimalState()
  if (state.templates.length > 0) return state
  state.signalDictType = makeSignalDictType()
  state.tupleType = makeTupleType()
  const numbers = hooks.importModule('numbers')
  state.rational = lookupAttribute(numbers, 'Rational')
  callMethod(lookupAttribute(numbers, 'Number'), 'register', decimalType)
  state.templates = makeTemplates()
  return state
}

const settingNames = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps']

function localContext(given: Value, keywords: PyDict): Value {
  const outer = currentContext()
  const inner = copyOfContext(contextArgument(given))
  for (const [key] of keywords.entries())
    if (!settingNames.includes(key as string))
      raiseTypeError(`this function got an unexpected keyword argument '${strText(key)}'`)
  applySettings(
    inner,
    settingNames.map(name => keywords.get(name) ?? null),
  )
  return new PyContextManager(inner, outer)
}

defineModule('_decimal', {
  doc: 'Decimal arithmetic.',
  functions: () => [
    builtin('getcontext($module, /)', () => currentContext(), 'The current context.'),
    builtin(
      'setcontext($module, context, /)',
      (context: Value) => {
        if (!(context instanceof PyDecimalContext)) raiseTypeError('argument must be a context')
        setCurrentContext(context)
      },
      'Make a context the current one.',
    ),
    builtin(
      'localcontext($module, /, ctx=None, **kwargs)',
      localContext,
      'A context manager that makes a copy of a context, with the settings given, the current one.',
    ),
    builtin('IEEEContext($module, bits, /)', ieeeContext, 'The context of an IEEE interchange format of so many bits.'),
  ],
  attributes: () => {
    const state = prepared()
    const [defaultContext, basic, extended] = state.templates as readonly Value[] as [Value, Value, Value]
    return {
      Decimal: decimalType,
      Context: contextType,
      DecimalTuple: state.tupleType,
      ...Object.fromEntries(decimalExceptions.map(type => [type.name, type])),
      DefaultContext: defaultContext,
      BasicContext: basic,
      ExtendedContext: extended,
      ...Object.fromEntries(roundingNames.map(name => [name, name])),
      HAVE_THREADS: true,
      HAVE_CONTEXTVAR: true,
      MAX_PREC: mostPrecision,
      MAX_EMAX: mostExponent,
      MIN_EMIN: leastExponent,
      MIN_ETINY: leastTiny,
      IEEE_CONTEXT_MAX_BITS: mostBits,
      __version__: '1.70',
      __libmpdec_version__: '2.5.1',
    }
  },
})
