/** Operands of the instructions for operators, comparisons, intrinsics and special methods. */
import type { Cmpop, Operator } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import type { Location } from '../instruction.ts'
import type { Compiler } from './compiler.ts'

const o = opcodes

/** BINARY_OP's operand; the in-place operators come after the thirteen plain ones, in the same order. */
const binaryOperands: Record<Operator, number> = {
  Add: 0,
  BitAnd: 1,
  FloorDiv: 2,
  LShift: 3,
  MatMult: 4,
  Mult: 5,
  Mod: 6,
  BitOr: 7,
  Pow: 8,
  RShift: 9,
  Sub: 10,
  Div: 11,
  BitXor: 12,
}
export const IN_PLACE = 13
export const NB_SUBSCR = 26

export function emitBinary(c: Compiler, operator: Operator, offset: 0 | typeof IN_PLACE, location: Location): void {
  c.emitArg(o.BINARY_OP, binaryOperands[operator] + offset, location)
}

/** COMPARE_OP's operand: the comparison in the upper bits, below it the outcomes that make it true. */
const comparisonOperands = {
  Lt: (0 << 5) | 2,
  LtE: (1 << 5) | 10,
  Eq: (2 << 5) | 8,
  NotEq: (3 << 5) | 7,
  Gt: (4 << 5) | 4,
  GtE: (5 << 5) | 12,
}

export function emitCompare(c: Compiler, operator: Cmpop, location: Location): void {
  switch (operator) {
    case 'Is':
      c.emitArg(o.IS_OP, 0, location)
      break
    case 'IsNot':
      c.emitArg(o.IS_OP, 1, location)
      break
    case 'In':
      c.emitArg(o.CONTAINS_OP, 0, location)
      break
    case 'NotIn':
      c.emitArg(o.CONTAINS_OP, 1, location)
      break
    default:
      c.emitArg(o.COMPARE_OP, comparisonOperands[operator], location)
  }
}

/** CALL_INTRINSIC_1. */
export const INTRINSIC_PRINT = 1
export const INTRINSIC_IMPORT_STAR = 2
export const INTRINSIC_STOPITERATION_ERROR = 3
export const INTRINSIC_ASYNC_GEN_WRAP = 4
export const INTRINSIC_UNARY_POSITIVE = 5
export const INTRINSIC_LIST_TO_TUPLE = 6
export const INTRINSIC_TYPEVAR = 7
export const INTRINSIC_PARAMSPEC = 8
export const INTRINSIC_TYPEVARTUPLE = 9
export const INTRINSIC_SUBSCRIPT_GENERIC = 10
export const INTRINSIC_TYPEALIAS = 11

/** CALL_INTRINSIC_2. */
export const INTRINSIC_PREP_RERAISE_STAR = 1
export const INTRINSIC_TYPEVAR_WITH_BOUND = 2
export const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3
export const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4
export const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5

/** LOAD_SPECIAL. */
export const SPECIAL_ENTER = 0
export const SPECIAL_EXIT = 1
export const SPECIAL_AENTER = 2
export const SPECIAL_AEXIT = 3

/** LOAD_COMMON_CONSTANT. */
export const CONSTANT_ASSERTION_ERROR = 0
export const CONSTANT_NOT_IMPLEMENTED_ERROR = 1
export const CONSTANT_TUPLE = 2
export const CONSTANT_ALL = 3
export const CONSTANT_ANY = 4

/** RESUME. */
export const RESUME_AFTER_YIELD = 1
export const RESUME_AFTER_YIELD_FROM = 2
export const RESUME_AFTER_AWAIT = 3

/** SET_FUNCTION_ATTRIBUTE. */
export const FUNCTION_DEFAULTS = 0x01
export const FUNCTION_KWDEFAULTS = 0x02
export const FUNCTION_CLOSURE = 0x08
export const FUNCTION_ANNOTATE = 0x10
