/** What `evaluate_bound` and its kin answer for a value that is there already: a function that gives it, or its source text. */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { indexOf } from '../../objects/operators.ts'
import { buildString, strOf } from '../../objects/str.ts'
import { repr } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { typeRepr } from '../../builtins/generic-parameters.ts'

const evaluatorType = builtinType('_ConstEvaluator', { module: '_typing' })

export class ConstantEvaluator extends PyObject {
  readonly value: Value
  constructor(value: Value) {
    super(evaluatorType)
    this.value = value
  }
}

/** annotationlib.Format.STRING */
const asString = 4

evaluatorType.call = ({ value }: ConstantEvaluator, args) => {
  if (args.length !== 1) raiseTypeError(`_ConstEvaluator expected 1 argument, got ${args.length}`)
  if (indexOf(args[0]!) !== asString) return value
  if (!(value instanceof PyTuple)) return strOf(typeRepr(value))
  const parts = value.items.map(typeRepr)
  return strOf(parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`)
}
evaluatorType.repr = ({ value }: ConstantEvaluator) => buildString(['<constevaluator ', repr(value), '>'])
defineType(evaluatorType, {})
