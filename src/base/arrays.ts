/**
 * Arrays of one kind to V8, whatever is in them. An array of small ints, one of doubles, and one that has had holes are three more kinds, and
 * machine code that has not met one of them is thrown away when it does.
 */

/** An empty array that is not taken for one of small ints or doubles. */
export function generalArray<T>(): T[] {
  const array: unknown[] = [null]
  array.length = 0
  return array as T[]
}

/** `array.map`, whose own result has holes to V8 once it is compiled, but not before. */
export function mapped<A, B>(array: readonly A[], convert: (item: A, index: number) => B): B[] {
  const result = generalArray<B>()
  for (let i = 0; i < array.length; i++) result.push(convert(array[i]!, i))
  return result
}

/** An array of doubles, even if this one is a whole number. */
export function arrayOfDouble(number: number): number[] {
  const array = [0.5]
  array[0] = number
  return array
}

/**
 * An array of one item with room for three more, that is not taken for one of small ints or doubles. Most containers stay small, and a `push` to an empty array
 * makes room for seventeen.
 */
export function arrayOfOne<T>(item: T): T[] {
  const array: unknown[] = [item, null, null, null]
  array.pop()
  array.pop()
  array.pop()
  return array as T[]
}

/** The same of a small int, for one of small ints. */
export function arrayOfInt(int: number): number[] {
  const array = [int, 0, 0, 0]
  array.pop()
  array.pop()
  array.pop()
  return array
}
