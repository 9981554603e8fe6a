/**
 * How many values each instruction takes from the operand stack and how many it leaves.
 *
 * Both are linear in the operand for nearly all instructions, so a row is (popped, pushed) with an optional factor
 * for each; the few others are written out as functions below the table.
 */
import { opcodeNames, opcodes } from './generated/opcodes.ts'
import { isBlockPush } from './instruction.ts'

type Row = readonly [popped: number, pushed: number, poppedPerArg?: number, pushedPerArg?: number]

const rows: Record<string, Row> = {
  BINARY_OP: [2, 1],
  BINARY_SLICE: [3, 1],
  BUILD_LIST: [0, 1, 1],
  BUILD_MAP: [0, 1, 2],
  BUILD_SET: [0, 1, 1],
  BUILD_SLICE: [0, 1, 1],
  BUILD_STRING: [0, 1, 1],
  BUILD_TEMPLATE: [2, 1],
  BUILD_TUPLE: [0, 1, 1],
  CALL: [2, 1, 1],
  CALL_FUNCTION_EX: [4, 1],
  CALL_INTRINSIC_1: [1, 1],
  CALL_INTRINSIC_2: [2, 1],
  CALL_KW: [3, 1, 1],
  CHECK_EG_MATCH: [2, 2],
  CHECK_EXC_MATCH: [2, 2],
  CLEANUP_THROW: [3, 2],
  COMPARE_OP: [2, 1],
  CONTAINS_OP: [2, 1],
  CONVERT_VALUE: [1, 1],
  COPY: [0, 1, 1, 1],
  DELETE_ATTR: [1, 0],
  DELETE_SUBSCR: [2, 0],
  DICT_MERGE: [4, 3, 1, 1],
  DICT_UPDATE: [1, 0, 1, 1],
  END_ASYNC_FOR: [2, 0],
  END_FOR: [1, 0],
  END_SEND: [2, 1],
  EXIT_INIT_CHECK: [1, 0],
  FORMAT_SIMPLE: [1, 1],
  FORMAT_WITH_SPEC: [2, 1],
  FOR_ITER: [1, 2],
  GET_AITER: [1, 1],
  GET_ANEXT: [1, 2],
  GET_AWAITABLE: [1, 1],
  GET_ITER: [1, 1],
  GET_LEN: [1, 2],
  GET_YIELD_FROM_ITER: [1, 1],
  IMPORT_FROM: [1, 2],
  IMPORT_NAME: [2, 1],
  INTERPRETER_EXIT: [1, 0],
  IS_OP: [2, 1],
  JUMP_IF_FALSE: [1, 1],
  JUMP_IF_TRUE: [1, 1],
  LIST_APPEND: [1, 0, 1, 1],
  LIST_EXTEND: [1, 0, 1, 1],
  LOAD_BUILD_CLASS: [0, 1],
  LOAD_CLOSURE: [0, 1],
  LOAD_COMMON_CONSTANT: [0, 1],
  LOAD_CONST: [0, 1],
  LOAD_DEREF: [0, 1],
  LOAD_FAST: [0, 1],
  LOAD_FAST_AND_CLEAR: [0, 1],
  LOAD_FAST_BORROW: [0, 1],
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: [0, 2],
  LOAD_FAST_CHECK: [0, 1],
  LOAD_FAST_LOAD_FAST: [0, 2],
  LOAD_FROM_DICT_OR_DEREF: [1, 1],
  LOAD_FROM_DICT_OR_GLOBALS: [1, 1],
  LOAD_LOCALS: [0, 1],
  LOAD_NAME: [0, 1],
  LOAD_SMALL_INT: [0, 1],
  LOAD_SPECIAL: [1, 2],
  MAKE_FUNCTION: [1, 1],
  MAP_ADD: [2, 0, 1, 1],
  MATCH_CLASS: [3, 1],
  MATCH_KEYS: [2, 3],
  MATCH_MAPPING: [1, 2],
  MATCH_SEQUENCE: [1, 2],
  POP_EXCEPT: [1, 0],
  POP_ITER: [1, 0],
  POP_JUMP_IF_FALSE: [1, 0],
  POP_JUMP_IF_NONE: [1, 0],
  POP_JUMP_IF_NOT_NONE: [1, 0],
  POP_JUMP_IF_TRUE: [1, 0],
  POP_TOP: [1, 0],
  PUSH_EXC_INFO: [1, 2],
  PUSH_NULL: [0, 1],
  RAISE_VARARGS: [0, 0, 1],
  RERAISE: [1, 0, 1, 1],
  RETURN_GENERATOR: [0, 1],
  RETURN_VALUE: [1, 1],
  SEND: [2, 2],
  SETUP_CLEANUP: [0, 2],
  SETUP_FINALLY: [0, 1],
  SETUP_WITH: [0, 1],
  SET_ADD: [1, 0, 1, 1],
  SET_FUNCTION_ATTRIBUTE: [2, 1],
  SET_UPDATE: [1, 0, 1, 1],
  STORE_ATTR: [2, 0],
  STORE_DEREF: [1, 0],
  STORE_FAST: [1, 0],
  STORE_FAST_LOAD_FAST: [1, 1],
  STORE_FAST_MAYBE_NULL: [1, 0],
  STORE_FAST_STORE_FAST: [2, 0],
  STORE_GLOBAL: [1, 0],
  STORE_NAME: [1, 0],
  STORE_SLICE: [4, 0],
  STORE_SUBSCR: [3, 0],
  SWAP: [0, 0, 1, 1],
  TO_BOOL: [1, 1],
  UNARY_INVERT: [1, 1],
  UNARY_NEGATIVE: [1, 1],
  UNARY_NOT: [1, 1],
  UNPACK_SEQUENCE: [1, 0, 0, 1],
  WITH_EXCEPT_START: [5, 6],
  YIELD_VALUE: [1, 1],
}

