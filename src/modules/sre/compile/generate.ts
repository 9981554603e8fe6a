/** Code of a parsed pattern, as _compile of Lib/re/_compiler.py. */
import { At, Flag, Op } from '../opcodes.ts'
import { caseRules } from './case-rules.ts'
import { combineFlags, emitInfo } from './info.ts'
import { emitSet, isEverything, optimizeSet } from './set-code.ts'
import type { Item, Sequence, SetItem } from './syntax.ts'

/** The code of a whole pattern; null if it cannot be compiled. */
export function generate(pattern: Sequence, flags: number): number[] | null {
  const generator = new Generator()
  emitInfo(generator.code, pattern, flags)
  generator.sequence(pattern, flags)
  generator.code.push(Op.SUCCESS)
  return generator.isRefused ? null : generator.code
}

const repeats = {
  MIN_REPEAT: [Op.REPEAT, Op.MIN_UNTIL, Op.MIN_REPEAT_ONE],
  MAX_REPEAT: [Op.REPEAT, Op.MAX_UNTIL, Op.REPEAT_ONE],
  POSSESSIVE_REPEAT: [Op.POSSESSIVE_REPEAT, Op.SUCCESS, Op.POSSESSIVE_REPEAT_ONE],
} as const

/** Does it match one character, without groups? */
function isSimple({ items }: Sequence): boolean {
  const [item] = items
  if (item === undefined || items.length > 1) return false
  if (item.op === 'SUBPATTERN') return item.group === null && isSimple(item.body)
  return item.op === 'LITERAL' || item.op === 'NOT_LITERAL' || item.op === 'ANY' || item.op === 'IN'
}

/** The number of a place for patterns of those flags. */
function placeBy(flags: number, place: number): number {
  if (place === At.beginning || place === At.end) return (flags & Flag.multiline) === 0 ? place : place + 1
  if (place !== At.boundary && place !== At.nonBoundary) return place
  if ((flags & Flag.locale) !== 0) return place + At.localeBoundary - At.boundary
  return (flags & Flag.unicode) === 0 ? place : place + At.unicodeBoundary - At.boundary
}

class Generator {
  readonly code: number[] = []
  isRefused = false

  sequence(sequence: Sequence, flags: number): void {
    for (const item of sequence.items) this.#item(item, flags)
  }

