/**
 * `--explain=FILE:LINE`: what became of one line of a program. For each of its instructions, whether tier 1 has specialized it and why not; in which compiled
 * units it is, and why not; and where on it compiled code was left, the commonest exit first.
 */
import { describeOperand } from '../compiler/instruction-operands.ts'
import { deoptTable, inlineCacheEntries } from '../compiler/generated/opcodes.ts'
import { lineAt } from '../compiler/line-table.ts'
import { warmup } from '../interpreter/backoff.ts'
import { onFailure } from '../interpreter/specialization-site.ts'
import { genericOpcode, nameOf, nextOf, unitAt } from '../jit/bytecode.ts'
import { events } from '../jit/events.ts'
import { blocksOf, titleOf } from '../jit/print.ts'
import { exitReasons, type ExitPoint, type Unit } from '../jit/unit.ts'
import { sourceLine } from '../modules/source-lines.ts'
import { PyCode } from '../objects/frame.ts'
import { instructionOf } from './tier2-report.ts'
import { executed } from './program.ts'

const failures = new Map<PyCode, Map<number, Map<string, number>>>()
/** The instructions that a unit has, by code object; and where it ends for want of better. */
const compiled: { unit: Unit; sites: Map<PyCode, Set<number>>; why: string | null }[] = []
const refused: { code: PyCode; at: number; reason: string }[] = []

/** Notes what happens from now on. */
export function startExplaining(): void {
  const { compiled: compiledBefore, refused: refusedBefore, discarded: discardedBefore } = events
  onFailure.observe = (code, at, reason) => {
    const sites = entry(failures, code, () => new Map<number, Map<string, number>>())
    const reasons = entry(sites, at, () => new Map<string, number>())
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  events.compiled = (unit, region) => {
    compiledBefore(unit, region)
    const sites = new Map<PyCode, Set<number>>()
    for (const { context, instructions } of blocksOf(region)) {
      const here = entry(sites, context.code, () => new Set<number>())
      for (const at of instructions) here.add(at)
    }
    compiled.push({ unit, sites, why: null })
  }
  events.refused = (code, at, reason) => {
    refusedBefore(code, at, reason)
    refused.push({ code, at, reason })
  }
  events.discarded = (unit, why) => {
    discardedBefore(unit, why)
    const found = compiled.find(each => each.unit === unit)
    if (found !== undefined) found.why = why
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

/** Prints what there is to say of the line. */
export function explain({ file, line }: { readonly file: string; readonly line: number }): void {
  const codes = [...codesOfProgram()].filter(({ code }) => code.filename === file || code.filename.endsWith(`/${file}`))
  const lines: string[] = []
  for (const code of codes) {
    const instructions = instructionsOn(code, line)
    if (instructions.length > 0) lines.push(...explained(code, instructions, line))
  }
  const name = codes[0]?.code.filename ?? file
  process.stderr.write(`${file}:${line}: ${sourceLine(name, line, null)?.trim() ?? ''}\n`)
  process.stderr.write(lines.length === 0 ? '  no code that has run is on this line\n' : `${lines.join('\n')}\n`)
}

/** The program's code, with all that is inside it, and whatever tier 2 has met. */
function codesOfProgram(): ReadonlySet<PyCode> {
  const found = new Set<PyCode>()
  const add = (code: PyCode): void => {
    if (found.has(code)) return
    found.add(code)
    for (const constant of code.consts) if (constant instanceof PyCode) add(constant)
  }
  if (executed.code !== null) add(executed.code)
  for (const { sites } of compiled) for (const code of sites.keys()) add(code)
  for (const { code } of refused) add(code)
  for (const code of failures.keys()) add(code)
  return found
}

function instructionsOn(code: PyCode, line: number): number[] {
  const found: number[] = []
  for (let at = 0; at < code.units.length; at = nextOf(code, at)) if (lineAt(code.code, at) === line) found.push(at)
  return found
}

function explained(code: PyCode, instructions: readonly number[], line: number): string[] {
  const lines = [`  in ${code.code.qualname}`]
  for (const at of instructions) {
    const unit = unitAt(code, at)
    const meaning = describeOperand(code.code, genericOpcode(unit & 255), unit >> 8)
    const text = `    ${nameOf(unit & 255).padEnd(36)} ${meaning.padEnd(16)} ${specializationOf(code, at, unit & 255)}`
    lines.push(text.trimEnd())
  }
  const exits: ExitPoint[] = []
  let isCompiled = false
  for (const { unit, sites, why } of compiled) {
    const here = sites.get(code)
    const count = instructions.filter(at => here?.has(at) === true).length
    if (count === 0) continue
    isCompiled = true
    const part = count === instructions.length ? 'all' : `${count} of ${instructions.length} instructions`
    lines.push(`  compiled: ${part}, in the ${titleOf(unit)}${why === null ? '' : `; given up: ${why}`}`)
    exits.push(...unit.exits.filter(point => point.count > 0 && point.code === code && instructions.includes(point.at)))
  }
  for (const { code: other, at, reason } of refused)
    if (other === code) lines.push(`  refused from line ${lineAt(code.code, at)} on: ${reason}`)
  if (!isCompiled) lines.push('  in no compiled unit')
  exits.sort((a, b) => b.count - a.count)
  for (const point of exits)
    lines.push(`  left ${point.count} times at ${instructionOf(point)}: ${exitReasons[point.reason]}`)
  if (isCompiled && exits.length === 0) lines.push(`  compiled code was never left on line ${line}`)
  return lines
}

/** Of an instruction that can be specialized: whether it is. */
function specializationOf(code: PyCode, at: number, opcode: number): string {
  if (deoptTable[opcode] !== opcode) return 'specialized'
  if (inlineCacheEntries[opcode] === 0) return ''
  const reasons = [...(failures.get(code)?.get(at) ?? [])]
  if (reasons.length > 0)
    return `not specialized: ${reasons.map(([reason, times]) => `${reason} (${times} times)`).join(', ')}`
  return code.units[at + 1] === warmup ? 'has not run' : ''
}
