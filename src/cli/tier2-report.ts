/**
 * What tier 2 did with a program: `--dump=trace|passes|allocated|code[:FUNCTION]` prints each region as it is compiled, and `--stats` ends with the units, how
 * often each was entered, which exits were taken, the commonest first, what the passes did, and how long compiling took.
 *
 * How much of the run was spent in which tier is not told: while statistics are kept tier 1 counts its instructions, and so is slower than it is.
 */
import { deoptTable, opcodeNames } from '../compiler/generated/opcodes.ts'
import { type CompileStage, events } from '../jit/events.ts'
import { placeOf, printAllocated, printCode, printPasses, printTrace, titleOf } from '../jit/print.ts'
import type { Region } from '../jit/region.ts'
import { type Count, counts, newTally } from '../jit/tally.ts'
import { exitReasons, type ExitPoint, type Unit } from '../jit/unit.ts'
import type { RegionDump } from './options.ts'

const units: Unit[] = []
const refusals: { place: string; reason: string }[] = []
const tally = newTally()
const seconds: Record<CompileStage, number> = { lowering: 0, assembling: 0, engine: 0 }
let attempts = 0

/** Remembers every unit from now on. */
export function observeTier2(): void {
  events.compiled = (unit, region) => {
    units.push(unit)
    for (const name of Object.keys(counts) as Count[]) tally[name] += region.tally[name]
  }
  events.refused = (code, at, reason) => refusals.push({ place: placeOf(code, at), reason })
  events.discarded = (unit, why) => {
    unit.discarded = why
  }
  let running: CompileStage | 'done' = 'done'
  let since = 0
  events.stage = stage => {
    const now = performance.now()
    if (running !== 'done') seconds[running] += (now - since) / 1000
    if (stage === 'lowering') attempts++
    running = stage
    since = now
  }
}

const printers: Record<RegionDump, (region: Region) => string> = {
  trace: printTrace,
  allocated: printAllocated,
  passes: printPasses,
  code: printCode,
}

/** Prints the regions of this function, or of all, as they are compiled. */
export function dumpRegions(what: RegionDump, name: string | null): void {
  events.compiled = (unit, region) => {
    const { code } = unit.code
    if (name === null || code.qualname === name || code.name === name)
      process.stdout.write(`${printers[what](region)}\n`)
  }
}

export interface UnitReport {
  readonly unit: string
  readonly entries: number
  readonly discarded: string | null
  readonly exits: readonly { readonly count: number; readonly reason: string; readonly at: string }[]
}

export interface Tier2Report {
  readonly units: readonly UnitReport[]
  readonly compiled: number
  readonly refused: Readonly<Record<string, number>>
  readonly discarded: Readonly<Record<string, number>>
  readonly exits: Readonly<Record<string, number>>
  readonly passes: Readonly<Record<Count, number>> & { readonly boxesRemoved: number }
  /** In seconds, and how often compiling began: a unit may take several attempts. */
  readonly compiling: Readonly<Record<CompileStage, number>> & { readonly attempts: number }
}

export function tier2Report(): Tier2Report {
  const exits: Record<string, number> = {}
  for (const unit of units)
    for (const { reason, count } of unit.exits) if (count > 0) exits[reason] = (exits[reason] ?? 0) + count
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
    compiled: units.length,
    refused: countBy(refusals.map(({ reason }) => reason)),
    // Without the place: it is told with the unit.
    discarded: countBy(units.flatMap(({ discarded }) => (discarded === null ? [] : [discarded.replace(/ at .*/, '')]))),
    exits,
    passes: { ...tally, boxesRemoved: Math.max(tally.floats - tally.boxes, 0) },
    compiling: { ...seconds, attempts },
  }
}

function countBy(names: readonly string[]): Record<string, number> {
  const times: Record<string, number> = {}
  for (const name of names) times[name] = (times[name] ?? 0) + 1
  return times
}

export function instructionOf({ code, at }: ExitPoint): string {
  const opcode = code.units[at]! & 255
  return `${opcodeNames[deoptTable[opcode]!]} of ${placeOf(code, at)}`
}

export function tier2Table(): string {
  const report = tier2Report()
  const lines = [`${report.compiled} units of compiled code, ${refusals.length} refused`]
  for (const { unit, entries, discarded, exits } of report.units) {
    lines.push(`${unit}: entered ${entries} times${discarded === null ? '' : `; given up: ${discarded}`}`)
    for (const { count, reason, at } of exits)
      lines.push(`    left ${count} times at ${at}: ${exitReasons[reason as keyof typeof exitReasons]}`)
  }
  for (const { place, reason } of refusals) lines.push(`refused ${place}: ${reason}`)
  const did = (Object.keys(counts) as Count[]).map(name => `${tally[name]} ${counts[name].text}`)
  lines.push(`passes: ${did.join(', ')}`)
  const times = Object.entries(seconds).map(([stage, time]) => `${stage} ${(1000 * time).toFixed(1)} ms`)
  lines.push(`compiling: ${times.join(', ')}, in ${attempts} attempts`)
  return `${lines.join('\n')}\n`
}
