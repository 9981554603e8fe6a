// Hot.
/**
 * collections.deque. As Modules/_collectionsmodule.c, but a ring buffer instead of linked blocks.
 *
 *     buffer   [ d e . . a b c ]      head 4, size 5; the length is a power of two
 *
 * `state` changes with whatever adds or removes, so that an iterator notices.
 */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { compareOrdered, equals, richCompare } from '../../objects/compare.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { indexErrorType, memoryErrorType, runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { forEachItem, itemsOf } from '../../objects/iteration.ts'
import { asInt, NotImplemented } from '../../objects/number.ts'
import { ssizeArgument, ssizeOf } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { EQ, NE, type CompareOp } from '../../objects/slots.ts'
import { buildString, type Str } from '../../objects/str.ts'
import { guardedRepr, repr } from '../../objects/text.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { sliceBoundArgument } from '../../builtins/slice-bounds.ts'

export const dequeType = builtinType('deque', {
  module: 'collections',
  flags: TypeFlags.base | TypeFlags.sequence | TypeFlags.weakref,
})

const firstCapacity = 8
const largestCapacity = 2 ** 26

export class PyDeque extends PyObject {
  buffer: (Value | undefined)[]
  head: number
  size: number
  state: number
  /** −1 for none. */
  maxlen: number
  constructor(type: PyType = dequeType) {
    super(type)
    this.buffer = new Array<Value | undefined>(firstCapacity).fill(undefined)
    this.head = 0
    this.size = 0
    this.state = 0
    this.maxlen = -1
  }

  at(index: number): Value {
    return this.buffer[(this.head + index) & (this.buffer.length - 1)]!
  }

  put(index: number, item: Value): void {
    this.buffer[(this.head + index) & (this.buffer.length - 1)] = item
  }

  append(item: Value): void {
    if (this.size === this.buffer.length) this.#grow()
    this.buffer[(this.head + this.size) & (this.buffer.length - 1)] = item
    this.size++
    this.state++
    if (this.maxlen >= 0 && this.size > this.maxlen) this.popLeft()
  }

  appendLeft(item: Value): void {
    if (this.size === this.buffer.length) this.#grow()
    this.head = (this.head - 1) & (this.buffer.length - 1)
    this.buffer[this.head] = item
    this.size++
    this.state++
    if (this.maxlen >= 0 && this.size > this.maxlen) this.pop()
  }

  pop(): Value {
    if (this.size === 0) raise(indexErrorType, 'pop from an empty deque')
    const at = (this.head + --this.size) & (this.buffer.length - 1)
    const item = this.buffer[at]!
    this.buffer[at] = undefined
    this.state++
    return item
  }

  popLeft(): Value {
    if (this.size === 0) raise(indexErrorType, 'pop from an empty deque')
    const { head } = this
    const item = this.buffer[head]!
    this.buffer[head] = undefined
    this.head = (head + 1) & (this.buffer.length - 1)
    this.size--
    this.state++
    return item
  }

  #grow(): void {
    if (this.size >= largestCapacity) raise(memoryErrorType)
    this.buffer = this.toArray().concat(new Array(this.size).fill(undefined))
    this.head = 0
  }

  /** The items in a new array. */
  toArray(): Value[] {
    const { head, size, buffer } = this
    const end = head + size
    if (end <= buffer.length) return buffer.slice(head, end) as Value[]
    return buffer.slice(head).concat(buffer.slice(0, end - buffer.length)) as Value[]
  }

  /** Makes `items` the contents, leaving out what `maxlen` has no room for at the left. */
  replace(items: Value[]): void {
    if (this.maxlen >= 0 && items.length > this.maxlen) items = items.slice(items.length - this.maxlen)
    this.size = items.length
    let capacity = firstCapacity
    while (capacity < items.length) capacity *= 2
    if (capacity > largestCapacity) raise(memoryErrorType)
    while (items.length < capacity) items.push(undefined as unknown as Value)
    this.buffer = items
    this.head = 0
    this.state++
  }

  clear(): void {
    this.replace([])
  }

  extend(iterable: Value): void {
    if (iterable === this) for (const item of this.toArray()) this.append(item)
    else
      forEachItem(iterable, item => {
        this.append(item)
      })
  }

  rotate(count: number): void {
    const { size } = this
    if (size < 2) return
    let steps = count % size
    if (steps < 0) steps += size
    if (steps === 0) return
    if (steps > size / 2) {
      for (let i = size - steps; i > 0; i--) this.append(this.popLeft())
    } else for (; steps > 0; steps--) this.appendLeft(this.pop())
    this.state++
  }

  removeAt(index: number): void {
    const items = this.toArray()
    items.splice(index, 1)
    this.replace(items)
  }
}

const construct = builtin('deque($type, iterable=<unrepresentable>, maxlen=<unrepresentable>)', init)

function init(self: PyDeque, iterable: Value | undefined, limit: Value | undefined): void {
  let maxlen = -1
  if (limit !== undefined && limit !== null) {
    if (asInt(limit) === undefined) raiseTypeError('an integer is required')
    maxlen = ssizeArgument(limit)
    if (maxlen < 0) raise(valueErrorType, 'maxlen must be non-negative')
  }
  self.maxlen = maxlen
  if (self.size > 0) self.clear()
  if (iterable !== undefined) self.extend(iterable)
}

dequeType.new = type => new PyDeque(type)
dequeType.init = (self: PyDeque, args, keywords) => {
  construct.call(self, args, keywords)
}

