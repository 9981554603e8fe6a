/**
 * A compiled region as text, for `--dump`, the golden tests and the chapter on tier 2, which all show the same.
 *
 * Blocks are numbered in the order of the program's text. Nothing in it depends on addresses or on time, and constants that the code refers
 * to are called by what they are.
 */
import { lineAt } from '../compiler/line-table.ts'
import { describeOperand } from '../compiler/instruction-operands.ts'
import { PyDict } from '../objects/dict.ts'
import { PyCode, PyFunction } from '../objects/frame.ts'
import { Shape } from '../objects/shape.ts'
import { PyType } from '../objects/type.ts'
import { vm } from '../objects/vm.ts'
import { genericOpcode, nameOf, targetOf, unitAt } from './bytecode.ts'
import * as k from './known.ts'
import { isOn, passNames } from './passes.ts'
import { type Block, edgesOf, type Region } from './region.ts'
import { type FrameState, knownNow, type Operand, type State } from './state.ts'
import { counts } from './tally.ts'
import { ExitPoint, Unit } from './unit.ts'

/** A loop is named by the line of its head. */
export const titleOf = ({ kind, code, at, isClosed }: Unit): string =>
  `${kind} ${placeOf(code, kind === 'loop' ? targetOf(code, at)! : at)}${isClosed ? ', without a frame' : ''}`

export const placeOf = (code: PyCode, at: number): string => `${code.code.qualname} line ${lineAt(code.code, at)}`

/** The blocks with their instructions, in the form that tier 1 had given them, and what is known where each begins. */
export function printTrace(region: Region): string {
  return printBlocks(region, (block, numbers) => {
    const { code } = block.context
    const lines = [`  ${knownText(block.layout!) || 'nothing known'}`]
    let line = -1
    for (const at of block.instructions) {
      const unit = unitAt(code, at)
      const now = lineAt(code.code, at)
      const meaning = describeOperand(code.code, genericOpcode(unit & 255), unit >> 8)
      lines.push(
        `${(now === line ? '' : String(now)).padStart(6)}  ${nameOf(unit & 255).padEnd(36)}${meaning}`.trimEnd(),
      )
      line = now
    }
    lines.push(`        ${endText(block, numbers)}`)
    return lines
  })
}

/** Where each local and each place of the stack is at the beginning of each block. */
export function printAllocated(region: Region): string {
  return printBlocks(region, block =>
    block.layout!.all.flatMap(frame =>
      frame.slots.flatMap((operand, slot) =>
        slot < frame.sp && operand !== undefined
          ? [`  ${slotName(frame, slot).padEnd(16)}${storageText(operand, frame.dirty[slot] === true)}`]
          : [],
      ),
    ),
  )
}

function printBlocks(
  region: Region,
  describe: (block: Block, numbers: ReadonlyMap<Block, number>) => string[],
): string {
  const blocks = blocksOf(region)
  const numbers = new Map(blocks.map((block, i) => [block, i + 1]))
  const lines = [titleOf(region.unit)]
  for (const block of blocks) {
    const { context, at } = block
    const depth = context.depth === 0 ? '' : `, inlined at line ${lineAt(context.parent!.code.code, context.callAt)}`
    lines.push(`block ${numbers.get(block)} at ${placeOf(context.code, at)}${depth}`, ...describe(block, numbers))
  }
  return `${lines.join('\n')}\n`
}

