/**
 * Lowering: what the instructions of a region become.
 *
 * Each group of instructions has a table in a file of its own. An instruction without an entry that consists of one micro-op with a stencil becomes
 * that micro-op; any other is left to the interpreter.
 */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import type { Builder } from '../builder.ts'
import type { End } from '../region.ts'
import { attributes } from './attributes.ts'
import { calls } from './calls.ts'
import { containers } from './containers.ts'
import { control } from './control.ts'
import { exceptions } from './exceptions.ts'
import { lowerByExpansion } from './expansion.ts'
import { loops } from './loops.ts'
import { names } from './names.ts'
import { operators } from './operators.ts'
import { stack } from './stack.ts'

/** Lowers one instruction; `form` is the specialized name that tier 1 gave it. Answers how the block ends, if it does. */
export type Lower = (builder: Builder, oparg: number, form: OpcodeName) => End | undefined | void
export type LowerTable = Partial<Record<OpcodeName, Lower>>

const table: LowerTable = {
  ...stack,
  ...operators,
  ...names,
  ...attributes,
  ...containers,
  ...control,
  ...loops,
  ...exceptions,
  ...calls,
}

export function lowerInstruction(
  builder: Builder,
  form: OpcodeName,
  generic: OpcodeName,
  oparg: number,
): End | undefined {
  const lower = table[generic]
  if (lower !== undefined) return lower(builder, oparg, form) ?? undefined
  if (!lowerByExpansion(builder, form, oparg) && !(form !== generic && lowerByExpansion(builder, generic, oparg)))
    builder.leave('unsupported')
  return undefined
}