dequeType.repr = (self: PyDeque): Str =>
  guardedRepr(self, '[...]', () => {
    const parts: Str[] = [`${self.type.name}([`]
    const items = self.toArray()
    for (let i = 0; i < items.length; i++) {
      if (i > 0) parts.push(', ')
      parts.push(repr(items[i]!))
    }
    parts.push(self.maxlen >= 0 ? `], maxlen=${self.maxlen})` : '])')
    return buildString(parts)
  })

dequeType.hash = null
dequeType.length = (self: PyDeque) => self.size
dequeType.bool = null

function checkUnchanged(self: PyDeque, state: number): void {
  if (self.state !== state) raise(runtimeErrorType, 'deque mutated during iteration')
}

dequeType.contains = (self: PyDeque, item: Value) => {
  const { state } = self
  for (let i = 0; i < self.size; i++) {
    if (equals(self.at(i), item)) return true
    checkUnchanged(self, state)
  }
  return false
}

dequeType.richcompare = (self: PyDeque, other: Value, op: CompareOp): Value => {
  if (!(other instanceof PyDeque)) return NotImplemented
  if (self === other) return op === EQ || op === 1 || op === 5
  if (self.size !== other.size && (op === EQ || op === NE)) return op === NE
  for (let i = 0; i < self.size && i < other.size; i++) {
    const left = self.at(i)
    const right = other.at(i)
    if (equals(left, right)) continue
    return op === EQ ? false : op === NE ? true : richCompare(left, right, op)
  }
  return compareOrdered(self.size, other.size, op)
}

/** The key as an index within bounds. */
function indexIn(self: PyDeque, key: Value): number {
  const type = typeOf(key)
  if (type.index === null) raiseTypeError(`sequence index must be integer, not '${typeName(type)}'`)
  let index = ssizeOf(key, indexErrorType)
  if (index < 0) index += self.size
  if (index < 0 || index >= self.size) raise(indexErrorType, 'deque index out of range')
  return index
}

dequeType.subscript = (self: PyDeque, key: Value): Value => self.at(indexIn(self, key))
dequeType.assSubscript = (self: PyDeque, key: Value, value: Value | undefined): void => {
  const index = indexIn(self, key)
  if (value === undefined) self.removeAt(index)
  else self.put(index, value)
}

/** An empty deque of the same type and limit. */
export function emptyLike(self: PyDeque): PyDeque {
  const result = new PyDeque(self.type)
  result.maxlen = self.maxlen
  return result
}

function repeatItems(self: PyDeque, count: number): Value[] {
  const items = self.toArray()
  if (count <= 0) return []
  if (self.maxlen >= 0) count = Math.min(count, Math.ceil((self.maxlen + items.length) / Math.max(items.length, 1)))
  if (items.length * count > largestCapacity) raise(memoryErrorType)
  const result: Value[] = []
  for (let i = 0; i < count; i++) for (let j = 0; j < items.length; j++) result.push(items[j]!)
  return result
}

dequeType.concat = (self: PyDeque, other: Value): Value => {
  if (!(other instanceof PyDeque))
    raiseTypeError(`can only concatenate deque (not "${typeName(typeOf(other))}") to deque`)
  const result = emptyLike(self)
  result.replace(self.toArray().concat(other.toArray()))
  return result
}
dequeType.repeat = (self: PyDeque, count: number): Value => {
  const result = emptyLike(self)
  result.replace(repeatItems(self, count))
  return result
}
dequeType.inplaceConcat = (self: PyDeque, other: Value): Value => {
  self.extend(other)
  return self
}
dequeType.inplaceRepeat = (self: PyDeque, count: number): Value => {
  self.replace(repeatItems(self, count))
  return self
}

/** Index of the item, from `start` up to `stop`, or −1. */
export function find(self: PyDeque, item: Value, start: number, stop: number): number {
  const { state } = self
  for (let i = start; i < stop && i < self.size; i++) {
    const same = equals(self.at(i), item)
    checkUnchanged(self, state)
    if (same) return i
  }
  return -1
}

export function index(self: PyDeque, item: Value, start: Value | undefined, stop: Value | undefined): Value {
  const from = start === undefined ? 0 : sliceBoundArgument(start, self.size)
  const to = stop === undefined ? self.size : sliceBoundArgument(stop, self.size)
  const at = find(self, item, from, to)
  if (at < 0) raise(valueErrorType, 'deque.index(x): x not in deque')
  return at
}

export function insert(self: PyDeque, position: Value, item: Value): void {
  const at = ssizeArgument(position)
  if (self.maxlen >= 0 && self.size >= self.maxlen) raise(indexErrorType, 'deque already at its maximum size')
  if (at >= self.size) return self.append(item)
  if (at <= -self.size || at === 0) return self.appendLeft(item)
  const items = self.toArray()
  items.splice(at, 0, item)
  self.replace(items)
}

export function remove(self: PyDeque, item: Value): void {
  const { state } = self
  for (let i = 0; i < self.size; i++) {
    const same = equals(self.at(i), item)
    if (self.state !== state) raise(indexErrorType, 'deque mutated during remove().')
    if (same) return self.removeAt(i)
  }
  raise(valueErrorType, 'deque.remove(x): x not in deque')
}

export function count(self: PyDeque, item: Value): Value {
  const { state } = self
  let found = 0
  for (let i = 0; i < self.size; i++) {
    if (equals(self.at(i), item)) found++
    checkUnchanged(self, state)
  }
  return found
}

export function extendLeft(self: PyDeque, iterable: Value): void {
  const items = iterable === self ? self.toArray() : null
  if (items !== null) for (const item of items) self.appendLeft(item)
  else
    forEachItem(iterable, item => {
      self.appendLeft(item)
    })
}

export function reverse(self: PyDeque): void {
  self.replace(itemsOf(self).reverse())
}
