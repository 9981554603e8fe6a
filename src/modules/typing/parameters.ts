/**
 * TypeVar, ParamSpec and TypeVarTuple. As Objects/typevarobject.c.
 *
 * The bound, the constraints and the default of a parameter made by syntax are functions, called when somebody asks; for those given to
 * a constructor, `evaluate_bound` and its kin answer functions that return the value.
 */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { equals } from '../../objects/compare.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { getIter, itemsOf } from '../../objects/iteration.ts'
import { NotImplemented } from '../../objects/number.ts'
import { type Builtin, builtin } from '../../objects/signature.ts'
import { EQ, NE } from '../../objects/slots.ts'
import { concatStr, type Str, asStr } from '../../objects/str.ts'
import { repr, strText } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { ConstantEvaluator } from './constant-evaluator.ts'
import { NoDefault } from './no-default.ts'
import { callTyping, rememberModule, unionOfParameters, unpacked } from './typing-functions.ts'

const flags = TypeFlags.dict | TypeFlags.weakref
export const typeVarType = builtinType('TypeVar', { module: 'typing', flags })
export const paramSpecType = builtinType('ParamSpec', { module: 'typing', flags })
export const typeVarTupleType = builtinType('TypeVarTuple', { module: 'typing', flags })
export const paramSpecArgsType = builtinType('ParamSpecArgs', { module: 'typing', flags: TypeFlags.weakref })
export const paramSpecKwargsType = builtinType('ParamSpecKwargs', { module: 'typing', flags: TypeFlags.weakref })

/** A value, or the function that computes it when it is first asked for. */
class Lazy {
  value: Value | undefined
  readonly evaluate: Value
  constructor(value: Value | undefined, evaluate: Value) {
    this.value = value
    this.evaluate = evaluate
  }

  get(): Value {
    if (this.value === undefined) this.value = call(this.evaluate, [])
    return this.value
  }

  /** What `evaluate_…` answers. */
  get evaluator(): Value {
    return this.evaluate === null && this.value !== undefined ? new ConstantEvaluator(this.value) : this.evaluate
  }
}

const absent = new Lazy(null, null)
const given = (value: Value): Lazy => new Lazy(value, null)
const lazily = (evaluate: Value): Lazy => (evaluate === null ? absent : new Lazy(undefined, evaluate))
const noDefault = new Lazy(NoDefault, null)

type Variance = 'invariant' | 'covariant' | 'contravariant' | 'inferred'

export class PyTypeParameter extends PyObject {
  readonly name: Str
  readonly bound: Lazy
  readonly constraints: Lazy
  readonly variance: Variance
  default: Lazy
  constructor(name: Str, bound: Lazy, constraints: Lazy, variance: Variance, fallback: Lazy, type: PyType) {
    super(type)
    this.name = name
    this.bound = bound
    this.constraints = constraints
    this.variance = variance
    this.default = fallback
  }
}

/** For syntax: bound and constraints are functions, or None. */
export const makeParameter = (type: PyType, name: Str, bound: Value, constraints: Value): PyTypeParameter =>
  new PyTypeParameter(name, lazily(bound), lazily(constraints), 'inferred', noDefault, type)

export function setDefault(parameter: Value, evaluate: Value): Value {
  if (parameter instanceof PyTypeParameter) parameter.default = new Lazy(undefined, evaluate)
  return parameter
}

function varianceOf(covariant: boolean, contravariant: boolean, inferred: boolean): Variance {
  if (covariant && contravariant) raise(valueErrorType, 'Bivariant types are not supported.')
  if (inferred && (covariant || contravariant))
    raise(valueErrorType, 'Variance cannot be specified with infer_variance.')
  return inferred ? 'inferred' : covariant ? 'covariant' : contravariant ? 'contravariant' : 'invariant'
}

const boundOf = (value: Value): Lazy =>
  value === null ? absent : given(callTyping('_type_check', [value, 'Bound must be a type.']))

const defaultOf = (value: Value): Lazy => (value === NoDefault ? noDefault : given(value))

/** The default of the default: `None` is one. */
const orNoDefault = (value: Value | undefined): Value => (value === undefined ? NoDefault : value)

