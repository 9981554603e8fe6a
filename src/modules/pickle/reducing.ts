/**
 * Objects that say themselves how they are made again: what `__reduce_ex__` and its kin answer, written as a call, and what else is done to its
 * result. As save_reduce in Modules/_pickle.c.
 */
import { asStr, strOf } from '../../objects/str.ts'
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { typeOf, typeType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raised } from '../../objects/exception.ts'
import { keyErrorType } from '../../objects/exception-types.ts'
import { isIterator } from '../../objects/iteration.ts'
import { NotImplemented } from '../../objects/number.ts'
import { reprText } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { Op } from './opcodes.ts'
import { noted, type Saving, typeText } from './saving.ts'
import { saveGlobal } from './saving-globals.ts'
import { libraryFunction, picklingErrorType, pickleState } from './state.ts'

function fail(message: string): never {
  raise(picklingErrorType, strOf(message))
}

export function reduceAndSave(saving: Saving, value: Value): void {
  const { reducerOverride } = saving.settings
  let reduced: Value = NotImplemented
  if (reducerOverride !== undefined) reduced = call(reducerOverride, [value])
  if (reduced === NotImplemented) {
    if (saving.saveByName(value)) return
    const answer = reduce(saving, value)
    if (answer === undefined) {
      saveGlobal(saving, value, undefined)
      return
    }
    reduced = answer
  }
  const name = asStr(reduced)
  if (name !== undefined) {
    saveGlobal(saving, value, name)
    return
  }
  try {
    saveReduced(saving, reduced, value)
  } catch (thrown) {
    throw noted(thrown, `${typeText(value)} object`)
  }
}

/** What the object is made of; undefined for a class, which goes by its name. */
function reduce(saving: Saving, value: Value): Value | undefined {
  const type = typeOf(value)
  const reducer = findReducer(saving.settings.dispatchTable, type)
  if (reducer !== undefined) return call(reducer, [value])
  if (type.isSubtypeOf(typeType)) return undefined
  const reduceEx = findAttribute(value, '__reduce_ex__')
  if (reduceEx !== undefined) return call(reduceEx, [saving.protocol])
  const plain = findAttribute(value, '__reduce__')
  return plain === undefined ? fail(`Can't pickle ${typeText(value)} object`) : call(plain, [])
}

function findReducer(table: Value | undefined, type: PyType): Value | undefined {
  if (table === undefined) return pickleState().dispatchTable.get(type)
  if (table instanceof PyDict && typeOf(table).name === 'dict') return table.get(type)
  try {
    return call(lookupAttribute(table, '__getitem__'), [type])
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(keyErrorType)) return undefined
    throw thrown
  }
}

/** The parts of a reduction; those that are not there are null. */
interface Reduction {
  readonly callable: Value
  readonly args: PyTuple
  readonly state: Value
  readonly listItems: Value
  readonly dictItems: Value
  readonly stateSetter: Value
}

function checkedReduction(reduced: Value): Reduction {
  if (!(reduced instanceof PyTuple)) fail(`__reduce__ must return a string or tuple, not ${typeText(reduced)}`)
  const { items } = reduced
  if (items.length < 2 || items.length > 6) fail('tuple returned by __reduce__ must contain 2 through 6 elements')
  const [callable = null, args = null, state = null, listItems = null, dictItems = null, stateSetter = null] = items
  const wrong = (which: string, what: string, item: Value): never =>
    fail(`${which} item of the tuple returned by __reduce__ must be ${what}, not ${typeText(item)}`)
  if (typeOf(callable).call === null) wrong('first', 'callable', callable)
  if (!(args instanceof PyTuple)) return wrong('second', 'a tuple', args)
  if (listItems !== null && !isIterator(listItems)) wrong('fourth', 'an iterator', listItems)
  if (dictItems !== null && !isIterator(dictItems)) wrong('fifth', 'an iterator', dictItems)
  if (stateSetter !== null && typeOf(stateSetter).call === null) wrong('sixth', 'callable', stateSetter)
  return { callable, args, state, listItems, dictItems, stateSetter }
}

