/**
 * The notation of the error grammar, and its reading.
 *
 * A rule is a list of alternatives. An alternative is text in the notation of PEP 617, with an action perhaps:
 *
 *     'keyword' '+='     a token, by its spelling        NAME              a token, by its kind
 *     "match"            a soft keyword                   rule              another rule
 *     [x]  x?            x or nothing                     x*  x+  s.x+      repetition; with separators
 *     &x  !x             x must (not) follow              &&x               x must follow, or it is an error
 *     ~                  no other alternative after this  a=x               x, named for the action
 *
 * The value of an alternative is what its action makes of the named values; without an action, the named value if
 * there is one, else the value of its only item, else nothing in particular.
 */

import * as kind from '../token-kinds.ts'
import type { FirstSet } from './first-sets.ts'
import type { Reporter } from './reporter.ts'
import type { Shape } from './shape.ts'

/** A shape, a list of them, null for what is absent, or undefined: no match. */
export type Value = Shape | readonly Value[] | null

export type Captures = Readonly<Record<string, Shape>>

/** Null makes the rule fail, and no other alternative is tried; raising an error is the usual thing to do. */
export type Action = (captures: Captures, report: Reporter) => Value

export type AlternativeText = string | readonly [text: string, action: Action | string]

export type GrammarText = Readonly<Record<string, readonly AlternativeText[]>>

export type ItemKind =
  | 'token'
  | 'word'
  | 'rule'
  | 'group'
  | 'optional'
  | 'star'
  | 'plus'
  | 'gather'
  | 'and'
  | 'not'
  | 'force'
  | 'cut'

export class Item {
  readonly kind: ItemKind
  /** The token of a `token`, the word of a `word`, the spelling in the message of a `force`. */
  readonly token: number
  readonly text: string
  /** What a modifier applies to. */
  readonly inner: Item | null
  readonly separator: Item | null
  /** The alternatives of a group; of a rule, once it has been looked up. */
  choice: Choice | null
  constructor(
    itemKind: ItemKind,
    token: number,
    text: string,
    inner: Item | null,
    separator: Item | null,
    choice: Choice | null,
  ) {
    this.kind = itemKind
    this.token = token
    this.text = text
    this.inner = inner
    this.separator = separator
    this.choice = choice
  }
}

export class Alternative {
  readonly items: readonly Item[]
  readonly names: readonly (string | null)[]
  readonly action: Action | string | null
  /** The index of the first item that has a name, or −1. */
  readonly named: number
  /** Tried in the second pass only. */
  readonly isForErrors: boolean
  /** Null until it has been asked for (first-sets.ts). */
  first: FirstSet | null
  constructor(items: readonly Item[], names: readonly (string | null)[], action: Action | string | null) {
    this.items = items
    this.names = names
    this.action = action
    this.named = names.findIndex(name => name !== null)
    this.isForErrors = items.length === 1 && items[0]!.kind === 'rule' && items[0]!.text.startsWith('invalid_')
    this.first = null
  }
}

export class Choice {
  readonly name: string
  readonly id: number
  readonly alternatives: Alternative[]
  readonly isMemoized: boolean
  readonly isLeftRecursive: boolean
  first: FirstSet | null
  constructor(name: string, id: number, isMemoized: boolean, isLeftRecursive: boolean) {
    this.name = name
    this.id = id
    this.alternatives = []
    this.isMemoized = isMemoized
    this.isLeftRecursive = isLeftRecursive
    this.first = null
  }
}

export type Grammar = ReadonlyMap<string, Choice>

/** Reads a grammar. The two lists name rules: those that CPython memoizes, and those that begin with themselves. */
export function readGrammar(texts: readonly GrammarText[], memoized: string, leftRecursive: string): Grammar {
  const memo = new Set(memoized.split(/\s+/))
  const recursive = new Set(leftRecursive.split(/\s+/))
  const rules = new Map<string, Choice>()
  for (const text of texts) {
    for (const name of Object.keys(text)) {
      rules.set(name, new Choice(name, rules.size + 1, memo.has(name), recursive.has(name)))
    }
  }
  for (const text of texts) {
    for (const [name, alternatives] of Object.entries(text)) {
      const rule = rules.get(name)!
      for (const alternative of alternatives) {
        const [body, action] = typeof alternative === 'string' ? [alternative, null] : alternative
        rule.alternatives.push(...new NotationReader(body, rules, name).read(action))
      }
    }
  }
  return rules
}

