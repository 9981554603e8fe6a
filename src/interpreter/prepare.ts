/**
 * Makes code objects ready to run: constants become values, `co_code` becomes units with counters in their caches.
 *
 * Units are made when the code first runs: a program imports far more functions than it calls.
 */
import { generalArray } from '../base/arrays.ts'
import {
  EllipsisConstant,
  ComplexConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { CO_VARARGS, CO_VARKEYWORDS, Code, type CodeConstant } from '../compiler/code.ts'
import { exceptionTable } from '../compiler/exception-table.ts'
import { inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { bytesOf } from '../objects/bytes.ts'
import { PyCode } from '../objects/frame.ts'
import { Ellipsis, PyComplex } from '../objects/number.ts'
import { PyFrozenset } from '../objects/set.ts'
import { PySlice } from '../objects/slice.ts'
import { strOf, strOfPoints } from '../objects/str.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { unreachable, warmup } from './backoff.ts'
import { warmth } from './tier-up.ts'

/** Is specialization on? Set by whoever starts a program; code that has run keeps what it was prepared with. */
export const specialization = { isOn: true }

/** The value that a constant of the compiler stands for. */
export function valueOfConstant(constant: CodeConstant): Value {
  if (typeof constant === 'string') return strOf(constant)
  if (typeof constant !== 'object' || constant === null) return constant
  if (constant instanceof FloatConstant) return new PyFloat(constant.value)
  if (constant instanceof TupleConstant)
    return constant.items.length === 0 ? emptyTuple : new PyTuple(constant.items.map(valueOfConstant))
  if (constant instanceof Code) return codeObject(constant)
  if (constant instanceof Uint8Array) return bytesOf(constant)
  if (constant instanceof ComplexConstant) return new PyComplex(constant.real, constant.imag)
  if (constant instanceof EllipsisConstant) return Ellipsis
  if (constant instanceof FrozensetConstant) return PyFrozenset.from(constant.items.map(valueOfConstant))
  if (constant instanceof SliceConstant)
    return new PySlice(valueOfConstant(constant.start), valueOfConstant(constant.stop), valueOfConstant(constant.step))
  if (constant instanceof PointsConstant) return strOfPoints(constant.points)
  throw new Error('an unknown kind of constant')
}

export function codeObject(code: Code): PyCode {
  const varargs = (code.flags & CO_VARARGS) === 0 ? 0 : 1
  const varkeywords = (code.flags & CO_VARKEYWORDS) === 0 ? 0 : 1
  const parameters = code.argcount + code.kwonlyargcount + varargs + varkeywords
  const isSimple = varargs + varkeywords === 0 && code.kwonlyargcount === 0
  const consts = generalArray<Value>()
  for (const constant of code.consts) consts.push(valueOfConstant(constant))
  return new PyCode(code, consts, parameters, isSimple)
}

const { EXTENDED_ARG, JUMP_BACKWARD } = opcodes

/** Fills what running the code needs. */
export function prepareCode(code: PyCode): void {
  const bytes = code.code.code
  const units = new Int32Array(bytes.length >> 1)
  const counter = specialization.isOn ? warmup : unreachable
  let extended = 0
  for (let i = 0; i < units.length; i++) {
    const opcode = bytes[2 * i]!
    const oparg = (extended << 8) | bytes[2 * i + 1]!
    units[i] = opcode | (oparg << 8)
    extended = opcode === EXTENDED_ARG ? oparg : 0
    const caches = inlineCacheEntries[opcode]!
    if (caches > 0) {
      units[i + 1] = opcode === JUMP_BACKWARD ? warmth.loop : counter
      i += caches
    }
  }
  code.units = units
  code.warmth = warmth.entry
  code.caches = new Array<object | undefined>(units.length).fill(undefined)
  code.handlers = exceptionTable(code.code)
  const template: (Value | undefined)[] = []
  const size = code.nlocalsplus + code.code.stacksize
  for (let i = 0; i < size; i++) template.push(undefined)
  code.template = template
}
