/**
 * A parsed pattern: the lists of (opcode, argument) that CPython's Lib/re/_parser.py makes, as objects.
 */
import { maxRepeat } from '../opcodes.ts'

/** An element of a set. Those of the last line are made by the compiler only (set-code.ts). */
export type SetItem =
  | { readonly op: 'NEGATE' }
  | { readonly op: 'LITERAL'; readonly character: number }
  | { readonly op: 'RANGE' | 'RANGE_UNI_IGNORE'; readonly low: number; readonly high: number }
  | { readonly op: 'CATEGORY'; readonly category: number }
  | { readonly op: 'CHARSET' | 'BIGCHARSET'; readonly words: readonly number[] }

export interface Group {
  readonly op: 'SUBPATTERN'
  /** Its number; null if it does not capture. */
  readonly group: number | null
  /** Flags that it turns on and off. */
  readonly on: number
  readonly off: number
  readonly body: Sequence
}

export type Item =
  | { readonly op: 'LITERAL' | 'NOT_LITERAL'; readonly character: number }
  | { readonly op: 'ANY' | 'FAILURE' }
  | { readonly op: 'AT'; readonly place: number }
  | { readonly op: 'IN'; readonly set: readonly SetItem[] }
  | { readonly op: 'BRANCH'; readonly branches: readonly Sequence[] }
  | { readonly op: 'GROUPREF'; readonly group: number; readonly width: Width }
  | {
      readonly op: 'GROUPREF_EXISTS'
      readonly group: number
      readonly present: Sequence
      readonly absent: Sequence | null
    }
  | { readonly op: 'ASSERT' | 'ASSERT_NOT'; readonly isBehind: boolean; readonly body: Sequence }
  | { readonly op: 'ATOMIC_GROUP'; readonly body: Sequence }
  | Group
  | {
      readonly op: 'MAX_REPEAT' | 'MIN_REPEAT' | 'POSSESSIVE_REPEAT'
      readonly min: number
      readonly max: number
      readonly body: Sequence
    }

/** Least and greatest length of what matches. */
export type Width = readonly [least: number, most: number]

/** Above every length that counts; sums beyond it need not be exact. */
const greatestWidth = 2 ** 64

export class Sequence {
  readonly items: Item[]
  #width: Width | null
  constructor(items: Item[]) {
    this.items = items
    this.#width = null
  }

  get isEmpty(): boolean {
    return this.items.length === 0
  }

  /** Asked for only when nothing will be added any more. */
  get width(): Width {
    return (this.#width ??= widthOf(this.items))
  }
}

function widthOf(items: readonly Item[]): Width {
  let least = 0
  let most = 0
  for (const item of items) {
    const [low, high] = widthOfItem(item)
    least += low
    most += high
  }
  return [Math.min(least, greatestWidth), Math.min(most, greatestWidth)]
}

const either = (one: Width, other: Width): Width => [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
const none: Width = [0, 0]
const one: Width = [1, 1]

function widthOfItem(item: Item): Width {
  switch (item.op) {
    case 'LITERAL':
    case 'NOT_LITERAL':
    case 'ANY':
    case 'IN':
      return one
    case 'BRANCH':
      return item.branches.map(branch => branch.width).reduce(either)
    case 'ATOMIC_GROUP':
    case 'SUBPATTERN':
      return item.body.width
    case 'MAX_REPEAT':
    case 'MIN_REPEAT':
    case 'POSSESSIVE_REPEAT': {
      const [least, most] = item.body.width
      return [least * item.min, item.max === maxRepeat && most > 0 ? Infinity : most * item.max]
    }
    case 'GROUPREF':
      return item.width
    case 'GROUPREF_EXISTS':
      return either(item.present.width, item.absent?.width ?? none)
    default:
      return none
  }
}

const isSameSetItem = (one: SetItem, other: SetItem): boolean => {
  if (one.op === 'LITERAL') return other.op === 'LITERAL' && one.character === other.character
  if (one.op === 'RANGE') return other.op === 'RANGE' && one.low === other.low && one.high === other.high
  if (one.op === 'CATEGORY') return other.op === 'CATEGORY' && one.category === other.category
  return one.op === other.op
}

/** Without those that came before. */
export function unique(set: readonly SetItem[]): SetItem[] {
  const seen = new Set<string>()
  return set.filter(item => {
    const key = Object.values(item).join()
    return !seen.has(key) && seen.add(key)
  })
}

/** Are two items the same, as CPython compares its tuples? What has a body is itself only. */
export function isSame(one: Item, other: Item): boolean {
  if (one === other) return true
  switch (one.op) {
    case 'LITERAL':
    case 'NOT_LITERAL':
      return other.op === one.op && one.character === other.character
    case 'AT':
      return other.op === 'AT' && one.place === other.place
    case 'GROUPREF':
      return other.op === 'GROUPREF' && one.group === other.group
    case 'IN':
      return (
        other.op === 'IN' &&
        one.set.length === other.set.length &&
        one.set.every((item, i) => isSameSetItem(item, other.set[i]!))
      )
    default:
      return (one.op === 'ANY' || one.op === 'FAILURE') && one.op === other.op
  }
}
