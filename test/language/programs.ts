/**
 * The language tests: Python programs in the folders beside this file, each a claim in its first line, and what
 * CPython 3.14 prints for it in a file beside it.
 *
 * A program is every `.py` file whose path has no part that begins with an underscore (those are modules that
 * programs import). The recording is what goes to standard output, then, only if there is anything to say, what
 * goes to standard error and the exit status. File names in tracebacks are relative to the folder of all tests.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder, root } from '../../tools/source-files.ts'

export const languageFolder = path.join(root, 'test/language')

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: number
}

/** Programs at or below the given places, relative to the folder of all tests. */
export function programsUnder(places: readonly string[]): string[] {
  const under = places.length === 0 ? [languageFolder] : places
  return filesUnder(under, '.py')
    .map(file => path.posix.relative('test/language', file))
    .filter(name => !name.split('/').some(part => part.startsWith('_') || part === '..'))
}

/** Every file that a program may need: the programs and the modules that they import. */
export function sourceFiles(): string[] {
  return filesUnder([languageFolder], '.py').map(file => path.posix.relative('test/language', file))
}

export function recordingOf(program: string): string {
  return path.join(languageFolder, program.replace(/\.py$/, '.out'))
}

export function readRecording(program: string): string | undefined {
  try {
    return readFileSync(recordingOf(program), 'utf8')
  } catch {
    return undefined
  }
}

/** The outcome as the text that is recorded; `folder` is where the program ran, to be left out of file names. */
export function textFromOutcome(outcome: Outcome, folder: string): string {
  const stderr = outcome.stderr.replaceAll(`${folder}/`, '')
  let text = outcome.stdout.replaceAll(`${folder}/`, '')
  if (text !== '' && !text.endsWith('\n')) text += '\n(no newline)\n'
  if (stderr !== '') text += `--- stderr\n${stderr}`
  if (outcome.status !== 0) text += `--- exit ${outcome.status}\n`
  return text
}
