/** What the passes have done in a unit, counted as its code is written: for `--dump=passes` and `--stats`. */
import type { PassName } from './passes.ts'

/** Each count belongs to a pass. */
export const counts = {
  loads: { pass: 'registers', text: 'loads from the frame' },
  stores: { pass: 'registers', text: 'stores to the frame' },
  floats: { pass: 'unbox', text: 'floats computed' },
  boxes: { pass: 'unbox', text: 'boxes made' },
  iterators: { pass: 'iterators', text: 'iterators that are no objects' },
  guards: { pass: 'facts', text: 'guards written' },
  guardsElided: { pass: 'facts', text: 'guards left out' },
  versions: { pass: 'versions', text: 'heads of loops twice' },
  checks: { pass: 'ranges', text: 'checks of ints written' },
  checksElided: { pass: 'ranges', text: 'checks of ints left out' },
  constants: { pass: 'constants', text: 'constants under watchers' },
  looks: { pass: 'constants', text: 'looked up or asked for each time' },
  builtins: { pass: 'builtins', text: 'calls of leaf builtins' },
  calls: { pass: 'calls', text: 'calls of functions' },
  inlined: { pass: 'inline', text: 'calls inlined' },
} as const satisfies Record<string, { readonly pass: PassName; readonly text: string }>

export type Count = keyof typeof counts
export type Tally = Record<Count, number>

export function newTally(): Tally {
  return Object.fromEntries(Object.keys(counts).map(name => [name, 0])) as Tally
}
