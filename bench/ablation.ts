/**
 * What each stage of the engine is worth: the stages of `npm run bench -- --ablation`, each with everything of the one before it.
 *
 * They follow the history of CPython: an interpreter without specialization; specialization (3.11); compiled code whose operands are in the
 * memory of frames, without an optimizer (3.13) and with one; operands in registers (3.15); and what lies past it.
 */
import path from 'node:path'
import type { PassName } from '../src/jit/passes.ts'
import type { Peer } from './peers.ts'

export interface Stage {
  readonly name: string
  readonly text: string
  readonly switches: readonly string[]
}

const compiled = (...passes: PassName[]): readonly string[] => ['-X', 'jit=on', '-X', `jit-passes=${passes.join(',')}`]

export const stages: readonly Stage[] = [
  { name: 'plain', text: 'no specialization', switches: ['--no-specialization'] },
  { name: 'specialized', text: 'specialized instructions', switches: ['-X', 'jit=off'] },
  { name: 'memory', text: 'compiled regions in memory form, without an optimizer', switches: compiled('calls') },
  {
    name: 'optimized',
    text: 'optimizer (facts, ranges, constants, builtins), in memory form',
    switches: compiled('calls', 'facts', 'ranges', 'constants', 'builtins'),
  },
  {
    name: 'registers',
    text: 'register form',
    switches: compiled('calls', 'facts', 'ranges', 'constants', 'builtins', 'registers'),
  },
  { name: 'all', text: 'inlining, unboxed floats, peeling', switches: ['-X', 'jit=on'] },
]

const taipan = path.join(import.meta.dirname, '../bin/taipan.js')

export const stagesAsPeers = (): Peer[] =>
  stages.map(({ name, switches }) => ({ name, command: process.execPath, args: [taipan, ...switches] }))

export const legend = (): string => stages.map(({ name, text }) => `${name.padEnd(12)}+ ${text}`).join('\n')
