/**
 * Stable merge sort with runs and galloping, after Tim Peters' listsort (Objects/listsort.txt).
 *
 * Whatever the comparison answers, even nonsense, the result is a permutation of the input and the sort ends: every
 * step moves items within bounds that do not depend on it. `lessThan` may throw; the caller's array then holds
 * a permutation as well, because merging copies one run aside and puts the rest of it back.
 *
 * Numbers and strings have their own comparisons, which the engine inlines.
 */

export type LessThan<T> = (a: T, b: T) => boolean

const MIN_GALLOP = 7

/** Sorts in place by `lessThan`; equal items keep their order. */
export function sortBy<T>(items: T[], lessThan: LessThan<T>): void {
  if (items.length > 1) new Sorter(items, lessThan).sort()
}

/** Ascending; numbers and bigints may be mixed, no NaN. */
export function sortNumbers(items: (number | bigint)[]): void {
  sortBy(items, lessNumber)
}

/** By code point: for strings without surrogates the order of UTF-16 units. */
export function sortStrings(items: string[]): void {
  sortBy(items, lessString)
}

export function lessNumber(a: number | bigint, b: number | bigint): boolean {
  return a < b
}

export function lessString(a: string, b: string): boolean {
  return a < b
}

/** Runs shorter than this are extended by insertion: n divided by a power of two, 32 to 64, rounded up. */
function minimumRun(n: number): number {
  let odd = 0
  while (n >= 64) {
    odd |= n & 1
    n >>= 1
  }
  return n + odd
}

/** Reverses the items from `low` up to `end`. */
function reverse<T>(items: T[], low: number, end: number): void {
  for (let i = low, j = end - 1; i < j; i++, j--) {
    const item = items[i]!
    items[i] = items[j]!
    items[j] = item
  }
}

class Sorter<T> {
  readonly #items: T[]
  readonly #less: LessThan<T>
  #gallop = MIN_GALLOP
  readonly #bases: number[] = []
  readonly #lengths: number[] = []

  constructor(items: T[], lessThan: LessThan<T>) {
    this.#items = items
    this.#less = lessThan
  }

  sort(): void {
    const n = this.#items.length
    const minimum = minimumRun(n)
    for (let low = 0; low < n; ) {
      let length = this.#countRun(low, n)
      if (length < minimum) {
        const forced = Math.min(minimum, n - low)
        this.#insertionSort(low, low + forced, low + length)
        length = forced
      }
      this.#bases.push(low)
      this.#lengths.push(length)
      this.#collapse()
      low += length
    }
    while (this.#bases.length > 1) {
      const top = this.#bases.length - 2
      this.#mergeAt(top > 0 && this.#lengths[top - 1]! < this.#lengths[top + 1]! ? top - 1 : top)
    }
  }

