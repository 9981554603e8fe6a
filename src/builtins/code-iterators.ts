/** What `co_lines`, `co_positions` and `co_branches` of a code object answer. As in Objects/codeobject.c. */
import { builtinType } from '../objects/builtin-types.ts'
import type { Code } from '../compiler/code.ts'
import { inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { forEachEntry } from '../compiler/line-table.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** Walks tuples that have all been made: a code object is not large. */
class PyTupleSequenceIterator extends PyObject {
  readonly tuples: readonly PyTuple[]
  index: number
  constructor(type: PyType, tuples: readonly PyTuple[]) {
    super(type)
    this.tuples = tuples
    this.index = 0
  }
}

const lineIteratorType = builtinType('line_iterator')
const positionsIteratorType = builtinType('positions_iterator')
for (const type of [lineIteratorType, positionsIteratorType]) {
  type.iter = self => self
  type.iternext = (self: PyTupleSequenceIterator) => self.tuples[self.index++]
}

const orNone = (value: number): Value => (value < 0 ? null : value)

/** `(start, end, line)` for each run of instructions on one line. */
export function linesIterator(code: Code): Value {
  const runs: { start: number; end: number; line: number }[] = []
  let offset = 0
  forEachEntry(code, (units, line) => {
    const end = offset + 2 * units
    const last = runs.at(-1)
    if (last !== undefined && last.line === line) last.end = end
    else runs.push({ start: offset, end, line })
    offset = end
  })
  const tuples = runs.map(({ start, end, line }) => new PyTuple([start, end, orNone(line)]))
  return new PyTupleSequenceIterator(lineIteratorType, tuples)
}

/** Whether what a program may look at and tracebacks have columns (`-X no_debug_ranges`). */
export const columns = { create: () => ({ areShown: true }) }

/** `(line, end line, column, end column)` of each code unit. */
export function positionsIterator(code: Code): Value {
  const tuples: PyTuple[] = []
  const { areShown } = vm.state(columns)
  forEachEntry(code, (units, line, endLine, column, endColumn) => {
    const position = areShown
      ? new PyTuple([orNone(line), orNone(endLine), orNone(column), orNone(endColumn)])
      : new PyTuple([orNone(line), orNone(line), null, null])
    for (let i = 0; i < units; i++) tuples.push(position)
  })
  return new PyTupleSequenceIterator(positionsIteratorType, tuples)
}

const conditionalJumps = new Set<number>([
  opcodes.POP_JUMP_IF_FALSE,
  opcodes.POP_JUMP_IF_TRUE,
  opcodes.POP_JUMP_IF_NONE,
  opcodes.POP_JUMP_IF_NOT_NONE,
])

/** `(from, to if not taken, to if taken)` of each branch, in bytes. */
export function branchesIterator(code: Code): Value {
  const bytes = code.code
  const branches: PyTuple[] = []
  const add = (...units: number[]): number => branches.push(new PyTuple(units.map(unit => 2 * unit)))
  let extended = 0
  for (let unit = 0; 2 * unit < bytes.length; ) {
    const opcode = bytes[2 * unit]!
    const oparg = (extended << 8) | bytes[2 * unit + 1]!
    const next = unit + 1 + (inlineCacheEntries[opcode] ?? 0)
    extended = opcode === opcodes.EXTENDED_ARG ? oparg : 0
    // A branch not taken goes on after the NOT_TAKEN; the end of a loop, after END_FOR and POP_ITER.
    if (conditionalJumps.has(opcode)) add(unit, next + 1, next + oparg)
    else if (opcode === opcodes.FOR_ITER) add(unit, next, next + oparg + 2)
    else if (opcode === opcodes.END_ASYNC_FOR) add(next - oparg, next - oparg + 2, next)
    unit = next
  }
  return new PyTupleSequenceIterator(lineIteratorType, branches)
}

/** `co_lnotab`, the line table as it was before 3.10: pairs of byte and line increments. */
export function lineNumberTable(code: Code): Uint8Array {
  const bytes: number[] = []
  let offset = 0
  let emitted = 0
  let line = code.firstlineno
  let computed = code.firstlineno
  forEachEntry(code, (units, entryLine) => {
    if (entryLine >= 0) computed = entryLine
    if (computed !== line) {
      emitDelta(bytes, offset - emitted, computed - line)
      emitted = offset
      line = computed
    }
    offset += 2 * units
  })
  return Uint8Array.from(bytes)
}

function emitDelta(bytes: number[], byteDelta: number, lineDelta: number): void {
  let [offset, line] = [byteDelta, lineDelta]
  for (; offset > 255; offset -= 255) bytes.push(255, 0)
  for (; line > 127; line -= 127, offset = 0) bytes.push(offset, 127)
  for (; line < -128; line += 128, offset = 0) bytes.push(offset, 128)
  bytes.push(offset, line & 255)
}
