/**
 * Which tokens can begin what.
 *
 * Most attempts of the error grammar fail at their first token. Knowing the tokens that an alternative can begin
 * with saves the attempt, and does not change what the attempts that are left come to: looking at one token is all
 * that the saved attempt would have done.
 */

import type { Alternative, Choice, Grammar, Item } from './notation.ts'

const KINDS = 128

/** Fills in `first` of all alternatives and choices; null there means "anything, or nothing at all". */
export function findFirstSets(grammar: Grammar): void {
  const choices = new Set<Choice>()
  for (const rule of grammar.values()) collectChoices(rule, choices)
  for (const choice of choices) choice.first = new Uint8Array(KINDS)
  // Sets only grow, and a set that became null stays so; the rounds end when nothing changes.
  let changed = true
  while (changed) {
    changed = false
    for (const choice of choices) if (choice.first !== null && grow(choice)) changed = true
  }
  for (const choice of choices) for (const alternative of choice.alternatives) alternative.first = firstOf(alternative)
}

function collectChoices(choice: Choice, into: Set<Choice>): void {
  if (into.has(choice)) return
  into.add(choice)
  for (const { items } of choice.alternatives) {
    for (const item of items) {
      for (let part: Item | null = item; part !== null; part = part.inner) {
        if (part.choice !== null) collectChoices(part.choice, into)
        if (part.separator?.choice) collectChoices(part.separator.choice, into)
      }
    }
  }
}

function grow(choice: Choice): boolean {
  const known = choice.first!
  let changed = false
  for (const alternative of choice.alternatives) {
    const first = firstOf(alternative)
    if (first === null) {
      choice.first = null
      return true
    }
    for (let kind = 0; kind < KINDS; kind++) {
      if (first[kind] === 1 && known[kind] === 0) {
        known[kind] = 1
        changed = true
      }
    }
  }
  return changed
}

function firstOf({ items }: Alternative): Uint8Array | null {
  const first = new Uint8Array(KINDS)
  for (const item of items) if (addFirst(item, first)) return first
  return null
}

/** Adds the tokens that an item can begin with; true when it cannot be empty. */
function addFirst(item: Item, first: Uint8Array): boolean {
  switch (item.kind) {
    case 'token':
    case 'word':
      first[item.token] = 1
      return true
    case 'rule':
    case 'group': {
      const own = item.choice!.first
      // What can be empty goes on with what follows; that it could begin with anything must not be lost.
      if (own === null) {
        first.fill(1)
        return false
      }
      for (let kind = 0; kind < KINDS; kind++) if (own[kind] === 1) first[kind] = 1
      return true
    }
    case 'optional':
    case 'star':
      addFirst(item.inner!, first)
      return false
    case 'plus':
    case 'gather':
      return addFirst(item.inner!, first)
    case 'force':
      // An error at any other token: to be attempted always.
      first.fill(1)
      return true
    // Lookaheads and cuts consume nothing.
    default:
      return false
  }
}
