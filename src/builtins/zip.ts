// Hot.
/** zip. As zip_new and zip_next (Python/bltinmodule.c). */
import { arrayOfOne } from '../base/arrays.ts'
import { raiseUnexpected } from '../objects/argument-binding.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { getIter } from '../objects/iteration.ts'
import { nextOf } from '../objects/iterators.ts'
import { isPlainIterator } from '../objects/plain-items.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { positionalOf } from './constructor-arguments.ts'
import { checkSameLength } from './strict-lengths.ts'

export const zipType = builtinType('zip', { flags: TypeFlags.base })

export class PyZip extends PyObject {
  readonly iterators: readonly Value[]
  strict: boolean
  /** Does it give pairs, and run no Python code? */
  readonly isPlainPair: boolean
  constructor(iterators: readonly Value[], strict: boolean, type: PyType) {
    super(type)
    this.iterators = iterators
    this.strict = strict
    this.isPlainPair = iterators.length === 2 && iterators.every(isPlainIterator)
  }
}

/** The `strict` among the keywords of zip or map, which take no other. */
export function readStrict(name: string, args: Value[], keywords: KeywordNames): boolean {
  if (keywords === null) return false
  if (keywords.length > 1) raiseTypeError(`${name}() takes at most 1 keyword argument (${keywords.length} given)`)
  let strict = false
  keywords.forEach((keyword, i) => {
    if (keyword !== 'strict') raiseUnexpected(name, keyword, ['strict'])
    strict = truth(args[args.length - keywords.length + i]!)
  })
  return strict
}

zipType.new = (type, args, keywords) => {
  const strict = readStrict('zip', args, keywords)
  return new PyZip(positionalOf(args, keywords).map(getIter), strict, type)
}

zipType.iter = self => self
zipType.iternext = (self: PyZip) => {
  const { iterators } = self
  const { length } = iterators
  if (length === 0) return undefined
  const first = nextOf(iterators[0]!)
  if (first === undefined) return self.strict ? checkSameLength('zip', iterators, 0) : undefined
  const items = arrayOfOne(first)
  for (let i = 1; i < length; i++) {
    const item = nextOf(iterators[i]!)
    if (item === undefined) return self.strict ? checkSameLength('zip', iterators, i) : undefined
    items.push(item)
  }
  return new PyTuple(items)
}

defineType(zipType, {
  signature: '(*iterables, strict=False)',
  doc: `Tuples of one item from each of the iterables, until the shortest one is exhausted.

>>> list(zip('abcdefg', range(3), range(4)))
[('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]

With strict, all of the iterables must have the same length: otherwise ValueError is raised.`,
  methods: () => [
    builtin('__reduce__($self, /)', (self: PyZip) => {
      const iterators = new PyTuple(self.iterators)
      return new PyTuple(self.strict ? [self.type, iterators, true] : [self.type, iterators])
    }),
    builtin('__setstate__($self, object, /)', (self: PyZip, state: Value) => {
      self.strict = truth(state)
    }),
  ],
})