/** Saves a part of the object; whoever sees it fail is told of which. */
function savePart(saving: Saving, part: Value, object: Value, what: string): void {
  try {
    saving.save(part)
  } catch (thrown) {
    throw noted(thrown, `${typeText(object)} ${what}`)
  }
}

/** Writes what makes `object`, as `__reduce__` answered it. */
export function saveReduced(saving: Saving, reduced: Value, object: Value): void {
  const { callable, args, state, listItems, dictItems, stateSetter } = checkedReduction(reduced)
  saving.enterFast(object)
  const name = saving.protocol >= 2 ? findAttribute(callable, '__name__') : undefined
  if (name === '__newobj_ex__') saveNewObjectEx(saving, args, object)
  else if (name === '__newobj__') saveNewObject(saving, args, object)
  else {
    savePart(saving, callable, object, 'reconstructor')
    savePart(saving, args, object, 'reconstructor arguments')
    saving.output.byte(Op.reduce)
  }
  // What it was made of may contain it: then it has been written already, and this one is dropped.
  const index = saving.memo.get(object)
  if (index === undefined) saving.memoize(object)
  else {
    saving.output.byte(Op.pop)
    saving.get(index)
  }
  if (listItems !== null) saving.saveAppends(listItems, object)
  if (dictItems !== null) saving.saveSetItems(dictItems, object)
  if (state !== null) saveState(saving, state, stateSetter, object)
  saving.leaveFast(object)
}

function saveNewObject(saving: Saving, args: PyTuple, object: Value): void {
  const [type] = args.items
  if (type === undefined) fail('__newobj__ expected at least 1 argument, got 0')
  if (!(type instanceof PyType)) fail(`first argument to __newobj__() must be a class, not ${typeText(type)}`)
  const own = lookupAttribute(object, '__class__')
  if (own !== type) fail(`first argument to __newobj__() must be ${reprText(own)}, not ${reprText(type)}`)
  savePart(saving, type, object, 'class')
  savePart(saving, args.items.length === 1 ? emptyTuple : new PyTuple(args.items.slice(1)), object, '__new__ arguments')
  saving.output.byte(Op.newObj)
}

function saveNewObjectEx(saving: Saving, all: PyTuple, object: Value): void {
  if (all.items.length !== 3) fail(`__newobj_ex__ expected 3 arguments, got ${all.items.length}`)
  const [type, args, keywords] = all.items as [Value, Value, Value]
  if (!(type instanceof PyType)) fail(`first argument to __newobj_ex__() must be a class, not ${typeText(type)}`)
  if (!(args instanceof PyTuple)) fail(`second argument to __newobj_ex__() must be a tuple, not ${typeText(args)}`)
  if (!(keywords instanceof PyDict)) fail(`third argument to __newobj_ex__() must be a dict, not ${typeText(keywords)}`)
  if (saving.protocol >= 4) {
    savePart(saving, type, object, 'class')
    savePart(saving, args, object, '__new__ arguments')
    savePart(saving, keywords, object, '__new__ arguments')
    saving.output.byte(Op.newObjEx)
    return
  }
  const positional = [lookupAttribute(type, '__new__'), type, ...args.items]
  const names: string[] = []
  const values: Value[] = []
  for (const [key, value] of keywords.entries()) {
    names.push(key as string)
    values.push(value)
  }
  const made = call(libraryFunction('functools', 'partial'), [...positional, ...values], names)
  savePart(saving, made, object, 'reconstructor')
  savePart(saving, emptyTuple, object, 'reconstructor arguments')
  saving.output.byte(Op.reduce)
}

function saveState(saving: Saving, state: Value, setter: Value, object: Value): void {
  if (setter === null) {
    savePart(saving, state, object, 'state')
    saving.output.byte(Op.build)
    return
  }
  savePart(saving, setter, object, 'state setter')
  saving.save(object)
  savePart(saving, state, object, 'state')
  saving.output.byte(Op.tuple2)
  saving.output.byte(Op.reduce)
  // What the setter answers is of no interest.
  saving.output.byte(Op.pop)
}
