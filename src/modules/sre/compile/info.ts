/**
 * The block at the beginning of a pattern's code: how long a match is, and what it begins with, if that is literal text or a set. As
 * _compile_info of Lib/re/_compiler.py.
 */
import { isCasedSimply } from '../../../base/unicode-case.ts'
import { Flag, Info, maxRepeat, Op, typeFlags } from '../opcodes.ts'
import { isAsciiCased } from './case-rules.ts'
import { emitSet, isEverything, optimizeSet } from './set-code.ts'
import type { Item, Sequence, SetItem } from './syntax.ts'

export const combineFlags = (flags: number, on: number, off: number): number =>
  (((on & typeFlags) === 0 ? flags : flags & ~typeFlags) | on) & ~off

const ignoresByLocale = (flags: number): boolean => (flags & Flag.ignoreCase) !== 0 && (flags & Flag.locale) !== 0

/** Tells characters that have cases; null where case counts. */
function casedBy(flags: number): (character: number) => boolean {
  if ((flags & Flag.ignoreCase) === 0) return () => false
  return (flags & Flag.unicode) === 0 ? isAsciiCased : isCasedSimply
}

interface Prefix {
  readonly text: number[]
  /** How much of it comes before the first group; null for all. */
  skip: number | null
  /** Is the text all of the pattern? */
  isAll: boolean
}

function literalPrefix(items: readonly Item[], flags: number): Prefix {
  const prefix: Prefix = { text: [], skip: null, isAll: false }
  const isCased = casedBy(flags)
  for (const item of items) {
    if (item.op === 'LITERAL') {
      if (isCased(item.character)) return prefix
      prefix.text.push(item.character)
    } else if (item.op === 'SUBPATTERN') {
      const inner = combineFlags(flags, item.on, item.off)
      if (ignoresByLocale(inner)) return prefix
      const { text, skip, isAll } = literalPrefix(item.body.items, inner)
      if (prefix.skip === null) {
        if (item.group !== null) prefix.skip = prefix.text.length
        else if (skip !== null) prefix.skip = prefix.text.length + skip
      }
      for (const character of text) prefix.text.push(character)
      if (!isAll) return prefix
    } else return prefix
  }
  prefix.isAll = true
  return prefix
}

/** The set that the first character is in; null if none is known. */
function firstSet(sequence: Sequence, outer: number): readonly SetItem[] | null {
  let flags = outer
  let item = sequence.items[0]
  while (item?.op === 'SUBPATTERN') {
    flags = combineFlags(flags, item.on, item.off)
    if (ignoresByLocale(flags)) return null
    item = item.body.items[0]
  }
  const isCased = casedBy(flags)
  if (item?.op === 'LITERAL') return isCased(item.character) ? null : [{ op: 'LITERAL', character: item.character }]
  if (item?.op === 'BRANCH') return firstLiterals(item.branches, isCased)
  if (item?.op !== 'IN') return null
  return (flags & Flag.ignoreCase) !== 0 && item.set.some(each => mayHaveCased(each, isCased)) ? null : item.set
}

function firstLiterals(
  branches: readonly Sequence[],
  isCased: (character: number) => boolean,
): readonly SetItem[] | null {
  const set: SetItem[] = []
  for (const { items } of branches) {
    const [item] = items
    if (item?.op !== 'LITERAL' || isCased(item.character)) return null
    set.push({ op: 'LITERAL', character: item.character })
  }
  return set
}

function mayHaveCased(item: SetItem, isCased: (character: number) => boolean): boolean {
  if (item.op === 'LITERAL') return isCased(item.character)
  if (item.op !== 'RANGE') return false
  if (item.high > 0xffff) return true
  for (let i = item.low; i <= item.high; i++) if (isCased(i)) return true
  return false
}

/** By how much of the text before a place the text begins anew there: the table of Knuth, Morris and Pratt. */
function overlapTable(text: readonly number[]): number[] {
  const table = [0]
  for (let i = 1; i < text.length; i++) {
    let overlap = table[i - 1]!
    while (overlap > 0 && text[i] !== text[overlap]) overlap = table[overlap - 1]!
    table.push(text[i] === text[overlap] ? overlap + 1 : 0)
  }
  return table
}

export function emitInfo(code: number[], pattern: Sequence, flags: number): void {
  const [least, most] = pattern.width
  code.push(Op.INFO, 4, 0, Math.min(least, maxRepeat), Math.min(most, maxRepeat))
  if (least === 0 || ignoresByLocale(flags)) return
  const { text, skip, isAll } = literalPrefix(pattern.items, flags)
  if (text.length > 0) {
    code[2] = skip === null && isAll ? Info.prefix | Info.literal : Info.prefix
    code.push(text.length, skip ?? text.length)
    for (const character of text) code.push(character)
    for (const overlap of overlapTable(text)) code.push(overlap)
  } else {
    const first = firstSet(pattern, flags)
    const set = first === null ? [] : optimizeSet(first, null).set
    if (set.length === 0 || isEverything(set)) return
    code[2] = Info.charset
    emitSet(code, set, flags)
  }
  code[1] = code.length - 1
}