const poppedFixed = Uint8Array.from(opcodeNames, name => rows[name]?.[0] ?? 0)
const pushedFixed = Uint8Array.from(opcodeNames, name => rows[name]?.[1] ?? 0)
const poppedPerArg = Uint8Array.from(opcodeNames, name => rows[name]?.[2] ?? 0)
const pushedPerArg = Uint8Array.from(opcodeNames, name => rows[name]?.[3] ?? 0)

const { BUILD_INTERPOLATION, LOAD_ATTR, LOAD_GLOBAL, LOAD_SUPER_ATTR, UNPACK_EX } = opcodes

export function valuesPopped(opcode: number, oparg: number): number {
  switch (opcode) {
    case BUILD_INTERPOLATION:
      return 2 + (oparg & 1)
    case LOAD_ATTR:
    case UNPACK_EX:
      return 1
    case LOAD_SUPER_ATTR:
      return 3
  }
  return poppedFixed[opcode]! + poppedPerArg[opcode]! * oparg
}

export function valuesPushed(opcode: number, oparg: number): number {
  switch (opcode) {
    case BUILD_INTERPOLATION:
      return 1
    case LOAD_ATTR:
    case LOAD_GLOBAL:
    case LOAD_SUPER_ATTR:
      return 1 + (oparg & 1)
    case UNPACK_EX:
      return (oparg & 0xff) + 1 + (oparg >> 8)
  }
  return pushedFixed[opcode]! + pushedPerArg[opcode]! * oparg
}

/** Change of the stack's depth when control goes on to the next instruction. */
export function effectWhenFallingThrough(opcode: number, oparg: number): number {
  return isBlockPush(opcode) ? 0 : valuesPushed(opcode, oparg) - valuesPopped(opcode, oparg)
}

/** The same when control goes to the target. */
export function effectWhenJumping(opcode: number, oparg: number): number {
  return valuesPushed(opcode, oparg) - valuesPopped(opcode, oparg)
}
