/**
 * Lowering: what the instructions of a region become.
 *
 * Each group of instructions has a table in a file of its own. An instruction without an entry that consists of one micro-op with a stencil becomes
 * that micro-op; any other is left to the interpreter.
 */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import type { Builder } from '../builder.ts'
import type { End } from '../region.ts'
import { expansionOf, stencilOf } from '../stencil.ts'
import { attributes } from './attributes.ts'
import { calls } from './calls.ts'
import { containers } from './containers.ts'
import { control } from './control.ts'
import { exceptions } from './exceptions.ts'
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

/** The instruction is one micro-op, whose stencil is taken as it stands. */
export function lowerByExpansion(builder: Builder, name: OpcodeName, oparg: number): boolean {
  const uop = expansionOf(name)
  if (uop === undefined) return false
  const stencil = stencilOf(uop)
  // Who is given the frame may look at it: there must be one, and its memory must hold what it should.
  const effect = stencil.pieces.includes('frame') ? 'escapes' : stencil.effect
  const counted = stencil.inputs.map(each => (each === 'values' ? valueCount(name, oparg) : 1))
  const inputs = counted
    .reverse()
    .map((count, i) =>
      stencil.inputs[stencil.inputs.length - 1 - i] === 'values' ? builder.popMany(count) : builder.pop(),
    )
    .reverse()
  const cache = builder.code.caches[builder.at + 1]
  const outputs = builder.emit(uop, inputs, [], { oparg, cache, effect })
  for (const [i, output] of outputs.entries()) {
    if (stencil.outputs[i] === 'maybe' && (name === 'LOAD_SUPER_ATTR' ? oparg & 1 : oparg & 1) === 0) continue
    builder.push(output)
  }
  return true
}

/** How many operands a variable number is. */
function valueCount(name: OpcodeName, oparg: number): number {
  switch (name) {
    case 'BUILD_MAP':
      return 2 * oparg
    case 'BUILD_INTERPOLATION':
      return 2 + (oparg & 1)
    default:
      return oparg
  }
}
