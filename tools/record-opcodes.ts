/**
 * Records the instructions of CPython 3.14 in src/compiler/generated/opcodes.ts: numbers, names, inline caches, what
 * operands mean, and which instruction each specialized one stands for.
 *
 *   tsx tools/record-opcodes.ts
 *
 * CPython tells all of it in `_opcode_metadata`, `opcode` and `_opcode`; the CPython is that of the `pyodide` package.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadPyodide } from 'pyodide'

const operandFlags = ['arg', 'jump', 'const', 'name', 'local', 'free', 'exc']

const question = `
import _opcode, _opcode_metadata, json, opcode
numbers = {**opcode.opmap, **_opcode_metadata._specialized_opmap}
bases = {
    numbers[special]: numbers[base] for base, specials in _opcode_metadata._specializations.items() for special in specials
}
tests = [getattr(_opcode, "has_" + flag) for flag in ${JSON.stringify(operandFlags)}]
json.dumps({
    "numbers": numbers,
    "caches": {numbers[name]: count for name, count in opcode._inline_cache_entries.items()},
    "bases": bases,
    "flags": {number: sum(test(number) << bit for bit, test in enumerate(tests)) for number in numbers.values()},
})
`

interface Answer {
  readonly numbers: Record<string, number>
  readonly caches: Record<string, number>
  readonly bases: Record<string, number>
  readonly flags: Record<string, number>
}

const FIRST_PSEUDO = 256

const pyodide = await loadPyodide()
const answer: Answer = JSON.parse(pyodide.runPython(question))
const byNumber = Object.entries(answer.numbers).sort(([, a], [, b]) => a - b)
const count = byNumber.at(-1)![1] + 1
const nameOf = new Map(byNumber.map(([name, number]) => [number, name]))

/** A table of bytes, 32 a line. */
function bytes(length: number, at: (number: number) => number): string {
  let text = 'Uint8Array.from(['
  for (let i = 0; i < length; i++) text += `${i % 32 === 0 ? '\n  ' : ' '}${at(i)},`
  return `${text}\n])`
}

const baseOf = (number: number): number => answer.bases[number] ?? number

/** A specialized or instrumented instruction has the caches and the kind of operand of what it stands in for. */
function plainOf(number: number): number {
  const plain = answer.numbers[nameOf.get(number)?.replace('INSTRUMENTED_', '') ?? '']
  return baseOf(plain ?? number)
}

const text = `// Recorded by tools/record-opcodes.ts from CPython 3.14. Do not edit.

/** Name → number of every instruction of CPython 3.14; from 256 on pseudo-instructions, which only the compiler sees. */
export const opcodes = {
${byNumber.map(([name, number]) => `  ${name}: ${number},\n`).join('')}} as const

export type OpcodeName = keyof typeof opcodes

/** Number → name; an empty string where no instruction has the number. */
export const opcodeNames: readonly string[] = [
${Array.from({ length: count }, (_, number) => `  '${nameOf.get(number) ?? ''}',\n`).join('')}]

/** Number of 16-bit inline cache words behind the instruction. */
export const inlineCacheEntries = ${bytes(FIRST_PSEUDO, number => answer.caches[plainOf(number)] ?? 0)}

/** The instruction an instruction falls back to: the base of a specialized one, itself otherwise. */
export const deoptTable = ${bytes(FIRST_PSEUDO, baseOf)}

${operandFlags.map((flag, bit) => `export const has${flag[0]!.toUpperCase()}${flag.slice(1)} = ${1 << bit}\n`).join('')}
/** What the operand of an instruction means: a union of the bits above. */
export const opcodeFlags = ${bytes(count, number => answer.flags[plainOf(number)] ?? 0)}
`
writeFileSync(path.join(import.meta.dirname, '../src/compiler/generated/opcodes.ts'), text)
