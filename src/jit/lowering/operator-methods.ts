/**
 * Operators that methods in Python decide (interpreter/operator-methods.ts): the method is inlined.
 *
 * Its frame state has NotImplemented for its instance, the operands stay on the caller's stack, and where it returns what is not simply the operator's
 * value, the unit is left before that RETURN_VALUE, so that tier 1 finishes the operator.
 */
import { opcodes } from '../../compiler/generated/opcodes.ts'
import { OperatorCache } from '../../interpreter/inline-caches.ts'
import { operandsOf } from '../../interpreter/operator-methods.ts'
import { floatType, intType, notImplementedType, strType } from '../../objects/builtin-types.ts'
import { type PyCode, PyFunction } from '../../objects/frame.ts'
import { NotImplemented } from '../../objects/number.ts'
import type { PyType } from '../../objects/type.ts'
import type { Builder } from '../builder.ts'
import { genericOpcode, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isUnstable } from '../profile.ts'
import type { FrameState, Operand } from '../state.ts'
import { guardVersion, inline, mayInline } from './calls.ts'

/** Enters the method that tier 1 has met at the operator, whose operands these are. */
export function enterMethod(b: Builder, ...operands: Operand[]): boolean {
  const cache = b.code.caches[b.at + 1]
  if (!(cache instanceof OperatorCache) || isUnstable(b.code, b.at)) return false
  const { func, version, at, types, typeVersion } = cache
  if (func.version !== version || types[at]!.version !== typeVersion || !mayEnter(b, func.code)) return false
  for (const [i, operand] of operands.entries()) guardTypeOf(b, operand, types[i]!)
  const self = operands.splice(at, 1)[0]!
  return enter(b, types[at]!, func, [self, ...operands])
}

/** Enters the setter of a property that tier 1 has met at STORE_ATTR; the value may be of any type. */
export function enterSetter(b: Builder, owner: Operand, value: Operand): boolean {
  const cache = b.code.caches[b.at + 1]
  if (!(cache instanceof OperatorCache) || isUnstable(b.code, b.at)) return false
  const { func, version, types, typeVersion } = cache
  const type = types[1]!
  if (func.version !== version || type.version !== typeVersion || !mayEnter(b, func.code)) return false
  b.guardType(owner, type)
  return enter(b, type, func, [owner, value])
}

/** Enters the method that the type of the operand has under that name, if the type is known, or was a moment ago. */
export function enterMethodNamed(b: Builder, name: string, self: Operand): boolean {
  const { type } = self.known
  const func = type?.isHeap === true ? type.lookup(name) : undefined
  if (!(func instanceof PyFunction) || !func.code.isSimple || func.code.argcount !== 1) return false
  if (!mayEnter(b, func.code) || isUnstable(b.code, b.at)) return false
  b.guardType(self, type!)
  return enter(b, type!, func, [self])
}

const mayEnter = (b: Builder, code: PyCode): boolean => mayInline(b, code) && !returnsOther(code)

function enter(b: Builder, type: PyType, func: PyFunction, args: readonly Operand[]): boolean {
  b.relyOn(type)
  const method = b.constant(func)
  guardVersion(b, method, func.version)
  return inline(b, method, func, args, b.constant(NotImplemented))
}

function guardTypeOf(b: Builder, operand: Operand, type: PyType): void {
  if (type === intType) b.guardInt(operand)
  else if (type === floatType) b.guardFloat(operand)
  else if (type === strType) b.guardStr(operand)
  else b.guardType(operand, type)
}

/** Has it turned out to return what is not the operator's value, as NotImplemented is not? */
function returnsOther(code: PyCode): boolean {
  for (let at = 0; at < code.units.length; at++)
    if (genericOpcode(unitAt(code, at) & 255) === opcodes.RETURN_VALUE && isUnstable(code, at)) return true
  return false
}

export const isOperator = (instance: Operand): boolean => instance.known.constant === NotImplemented

/** Is it the frame of a `__next__` that a FOR_ITER has entered? What it raises comes to that first, and then to handlers around it. */
export function isIteration({ instance, context }: FrameState): boolean {
  if (instance === null || !isOperator(instance)) return false
  return genericOpcode(unitAt(context.parent!.code, context.callAt) & 255) === opcodes.FOR_ITER
}

/** In the method, before it returns: what the operator's value is. Undefined where tier 1 is to say that. */
export function operatorResult(b: Builder, value: Operand): Operand | undefined {
  const { parent, callAt } = b.frame.context
  const unit = unitAt(parent!.code, callAt)
  const oparg = unit >> 8
  switch (genericOpcode(unit & 255)) {
    case opcodes.COMPARE_OP:
      return (oparg & 16) === 0 ? implemented(b, value) : asBool(b, value)
    case opcodes.CONTAINS_OP: {
      const found = asBool(b, value)
      return found !== undefined && oparg === 1 ? b.one('_NOT', [found], k.bool) : found
    }
    case opcodes.TO_BOOL: {
      const { func } = b.frame.context
      const isLength = func !== null && func === lengthMethodAt(parent!.code, callAt)
      return isLength ? b.one('_BOOL_INT', [asLength(b, value)], k.bool) : asBool(b, value)
    }
    case opcodes.CALL:
      return asLength(b, value)
    case opcodes.FOR_ITER:
    case opcodes.STORE_SUBSCR:
    case opcodes.STORE_ATTR:
    case opcodes.UNARY_NEGATIVE:
    case opcodes.UNARY_INVERT:
      return value
    default:
      return implemented(b, value)
  }
}

function implemented(b: Builder, value: Operand): Operand {
  const { kind, type } = b.known(value)
  const isSure = kind !== 'any' && (kind !== 'object' || (type !== null && type !== notImplementedType))
  return isSure ? value : b.one('_GUARD_IMPLEMENTED', [value], k.some)
}

function asBool(b: Builder, value: Operand): Operand | undefined {
  if (value.known.kind === 'bool') return value
  return value.known.kind === 'any' ? b.one('_GUARD_BOOL', [value], k.bool) : undefined
}

function asLength(b: Builder, value: Operand): Operand {
  b.guardInt(value)
  return value.known.low >= 0 ? value : b.one('_GUARD_LENGTH', [value], k.intBetween(0, k.safe))
}

/** The `__len__` that is asked for the truth of what has no `__bool__`. */
function lengthMethodAt(code: PyCode, at: number): PyFunction | undefined {
  const cache = code.caches[at + 1]
  return cache instanceof OperatorCache && cache.types[0]!.lookup('__bool__') === undefined ? cache.func : undefined
}

/** Back in the caller, takes the operands from the stack and puts the value there, if there is one. */
export function finishOperator(b: Builder, callAt: number, value: Operand): void {
  const unit = unitAt(b.code, callAt)
  const opcode = genericOpcode(unit & 255)
  b.popMany(operandsOf(opcode, unit >> 8))
  if (opcode !== opcodes.STORE_SUBSCR && opcode !== opcodes.STORE_ATTR) b.push(value)
}
