/**
 * Arrays of zeros for the slots of tables.
 *
 * (An array made with its length is one with holes to an engine, whatever fills it; one that is filled in turn is not.)
 *
 * Making a typed array of more than a few numbers takes an engine a microsecond or two, which is more than the rest of what a small dict or set costs. Copying an
 * ordinary array is several times as fast up to some thousand slots; from there on it is the other way round.
 */
export type Slots = Int32Array | number[]

export const largestCopied = 4096
const templates = new Map<number, number[]>()

export function zeros(length: number): Slots {
  if (length > largestCopied) return new Int32Array(length)
  let template = templates.get(length)
  if (template === undefined) templates.set(length, (template = Array.from({ length }, () => 0)))
  return template.slice()
}
