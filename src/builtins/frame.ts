/** Frames as Python sees them. As in Objects/frameobject.c. */
import { frameType } from '../objects/builtin-types.ts'
import { CO_FAST_HIDDEN, CO_OPTIMIZED, type Code } from '../compiler/code.ts'
import { opcodes } from '../compiler/generated/opcodes.ts'
import { lineAt } from '../compiler/line-table.ts'
import { stackAt } from '../compiler/stack-depth-at.ts'
import { defineType } from '../objects/define.ts'
import { type PyBaseException, raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType, runtimeErrorType, runtimeWarningType, valueErrorType } from '../objects/exception-types.ts'
import type { Frame, FrameDebug } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { PyFrameLocalsProxy } from './frame-locals-proxy.ts'
import { close } from './generator-resume.ts'
import { addressText } from './method-descriptors.ts'

/** The line being executed, −1 if the instruction has none. */
export function lineOf(frame: Frame): number {
  return lineAt(frame.code.code, frame.lasti)
}

frameType.repr = (self: Frame) => {
  const { name, filename } = self.code.code
  return strOf(`<frame at ${addressText(self)}, file ${reprText(strOf(filename))}, line ${lineOf(self)}, code ${name}>`)
}

/** Are variables of an inlined comprehension in the frame of a module or class body? */
function hasHiddenLocals({ code, slots }: Frame): boolean {
  const { localspluskinds } = code.code
  for (let i = 0; i < localspluskinds.length; i++)
    if ((localspluskinds[i]! & CO_FAST_HIDDEN) !== 0 && slots[i] !== undefined) return true
  return false
}

/** `frame.f_locals`: the namespace itself, or a mapping of the variables of a function. */
export function localsOf(frame: Frame): Value {
  if ((frame.code.flags & CO_OPTIMIZED) === 0 && !hasHiddenLocals(frame)) return frame.locals
  return new PyFrameLocalsProxy(frame)
}

/** A generator has a caller only while it runs. */
const callerOf = ({ generator, previous }: Frame): Value => (generator !== null && !generator.running ? null : previous)

const debugOf = (frame: Frame): FrameDebug =>
  (frame.debug ??= {
    trace: null,
    traceLines: true,
    traceOpcodes: false,
    hasOpcodeEvents: false,
    event: null,
    jump: -1,
  })

/** A trace function makes the frame go on at another line: where the values on the stack are some of those that are there. */
function setLine(frame: Frame, value: Value | undefined): void {
  if (value === undefined) raise(attributeErrorType, "attribute 'f_lineno' of 'frame' objects cannot be deleted")
  const wanted = asInt(value)
  if (wanted === undefined) raise(valueErrorType, 'lineno must be an integer')
  const { debug, slots } = frame
  const event = debug?.event ?? null
  if (event === null) raise(valueErrorType, 'f_lineno can only be set in a trace function')
  if (event === 'start') raise(valueErrorType, "can't jump from the 'call' trace event of a new frame")
  if (event === 'call') raise(valueErrorType, "can't jump during a call")
  if (event !== 'line') raise(valueErrorType, "can only jump from a 'line' trace event")
  const { code, nlocalsplus } = frame.code
  if (wanted < code.firstlineno) raise(valueErrorType, `line ${wanted} comes before the current code block`)
  const from = stackAt(code, frame.lasti) ?? []
  const [target, depth] = placeOfLine(code, from, Number(wanted))
  // What an `except` block handles is handled no longer.
  for (let i = from.length - 1; i >= depth; i--)
    if (from[i] !== from[i - 1] && kindAt(code, from, i) === 'exception')
      vm.exceptionInfo.value = slots[nlocalsplus + i] as PyBaseException | null
  let unbound = 0
  for (let i = 0; i < nlocalsplus; i++)
    if (slots[i] === undefined) {
      slots[i] = null
      unbound++
    }
  if (unbound > 0)
    hooks.warn(runtimeWarningType, `assigning None to ${unbound} unbound local${unbound > 1 ? 's' : ''}`, 0)
  frame.sp = nlocalsplus + depth
  debug!.jump = target
}

/** Where the line begins, or the first after it, and how many values are on the stack there. */
function placeOfLine(code: Code, from: readonly number[], wanted: number): [target: number, depth: number] {
  let line = Number.POSITIVE_INFINITY
  let [target, depth] = [-1, -1]
  let refusal = ''
  // What prepares the frame is no line.
  const start = code.code.findIndex((unit, i) => i % 2 === 0 && unit === opcodes.RESUME) / 2 + 1
  for (let at = start; 2 * at < code.code.length; at++) {
    const here = lineAt(code, at)
    if (here < wanted || here > line || here === lineAt(code, at - 1)) continue
    if (here < line) [line, target, depth] = [here, -1, -1]
    const stack = stackAt(code, at)
    if (stack === undefined || stack.length <= depth) continue
    if (stack.every((_, i) => isCompatible(code, from, stack, i))) [target, depth] = [at, stack.length]
    else refusal = refusals[kindAt(code, stack, stack.length - 1)]
  }
  if (line === Number.POSITIVE_INFINITY) raise(valueErrorType, `line ${wanted} comes after the current code block`)
  if (target < 0) raise(valueErrorType, refusal)
  return [target, depth]
}

