/**
 * What the helpers that stencils call may do.
 *
 * A helper may do anything unless it is listed here: raise, run Python code, look at frames, change any object. `pure` ones do none of that;
 * a `leaf` may raise and change the objects it is given, but runs no Python code, looks at no frame and changes no shape or global that a
 * unit relies on.
 */
export type Effect = 'pure' | 'leaf' | 'escapes'

const pure: ReadonlySet<string> = new Set([
  'pow',
  'ended',
  'typeOf',
  'isSame',
  'isUnboxable',
  'strOf',
  'asStr',
  'commonConstant',
  'isMapping',
  'isPatternSequence',
  'makeException',
  'compareNumbers',
  'compareOrdered',
  'multiplyAddMod',
  'NotImplemented',
  'keyErrorType',
  'indexErrorType',
  'PyFloat',
  'PyList',
  'PyTuple',
  'PyDict',
  'PySlice',
  'PySet',
  'PyFrozenset',
  'PyFunction',
  'PyMethod',
  'PyMethodDescriptor',
  'PyBuiltinFunction',
  'PyType',
  'PyModule',
  'PyCell',
  'PyInstance',
  'PyListIterator',
  'PyTupleIterator',
  'PyRangeIterator',
  'PyRange',
  'dictType',
  'listType',
  'tupleType',
  'setType',
  'frozensetType',
  'strType',
  'superType',
  'typeType',
])

const leaf: ReadonlySet<string> = new Set([
  'addAt',
  'joinStrs',
  'setFunctionAttribute',
  'listSlice',
  'pushExcInfo',
  'popExcept',
])

/** Methods of our own objects and of JavaScript's that bodies call: these change at most the object itself. */
const leafMethods: ReadonlySet<string> = new Set([
  'push',
  'put',
  'at',
  'slice',
  'unshift',
  'floor',
  'sqrt',
  'imul',
  'getStr',
  'findStr',
  'isSubtypeOf',
])

/** Of a body that refers to these helpers and calls these methods. */
export function effectOf(helpers: readonly string[], methods: readonly string[]): Effect {
  let effect: Effect = 'pure'
  for (const name of helpers) {
    if (pure.has(name)) continue
    if (!leaf.has(name)) return 'escapes'
    effect = 'leaf'
  }
  for (const name of methods) {
    if (!leafMethods.has(name)) return 'escapes'
    effect = 'leaf'
  }
  return effect
}