function constructor(type: PyType, signature: string, make: (...args: never[]) => Value): void {
  const method = builtin(signature, make)
  type.new = (subtype, args, keywords) => method.call(subtype, args, keywords)
}

constructor(
  typeVarType,
  'typevar($type, name: str, *constraints, bound=None, default=<unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)',
  (
    type: PyType,
    name: Str,
    constraints: Value[],
    bound: Value,
    fallback: Value | undefined,
    co: boolean,
    contra: boolean,
    infer: boolean,
  ) => {
    const variance = varianceOf(co, contra, infer)
    const upper = boundOf(bound)
    if (constraints.length === 1) raiseTypeError('A single constraint is not allowed')
    if (constraints.length > 0 && bound !== null) raiseTypeError('Constraints cannot be combined with bound=...')
    const limits = constraints.length === 0 ? absent : given(new PyTuple(constraints))
    const result = new PyTypeParameter(name, upper, limits, variance, defaultOf(orNoDefault(fallback)), type)
    rememberModule(result)
    return result
  },
)
constructor(
  paramSpecType,
  'paramspec($type, name: str, *, bound=None, default=<unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)',
  (
    type: PyType,
    name: Str,
    bound: Value,
    fallback: Value | undefined,
    co: boolean,
    contra: boolean,
    infer: boolean,
  ) => {
    const variance = varianceOf(co, contra, infer)
    const result = new PyTypeParameter(name, boundOf(bound), absent, variance, defaultOf(orNoDefault(fallback)), type)
    rememberModule(result)
    return result
  },
)
constructor(
  typeVarTupleType,
  'typevartuple($type, name: str, *, default=<unrepresentable>)',
  (type: PyType, name: Str, fallback: Value | undefined) => {
    const result = new PyTypeParameter(name, absent, absent, 'inferred', defaultOf(orNoDefault(fallback)), type)
    rememberModule(result)
    return result
  },
)

const signs: Readonly<Record<Variance, string>> = { invariant: '~', covariant: '+', contravariant: '-', inferred: '' }
const reprOf = (self: PyTypeParameter): Str => concatStr(signs[self.variance], self.name)

for (const type of [typeVarType, paramSpecType]) {
  type.repr = reprOf
  type.or = unionOfParameters
}
typeVarTupleType.repr = (self: PyTypeParameter) => self.name
typeVarTupleType.iter = (self: PyTypeParameter) => getIter(new PyTuple([unpacked(self)]))

/** As typevar_typing_prepare_subst: a missing argument is the default. */
function prepareTypeVar(self: PyTypeParameter, alias: Value, args: Value): Value {
  const parameters = itemsOf(lookupAttribute(alias, '__parameters__'))
  const given = itemsOf(args)
  const index = parameters.findIndex(each => equals(each, self))
  if (index < given.length) return args
  if (index === given.length) {
    const value = self.default.get()
    if (value !== NoDefault) return new PyTuple([...given, value])
  }
  raiseTypeError(`Too few arguments for ${strText(alias)}; actual ${given.length}, expected at least ${index + 1}`)
}

const cannotSubclass = (name: string): Builtin =>
  builtin('__mro_entries__($self, object, /)', () => raiseTypeError(`Cannot subclass an instance of ${name}`))

const common = (): Builtin[] => [
  builtin('has_default($self, /)', (self: PyTypeParameter) => self.default !== noDefault),
  builtin('__reduce__($self, /)', (self: PyTypeParameter) => self.name),
]
const subst = (name: string): Builtin =>
  builtin('__typing_subst__($self, arg, /)', (self: PyTypeParameter, arg: Value) => callTyping(name, [self, arg]))
const prepare = (name: string): Builtin =>
  builtin('__typing_prepare_subst__($self, alias, args, /)', (self: PyTypeParameter, alias: Value, args: Value) =>
    callTyping(name, [self, alias, args]),
  )