  /**
   * The length of the run at `low`. A descending one is reversed; equal items within it are reversed twice, so that they keep
   * their order. As count_run of CPython 3.14, to the comparison.
   */
  #countRun(low: number, high: number): number {
    const items = this.#items
    const less = this.#less
    let end = low + 1
    while (end < high && !less(items[end]!, items[end - 1]!)) end++
    if (end === high) return end - low
    if (end > low + 1) {
      if (less(items[low]!, items[end - 1]!)) return end - low
      // All equal so far: the descent begins with them.
      reverse(items, low, end)
    }
    return this.#descend(low, end + 1, high)
  }

  /** Goes on with a descent whose first two different items are known, up to `end`; then upwards, after it was reversed. */
  #descend(low: number, end: number, high: number): number {
    const items = this.#items
    const less = this.#less
    let equal = 0
    for (; end < high; end++) {
      if (less(items[end]!, items[end - 1]!)) {
        if (equal > 0) {
          reverse(items, end - equal - 1, end)
          equal = 0
        }
      } else if (less(items[end - 1]!, items[end]!)) break
      else equal++
    }
    if (equal > 0) reverse(items, end - equal - 1, end)
    reverse(items, low, end)
    while (end < high && !less(items[end]!, items[end - 1]!)) end++
    return end - low
  }

  /** Binary insertion; `low` to `start` is sorted already. */
  #insertionSort(low: number, high: number, start: number): void {
    const items = this.#items
    const less = this.#less
    for (let i = start; i < high; i++) {
      const pivot = items[i]!
      let left = low
      let right = i
      while (left < right) {
        const middle = (left + right) >>> 1
        if (less(pivot, items[middle]!)) right = middle
        else left = middle + 1
      }
      for (let j = i; j > left; j--) items[j] = items[j - 1]!
      items[left] = pivot
    }
  }

  /** Merges neighbours until lengths[n-2] > lengths[n-1] + lengths[n] and lengths[n-1] > lengths[n]. */
  #collapse(): void {
    const lengths = this.#lengths
    while (lengths.length > 1) {
      let n = lengths.length - 2
      const crowded =
        (n > 0 && lengths[n - 1]! <= lengths[n]! + lengths[n + 1]!) ||
        (n > 1 && lengths[n - 2]! <= lengths[n - 1]! + lengths[n]!)
      if (crowded) {
        if (lengths[n - 1]! < lengths[n + 1]!) n--
        this.#mergeAt(n)
      } else if (lengths[n]! <= lengths[n + 1]!) this.#mergeAt(n)
      else return
    }
  }

  #mergeAt(n: number): void {
    const items = this.#items
    let baseA = this.#bases[n]!
    let lengthA = this.#lengths[n]!
    const baseB = this.#bases[n + 1]!
    let lengthB = this.#lengths[n + 1]!
    this.#lengths[n] = lengthA + lengthB
    this.#bases.splice(n + 1, 1)
    this.#lengths.splice(n + 1, 1)
    // Items of A that are in place already, and of B.
    const skip = this.#gallopRight(items[baseB]!, items, baseA, lengthA)
    baseA += skip
    lengthA -= skip
    if (lengthA === 0) return
    lengthB = this.#gallopLeft(items[baseA + lengthA - 1]!, items, baseB, lengthB)
    if (lengthB === 0) return
    if (lengthA <= lengthB) this.#mergeLow(baseA, lengthA, baseB, lengthB)
    else this.#mergeHigh(baseA, lengthA, baseB, lengthB)
  }

  /** How many of the run's items come before `key`: those less than it. */
  #gallopLeft(key: T, run: T[], base: number, length: number): number {
    const less = this.#less
    let last = 0
    let offset = 1
    while (offset < length && less(run[base + offset - 1]!, key)) {
      last = offset
      offset = offset * 2 + 1
    }
    let high = Math.min(offset, length)
    while (last < high) {
      const middle = (last + high) >>> 1
      if (less(run[base + middle]!, key)) last = middle + 1
      else high = middle
    }
    return high
  }

  /** How many of the run's items stay before `key`: those not greater. */
  #gallopRight(key: T, run: T[], base: number, length: number): number {
    const less = this.#less
    let last = 0
    let offset = 1
    while (offset < length && !less(key, run[base + offset - 1]!)) {
      last = offset
      offset = offset * 2 + 1
    }
    let high = Math.min(offset, length)
    while (last < high) {
      const middle = (last + high) >>> 1
      if (less(key, run[base + middle]!)) high = middle
      else last = middle + 1
    }
    return high
  }

  /** A is the shorter: it goes aside, and the merge runs upwards. */
  #mergeLow(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    const items = this.#items
    const less = this.#less
    const aside = items.slice(baseA, baseA + lengthA)
    let a = 0
    let b = baseB
    let to = baseA
    const endB = baseB + lengthB
    let wonByA = 0
    let wonByB = 0
    try {
      while (a < lengthA && b < endB) {
        if (less(items[b]!, aside[a]!)) {
          items[to++] = items[b++]!
          wonByB++
          wonByA = 0
        } else {
          items[to++] = aside[a++]!
          wonByA++
          wonByB = 0
        }
        if (wonByA < this.#gallop && wonByB < this.#gallop) continue
        // One side keeps winning: find whole stretches.
        wonByA = 0
        wonByB = 0
        if (a >= lengthA || b >= endB) break
        const fromA = this.#gallopRight(items[b]!, aside, a, lengthA - a)
        for (let i = 0; i < fromA; i++) items[to++] = aside[a++]!
        if (a >= lengthA) break
        const fromB = this.#gallopLeft(aside[a]!, items, b, endB - b)
        for (let i = 0; i < fromB; i++) items[to++] = items[b++]!
        this.#adapt(fromA, fromB)
      }
    } finally {
      while (a < lengthA) items[to++] = aside[a++]!
    }
  }

  /** B is the shorter: it goes aside, and the merge runs downwards. */
  #mergeHigh(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    const items = this.#items
    const less = this.#less
    const aside = items.slice(baseB, baseB + lengthB)
    let a = baseA + lengthA - 1
    let b = lengthB - 1
    let to = baseB + lengthB - 1
    let wonByA = 0
    let wonByB = 0
    try {
      while (a >= baseA && b >= 0) {
        if (less(aside[b]!, items[a]!)) {
          items[to--] = items[a--]!
          wonByA++
          wonByB = 0
        } else {
          items[to--] = aside[b--]!
          wonByB++
          wonByA = 0
        }
        if (wonByA < this.#gallop && wonByB < this.#gallop) continue
        wonByA = 0
        wonByB = 0
        if (a < baseA || b < 0) break
        const fromA = a + 1 - baseA - this.#gallopRight(aside[b]!, items, baseA, a + 1 - baseA)
        for (let i = 0; i < fromA; i++) items[to--] = items[a--]!
        if (a < baseA) break
        const fromB = b + 1 - this.#gallopLeft(items[a]!, aside, 0, b + 1)
        for (let i = 0; i < fromB; i++) items[to--] = aside[b--]!
        this.#adapt(fromA, fromB)
      }
    } finally {
      while (b >= 0) items[to--] = aside[b--]!
    }
  }

  /** Galloping that paid comes sooner the next time. */
  #adapt(fromA: number, fromB: number): void {
    if (fromA >= MIN_GALLOP || fromB >= MIN_GALLOP) this.#gallop = Math.max(1, this.#gallop - 1)
    else this.#gallop += 2
  }
}
