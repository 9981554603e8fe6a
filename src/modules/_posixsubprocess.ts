/**
 * The module _posixsubprocess: what stands behind `subprocess.Popen`.
 *
 * No host can fork a JavaScript engine; `fork_exec` does what comes of a fork and an exec. As in CPython, whatever fails on the way to the new
 * program is told through the pipe `errpipe_write`, and the number that is answered is that of a program that has ended at once.
 */
import { errors } from '../base/errno.ts'
import { HostError } from '../base/host.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { type ChildDescriptors, failedChild, startChild } from './posix/children.ts'
import { raiseOSError } from './posix/os-error.ts'
import { pathOf } from './posix/paths.ts'
import { pythonFiles } from './posix/python-files.ts'

const text = (value: Value): string => pathOf(value, { what: 'fork_exec' }).text

/** `None` or a list of `NAME=value`. */
function environmentOf(value: Value): Readonly<Record<string, string>> {
  if (value === null) return vm.host.process?.environment() ?? {}
  const pairs = itemsOf(value).map(each => {
    const pair = text(each)
    const at = pair.indexOf('=', 1)
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  return Object.fromEntries(pairs)
}

const numberOrNull = (value: Value): number | null => {
  const int = asInt(value)
  return int === undefined || int < 0 ? null : Number(int)
}

/** Descriptors of the host that are to stay open in the program; others close, as they do where Node opens them. */
function kept(descriptors: Value, errorPipe: number): number[] {
  return itemsOf(descriptors)
    .map(Number)
    .filter(fd => fd > 2 && fd !== errorPipe)
}

interface Given {
  readonly args: Value
  readonly executables: Value
  readonly keep: Value
  readonly folder: Value
  readonly environment: Value
  readonly descriptors: ChildDescriptors
  readonly errorPipe: number
  readonly startsSession: boolean
  readonly gid: Value
  readonly uid: Value
  readonly umask: number
}

/** Starts the first of the candidates that there is. */
function start(given: Given): number {
  const program = {
    args: itemsOf(given.args).map(text),
    folder: given.folder === null ? null : text(given.folder),
    environment: environmentOf(given.environment),
    inherits: kept(given.keep, given.errorPipe),
    startsSession: given.startsSession,
    umask: given.umask < 0 ? null : given.umask,
    uid: numberOrNull(given.uid),
    gid: numberOrNull(given.gid),
  }
  let failure = new HostError(errors.ENOENT)
  for (const file of itemsOf(given.executables).map(text)) {
    try {
      return startChild({ ...program, file }, given.descriptors)
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown
      // As in CPython, what has been found and cannot be run is the better reason.
      if (failure.errno === errors.ENOENT) failure = thrown
      if (thrown.errno !== errors.ENOENT && thrown.errno !== errors.ENOTDIR && thrown.errno !== errors.EACCES) break
    }
  }
  throw failure
}

function checkFolder(folder: Value): void {
  if (folder === null) return
  const { mode } = pythonFiles().status(text(folder), 'follow')
  if ((mode & 0o170000) !== 0o040000) throw new HostError(errors.ENOTDIR)
}

/** `reason` is CPython's word for how far it came. */
function fail(pipe: number, { errno }: HostError, reason: string): number {
  const message = `OSError:${errno.toString(16).toUpperCase()}:${reason}`
  pythonFiles().write(pipe, new TextEncoder().encode(message), null)
  return failedChild()
}

function attempt(given: Given): number {
  let reason = 'noexec:chdir'
  try {
    checkFolder(given.folder)
    reason = ''
    return start(given)
  } catch (thrown) {
    if (thrown instanceof HostError) return fail(given.errorPipe, thrown, reason)
    throw thrown
  }
}

defineModule('_posixsubprocess', {
  doc: 'A POSIX helper for the subprocess module.',
  functions: () => [
    builtin(
      'fork_exec($module, args, executable_list, close_fds: bool, pass_fds, cwd, env, p2cread: ssize, p2cwrite: ssize, c2pread: ssize, c2pwrite: ssize, errread: ssize, errwrite: ssize, errpipe_read: ssize, errpipe_write: ssize, restore_signals: bool, call_setsid: bool, pgid_to_set: ssize, gid, extra_groups, uid, child_umask: ssize, preexec_fn, /)',
      (
        args: Value,
        executables: Value,
        _closes: boolean,
        keep: Value,
        folder: Value,
        environment: Value,
        input: number,
        _toInput: number,
        _fromOutput: number,
        output: number,
        _fromErrors: number,
        errorOutput: number,
        _fromErrorPipe: number,
        errorPipe: number,
        _restoresSignals: boolean,
        startsSession: boolean,
        group: number,
        gid: Value,
        groups: Value,
        uid: Value,
        umask: number,
        prepare: Value,
      ) => {
        if (prepare !== null) raise(runtimeErrorType, 'preexec_fn not supported within subinterpreters')
        if (groups !== null || group > 0) raiseOSError(errors.EPERM)
        const descriptors = [input, output, errorOutput] as const
        const leads = startsSession || group === 0
        return attempt({
          args,
          executables,
          keep,
          folder,
          environment,
          descriptors,
          errorPipe,
          startsSession: leads,
          gid,
          uid,
          umask,
        })
      },
      'Spawn a fresh new child process.',
    ),
  ],
})
