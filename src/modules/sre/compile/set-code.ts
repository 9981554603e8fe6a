/**
 * Code of sets, as _optimize_charset and _compile_charset of Lib/re/_compiler.py: ranges where two are enough, else a bitmap of 256
 * bits, else a table of such bitmaps.
 *
 * Characters are first noted in a map of 256 bytes, and once there is one beyond it, in a map of 65,536. What is beyond that, and
 * categories, stand behind the map's code as they are.
 */
import { Flag, Op } from '../opcodes.ts'
import type { CaseRules } from './case-rules.ts'
import type { SetItem } from './syntax.ts'

const narrow = 0x100
const wide = 0x10000

const everything: readonly SetItem[] = [{ op: 'NEGATE' }]
export const isEverything = (set: readonly SetItem[]): boolean => set.length === 1 && set[0]!.op === 'NEGATE'

export interface OptimizedSet {
  readonly set: readonly SetItem[]
  /** Are there letters whose case is ignored? */
  readonly hasCased: boolean
}

class SetMap {
  bytes: Uint8Array
  hasCased: boolean
  readonly #rules: CaseRules | null
  constructor(rules: CaseRules | null) {
    this.bytes = new Uint8Array(narrow)
    this.hasCased = false
    this.#rules = rules
  }

  #note(character: number): void {
    if (character >= narrow && this.bytes.length === narrow) {
      const map = new Uint8Array(wide)
      map.set(this.bytes)
      this.bytes = map
    }
    // Beyond the larger map this does nothing.
    this.bytes[character] = 1
  }

  #noteFolded(character: number, rules: CaseRules): void {
    const lower = rules.lower(character)
    this.#note(lower)
    for (const other of rules.others(lower)) this.#note(other)
  }

  /** Answers what is to stand behind the map. */
  addLiteral(character: number): SetItem | null {
    const rules = this.#rules
    const lower = rules === null ? character : rules.lower(character)
    if (rules === null) this.#note(lower)
    else {
      this.#noteFolded(lower, rules)
      this.hasCased ||= rules.isCased(lower)
    }
    return lower < wide ? null : { op: 'LITERAL', character: lower }
  }

  addRange(low: number, high: number): SetItem | null {
    const rules = this.#rules
    const last = Math.min(high, wide)
    for (let i = low; i <= last; i++) {
      if (rules === null) this.#note(i)
      else {
        this.#noteFolded(i, rules)
        this.hasCased ||= rules.isCased(i)
      }
    }
    if (high < wide) return null
    this.#note(high)
    if (rules !== null) this.hasCased = true
    return { op: rules?.suffix === '_UNI_IGNORE' ? 'RANGE_UNI_IGNORE' : 'RANGE', low, high }
  }

  /** Ranges of the characters in it; null if there are more than two. */
  ranges(): SetItem[] | null {
    const { bytes } = this
    const ranges: SetItem[] = []
    for (let low = bytes.indexOf(1); low >= 0; ) {
      if (ranges.length === 2) return null
      const end = bytes.indexOf(0, low)
      const high = (end < 0 ? bytes.length : end) - 1
      ranges.push(low === high ? { op: 'LITERAL', character: low } : { op: 'RANGE', low, high })
      low = end < 0 ? -1 : bytes.indexOf(1, end)
    }
    return ranges
  }

  bitmaps(): SetItem {
    const { bytes } = this
    if (bytes.length === narrow) return { op: 'CHARSET', words: bitmap(bytes) }
    const numbers = new Map<string, number>()
    const words: number[] = []
    const blocks = new Uint32Array(64)
    for (let i = 0; i < 256; i++) {
      const block = bitmap(bytes.subarray(i * 256, i * 256 + 256))
      const key = block.join()
      if (!numbers.has(key)) {
        numbers.set(key, numbers.size)
        words.push(...block)
      }
      blocks[i >> 2]! |= numbers.get(key)! << ((i & 3) * 8)
    }
    return { op: 'BIGCHARSET', words: [numbers.size, ...blocks, ...words] }
  }
}

/** Bytes of 0 or 1 as bits of words of 32. */
function bitmap(bytes: Uint8Array): number[] {
  const words = new Uint32Array(bytes.length >> 5)
  for (let i = 0; i < bytes.length; i++) words[i >> 5]! |= bytes[i]! << (i & 31)
  return [...words]
}

const hasCategory = (items: readonly SetItem[], category: number): boolean =>
  items.some(item => item.op === 'CATEGORY' && item.category === category)

/** Answers what of the item cannot be in the map. */
function addTo(map: SetMap, item: SetItem): SetItem | null {
  if (item.op === 'LITERAL') return map.addLiteral(item.character)
  return item.op === 'RANGE' ? map.addRange(item.low, item.high) : item
}

export function optimizeSet(set: readonly SetItem[], rules: CaseRules | null): OptimizedSet {
  const map = new SetMap(rules)
  const code: SetItem[] = []
  const rest: SetItem[] = []
  for (const item of set) {
    if (item.op === 'NEGATE') code.push(item)
    else if (item.op === 'CATEGORY' && hasCategory(rest, item.category ^ 1))
      return { set: code.length > 0 ? [] : everything, hasCased: false }
    else {
      const left = addTo(map, item)
      if (left !== null) rest.push(left)
    }
  }
  const { hasCased } = map
  const ranges = map.ranges()
  if (ranges === null) return { set: [...code, map.bitmaps(), ...rest], hasCased }
  const optimized = [...code, ...ranges, ...rest]
  return { set: hasCased || optimized.length < set.length ? optimized : set, hasCased }
}

/** The number of a category for patterns of those flags. */
export function categoryBy(flags: number, category: number): number {
  if ((flags & Flag.locale) !== 0) return category === 4 || category === 5 ? category + 4 : category
  return (flags & Flag.unicode) === 0 ? category : category + 10
}

export function emitSet(code: number[], set: readonly SetItem[], flags: number): void {
  for (const item of set) {
    code.push(Op[item.op])
    switch (item.op) {
      case 'LITERAL':
        code.push(item.character)
        break
      case 'RANGE':
      case 'RANGE_UNI_IGNORE':
        code.push(item.low, item.high)
        break
      case 'CATEGORY':
        code.push(categoryBy(flags, item.category))
        break
      case 'CHARSET':
      case 'BIGCHARSET':
        code.push(...item.words)
    }
  }
  code.push(Op.FAILURE)
}
