import { mostInlined } from '../interpreter/tier-up.ts'

/** What may be tuned and changes no result. */
export const tuning = {
  /** Back edges of a loop, and calls of a function, before what is in the frame is noted. */
  loopWarmth: 100,
  entryWarmth: 75,
  /** Both, for what was compiled before and has to be compiled anew: tier 1 specializes again in between. */
  againWarmth: 100,
  /** How often that is noted before it is compiled. */
  samples: 4,
  /** A loop with fewer turns than this, each time that it is reached, is compiled with what encloses it. */
  fewTurns: 16,
  /** Turns of inner loops that have units, for each turn of what encloses them, from which on that waits; and how many times its counter may run out so. */
  workOfLoops: 32,
  patience: 200,
  /** How often a unit may be compiled anew, or fail to compile, before it is left to tier 1. */
  attempts: 12,
  /** Exits at one point before the unit is compiled anew with what they taught. */
  exitsBeforeRecompile: 60,
  /** Exits at another point from which as much is learnt then. */
  exitsToLearn: 4,
  /** How often a handler has been entered before it is compiled with what it covers. */
  handlerWarmth: 16,
  /** Instructions of the largest code object that is compiled. */
  largestCode: 6000,
  /** Characters of a unit's code: the time that V8 takes to optimize it grows faster than its size. */
  largestSource: 24_000,
  /** How much longer a function may be that has nothing inlined: in its place there would be units of its loops at best, and calls in the host's stack. */
  roomForFunctions: 1.5,
  /** Unexpected exits of a unit between two judgements whether it pays. */
  surprises: 512,
  /** Calls that compiled code nests in the host's stack. */
  nestedCalls: 500,
  /** Instructions and depth of functions that are inlined; and of all that a unit inlines together. */
  inlineUnits: 150,
  inlineDepth: mostInlined,
  inlineTotal: 1200,
}
