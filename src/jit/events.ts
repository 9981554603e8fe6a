/** What tier 2 tells of its work, for statistics and dumps: they subscribe here, and nothing in tier 2 asks whether anybody listens. */
import type { PyCode } from '../objects/frame.ts'
import type { Region } from './region.ts'
import type { Unit } from './unit.ts'

/** From bytecode to micro-ops; from those to the text of a function; from that to the function, which is the engine's work. */
export type CompileStage = 'lowering' | 'assembling' | 'engine'

export const events: {
  /** A stage of compiling begins, or all of it is done. */
  stage: (stage: CompileStage | 'done') => void
  compiled: (unit: Unit, region: Region) => void
  refused: (code: PyCode, at: number, reason: string) => void
  discarded: (unit: Unit, why: string) => void
} = { stage: () => undefined, compiled: () => undefined, refused: () => undefined, discarded: () => undefined }