const tokenKinds = new Map(kind.kindNames.map((name, value) => [name, value]))

function tokenBySpelling(spelling: string): number {
  const keyword = kind.keywords.indexOf(spelling)
  const token = keyword >= 0 ? kind.FIRST_KEYWORD + keyword : kind.operatorKinds[spelling]
  if (token === undefined) throw new Error(`error grammar: no token is spelled ${spelling}`)
  return token
}

class NotationReader {
  readonly parts: readonly string[]
  readonly rules: ReadonlyMap<string, Choice>
  readonly rule: string
  at: number

  constructor(text: string, rules: ReadonlyMap<string, Choice>, rule: string) {
    this.parts = text.match(/'[^']+'|"[^"]+"|\w+|&&|[^\s\w]/g) ?? []
    this.rules = rules
    this.rule = rule
    this.at = 0
  }

  /** Alternatives with `|` between them; the action belongs to each. */
  read(action: Action | string | null): Alternative[] {
    const alternatives: Alternative[] = []
    do {
      const items: Item[] = []
      const names: (string | null)[] = []
      while (this.at < this.parts.length && !/^[|)\]]$/.test(this.parts[this.at]!)) {
        const isNamed = this.parts[this.at + 1] === '='
        names.push(isNamed ? this.parts[this.at]! : null)
        if (isNamed) this.at += 2
        items.push(this.readItem())
      }
      alternatives.push(new Alternative(items, names, action))
    } while (this.accept('|'))
    return alternatives
  }

  private accept(part: string): boolean {
    if (this.parts[this.at] !== part) return false
    this.at++
    return true
  }

  private readItem(): Item {
    if (this.accept('~')) return new Item('cut', 0, '', null, null, null)
    if (this.accept('&&')) {
      const inner = this.readAtom()
      return new Item('force', inner.token, inner.text, inner, null, null)
    }
    if (this.accept('&')) return modifier('and', this.readAtom())
    if (this.accept('!')) return modifier('not', this.readAtom())
    const atom = this.readAtom()
    if (this.accept('?')) return modifier('optional', atom)
    if (this.accept('*')) return modifier('star', atom)
    if (this.accept('+')) return modifier('plus', atom)
    if (!this.accept('.')) return atom
    const item = this.readAtom()
    if (!this.accept('+')) throw new Error(`error grammar: ${this.rule} separates without repeating`)
    return new Item('gather', 0, '', item, atom, null)
  }

  private readAtom(): Item {
    const part = this.parts[this.at++]
    if (part === undefined) throw new Error(`error grammar: ${this.rule} ends too early`)
    if (part === '(' || part === '[') {
      const choice = new Choice(`part of ${this.rule}`, 0, false, false)
      choice.alternatives.push(...this.read(null))
      this.at++
      const group = new Item('group', 0, '', null, null, choice)
      return part === '[' ? modifier('optional', group) : group
    }
    const spelling = part.slice(1, -1)
    if (part.startsWith("'")) return new Item('token', tokenBySpelling(spelling), spelling, null, null, null)
    if (part.startsWith('"')) return new Item('word', kind.NAME, spelling, null, null, null)
    const token = tokenKinds.get(part)
    if (token !== undefined) return new Item('token', token, part, null, null, null)
    const rule = this.rules.get(part)
    if (rule === undefined) throw new Error(`error grammar: ${this.rule} needs a rule ${part}`)
    return new Item('rule', 0, part, null, null, rule)
  }
}

const modifier = (itemKind: ItemKind, inner: Item) => new Item(itemKind, 0, '', inner, null, null)
