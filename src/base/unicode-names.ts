/**
 * Names of characters: `\N{…}`, `unicodedata.name` and `unicodedata.lookup`, with aliases and named sequences.
 *
 * The names of Unicode are packed as numbers of words, and that text is deflated, which halves what it adds to the package; all is
 * unpacked when the first name is asked for. Hangul syllables and ideographs are named by rule.
 */

import { base64Decode } from './binary-text.ts'
import { nameTables } from './character-names.ts'
import { PACKED } from './unicode-names.data.ts'
import { PackedNumbers } from './unicode-table.ts'
import { Inflate } from './zlib/inflate.ts'

interface NameTables {
  readonly byPoint: Map<number, string>
  readonly byName: Map<string, number>
  /** Aliases have one code point, named sequences several. */
  readonly aliases: Map<string, readonly number[]>
  readonly patterns: readonly NamePattern[]
}

interface NamePattern {
  readonly prefix: string
  readonly start: number
  readonly count: number
}

let tables: NameTables | null = null

/** The next name shares its first words with the one before. */
function readName(numbers: PackedNumbers, words: readonly string[], parts: string[]): string {
  parts.length = numbers.unsigned()
  for (let count = numbers.unsigned(); count > 0; count--) parts.push(words[numbers.unsigned()]!)
  return parts.join(' ')
}

function inflatedLines(packed: string): string[] {
  const bytes = base64Decode(new TextEncoder().encode(packed), 'strict') as Uint8Array
  const text = Inflate.create(-15)!.push(bytes, Number.POSITIVE_INFINITY)
  return new TextDecoder().decode(text).split('\n')
}

function readTables(): NameTables {
  const [wordList, packedNames, packedAliases, patternList] = inflatedLines(PACKED)
  const words = wordList!.split(' ')
  const byPoint = new Map<number, string>()
  const byName = new Map<string, number>()
  const names = new PackedNumbers(packedNames!)
  let parts: string[] = []
  let point = 0
  while (!names.done) {
    point += names.unsigned()
    const name = readName(names, words, parts)
    byPoint.set(point, name)
    byName.set(name, point)
  }
  const aliases = new Map<string, readonly number[]>()
  const packed = new PackedNumbers(packedAliases!)
  parts = []
  while (!packed.done) {
    const name = readName(packed, words, parts)
    const to: number[] = []
    for (let count = packed.unsigned(); count > 0; count--) to.push(packed.unsigned())
    aliases.set(name, to)
  }
  const patterns = patternList!.split(';').map(text => {
    const [prefix, start, count] = text.split(',')
    return { prefix: prefix!, start: Number.parseInt(start!, 36), count: Number.parseInt(count!, 36) }
  })
  return (tables = { byPoint, byName, aliases, patterns })
}

const LEADING = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H']
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
const TRAILING = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')
const HANGUL = 'HANGUL SYLLABLE '
const SYLLABLES = 0xac00

function hangulName(point: number): string {
  const index = point - SYLLABLES
  return HANGUL + LEADING[Math.floor(index / 588)] + VOWELS[Math.floor((index % 588) / 28)] + TRAILING[index % 28]
}

function nameOf(point: number): string | null {
  if (point >= SYLLABLES && point < SYLLABLES + 11172) return hangulName(point)
  const { byPoint, patterns } = tables ?? readTables()
  const name = byPoint.get(point)
  if (name !== undefined) return name
  for (const { prefix, start, count } of patterns) {
    if (point >= start && point < start + count) return prefix + point.toString(16).toUpperCase()
  }
  return null
}

/** The longest of `choices` at `at`; the empty one fits anywhere. */
function longestAt(text: string, at: number, choices: readonly string[]): number {
  let best = -1
  for (let i = 0; i < choices.length; i++) {
    if (text.startsWith(choices[i]!, at) && (best < 0 || choices[i]!.length > choices[best]!.length)) best = i
  }
  return best
}

function hangulFromName(name: string): number | null {
  let at = HANGUL.length
  const leading = longestAt(name, at, LEADING)
  if (leading < 0) return null
  at += LEADING[leading]!.length
  const vowel = longestAt(name, at, VOWELS)
  if (vowel < 0) return null
  at += VOWELS[vowel]!.length
  const trailing = longestAt(name, at, TRAILING)
  if (trailing < 0 || at + TRAILING[trailing]!.length !== name.length) return null
  return SYLLABLES + leading * 588 + vowel * 28 + trailing
}

function lookUp(source: string): readonly number[] | null {
  const name = source.replace(/[a-z]/g, letter => letter.toUpperCase())
  if (name.startsWith(HANGUL)) {
    const point = hangulFromName(name)
    return point === null ? null : [point]
  }
  const { byName, aliases, patterns } = tables ?? readTables()
  const point = byName.get(name)
  if (point !== undefined) return [point]
  const alias = aliases.get(name)
  if (alias !== undefined) return alias
  for (const { prefix, start, count } of patterns) {
    if (!name.startsWith(prefix)) continue
    const digits = name.slice(prefix.length)
    if (!/^[0-9A-F]{4,5}$/.test(digits)) continue
    const value = Number.parseInt(digits, 16)
    if (value >= start && value < start + count) return [value]
  }
  return null
}

nameTables.nameOf = nameOf
nameTables.lookUp = lookUp
