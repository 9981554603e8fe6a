/**
 * Generators that only a loop of the unit has: `for x in f()` and the loops of `any(… for …)`. The code of the generator is a part of the unit.
 *
 * There is neither generator nor frame: while it waits, its frame state is kept aside in the state (`suspended`), with the instruction at which it goes on. FOR_ITER
 * puts it on top of the loop's, YIELD_VALUE puts it aside again. A block has a version for each place at which generators wait, so that
 * going on is a jump: for a generator with one `yield` the loop becomes one that has the loop's body in the place of the `yield`.
 *
 * Only what needs no closing is taken: a generator with a `try`, `with` or `yield from` is an object. What it raises leaves the unit.
 */
import { CO_GENERATOR } from '../../compiler/code.ts'
import { opcodes } from '../../compiler/generated/opcodes.ts'
import { functionType, generatorType } from '../../objects/builtin-types.ts'
import type { PyCode, PyFunction } from '../../objects/frame.ts'
import type { PyGenerator } from '../../objects/generator.ts'
import type { Builder } from '../builder.ts'
import { genericOpcode, leadersOf, loopAt, nameOf, nextOf, perPlace, targetOf, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import { isUnstable } from '../profile.ts'
import type { End } from '../region.ts'
import { type Context, FrameState, generatorName, Operand } from '../state.ts'
import { tuning } from '../tuning.ts'
import { stack } from './stack.ts'

/** Each `yield` is a version of the loop's body. */
const mostYields = 3

/** How often the code yields, if it can be left for good wherever it does; else never. */
const yieldsOf = perPlace((code: PyCode, _at: number): number => {
  if ((code.flags & CO_GENERATOR) === 0 || code.template.length === 0) return 0
  let yields = 0
  let handler = -1
  for (let at = 0; at < code.units.length; at = nextOf(code, at)) {
    const opcode = genericOpcode(unitAt(code, at) & 255)
    if (opcode === opcodes.SEND) return 0
    if (opcode === opcodes.YIELD_VALUE) yields++
    const row = code.handlers!.find(at)
    if (row < 0) continue
    // Of a generator, what it raises is looked at before it comes out.
    const target = code.handlers!.target(row)
    if (handler >= 0 && target !== handler) return 0
    handler = target
  }
  return yields
})

/** The FOR_ITER that the value will come to which the instruction before `at` pushes: only a comprehension's beginning lies between. */
function loopOver(code: PyCode, at: number): number | undefined {
  for (let isFirst = true; ; isFirst = false, at = nextOf(code, at)) {
    const opcode = genericOpcode(unitAt(code, at) & 255)
    if (opcode === opcodes.FOR_ITER) return at
    if (leadersOf(code).has(at)) return undefined
    switch (opcode) {
      case opcodes.GET_ITER:
        if (!isFirst) return undefined
        continue
      case opcodes.LOAD_FAST_AND_CLEAR:
      case opcodes.SWAP:
      case opcodes.BUILD_LIST:
      case opcodes.BUILD_SET:
      case opcodes.BUILD_MAP:
        continue
    }
    return undefined
  }
}

function mayInclude(b: Builder, code: PyCode, loop: number, yields: number): boolean {
  const { context } = b.frame
  if (!isOn.inline || code.units.length > tuning.inlineUnits || context.depth >= tuning.inlineDepth) return false
  if (!b.region.contains(context, loop) || context.contains(code) || !b.region.mayInline(context, loop, code))
    return false
  // What yields writes all that it has to its frame.
  if (context.parent === null && hasYield(context.code, loop)) return false
  return yieldsOf(code, 0) > 0 && yieldsOf(code, 0) <= yields
}

const hasYield = perPlace((code, head): boolean =>
  [...loopAt(code, head)].some(at => genericOpcode(unitAt(code, at) & 255) === opcodes.YIELD_VALUE),
)

/** Takes the generator apart with which a loop goes on. Its locals may be anything: what the first turn does not tell, a second version of its loop does. */
export function takeGeneratorApart(b: Builder, { code, frame, isOwn, started }: PyGenerator): void {
  const { context } = b.frame
  const iterator = b.peek(1)
  if (!isOwn || !started || frame === null || frame.func === null || isUnstable(b.code, b.at)) return
  if (frame.globals !== b.region.globals || !mayInclude(b, code, b.at, 1)) return
  const inner = b.region.contextOf(context, b.at, nextOf(b.code, b.at), code, null)
  const { pc, sp } = frame
  const { text: generator } = iterator
  const { text: own } = b.fresh('value', k.object)
  const expected = [
    `${generator}.isOwn`,
    `!${generator}.running`,
    `(${own}=${generator}.frame)!==null`,
    `${own}.pc===${pc}`,
    `${own}.code===${b.region.constantName(code)}`,
    `${own}.globals===${b.region.constantName(frame.globals)}`,
  ]
  b.write(`if(!(${expected.join('&&')})){${b.exit('guard')}}`)
  const load = (field: string, known: k.Known): Operand => {
    const loaded = b.fresh('value', known)
    b.write(`${loaded.text}=${own}.${field};`)
    return loaded
  }
  const slots: Operand[] = []
  for (let slot = 0; slot < sp; slot++) slots.push(load(`slots[${slot}]`, k.any))
  const dirty = slots.map(() => true)
  const waiting = new FrameState(inner, load('func', k.objectOf(functionType)), null, slots, sp, dirty, 'no', pc)
  if (inner.escapes) b.write(`F${inner.id}=null;`)
  b.pop()
  b.state.suspend(waiting)
  b.push(generatorOperand(inner))
}

const generatorOperand = (context: Context): Operand =>
  new Operand(generatorName(context), 'generator', k.objectOf(generatorType))

/** Begins a generator that only the loop behind this call will have; its operands have been popped. */
export function beginGenerator(b: Builder, callable: Operand, func: PyFunction, args: readonly Operand[]): boolean {
  const { code } = func
  const { region } = b
  const loop = loopOver(b.code, b.next)
  if (loop === undefined || !mayInclude(b, code, loop, mostYields)) return false
  const isKnown = callable.known.constant === func
  const inner = region.contextOf(b.frame.context, loop, nextOf(b.code, loop), code, isKnown ? func : null)
  b.count('inlined')
  const slots: (Operand | undefined)[] = []
  for (let i = 0; i < code.nlocalsplus; i++) slots.push(args[i] ?? b.unboundOperand)
  const dirty = slots.map(() => true)
  const frame = new FrameState(inner, isKnown ? null : callable, null, slots, code.nlocalsplus, dirty, 'no')
  if (inner.escapes) b.write(`F${inner.id}=null;`)
  b.state.frames.push(frame)
  let at = 0
  for (; ; at++) {
    const unit = unitAt(code, at)
    if ((unit & 255) === opcodes.RETURN_GENERATOR) break
    stack[nameOf(unit & 255)]!(b, unit >> 8, nameOf(unit & 255))
  }
  b.state.frames.pop()
  frame.pc = at + 1
  b.state.suspend(frame)
  b.push(generatorOperand(inner))
  return true
}

/** FOR_ITER: the generator goes on. */
export function resumeGenerator(b: Builder, iterator: Operand): End {
  const { state, region } = b
  const frame = state.suspendedAs(iterator)!
  const caller = b.frame
  state.suspended.splice(state.suspended.indexOf(frame), 1)
  state.frames.push(frame)
  whereMade(b, frame, 'resumeSuspended', `,${caller.text}`)
  b.push(b.constant(null))
  return { kind: 'goto', edge: region.edgeTo(b, frame.pc) }
}

/** YIELD_VALUE: the loop has its next item. */
export function suspendGenerator(b: Builder): End {
  const { state, region } = b
  const value = b.pop()
  const frame = state.frames.pop()!
  whereMade(b, frame, 'suspendRunning')
  frame.pc = b.next
  state.suspend(frame)
  b.push(value)
  return { kind: 'goto', edge: region.edgeTo(b, frame.context.returnTo) }
}

/** RETURN_VALUE: the loop is over. Nobody will ask for the generator. */
export function finishGenerator(b: Builder): End {
  const { state, region } = b
  b.pop()
  const frame = state.frames.pop()!
  whereMade(b, frame, 'finishRunning')
  b.pop()
  b.push(b.constant(null))
  return { kind: 'goto', edge: region.edgeTo(b, targetOf(b.code, frame.context.callAt)!) }
}

/** Calls the helper with the generator's frame, if that has been made. */
function whereMade(b: Builder, { made, text }: FrameState, helper: string, further = ''): void {
  if (made === 'no') return
  const call = `${b.region.helper(helper)}(${text}${further});`
  b.write(made === 'yes' ? call : `if(${text}!==null){${call}}`)
}
