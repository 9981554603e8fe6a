/**
 * What leaving units has taught about instructions: which of them should not be specialized by what tier 1 met last.
 *
 * A region is formed from the inline caches, as if each site went on meeting what it met before. Where that has failed often the site is marked,
 * and the next unit compiles it in its general form, or with the code that had been taken for cold.
 */
import type { PyCode } from '../objects/frame.ts'
import { isOn } from './passes.ts'
import type { Value } from '../objects/value.ts'
import { kindOf } from './known.ts'

export interface SiteProfile {
  /** How often guards of the site have failed so much that a unit was given up: it meets values of several kinds. */
  failures: number
  /** Results were too large for the fast form. */
  overflows: boolean
  /** The site is reached after all. */
  isReached: boolean
}

const profiles = new WeakMap<PyCode, Map<number, SiteProfile>>()

export function profileOf(code: PyCode, at: number): SiteProfile | undefined {
  return profiles.get(code)?.get(at)
}

/** Is the site known to meet several kinds of values? */
export const isUnstable = (code: PyCode, at: number): boolean => (profileOf(code, at)?.failures ?? 0) > 0

/** Has the site, whose cache holds one type, failed with the next one as well? */
export const isFickle = (code: PyCode, at: number): boolean => (profileOf(code, at)?.failures ?? 0) > 1

/** Has the site failed so often that remembering several kinds does not help? */
export const isHopeless = (code: PyCode, at: number): boolean => (profileOf(code, at)?.failures ?? 0) > 3

export function markProfile(code: PyCode, at: number): SiteProfile {
  let sites = profiles.get(code)
  if (sites === undefined) profiles.set(code, (sites = new Map()))
  let site = sites.get(at)
  if (site === undefined) sites.set(at, (site = { failures: 0, overflows: false, isReached: false }))
  return site
}

const entries = new WeakMap<PyCode, Map<string, Set<unknown>>>()

/** What the slot has had in it when the unit that begins at `at` was, or should have been, entered. */
export function entryProfile(code: PyCode, at: number, slot: number): Set<unknown> {
  let slots = entries.get(code)
  if (slots === undefined) entries.set(code, (slots = new Map()))
  const key = `${at}:${slot}`
  let met = slots.get(key)
  if (met === undefined) slots.set(key, (met = new Set()))
  return met
}

/** A value as entry profiles know it: by its shape, its type or its kind. */
export function whatMet(value: Value | undefined): unknown {
  const { shape, type, kind } = kindOf(value)
  return shape ?? type ?? kind
}

/** Globals and attributes that a program changes while it runs: no constants. */
const changing = new WeakMap<object, Set<unknown>>()

export const isChanging = (owner: object, key: unknown): boolean =>
  !isOn.constants || (changing.get(owner)?.has(key) ?? false)

export function markChanging(owner: object, key: unknown): void {
  let keys = changing.get(owner)
  if (keys === undefined) changing.set(owner, (keys = new Set()))
  keys.add(key)
}

const failures = new WeakMap<PyCode, Map<number, number>>()

/** How often compiling what begins at the instruction has failed or been in vain. */
export const failuresAt = (code: PyCode, at: number): number => failures.get(code)?.get(at) ?? 0

export function noteFailure(code: PyCode, at: number): void {
  let sites = failures.get(code)
  if (sites === undefined) failures.set(code, (sites = new Map()))
  sites.set(at, (sites.get(at) ?? 0) + 1)
}
