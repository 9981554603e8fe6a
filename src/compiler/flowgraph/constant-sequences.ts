/** Concatenation, repetition and indexing of constant strings, bytes and tuples, within CPython's limits on size. */
import { PointsConstant, SliceConstant, TupleConstant } from '../../base/constant.ts'
import type { CodeConstant } from '../code.ts'

type Int = number | bigint
type Sequence = string | PointsConstant | Uint8Array | TupleConstant<CodeConstant>

const MAX_STRING_LENGTH = 4096
const MAX_TUPLE_LENGTH = 256
const MAX_TOTAL_ITEMS = 1024

export function concatenate(left: CodeConstant, right: CodeConstant): CodeConstant | undefined {
  if (isText(left) && isText(right)) return textFromPoints([...pointsOf(left), ...pointsOf(right)])
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.from([...left, ...right])
  if (left instanceof TupleConstant && right instanceof TupleConstant) {
    return new TupleConstant([...left.items, ...right.items])
  }
  return undefined
}

export function repeat(sequence: CodeConstant, count: Int): CodeConstant | undefined {
  if (!isSequence(sequence)) return undefined
  const items = itemsOf(sequence)
  // Python raises for a count beyond its index size, even when nothing is repeated.
  if (items.length === 0) return fitsIndex(count) ? sequence : undefined
  const limit = sequence instanceof TupleConstant ? MAX_TUPLE_LENGTH : MAX_STRING_LENGTH
  if (count < 0 || count > limit / items.length) return undefined
  const total = Math.floor(MAX_TOTAL_ITEMS / Number(count))
  if (count && sequence instanceof TupleConstant && itemsLeft(sequence, total) < 0) return undefined
  const repeated: unknown[] = []
  for (let i = 0; i < count; i++) repeated.push(...items)
  return sequenceFrom(sequence, repeated)
}

const fitsIndex = (count: Int): boolean => typeof count === 'number' || BigInt.asIntN(64, count) === count

/** How many more items the limit allows when all nested ones are counted; negative when it is passed. */
function itemsLeft(value: CodeConstant, limit: number): number {
  if (!(value instanceof TupleConstant)) return limit
  limit -= value.items.length
  for (const item of value.items) {
    if (limit < 0) break
    limit = itemsLeft(item, limit)
  }
  return limit
}

export function itemOf(sequence: CodeConstant, index: CodeConstant): CodeConstant | undefined {
  if (!isSequence(sequence)) return undefined
  const items = itemsOf(sequence)
  if (index instanceof SliceConstant) {
    const selected = sliced(items, index)
    return selected && sequenceFrom(sequence, selected)
  }
  if (typeof index === 'boolean') index = Number(index)
  if (typeof index !== 'number') return undefined
  const item = items[index < 0 ? index + items.length : index]
  if (item === undefined) return undefined
  return isText(sequence) ? textFromPoints([item as number]) : (item as CodeConstant)
}

function sliced(items: readonly unknown[], slice: SliceConstant<CodeConstant>): unknown[] | undefined {
  const step = sliceBound(slice.step, 1)
  if (!step) return undefined
  const last = items.length
  const start = sliceBound(slice.start, step < 0 ? last - 1 : 0, last, step)
  const stop = sliceBound(slice.stop, step < 0 ? -1 : last, last, step)
  if (start === undefined || stop === undefined) return undefined
  const selected: unknown[] = []
  for (let i = start; step < 0 ? i > stop : i < stop; i += step) selected.push(items[i])
  return selected
}

function sliceBound(bound: CodeConstant, absent: number, length?: number, step?: number): number | undefined {
  if (bound === null) return absent
  if (typeof bound === 'bigint') bound = bound < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
  if (typeof bound === 'boolean') bound = Number(bound)
  if (typeof bound !== 'number') return undefined
  if (length === undefined) return bound
  if (bound < 0) bound += length
  return step! < 0 ? Math.min(Math.max(bound, -1), length - 1) : Math.min(Math.max(bound, 0), length)
}

function isText(value: CodeConstant): value is string | PointsConstant {
  return typeof value === 'string' || value instanceof PointsConstant
}

function isSequence(value: CodeConstant): value is Sequence {
  return isText(value) || value instanceof Uint8Array || value instanceof TupleConstant
}

function itemsOf(sequence: Sequence): readonly unknown[] {
  if (sequence instanceof TupleConstant) return sequence.items
  return sequence instanceof Uint8Array ? Array.from(sequence) : pointsOf(sequence)
}

function sequenceFrom(like: Sequence, items: readonly unknown[]): CodeConstant {
  if (like instanceof TupleConstant) return new TupleConstant(items as CodeConstant[])
  return like instanceof Uint8Array ? Uint8Array.from(items as number[]) : textFromPoints(items as number[])
}

function pointsOf(text: string | PointsConstant): readonly number[] {
  return typeof text === 'string' ? Array.from(text, character => character.codePointAt(0)!) : text.points
}

function textFromPoints(points: readonly number[]): string | PointsConstant {
  const isHigh = (point: number | undefined) => point !== undefined && point >= 0xd800 && point < 0xdc00
  const isLow = (point: number) => point >= 0xdc00 && point < 0xe000
  if (points.some((point, i) => isLow(point) && isHigh(points[i - 1]))) return new PointsConstant(points)
  let text = ''
  for (const point of points) text += String.fromCodePoint(point)
  return text
}
