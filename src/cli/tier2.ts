/**
 * The command line's switches of tier 2: `-X jit=on|off`, `-X jit-threshold=N`, `-X jit-stress`, and PYTHON_JIT=0|1, which an option overrides.
 */
import { startJit, startStress } from '../jit/switches.ts'
import type { Variables } from './environment.ts'
import type { CommandLine } from './options.ts'
import { UsageError } from './usage.ts'

export function startTier2(line: CommandLine, variables: Variables): void {
  const { jit, 'jit-threshold': threshold, 'jit-stress': stress } = line.xOptions
  if (jit !== undefined && jit !== 'on' && jit !== 'off') throw new UsageError('-X jit must be on or off')
  if (threshold !== undefined && !/^[0-9]{1,9}$/.test(String(threshold)))
    throw new UsageError('-X jit-threshold takes a number')
  const isOn = jit === undefined ? variables.text('PYTHON_JIT') !== '0' : jit === 'on'
  if (!isOn) return
  if (stress !== undefined) startStress()
  else startJit(threshold === undefined ? undefined : Number(threshold))
}
