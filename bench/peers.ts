/**
 * The Pythons that can be measured, and how each is started.
 *
 * A peer is spelled NAME[@NODE][:SWITCH…]. NODE is the engine to run a JavaScript peer on (`taipan@/opt/node24/bin/node`);
 * a SWITCH tells Taipan's tiers apart: it becomes `-X SWITCH` where it is one of the JIT's (`taipan:jit=off`) and for another peer, else
 * `--SWITCH` (`taipan:no-specialization`).
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)

/** Native peers by the command that starts them; the first one is what ratios refer to. */
const native = ['python3', 'python3.14', 'python3.15', 'python3.15-jit', 'pypy8']
const javascript: Record<string, string> = {
  pyodide: path.join(root, 'bench/pyodide-peer.js'),
  taipan: path.join(root, 'bin/taipan.js'),
}

export const everyPeer: readonly string[] = [...native, ...Object.keys(javascript)]

export interface Peer {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

export function peerFromName(name: string): Peer {
  const parts = /^([^:@]+)(?:@([^:]+))?((?::[^:]+)*)$/.exec(name)
  if (parts === null) throw new Error(`bench: "${name}" is no peer; say NAME[@NODE][:SWITCH…]`)
  const switches = parts[3]!.split(':').filter(Boolean)
  const script = javascript[parts[1]!] ?? (parts[1]!.endsWith('.js') ? path.resolve(parts[1]!) : undefined)
  if (script === undefined) return { name, command: parts[1]!, args: switches.flatMap(flag => ['-X', flag]) }
  const args = switches.flatMap(flag => (flag.startsWith('jit') ? ['-X', flag] : [`--${flag}`]))
  return { name, command: parts[2] ?? process.execPath, args: [script, ...args] }
}

/** Whether the peer can run a program at all. */
export function isInstalled(peer: Peer): boolean {
  const probe = spawnSync(peer.command, [...peer.args, '-c', 'print(6*7)'], { encoding: 'utf8', timeout: 60_000 })
  return probe.status === 0 && probe.stdout.trim() === '42'
}
