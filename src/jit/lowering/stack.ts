/** Locals, constants, cells and moving values about: nothing of it is executed, but for cells. */
import { PyFunction } from '../../objects/frame.ts'
import type { Builder } from '../builder.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import type { Operand } from '../state.ts'
import type { LowerTable } from './lower.ts'

/** A float is kept unboxed from when it is stored. */
function store(b: Builder, index: number, operand: Operand): void {
  const isBoxedFloat =
    operand.known.kind === 'float' && operand.register === 'value' && operand.known.constant === undefined
  b.setLocal(index, isBoxedFloat && isOn.unbox ? b.raw(operand) : operand)
}

const nothing = (): void => undefined

const load = (b: Builder, oparg: number): void => b.push(b.local(oparg))
const loadTwo = (b: Builder, oparg: number): void => {
  b.push(b.local(oparg >> 4))
  b.push(b.local(oparg & 15))
}

export const stack: LowerTable = {
  NOP: nothing,
  NOT_TAKEN: nothing,
  EXTENDED_ARG: nothing,
  CACHE: nothing,
  RESUME: nothing,
  LOAD_FAST: load,
  LOAD_FAST_BORROW: load,
  LOAD_FAST_LOAD_FAST: loadTwo,
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: loadTwo,
  LOAD_FAST_CHECK: (b, oparg) => {
    const local = b.local(oparg)
    if (local.known.kind === 'unbound') return b.leave('unsupported')
    if (!local.known.isBound) b.emit('_GUARD_BOUND', [local], [local.known.with({ isBound: true })])
    b.push(local)
  },
  LOAD_FAST_AND_CLEAR: (b, oparg) => {
    b.push(b.local(oparg))
    b.setLocal(oparg, b.unboundOperand)
  },
  STORE_FAST: (b, oparg) => store(b, oparg, b.pop()),
  STORE_FAST_LOAD_FAST: (b, oparg) => {
    store(b, oparg >> 4, b.pop())
    b.push(b.local(oparg & 15))
  },
  STORE_FAST_STORE_FAST: (b, oparg) => {
    store(b, oparg >> 4, b.pop())
    store(b, oparg & 15, b.pop())
  },
  DELETE_FAST: (b, oparg) => {
    const local = b.local(oparg)
    if (local.known.kind === 'unbound') return b.leave('unsupported')
    if (!local.known.isBound) b.emit('_GUARD_BOUND', [local], [local.known.with({ isBound: true })])
    b.setLocal(oparg, b.unboundOperand)
  },
  LOAD_CONST: (b, oparg) => b.push(b.constant(b.code.consts[oparg]!)),
  LOAD_SMALL_INT: (b, oparg) => b.push(b.constant(oparg)),
  POP_TOP: b => void b.pop(),
  POP_ITER: b => void b.pop(),
  END_FOR: b => void b.pop(),
  PUSH_NULL: b => b.push(b.unboundOperand),
  COPY: (b, oparg) => b.push(b.peek(oparg)),
  SWAP: (b, oparg) => {
    const { sp } = b.frame
    const top = b.peek(1)
    b.setLocal(sp - 1, b.peek(oparg))
    b.setLocal(sp - oparg, top)
  },
  MAKE_CELL: (b, oparg) => {
    const cell = b.one('_CELL', [b.local(oparg)], k.object)
    b.setLocal(oparg, cell)
  },
  COPY_FREE_VARS: (b, oparg) => {
    const { func, context } = b.frame
    const first = b.code.nlocalsplus - oparg
    for (let i = 0; i < oparg; i++) {
      const known = context.func instanceof PyFunction ? context.func.closure![i]! : undefined
      if (known !== undefined) b.setLocal(first + i, b.constant(known as never))
      else if (func !== null) b.setLocal(first + i, b.one('_CLOSURE_CELL', [func, b.datum(i)], k.object))
      else return b.leave('unsupported')
    }
  },
  LOAD_DEREF: (b, oparg) => b.push(b.one('_CELL_VALUE', [b.local(oparg)])),
  STORE_DEREF: (b, oparg) => {
    const value = b.pop()
    b.emit('_STORE_CELL', [b.local(oparg), value])
  },
}
