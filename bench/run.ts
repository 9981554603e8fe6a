/**
 * Measures the programs of bench/programs under Taipan and every peer that is installed.
 *
 *   npm run bench -- [PROGRAM…] [--peers LIST | --ablation] [--iterations N] [--rounds N] [--seconds N] [--json FILE]
 *
 * Every measurement is a whole process that loads a program and calls its run() N times (bench/measure.py);
 * we note the first call, the median of the others, and the time of the process from outside. Peers take turns
 * program by program, so that a slow minute of the machine hits all of them. Ratios are speeds relative to the
 * first peer: 2.00 is twice as fast as it. A peer whose answer differs from the first peer's is marked WRONG.
 * With --ablation the peers are the stages of Taipan itself (ablation.ts).
 */
import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { legend, stagesAsPeers } from './ablation.ts'
import { everyPeer, isInstalled, type Peer, peerFromName } from './peers.ts'
import { geometricMean, median, type Measurement, type Row, table, tables } from './table.ts'

const folder = path.join(import.meta.dirname, 'programs')
const measure = path.join(import.meta.dirname, 'measure.py')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string', default: everyPeer.join(',') },
    ablation: { type: 'boolean' },
    iterations: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const allowance = Number(values.seconds)

const peers = values.ablation ? stagesAsPeers() : values.peers.split(',').map(peerFromName).filter(noteIfMissing)
const first = peers[0]
if (first === undefined) throw new Error('bench: none of the peers is installed')
const rows: Row[] = []
for (const program of programsNamed(positionals)) rows.push(await measureProgram(program))
if (positionals.length === 0 && !values.ablation) rows.push(await measureStart())
process.stderr.write('\r\x1b[K')
const columns = peers.map(peer => peer.name)
console.log(values.ablation ? `${legend()}\n\n${table(rows, columns, 'later')}` : tables(rows, columns))
for (const failure of failures()) console.log(failure)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(record(), null, 2)}\n`)

function noteIfMissing(peer: Peer): boolean {
  const there = isInstalled(peer)
  if (!there) console.error(`bench: ${peer.name} is not installed or does not run; left out`)
  return there
}

/** Programs whose name is given, or begins or contains it; all of them without names. */
function programsNamed(names: readonly string[]): string[] {
  const all = readdirSync(folder)
    .filter(name => name.endsWith('.py'))
    .map(name => name.slice(0, -3))
    .sort()
  if (names.length === 0) return all
  const chosen = all.filter(program => names.some(name => program === name.replace(/^.*\/|\.py$/g, '')))
  return chosen.length > 0 ? chosen : all.filter(program => names.some(name => program.includes(name)))
}

async function measureProgram(program: string): Promise<Row> {
  const row: Row = { program, results: {} }
  for (let round = 0; round < rounds; round++) {
    for (const peer of peers) {
      progress(`${program} ${peer.name}${rounds > 1 ? ` ${round + 1}/${rounds}` : ''}`)
      const args = [measure, path.join(folder, `${program}.py`), values.iterations, String(allowance)]
      const outcome = await runProcess(peer, args)
      const seconds = /^seconds: (.*)$/m.exec(outcome.stdout)?.[1]?.split(' ').map(Number)
      const result = /^result: (.*)$/m.exec(outcome.stdout)?.[1]
      const now: Measurement =
        seconds === undefined || result === undefined
          ? { failure: outcome.failure ?? lastLine(outcome.stderr) }
          : { result, first: seconds[0]!, later: seconds.slice(1), process: outcome.seconds }
      row.results[peer.name] = merge(row.results[peer.name], now)
    }
  }
  return row
}

/** The smallest program, from outside: what it costs to start. */
async function measureStart(): Promise<Row> {
  const row: Row = { program: 'start-up', results: {}, isStart: true }
  for (let round = 0; round < 10; round++) {
    for (const peer of peers) {
      progress(`start-up ${peer.name} ${round + 1}/10`)
      const outcome = await runProcess(peer, ['-c', 'print(1+1)'])
      const now: Measurement = {
        result: outcome.stdout.trim(),
        first: outcome.seconds,
        later: [outcome.seconds],
        process: outcome.seconds,
      }
      row.results[peer.name] = merge(row.results[peer.name], now)
    }
  }
  return row
}

function merge(before: Measurement | undefined, now: Measurement): Measurement {
  if (before === undefined || 'failure' in before) return before ?? now
  if ('failure' in now) return now
  return {
    result: before.result,
    first: Math.min(before.first, now.first),
    later: [...before.later, ...now.later],
    process: median([before.process, now.process]),
  }
}

interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
  readonly failure?: string
}

function runProcess(peer: Peer, args: readonly string[]): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(peer.command, [...peer.args, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => (stdout += chunk))
  child.stderr.on('data', chunk => (stderr += chunk))
  // A peer may overrun its allowance within one call; several times over is taken for a hang.
  const limit = setTimeout(() => child.kill('SIGKILL'), 1000 * (allowance * 4 + 60))
  return new Promise(resolve => {
    child.on('error', error => resolve({ stdout, stderr, seconds: 0, failure: error.message }))
    child.on('close', (code, signal) => {
      clearTimeout(limit)
      const outcome = { stdout, stderr, seconds: (performance.now() - started) / 1000 }
      resolve(signal === null ? outcome : { ...outcome, failure: `ended by ${signal} (exit ${code})` })
    })
  })
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) || 'printed nothing'
}

function failures(): string[] {
  return rows.flatMap(row =>
    Object.entries(row.results).flatMap(([peer, measured]) =>
      'failure' in measured ? [`\n${row.program} failed on ${peer}: ${measured.failure}`] : [],
    ),
  )
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
  else process.stderr.write(`${text}\n`)
}

function record(): object {
  const means: Record<string, number> = {}
  for (const peer of peers) means[peer.name] = geometricMean(rows, peer.name, first!.name, 'later')
  const machine = { cpu: os.cpus()[0]?.model, cpus: os.cpus().length, node: process.version }
  return { date: new Date().toISOString(), machine, peers: peers.map(peer => peer.name), means, rows }
}
