/** Code for repeats: of one character, which need no loop through the cases, and of anything. */
import { anyCharacter } from './char-set.ts'
import type { Label } from './code-text.ts'
import type { Emitter } from './emit.ts'
import { charactersOf } from './first.ts'
import { noLimit } from './program.ts'

/** Looks at the eval breaker now and then. */
const work = 'if(++w>slice){w=pay(w,sp);S=machine.stack}'

/** The case that puts variables back, and goes on failing. */
export function undoVariables(emitter: Emitter, label: Label, names: readonly string[]): void {
  const { text } = emitter
  text.label(label)
  text.put(`sp-=${names.length};${names.map((name, i) => `${name}=S[sp+${i}];`).join('')}break f;`)
}

interface Loop {
  readonly pc: number
  readonly until: number
  readonly body: number
  readonly exit: number
  readonly isGreedy: boolean
  readonly least: number
  readonly most: number
  /** Once or not at all: no loop. */
  readonly isOptional: boolean
  /** Variables that it needs: how many turns there were, where the last one began. */
  readonly count: string | null
  readonly last: string | null
}

function loopAt({ code, structure }: Emitter, pc: number): Loop {
  const until = code[pc + 2]!
  const [least, most] = [code[until + 2]!, code[until + 3]!]
  const isOptional = least === 0 && most === 1
  const isCounted = !isOptional && !(least <= 1 && most === noLimit)
  const body = pc + 3
  const mayStay = !isOptional && !structure.isNeverEmpty(body, until)
  return {
    pc,
    until,
    body,
    exit: until + 5,
    isGreedy: code[until] === 13,
    least,
    most,
    isOptional,
    count: isCounted ? `q${code[pc + 1]}` : null,
    last: mayStay ? `l${code[pc + 1]}` : null,
  }
}

const variables = ({ count, last }: Loop): string[] => [count, last].filter(name => name !== null)

/** The case that leaves a loop, or does without the optional thing, after its body could not be matched. */
function emitLeaving(emitter: Emitter, label: Label, { exit, pc }: Loop, noted: readonly string[]): void {
  const { text } = emitter
  text.label(label)
  const words = [...noted, 'i']
  text.put(`sp-=${words.length};${words.map((name, i) => `${name}=S[sp+${i}];`).join('')}`)
  text.put(emitter.clear(pc) + emitter.goto(exit))
}

/** Can what begins with a character of the body's first be nothing but the body? */
function isDecided(emitter: Emitter, { body, exit }: Loop): boolean {
  const inside = emitter.first(body)
  const after = emitter.first(exit)
  return inside !== null && after !== null && inside.isDisjoint(after)
}

export function emitRepeat(emitter: Emitter, pc: number): void {
  const { text, structure } = emitter
  const loop = loopAt(emitter, pc)
  if (loop.isOptional) return emitOptional(emitter, loop)
  const names = variables(loop)
  if (names.length > 0 && structure.isInLoop(pc)) {
    const undo = text.fresh()
    text.put(emitter.push(names, undo))
    emitter.later(() => undoVariables(emitter, undo, names))
  }
  text.put(names.map(name => `${name}=-1;`).join(''))
  if (loop.count !== null || loop.least === 0) text.put(emitter.goto(loop.until))
}

function emitOptional(emitter: Emitter, loop: Loop): void {
  const { text } = emitter
  const { pc, body, exit } = loop
  const back = text.fresh()
  if (!loop.isGreedy) {
    text.put(emitter.push(['i'], back) + emitter.goto(exit))
    return emitter.later(() => {
      text.label(back)
      text.put(`i=S[--sp];${emitter.clear(pc)}${emitter.goto(body)}`)
    })
  }
  const inside = emitter.first(body)
  if (inside !== null) text.put(`if(!${emitter.isAt(inside, 'i')})${emitter.goto(exit)}`)
  if (isDecided(emitter, loop)) return
  text.put(emitter.push(['i'], back))
  emitter.later(() => emitLeaving(emitter, back, loop, []))
}

export function emitUntil(emitter: Emitter, until: number): void {
  const loop = loopAt(emitter, emitter.code[until + 4]! - 3)
  if (loop.isOptional) return
  if (loop.isGreedy) emitGreedy(emitter, loop)
  else emitLazy(emitter, loop)
}

/** Another turn without asking, while there were too few. */
function emitDue(emitter: Emitter, { count, least, body }: Loop): void {
  const { text } = emitter
  if (count === null || least === 0) return
  const undo = text.fresh()
  text.put(`if(${count}+1<${least}){${emitter.push([count], undo)}${count}++;${emitter.goto(body)}}`)
  emitter.later(() => undoVariables(emitter, undo, [count]))
}

