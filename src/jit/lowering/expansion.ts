/** What instructions have in common that are lowered as they stand, or that call something. */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import type { Builder } from '../builder.ts'
import { expansionOf, stencilOf } from '../stencil.ts'

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

/** What nests in the host's stack must not nest too deeply; and not at all in a program that may be suspended, or has threads. */
export function guardNesting(b: Builder): void {
  const V = b.region.vmName
  b.write(`if(${V}.nativeDepth>${V}.nestingLimit){${b.exit('depth')}}`)
}
