/**
 * The parser of patterns, as Lib/re/_parser.py: from text to a Sequence, with CPython's simplifications, since its compiler's output depends on
 * them: a prefix that all alternatives share stands before them, alternatives of one character each are a set, groups that capture
 * nothing and change no flags are no groups.
 *
 * It knows valid patterns only. Whatever CPython complains or warns about is refused (source.ts).
 */
import { At, Flag, maxRepeat, typeFlags } from '../opcodes.ts'
import { categoryOf, escapedCharacter, numberedEscape, placeOf } from './escapes.ts'
import { parseSet } from './parse-set.ts'
import { isDigit, isNumber, isPlainName, isSpace, type Source } from './source.ts'
import { type Group, isSame, type Item, Sequence, type SetItem, unique, type Width } from './syntax.ts'

/** Groups within groups; CPython's Python code comes to its recursion limit somewhere beyond. */
const deepest = 100

const inlineFlags: ReadonlyMap<string, number> = new Map([
  ['i', Flag.ignoreCase],
  ['L', Flag.locale],
  ['m', Flag.multiline],
  ['s', Flag.dotAll],
  ['x', Flag.verbose],
  ['a', Flag.ascii],
  ['u', Flag.unicode],
])

export class Parser {
  readonly source: Source
  /** Those passed, and those that the pattern turns on for all of itself. */
  flags: number
  readonly groupNames: Map<string, number>
  /** By the number of the group; null while it is open. */
  readonly #groupWidths: (Width | null)[]
  /** In a lookbehind, the groups that were there before it. */
  #groupsBefore: number | null
  /** The greatest number that a conditional asks for. */
  #greatestAsked: number

  constructor(source: Source, flags: number) {
    this.source = source
    this.flags = flags
    this.groupNames = new Map()
    this.#groupWidths = [null]
    this.#groupsBefore = null
    this.#greatestAsked = 0
  }

  /** Groups, with the whole match as the first. */
  get groups(): number {
    return this.#groupWidths.length
  }

  /** The whole pattern; of no use if the source says that it is refused. */
  parse(): Sequence {
    const { source } = this
    const sequence = this.#alternatives(this.flags, 0)
    if (source.next !== '' || this.#greatestAsked >= this.groups) source.refuse()
    return sequence
  }

  #alternatives(flags: number, depth: number): Sequence {
    const { source } = this
    if (depth > deepest) source.refuse()
    const branches = [this.#sequence(flags, depth, depth === 0)]
    while (source.match('|')) branches.push(this.#sequence(depth === 0 ? this.flags : flags, depth))
    return branches.length === 1 ? branches[0]! : joinBranches(branches)
  }

  /** Items up to a `|`, a `)` or the end. Of the flags only whether to be verbose matters. */
  #sequence(flags: number, depth: number, mayTurnOn = false): Sequence {
    const { source } = this
    const items: Item[] = []
    let isVerbose = (flags & Flag.verbose) !== 0
    while (source.next !== '' && source.next !== '|' && source.next !== ')') {
      const token = source.take()
      if (isVerbose && isSpace(token)) continue
      if (isVerbose && token === '#') skipLine(source)
      else if (token === '(') {
        const item = this.#group(isVerbose ? Flag.verbose : 0, depth)
        if (item === null) continue
        if (item !== 'flags') items.push(item)
        else if (!mayTurnOn || items.length > 0) source.refuse()
        else isVerbose = (this.flags & Flag.verbose) !== 0
      } else if (token === '*' || token === '+' || token === '?' || token === '{') this.#repeat(items, token)
      else items.push(this.#simple(token))
    }
    return new Sequence(withoutPlainGroups(items))
  }

  #simple(token: string): Item {
    if (token === '.') return { op: 'ANY' }
    if (token === '^') return { op: 'AT', place: At.beginning }
    if (token === '$') return { op: 'AT', place: At.end }
    if (token === '[') return parseSet(this.source)
    if (!token.startsWith('\\')) return { op: 'LITERAL', character: token.codePointAt(0)! }
    const letter = token.slice(1)
    const category = categoryOf(letter)
    if (category >= 0) return { op: 'IN', set: [{ op: 'CATEGORY', category }] }
    const place = placeOf(letter)
    if (place !== undefined) return place
    if (!isDigit(letter)) return { op: 'LITERAL', character: escapedCharacter(this.source, letter) }
    const number = numberedEscape(this.source, letter)
    return number < 0 ? this.#reference(-number) : { op: 'LITERAL', character: number }
  }

  #reference(group: number): Item {
    this.#checkBehind(group)
    const width = this.#groupWidths[group] ?? null
    if (width !== null) return { op: 'GROUPREF', group, width }
    this.source.refuse()
    return { op: 'FAILURE' }
  }

