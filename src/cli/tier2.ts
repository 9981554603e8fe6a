/**
 * The command line's switches of tier 2: `-X jit=on|off`, `-X jit-threshold=N`, `-X jit-stress`, `-X jit-passes=LIST` (or `--passes=LIST`), and
 * PYTHON_JIT=0|1, which an option overrides.
 */
import { choosePasses, passNames } from '../jit/passes.ts'
import { startJit, startStress } from '../jit/switches.ts'
import type { Variables } from './environment.ts'
import type { CommandLine } from './options.ts'
import { UsageError } from './usage.ts'

export function startTier2(line: CommandLine, variables: Variables): void {
  const { jit, 'jit-threshold': threshold, 'jit-stress': stress, 'jit-passes': passes } = line.xOptions
  if (jit !== undefined && jit !== 'on' && jit !== 'off') throw new UsageError('-X jit must be on or off')
  if (threshold !== undefined && !/^[0-9]{1,9}$/.test(String(threshold)))
    throw new UsageError('-X jit-threshold takes a number')
  const unknown = choosePasses(passes === undefined ? 'all' : String(passes))
  if (unknown !== undefined)
    throw new UsageError(`-X jit-passes: ${unknown} is none of all, none, ${passNames.join(', ')}`)
  const isOn = jit === undefined ? variables.text('PYTHON_JIT') !== '0' : jit === 'on'
  if (!isOn) return
  if (stress !== undefined) startStress()
  else startJit(threshold === undefined ? undefined : Number(threshold))
}