function emitGreedy(emitter: Emitter, loop: Loop): void {
  const { text } = emitter
  const { body, count, last, most } = loop
  text.put(work)
  emitDue(emitter, loop)
  const conditions: string[] = []
  if (count !== null && most !== noLimit) conditions.push(`${count}+1<${most}`)
  if (last !== null) conditions.push(`i!==${last}`)
  const inside = emitter.first(body)
  if (inside !== null) conditions.push(emitter.isAt(inside, 'i'))
  const noted = variables(loop)
  const turn = (count === null ? '' : `${count}++;`) + (last === null ? '' : `${last}=i;`)
  let push = ''
  if (noted.length > 0 || !isDecided(emitter, loop)) {
    const back = text.fresh()
    push = emitter.push([...noted, 'i'], back)
    emitter.later(() => emitLeaving(emitter, back, loop, noted))
  }
  text.put(`if(${conditions.join('&&') || 'true'}){${push}${turn}${emitter.goto(body)}}`)
}

function emitLazy(emitter: Emitter, loop: Loop): void {
  const { text } = emitter
  const { pc, body, count, last, most } = loop
  text.put(work)
  emitDue(emitter, loop)
  const again = text.fresh()
  text.put(emitter.push(['i'], again))
  const noted = variables(loop)
  const undo = text.fresh()
  if (noted.length > 0) emitter.later(() => undoVariables(emitter, undo, noted))
  emitter.later(() => {
    text.label(again)
    text.put(`i=S[--sp];${emitter.clear(pc)}`)
    if (count !== null && most !== noLimit) text.put(`if(${count}+1>=${most})break f;`)
    if (last !== null) text.put(`if(i===${last})break f;`)
    if (noted.length > 0) text.put(emitter.push(noted, undo))
    text.put((count === null ? '' : `${count}++;`) + (last === null ? '' : `${last}=i;`) + emitter.goto(body))
  })
}

/** Moves `j` from `from` over as many of the characters as there are, up to `most` in all. */
function emitCount(emitter: Emitter, pc: number): void {
  const { code, text, program, kind } = emitter
  const set = charactersOf(program, code[pc + 1]!, code[pc + 2]!)
  const most = code[pc + 4]!
  if (kind === 'string' && code[pc + 1] === 5 && most === noLimit) text.put('j=t.indexOf("\\n",i);if(j<0)j=n;')
  else {
    text.put(most === noLimit ? 'e=n;' : `e=n-i>${most}?i+${most}:n;`)
    if (set === anyCharacter) text.put('j=e;')
    else text.put(`for(j=i;j<e&&(c=${emitter.at('j')},${text.test(set)});)j++;`)
  }
  text.put('w+=j-i;')
}

export function emitRepeatOne(emitter: Emitter, pc: number): void {
  const { code, text, program } = emitter
  const [least, most] = [code[pc + 3]!, code[pc + 4]!]
  if (code[pc] === 16) return emitLazyOne(emitter, pc)
  emitCount(emitter, pc)
  const follow = emitter.first(pc + 5)
  const set = charactersOf(program, code[pc + 1]!, code[pc + 2]!)
  const isFinal = code[pc] === 17 || least === most || follow?.isDisjoint(set) === true
  if (isFinal) {
    if (least > 0) text.put(`if(j-i<${least})break f;`)
    return text.put('i=j;')
  }
  // `e` is now where it must not end before.
  text.put(least === 0 ? 'e=i;' : `e=i+${least};if(j<e)break f;`)
  const back = text.fresh()
  const retreat = follow === null ? '' : `while(j>=e&&!${emitter.isAt(follow, 'j')})j--,w++;if(j<e)break f;`
  text.put(`${retreat}if(j>e){${emitter.push(['e', 'j'], back)}}i=j;`)
  emitter.later(() => {
    text.label(back)
    text.put(`e=S[sp-2];j=S[sp-1]-1;${follow === null ? '' : `while(j>=e&&!${emitter.isAt(follow, 'j')})j--,w++;`}`)
    text.put(follow === null ? '' : 'if(j<e){sp-=2;break f}')
    text.put(`if(j>e){S[sp-1]=j;S[sp++]=${text.to(back)}}else sp-=2;`)
    text.put(`i=j;${emitter.clear(pc)}${emitter.goto(pc + 5)}`)
  })
}

function emitLazyOne(emitter: Emitter, pc: number): void {
  const { code, text, program } = emitter
  const [least, most] = [code[pc + 3]!, code[pc + 4]!]
  const set = charactersOf(program, code[pc + 1]!, code[pc + 2]!)
  const one = emitter.isAt(set, 'i')
  const isBounded = most !== noLimit
  if (isBounded) text.put(`e=i+${most};`)
  if (least > 0) text.put(`for(j=i+${least};i<j;i++)if(!${one})break f;`)
  if (least === most) return
  const follow = emitter.first(pc + 5)
  const retry = text.fresh()
  const back = text.fresh()
  text.label(retry)
  if (follow !== null) {
    const none = isBounded ? `i>=e||!${one}` : `!${one}`
    text.put(`while(!${emitter.isAt(follow, 'i')}){if(${none})break f;i++;w++}`)
  }
  const noted = isBounded ? ['e', 'i'] : ['i']
  text.put(emitter.push(noted, back))
  emitter.later(() => {
    text.label(back)
    text.put(`sp-=${noted.length};${noted.map((name, i) => `${name}=S[sp+${i}];`).join('')}`)
    text.put(`if(${isBounded ? 'i>=e||' : ''}!${one})break f;i++;${emitter.clear(pc)}${emitter.goto(retry)}`)
  })
}
