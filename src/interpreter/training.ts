/**
 * Training the dispatch function.
 *
 * V8 optimizes a function from what it has seen it do, and throws the code away when the function does something it has not seen:
 * compiling it again takes fifty milliseconds, in which programs run several times slower. A Python program that goes
 * on to a new phase uses instructions for the first time, so it happened half a dozen times in a row. Instead a small program
 * (training.py, compiled by tools/generate-training.ts) that executes every inlined instruction in each of its ways runs in a
 * process once it has used up its first slices of the budget and is about to be worth optimizing.
 */
import type { Code } from '../compiler/code.ts'
import { readCode } from '../compiler/marshal.ts'
import { PyDict } from '../objects/dict.ts'
import { hooks } from '../objects/hooks.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { breakerState, slices } from './breaker.ts'
import { trainingCode } from './generated/training-code.ts'
import { codeObject } from './prepare.ts'

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

/** At which pause in a process to begin: when a program has run for ten milliseconds or so. */
const firstPause = 2
let pauses = 0

/**
 * Told of each pause: runs the training program, with one kind of values at a pause, so that none takes long. The program that is
 * running notices nothing.
 */
export function notePause(): void {
  const breaker = vm.state(breakerState)
  // A new interpreter pauses before it has done anything. And where time is limited, it is the program's.
  if (breaker.granted === 0 || breaker.isLimited) return
  // What is due now is the program's.
  if (breaker.interrupted || breaker.thrown !== undefined) return
  const kind = ++pauses - firstPause
  if (kind < 0 || kind >= kinds.length) return
  const { frame, budget, depth, recursionLimit } = vm
  const saved = { ...breaker }
  breaker.checks = []
  vm.recursionLimit = depth + 100
  // V8 is to see pauses at every kind of instruction that pauses.
  slices.push(...new Array<number>(50).fill(7))
  pauses = Number.POSITIVE_INFINITY
  try {
    train(kind)
  } finally {
    pauses = firstPause + kind
    slices.length = 0
    if (kind + 1 < kinds.length) slices.push(20)
    Object.assign(breaker, saved)
    vm.frame = frame
    vm.budget = budget
    vm.recursionLimit = recursionLimit
  }
}

const tuple = (items: readonly Value[]): PyTuple => new PyTuple(items as Value[])

/** The training program; reading it takes ten milliseconds while V8 has not optimized the reader. */
let decoded: Code | null = null

function train(kind: number): void {
  const { pairs, truths } = kinds[kind]!
  decoded ??= readCode(bytesFromBase64(trainingCode), '<training>')
  const globals = new PyDict()
  globals.setStr('__builtins__', vm.builtins)
  globals.setStr('__name__', 'training')
  globals.setStr('kind', kind)
  globals.setStr('pairs', tuple(pairs.map(tuple)))
  globals.setStr('truths', tuple(truths))
  hooks.runCode(codeObject(decoded), globals, globals, null)
}

const bytesFromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), char => char.charCodeAt(0))
