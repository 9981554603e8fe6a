/** Locals, cells, constants and moving values about the stack. */
import { PyCell } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import { commonConstant, raiseUnboundCell, raiseUnboundLocal } from '../interpreter/names.ts'
import { code, frame, instruction, oparg, peek, poke, slots, uop, type Unbound } from './kit.ts'

export const _NOP = uop(() => {})
export const NOP = instruction(_NOP)
/** The oparg of the next instruction has the prefix folded in already. */
export const EXTENDED_ARG = instruction(_NOP)
export const NOT_TAKEN = instruction(_NOP)
export const CACHE = instruction(_NOP)

export const _LOAD_FAST = uop((): Unbound => slots[oparg])
export const LOAD_FAST = instruction(_LOAD_FAST)
/** References are not counted here, so borrowing one is loading it. */
export const LOAD_FAST_BORROW = instruction(_LOAD_FAST)

export const _LOAD_FAST_HIGH = uop((): Unbound => slots[oparg >> 4])
export const _LOAD_FAST_LOW = uop((): Unbound => slots[oparg & 15])
export const LOAD_FAST_LOAD_FAST = instruction(_LOAD_FAST_HIGH, _LOAD_FAST_LOW)
export const LOAD_FAST_BORROW_LOAD_FAST_BORROW = instruction(_LOAD_FAST_HIGH, _LOAD_FAST_LOW)

export const _LOAD_FAST_CHECK = uop((): Value => {
  const value = slots[oparg]
  if (value === undefined) raiseUnboundLocal(code, oparg)
  return value
})
export const LOAD_FAST_CHECK = instruction(_LOAD_FAST_CHECK)

export const _LOAD_FAST_AND_CLEAR = uop((): Unbound => {
  const value = slots[oparg]
  slots[oparg] = undefined
  return value
})
export const LOAD_FAST_AND_CLEAR = instruction(_LOAD_FAST_AND_CLEAR)

export const _STORE_FAST = uop((value: Unbound) => {
  slots[oparg] = value
})
export const STORE_FAST = instruction(_STORE_FAST)
export const _STORE_FAST_HIGH = uop((value: Unbound) => {
  slots[oparg >> 4] = value
})
export const _STORE_FAST_LOW = uop((value: Unbound) => {
  slots[oparg & 15] = value
})
export const STORE_FAST_STORE_FAST = instruction(_STORE_FAST_HIGH, _STORE_FAST_LOW)
export const STORE_FAST_LOAD_FAST = instruction(_STORE_FAST_HIGH, _LOAD_FAST_LOW)

export const _DELETE_FAST = uop(() => {
  if (slots[oparg] === undefined) raiseUnboundLocal(code, oparg)
  slots[oparg] = undefined
})
export const DELETE_FAST = instruction(_DELETE_FAST)

export const _LOAD_CONST = uop((): Value => code.consts[oparg]!)
export const LOAD_CONST = instruction(_LOAD_CONST)
export const _LOAD_SMALL_INT = uop((): Value => oparg)
export const LOAD_SMALL_INT = instruction(_LOAD_SMALL_INT)
export const _LOAD_COMMON_CONSTANT = uop((): Value => commonConstant(oparg))
export const LOAD_COMMON_CONSTANT = instruction(_LOAD_COMMON_CONSTANT)

export const _POP_TOP = uop((_value: Unbound) => {})
export const POP_TOP = instruction(_POP_TOP)
export const POP_ITER = instruction(_POP_TOP)
export const END_FOR = instruction(_POP_TOP)
export const _END_SEND = uop((_receiver: Value, value: Value): Value => value)
export const END_SEND = instruction(_END_SEND)
export const _PUSH_NULL = uop((): Unbound => undefined)
export const PUSH_NULL = instruction(_PUSH_NULL)
export const _COPY = uop((): Unbound => peek(oparg))
export const COPY = instruction(_COPY)
export const _SWAP = uop(() => {
  const top = peek(1)
  poke(1, peek(oparg))
  poke(oparg, top)
})
export const SWAP = instruction(_SWAP)

export const _MAKE_CELL = uop(() => {
  slots[oparg] = new PyCell(slots[oparg])
})
export const MAKE_CELL = instruction(_MAKE_CELL)

export const _COPY_FREE_VARS = uop(() => {
  const closure = frame.func!.closure!
  const first = code.nlocalsplus - oparg
  for (let i = 0; i < oparg; i++) slots[first + i] = closure[i]!
})
export const COPY_FREE_VARS = instruction(_COPY_FREE_VARS)

export const _LOAD_DEREF = uop((): Value => {
  const value = (slots[oparg] as PyCell).value
  if (value === undefined) raiseUnboundCell(code, oparg)
  return value
})
export const LOAD_DEREF = instruction(_LOAD_DEREF)

export const _STORE_DEREF = uop((value: Value) => {
  ;(slots[oparg] as PyCell).value = value
})
export const STORE_DEREF = instruction(_STORE_DEREF)

export const _DELETE_DEREF = uop(() => {
  const cell = slots[oparg] as PyCell
  if (cell.value === undefined) raiseUnboundCell(code, oparg)
  cell.value = undefined
})
export const DELETE_DEREF = instruction(_DELETE_DEREF)
