/**
 * Binding the arguments of a call to the parameters of a Python function, with every complaint that CPython has.
 * As initialize_locals, missing_arguments and too_many_positional (Python/ceval.c).
 */
import { closestName } from '../base/suggestion-distance.ts'
import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import type { PyCode, PyFunction } from '../objects/frame.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'

type Slots = (Value | undefined)[]

export function bindParameters(func: PyFunction, slots: Slots, args: readonly Value[], keywords: KeywordNames): void {
  const { code } = func
  const { argcount, kwonlyargcount } = code
  const given = keywords === null ? args.length : args.length - keywords.length
  const total = argcount + kwonlyargcount
  const copied = Math.min(given, argcount)
  for (let i = 0; i < copied; i++) slots[i] = args[i]
  const takesMore = (code.flags & CO_VARARGS) !== 0
  if (takesMore) slots[total] = given > argcount ? new PyTuple(args.slice(argcount, given)) : emptyTuple
  let rest: PyDict | null = null
  if ((code.flags & CO_VARKEYWORDS) !== 0) {
    rest = new PyDict()
    slots[total + (takesMore ? 1 : 0)] = rest
  }
  if (keywords !== null) bindKeywords(func, slots, args, given, keywords, rest)
  if (given > argcount && !takesMore) raiseTooMany(func, slots, given)
  if (given < argcount) fillDefaults(func, slots, given)
  if (kwonlyargcount > 0) fillKeywordDefaults(func, slots)
}

const qualnameOf = (func: PyFunction): string => textOf(asStr(func.qualname) ?? '')

function bindKeywords(
  func: PyFunction,
  slots: Slots,
  args: readonly Value[],
  given: number,
  keywords: readonly string[],
  rest: PyDict | null,
): void {
  const { code } = func
  const names = code.code.localsplusnames
  const total = code.argcount + code.kwonlyargcount
  for (let k = 0; k < keywords.length; k++) {
    const keyword = keywords[k]!
    let at = code.posonlyargcount
    while (at < total && names[at] !== keyword) at++
    if (at === total) {
      if (rest !== null) {
        rest.set(strOf(keyword), args[given + k]!)
        continue
      }
      complainOfPositionalOnly(func, keywords)
      raiseTypeError(
        `${qualnameOf(func)}() got an unexpected keyword argument '${keyword}'${suggestion(code, keyword)}`,
      )
    }
    if (slots[at] !== undefined) raiseTypeError(`${qualnameOf(func)}() got multiple values for argument '${keyword}'`)
    slots[at] = args[given + k]
  }
}

function complainOfPositionalOnly(func: PyFunction, keywords: readonly string[]): void {
  const names = func.code.code.localsplusnames.slice(0, func.code.posonlyargcount)
  const wrong = names.filter(name => keywords.includes(name))
  if (wrong.length > 0)
    raiseTypeError(
      `${qualnameOf(func)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    )
}

function suggestion(code: PyCode, keyword: string): string {
  const names = code.code.localsplusnames.slice(code.posonlyargcount, code.argcount + code.kwonlyargcount)
  const closest = closestName(keyword, names)
  return closest === undefined ? '' : `. Did you mean '${closest}'?`
}

function raiseTooMany(func: PyFunction, slots: Slots, given: number): never {
  const { code } = func
  const { argcount, kwonlyargcount } = code
  const defaults = func.defaults?.items.length ?? 0
  let keywordsGiven = 0
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (slots[i] !== undefined) keywordsGiven++
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : String(argcount)
  const isPlural = defaults > 0 || argcount !== 1
  const also =
    keywordsGiven > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${keywordsGiven} keyword-only argument${keywordsGiven === 1 ? '' : 's'})`
      : ''
  raiseTypeError(
    `${qualnameOf(func)}() takes ${takes} positional argument${isPlural ? 's' : ''} but ${given}${also} ` +
      `${given === 1 && keywordsGiven === 0 ? 'was' : 'were'} given`,
  )
}

function fillDefaults(func: PyFunction, slots: Slots, given: number): void {
  const { code } = func
  const defaults = func.defaults === null ? noDefaults : func.defaults.items
  const required = code.argcount - defaults.length
  for (let i = given; i < required; i++)
    if (slots[i] === undefined) raiseMissing(func, slots, 0, required, 'positional')
  for (let i = Math.max(given, required); i < code.argcount; i++)
    if (slots[i] === undefined) slots[i] = defaults[i - required]
}

const noDefaults: readonly Value[] = []

function fillKeywordDefaults(func: PyFunction, slots: Slots): void {
  const { code } = func
  const names = code.code.localsplusnames
  const end = code.argcount + code.kwonlyargcount
  let isMissing = false
  for (let i = code.argcount; i < end; i++) {
    if (slots[i] !== undefined) continue
    const fallback = func.kwdefaults?.get(strOf(names[i]!))
    if (fallback === undefined) isMissing = true
    else slots[i] = fallback
  }
  if (isMissing) raiseMissing(func, slots, code.argcount, end, 'keyword-only')
}

function raiseMissing(func: PyFunction, slots: Slots, from: number, to: number, kind: string): never {
  const names: string[] = []
  for (let i = from; i < to; i++) if (slots[i] === undefined) names.push(`'${func.code.code.localsplusnames[i]}'`)
  const count = names.length
  const last = names.pop()!
  const list =
    names.length === 0 ? last : names.length === 1 ? `${names[0]} and ${last}` : `${names.join(', ')}, and ${last}`
  raiseTypeError(`${qualnameOf(func)}() missing ${count} required ${kind} argument${count === 1 ? '' : 's'}: ${list}`)
}
