/** What Tab offers: keywords, names of the program and builtins, and attributes. As Lib/rlcompleter.py, which it uses no code of Python's for. */
import { findAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import type { PyDict } from '../objects/dict.ts'
import { call } from '../objects/call.ts'
import { raised } from '../objects/exception.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asStr, textOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

const keywords =
  `False None True and as assert async await break class continue def del elif else except finally for from
  global if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/)
const softKeywords = ['_', 'case', 'match', 'type']
/** Keywords that nothing need follow, and those that a colon follows. */
const alone = new Set(['False', 'None', 'True', 'break', 'continue', 'pass', '_'])
const beforeColon = new Set(['else', 'finally', 'try'])

/** Candidates for the word that the line ends with. */
export function completionsOf(line: string, globals: PyDict): readonly [candidates: string[], word: string] {
  const word = /[\p{L}\p{N}_.]*$/u.exec(line)![0]
  if (word === '') return [[], word]
  const dot = word.lastIndexOf('.')
  try {
    return [dot < 0 ? names(word, globals) : attributes(word.slice(0, dot), word.slice(dot + 1), globals), word]
  } catch (thrown) {
    raised(thrown)
    return [[], word]
  }
}

function names(prefix: string, globals: PyDict): string[] {
  const found = new Map<string, string>()
  for (const keyword of [...keywords, ...softKeywords]) {
    if (!keyword.startsWith(prefix)) continue
    const end = beforeColon.has(keyword) ? ':' : alone.has(keyword) ? '' : ' '
    found.set(keyword, keyword + end)
  }
  for (const dict of [globals, vm.builtins])
    for (let at = dict.next(0); at >= 0; at = dict.next(at + 1)) {
      const name = asStr(dict.keys[at]!)
      if (name === undefined) continue
      const text = textOf(name)
      if (text.startsWith(prefix) && !found.has(text)) found.set(text, withCall(text, dict.values[at] as Value))
    }
  return [...found.values()]
}

/** A callable gets its opening parenthesis, and the closing one if it takes nothing. */
function withCall(text: string, value: Value): string {
  return typeOf(value).call === null ? text : `${text}(`
}

function attributes(expression: string, prefix: string, globals: PyDict): string[] {
  let value: Value | undefined
  for (const [i, name] of expression.split('.').entries()) {
    if (i === 0) value = globals.getStr(name) ?? vm.builtins.getStr(name)
    else value = value === undefined ? undefined : findAttribute(value, name)
  }
  if (value === undefined) return []
  const object = value
  const all = itemsOf(call(vm.builtins.getStr('dir')!, [object])).map(name => textOf(asStr(name)!))
  // Names with underscores are offered when asked for, or when there are no others.
  const skipped = prefix === '' ? '_' : prefix === '_' ? '__' : null
  const matching = (noPrefix: string | null): string[] =>
    all.filter(name => name.startsWith(prefix) && (noPrefix === null || !name.startsWith(noPrefix)))
  let matches = matching(skipped)
  if (matches.length === 0 && skipped === '_') matches = matching('__')
  if (matches.length === 0 && skipped !== null) matches = matching(null)
  return matches.map(name => {
    const attribute = safeAttribute(object, name)
    const text = `${expression}.${name}`
    return attribute === undefined ? text : withCall(text, attribute)
  })
}

/** The attribute, except that no property is run for a completion. */
function safeAttribute(object: Value, name: string): Value | undefined {
  const inType = typeOf(object).lookup(name)
  if (inType !== undefined)
    return typeOf(inType).descrGet === null ? inType : typeOf(inType).call === null ? undefined : inType
  return findAttribute(object, name)
}
