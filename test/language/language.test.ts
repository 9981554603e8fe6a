/**
 * Runs the language tests: every program must print what CPython 3.14 printed (programs.ts says how that is
 * recorded), with every set of switches that may change speed and must not change output.
 *
 * A program runs as a process of the command line, because exit status, standard error and atexit belong to what
 * is compared. Two run at a time; what is built is built from the sources as they are now.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { root } from '../../tools/source-files.ts'
import { builtPackage } from '../built-package.ts'
import { languageFolder, type Outcome, programsUnder, readRecording, textFromOutcome } from './programs.ts'
import { variants } from './variants.ts'

let builtCli = ''

const only = (process.env['TAIPAN_ONLY'] ?? '')
  .split('\n')
  .filter(place => place.endsWith('.py') || isBelowLanguage(place))

before(() => {
  builtCli = path.join(builtPackage(), 'cli.js')
})

for (const { switches, selection } of variants) {
  describe(['taipan', ...switches].join(' '), { concurrency: 2 }, () => {
    for (const program of programsUnder(only).filter(name => selection.test(name))) {
      it(program, async () => {
        const outcome = await runProgram(program, switches)
        assert.equal(textFromOutcome(outcome, languageFolder), readRecording(program))
      })
    }
  })
}

function isBelowLanguage(place: string): boolean {
  const relative = path.relative(languageFolder, path.resolve(root, place))
  return relative !== '' && !relative.startsWith('..')
}

function runProgram(program: string, switches: readonly string[]): Promise<Outcome> {
  const args = [builtCli, ...switches, path.join(languageFolder, program)]
  const env = { ...process.env, PYTHONHASHSEED: '0' }
  const child = spawn(process.execPath, args, { cwd: languageFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', chunk => stdout.push(chunk))
  child.stderr.on('data', chunk => stderr.push(chunk))
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(limit)
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString()
      resolve({ stdout: text(stdout), stderr: text(stderr), status: code ?? (signal === null ? 1 : 137) })
    })
  })
}
