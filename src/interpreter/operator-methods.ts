/**
 * Operators that methods in Python decide (`__add__`, `__lt__`, `__contains__`, `__bool__`, `__setitem__`, `__next__` of a loop, the setter of a property): which method
 * that is, and what becomes of what it returns, where it was entered as a frame and not called by the operator's slot.
 *
 * Meanwhile the operands stay on the caller's stack. If the answer is NotImplemented, the operator begins anew from there, and takes that for
 * the method's answer (`answered`), so that all else happens as if it had called the method.
 */
import { deoptTable, opcodes } from '../compiler/generated/opcodes.ts'
import { complexType, floatType, intType, typeOf } from '../objects/builtin-types.ts'
import { richCompare } from '../objects/compare.ts'
import type { PyProperty } from '../objects/callable.ts'
import { type PyBaseException, raised } from '../objects/exception.ts'
import { stopIterationType } from '../objects/exception-types.ts'
import { type Frame, FrameKind, PyFunction } from '../objects/frame.ts'
import { NotImplemented } from '../objects/number.ts'
import { answered, boolOf, compareNames, lengthOf } from '../objects/slot-functions.ts'
import type { CompareOp } from '../objects/slots.ts'
import { truth } from '../objects/truth.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { NB_INPLACE } from './binary-opargs.ts'
import { loopEnd } from './dispatch-support.ts'
import { OperatorCache } from './inline-caches.ts'
import { prepareCode } from './prepare.ts'
import { Reraise } from './raising.ts'
import { binaryOperations } from './subscripts.ts'

/** By oparg of BINARY_OP, without what surrounds them in the methods' names. */
const names = 'add and floordiv lshift matmul mul mod or pow rshift sub truediv xor'.split(' ')

/** The method of the operand at `at`, if it is a function in Python that takes all operands. */
function methodOf(name: string, at: number, ...operands: Value[]): OperatorCache | undefined {
  const type = typeOf(operands[at]!)
  return entered(type.isHeap ? type.lookup(name) : undefined, at, operands)
}

function entered(found: Value | undefined, at: number, operands: readonly Value[]): OperatorCache | undefined {
  if (!(found instanceof PyFunction) || !found.code.isSimple || found.code.argcount !== operands.length)
    return undefined
  if (found.code.template.length === 0) prepareCode(found.code)
  return new OperatorCache(found, at, operands.map(typeOf))
}

/** A type that comes first where it is on the right, since it may override what it inherits. */
const overrides = (right: PyType, left: PyType): boolean => right !== left && right.isSubtypeOf(left)

/** Does its own method answer NotImplemented for any class that it knows nothing of? */
const knowsOwn = (type: PyType): boolean => type === intType || type === floatType || type === complexType

/** The method that `left OP right` calls first; undefined if it is none in Python, or if that is hard to say. */
export function binaryMethod(oparg: number, left: Value, right: Value): OperatorCache | undefined {
  const name = names[oparg % NB_INPLACE]!
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  if (oparg >= NB_INPLACE && leftType.lookup(`__i${name}__`) !== undefined)
    return methodOf(`__i${name}__`, 0, left, right)
  if (overrides(rightType, leftType)) return undefined
  return knowsOwn(leftType) ? methodOf(`__r${name}__`, 1, left, right) : methodOf(`__${name}__`, 0, left, right)
}

export const compareMethod = (op: CompareOp, left: Value, right: Value): OperatorCache | undefined =>
  overrides(typeOf(right), typeOf(left)) ? undefined : methodOf(compareNames[op]!, 0, left, right)

/** It takes the container first, as its self. */
export const containsMethod = (item: Value, container: Value): OperatorCache | undefined =>
  methodOf('__contains__', 1, item, container)

export const truthMethod = (value: Value): OperatorCache | undefined =>
  typeOf(value).lookup('__bool__') === undefined ? methodOf('__len__', 0, value) : methodOf('__bool__', 0, value)

export const nextMethod = (iterator: Value): OperatorCache | undefined => methodOf('__next__', 0, iterator)

export const storeMethod = (container: Value, key: Value, value: Value): OperatorCache | undefined =>
  methodOf('__setitem__', 0, container, key, value)

/** Its operands are as STORE_ATTR has them on the stack. */
export const setterMethod = ({ setter }: PyProperty, value: Value, owner: Value): OperatorCache | undefined =>
  entered(setter, 1, [value, owner])

/** How many places of the stack the operands take. */
export function operandsOf(opcode: number, oparg: number): number {
  switch (opcode) {
    case opcodes.TO_BOOL:
    case opcodes.UNARY_NEGATIVE:
    case opcodes.UNARY_INVERT:
      return 1
    case opcodes.STORE_SUBSCR:
      return 3
    // Of `len`.
    case opcodes.CALL:
      return oparg + 2
    // The iterator stays where it is.
    case opcodes.FOR_ITER:
      return 0
    default:
      return 2
  }
}

/** What the method has returned, as the caller gets it, whose stack it leaves as the instruction does but for the result. */
export function finishOperator(method: Frame, result: Value): Value {
  const caller = method.previous!
  vm.frame = caller
  try {
    return finished(caller, method.func!, result)
  } catch (thrown) {
    // In the caller, since the method has ended.
    throw new Reraise(raised(thrown))
  }
}

function finished(caller: Frame, func: PyFunction, result: Value): Value {
  const { code, slots, lasti, sp } = caller
  const opcode = deoptTable[code.units[lasti]! & 255]!
  const oparg = code.units[lasti]! >> 8
  const left = slots[sp - 2]!
  const right = slots[sp - 1]!
  caller.sp -= operandsOf(opcode, oparg)
  switch (opcode) {
    case opcodes.BINARY_OP:
      return result === NotImplemented ? goneOn(left, right, binaryOperations[oparg]!) : result
    case opcodes.COMPARE_OP: {
      const compare = (): Value => richCompare(left, right, (oparg >> 5) as CompareOp)
      const answer = result === NotImplemented ? goneOn(left, right, compare) : result
      return (oparg & 16) === 0 ? answer : truth(answer)
    }
    case opcodes.CONTAINS_OP:
      return truth(result) !== (oparg === 1)
    case opcodes.TO_BOOL:
      return typeOf(right).lookup('__bool__') === func ? boolOf(result) : lengthOf(result) !== 0
    case opcodes.CALL:
      return lengthOf(result)
    case opcodes.STORE_SUBSCR:
    case opcodes.STORE_ATTR:
      // It has no value: what is the top of the stack then, or a local, is put where it is.
      return slots[--caller.sp]!
    default:
      return result
  }
}

/** Is it a `__next__` that a FOR_ITER has entered, and what it raises the end of the iteration? Then its caller goes on behind the loop. */
export function endsIteration({ kind, instance, previous }: Frame, exception: PyBaseException): boolean {
  if (kind !== FrameKind.init || instance !== NotImplemented || previous === null) return false
  const { code, lasti } = previous
  const opcode = deoptTable[code.units[lasti]! & 255]
  if (opcode !== opcodes.FOR_ITER || !exception.type.isSubtypeOf(stopIterationType)) return false
  previous.pc = loopEnd(code, lasti)
  return true
}

/** What the operator gives, of which the method of one operand has answered NotImplemented: that of the right one if the left is of a builtin type. */
function goneOn(left: Value, right: Value, operate: (left: Value, right: Value) => Value): Value {
  answered.self = typeOf(left).isHeap ? left : right
  try {
    return operate(left, right)
  } finally {
    answered.self = undefined
  }
}
