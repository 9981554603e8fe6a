/** The numbers of a benchmark run as text: one table for steady speed, one for first calls, one for processes. */

export type Measurement =
  | { readonly failure: string }
  | { readonly result: string; readonly first: number; readonly later: readonly number[]; readonly process: number }

export interface Row {
  readonly program: string
  readonly results: Record<string, Measurement>
  /** The row measures a process, not calls of run(): it counts in the last table only. */
  readonly isStart?: boolean
}

type Quantity = 'later' | 'first' | 'process'

const titles: Record<Quantity, string> = {
  later: 'Median call after the first, in milliseconds, and speed relative to the first peer',
  first: 'First call',
  process: 'Whole process',
}

export function tables(rows: readonly Row[], peers: readonly string[]): string {
  return (['later', 'first', 'process'] as const).map(quantity => table(rows, peers, quantity)).join('\n\n')
}

export function table(rows: readonly Row[], peers: readonly string[], quantity: Quantity): string {
  const reference = peers[0]!
  const lines = [['', ...peers.flatMap((peer, index) => (index === 0 ? [peer] : [peer, '']))]]
  for (const row of rows) {
    if (row.isStart && quantity !== 'process') continue
    lines.push([row.program, ...peers.flatMap(peer => cells(row, peer, reference, quantity))])
  }
  const means = peers.slice(1).flatMap(peer => ['', geometricMean(rows, peer, reference, quantity).toFixed(2)])
  lines.push(['geometric mean', '', ...means])
  return `${titles[quantity]}\n${aligned(lines)}`
}

function cells(row: Row, peer: string, reference: string, quantity: Quantity): string[] {
  const isReference = peer === reference
  const measured = row.results[peer]
  if (measured === undefined) return isReference ? ['—'] : ['—', '']
  if ('failure' in measured) return isReference ? ['failed'] : ['failed', '']
  const time = (value(measured, quantity) * 1000).toFixed(1)
  if (isReference) return [time]
  if (isWrong(row, peer, reference)) return [time, 'WRONG']
  const ratio = speed(row, peer, reference, quantity)
  return [time, ratio === undefined ? '' : ratio.toFixed(2)]
}

/** How many times as fast as the reference; undefined unless both ran and agree. */
function speed(row: Row, peer: string, reference: string, quantity: Quantity): number | undefined {
  const one = row.results[peer]
  const other = row.results[reference]
  if (one === undefined || other === undefined || 'failure' in one || 'failure' in other) return undefined
  return isWrong(row, peer, reference) ? undefined : value(other, quantity) / value(one, quantity)
}

function isWrong(row: Row, peer: string, reference: string): boolean {
  const one = row.results[peer]
  const other = row.results[reference]
  if (one === undefined || other === undefined || 'failure' in one || 'failure' in other) return false
  return one.result !== other.result
}

function value(measured: Exclude<Measurement, { failure: string }>, quantity: Quantity): number {
  if (quantity !== 'later') return measured[quantity]
  return measured.later.length === 0 ? measured.first : median(measured.later)
}

export function geometricMean(rows: readonly Row[], peer: string, reference: string, quantity: Quantity): number {
  const ratios = rows.filter(row => !row.isStart).map(row => speed(row, peer, reference, quantity))
  const known = ratios.filter(ratio => ratio !== undefined)
  return Math.exp(known.reduce((sum, ratio) => sum + Math.log(ratio), 0) / known.length)
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