/** Why a line cannot be jumped to where a value of that kind is on top of the stack. */
const refusals = {
  lasti: "can't jump into a re-raising block as there's no location",
  null: 'incompatible stacks',
  object: 'incompatible stacks',
  iterator: "can't jump into the body of a for loop",
  exception: "can't jump into an 'except' block as there's no exception",
}

/** What a value on the stack is to those that take it. As mark_stacks (Objects/frameobject.c). */
function kindAt({ code }: Code, stack: readonly number[], i: number): keyof typeof refusals {
  switch (code[2 * stack[i]!]!) {
    case opcodes.GET_ITER:
    case opcodes.GET_AITER:
      return 'iterator'
    case opcodes.PUSH_EXC_INFO:
      return 'exception'
    case opcodes.PUSH_NULL:
    case opcodes.LOAD_ATTR:
    case opcodes.LOAD_SPECIAL:
      return 'null'
    case undefined:
      return 'lasti'
    default:
      // LOAD_GLOBAL may push what it has loaded, and null.
      return stack[i] === stack[i - 1] ? 'null' : 'object'
  }
}

function isCompatible(code: Code, from: readonly number[], to: readonly number[], i: number): boolean {
  if (from[i] === to[i]) return true
  if (i >= from.length) return false
  const [have, want] = [kindAt(code, from, i), kindAt(code, to, i)]
  return want === 'object' ? have !== 'null' && have !== 'lasti' : want === have
}

function setTrace(frame: Frame, value: Value | undefined): void {
  const debug = debugOf(frame)
  debug.trace = value ?? null
  if (debug.trace !== null && debug.traceOpcodes) debug.hasOpcodeEvents = true
}

function expectBool(value: Value | undefined): boolean {
  if (value === undefined) raiseTypeError("can't delete numeric/char attribute")
  if (typeof value !== 'boolean') raiseTypeError('attribute value type must be bool')
  return value
}

function isExecuting(frame: Frame): boolean {
  for (let each = vm.frame; each !== null; each = each.previous) if (each === frame) return true
  return false
}

function setTraceOpcodes(frame: Frame, value: Value | undefined): void {
  if (value === undefined) raise(attributeErrorType, "attribute 'f_trace_opcodes' of 'frame' objects cannot be deleted")
  const debug = debugOf(frame)
  debug.traceOpcodes = expectBool(value)
  debug.hasOpcodeEvents = debug.traceOpcodes && (debug.hasOpcodeEvents || debug.trace !== null)
}

/** Drops the references that a frame that is done still holds. */
function clear(frame: Frame): void {
  if (isExecuting(frame)) raise(runtimeErrorType, 'cannot clear an executing frame')
  const { generator } = frame
  if (generator !== null && generator.frame === frame) {
    if (generator.started) raise(runtimeErrorType, 'cannot clear a suspended frame')
    close(generator)
  }
  frame.slots.fill(undefined)
  frame.sp = frame.code.nlocalsplus
}

defineType(frameType, {
  methods: () => [
    builtin('clear($self, /)', clear, 'Clear all references held by the frame.'),
    builtin(
      '__sizeof__($self, /)',
      (self: Frame) => 72 + 8 * self.slots.length,
      'Return the size of the frame in memory, in bytes.',
    ),
  ],
  members: () => [
    [
      'f_trace_lines',
      (self: Frame) => self.debug?.traceLines ?? true,
      (self: Frame, value) => void (debugOf(self).traceLines = expectBool(value)),
    ],
  ],
  getset: () => [
    ['f_back', callerOf, null],
    ['f_locals', localsOf, null, 'Return the mapping used by the frame to look up local variables.'],
    ['f_lineno', (self: Frame) => orNone(lineOf(self)), setLine, 'Return the current line number in the frame.'],
    [
      'f_trace',
      (self: Frame) => self.debug?.trace ?? null,
      setTrace,
      'Return the trace function for this frame, or None if no trace function is set.',
    ],
    [
      'f_lasti',
      (self: Frame) => 2 * self.lasti,
      null,
      'Return the index of the last attempted instruction in the frame.',
    ],
    ['f_globals', (self: Frame) => self.globals, null, 'Return the global variables in the frame.'],
    ['f_builtins', (self: Frame) => self.builtins, null, 'Return the built-in variables in the frame.'],
    ['f_code', (self: Frame) => self.code, null, 'Return the code object being executed in this frame.'],
    [
      'f_trace_opcodes',
      (self: Frame) => self.debug?.traceOpcodes ?? false,
      setTraceOpcodes,
      'Return True if opcode tracing is enabled, False otherwise.',
    ],
    [
      'f_generator',
      (self: Frame) => self.generator,
      null,
      'Return the generator or coroutine associated with this frame, or None.',
    ],
  ],
})

const orNone = (line: number): Value => (line < 0 ? null : line)