  /** A word that says how far it is from there to where `emit` ends. */
  #skip(emit: () => void): void {
    const { code } = this
    const at = code.push(0) - 1
    emit()
    code[at] = code.length - at
  }

  #item(item: Item, flags: number): void {
    const { code } = this
    switch (item.op) {
      case 'LITERAL':
      case 'NOT_LITERAL':
        this.#literal(item.op, item.character, flags)
        break
      case 'IN':
        this.#set(item.set, flags)
        break
      case 'ANY':
        code.push((flags & Flag.dotAll) === 0 ? Op.ANY : Op.ANY_ALL)
        break
      case 'FAILURE':
        code.push(Op.FAILURE)
        break
      case 'AT':
        code.push(Op.AT, placeBy(flags, item.place))
        break
      case 'SUBPATTERN': {
        const { group, on, off, body } = item
        if (group !== null) code.push(Op.MARK, (group - 1) * 2)
        this.sequence(body, combineFlags(flags, on, off))
        if (group !== null) code.push(Op.MARK, (group - 1) * 2 + 1)
        break
      }
      case 'ATOMIC_GROUP':
        code.push(Op.ATOMIC_GROUP)
        this.#skip(() => this.#ended(item.body, flags))
        break
      case 'ASSERT':
      case 'ASSERT_NOT':
        code.push(Op[item.op])
        this.#skip(() => {
          code.push(item.isBehind ? this.#fixedWidth(item.body) : 0)
          this.#ended(item.body, flags)
        })
        break
      case 'BRANCH':
        this.#branch(item.branches, flags)
        break
      case 'GROUPREF':
        code.push(Op[`GROUPREF${suffixBy(flags)}`], item.group - 1)
        break
      case 'GROUPREF_EXISTS':
        code.push(Op.GROUPREF_EXISTS, item.group - 1)
        this.#conditional(item.present, item.absent, flags)
        break
      default:
        this.#repeat(item, flags)
    }
  }

  #ended(body: Sequence, flags: number): void {
    this.sequence(body, flags)
    this.code.push(Op.SUCCESS)
  }

  /** The width of a lookbehind, which must be fixed. */
  #fixedWidth(body: Sequence): number {
    const [least, most] = body.width
    if (least !== most || least > 0xffffffff) this.isRefused = true
    return least
  }

  #literal(op: 'LITERAL' | 'NOT_LITERAL', character: number, flags: number): void {
    const { code } = this
    const rules = caseRules(flags)
    if (rules === null || !rules.isCased(character)) {
      const isLocale = rules === null && (flags & Flag.ignoreCase) !== 0
      code.push(isLocale ? Op[`${op}_LOC_IGNORE`] : Op[op], character)
      return
    }
    const lower = rules.lower(character)
    const others = rules.others(lower)
    if (others.length === 0) {
      code.push(Op[`${op}${rules.suffix}`], lower)
      return
    }
    code.push(Op.IN_UNI_IGNORE)
    this.#skip(() => {
      const set = [lower, ...others].map((each): SetItem => ({ op: 'LITERAL', character: each }))
      emitSet(code, op === 'NOT_LITERAL' ? [{ op: 'NEGATE' }, ...set] : set, flags)
    })
  }

  #set(items: readonly SetItem[], flags: number): void {
    const { code } = this
    const { set, hasCased } = optimizeSet(items, caseRules(flags))
    if (set.length === 0) code.push(Op.FAILURE)
    else if (isEverything(set)) code.push(Op.ANY_ALL)
    else {
      const isLocale = (flags & Flag.ignoreCase) !== 0 && (flags & Flag.locale) !== 0
      code.push(Op[`IN${isLocale || hasCased ? suffixBy(flags) : ''}`])
      this.#skip(() => emitSet(code, set, flags))
    }
  }

  #repeat(item: Extract<Item, { min: number }>, flags: number): void {
    const { code } = this
    const [repeat, until, repeatOne] = repeats[item.op]
    const isOne = isSimple(item.body)
    code.push(isOne ? repeatOne : repeat)
    this.#skip(() => {
      code.push(item.min, item.max)
      this.sequence(item.body, flags)
      if (isOne) code.push(Op.SUCCESS)
    })
    if (!isOne) code.push(until)
  }

  #branch(branches: readonly Sequence[], flags: number): void {
    const { code } = this
    const jumps: number[] = []
    code.push(Op.BRANCH)
    for (const branch of branches) {
      this.#skip(() => {
        this.sequence(branch, flags)
        jumps.push(code.push(Op.JUMP, 0) - 1)
      })
    }
    code.push(Op.FAILURE)
    for (const jump of jumps) code[jump] = code.length - jump
  }

  /** The distance to the other part, or behind all, goes one word farther than others do. */
  #conditional(present: Sequence, absent: Sequence | null, flags: number): void {
    const { code } = this
    const at = code.push(0) - 1
    this.sequence(present, flags)
    if (absent === null || absent.isEmpty) {
      code[at] = code.length - at + 1
      return
    }
    code.push(Op.JUMP)
    this.#skip(() => {
      code[at] = code.length - at + 1
      this.sequence(absent, flags)
    })
  }
}

function suffixBy(flags: number): '' | '_IGNORE' | '_LOC_IGNORE' | '_UNI_IGNORE' {
  if ((flags & Flag.ignoreCase) === 0) return ''
  if ((flags & Flag.locale) !== 0) return '_LOC_IGNORE'
  return (flags & Flag.unicode) === 0 ? '_IGNORE' : '_UNI_IGNORE'
}
