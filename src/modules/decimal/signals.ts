/** The exceptions of decimal, and which flags of a context stand for which. As Modules/_decimal/_decimal.c. */
import { Flag, invalidFlags, type DecimalContext } from '../../base/decimal/context.ts'
import { typeType } from '../../objects/builtin-types.ts'
import { makeException } from '../../objects/exception.ts'
import { arithmeticErrorType, typeErrorType, zeroDivisionErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { builtinTypes, linearize, PyType, TypeFlags } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

function exception(name: string, ...bases: PyType[]): PyType {
  const type = new PyType(typeType, name, bases, TypeFlags.base | TypeFlags.dict)
  const order = linearize(bases)
  if (!Array.isArray(order)) throw new Error(`${name} has no order of bases`)
  type.module = 'decimal'
  type.mro = [type, ...order]
  type.solid = bases[0]!.solid
  builtinTypes.push(type)
  return type
}

export const decimalExceptionType = exception('DecimalException', arithmeticErrorType)
const invalidOperationType = exception('InvalidOperation', decimalExceptionType)
const floatOperationType = exception('FloatOperation', decimalExceptionType, typeErrorType)
const divisionByZeroType = exception('DivisionByZero', decimalExceptionType, zeroDivisionErrorType)
const inexactType = exception('Inexact', decimalExceptionType)
const roundedType = exception('Rounded', decimalExceptionType)
const subnormalType = exception('Subnormal', decimalExceptionType)
const overflowType = exception('Overflow', inexactType, roundedType)
const underflowType = exception('Underflow', inexactType, roundedType, subnormalType)
const clampedType = exception('Clamped', decimalExceptionType)

export interface Signal {
  readonly flag: number
  readonly type: PyType
}

/** In the order of flags dicts. */
export const signals: readonly Signal[] = [
  { flag: invalidFlags, type: invalidOperationType },
  { flag: Flag.floatOperation, type: floatOperationType },
  { flag: Flag.divisionByZero, type: divisionByZeroType },
  { flag: Flag.overflow, type: overflowType },
  { flag: Flag.underflow, type: underflowType },
  { flag: Flag.subnormal, type: subnormalType },
  { flag: Flag.inexact, type: inexactType },
  { flag: Flag.rounded, type: roundedType },
  { flag: Flag.clamped, type: clampedType },
]

/** What InvalidOperation can be in particular: named in an exception's arguments, never raised. */
const conditions: readonly Signal[] = [
  { flag: Flag.invalidOperation, type: invalidOperationType },
  { flag: Flag.conversionSyntax, type: exception('ConversionSyntax', invalidOperationType) },
  { flag: Flag.divisionImpossible, type: exception('DivisionImpossible', invalidOperationType) },
  { flag: Flag.divisionUndefined, type: exception('DivisionUndefined', invalidOperationType, zeroDivisionErrorType) },
  { flag: Flag.invalidContext, type: exception('InvalidContext', invalidOperationType) },
]

export const decimalExceptions: readonly PyType[] = [
  decimalExceptionType,
  ...signals.map(signal => signal.type),
  ...conditions.slice(1).map(condition => condition.type),
]

export const signalsIn = (flags: number): Signal[] => signals.filter(({ flag }) => (flags & flag) !== 0)

function raiseSignals(trapped: number): never {
  const particular = [...conditions, ...signals.slice(1)].filter(({ flag }) => (trapped & flag) !== 0)
  throw makeException(signalsIn(trapped)[0]!.type, new PyList(particular.map(({ type }) => type as Value)))
}

/** What an operation has noted becomes the context's status, and an exception if it is trapped. */
export function settle(context: DecimalContext): void {
  const { pending } = context
  if (pending === 0) return
  context.pending = 0
  context.status |= pending
  const trapped = pending & context.traps
  if (trapped !== 0) raiseSignals(trapped)
}
