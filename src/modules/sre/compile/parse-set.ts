/** Sets in a pattern: `[a-z_]`. As in _parse of Lib/re/_parser.py, and what is warned about there is refused here. */
import { categoryOf, escapedCharacter, octalCharacter } from './escapes.ts'
import { isDigit, isOctalDigit, type Source } from './source.ts'
import { type Item, type SetItem, unique } from './syntax.ts'

const minus: SetItem = { op: 'LITERAL', character: 45 }

/** The set behind a `[`, with its end. */
export function parseSet(source: Source): Item {
  const items: SetItem[] = []
  if (source.next === '[') source.refuse()
  const isNegated = source.match('^')
  for (;;) {
    const token = source.take()
    if (token === '') {
      source.refuse()
      break
    }
    if (token === ']' && items.length > 0) break
    if (items.length > 0 && '-&~|'.includes(token) && source.next === token) source.refuse()
    const item = setItem(source, token)
    if (!source.match('-')) {
      items.push(item)
      continue
    }
    const end = source.take()
    if (end === ']') {
      items.push(item, minus)
      break
    }
    items.push(rangeOf(source, item, end))
  }
  const set = unique(items)
  const [only] = set
  if (set.length === 1 && only!.op === 'LITERAL')
    return { op: isNegated ? 'NOT_LITERAL' : 'LITERAL', character: only!.character }
  return { op: 'IN', set: isNegated ? [{ op: 'NEGATE' }, ...set] : set }
}

function rangeOf(source: Source, from: SetItem, end: string): SetItem {
  if (end === '' || end === '-') source.refuse()
  const to = setItem(source, end)
  if (from.op === 'LITERAL' && to.op === 'LITERAL' && from.character <= to.character)
    return { op: 'RANGE', low: from.character, high: to.character }
  source.refuse()
  return from
}

function setItem(source: Source, token: string): SetItem {
  if (!token.startsWith('\\')) return { op: 'LITERAL', character: token.codePointAt(0) ?? 0 }
  const letter = token.slice(1)
  const category = categoryOf(letter)
  if (category >= 0) return { op: 'CATEGORY', category }
  return { op: 'LITERAL', character: isDigit(letter) ? byOctal(source, letter) : escapedCharacter(source, letter) }
}

function byOctal(source: Source, digit: string): number {
  if (!isOctalDigit(digit)) source.refuse()
  return octalCharacter(source, digit + source.takeWhile(2, isOctalDigit))
}
