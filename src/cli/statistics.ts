/**
 * `--stats`: how the instructions of a program were specialized. For each family: how often it was executed, how much of that by a specialized
 * form, how often such a form did not fit (a miss), and why sites could not be specialized.
 */
import { deoptTable, opcodeNames } from '../compiler/generated/opcodes.ts'
import { dispatch } from '../interpreter/entry.ts'
import { executions, misses } from '../interpreter/counters.ts'
import { evaluate } from '../interpreter/generated/evaluate-counting.ts'
import { observeTier2, tier2Report, tier2Table } from './tier2-report.ts'
import { failures, successes } from '../interpreter/specialization-site.ts'

export function startCounting(): void {
  dispatch.evaluate = evaluate
  observeTier2()
}

interface Family {
  readonly name: string
  readonly executions: number
  /** Executions by a specialized form that fitted. */
  readonly hits: number
  readonly misses: number
  /** hits / executions */
  readonly specialized: number
  readonly successes: number
  readonly failures: Readonly<Record<string, number>>
}

function families(): Family[] {
  // A site is also counted under the form that it had when it was specialized anew.
  const heads = new Set<number>([...successes.keys(), ...failures.keys()].map(opcode => deoptTable[opcode]!))
  for (let opcode = 0; opcode < 256; opcode++)
    if (deoptTable[opcode] !== opcode && executions[opcode]! > 0) heads.add(deoptTable[opcode]!)
  return [...heads].map(familyOf).sort((a, b) => b.executions - a.executions)
}

function familyOf(head: number): Family {
  let all = 0
  let specialized = 0
  let missed = 0
  let sites = 0
  const reasons: Record<string, number> = {}
  for (let opcode = 0; opcode < 256; opcode++) {
    if (deoptTable[opcode] !== head) continue
    sites += successes.get(opcode) ?? 0
    for (const [reason, times] of failures.get(opcode) ?? []) reasons[reason] = (reasons[reason] ?? 0) + times
    all += executions[opcode]!
    if (opcode === head) continue
    specialized += executions[opcode]!
    missed += misses[opcode]!
  }
  const hits = specialized - missed
  return {
    name: opcodeNames[head]!,
    executions: all,
    hits,
    misses: missed,
    specialized: all === 0 ? 0 : hits / all,
    successes: sites,
    failures: reasons,
  }
}

export function printStatistics(form: 'text' | 'json'): void {
  const all = families()
  const instructions = executions.reduce((sum, each) => sum + each, 0)
  process.stderr.write(
    form === 'json'
      ? `${JSON.stringify({ instructions, families: all, tier2: tier2Report() })}\n`
      : table(all, instructions) + tier2Table(),
  )
}

function table(all: readonly Family[], instructions: number): string {
  const executed = all.reduce((sum, each) => sum + each.executions, 0)
  const hits = all.reduce((sum, each) => sum + each.hits, 0)
  const lines = [row('family', 'executions', 'hits', 'misses', 'specialized', 'sites')]
  for (const family of all) {
    const { name, executions: count, misses: missed, successes: sites } = family
    lines.push(
      row(name, String(count), String(family.hits), String(missed), percent(family.specialized), String(sites)),
    )
    for (const [reason, times] of Object.entries(family.failures).sort((a, b) => b[1] - a[1]))
      lines.push(`    not specialized ${times} times: ${reason}`)
  }
  lines.push(
    `${instructions} instructions, ${executed} of them of families, ${percent(hits / Math.max(executed, 1))} of those specialized`,
  )
  return `${lines.join('\n')}\n`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const row = (name: string, ...fields: readonly string[]): string =>
  name.padEnd(20) + fields.map(field => field.padStart(13)).join('')
