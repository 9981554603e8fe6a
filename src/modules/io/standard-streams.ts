/** `sys.stdin`, `sys.stdout` and `sys.stderr`. As init_sys_streams (Python/pylifecycle.c). */
import { assignAttribute } from '../../objects/attribute.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { configuration } from '../configuration.ts'
import { bufferedReaderType, bufferedWriterType, makeBuffered } from './buffered.ts'
import { openFileIO } from './file-io.ts'
import { newlineMode } from './newlines.ts'
import { makeTextIOWrapper } from './text-io-wrapper.ts'

const names = { stdin: 0, stdout: 1, stderr: 2 } as const

/** The stream, None where the host has none. */
function standardStream(name: keyof typeof names): Value {
  const channel = vm.host[name]
  if (channel === null) return null
  const { streamEncoding, streamErrors, unbuffered } = configuration()
  const writes = name !== 'stdin'
  const raw = openFileIO(names[name], writes ? 'w' : 'r', false, null)
  assignAttribute(raw, 'name', `<${name}>`)
  const buffer = makeBuffered(writes ? bufferedWriterType : bufferedReaderType, raw, raw.blockSize)
  const stream = makeTextIOWrapper(unbuffered && writes ? raw : buffer, {
    encoding: streamEncoding ?? 'utf-8',
    errors: name === 'stderr' ? 'backslashreplace' : (streamErrors ?? 'strict'),
    newline: newlineMode(name === 'stdin' ? null : '\n'),
    lineBuffering: name === 'stderr' || channel.isTerminal,
    writeThrough: unbuffered && writes,
  })
  assignAttribute(stream, 'mode', writes ? 'w' : 'r')
  return stream
}

export function makeStandardStreams(): void {
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = standardStream(name)
    vm.sys.setStr(name, stream)
    vm.sys.setStr(`__${name}__`, stream)
  }
}