  /** Within a lookbehind only groups that ended before it may be referred to. */
  #checkBehind(group: number): void {
    const before = this.#groupsBefore
    if (before !== null && (group >= before || (this.#groupWidths[group] ?? null) === null)) this.source.refuse()
  }

  #repeat(items: Item[], token: string): void {
    const { source } = this
    const limits = token === '{' ? this.#limits() : [token === '+' ? 1 : 0, token === '?' ? 1 : maxRepeat]
    if (limits === null) {
      items.push({ op: 'LITERAL', character: 123 })
      return
    }
    const [min, max] = limits as [number, number]
    const item = items.pop()
    if (item === undefined || item.op === 'AT' || item.op.endsWith('_REPEAT')) {
      source.refuse()
      return
    }
    const body = isPlainGroup(item) ? item.body : new Sequence([item])
    const op = source.match('?') ? 'MIN_REPEAT' : source.match('+') ? 'POSSESSIVE_REPEAT' : 'MAX_REPEAT'
    items.push({ op, min, max, body })
  }

  /** What is between braces; null if they are nothing special. */
  #limits(): readonly [min: number, max: number] | null {
    const { source } = this
    const start = source.position
    if (source.next === '}') return null
    const low = source.takeWhile(Infinity, isDigit)
    const high = source.match(',') ? source.takeWhile(Infinity, isDigit) : low
    if (!source.match('}')) {
      source.seek(start)
      return null
    }
    const min = Number(low)
    const max = high === '' ? maxRepeat : Number(high)
    if (min >= maxRepeat || (high !== '' && max >= maxRepeat) || max < min) source.refuse()
    return [min, max]
  }

  /** What follows a `(`, with the `)`; null for what matches nothing by itself, 'flags' for flags of the whole pattern. */
  #group(flags: number, depth: number): Item | 'flags' | null {
    const { source } = this
    if (!source.match('?')) return this.#capture(null, flags, depth)
    const kind = source.take()
    switch (kind) {
      case 'P':
        if (source.match('<')) return this.#capture(this.#name('>'), flags, depth)
        if (source.match('=')) return this.#reference(this.groupNames.get(this.#name(')')) ?? 0)
        break
      case ':':
        return { op: 'SUBPATTERN', group: null, on: 0, off: 0, body: this.#body(flags, depth) }
      case '>':
        return { op: 'ATOMIC_GROUP', body: this.#body(flags, depth) }
      case '#':
        while (source.next !== '' && source.next !== ')') source.advance()
        this.#expect(')')
        return null
      case '=':
      case '!':
        return this.#assertion(kind, false, flags, depth)
      case '<':
        return this.#assertion(source.take(), true, flags, depth)
      case '(':
        return this.#conditional(flags, depth)
      default:
        return this.#flagged(kind, flags, depth)
    }
    source.refuse()
    return null
  }

  #expect(token: string): void {
    if (!this.source.match(token)) this.source.refuse()
  }

