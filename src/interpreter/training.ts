/**
 * How V8 comes to optimize the warm dispatch functions (warming.ts).
 *
 * V8 optimizes a function from what it has seen it do, and throws the code away when the function does something it has not seen:
 * compiling it again takes fifty milliseconds, in which programs run several times slower; and what it compiles at the same time on
 * other threads takes processors from the program. So before the program goes on in one, a small program that executes each of its instructions in
 * all of their ways (training.py and training-quick.py, compiled by tools/generate-training.ts) runs there.
 */
import type { Code } from '../compiler/code.ts'
import { inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { readCode } from '../compiler/marshal.ts'
import { PyDict } from '../objects/dict.ts'
import { makeException } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { type Frame, PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { type Breaker, slices } from './breaker.ts'
import { LEAVE, SWITCH, SWITCH_RAISING, transfer } from './dispatch-support.ts'
import { evaluate as large } from './generated/evaluate.ts'
import { evaluate as quick } from './generated/evaluate-quick.ts'
import { quickTrainingCode, trainingCode } from './generated/training-code.ts'
import { codeObject, prepareCode } from './prepare.ts'
import { tierUp } from './tier-up.ts'
import { type Evaluate, warming } from './warming.ts'

const ints = [
  [1, 2],
  [2, 1],
  [1, 1],
  [3_000_000_000, 2],
  [2, 3_000_000_000],
]
const floats = [
  [1.5, 2.5],
  [0.25, 2.5],
  [2.5, 1.5],
  [0.5, 0.5],
  [0, 3],
]
const strs = [
  ['b', 'c'],
  ['c', 'b'],
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'a'],
]

/** An instruction has one specialized form at a time: each of these gets its own copy of the code. */
const kinds: readonly { readonly pairs: readonly Value[][]; readonly truths: readonly Value[] }[] = [
  { pairs: ints, truths: [0, 1] },
  { pairs: floats.map(pair => pair.map(each => new PyFloat(each))), truths: [true, false] },
  { pairs: strs, truths: [null, null] },
]

interface Training {
  readonly program: string
  /** It is run once with each of the first so many. */
  readonly kinds: number
}

/** What trains the dispatch functions that have not been trained in this process. */
const trainings = new Map<Evaluate, Training>([
  [large, { program: trainingCode, kinds: kinds.length }],
  [quick, { program: quickTrainingCode, kinds: 1 }],
])

warming.begin = (dispatch, breaker) => {
  const warm = dispatch.isQuick ? quick : large
  dispatch.evaluate = dispatch.warm = warm
  const training = trainings.get(warm)
  // Where time is limited, it is the program's; and what is due now is.
  if (training === undefined || breaker.isLimited || breaker.interrupted || breaker.thrown !== undefined) return
  trainings.delete(warm)
  train(training, breaker)
}

/** Runs the training program, all of it, so that V8 does not optimize what it has seen of a part. */
function train(training: Training, breaker: Breaker): void {
  const { frame, budget, depth, recursionLimit } = vm
  const saved = { ...breaker }
  breaker.checks = []
  vm.recursionLimit = depth + 100
  // V8 is to see pauses at every kind of instruction that pauses.
  slices.push(...new Array<number>(150).fill(7))
  try {
    const program = readCode(bytesFromBase64(training.program), '<training>')
    for (let kind = 0; kind < training.kinds; kind++) run(kind, program)
  } finally {
    slices.length = 0
    Object.assign(breaker, saved)
    vm.frame = frame
    vm.budget = budget
    vm.recursionLimit = recursionLimit
  }
}

const tuple = (items: readonly Value[]): PyTuple => new PyTuple(items as Value[])

function run(kind: number, program: Code): void {
  const { pairs, truths } = kinds[kind]!
  const code = codeObject(program)
  const { entry, backEdge, enter } = tierUp
  const globals = new PyDict()
  globals.setStr('__builtins__', vm.builtins)
  globals.setStr('__name__', 'training')
  globals.setStr('kind', kind)
  globals.setStr('pairs', tuple(pairs.map(tuple)))
  globals.setStr('truths', tuple(truths))
  for (const each of code.consts) if (each instanceof PyCode) heat(each)
  tierUp.entry = tierUp.backEdge = kind === 0 ? () => undefined : () => {}
  tierUp.enter = leaveCompiled
  try {
    hooks.runCode(code, globals, globals, null)
  } finally {
    Object.assign(tierUp, { entry, backEdge, enter })
  }
}

/** Makes `hot` a function whose counters have run out, `compiled` one that has a unit: no program has either when it begins. */
function heat(code: PyCode): void {
  const { name } = code.code
  if (name !== 'hot' && name !== 'compiled') return
  prepareCode(code)
  const { units } = code
  if (name === 'hot') code.warmth = 0
  for (let at = 0; at < units.length; at += 1 + inlineCacheEntries[units[at]! & 255]!) {
    const opcode = units[at]! & 255
    if (name === 'hot' && opcode === opcodes.JUMP_BACKWARD) units[at + 1] = 0
    else if (name === 'compiled' && opcode === opcodes.RESUME) units[at] = opcodes.ENTER_EXECUTOR
  }
}

/** Stands for a unit: its argument says how it is left. */
function leaveCompiled(frame: Frame, at: number, sp: number): number {
  frame.sp = sp
  frame.pc = at + 1
  frame.lasti = at
  switch (frame.slots[0]) {
    case 1:
      return SWITCH
    case 2:
      transfer.thrown = makeException(valueErrorType)
      return SWITCH_RAISING
    case 3:
      transfer.result = null
      return LEAVE
    default:
      return sp
  }
}

function bytesFromBase64(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
