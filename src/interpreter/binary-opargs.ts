/** The oparg of BINARY_OP that means a subscript: the operators before it are in objects/operators.ts. */
export const NB_SUBSCR = 26

/** What the oparg of an in-place operator has more than that of the operator. */
export const NB_INPLACE = 13
