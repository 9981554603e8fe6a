/**
 * What tier 2 did with a program: `--dump=code[:FUNCTION]` prints the code of each unit as it is linked, and `--stats` ends with the units, how often
 * each was entered, and which exits were taken, the commonest first.
 */
import { deoptTable, opcodeNames } from '../compiler/generated/opcodes.ts'
import { lineAt } from '../compiler/line-table.ts'
import { events } from '../jit/events.ts'
import { exitReasons, type ExitPoint, type Unit } from '../jit/unit.ts'
import type { PyCode } from '../objects/frame.ts'

const units: Unit[] = []
const refusals: string[] = []

/** Remembers every unit from now on. */
export function observeTier2(): void {
  events.compiled = unit => units.push(unit)
  events.refused = (code, at, reason) => refusals.push(`${placeOf(code, at)}: ${reason}`)
  events.discarded = (unit, why) => {
    unit.discarded = why
  }
}

/** Prints the code of units of this function, or of all, as they are made. */
export function dumpCode(name: string | null): void {
  events.compiled = unit => {
    const { code } = unit.code
    if (name === null || code.qualname === name || code.name === name)
      process.stdout.write(`${titleOf(unit)}\n${unit.source}\n\n`)
  }
}

const titleOf = (unit: Unit): string =>
  `${unit.kind} ${placeOf(unit.code, unit.at)}${unit.isClosed ? ', without a frame' : ''}`

const placeOf = (code: PyCode, at: number): string => `${code.code.qualname} line ${lineAt(code.code, at)}`

export interface UnitReport {
  readonly unit: string
  readonly entries: number
  readonly discarded: string | null
  readonly exits: readonly { readonly count: number; readonly reason: string; readonly at: string }[]
}

export function tier2Report(): { units: UnitReport[]; refused: readonly string[] } {
  return {
    units: units.map(unit => ({
      unit: titleOf(unit),
      entries: unit.entries,
      discarded: unit.discarded,
      exits: unit.exits
        .filter(point => point.count > 0)
        .sort((a, b) => b.count - a.count)
        .map(point => ({ count: point.count, reason: point.reason, at: instructionOf(point) })),
    })),
    refused: refusals,
  }
}

function instructionOf({ code, at }: ExitPoint): string {
  const opcode = code.units[at]! & 255
  return `${opcodeNames[deoptTable[opcode]!]} of ${placeOf(code, at)}`
}

export function tier2Table(): string {
  const report = tier2Report()
  const lines = [`${report.units.length} units of compiled code, ${report.refused.length} refused`]
  for (const { unit, entries, discarded, exits } of report.units) {
    lines.push(`${unit}: entered ${entries} times${discarded === null ? '' : `; given up: ${discarded}`}`)
    for (const { count, reason, at } of exits)
      lines.push(`    left ${count} times at ${at}: ${exitReasons[reason as keyof typeof exitReasons]}`)
  }
  for (const refusal of report.refused) lines.push(`refused ${refusal}`)
  return `${lines.join('\n')}\n`
}
