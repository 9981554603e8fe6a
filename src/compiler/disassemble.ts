/**
 * The text of a code object and of those inside it, as Python's `dis.dis` prints it, except that code objects have
 * no addresses. `--dump=bytecode` and the golden tests show it.
 */
import { Code } from './code.ts'
import { decodeExceptionTable } from './exception-table.ts'
import { opcodeNames } from './generated/opcodes.ts'
import { type DecodedInstruction, decodeInstructions, describeOperand } from './instruction-operands.ts'
import { forEachEntry } from './line-table.ts'
import { pythonRepr } from './unparse-constants.ts'

const NAME_WIDTH = 20
const OPERAND_WIDTH = 5
const NO_LINE = '  --'

export function disassemble(code: Code): string {
  const parts = [disassembleAlone(code)]
  for (const constant of code.consts) {
    if (constant instanceof Code) parts.push(`Disassembly of ${pythonRepr(constant)}:\n${disassemble(constant)}`)
  }
  return parts.join('\n')
}

/** Without the code objects among the constants. */
export function disassembleAlone(code: Code): string {
  const instructions = decodeInstructions(code)
  const labels = labelsOf(code, instructions)
  const lines = lineStarts(code)
  const lineWidth = widthOfLines(lines)
  const labelWidth = 4 + String(labels.size).length
  let text = ''
  for (const instruction of instructions) {
    const { offset } = instruction
    const line = lines.get(offset)
    const fields: string[] = []
    if (lineWidth > 0) {
      if (line !== undefined && offset > 0) text += '\n'
      fields.push((line === undefined ? '' : line < 0 ? NO_LINE : String(line)).padStart(lineWidth))
    }
    const label = labels.get(offset)
    fields.push((label === undefined ? '' : `L${label}:`).padStart(labelWidth), '   ')
    fields.push(...describe(code, instruction, labels))
    text += `${fields.join(' ').trimEnd()}\n`
  }
  return text + exceptionTableText(code, labels)
}

function describe(code: Code, instruction: DecodedInstruction, labels: ReadonlyMap<number, number>): string[] {
  const { opcode, oparg, target } = instruction
  const name = opcodeNames[opcode]!
  if (oparg === null) return [name]
  const number = String(oparg).padStart(OPERAND_WIDTH - Math.max(0, name.length - NAME_WIDTH))
  const preposition = name === 'END_ASYNC_FOR' ? 'from' : 'to'
  const meaning = target === null ? describeOperand(code, opcode, oparg) : `${preposition} L${labels.get(target)}`
  return [name.padEnd(NAME_WIDTH), number, ...(meaning === '' ? [] : [`(${meaning})`])]
}

/** Offsets that something jumps to, or where a protected region starts or ends, numbered in their order. */
function labelsOf(code: Code, instructions: readonly DecodedInstruction[]): Map<number, number> {
  const offsets = new Set<number>()
  for (const { target } of instructions) if (target !== null) offsets.add(target)
  const { rows, count } = decodeExceptionTable(code.exceptiontable)
  for (let row = 0; row < count; row++) {
    for (let field = 0; field < 3; field++) offsets.add(2 * rows[5 * row + field]!)
  }
  const sorted = [...offsets].sort((a, b) => a - b)
  return new Map(sorted.map((offset, i) => [offset, i + 1]))
}

/** Offset → line, where the line changes; -1 is "no line". */
function lineStarts(code: Code): Map<number, number> {
  const starts = new Map<number, number>()
  let offset = 0
  let last: number | null = null
  forEachEntry(code, (units, lineno) => {
    if (lineno !== last) starts.set(offset, lineno)
    last = lineno
    offset += 2 * units
  })
  return starts
}

function widthOfLines(lines: ReadonlyMap<number, number>): number {
  let largest = -1
  let hasNoLine = false
  for (const line of lines.values()) {
    if (line > 0) largest = Math.max(largest, line)
    else if (line < 0) hasNoLine = true
  }
  if (largest < 0) return 0
  const width = Math.max(3, String(largest).length)
  return hasNoLine ? Math.max(width, NO_LINE.length) : width
}

function exceptionTableText(code: Code, labels: ReadonlyMap<number, number>): string {
  const { rows, count } = decodeExceptionTable(code.exceptiontable)
  if (count === 0) return ''
  let text = 'ExceptionTable:\n'
  for (let row = 0; row < count; row++) {
    const [start, end, target, depth, lasti] = rows.subarray(5 * row, 5 * row + 5)
    const label = (offset: number | undefined) => `L${labels.get(2 * offset!)}`
    text += `  ${label(start)} to ${label(end)} -> ${label(target)} [${depth}]${lasti ? ' lasti' : ''}\n`
  }
  return text
}
