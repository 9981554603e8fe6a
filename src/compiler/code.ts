/**
 * A code object: what the compiler makes of one module, function, class body, lambda, generator expression or
 * annotation scope. It is plain data without a Python object in it, so that it can be compared, printed,
 * marshalled and tested alone; the interpreter keeps what it learns while running elsewhere.
 *
 * All fields are CPython's (`co_` dropped). A frame keeps parameters, local variables, cells and free variables
 * in one array, "locals plus": `localsplusnames[i]` is the name of slot i and `localspluskinds[i]` says what lives
 * there. A parameter captured by an inner function is both a local and a cell, in one slot.
 *
 * `code` is a sequence of (opcode, oparg) byte pairs with the inline cache words zero, as in `co_code`.
 * `linetable` and `exceptiontable` are read by line-table.ts and exception-table.ts.
 */
import type { FrozensetConstant, Literal, SliceConstant, TupleConstant } from '../base/constant.ts'

/** Bits of `Code.flags`. */
export const CO_OPTIMIZED = 0x1
export const CO_NEWLOCALS = 0x2
export const CO_VARARGS = 0x4
export const CO_VARKEYWORDS = 0x8
export const CO_NESTED = 0x10
export const CO_GENERATOR = 0x20
export const CO_COROUTINE = 0x80
export const CO_ITERABLE_COROUTINE = 0x100
export const CO_ASYNC_GENERATOR = 0x200
/** What says that a call makes a generator of some kind. */
export const generatorFlags = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR
export const CO_FUTURE_DIVISION = 0x20000
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x40000
export const CO_FUTURE_WITH_STATEMENT = 0x80000
export const CO_FUTURE_PRINT_FUNCTION = 0x100000
export const CO_FUTURE_UNICODE_LITERALS = 0x200000
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000
export const CO_FUTURE_GENERATOR_STOP = 0x800000
export const CO_FUTURE_ANNOTATIONS = 0x1000000
export const CO_HAS_DOCSTRING = 0x4000000
export const CO_METHOD = 0x8000000

/** Bits of `Code.localspluskinds`. */
export const CO_FAST_ARG_POS = 0x02
export const CO_FAST_ARG_KW = 0x04
export const CO_FAST_ARG_VAR = 0x08
export const CO_FAST_HIDDEN = 0x10
export const CO_FAST_LOCAL = 0x20
export const CO_FAST_CELL = 0x40
export const CO_FAST_FREE = 0x80

export type CodeConstant =
  | Literal
  | TupleConstant<CodeConstant>
  | FrozensetConstant<CodeConstant>
  | SliceConstant<CodeConstant>
  | Code

export class Code {
  readonly name: string
  readonly qualname: string
  readonly filename: string
  readonly firstlineno: number
  readonly flags: number
  /** Positional parameters, the positional-only ones included. */
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly stacksize: number
  readonly consts: readonly CodeConstant[]
  readonly names: readonly string[]
  readonly localsplusnames: readonly string[]
  readonly localspluskinds: Uint8Array
  readonly code: Uint8Array
  readonly linetable: Uint8Array
  readonly exceptiontable: Uint8Array
  /** Tracebacks pass over it, since in CPython it is C (modules/library/written-in-c.ts). */
  leavesNoTrace: boolean
  constructor(fields: CodeFields) {
    this.leavesNoTrace = false
    this.name = fields.name
    this.qualname = fields.qualname
    this.filename = fields.filename
    this.firstlineno = fields.firstlineno
    this.flags = fields.flags
    this.argcount = fields.argcount
    this.posonlyargcount = fields.posonlyargcount
    this.kwonlyargcount = fields.kwonlyargcount
    this.stacksize = fields.stacksize
    this.consts = fields.consts
    this.names = fields.names
    this.localsplusnames = fields.localsplusnames
    this.localspluskinds = fields.localspluskinds
    this.code = fields.code
    this.linetable = fields.linetable
    this.exceptiontable = fields.exceptiontable
  }
}

export type CodeFields = { readonly [K in Exclude<keyof Code, 'leavesNoTrace'>]: Code[K] }

/** `co_varnames`: parameters and other local variables, cells included when they are also local. */
export function varnames(code: Code): string[] {
  return namesOfKind(code, CO_FAST_LOCAL)
}

/** `co_cellvars`. */
export function cellvars(code: Code): string[] {
  return namesOfKind(code, CO_FAST_CELL)
}

/** `co_freevars`. */
export function freevars(code: Code): string[] {
  return namesOfKind(code, CO_FAST_FREE)
}

function namesOfKind(code: Code, kind: number): string[] {
  return code.localsplusnames.filter((_, slot) => code.localspluskinds[slot]! & kind)
}
