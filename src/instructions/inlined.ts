/**
 * The instructions whose code stands in the dispatch function itself; all others are functions of their own, called through a table.
 *
 * V8 optimizes a function as a whole: the more instructions the dispatch function holds, the longer that takes, and the first execution of each
 * instruction that had not run before throws the optimized code away. With everything inline a program of half a second spent
 * it waiting for six compilations of up to a second each (raytrace: 0.09 of CPython's speed). So only what is short, frequent
 * and calls nothing stays inline. A function beside it is compiled alone, quickly, and its surprises are its own.
 */
export const inlined: ReadonlySet<string> = new Set([
  'NOP',
  'NOT_TAKEN',
  'EXTENDED_ARG',
  'RESUME',
  'RESUME_CHECK',
  'LOAD_FAST',
  'LOAD_FAST_BORROW',
  'LOAD_FAST_LOAD_FAST',
  'LOAD_FAST_BORROW_LOAD_FAST_BORROW',
  'STORE_FAST',
  'STORE_FAST_LOAD_FAST',
  'STORE_FAST_STORE_FAST',
  'LOAD_CONST',
  'LOAD_SMALL_INT',
  'LOAD_DEREF',
  'POP_TOP',
  'POP_ITER',
  'END_FOR',
  'PUSH_NULL',
  'COPY',
  'SWAP',
  'UNARY_NOT',
  'TO_BOOL_BOOL',
  'TO_BOOL_INT',
  'TO_BOOL_NONE',
  'BINARY_OP_ADD_INT',
  'BINARY_OP_SUBTRACT_INT',
  'BINARY_OP_MULTIPLY_INT',
  'BINARY_OP_ADD_FLOAT',
  'BINARY_OP_SUBTRACT_FLOAT',
  'BINARY_OP_MULTIPLY_FLOAT',
  'BINARY_OP_SUBSCR_LIST_INT',
  'COMPARE_OP_INT',
  'COMPARE_OP_FLOAT',
  'COMPARE_OP_STR',
  'IS_OP',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'JUMP_BACKWARD_NO_JIT',
  'JUMP_BACKWARD_NO_INTERRUPT',
  'FOR_ITER_RANGE',
  'FOR_ITER_LIST',
  'LOAD_GLOBAL_MODULE',
  'LOAD_GLOBAL_BUILTIN',
  'LOAD_ATTR_INSTANCE_VALUE',
  'LOAD_ATTR_METHOD_WITH_VALUES',
  'CALL_PY_EXACT_ARGS',
  'RETURN_VALUE',
  'STORE_ATTR_INSTANCE_VALUE',
  'STORE_SUBSCR_LIST_INT',
  'STORE_DEREF',
  'COPY_FREE_VARS',
  'UNPACK_SEQUENCE_TWO_TUPLE',
  'BINARY_OP_EXTEND',
  'BINARY_OP_SUBSCR_TUPLE_INT',
  'FOR_ITER_TUPLE',
  'FOR_ITER_GEN',
  'YIELD_VALUE',
  'LOAD_ATTR_METHOD_NO_DICT',
  'LIST_APPEND',
  'CALL_LIST_APPEND',
])

/**
 * The same for the dispatch function that runs beside tier 2. V8 needs a second for the large one and optimizes it twice, once for each way into it; for
 * this one a tenth. What is hot long enough for the difference in speed to matter is compiled by then.
 */
export const quickly: ReadonlySet<string> = new Set([
  'NOP',
  'NOT_TAKEN',
  'RESUME_CHECK',
  'LOAD_FAST',
  'LOAD_FAST_BORROW',
  'LOAD_FAST_LOAD_FAST',
  'LOAD_FAST_BORROW_LOAD_FAST_BORROW',
  'STORE_FAST',
  'LOAD_CONST',
  'LOAD_SMALL_INT',
  'POP_TOP',
  'PUSH_NULL',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'COMPARE_OP_INT',
  'BINARY_OP_ADD_INT',
  'FOR_ITER_RANGE',
  'LOAD_GLOBAL_MODULE',
  'LOAD_ATTR_INSTANCE_VALUE',
  'CALL_PY_EXACT_ARGS',
  'RETURN_VALUE',
])

/**
 * Functions and methods that bodies call and that never look at the frame, though they may raise: before any other is called, the dispatch
 * function notes where it is.
 */
export const quiet: ReadonlySet<string> = new Set([
  'newFrameExact',
  'raiseUnboundCell',
  'resumeFrame',
  'isSame',
  'isUnboxable',
  'addAt',
  'typeOf',
  'push',
  'put',
])
