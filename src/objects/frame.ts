// Hot.
/**
 * Code objects ready to run, frames, cells and functions.
 *
 * A frame keeps locals, cells, free variables and the value stack in one array, as CPython's `localsplus`:
 *
 *     slots   [ locals … cells … free … | value stack … ]
 *              0                        nlocalsplus   sp
 *
 * The array has its full length from the start (a copy of the code's template), so no push ever grows it. The interpreter
 * keeps `pc` and `sp` in JavaScript locals while a frame runs and writes them back where anybody may look.
 *
 * Bytecode runs from `units`: one int32 for each two bytes of `co_code`, opcode in the low 8 bits and oparg in the rest, with EXTENDED_ARG
 * already folded in (the prefix stays as an instruction that does nothing, so offsets are CPython's). The first inline cache unit of an
 * instruction is its adaptive counter; what else it caches is an object in `caches`, at the index of that unit.
 */
import { cellType, codeType, frameType, functionType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import type { Attributes } from './instance.ts'
import type { Code } from '../compiler/code.ts'
import type { ExceptionTable } from '../compiler/exception-table.ts'
import type { PyDict } from './dict.ts'
import type { PyGenerator } from './generator.ts'
import type { PyTuple } from './tuple.ts'
import { PyObject, type Value, isPyObject } from './value.ts'
import { changed } from '../base/parts.ts'

/**
 * The compiled form of a function, as other compiled code calls it: with a frame or null, the function and its arguments. It answers undefined
 * where the frames have to go on in the interpreter (src/jit/leave.ts).
 */
export interface CompiledCallee {
  run: (frame: Frame | null, func: PyFunction, ...args: Value[]) => Value | undefined
}

/** Of code that has no compiled form. */
export let notCompiled: CompiledCallee = {
  run: () => {
    throw new Error('there is no tier 2')
  },
}

export function setNotCompiled(callee: CompiledCallee): void {
  notCompiled = callee
  changed()
}

/** Code of tier 2, for frames with these globals. */
export interface Executor {
  readonly globals: PyDict
  /** Is nothing called that may look at frames? */
  readonly isClosed: boolean
}

export class PyCode extends PyObject {
  readonly code: Code
  readonly consts: readonly Value[]
  readonly names: readonly string[]
  readonly flags: number
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly nlocalsplus: number
  /** Parameters in all, `*args` and `**kwargs` included: where the other locals begin. */
  readonly parameterCount: number
  /** Null until the code first runs (interpreter/prepare.ts). */
  units: Int32Array
  caches: (object | undefined)[]
  handlers: ExceptionTable | null
  template: (Value | undefined)[]
  /** Entries until the function is compiled (interpreter/tier-up.ts). */
  warmth: number
  /** Compiled code that begins at an instruction of this code, by its index. */
  executors: (Executor | undefined)[] | null
  /** How compiled code calls this code. */
  callee: CompiledCallee
  /** Is a call with exactly `argcount` positional arguments all there is to binding? */
  readonly isSimple: boolean
  constructor(code: Code, consts: readonly Value[], parameterCount: number, isSimple: boolean) {
    super(codeType)
    this.code = code
    this.consts = consts
    this.names = code.names
    this.flags = code.flags
    this.argcount = code.argcount
    this.posonlyargcount = code.posonlyargcount
    this.kwonlyargcount = code.kwonlyargcount
    this.nlocalsplus = code.localsplusnames.length
    this.parameterCount = parameterCount
    this.units = notPrepared
    this.caches = noCaches
    this.handlers = null
    this.template = noCaches as undefined[]
    this.warmth = 0x7fffffff
    this.executors = null
    this.callee = notCompiled
    this.isSimple = isSimple
  }
}

/** The `units` of code that has never run. */
export const notPrepared = new Int32Array(0)
const noCaches: (object | undefined)[] = []

export class PyCell {
  type: PyType
  attributes: Attributes | null
  value: Value | undefined
  constructor(value: Value | undefined) {
    this.type = cellType
    this.attributes = null
    this.value = value
  }
}
isPyObject(PyCell)
// V8 is to know from the first that a cell holds values of any kind, not objects alone.
new PyCell(0)
new PyCell(null)

let lastFunctionVersion = 0

export class PyFunction {
  type: PyType
  attributes: Attributes | null
  code: PyCode
  readonly globals: PyDict
  readonly builtins: PyDict
  name: Value
  qualname: Value
  defaults: PyTuple | null
  kwdefaults: PyDict | null
  closure: readonly PyCell[] | null
  doc: Value
  module: Value
  annotations: PyDict | null
  annotate: Value
  typeParams: PyTuple | null
  /** Changes with `__code__`, `__defaults__` and `__kwdefaults__`: what a cache of a call depends on. */
  version: number
  constructor(code: PyCode, globals: PyDict, builtins: PyDict, closure: readonly PyCell[] | null) {
    this.type = functionType
    this.attributes = null
    this.code = code
    this.globals = globals
    this.builtins = builtins
    this.name = code.code.name
    this.qualname = code.code.qualname
    this.defaults = null
    this.kwdefaults = null
    this.closure = closure
    this.doc = null
    this.module = null
    this.annotations = null
    this.annotate = null
    this.typeParams = null
    this.version = ++lastFunctionVersion
  }

  modified(): void {
    this.version = ++lastFunctionVersion
  }
}
isPyObject(PyFunction)

/** What a frame's return value becomes, beyond being pushed on the caller's stack. */
export const FrameKind = {
  plain: 0,
  /** Entered from TypeScript: returning ends `evaluate`. */
  entry: 1,
  /**
   * An `__init__` that a call of a class entered: the value must be None, and the caller gets the instance instead. Or an operator's method:
   * what the caller gets depends on the operator.
   */
  init: 2,
  /** A generator resumed by FOR_ITER or SEND: returning jumps by the oparg of the instruction that resumed it. */
  resumed: 3,
} as const
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind]

