/**
 * Builds the code of a region, block by block.
 *
 * The lowering of an instruction takes operands from the abstract stack, emits micro-ops and pushes what they give. The builder does the rest:
 * boxes and unboxes floats as stencils ask, keeps what is known, writes the frame's memory before something that may look at it, and makes
 * exit points from the state as it was before the instruction.
 *
 * The same lowering runs until the states at the beginnings of blocks no longer change, without writing code, and then once
 * more with writing (`isWriting`).
 */
import { mapped } from '../base/arrays.ts'
import type { PyCode } from '../objects/frame.ts'
import { isUnboxable, PyFloat, type Value } from '../objects/value.ts'
import type { Effect } from './effects.ts'
import { type IteratorKind, partNames } from './iterators.ts'
import * as k from './known.ts'
import type { Shape } from '../objects/shape.ts'
import type { PyType } from '../objects/type.ts'
import type { Edge, End, Handled, Region } from './region.ts'
import { type FrameState, knownNow, memoryOf, newEpoch, Operand, type State } from './state.ts'
import { type Representation, type Stencil, stencilOf, type UopName } from './stencil.ts'
import { isOn } from './passes.ts'
import { isForced, switches } from './switches.ts'
import type { Count } from './tally.ts'
import type { ExitReason } from './unit.ts'
import { watchType } from './watchers.ts'

export interface EmitOptions {
  readonly effect?: Effect
  readonly oparg?: number
  readonly cache?: object | undefined
  /** The reason of its exits. */
  readonly reason?: ExitReason
}

export class Builder {
  readonly region: Region
  state: State
  /** The state before the instruction that is being lowered: what exits go back to. */
  before: State
  /** Index of that instruction, and of the next. */
  at = 0
  next = 0
  readonly lines: string[] = []
  oparg = 0
  /** Has the block ended by leaving? */
  ended = false
  /** Why, if it leaves for the interpreter. */
  left: ExitReason | null = null
  /** How the block ends, if the lowering of an instruction has said so. */
  end: End | undefined
  /** What its lines raise that is handled in the unit. */
  readonly handlers: Handled[]
  #newBoxes: Operand[] = []
  readonly #exits = new Map<string, string>()
  #throwing: string | null = null

  constructor(region: Region, state: State, handlers: Handled[] = []) {
    this.handlers = handlers
    this.region = region
    this.state = state
    this.before = state
  }

  get isWriting(): boolean {
    return this.region.isWriting
  }

  get frame(): FrameState {
    return this.state.top
  }

  get code(): PyCode {
    return this.frame.context.code
  }

  begin(at: number, next: number, oparg = 0): void {
    this.oparg = oparg
    this.at = at
    this.next = next
    this.before = this.state.clone()
    this.#exits.clear()
    this.#throwing = null
    if (!this.state.isDoubtful) return
    this.state.isDoubtful = false
    this.write(`if(!${this.region.constantName(this.region.unit)}.isValid){${this.exit('invalid')}}`)
  }

  /** Between two instructions: what passes that are off do not keep. */
  settle(): void {
    if (!isOn.registers) this.#store()
    if (!isOn.facts) this.#forget()
  }