  #name(terminator: string): string {
    const name = this.source.takeUntil(terminator)
    if (!isPlainName(name)) this.source.refuse()
    return name
  }

  /** The alternatives of a group, and its end. */
  #body(flags: number, depth: number): Sequence {
    const body = this.#alternatives(flags, depth + 1)
    this.#expect(')')
    return body
  }

  #capture(name: string | null, flags: number, depth: number): Item {
    const group = this.#groupWidths.push(null) - 1
    if (name !== null) {
      if (this.groupNames.has(name)) this.source.refuse()
      this.groupNames.set(name, group)
    }
    const body = this.#body(flags, depth)
    this.#groupWidths[group] = body.width
    return { op: 'SUBPATTERN', group, on: 0, off: 0, body }
  }

  #assertion(sign: string, isBehind: boolean, flags: number, depth: number): Item {
    if (sign !== '=' && sign !== '!') this.source.refuse()
    const before = this.#groupsBefore
    if (isBehind) this.#groupsBefore ??= this.groups
    const body = this.#body(flags, depth)
    this.#groupsBefore = before
    if (sign === '=') return { op: 'ASSERT', isBehind, body }
    return body.isEmpty ? { op: 'FAILURE' } : { op: 'ASSERT_NOT', isBehind, body }
  }

  #conditional(flags: number, depth: number): Item {
    const { source } = this
    const name = source.takeUntil(')')
    const group = isNumber(name) ? Number(name) : (this.groupNames.get(name) ?? 0)
    if (group === 0 || group > 0xffff) source.refuse()
    this.#greatestAsked = Math.max(this.#greatestAsked, group)
    this.#checkBehind(group)
    const present = this.#sequence(flags, depth + 1)
    const absent = source.match('|') ? this.#sequence(flags, depth + 1) : null
    this.#expect(')')
    return { op: 'GROUPREF_EXISTS', group, present, absent }
  }

  /** `(?i)`, `(?i:…)`, `(?s-i:…)`. */
  #flagged(first: string, flags: number, depth: number): Item | 'flags' {
    const { source } = this
    const on = first === '-' ? 0 : this.#flags(first)
    const off = first === '-' || source.match('-') ? this.#flags(source.take()) : 0
    const types = on & typeFlags
    if ((types & (types - 1)) !== 0 || (off & typeFlags) !== 0 || (on & off) !== 0) source.refuse()
    if (off === 0 && source.match(')')) {
      this.flags |= on
      return 'flags'
    }
    this.#expect(':')
    return { op: 'SUBPATTERN', group: null, on, off, body: this.#body((flags | on) & ~off, depth) }
  }

  /** The flags of the letters, of which there is at least one. */
  #flags(first: string): number {
    const { source } = this
    let flags = 0
    for (let letter = first; ; letter = source.take()) {
      const flag = inlineFlags.get(letter) ?? 0
      if (flag === 0 || letter === (source.isText ? 'L' : 'u')) source.refuse()
      flags |= flag
      if (!inlineFlags.has(source.next)) return flags
    }
  }
}

function skipLine(source: Source): void {
  while (source.next !== '' && source.next !== '\n') source.advance()
  source.advance()
}

/** A group that captures nothing and changes no flags. */
const isPlainGroup = (item: Item): item is Group =>
  item.op === 'SUBPATTERN' && item.group === null && item.on === 0 && item.off === 0

const withoutPlainGroups = (items: Item[]): Item[] =>
  items.some(isPlainGroup) ? items.flatMap(item => (isPlainGroup(item) ? item.body.items : [item])) : items

function joinBranches(branches: readonly Sequence[]): Sequence {
  const items: Item[] = []
  for (;;) {
    const first = branches[0]!.items[0]
    if (first === undefined) break
    if (!branches.every(({ items: [each] }) => each !== undefined && isSame(each, first))) break
    for (const branch of branches) branch.items.shift()
    items.push(first)
  }
  const set = setOf(branches)
  items.push(set === null ? { op: 'BRANCH', branches } : { op: 'IN', set: unique(set) })
  return new Sequence(items)
}

/** The set that alternatives of one character each are; null if one is of another kind. */
function setOf(branches: readonly Sequence[]): SetItem[] | null {
  const set: SetItem[] = []
  for (const { items } of branches) {
    const [item] = items
    if (item === undefined || items.length > 1) return null
    if (item.op === 'LITERAL') set.push({ op: 'LITERAL', character: item.character })
    else if (item.op === 'IN' && item.set[0]!.op !== 'NEGATE') set.push(...item.set)
    else return null
  }
  return set
}
