/**
 * Which tokens can begin what.
 *
 * Most attempts of the error grammar fail at their first token. Knowing the tokens that an alternative can begin
 * with saves the attempt, and does not change what the attempts that are left come to: looking at one token is all
 * that the saved attempt would have done.
 *
 * Sets are found when they are first asked for, since an error needs a part of the grammar only. A rule that
 * begins with itself adds nothing to its own set, so it counts as empty while its set is being found; no other
 * rules run in circles.
 */

import type { Alternative, Choice, Item } from './notation.ts'

const KINDS = 128

/** Flags by kind of token; `anything` for what can be empty. */
export type FirstSet = Uint8Array | 'anything'

const empty = new Uint8Array(KINDS)

export function firstOfChoice(choice: Choice): FirstSet {
  if (choice.first !== null) return choice.first
  choice.first = empty
  const first = new Uint8Array(KINDS)
  for (const alternative of choice.alternatives) {
    const own = firstOfAlternative(alternative)
    if (own === 'anything') {
      choice.first = 'anything'
      return 'anything'
    }
    addAll(own, first)
  }
  choice.first = first
  return first
}

export function firstOfAlternative(alternative: Alternative): FirstSet {
  if (alternative.first !== null) return alternative.first
  const first = new Uint8Array(KINDS)
  const isNeverEmpty = alternative.items.some(item => addFirst(item, first))
  const result = isNeverEmpty ? first : 'anything'
  // A set that was found while a rule counted as empty may lack something; it is not kept.
  if (!alternative.items.some(item => item.choice?.first === empty)) alternative.first = result
  return result
}

function addAll(from: Uint8Array, into: Uint8Array): void {
  for (let kind = 0; kind < KINDS; kind++) if (from[kind] === 1) into[kind] = 1
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
      const own = firstOfChoice(item.choice!)
      if (own !== 'anything') addAll(own, first)
      else first.fill(1)
      return own !== 'anything'
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
