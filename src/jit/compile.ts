/**
 * Compiling a unit: what is known at its entry, its region, and the JavaScript function around it.
 *
 * The function is made by a factory whose locals are the constants, so that the engine folds them into machine code:
 *
 *     const k0 = k[0], …
 *     return (function unit(f, c, a0, a1) {      the frame or null, the function object, the arguments; of a generator, who takes what it yields
 *       load the locals; leave if they are not of the kinds that were met
 *       try { the blocks } catch (e) { leave, raising in the frame as it was before the instruction that raised }
 *     }
 */
import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code.ts'
import { opcodes } from '../compiler/generated/opcodes.ts'
import { dictType, tupleType } from '../objects/builtin-types.ts'
import { isUnboxable, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { type Frame, PyCell, type PyCode, type PyFunction } from '../objects/frame.ts'
import { emptyFrame } from '../interpreter/calls.ts'
import { Builder } from './builder.ts'
import { genericOpcode, isResumable, localsOf, loopAt, nextOf, perPlace, targetOf, unitAt } from './bytecode.ts'
import * as k from './known.ts'
import { events } from './events.ts'
import { leave } from './leave.ts'
import { takeApart } from './lowering/loops.ts'
import { isOn } from './passes.ts'
import { entryProfile } from './profile.ts'
import { type Block, CannotCompile, type Edge, type End, type Entry, Region } from './region.ts'
import { FrameState, newEpoch, Operand, State } from './state.ts'
import { switches } from './switches.ts'
import { structured } from './structure.ts'
import { tuning } from './tuning.ts'
import { type Destination, ExitPoint, type FrameRecipe, uncompiled, Unit, type UnitKind } from './unit.ts'

/** What has been found out about a place at which units begin: what they may be made of without becoming too large. */
interface Bounds {
  inlineBudget: number
  maxVersions: number
  isHopeless: boolean
}

const boundsOf = perPlace(
  (): Bounds => ({ inlineBudget: tuning.inlineTotal, maxVersions: isOn.versions ? 2 : 1, isHopeless: false }),
)

/** Narrows the bounds for another attempt; answers whether there is a point in one. */
function narrow(own: Bounds, { region, excess }: CannotCompile, most: number): boolean {
  if (region === null) return false
  const { inlinedSize, written, tally } = region
  if (excess === undefined) {
    if (own.inlineBudget === 0 || inlinedSize === 0) return false
    own.inlineBudget = Math.min(own.inlineBudget, inlinedSize) >> 1
    own.maxVersions = 1
    return true
  }
  // What the unit would be without inlined calls, and how many of their instructions it has room for.
  const alone = (excess * written.own) / (written.own + written.inlined)
  const hasVersions = tally.versions > 0
  if (alone > (hasVersions ? 2 : Math.max(1.2, most))) return false
  if (hasVersions) own.maxVersions = 1
  else if (inlinedSize === 0) return false
  if (excess > 1.5 || !hasVersions)
    own.inlineBudget = Math.min(
      own.inlineBudget >> 1,
      alone > 0.9 ? 0 : Math.floor((inlinedSize * (0.9 - alone)) / (excess - alone)),
    )
  return true
}

/** How many times longer than others a unit of this kind may be that has nothing inlined. */
const roomFor = (kind: UnitKind): number => (kind === 'loop' ? 1 : tuning.roomForFunctions)

/** A unit for what begins at `at`, judging by the frame that is there now; null if there can be none. */
export function compileUnit(frame: Frame, at: number, sp: number, kind: UnitKind): Unit | null {
  const { code } = frame
  if (code.units.length > tuning.largestCode) return null
  if (kind === 'function' && isResumable(code)) return null
  const own = boundsOf(code, at)
  if (own.isHopeless) return null
  for (;;) {
    const unit = new Unit(code, at, kind, code.units[at]! & 255, frame.globals)
    try {
      events.compiled(unit, compileInto(unit, frame, sp, own))
      return unit
    } catch (thrown) {
      if (thrown instanceof CannotCompile && narrow(own, thrown, roomFor(kind))) continue
      own.isHopeless = true
      // A defect of ours costs speed and no more, but where it is looked for.
      if (!(thrown instanceof CannotCompile) && (switches.isStress || !(thrown instanceof Error))) throw thrown
      events.refused(code, at, thrown instanceof CannotCompile ? thrown.reason : String(thrown))
      return null
    } finally {
      events.stage('done')
    }
  }
}

function compileInto(unit: Unit, frame: Frame, sp: number, own: Bounds): Region {
  const { code, at, kind } = unit
  unit.isClosed = kind !== 'loop' && isOn.registers
  const extent = kind === 'loop' ? loopAt(code, targetOf(code, at)!) : null
  const region = new Region(unit, extent, frame, own.inlineBudget, own.maxVersions)
  const start = kind === 'loop' ? targetOf(code, at)! : nextOf(code, at)
  events.stage('lowering')
  const { entry, first } = region.build(() => enter(region, frame, start, sp))
  events.stage('assembling')
  unit.source = assemble(region, entry, first)
  if (unit.source.length > tuning.largestSource * (region.inlinedSize === 0 ? roomFor(kind) : 1))
    throw new CannotCompile(
      'too much code for the engine to compile quickly',
      region,
      unit.source.length / tuning.largestSource,
    )
  events.stage('engine')
  unit.run = new Function('k', unit.source)(region.values) as Unit['run']
  show(unit, frame, region.shown)
  return region
}

/** Turns of an empty loop, in the unit that is being shown. */
const showing = { turns: 0, leaving: false }

/**
 * Turns for each character of the unit. V8 notes nothing of what a function does before that has run for eight times its length in bytecode, which is some two
 * thirds of the text's; a turn is sixteen bytes and 6 ns.
 */
const turnsShown = 0.4

/** Enters the unit by each of its ways and leaves it at once, so that the engine has seen them before it compiles the unit. */
function show(unit: Unit, frame: Frame, shown: PyFunction): void {
  const { frame: current, depth } = vm
  if (!showing.leaving) showLeaving(shown)
  const args = new Array<Value>(unit.code.parameterCount).fill(null)
  showing.turns = Math.ceil(unit.source.length * turnsShown)
  unit.run(frame, shown)
  showing.turns = 0
  for (let i = 0; i < 2; i++) {
    unit.run(frame, shown)
    if (unit.kind === 'function') unit.run(null, shown, ...args)
  }
  vm.frame = current
  vm.depth = depth
}

/** Leaves a unit that there is not: V8 makes `leave` a part of the first units, before one of them has been left. */
function showLeaving(shown: PyFunction): void {
  showing.leaving = true
  const { code } = shown
  // In the order of region.ts: objects with their fields in another order are of another kind to V8.
  const to = (argument: number, isFloat: boolean): Destination => ({
    slot: 0,
    argument,
    isFloat,
    constant: null,
    iterator: null,
    generator: null,
  })
  const recipe: FrameRecipe = {
    code,
    frameArgument: -1,
    funcArgument: -1,
    func: null,
    destinations: [to(0, false), to(0, true), to(-1, false)],
    sp: 1,
    pc: 0,
    lasti: 0,
    instanceArgument: -1,
  }
  const point = new ExitPoint(
    uncompiled(() => undefined),
    'loopEnd',
    [recipe],
    code,
    0,
    -1,
    null,
    false,
  )
  for (let i = 0; i < 4; i++) leave(null, false, emptyFrame(shown), shown, point, 0.5)
}

/** The code before the first block: locals in registers, with what is expected of them. */
function enter(region: Region, frame: Frame, start: number, sp: number): Entry {
  const { unit } = region
  const { code, kind } = unit
  const slots: (Operand | undefined)[] = []
  const dirty: boolean[] = []
  const used = region.extent === null ? null : localsUsed(code, region.extent)
  const parameters = kind === 'function' ? code.parameterCount : code.nlocalsplus
  for (let slot = 0; slot < sp; slot++) {
    const isLocal = slot < code.nlocalsplus
    const isCell = isLocal && frame.slots[slot] instanceof PyCell
    if (kind === 'function' && isLocal && slot >= parameters && !isCell)
      slots.push(new Operand('undefined', 'value', k.unbound, -1, true))
    else if (isLocal && used !== null && !used.has(slot)) slots.push(undefined)
    else {
      // Even a place of the stack may be unbound: a comprehension keeps the local there that its variable hides.
      const isBound = isLocal && kind === 'function'
      slots.push(new Operand(`e${slot}`, 'value', isBound ? parameterKnown(code, slot) : k.any))
    }
    dirty.push(kind === 'function' && slots[slot]!.known.kind !== 'unbound')
  }
  const state = new State([new FrameState(region.root, null, null, slots, sp, dirty, 'yes')], [], newEpoch(), false, [])
  const builder = new Builder(region, state)
  builder.begin(start, start)
  let split = -1
  for (const [slot, operand] of slots.entries()) {
    if (operand === undefined || operand.known.kind !== 'any') continue
    const met = entryProfile(code, unit.at, slot)
    if (met.size === 1) expect(builder, operand, slot, frame.slots[slot])
    else if (met.size === 2 && met.has('int') && met.has('float')) split = slot
  }
  if (kind === 'function') builder.lookAtBreaker()
  else if (kind === 'loop') takeApart(builder, frame.slots[sp - 1], atEntry)
  if (split < 0 || region.maxVersions < 2)
    return { builder, end: { kind: 'goto', edge: region.edgeTo(builder, start) } }
  return { builder, end: splitByKind(builder, slots[split]!, split, start) }
}

/** Enters with an int or a float in the slot, each as what it is: the head of the loop will have a version for either. */
function splitByKind(builder: Builder, operand: Operand, slot: number, start: number): End {
  const { region } = builder
  const way = (guard: (b: Builder, own: Operand) => void): Edge => {
    const fork = builder.fork()
    // What is learnt of it holds on one way only.
    const own = new Operand(operand.text, 'value', operand.known)
    fork.frame.slots[slot] = own
    guard(fork, own)
    const edge = region.edgeTo(fork, start)
    return { moves: fork.lines.join('') + edge.moves, target: edge.target }
  }
  const yes = way((b, own) => {
    own.known = k.float
    b.frame.slots[slot] = b.one('_UNBOX_FLOAT', [own], k.float, atEntry)
  })
  const no = way((b, own) => void b.emit('_GUARD_INT', [own], [k.int], atEntry))
  return { kind: 'if', condition: `${operand.text} instanceof ${region.helper('PyFloat')}`, yes, no }
}

/** `*args` is a tuple, `**keywords` a dict. */
function parameterKnown(code: PyCode, slot: number): k.Known {
  const rest = code.argcount + code.kwonlyargcount
  const hasRest = (code.flags & CO_VARARGS) !== 0
  if (hasRest && slot === rest) return k.objectOf(tupleType)
  const isKeywords = (code.flags & CO_VARKEYWORDS) !== 0 && slot === rest + (hasRest ? 1 : 0)
  return isKeywords ? k.objectOf(dictType) : k.some
}

const atEntry = { reason: 'entry' } as const

/** The local is expected to be again of the kind that it is now, if that can be told by a look. */
function expect(builder: Builder, operand: Operand, slot: number, value: Frame['slots'][number]): void {
  const { unit } = builder.region
  if (!isOn.facts) return
  const met = k.kindOf(value)
  const options = atEntry
  switch (met.kind) {
    case 'int':
      builder.emit('_GUARD_INT', [operand], [k.int], options)
      return
    case 'float':
      if (!isUnboxable(value!)) return
      builder.emit('_GUARD_FLOAT', [operand], [k.float], options)
      if (isOn.unbox) builder.frame.slots[slot] = builder.one('_UNBOX_FLOAT', [operand], k.float, options)
      return
    case 'str':
      builder.emit('_GUARD_STR', [operand], [k.str], options)
      return
    case 'object':
      if (value instanceof PyCell || met.type === null || unit.kind === 'function') return
      // A local may be unbound the next time.
      if (!operand.known.isBound) builder.emit('_GUARD_BOUND', [operand], [k.some], options)
      if (met.shape !== null) builder.emit('_GUARD_TYPE_SHAPE', [operand, builder.datum(met.shape)], [met], options)
      else if (typeof value !== 'bigint')
        builder.emit('_GUARD_TYPE', [operand, builder.datum(met.type)], [met], options)
  }
}

/** Locals that the instructions of the loop name. */
function localsUsed(code: PyCode, extent: ReadonlySet<number>): ReadonlySet<number> {
  const used = new Set<number>()
  for (const at of extent) {
    const unit = unitAt(code, at)
    const { reads, writes } = localsOf(genericOpcode(unit & 255), unit >> 8)
    for (const slot of [...reads, ...writes]) used.add(slot)
  }
  return used
}

function assemble(region: Region, entry: Builder, first: Block): string {
  const { unit } = region
  const { code } = unit
  const body = structured(first)
  const isFunction = unit.kind === 'function'
  const parameters = isFunction ? Array.from({ length: code.parameterCount }, (_, i) => `a${i}`) : []
  const loads: string[] = []
  for (const [slot, operand] of entry.before.frames[0]!.slots.entries())
    if (operand !== undefined && operand.text === `e${slot}`) loads.push(`e${slot}=f.slots[${slot}]`)
  const fromFrame = loads.join(';')
  const names = [...loads.map(each => each.slice(0, each.indexOf('='))), ...region.registers]
  const declarations = names.length === 0 ? '' : `let ${names.join(',')};\n`
  const passed = Array.from({ length: region.passed }, (_, i) => `v${i}`)
  // What stands first behind the code is labelled innermost.
  const labels = [...region.exits.map((_, i) => `E${i}`), ...region.tails.values()].reverse()
  const lines = [
    // The constants are named last: writing the text may still have added some.
    '',
    `return(function unit_${/^\w+$/.test(code.code.name) ? code.code.name : 'of_code'}(${['f', 'c', ...(unit.kind === 'resume' ? ['s'] : parameters)].join(',')}){`,
    `let at=0,p=null,t=null${passed.map(name => `,${name}`).join('')};const n=f===null${isFunction ? ',d=n?1:0;let r' : ''};`,
    declarations,
    `${isFunction ? 'R:{' : ''}X:{${labels.map(label => `${label}:{`).join('')}`,
    isFunction ? `if(n){${direct(region, loads)}}else{${fromFrame}}` : fromFrame,
    `if(c===${region.constantName(region.shown)}){for(at=${region.constantName(showing)}.turns;at>0;at--);break X}`,
    region.throwCases.length > 0 ? 'try{' : '',
    body,
    region.throwCases.length > 0 ? `}catch(e){t=e;switch(at){\n${region.throwCases.join('\n')}\n}throw e}` : '',
    ...region.exits.map(text => `}${text}`),
    ...[...region.tails.keys()].map(moves => `}${moves}break X;`),
    '}',
    `${region.helper('leave')}(${['t', 'n', 'f', 'c', 'p', ...passed].join(',')})`,
    isFunction ? `if(p!==null)return}\n${region.returnEnd}` : '',
    '})',
  ]
  const constants = region.values.map((_, i) => `k${i}=k[${i}]`)
  lines[0] = constants.length === 0 ? '' : `const ${constants.join(',')};`
  return lines.filter(Boolean).join('\n')
}

/** Entry by a call from compiled code: the arguments, the cells that the function's beginning makes, and a frame if one is needed. */
function direct(region: Region, loads: readonly string[]): string {
  const { code, isClosed, at } = region.unit
  const parameters = Array.from({ length: code.parameterCount }, (_, i) => `a${i}`)
  const text: string[] = []
  for (const load of loads) {
    const slot = Number(/^e(\d+)/.exec(load)![1])
    if (slot < code.parameterCount) text.push(`e${slot}=a${slot}`)
  }
  for (let i = 0; i < at; i = nextOf(code, i)) {
    const unit = unitAt(code, i)
    const oparg = unit >> 8
    if ((unit & 255) === opcodes.COPY_FREE_VARS) {
      const firstFree = code.nlocalsplus - oparg
      for (let j = 0; j < oparg; j++) text.push(`e${firstFree + j}=c.closure[${j}]`)
    } else if ((unit & 255) === opcodes.MAKE_CELL)
      text.push(
        `e${oparg}=new ${region.constantName(PyCell)}(${oparg < code.parameterCount ? `a${oparg}` : 'undefined'})`,
      )
  }
  const V = region.vmName
  const globals = region.constantName(region.globals)
  text.unshift(
    `if(c.globals!==${globals})return ${region.helper('refuseCall')}(${['f', 'c', ...parameters].join(',')})`,
  )
  if (isClosed) text.push(`${V}.depth++`)
  else text.push(`f=${region.helper('frameOfCall')}(c,[${parameters.join(',')}])`)
  return text.join(';')
}
