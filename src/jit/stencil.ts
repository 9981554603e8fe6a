/**
 * Stencils ready for linking: the generated text, cut at its holes.
 *
 * Linking copies the pieces and puts a text into each hole; nothing is parsed (tools/instructions/render-stencils.ts says what the holes mean).
 */
import { type Effect, effectOf } from './effects.ts'
import { expansions, helpers, stencils as generated } from './generated/stencils.ts'

export type UopName = keyof typeof generated & string
/** `maybe`: an output that is pushed under a condition; `unbound`: one that may be no value. */
export type Representation = 'value' | 'float' | 'values' | 'maybe' | 'unbound'

export interface Stencil {
  readonly name: UopName
  readonly inputs: readonly Representation[]
  readonly outputs: readonly Representation[]
  readonly same: readonly number[]
  readonly locals: number
  /** Text and holes in turn; text comes first and last. */
  readonly pieces: readonly string[]
  readonly hasExit: boolean
  /** What the body may do beside computing its outputs. */
  readonly effect: Effect
}

interface Generated {
  readonly inputs: readonly Representation[]
  readonly outputs: readonly Representation[]
  readonly same: readonly number[]
  readonly locals: number
  readonly code: string
}

const known = new Map<string, Stencil>()

export function stencilOf(name: UopName): Stencil {
  let stencil = known.get(name)
  if (stencil === undefined) {
    const { code, ...rest } = (generated as unknown as Record<string, Generated>)[name]!
    const pieces = code.split(/[«»]/)
    const holes = pieces.filter((_, i) => i % 2 === 1)
    stencil = {
      ...rest,
      name,
      pieces,
      hasExit: holes.includes('exit'),
      effect: effectOf(
        holes.filter(hole => hole.startsWith('h:')).map(hole => hole.slice(2)),
        [...code.matchAll(/(?:\.(\w+)|«i\d+»)\(/g)].map(match => match[1] ?? 'what it is given'),
      ),
    }
    known.set(name, stencil)
  }
  return stencil
}

/** The micro-op that an instruction consists of, if it is a single one that has a stencil. */
export const expansionOf = (instruction: string): UopName | undefined =>
  (expansions as unknown as Record<string, UopName>)[instruction]

export const helperNamed = (name: string): unknown => (helpers as unknown as Record<string, unknown>)[name]
