/**
 * The thread that starts programs and listens to them (see child-messages.ts).
 *
 * The shell stands in between where Node offers less than fork and exec: to let the standard error be the very pipe that the standard output is,
 * and to set the mask of file modes. It replaces itself by the program.
 */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import os from 'node:os'
import { workerData } from 'node:worker_threads'
import type { ChildCommand, ChildStream } from '../base/host.ts'
import type { ChildReport, ChildRequest, ChildThreadData } from './child-messages.ts'

const data = workerData as ChildThreadData
const { port } = data
const count = new Int32Array(data.count)
const children = new Map<number, ChildProcess>()

function report(message: ChildReport): void {
  port.postMessage(message)
  Atomics.add(count, 0, 1)
  Atomics.notify(count, 0)
}

const streamOption = (stream: ChildStream): 'pipe' | 'ignore' | number =>
  stream === 'none' || stream === 'stdout' ? 'ignore' : stream

function streamOptions({ streams, inherits }: ChildCommand): StdioOptions {
  const options: ('pipe' | 'ignore' | number)[] = streams.map(streamOption)
  for (const fd of inherits) {
    while (options.length < fd) options.push('ignore')
    options[fd] = fd
  }
  return options
}

/** What the shell is to do before the program takes its place; empty without need for a shell. */
function shellPrefix({ streams, umask }: ChildCommand): string {
  const mask = umask === null ? '' : `umask ${umask.toString(8)}; `
  const joins = streams[2] === 'stdout' ? ' 2>&1' : ''
  return mask === '' && joins === '' ? '' : `${mask}exec "$0" "$@"${joins}`
}

function start(child: number, command: ChildCommand): void {
  const { file, args, folder, environment, startsSession, uid, gid } = command
  const prefix = shellPrefix(command)
  const options = {
    stdio: streamOptions(command),
    env: environment,
    detached: startsSession,
    ...(folder === null ? {} : { cwd: folder }),
    ...(uid === null ? {} : { uid }),
    ...(gid === null ? {} : { gid }),
  }
  const started =
    prefix === ''
      ? spawn(file, args.slice(1), { ...options, argv0: args[0] ?? file })
      : spawn('/bin/sh', ['-c', prefix, file, ...args.slice(1)], options)
  started.on('error', error => {
    if (started.pid === undefined) report({ kind: 'failed', child, code: (error as NodeJS.ErrnoException).code ?? '' })
  })
  if (started.pid === undefined) return
  children.set(child, started)
  report({ kind: 'started', child, pid: started.pid })
  listen(child, started)
}

function listen(child: number, started: ChildProcess): void {
  for (const [stream, output] of [
    [1, started.stdout],
    [2, started.stderr],
  ] as const) {
    if (output === null) continue
    let isOpen = true
    const end = (): void => {
      if (isOpen) report({ kind: 'wrote', child, stream, bytes: new Uint8Array(0) })
      isOpen = false
    }
    output.on('data', (bytes: Buffer) => report({ kind: 'wrote', child, stream, bytes: new Uint8Array(bytes) }))
    output.on('error', end)
    output.on('close', end)
  }
  started.stdin?.on('error', () => report({ kind: 'stopped reading', child }))
  started.on('exit', (code, signal) => {
    const status = signal === null ? (code ?? 0) : -os.constants.signals[signal]
    report({ kind: 'exited', child, status })
  })
  started.on('close', () => children.delete(child))
}

function close(started: ChildProcess, stream: number): void {
  if (stream === 0) started.stdin?.end()
  else (stream === 1 ? started.stdout : started.stderr)?.destroy()
}

port.on('message', (request: ChildRequest) => {
  const started = children.get(request.child)
  if (request.kind === 'start') start(request.child, request.command)
  else if (started === undefined) return
  else if (request.kind === 'write') started.stdin?.write(request.bytes)
  else close(started, request.stream)
})