/** What each pass found to do. */
export function printPasses(region: Region): string {
  const lines = [titleOf(region.unit)]
  for (const pass of passNames) {
    const found = Object.entries(counts).flatMap(([name, { pass: owner, text }]) =>
      owner === pass ? [`${region.tally[name as keyof typeof counts]} ${text}`] : [],
    )
    lines.push(`  ${pass.padEnd(12)}${isOn[pass] ? '' : 'off: '}${found.join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

/** The JavaScript of the unit; exits with their reason and line, and the constants that it names. */
export function printCode(region: Region): string {
  const { unit, values } = region
  const constants = values.flatMap((value, i) =>
    value instanceof ExitPoint ? [] : [`  k${i} ${region.helperNames.get(value) ?? constantText(value)}`],
  )
  const code = unit.source
    .replace(/^const k0=.*\n/m, '')
    // They count what was made before.
    .replaceAll(/(\.version === )\d+/g, '$1…')
    .replaceAll(/\bp=k(\d+);/g, (text, i: string) => {
      const point = values[Number(i)] as ExitPoint
      return `${text}/* ${point.reason}, line ${lineAt(point.code.code, point.at)} */`
    })
  return `${titleOf(unit)}\n${code}\n${constants.join('\n')}\n`
}

/** All blocks that the code has, in the order of the program's text. */
export function blocksOf({ first }: Region): Block[] {
  const found = new Set<Block>()
  const pending = first === null ? [] : edgesOf(first).map(({ target }) => target)
  while (pending.length > 0) {
    const block = pending.pop()!
    if (block === null || found.has(block)) continue
    found.add(block)
    for (const { target } of edgesOf(block)) pending.push(target)
  }
  return [...found].sort((a, b) => a.order - b.order)
}

function endText({ end, left }: Block, numbers: ReadonlyMap<Block, number>): string {
  const way = (target: Block | null): string =>
    target === null ? 'out of the unit' : `to block ${numbers.get(target)}`
  if (end.kind === 'goto') return way(end.edge.target)
  if (end.kind === 'if') return `${way(end.yes.target)}, or ${way(end.no.target)}`
  return left === null ? 'ends the frame' : `left for the interpreter: ${left}`
}

function knownText(layout: State): string {
  return layout.all
    .flatMap(frame =>
      frame.slots.flatMap((operand, slot) => {
        if (slot >= frame.sp || operand === undefined) return []
        const text = printKnown(knownNow(operand, layout))
        return text === 'any' ? [] : [`${slotName(frame, slot)}: ${text}`]
      }),
    )
    .join(', ')
}

/** Locals by their names, places of the stack by their numbers; those of inlined functions behind the function's name. */
function slotName({ context }: FrameState, slot: number): string {
  const { code } = context.code
  const name = code.localsplusnames[slot] ?? `stack ${slot - context.code.nlocalsplus}`
  return context.depth === 0 ? name : `${code.name}.${name}`
}

function storageText(operand: Operand, isDirty: boolean): string {
  const place = operand.isLiteral ? `constant ${literalText(operand)}` : operand.text
  const kind = operand.register === 'float' ? 'double' : printKnown(operand.known)
  return `${place.padEnd(16)}${operand.isLiteral ? '' : kind}${isDirty ? '' : ' (also in the frame)'}`.trimEnd()
}

function literalText({ known, text }: Operand): string {
  return /^k\d+$/.test(text) ? constantText(known.constant) : text
}

/** What is known of a value. */
export function printKnown(known: k.Known): string {
  const { kind, isBound, constant, shape, type, low, high } = known
  if (constant !== undefined && kind !== 'unbound') return `is ${constantText(constant)}`
  if (shape !== null) return `${shape.type.name} of known shape`
  if (type !== null) return type.name
  if (kind === 'any') return isBound ? 'a value' : 'any'
  if (kind !== 'int' || (low === -k.safe && high === k.safe)) return kind
  return `int ${boundText(low)}…${boundText(high)}`
}

function boundText(bound: number): string {
  const power = Math.log2(Math.abs(bound) + (bound > 0 ? 1 : 0))
  if (Math.abs(bound) < 2 ** 20 || !Number.isInteger(power)) return String(bound)
  return bound > 0 ? `2^${power}-1` : `-2^${power}`
}

function constantText(value: unknown): string {
  if (value instanceof PyType) return `type ${value.name}`
  if (value instanceof PyFunction) return `function ${value.code.code.qualname}`
  if (value instanceof PyCode) return `code ${value.code.qualname}`
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof PyDict) return 'a dict'
  if (value instanceof Shape) return `a shape of ${value.type.name}`
  if (value instanceof Unit) return `the unit of ${placeOf(value.code, value.at)}`
  if (value === vm) return 'the state of the interpreter'
  if (typeof value === 'function') return 'a helper'
  if (typeof value !== 'object' || value === null) return value === null ? 'None' : String(value)
  const { type } = value as { type?: unknown }
  return type instanceof PyType ? `an object of type ${type.name}` : 'a cache'
}
