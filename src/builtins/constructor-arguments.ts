/**
 * The arguments of a builtin type's constructor, where it takes no keywords: how many, and CPython's complaints
 * (_PyArg_NoKeywords and _PyArg_CheckPositional, Python/getargs.c).
 */
import { raiseTypeError } from '../objects/exception.ts'
import type { KeywordNames } from '../objects/slots.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export function checkCount(name: string, args: Value[], least: number, most: number): void {
  const given = args.length
  if (given >= least && given <= most) return
  const wanted = given < least ? least : most
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most '
  raiseTypeError(`${name} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${given}`)
}

/** A subclass may take keywords in its `__init__`; the builtin type itself may not. */
export function rejectKeywords(made: PyType, builtin: PyType, keywords: KeywordNames): void {
  if (keywords !== null && keywords.length > 0 && (made === builtin || made.init === builtin.init))
    raiseTypeError(`${builtin.name}() takes no keyword arguments`)
}

/** The positional arguments: without those that `keywords` names. */
export function positionalOf(args: Value[], keywords: KeywordNames): Value[] {
  return keywords === null || keywords.length === 0 ? args : args.slice(0, args.length - keywords.length)
}

/** The positional arguments of an `__init__`: keywords are for a subclass that takes them in its `__new__`. */
export function initArguments(made: PyType, builtin: PyType, args: Value[], keywords: KeywordNames): Value[] {
  if (keywords === null || keywords.length === 0) return args
  if (made === builtin || made.new === builtin.new) raiseTypeError(`${builtin.name}() takes no keyword arguments`)
  return positionalOf(args, keywords)
}