const nameMember = ['__name__', (self: PyTypeParameter) => self.name] as const
const varianceMembers = [
  ['__covariant__', (self: PyTypeParameter) => self.variance === 'covariant'],
  ['__contravariant__', (self: PyTypeParameter) => self.variance === 'contravariant'],
  ['__infer_variance__', (self: PyTypeParameter) => self.variance === 'inferred'],
] as const
const boundMember = ['__bound__', (self: PyTypeParameter) => self.bound.get()] as const
const defaultGetSets = [
  ['__default__', (self: PyTypeParameter) => self.default.get()],
  ['evaluate_default', (self: PyTypeParameter) => (self.default === noDefault ? null : self.default.evaluator)],
] as const

defineType(typeVarType, {
  doc: 'Type variable.\n\nThe preferred way to construct a type variable is via the dedicated\nsyntax for generic functions, classes, and type aliases.',
  attributes: () => ({ __module__: 'typing' }),
  methods: () => [
    subst('_typevar_subst'),
    builtin('__typing_prepare_subst__($self, alias, args, /)', prepareTypeVar),
    cannotSubclass('TypeVar'),
    ...common(),
  ],
  members: () => [nameMember, ...varianceMembers],
  getset: () => [
    boundMember,
    ['__constraints__', (self: PyTypeParameter) => (self.constraints === absent ? emptyTuple : self.constraints.get())],
    ['evaluate_bound', (self: PyTypeParameter) => (self.bound === absent ? null : self.bound.evaluator)],
    [
      'evaluate_constraints',
      (self: PyTypeParameter) => (self.constraints === absent ? null : self.constraints.evaluator),
    ],
    ...defaultGetSets,
  ],
})

defineType(paramSpecType, {
  doc: 'Parameter specification variable.\n\nThe preferred way to construct a parameter specification is via the\ndedicated syntax for generic functions, classes, and type aliases.',
  attributes: () => ({ __module__: 'typing' }),
  methods: () => [
    subst('_paramspec_subst'),
    prepare('_paramspec_prepare_subst'),
    cannotSubclass('ParamSpec'),
    ...common(),
  ],
  members: () => [nameMember, boundMember, ...varianceMembers],
  getset: () => [
    [
      'args',
      (self: PyTypeParameter) => new PyParamSpecPart(self, paramSpecArgsType),
      null,
      'Represents positional arguments.',
    ],
    [
      'kwargs',
      (self: PyTypeParameter) => new PyParamSpecPart(self, paramSpecKwargsType),
      null,
      'Represents keyword arguments.',
    ],
    ...defaultGetSets,
  ],
})

defineType(typeVarTupleType, {
  doc: 'Type variable tuple. A specialized form of type variable that enables\nvariadic generics.',
  attributes: () => ({ __module__: 'typing' }),
  methods: () => [
    builtin('__typing_subst__($self, arg, /)', () =>
      raiseTypeError('Substitution of bare TypeVarTuple is not supported'),
    ),
    prepare('_typevartuple_prepare_subst'),
    cannotSubclass('TypeVarTuple'),
    ...common(),
  ],
  members: () => [nameMember],
  getset: () => [...defaultGetSets],
})

/** `P.args` and `P.kwargs`. */
class PyParamSpecPart extends PyObject {
  readonly origin: Value
  constructor(origin: Value, type: PyType) {
    super(type)
    this.origin = origin
  }
}

for (const [type, what] of [
  [paramSpecArgsType, 'args'],
  [paramSpecKwargsType, 'kwargs'],
] as const) {
  constructor(
    type,
    `paramspec${what}($type, origin)`,
    (subtype: PyType, origin: Value) => new PyParamSpecPart(origin, subtype),
  )
  type.repr = ({ origin }: PyParamSpecPart) =>
    concatStr(origin instanceof PyTypeParameter ? origin.name : repr(origin), `.${what}`)
  type.hash = null
  type.richcompare = (self: PyParamSpecPart, other, op) => {
    if (!(other instanceof PyParamSpecPart) || typeOf(other) !== type || (op !== EQ && op !== NE)) return NotImplemented
    return equals(self.origin, other.origin) === (op === EQ)
  }
  defineType(type, {
    methods: () => [cannotSubclass(type.name)],
    members: () => [['__origin__', (self: PyParamSpecPart) => self.origin]],
  })
}

/** The name of a parameter given as any str. */
export const parameterName = (name: Value): Str => asStr(name) ?? ''
