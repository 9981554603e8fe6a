/**
 * Arrays of zeros for the slots of tables.
 *
 * Making a typed array of more than a few numbers takes an engine a microsecond or two, which is more than the rest of what a small dict or set costs. Copying an
 * ordinary array is several times as fast up to some thousand slots; from there on it is the other way round.
 */
export type Slots = Int32Array | number[]

const largestCopied = 4096
const templates = new Map<number, number[]>()

export function zeros(length: number): Slots {
  if (length > largestCopied) return new Int32Array(length)
  let template = templates.get(length)
  if (template === undefined) templates.set(length, (template = new Array<number>(length).fill(0)))
  return template.slice()
}
