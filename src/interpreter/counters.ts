/** Executions and misses by opcode, for `--stats`; misses are counted for the specialized form that missed. */
export const executions = new Float64Array(256)
export const misses = new Float64Array(256)
