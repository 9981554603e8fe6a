/**
 * The stacks of threads as faulthandler writes them: to a descriptor, in ASCII, innermost frame first. As Python/traceback.c, which writes
 * them where nothing of Python may be called any more; here that is kept to as well, so that no code of the program runs.
 */
import { errors } from '../../base/errno.ts'
import { HostError } from '../../base/host.ts'
import { lineOf } from '../../builtins/frame.ts'
import { currentThread, mainThread, otherThreads, type PythonThread } from '../../interpreter/threads.ts'
import type { Frame } from '../../objects/frame.ts'
import { vm } from '../../objects/vm.ts'
import { pythonFiles } from '../posix/python-files.ts'

const mostFrames = 100
const mostThreads = 100
const longestName = 500

/** Printable ASCII as it is, everything else escaped. */
function asciiOf(text: string): string {
  let shown = ''
  let count = 0
  for (const character of text) {
    if (++count > longestName) return `${shown}...`
    const code = character.codePointAt(0)!
    if (code >= 0x20 && code < 0x7f) shown += character
    else if (code < 0x100) shown += `\\x${code.toString(16).padStart(2, '0')}`
    else if (code < 0x10000) shown += `\\u${code.toString(16).padStart(4, '0')}`
    else shown += `\\U${code.toString(16).padStart(8, '0')}`
  }
  return shown
}

function framesText(innermost: Frame | null): string {
  let text = ''
  let count = 0
  for (let frame = innermost; frame !== null; frame = frame.previous) {
    if (count++ === mostFrames) return `${text}  ...\n`
    const line = lineOf(frame)
    const { filename, name } = frame.code.code
    text += `  File "${asciiOf(filename)}", line ${line > 0 ? line : '???'} in ${asciiOf(name)}\n`
  }
  return text === '' ? '  <no Python frame>\n' : text
}

const frameOf = (thread: PythonThread): Frame | null => (thread === currentThread() ? vm.frame : thread.frame)

/** The stack of the thread that runs. */
export const currentStackText = (): string => `Stack (most recent call first):\n${framesText(vm.frame)}`

/** The stacks of all threads, the youngest first; `marksCurrent` tells which of them runs. */
export function allStacksText(marksCurrent: boolean): string {
  const threads = [...otherThreads(), mainThread()].slice(0, mostThreads)
  return threads
    .map(thread => {
      const kind = marksCurrent && thread === currentThread() ? 'Current thread' : 'Thread'
      const ident = thread.ident.toString(16).padStart(16, '0')
      return `${kind} 0x${ident} (most recent call first):\n${framesText(frameOf(thread))}`
    })
    .join('\n')
}

/** Writes all of it, as far as that can be done. */
export function writeTo(fd: number, text: string): void {
  const bytes = new TextEncoder().encode(text)
  try {
    for (let written = 0; written < bytes.length; ) written += pythonFiles().write(fd, bytes.subarray(written), null)
  } catch (thrown) {
    if (thrown instanceof HostError && thrown.errno !== errors.EINTR) return
    throw thrown
  }
}
