/** The oparg of BINARY_OP that means a subscript: the operators before it are in objects/operators.ts. */
export const NB_SUBSCR = 26
