// Hot.
/** enumerate. As Objects/enumobject.c. */
import { add } from '../base/int.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { defineType } from '../objects/define.ts'
import { getIter } from '../objects/iteration.ts'
import { nextOf } from '../objects/iterators.ts'
import { indexOf } from '../objects/operators.ts'
import { isPlainIterator } from '../objects/plain-items.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Int, type Value } from '../objects/value.ts'
import { classGetItem } from './class-getitem.ts'

export const enumerateType = builtinType('enumerate', { flags: TypeFlags.base })

export class PyEnumerate extends PyObject {
  readonly iterator: Value
  index: Int
  /** Does it run no Python code? */
  readonly isPlain: boolean
  constructor(iterator: Value, index: Int, type: PyType) {
    super(type)
    this.iterator = iterator
    this.index = index
    this.isPlain = isPlainIterator(iterator)
  }
}

/** The arguments, which enumerate takes by position or by name, with its own complaints. */
function readArguments(args: Value[], keywords: KeywordNames): [iterable: Value, start: Value | undefined] {
  if (args.length > 2) raiseTypeError(`enumerate() takes at most 2 arguments (${args.length} given)`)
  const named = keywords?.length ?? 0
  const positional = args.length - named
  let iterable = positional > 0 ? args[0] : undefined
  let start = positional > 1 ? args[1] : undefined
  for (let i = 0; i < named; i++) {
    const name = keywords![i]!
    if (name === 'iterable' && iterable === undefined) iterable = args[positional + i]
    else if (name === 'start' && (positional > 0 || named === 2) && start === undefined) start = args[positional + i]
    else raiseTypeError(`'${name}' is an invalid keyword argument for enumerate()`)
  }
  if (iterable === undefined) raiseTypeError("enumerate() missing required argument 'iterable'")
  return [iterable, start]
}

enumerateType.new = (type, args, keywords) => {
  const [iterable, start] = readArguments(args, keywords)
  const first = start === undefined ? 0 : indexOf(start)
  return new PyEnumerate(getIter(iterable), first, type)
}

enumerateType.iter = self => self
enumerateType.iternext = (self: PyEnumerate) => {
  const item = nextOf(self.iterator)
  if (item === undefined) return undefined
  const { index } = self
  self.index = add(index, 1)
  return new PyTuple([index, item])
}

defineType(enumerateType, {
  signature: '(iterable, start=0)',
  doc: `Pairs of a count and a value from the iterable.

  iterable
    an object supporting iteration

The count begins at start, 0 unless given: (0, seq[0]), (1, seq[1]), (2, seq[2]), ...`,
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyEnumerate) => new PyTuple([self.type, new PyTuple([self.iterator, self.index])]),
    ),
  ],
  classMethods: () => [classGetItem()],
})
