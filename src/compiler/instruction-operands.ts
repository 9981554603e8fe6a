/**
 * Reads finished code: its instructions, with operands put together and jumps resolved, and what an operand stands
 * for, in words.
 */
import type { Code, CodeConstant } from './code.ts'
import {
  deoptTable,
  hasArg,
  hasConst,
  hasFree,
  hasJump,
  hasLocal,
  hasName,
  inlineCacheEntries,
  opcodeFlags,
  opcodes,
} from './generated/opcodes.ts'
import { pythonRepr } from './unparse-constants.ts'

const o = opcodes

export interface DecodedInstruction {
  /** In bytes, of the instruction itself, behind its EXTENDED_ARGs (which are listed too). */
  readonly offset: number
  readonly opcode: number
  /** Null for an instruction without one. */
  readonly oparg: number | null
  /** Offset in bytes that it may jump to. */
  readonly target: number | null
}

export function decodeInstructions(code: Code): DecodedInstruction[] {
  const bytes = code.code
  const instructions: DecodedInstruction[] = []
  let extended = 0
  for (let offset = 0; offset < bytes.length; ) {
    const opcode = bytes[offset]!
    const base = deoptTable[opcode]!
    const hasOperand = (opcodeFlags[base]! & hasArg) !== 0
    const oparg = hasOperand ? bytes[offset + 1]! | extended : null
    const end = offset + 2 + 2 * inlineCacheEntries[base]!
    extended = base === o.EXTENDED_ARG ? oparg! << 8 : 0
    const isJump = (opcodeFlags[base]! & hasJump) !== 0
    instructions.push({ offset, opcode, oparg, target: isJump ? jumpTarget(base, oparg!, end) : null })
    offset = end
  }
  return instructions
}

function jumpTarget(opcode: number, oparg: number, end: number): number {
  if (opcode === o.END_ASYNC_FOR) return end - 2 * oparg
  const isBackward = opcode === o.JUMP_BACKWARD || opcode === o.JUMP_BACKWARD_NO_INTERRUPT
  return isBackward ? end - 2 * oparg : end + 2 * oparg
}

const comparisons = ['<', '<=', '==', '!=', '>', '>=']
const operators = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^']
const binaryOperators = [...operators, ...operators.map(operator => `${operator}=`), '[]']
const conversions = ['', 'str', 'repr', 'ascii']
const functionAttributes = ['defaults', 'kwdefaults', 'annotations', 'closure', 'annotate']
const intrinsics1 = [
  'INTRINSIC_1_INVALID',
  'INTRINSIC_PRINT',
  'INTRINSIC_IMPORT_STAR',
  'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP',
  'INTRINSIC_UNARY_POSITIVE',
  'INTRINSIC_LIST_TO_TUPLE',
  'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC',
  'INTRINSIC_TYPEVARTUPLE',
  'INTRINSIC_SUBSCRIPT_GENERIC',
  'INTRINSIC_TYPEALIAS',
]
const intrinsics2 = [
  'INTRINSIC_2_INVALID',
  'INTRINSIC_PREP_RERAISE_STAR',
  'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
  'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
  'INTRINSIC_SET_TYPEPARAM_DEFAULT',
]
const commonConstants = [
  'AssertionError',
  'NotImplementedError',
  'tuple',
  '<built-in function all>',
  '<built-in function any>',
]
const specialMethods = ['__enter__', '__exit__', '__aenter__', '__aexit__']

/** As `dis` shows it in parentheses; empty where the number says it all. Jumps are the caller's. */
export function describeOperand(code: Code, opcode: number, oparg: number): string {
  const base = deoptTable[opcode]!
  const flags = opcodeFlags[base]!
  if (flags & hasConst) return pythonRepr(code.consts[oparg] as CodeConstant)
  if (flags & hasName) return describeName(code, base, oparg)
  switch (base) {
    case o.LOAD_FAST_LOAD_FAST:
    case o.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
    case o.STORE_FAST_LOAD_FAST:
    case o.STORE_FAST_STORE_FAST:
      return `${code.localsplusnames[oparg >> 4]}, ${code.localsplusnames[oparg & 15]}`
    case o.COMPARE_OP: {
      const comparison = comparisons[oparg >> 5]!
      return oparg & 16 ? `bool(${comparison})` : comparison
    }
    case o.CONVERT_VALUE:
      return conversions[oparg]!
    case o.SET_FUNCTION_ATTRIBUTE:
      return functionAttributes.filter((_, i) => oparg & (1 << i)).join(', ')
    case o.BINARY_OP:
      return binaryOperators[oparg]!
    case o.CALL_INTRINSIC_1:
      return intrinsics1[oparg]!
    case o.CALL_INTRINSIC_2:
      return intrinsics2[oparg]!
    case o.LOAD_COMMON_CONSTANT:
      return commonConstants[oparg]!
    case o.LOAD_SPECIAL:
      return specialMethods[oparg]!
    case o.IS_OP:
      return oparg ? 'is not' : 'is'
    case o.CONTAINS_OP:
      return oparg ? 'not in' : 'in'
  }
  return flags & (hasLocal | hasFree) ? code.localsplusnames[oparg]! : ''
}

function describeName(code: Code, opcode: number, oparg: number): string {
  switch (opcode) {
    case o.LOAD_GLOBAL:
      return code.names[oparg >> 1]! + (oparg & 1 ? ' + NULL' : '')
    case o.LOAD_ATTR:
      return code.names[oparg >> 1]! + (oparg & 1 ? ' + NULL|self' : '')
    case o.LOAD_SUPER_ATTR:
      return code.names[oparg >> 2]! + (oparg & 1 ? ' + NULL|self' : '')
  }
  return code.names[oparg]!
}
