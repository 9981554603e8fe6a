/** `type X = …`: typing.TypeAliasType. As Objects/typevarobject.c. */
import { builtinType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { getIter } from '../../objects/iteration.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, type Str } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { genericAlias } from '../../builtins/generic-alias-object.ts'
import { vm } from '../../objects/vm.ts'
import { ConstantEvaluator } from './constant-evaluator.ts'
import { PyTypeParameter, typeVarTupleType } from './parameters.ts'
import { unionOfParameters, unpacked } from './typing-functions.ts'

export const typeAliasType = builtinType('TypeAliasType', { module: 'typing', flags: TypeFlags.weakref })

class PyTypeAlias extends PyObject {
  readonly name: Str
  readonly parameters: PyTuple
  readonly evaluate: Value
  value: Value | undefined
  readonly module: Value
  constructor(name: Str, parameters: PyTuple, evaluate: Value, value: Value | undefined, type: PyType) {
    super(type)
    this.name = name
    this.parameters = parameters
    this.evaluate = evaluate
    this.value = value
    this.module = vm.frame?.globals.getStr('__name__') ?? null
  }
}

/** From the parts that the instruction gathers: name, type parameters or None, function that computes the value. */
export function makeTypeAlias(parts: Value): Value {
  const [name, parameters, evaluate] = (parts as PyTuple).items
  const tuple = parameters instanceof PyTuple ? parameters : emptyTuple
  return new PyTypeAlias(asStr(name!)!, tuple, evaluate!, undefined, typeAliasType)
}

function checkParameters(parameters: Value): PyTuple {
  if (!(parameters instanceof PyTuple)) raiseTypeError('type_params must be a tuple')
  let defaulted = false
  for (const each of parameters.items) {
    if (!(each instanceof PyTypeParameter)) raiseTypeError(`Expected a type param, got ${reprText(each)}`)
    const hasDefault = each.default.value !== undefined ? each.default.evaluator !== null && hasOwnDefault(each) : true
    if (defaulted && !hasDefault)
      raiseTypeError(`non-default type parameter '${reprText(each)}' follows default type parameter`)
    defaulted ||= hasDefault
  }
  return parameters
}

const hasOwnDefault = (parameter: PyTypeParameter): boolean =>
  call(parameter.type.lookup('has_default')!, [parameter]) === true

const construct = builtin(
  'typealias($type, name: str, value, *, type_params=())',
  (type: PyType, name: Str, value: Value, parameters: Value) =>
    new PyTypeAlias(name, checkParameters(parameters), null, value, type),
)
typeAliasType.new = (type, args, keywords) => construct.call(type, args, keywords)

function valueOf(self: PyTypeAlias): Value {
  if (self.value === undefined) self.value = call(self.evaluate, [])
  return self.value
}

typeAliasType.repr = (self: PyTypeAlias) => self.name
typeAliasType.or = unionOfParameters
typeAliasType.subscript = (self: PyTypeAlias, item) => {
  if (self.parameters.items.length === 0) raiseTypeError('Only generic type aliases are subscriptable')
  return genericAlias(self, item)
}
typeAliasType.iter = (self: PyTypeAlias) => getIter(new PyTuple([unpacked(self)]))

/** The parameters with those that stand for several types unpacked. */
const openParameters = (self: PyTypeAlias): Value =>
  new PyTuple(
    self.parameters.items.map(each =>
      each instanceof PyTypeParameter && each.type === typeVarTupleType ? unpacked(each) : each,
    ),
  )

defineType(typeAliasType, {
  doc: 'Type alias.\n\nType aliases are created through the type statement::\n\n    type Alias = int',
  methods: () => [builtin('__reduce__($self, /)', (self: PyTypeAlias) => self.name)],
  members: () => [['__name__', (self: PyTypeAlias) => self.name]],
  getset: () => [
    ['__parameters__', openParameters],
    ['__type_params__', (self: PyTypeAlias) => self.parameters],
    ['__value__', valueOf],
    [
      'evaluate_value',
      (self: PyTypeAlias) => (self.evaluate === null ? new ConstantEvaluator(valueOf(self)) : self.evaluate),
    ],
    ['__module__', (self: PyTypeAlias) => self.module],
  ],
})
