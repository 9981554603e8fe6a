// Hot.
/**
 * What runs a program: the matcher at first, code made of it when it is hot.
 *
 * Making code takes some tenths of a millisecond and the engine below needs time to compile it, so a program must have cost that much before. It
 * is made only where tier 2 is on: the same switch says whether code may be generated.
 */
import type { Units } from '../../builtins/units.ts'
import { switches } from '../../jit/switches.ts'
import { Emitter, type TextKind } from './emit.ts'
import { growStack, machine, owe, pay, workSlice } from './machine.ts'
import { groupEnd, Matcher } from './matcher.ts'
import { type Marks, Mode, type Program, type Run } from './program.ts'
import { heatLimit, search } from './search.ts'

/** Characters of the largest code: the engine below would take too long. */
const largestSource = 100_000

/** A match of the program in `text`, as its code answers it (Run). */
export function execute(program: Program, text: Units, start: number, mode: Mode, forbidden: number): Marks | null {
  const run = typeof text === 'string' ? program.stringCode : program.arrayCode
  if (run !== null) return run(text, start, mode, forbidden)
  return executeCold(program, text, start, mode, forbidden)
}

function executeCold(program: Program, text: Units, start: number, mode: Mode, forbidden: number): Marks | null {
  if (program.heat > heatLimit || (switches.isStress && program.heat >= 0)) {
    const run = compile(program, typeof text === 'string' ? 'string' : 'array')
    if (run !== null) return run(text, start, mode, forbidden)
  }
  const matcher = new Matcher(program, text, text.length)
  matcher.forbidden = forbidden
  if (mode === Mode.search) {
    const found = search(matcher, start)
    if (found >= 0) return matcher.result(found)
    const at = matcher.hotAt
    return at < 0 ? null : executeCold(program, text, at, mode, at === start ? forbidden : -1)
  }
  matcher.isFull = mode === Mode.full
  return matcher.matchAt(start) ? matcher.result(start) : null
}

/** Makes code for texts of the kind; null, and never again, if there can be none. */
function compile(program: Program, kind: TextKind): Run | null {
  const run = switches.isOn ? makeCode(program, kind) : null
  if (run === null) program.heat = -Infinity
  else if (kind === 'string') program.stringCode = run
  else program.arrayCode = run
  return run
}

export function makeCode(program: Program, kind: TextKind): Run | null {
  const emitter = new Emitter(program, kind)
  if (!emitter.structure.isSupported) return null
  const source = sourceOf(emitter)
  if (source.length > largestSource) return null
  const make = new Function('k', 'machine', 'slice', 'pay', 'owe', 'growStack', 'again', source)
  return make(emitter.text.constants, machine, workSlice, pay, owe, growStack, groupEnd) as Run
}

function sourceOf(emitter: Emitter): string {
  const { program, text } = emitter
  const start = text.to(0)
  const cases = emitter.cases().replaceAll(start, '0')
  const seek = emitSeek(emitter)
  const marks = Array.from({ length: program.groups * 2 }, (_, i) => `m${i}=`).join('')
  const reset = marks === '' ? '' : `${marks}-1;`
  const names = Array.from({ length: program.repeats }, (_, i) => `,q${i}=0,l${i}=0`).join('')
  const constants = text.constants.map((_, i) => `const k${i}=k[${i}];`).join('')
  return `"use strict";${constants}
return function run(t,st,mode,forb){
const n=t.length,base=machine.reserved
let i=0,pc=0,c=0,j=0,e=0,w=0,g=-1,sp=base,bar=0,S=machine.stack${marks.replaceAll('=', '').replaceAll('m', ',m')}${names}
${reset}
if(mode===${Mode.search}){${seek}}
i=st
l:for(;;){
if(sp+${emitter.pushes + 16}>S.length)S=growStack(sp+${emitter.pushes + 16})
f:switch(pc){
${cases}
}
if(++w>slice){w=pay(w,sp);S=machine.stack}
if(sp>base){pc=S[--sp];continue}
if(mode!==${Mode.search}){owe(w);return null}
forb=-1;st++;${seek}i=st;pc=0;${reset}
}}`
}

/** Moves on to where the next match can begin. */
function emitSeek(emitter: Emitter): string {
  const { program, text, kind } = emitter
  const { prefix, firstSet, isAnchored } = program.beginning
  const least = Math.max(program.least, prefix === null && firstSet === null ? 0 : 1)
  const last = isAnchored ? '0' : `n-${least}`
  let find = ''
  if (kind === 'string' && prefix !== null)
    find = prefix.text === null ? 'st=-1;' : `st=t.indexOf(${JSON.stringify(prefix.text)},st);`
  else if (prefix !== null) find = `while(st<=${last}&&${emitter.at('st')}!==${prefix.points[0]})st++;`
  else if (firstSet !== null) find = `while(st<=${last}&&(c=${emitter.at('st')},!(${text.test(firstSet)})))st++;`
  return `${find}if(st<0||st>${last}){owe(w);return null}`
}
