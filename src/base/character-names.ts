/** Names of characters. The tables (unicode-names.ts) are in a part of the program that is loaded when the first is asked for. */
import { filledBy } from './parts.ts'

interface NameTables {
  nameOf: (point: number) => string | null
  lookUp: (name: string) => readonly number[] | null
}

export const nameTables: NameTables = {
  nameOf: filledBy('seldom', () => nameTables.nameOf),
  lookUp: filledBy('seldom', () => nameTables.lookUp),
}

/** `unicodedata.name`; null for a character without one. */
export const characterName = (point: number): string | null => nameTables.nameOf(point)

/** `unicodedata.lookup`: the code points, several for a named sequence; null for an unknown name. */
export const lookupName = (name: string): readonly number[] | null => nameTables.lookUp(name)

/** A character by its name or an alias (any case), for `\N{…}`; null for none. Sequences are only for `lookup`. */
export function characterFromName(name: string): number | null {
  const found = lookupName(name)
  return found !== null && found.length === 1 ? found[0]! : null
}