  /** The frame's memory is made to hold all values, and they are loaded from there when they are used. */
  #store(): void {
    const { slots, dirty, sp } = this.frame
    for (let slot = 0; slot < sp; slot++) {
      const operand = slots[slot]
      if (operand === undefined) continue
      if (dirty[slot] === true) {
        this.count('stores')
        this.write(`${memoryOf(slot)}=${this.boxed(operand, false).text};`)
      }
      dirty[slot] = false
      if (!operand.isLiteral) slots[slot] = operand.named(memoryOf(slot))
    }
  }

  /** The operand in the slot, in a register. */
  #loaded(slot: number): Operand | undefined {
    const { slots } = this.frame
    const operand = slots[slot]
    if (operand === undefined || operand.text !== memoryOf(slot)) return operand
    const loaded = operand.named(this.region.newRegister('value'))
    this.count('loads')
    this.write(`${loaded.text}=${operand.text};`)
    return (slots[slot] = loaded)
  }

  /** What guards have shown is forgotten. A literal still is what it is, and a raw double a float. */
  #forget(): void {
    for (const frame of this.state.all)
      for (const operand of [...frame.slots, frame.func, frame.instance])
        if (operand != null && !operand.isLiteral && operand.register === 'value')
          operand.known = operand.known.isBound ? k.some : k.any
  }

  /** A builder of code for one of two ways: what it boxes is not boxed on the other. */
  fork(): Builder {
    const fork = new Builder(this.region, this.state.clone(), this.handlers)
    fork.begin(this.at, this.next, this.oparg)
    fork.before = this.before
    return fork
  }

  /** The code that `work` writes, which is not to be taken for executed afterwards. */
  apart(work: () => void): string {
    const start = this.lines.length
    const boxes = this.#newBoxes
    this.#newBoxes = []
    const exits = [...this.#exits]
    work()
    for (const operand of this.#newBoxes) operand.boxed = null
    this.#newBoxes = boxes
    // Exits that were made meanwhile may name those boxes.
    this.#exits.clear()
    for (const [reason, text] of exits) this.#exits.set(reason, text)
    return this.lines.splice(start).join('')
  }

  /** From here on exits go back to the state as it is now, with the instruction at `at` to be executed next. */
  commit(at: number): void {
    this.begin(at, this.next)
  }

  /**
   * Leaves for the eval breaker if that is due. The head of a loop is where: there the look is one for all ways back, and has been taken before V8 compiles
   * the unit.
   */
  lookAtBreaker(): void {
    if (this.isWriting) this.write(`if(${this.region.breakerTest}){${this.exit('budget')}}`)
  }

  /** Notes for statistics that a pass had something to do. */
  count(what: Count, times = 1): void {
    if (this.isWriting) this.region.tally[what] += times
  }

  write(text: string): void {
    if (this.isWriting) this.lines.push(text)
  }

  // The stack and the locals.

  push(operand: Operand): void {
    const { frame } = this
    // What is boxed as soon as it is there has one box, which a NaN may have as well.
    frame.slots[frame.sp] = isOn.unbox || operand.isIterator ? operand : this.boxed(operand, false)
    frame.dirty[frame.sp++] = true
  }

  pop(): Operand {
    const { frame } = this
    const operand = this.#loaded(--frame.sp)
    if (operand === undefined) throw new Error('the stack is in memory')
    frame.slots[frame.sp] = undefined
    return operand
  }

  popMany(count: number): Operand[] {
    const operands: Operand[] = []
    for (let i = 0; i < count; i++) operands.unshift(this.pop())
    return operands
  }

  /** The operand `depth` below the top; 1 is the top. */
  peek(depth: number): Operand {
    return this.#loaded(this.frame.sp - depth)!
  }

  local(index: number): Operand {
    const operand = this.#loaded(index)
    if (operand === undefined) throw new Error('a local that was not loaded')
    return operand
  }

  setLocal(index: number, operand: Operand): void {
    this.frame.slots[index] = operand
    this.frame.dirty[index] = true
  }

  known(operand: Operand): k.Known {
    return knownNow(operand, this.state)
  }

  /** Notes more about an operand. A fact about its shape holds until the epoch ends. */
  learn(operand: Operand, known: k.Known): void {
    // What a literal is stays known: exits write it.
    operand.known = operand.isLiteral ? known.withConstant(operand.known.constant) : known
    operand.epoch = this.state.epoch
  }

  fresh(register: 'value' | 'float', known: k.Known): Operand {
    return new Operand(this.region.newRegister(register), register, known, this.state.epoch)
  }

  // Constants.

  constant(value: Value): Operand {
    const isRaw = value instanceof PyFloat && isUnboxable(value)
    return new Operand(this.region.literal(value), isRaw ? 'float' : 'value', k.constantOf(value), -1, true)
  }

  /** Something of ours, not a Python value, as an operand of a micro-op. */
  datum(value: unknown): Operand {
    if (typeof value === 'number') return new Operand(String(value), 'value', k.any)
    return new Operand(this.region.constantName(value), 'value', k.any)
  }

  get unboundOperand(): Operand {
    return new Operand('undefined', 'value', k.unbound, -1, true)
  }

  // Micro-ops.

  emit(
    name: UopName,
    inputs: readonly (Operand | Operand[])[],
    outputs: readonly k.Known[] = [],
    options: EmitOptions = {},
  ): Operand[] {
    const stencil = stencilOf(name)
    const texts = mapped(inputs, (input, i) => {
      if (Array.isArray(input)) return this.#array(input, stencil.inputs[i] === 'float')
      return (stencil.inputs[i] === 'float' ? this.raw(input) : this.boxed(input)).text
    })
    const effect = options.effect ?? stencil.effect
    if (effect !== 'pure') this.#beforeCall(effect)
    if (options.reason === 'overflow') this.count('checks')
    else if (name.startsWith('_GUARD_')) this.count('guards')
    else if (name !== '_UNBOX_FLOAT' && stencil.outputs.includes('float')) this.count('floats')
    const results = mapped(stencil.outputs, (representation, i): Operand => {
      const same = stencil.same[i]!
      if (same >= 0) {
        const given = inputs[same] as Operand
        if (outputs[i] !== undefined) this.learn(given, outputs[i]!)
        return given
      }
      return this.fresh(representation === 'float' ? 'float' : 'value', outputs[i] ?? knownOfOutput(representation))
    })
    if (this.isWriting) this.lines.push(this.#link(stencil, texts, results, options))
    if (effect === 'escapes') this.afterEscape()
    return results
  }

  /**
   * A new array of the operands: bodies may change it. Of values, or of doubles, from the beginning: to V8, `[a, b]` of ints is an array of small ints, or of doubles
   * as soon as one of them was no small one, and where a loop has met both kinds, each array is converted. (Nor may all of a literal be constant values: it would be
   * copied when something is put into it.)
   */
  #array(operands: readonly Operand[], isRaw: boolean): string {
    const array = this.region.newRegister('value')
    const texts = operands.map(each => (isRaw ? this.raw(each) : this.boxed(each)).text)
    const last = texts.length - 1
    const begun = isRaw ? texts.map(() => '.5') : texts.slice()
    if (!isRaw && last >= 0) begun[last] = last > 0 ? 'null' : this.region.constantName(null)
    const stores = texts.map((text, i) => (text === begun[i] ? '' : `${array}[${i}]=${text};`))
    this.write(`${array}=[${begun.join(',')}];${stores.join('')}`)
    return array
  }

  /** A micro-op with one output. */
  one(name: UopName, inputs: readonly (Operand | Operand[])[], output?: k.Known, options?: EmitOptions): Operand {
    return this.emit(name, inputs, output === undefined ? [] : [output], options)[0]!
  }

  /** Copies the stencil and patches its holes. */
  #link(stencil: Stencil, inputs: readonly string[], outputs: readonly Operand[], options: EmitOptions): string {
    const { pieces } = stencil
    const locals: string[] = []
    let label: string | undefined
    let text = pieces[0]!
    for (let i = 1; i < pieces.length; i += 2) {
      const hole = pieces[i]!
      const index = Number(hole.slice(1))
      if (hole === 'exit') text += this.exit(options.reason ?? 'guard')
      else if (hole === 'oparg') text += options.oparg
      else if (hole === 'cache') text += this.region.constantName(options.cache)
      else if (hole === 'code') text += this.region.constantName(this.code)
      else if (hole === 'frame') text += 'f'
      else if (hole === 'label') text += label ??= this.region.newLabel()
      else if (hole.startsWith('h:')) text += this.region.helper(hole.slice(2))
      // An int's literal takes a dot for its own.
      else if (hole[0] === 'i')
        text += pieces[i + 1]![0] === '.' ? inputs[index]!.replace(/^\d+$/, '($&)') : inputs[index]
      else if (hole[0] === 'o') text += outputs[index]!.text
      else text += locals[index] ??= this.region.newRegister('value')
      text += pieces[i + 1]!
    }
    if (switches.isStress && stencil.hasExit)
      text = text.replace('if (!(', () => `if (${this.region.constantName(isForced)}() || !(`)
    return text.endsWith(';') ? text : `${text};`
  }

  /**
   * The float in a box. A NaN is told from others by its box, so it must get one alone: the unit is left, and the frame has it then. Where
   * the instruction has been executed already (`isGuarded` is false) that is not possible any more.
   */
  boxed(operand: Operand, isGuarded = true): Operand {
    if (operand.register === 'value') return operand
    if (operand.register !== 'float') return this.#iteratorObject(operand, operand.register)
    if (operand.boxed !== null) return operand.boxed
    if (operand.isLiteral)
      return (operand.boxed = new Operand(
        this.region.constantName(operand.known.constant),
        'value',
        operand.known,
        -1,
        true,
      ))
    const box = this.fresh('value', operand.known)
    if (isGuarded && this.isWriting) this.write(`if(${operand.text}!==${operand.text}){${this.exit('guard')}}`)
    this.count('boxes')
    this.write(`${box.text}=new ${this.region.helper('PyFloat')}(${operand.text});`)
    this.#newBoxes.push(operand)
    return (operand.boxed = box)
  }

  #iteratorObject({ text, known }: Operand, kind: IteratorKind): Operand {
    const object = this.fresh('value', known)
    this.write(`${object.text}=${this.region.helper('iteratorOf')}('${kind}',${partNames(text, kind).join(',')});`)
    return object
  }

  raw(operand: Operand): Operand {
    if (operand.register === 'float') return operand
    if (operand.known.kind !== 'float') this.guardFloat(operand)
    return this.one('_UNBOX_FLOAT', [operand], k.float)
  }

  /** The variables of an iterator, as operands. */
  partsOf({ text, register }: Operand): Operand[] {
    return partNames(text, register as IteratorKind).map(name => new Operand(name, 'value', k.some))
  }

  /** An iterator that is no object: its variables, with these values to begin with. */
  iterator(kind: IteratorKind, known: k.Known, values: readonly Operand[]): Operand {
    const name = `${kind[0]}${this.frame.context.id}_${this.at}`
    for (const [i, part] of partNames(name, kind).entries()) {
      if (this.isWriting) this.region.useRegister(part)
      this.write(`${part}=${values[i]!.text};`)
    }
    this.count('iterators')
    return new Operand(name, kind, known)
  }

  // Guards: nothing is written for what is known already.

  guardInt(operand: Operand): Operand {
    if (operand.known.kind !== 'int') this.emit('_GUARD_INT', [operand], [k.int])
    else this.count('guardsElided')
    return operand
  }

  guardFloat(operand: Operand): Operand {
    if (operand.known.kind !== 'float') this.emit('_GUARD_FLOAT', [operand], [k.float])
    else this.count('guardsElided')
    return operand
  }

  guardStr(operand: Operand): Operand {
    if (operand.known.kind !== 'str') this.emit('_GUARD_STR', [operand], [k.str])
    else this.count('guardsElided')
    return operand
  }

  guardType(operand: Operand, type: NonNullable<k.Known['type']>): Operand {
    if (this.known(operand).type !== type) this.emit('_GUARD_TYPE', [operand, this.datum(type)], [k.objectOf(type)])
    else this.count('guardsElided')
    return operand
  }

  /**
   * Which of the shapes the object has: a bool for each. Leaves for any other. All are compared at once, since V8 throws machine code away at a comparison that
   * it has not seen.
   */
  testShapes(owner: Operand, shapes: readonly Shape[]): readonly string[] {
    return this.#test(owner, 'shape', shapes)
  }

  /** Leaves unless the object is of one of the types. */
  testTypes(owner: Operand, types: readonly PyType[]): void {
    this.#test(owner, 'type', types)
  }

  #test(owner: Operand, field: 'shape' | 'type', wanted: readonly object[]): readonly string[] {
    if (owner.known.kind === 'any') this.emit('_GUARD_NOT_NONE', [owner])
    const found = this.region.newRegister('value')
    const tests = wanted.map(() => this.region.newRegister('value'))
    const compared = wanted.map((each, i) => `${tests[i]}=${found}===${this.region.constantName(each)};`)
    this.write(
      `${found}=(${owner.text}).${field};${compared.join('')}if(!(${tests.join('||')})){${this.exit('guard')}}`,
    )
    return tests
  }

  /** The operand in a register of its own. */
  named(operand: Operand): Operand {
    const named = operand.named(this.region.newRegister(operand.register))
    this.write(`${named.text}=${operand.text};`)
    return named
  }

  /** The operand of the first test that holds, all of one register. */
  pick(tests: readonly string[], operands: readonly Operand[]): Operand {
    const { text, register } = operands[0]!
    const known = operands.map(each => each.known).reduce(k.join)
    if (operands.every(each => each.text === text)) return new Operand(text, register, known)
    const ways = operands.map((each, i) => (i === tests.length - 1 ? each.text : `${tests[i]}?${each.text}:`))
    return new Operand(`(${ways.join('')})`, register, known)
  }

  /** A value that depends on which of the shapes the object has. `make` writes the code for one of them. */
  choose(owner: Operand, shapes: readonly Shape[], make: (index: number) => Operand): Operand {
    const made: Operand[] = []
    let result: Operand | null = null
    this.byShape(
      owner,
      shapes,
      index => made.push(make(index)),
      index => {
        const isFloat = made.every(each => each.register === 'float')
        result ??= this.fresh(isFloat ? 'float' : 'value', made.map(each => each.known).reduce(k.join))
        this.write(`${result.text}=${(isFloat ? made[index]! : this.boxed(made[index]!)).text};`)
      },
    )
    return result!
  }

  /** Code that depends on which of the shapes the object has; leaves for any other. `finish` writes the end of each way when all are made. */
  byShape(
    owner: Operand,
    shapes: readonly Shape[],
    make: (index: number) => void,
    finish: (index: number) => void = () => undefined,
  ): void {
    if (owner.known.kind === 'any') this.emit('_GUARD_NOT_NONE', [owner])
    const shape = this.region.newRegister('value')
    this.write(`${shape}=(${owner.text}).shape;`)
    const codes = shapes.map((_, i) => this.apart(() => make(i)))
    const ways = shapes.map((each, i) => {
      const end = this.apart(() => finish(i))
      return `if(${shape}===${this.region.constantName(each)}){${codes[i]}${end}}`
    })
    this.write(`${ways.join('else ')}else{${this.exit('guard')}}`)
  }

  /** The code depends on what the type says: a watcher tells when that changes, or each execution asks. */
  relyOn(type: PyType): void {
    if (!type.isHeap) return
    this.count(isOn.constants ? 'constants' : 'looks')
    if (!isOn.constants) this.emit('_GUARD_TYPE_VERSION', [this.datum(type), this.datum(type.version)])
    else if (this.isWriting) watchType(type, this.region.unit)
  }

  // Exits.

  /** Code that leaves the unit as it was before this instruction. */
  exit(reason: ExitReason): string {
    let text = this.#exits.get(reason)
    if (text === undefined) {
      text = this.region.exitText(this.before, reason, this.at)
      this.#exits.set(reason, text)
    }
    return text
  }

  /** Ends the block by leaving, always. */
  leave(reason: ExitReason): void {
    if (this.isWriting) this.lines.push(this.exit(reason))
    this.ended = true
    this.left = reason
  }

  /** Where an exception is raised from here on: at a handler, or leaving the unit as it was before this instruction. */
  #beforeCall(effect: Effect): void {
    if (effect === 'escapes') this.sync()
    if (this.#throwing === null) {
      this.#throwing = this.isWriting ? this.region.throwPoint(this.before, this.at) : ''
      const edge = this.raise('e')
      if (edge !== null) this.handlers.push({ at: this.#throwing, edge })
    }
    this.write(`at=${this.#throwing};`)
  }

  /**
   * The way of an exception that this instruction raises to its handler, if the unit has that. `thrown` is what was thrown; `null` if a callee has
   * let it pass. Frames that end on the way are made: the traceback has them.
   */
  raise(thrown: string): Edge | null {
    const { region, before } = this
    const handler = region.handlerOf(before, this.at)
    if (handler === null || !region.handles(handler, before)) return null
    const { level, table, row } = handler
    const fork = this.fork()
    const state = before.clone()
    fork.state = state
    region.noteEscape(state.top.context)
    for (let i = 1; i < state.frames.length; i++) fork.makeFrame(state, i)
    for (let i = level + 1; i < state.frames.length; i++) fork.#writeLocals(state.frames[i]!)
    const exception = fork.fresh('value', k.object)
    for (let i = state.frames.length - 1; i >= level; i--) {
      const at = state.frames[i + 1]?.context.callAt ?? this.at
      fork.write(`${exception.text}=${region.helper('caught')}(${thrown},${state.frames[i]!.text},${at});`)
      thrown = exception.text
    }
    const ended = state.frames.length - level - 1
    if (ended > 0) fork.write(`${region.vmName}.frame=${state.frames[level]!.text};${region.vmName}.depth-=${ended};`)
    state.frames.length = level + 1
    const frame = state.top
    frame.sp = frame.context.code.nlocalsplus + table.depth(row)
    frame.slots.length = frame.sp
    if (table.pushesLasti(row)) {
      const lasti = fork.fresh('value', k.int)
      fork.write(`${lasti.text}=${frame.text}.lasti;`)
      fork.push(lasti)
    }
    fork.push(exception)
    fork.afterEscape()
    // Here, since ways that meet in the handler may differ in what the frame's memory holds.
    fork.begin(table.target(row), table.target(row))
    const edge = region.edgeTo(fork, table.target(row))
    // Where nothing is raised they have not been made.
    for (const operand of fork.#newBoxes) operand.boxed = null
    return { moves: fork.lines.join('') + edge.moves, target: edge.target }
  }

  #writeLocals({ context, slots, dirty, text }: FrameState): void {
    for (let slot = 0; slot < context.code.nlocalsplus; slot++) {
      const operand = slots[slot]
      if (operand !== undefined && dirty[slot] === true)
        this.write(`${text}.slots[${slot}]=${this.boxed(operand, false).text};`)
    }
  }

  /** Something that may raise, but does nothing else, is called next. */
  mayRaise(): void {
    this.#beforeCall('leaf')
  }

  /** Writes what the frame's memory does not hold, before somebody may look at it. */
  sync(): void {
    this.region.noteEscape(this.frame.context)
    for (const [i, before] of this.before.frames.entries()) {
      const { context } = before
      const frame = this.state.frames[i]!
      const isNew = before.made === 'no'
      this.makeFrame(this.before, i)
      for (let slot = 0; slot < context.code.nlocalsplus; slot++) {
        const operand = before.slots[slot]
        if (operand === undefined || before.dirty[slot] !== true) continue
        if (!isNew || operand.known.kind !== 'unbound')
          this.write(`${before.text}.slots[${slot}]=${this.boxed(operand).text};`)
        before.dirty[slot] = false
        if (frame.slots[slot] === operand) frame.dirty[slot] = false
      }
      frame.made = 'yes'
      this.write(`${before.text}.lasti=${this.before.frames[i + 1]?.context.callAt ?? this.at};`)
    }
  }

  /** Makes the frame object of an inlined call, if there is none yet. */
  makeFrame(state: State, i: number): void {
    const frame = state.frames[i]!
    const { context, made } = frame
    if (made === 'yes') return
    const func = context.func === null ? frame.func!.text : this.region.constantName(context.func)
    const helper = this.region.helper(context.isGenerator ? 'frameOfRunning' : 'frameOfInlined')
    const make = `${frame.text}=${helper}(${func},${state.frames[i - 1]!.text});`
    this.write(made === 'no' ? make : `if(${frame.text}===null)${make}`)
    this.region.useRegister(frame.text)
    frame.made = 'yes'
  }

  /** Makes the memory of the unit's own frame hold the present state. */
  writeBack(): void {
    const frame = this.state.frames[0]!
    for (let slot = 0; slot < frame.sp; slot++) {
      const operand = frame.slots[slot]
      if (operand !== undefined && frame.dirty[slot] === true)
        this.write(`f.slots[${slot}]=${this.boxed(operand).text};`)
    }
  }

  /** Anything may have been changed by what was called: facts about the heap are gone, and the unit itself may be invalid. */
  afterEscape(): void {
    this.state.epoch = newEpoch()
    this.state.isDoubtful = true
  }
}

function knownOfOutput(representation: Representation): k.Known {
  if (representation === 'float') return k.float
  return representation === 'value' ? k.some : k.any
}
