/** The methods of deque, and its iterators. */
import { builtinType } from '../../objects/builtin-types.ts'
import { call, callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { runtimeErrorType } from '../../objects/exception-types.ts'
import { getIter } from '../../objects/iteration.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import * as deque from './deque.ts'
import { dequeType, PyDeque } from './deque.ts'

export const dequeIteratorType = builtinType('_deque_iterator', { module: 'collections' })
export const dequeReverseIteratorType = builtinType('_deque_reverse_iterator', { module: 'collections' })

class PyDequeIterator extends PyObject {
  readonly deque: PyDeque
  readonly state: number
  /** How many items have been given. */
  given: number
  constructor(owner: PyDeque, given: number, type: PyType) {
    super(type)
    this.deque = owner
    this.state = owner.state
    this.given = given
  }
}

function checkState(self: PyDequeIterator): void {
  if (self.deque.state === self.state) return
  self.given = self.deque.size
  raise(runtimeErrorType, 'deque mutated during iteration')
}

dequeIteratorType.iter = self => self
dequeIteratorType.iternext = (self: PyDequeIterator) => {
  if (self.given >= self.deque.size) return undefined
  checkState(self)
  return self.deque.at(self.given++)
}
dequeReverseIteratorType.iter = self => self
dequeReverseIteratorType.iternext = (self: PyDequeIterator) => {
  if (self.given >= self.deque.size) return undefined
  checkState(self)
  return self.deque.at(self.deque.size - 1 - self.given++)
}
dequeType.iter = (self: PyDeque) => new PyDequeIterator(self, 0, dequeIteratorType)

for (const type of [dequeIteratorType, dequeReverseIteratorType]) {
  const construct = builtin(`${type.name}($type, deque, index=0, /)`, (_type: PyType, owner: Value, index: Value) => {
    if (!(owner instanceof PyDeque)) raiseTypeError(`${type.name}() argument 1 must be collections.deque`)
    return new PyDequeIterator(owner, Math.max(0, Math.min(ssizeArgument(index), owner.size)), type)
  })
  type.new = (subtype, args, keywords) => construct.call(subtype, args, keywords)
  defineType(type, {
    methods: () => [
      builtin(
        '__length_hint__($self, /)',
        (self: PyDequeIterator) => Math.max(0, self.deque.size - self.given),
        'Private method returning an estimate of len(list(it)).',
      ),
      builtin(
        '__reduce__($self, /)',
        (self: PyDequeIterator) => new PyTuple([type, new PyTuple([self.deque, self.given])]),
        'Return state information for pickling.',
      ),
    ],
  })
}

/** Subclasses are called, so that their `__init__` runs. */
function copy(self: PyDeque): Value {
  if (self.type === dequeType) {
    const result = deque.emptyLike(self)
    result.replace(self.toArray())
    return result
  }
  const result = call(self.type, self.maxlen < 0 ? [self] : [self, self.maxlen])
  if (!(result instanceof PyDeque))
    raiseTypeError(`${self.type.name}() must return a deque, not ${(result as PyObject).type.name}`)
  return result
}

function reduce(self: PyDeque): Value {
  const args = self.maxlen < 0 ? emptyTuple : new PyTuple([emptyTuple, self.maxlen])
  return new PyTuple([self.type, args, callMethod(self, '__getstate__'), getIter(self)])
}

defineType(dequeType, {
  signature: '([iterable[, maxlen]])',
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  methods: () => [
    builtin(
      'append($self, item, /)',
      (self: PyDeque, item: Value) => self.append(item),
      'Add an element to the right side of the deque.',
    ),
    builtin(
      'appendleft($self, item, /)',
      (self: PyDeque, item: Value) => self.appendLeft(item),
      'Add an element to the left side of the deque.',
    ),
    builtin('clear($self, /)', (self: PyDeque) => self.clear(), 'Remove all elements from the deque.'),
    builtin('__copy__($self, /)', copy, 'Return a shallow copy of a deque.'),
    builtin('copy($self, /)', copy, 'Return a shallow copy of a deque.'),
    builtin('count($self, value, /)', deque.count, 'Return number of occurrences of value.'),
    builtin(
      'extend($self, iterable, /)',
      (self: PyDeque, iterable: Value) => self.extend(iterable),
      'Extend the right side of the deque with elements from the iterable.',
    ),
    builtin(
      'extendleft($self, iterable, /)',
      deque.extendLeft,
      'Extend the left side of the deque with elements from the iterable.',
    ),
    builtin(
      'index($self, value, start=<unrepresentable>, stop=<unrepresentable>, /)',
      deque.index,
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
    ),
    builtin('insert($self, index, value, /)', deque.insert, 'Insert value before index.'),
    builtin('pop($self, /)', (self: PyDeque) => self.pop(), 'Remove and return the rightmost element.'),
    builtin('popleft($self, /)', (self: PyDeque) => self.popLeft(), 'Remove and return the leftmost element.'),
    builtin('__reduce__($self, /)', reduce, 'Return state information for pickling.'),
    builtin('remove($self, value, /)', deque.remove, 'Remove first occurrence of value.'),
    builtin(
      '__reversed__($self, /)',
      (self: PyDeque) => new PyDequeIterator(self, 0, dequeReverseIteratorType),
      'Return a reverse iterator over the deque.',
    ),
    builtin('reverse($self, /)', deque.reverse, 'Reverse *IN PLACE*.'),
    builtin(
      'rotate($self, n=1, /)',
      (self: PyDeque, steps: Value) => self.rotate(ssizeArgument(steps)),
      'Rotate the deque n steps to the right.  If n is negative, rotates left.',
    ),
    builtin(
      '__sizeof__($self, /)',
      (self: PyDeque) => 208 + 8 * self.buffer.length,
      'Return the size of the deque in memory, in bytes.',
    ),
  ],
  classMethods: () => [classGetItem()],
  attributes: () => ({ __module__: 'collections' }),
  getset: () => [
    [
      'maxlen',
      (self: PyDeque) => (self.maxlen < 0 ? null : self.maxlen),
      null,
      'maximum size of a deque or None if unbounded',
    ],
  ],
})
