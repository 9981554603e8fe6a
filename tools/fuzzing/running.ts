/**
 * Runs many programs in one process of a Python and tells what each printed; one that says nothing for too long is ended, and the rest goes on in a
 * new process.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { driver } from './prelude.ts'

/** A Python: a command, and what comes before the driver's name. */
export interface Runner {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** What is there in place of the output of a program that did not end in time. */
export const endless = 'did not end in time\n'

/** What each program prints. Where the process ends too early, that and its complaint are the output of the program that ran then. */
export async function outputsOf(
  sources: readonly string[],
  runner: Runner,
  folder: string,
  seconds: number,
): Promise<string[]> {
  const file = path.join(folder, 'sources.json')
  const driverFile = path.join(folder, 'driver.py')
  writeFileSync(file, JSON.stringify(sources))
  writeFileSync(driverFile, driver)
  const outputs: string[] = []
  while (outputs.length < sources.length) {
    const run = await runFrom(runner, [driverFile, file, String(outputs.length)], seconds)
    const parts = run.stdout.split(/^== (?:\d+|end)\n/m).slice(1)
    const hasEnded = /^== end\n/m.test(run.stdout)
    if (hasEnded) parts.pop()
    else if (run.isLate) parts[Math.max(parts.length - 1, 0)] = endless
    else parts[Math.max(parts.length - 1, 0)] = `${parts.at(-1) ?? ''}status ${run.status}\n${run.stderr}`
    outputs.push(...parts)
  }
  return outputs
}

interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  readonly isLate: boolean
}

function runFrom({ command, args }: Runner, rest: readonly string[], seconds: number): Promise<Run> {
  const env = { ...process.env, PYTHONHASHSEED: '0' }
  const child = spawn(command, [...args, ...rest], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  let isLate = false
  const late = (): void => {
    isLate = true
    child.kill('SIGKILL')
  }
  // Starting takes some time as well.
  let limit = setTimeout(late, 1000 * (seconds + 20))
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    if (!chunk.includes('== ')) return
    clearTimeout(limit)
    limit = setTimeout(late, 1000 * seconds)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', status => {
      clearTimeout(limit)
      resolve({ stdout, stderr, status, isLate })
    })
  })
}
