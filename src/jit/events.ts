/** What tier 2 tells of its work, for statistics and dumps: they subscribe here, and nothing in tier 2 asks whether anybody listens. */
import type { PyCode } from '../objects/frame.ts'
import type { Unit } from './unit.ts'

export const events: {
  compiled: (unit: Unit) => void
  refused: (code: PyCode, at: number, reason: string) => void
  discarded: (unit: Unit, why: string) => void
} = { compiled: () => undefined, refused: () => undefined, discarded: () => undefined }
