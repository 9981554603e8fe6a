/**
 * Python text with holes, for what is easier to read as Python than as the code that makes it.
 *
 *   «int», «float:0»     an expression of that kind (of that depth, if that is less)
 *   «any»                one of any kind
 *   «a¦b¦c»              one of these texts, which may have holes of their own
 *   «3..9»               a number between them
 *   «?3» before a line   the line is there once in three times
 *   ⏎                    a new line, indented as the line is, and there if that is
 *   «statement»          alone on its line: a statement, indented as the hole is
 */
import type { Choices } from './choices.ts'
import { type Expressions, type Kind, kinds } from './expressions.ts'

export function filled(template: string, choices: Choices, expressions: Expressions, depth = 1): string {
  let text = ''
  for (let at = 0; at < template.length; ) {
    if (template[at] !== '«') {
      text += template[at++]
      continue
    }
    const end = closing(template, at)
    text += hole(template.slice(at + 1, end), choices, expressions, depth)
    at = end + 1
  }
  return text
}

/** The lines of a template, filled. */
export function filledLines(template: string, choices: Choices, expressions: Expressions, depth = 1): string[] {
  const lines: string[] = []
  for (const text of template.split('\n')) {
    const line = kept(text, choices)
    if (line === undefined) continue
    const indent = line.slice(0, line.search(/\S/))
    for (const piece of line.trim().split(' ⏎ ')) {
      const rest = kept(piece, choices)
      if (rest === undefined) continue
      lines.push(indent + (rest.trim() === statementHole ? rest : filled(rest, choices, expressions, depth)))
    }
  }
  return lines
}

/** The line without the mark that says how often it is there, if it is there. */
function kept(line: string, choices: Choices): string | undefined {
  const mark = /^( *)«\?(\d+)»/.exec(line)
  if (mark === null) return line.trim() === '' ? undefined : line
  return choices.oneIn(Number(mark[2])) ? mark[1]! + line.slice(mark[0].length) : undefined
}

export const statementHole = '«statement»'

function closing(template: string, at: number): number {
  let depth = 0
  for (; at < template.length; at++) {
    if (template[at] === '«') depth++
    else if (template[at] === '»' && --depth === 0) return at
  }
  throw new Error(`a hole is not closed: ${template}`)
}

function hole(text: string, choices: Choices, expressions: Expressions, depth: number): string {
  const alternatives = split(text)
  if (alternatives.length > 1) return filled(choices.pick(alternatives), choices, expressions, depth)
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(text)
  if (range !== null) return String(choices.between(Number(range[1]), Number(range[2])))
  const [name, most = '9'] = text.split(':')
  const within = Math.min(Number(most), depth)
  if (name === 'any') return expressions.anything(within)
  if (!kinds.includes(name as Kind)) throw new Error(`no such hole: ${text}`)
  return expressions.of(name as Kind, within)
}

/** At the bars that stand in no hole of their own. */
function split(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '«') depth++
    if (character === '»') depth--
    if (character === '¦' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}
