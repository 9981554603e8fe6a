// Hot.
/** itertools that need not end: count, cycle, repeat. As in Modules/itertoolsmodule.c. */
import { add } from '../../base/int.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { getIter } from '../../objects/iteration.ts'
import { asInt, PyComplex } from '../../objects/number.ts'
import { addValues } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { concatStr } from '../../objects/str.ts'
import { repr } from '../../objects/text.ts'
import { type PyType, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { declare, declarePositional, iteratorType } from './iterator-type.ts'

export const countType = iteratorType('count')
export const cycleType = iteratorType('cycle')
export const repeatType = iteratorType('repeat')

class PyCount extends PyObject {
  current: Value
  readonly step: Value
  constructor(current: Value, step: Value, type: PyType) {
    super(type)
    this.current = current
    this.step = step
  }
}

/** As PyNumber_Check: does it convert to a number at all? */
function isNumber(value: Value): boolean {
  const type = typeOf(value)
  return type.index !== null || type.int !== null || type.float !== null || value instanceof PyComplex
}

declare(
  countType,
  '(start=0, step=1)',
  (type: PyType, start: Value, step: Value) => {
    if (!isNumber(start) || !isNumber(step)) raiseTypeError('a number is required')
    return new PyCount(typeof start === 'boolean' ? asInt(start)! : start, step, type)
  },
  `Return a count object whose .__next__() method returns consecutive values.

Equivalent to:
    def count(firstval=0, step=1):
        x = firstval
        while 1:
            yield x
            x += step`,
)
countType.iternext = (self: PyCount) => {
  const { current, step } = self
  self.current = typeof current === 'number' && typeof step === 'number' ? add(current, step) : addValues(current, step)
  return current
}
countType.repr = (self: PyCount) => {
  const { name } = self.type
  const current = repr(self.current)
  const start = concatStr(`${name}(`, current)
  return concatStr(self.step === 1 ? start : concatStr(concatStr(start, ', '), repr(self.step)), ')')
}

class PyCycle extends PyObject {
  /** Null once it is exhausted. */
  iterator: Value | undefined
  readonly saved: Value[]
  index: number
  constructor(iterator: Value, type: PyType) {
    super(type)
    this.iterator = iterator
    this.saved = []
    this.index = 0
  }
}

declarePositional(
  cycleType,
  '(iterable, /)',
  [1, 1],
  (type, iterable) => new PyCycle(getIter(iterable!), type),
  'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.',
)
cycleType.iternext = (self: PyCycle) => {
  const { iterator, saved } = self
  if (iterator !== undefined) {
    const item = typeOf(iterator).iternext!(iterator)
    if (item !== undefined) {
      saved.push(item)
      return item
    }
    self.iterator = undefined
  }
  if (saved.length === 0) return undefined
  const item = saved[self.index]
  self.index = self.index + 1 === saved.length ? 0 : self.index + 1
  return item
}

class PyRepeat extends PyObject {
  readonly item: Value
  /** How many times more; −1 for ever. */
  remaining: number
  constructor(item: Value, remaining: number, type: PyType) {
    super(type)
    this.item = item
    this.remaining = remaining
  }
}

declare(
  repeatType,
  '(object, times: ssize = <unrepresentable>)',
  (type: PyType, item: Value, times: number | undefined) =>
    new PyRepeat(item, times === undefined ? -1 : Math.max(times, 0), type),
  `Create an iterator which returns the object for the specified number of times.

If not specified, returns the object endlessly.`,
  {
    methods: () => [
      builtin(
        '__length_hint__($self, /)',
        ({ remaining }: PyRepeat) => (remaining < 0 ? raiseTypeError('len() of unsized object') : remaining),
        'Private method returning an estimate of len(list(it)).',
      ),
    ],
  },
)
repeatType.iternext = (self: PyRepeat) => {
  if (self.remaining === 0) return undefined
  if (self.remaining > 0) self.remaining--
  return self.item
}
repeatType.repr = (self: PyRepeat) => {
  const start = concatStr(`${typeName(self.type).replace('itertools.', '')}(`, repr(self.item))
  return concatStr(start, self.remaining < 0 ? ')' : `, ${self.remaining})`)
}
