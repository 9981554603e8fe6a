/** The line table and the exception table, read as tracebacks and unwinding read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Code } from '../../src/compiler/code.ts'
import { compileSource } from '../../src/compiler/compile.ts'
import { exceptionTable } from '../../src/compiler/exception-table.ts'
import { opcodes } from '../../src/compiler/generated/opcodes.ts'
import { decodeInstructions } from '../../src/compiler/instruction-operands.ts'
import { lineAt, positionAt } from '../../src/compiler/line-table.ts'

const source = `
def f(x):
    try:
        return g(x)[
            0]
    except E:
        pass
`
const f = compileSource(source, 'f.py', 'exec').consts.find(constant => constant instanceof Code)!

/** The code unit of the first instruction with this opcode. */
function unitOf(opcode: number): number {
  return decodeInstructions(f).find(instruction => instruction.opcode === opcode)!.offset / 2
}

test('an instruction has the range of the expression it belongs to', () => {
  const subscript = { lineno: 4, endLineno: 5, colOffset: 15, endColOffset: 14 }
  assert.deepEqual(positionAt(f, unitOf(opcodes.BINARY_OP)), subscript)
  // Its inline caches too.
  assert.deepEqual(positionAt(f, unitOf(opcodes.BINARY_OP) + 5), subscript)
})

test('artificial instructions have no line', () => {
  const none = { lineno: -1, endLineno: -1, colOffset: -1, endColOffset: -1 }
  assert.deepEqual(positionAt(f, unitOf(opcodes.PUSH_EXC_INFO)), none)
  assert.equal(lineAt(f, unitOf(opcodes.PUSH_EXC_INFO)), -1)
})

test('outside of the code there are no positions, and before it is the first line', () => {
  assert.equal(positionAt(f, f.code.length / 2).lineno, -1)
  assert.equal(lineAt(f, -1), 2)
})

test('the body of a try is covered by its handler, the handler by the clean-up, the start by nothing', () => {
  const table = exceptionTable(f)
  assert.equal(table.find(0), -1)
  const body = table.find(unitOf(opcodes.CALL))
  assert.equal(table.target(body), unitOf(opcodes.PUSH_EXC_INFO))
  assert.equal(table.depth(body), 0)
  assert.equal(table.pushesLasti(body), false)
  const handler = table.find(unitOf(opcodes.CHECK_EXC_MATCH))
  assert.equal(table.target(handler), unitOf(opcodes.COPY))
  assert.equal(table.depth(handler), 1)
  assert.equal(table.pushesLasti(handler), true)
})
