// Hot.
/**
 * Sorting positions by keys that are all numbers or all strings: what `sort(key=…)` nearly always comes to.
 *
 * Nobody can watch these comparisons, so they need not be those of listsort; what matters is that the engine compiles each of them to an
 * instruction. The sort that takes a comparison (sorting.ts) is shared by all kinds of keys, calls it, and is five times as slow. For
 * the same reason the merge stands here twice: one text for both would compare numbers as if they might be strings.
 *
 * A plain stable merge sort: runs of eight by insertion, then merges from one array into the other and back. Each loop is a function of its own, as
 * in sort.ts: V8 enters a loop that is hot in its first call in mid-loop, by machine code that knows nothing of what follows the loop, and does not throw that
 * code away when it leaves it there, but enters it again at each call; what follows is never compiled.
 */

const runLength = 8

/** So few are put in order one by one, in plain arrays: making typed ones takes as long. */
export const mostByInsertion = 24

/** The same as orderByNumbers for few keys. */
export function orderFewNumbers(keys: readonly number[], reverse: boolean): number[] {
  const order = [0]
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!
    let j = i
    if (reverse) for (; j > 0 && key > keys[order[j - 1]!]!; j--) order[j] = order[j - 1]!
    else for (; j > 0 && key < keys[order[j - 1]!]!; j--) order[j] = order[j - 1]!
    order[j] = i
  }
  return order
}

export function orderFewStrings(keys: readonly string[], reverse: boolean): number[] {
  const order = [0]
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!
    let j = i
    if (reverse) for (; j > 0 && key > keys[order[j - 1]!]!; j--) order[j] = order[j - 1]!
    else for (; j > 0 && key < keys[order[j - 1]!]!; j--) order[j] = order[j - 1]!
    order[j] = i
  }
  return order
}

/** Sorts each run of positions by their keys. */
type Insert<Keys> = (keys: Keys, order: Int32Array) => void
/** Merges each two runs of `width`. */
type Merge<Keys> = (keys: Keys, from: Int32Array, to: Int32Array, width: number) => void

function orderBy<Keys extends { readonly length: number }>(
  keys: Keys,
  reverse: boolean,
  insert: Insert<Keys>,
  merge: Merge<Keys>,
): Int32Array {
  let from: Int32Array = firstOrder(keys.length, reverse)
  insert(keys, from)
  let to: Int32Array = new Int32Array(from.length)
  for (let width = runLength; width < from.length; width *= 2) {
    merge(keys, from, to, width)
    const swapped = from
    from = to
    to = swapped
  }
  return reverse ? from.reverse() : from
}

/** The positions 0, 1, … in the order of their keys, of which none is NaN; equal ones in the order that `reverse` asks for. */
export const orderByNumbers = (keys: Float64Array, reverse: boolean): Int32Array =>
  orderBy(keys, reverse, insertNumbers, mergeNumbers)

/** The same for strings, compared by UTF-16 units: without surrogates that is the order of code points. */
export const orderByStrings = (keys: readonly string[], reverse: boolean): Int32Array =>
  orderBy(keys, reverse, insertStrings, mergeStrings)

function insertNumbers(keys: Float64Array, order: Int32Array): void {
  for (let low = 0; low < order.length; low += runLength) {
    const end = Math.min(low + runLength, order.length)
    for (let i = low + 1; i < end; i++) {
      const position = order[i]!
      const key = keys[position]!
      let j = i - 1
      for (; j >= low && key < keys[order[j]!]!; j--) order[j + 1] = order[j]!
      order[j + 1] = position
    }
  }
}

function mergeNumbers(keys: Float64Array, from: Int32Array, to: Int32Array, width: number): void {
  const count = from.length
  for (let low = 0; low < count; low += 2 * width) {
    const middle = Math.min(low + width, count)
    const end = Math.min(middle + width, count)
    let left = low
    let right = middle
    if (right === end || keys[from[right - 1]!]! <= keys[from[right]!]!) {
      for (; left < end; left++) to[left] = from[left]!
      continue
    }
    for (let at = low; at < end; at++) {
      const takesRight = left === middle || (right < end && keys[from[right]!]! < keys[from[left]!]!)
      to[at] = takesRight ? from[right++]! : from[left++]!
    }
  }
}

function insertStrings(keys: readonly string[], order: Int32Array): void {
  for (let low = 0; low < order.length; low += runLength) {
    const end = Math.min(low + runLength, order.length)
    for (let i = low + 1; i < end; i++) {
      const position = order[i]!
      const key = keys[position]!
      let j = i - 1
      for (; j >= low && key < keys[order[j]!]!; j--) order[j + 1] = order[j]!
      order[j + 1] = position
    }
  }
}

function mergeStrings(keys: readonly string[], from: Int32Array, to: Int32Array, width: number): void {
  const count = from.length
  for (let low = 0; low < count; low += 2 * width) {
    const middle = Math.min(low + width, count)
    const end = Math.min(middle + width, count)
    let left = low
    let right = middle
    if (right === end || keys[from[right - 1]!]! <= keys[from[right]!]!) {
      for (; left < end; left++) to[left] = from[left]!
      continue
    }
    for (let at = low; at < end; at++) {
      const takesRight = left === middle || (right < end && keys[from[right]!]! < keys[from[left]!]!)
      to[at] = takesRight ? from[right++]! : from[left++]!
    }
  }
}

/** A descending sort keeps the order of equal ones by reversing before and after. */
function firstOrder(count: number, reverse: boolean): Int32Array {
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[i] = reverse ? count - 1 - i : i
  return order
}