/** What only debuggers and `sys._getframe` users need. */
export interface FrameDebug {
  trace: Value
  traceLines: boolean
  traceOpcodes: boolean
  /** Are there `opcode` events? Only once somebody has been asked again after `traceOpcodes` was set. */
  hasOpcodeEvents: boolean
  /** What a trace function or tool is being told of: the frame may be made to go on elsewhere from a 'line', or what is as good. */
  event: 'line' | 'start' | 'call' | 'other' | null
  /** Index of the instruction that a trace function made the frame go on at; −1 for none. */
  jump: number
}

/**
 * An array of at least as many places as the template has, which hold `u`, undefined. Array literals are made in line, several times as fast as the copy of a
 * template; `u` must be a variable, else V8 shares the array's storage until the first write.
 */
function emptySlots(template: (Value | undefined)[], u: undefined): (Value | undefined)[] {
  switch ((template.length + 1) >> 1) {
    case 1:
      return [u, u]
    case 2:
      return [u, u, u, u]
    case 3:
      return [u, u, u, u, u, u]
    case 4:
      return [u, u, u, u, u, u, u, u]
    case 5:
      return [u, u, u, u, u, u, u, u, u, u]
    case 6:
      return [u, u, u, u, u, u, u, u, u, u, u, u]
    case 7:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    case 8:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    case 9:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    case 10:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    case 11:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    case 12:
      return [u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u]
    default:
      return template.slice()
  }
}

/** `pc` of a frame that compiled code runs. */
export const inCompiledCode = -1

export class Frame {
  // On the prototype: a frame is made at every call.
  declare readonly type: PyType
  declare readonly attributes: null
  readonly code: PyCode
  readonly globals: PyDict
  readonly builtins: PyDict
  /** The namespace of a class body or module; null where locals are fast. */
  locals: Value
  slots: (Value | undefined)[]
  sp: number
  /** Index in `units` of the next instruction; while suspended in a call, of what follows the call's caches; −1 while compiled code runs the frame. */
  pc: number
  /** Index in `units` of the instruction being executed. */
  lasti: number
  previous: Frame | null
  kind: FrameKind
  /** Of an `__init__` that a call of a class entered: the instance. NotImplemented of an operator's method (interpreter/operator-methods.ts). */
  instance: Value
  readonly func: PyFunction | null
  generator: PyGenerator | null
  debug: FrameDebug | null
  constructor(code: PyCode, func: PyFunction | null, globals: PyDict, builtins: PyDict, locals: Value) {
    // The array first: a field that is set before something else is allocated is written twice.
    const slots = emptySlots(code.template, undefined)
    this.code = code
    this.globals = globals
    this.builtins = builtins
    this.locals = locals
    this.slots = slots
    this.sp = code.nlocalsplus
    this.pc = 0
    this.lasti = 0
    this.previous = null
    this.kind = FrameKind.plain
    this.instance = null
    this.func = func
    this.generator = null
    this.debug = null
  }
}
isPyObject(Frame)
Object.assign(Frame.prototype, { type: frameType, attributes: null })
