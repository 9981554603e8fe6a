/**
 * Pairs of instructions that are executed together.
 *
 * A turn of the dispatch loop costs V8 as much as three simple instructions do, so where an instruction is nearly always followed by one of
 * a few others, its case looks ahead and does the follower's work as well: the value passes in a variable and never touches the
 * stack. The bytecode stays what it is; nothing but speed depends on this table. Followers must neither raise nor exit.
 */
const branches = ['POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE'] as const
const stores = ['STORE_FAST'] as const

/** Followers by the instruction that they follow, the likeliest first. */
export const fusions: Readonly<Record<string, readonly string[]>> = {
  COMPARE_OP_INT: branches,
  COMPARE_OP_FLOAT: branches,
  COMPARE_OP_STR: branches,
  COMPARE_OP: branches,
  CONTAINS_OP: branches,
  CONTAINS_OP_DICT: branches,
  CONTAINS_OP_SET: branches,
  IS_OP: branches,
  TO_BOOL: branches,
  TO_BOOL_BOOL: branches,
  TO_BOOL_INT: branches,
  TO_BOOL_LIST: branches,
  TO_BOOL_NONE: branches,
  TO_BOOL_STR: branches,
  TO_BOOL_ALWAYS_TRUE: branches,
  FOR_ITER_RANGE: stores,
  FOR_ITER_LIST: stores,
  FOR_ITER_TUPLE: stores,
  FOR_ITER: stores,
  BINARY_OP_ADD_INT: stores,
  BINARY_OP_SUBTRACT_INT: stores,
  BINARY_OP_MULTIPLY_INT: stores,
  BINARY_OP_ADD_FLOAT: stores,
  BINARY_OP_SUBTRACT_FLOAT: stores,
  BINARY_OP_MULTIPLY_FLOAT: stores,
  BINARY_OP_EXTEND: stores,
  BINARY_OP_SUBSCR_LIST_INT: stores,
  UNPACK_SEQUENCE_TWO_TUPLE: ['STORE_FAST_STORE_FAST'],
}

/**
 * Instructions that do nothing but push. Where one of these comes, the dispatch function keeps what it pushes (the last value, if there are
 * two) in a variable and looks at once what the next instruction is: if one of `consumers`, it takes the value from there. So
 * these two are one turn of the loop. A load may have followers of its own, loads as well: `n - 1` is one turn.
 */
export const loads: Readonly<Record<string, readonly string[]>> = {
  LOAD_CONST: [],
  LOAD_DEREF: [],
  LOAD_FAST: [],
  LOAD_FAST_BORROW: ['LOAD_SMALL_INT', 'LOAD_CONST'],
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: [],
  LOAD_FAST_LOAD_FAST: [],
  LOAD_SMALL_INT: [],
}

/** Instructions that are worth a second case, for when their last operand has just been loaded. */
export const consumers: ReadonlySet<string> = new Set([
  'STORE_FAST',
  'RETURN_VALUE',
  'TO_BOOL_BOOL',
  'TO_BOOL_INT',
  'TO_BOOL_NONE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
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
  'LOAD_ATTR_INSTANCE_VALUE',
  'LOAD_ATTR_METHOD_WITH_VALUES',
  'LOAD_ATTR_METHOD_NO_DICT',
  'STORE_ATTR_INSTANCE_VALUE',
  'STORE_SUBSCR_LIST_INT',
  'BINARY_OP_EXTEND',
  'BINARY_OP_SUBSCR_TUPLE_INT',
])
