/**
 * Code for alternatives.
 *
 * For each next character, and for the end of the text, a table has the list of the alternatives that can begin so; equal lists are
 * one. A list of one is a jump to it, with nothing noted.
 */
import type { Label } from './code-text.ts'
import type { Emitter } from './emit.ts'
import { branchAt } from './structure.ts'

/** Index in the table for characters from 256 on, and for the end of the text. */
const beyond = 256
const atEnd = 257

export function emitBranch(emitter: Emitter, pc: number): void {
  const { code, text } = emitter
  const { bodies, join } = branchAt(code, pc)
  const firsts = bodies.map(body => emitter.first(body))
  const all = bodies.map((_, i) => i)
  const lists: (readonly number[])[] = []
  for (let c = 0; c < 256; c++) lists.push(all.filter(i => firsts[i] === null || firsts[i]!.low[c] !== 0))
  lists.push(all.filter(i => firsts[i] === null || firsts[i]!.some !== 0))
  lists.push(all.filter(i => firsts[i] === null))
  const entries = new Map<string, Label>()
  const wanted = new Map<string, readonly number[]>()
  for (const list of lists) wanted.set(list.join(), list)
  const cases = [...wanted.values()].reduce((sum, list) => sum + list.length, 0)
  // Where lists have too much in common, all alternatives are tried.
  const isWorth = wanted.size > 1 && cases <= 4 * bodies.length + 64
  const entryOf = (list: readonly number[]): Label => {
    const key = list.join()
    let entry = entries.get(key)
    if (entry === undefined) entries.set(key, (entry = list.length === 1 ? bodies[list[0]!]! : text.fresh()))
    return entry
  }
  if (isWorth) {
    const table = text.table(lists.map(entryOf))
    text.put(
      `if(i<n){c=${emitter.at('i')};pc=${table}[c<256?c:${beyond}]}else pc=${text.to(entryOf(lists[atEnd]!))};continue l;`,
    )
  } else text.put(emitter.goto(entryOf(all)))
  emitter.later(() => {
    for (const [key, entry] of entries) {
      const list = isWorth ? wanted.get(key)! : all
      if (list.length === 1) continue
      text.label(entry)
      if (list.length === 0) text.put('break f;')
      else
        emitList(
          emitter,
          pc,
          list.map(i => bodies[i]!),
          join,
        )
    }
  })
}

/** Tries alternatives one after the other. */
function emitList(emitter: Emitter, pc: number, bodies: readonly number[], join: number): void {
  const { text } = emitter
  let next = text.fresh()
  text.put(emitter.push(['i'], next) + emitter.goto(bodies[0]!))
  bodies.slice(1).forEach((body, i) => {
    text.label(next)
    const clear = emitter.clear(pc, body, join)
    if (i === bodies.length - 2) text.put(`i=S[--sp];${clear}${emitter.goto(body)}`)
    else {
      next = text.fresh()
      text.put(`i=S[sp-1];${clear}S[sp++]=${text.to(next)};${emitter.goto(body)}`)
    }
  })
}
