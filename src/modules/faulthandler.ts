/**
 * The module faulthandler: stacks on request, after a time, when a signal comes, and before the program dies of one. As Modules/faulthandler.c.
 *
 * What cannot happen here is a fault of the interpreter itself, as a wild pointer in C is; signals that mean one kill the program all the same
 * if somebody sends them, and are reported before. The watchdog of `dump_traceback_later` is no thread: it is looked after at the eval breaker.
 */
import { breakerState } from '../interpreter/breaker.ts'
import { findAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { PyBuiltinFunction } from '../objects/callable.ts'
import { call, callMethod } from '../objects/call.ts'
import { raise, raised } from '../objects/exception.ts'
import { runtimeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { allStacksText, currentStackText, writeTo } from './faulthandler/stacks.ts'
import { ProcessExit } from './posix/process.ts'
import { deliverSignal, handlerOf, rememberHandler, setFatalHandler, SIG_DFL, SIG_IGN } from './signal/delivery.ts'

/** Signals that kill, with what is said of them. */
const fatal: ReadonlyMap<number, string> = new Map([
  [7, 'Bus error'],
  [4, 'Illegal instruction'],
  [8, 'Floating-point exception'],
  [6, 'Aborted'],
  [11, 'Segmentation fault'],
])
const lastSignal = 64

interface Watchdog {
  readonly fd: number
  /** Keeps the file open. */
  readonly file: Value
  readonly header: string
  readonly period: bigint
  readonly repeats: boolean
  readonly exits: boolean
  at: bigint
}

class Faults {
  isEnabled = false
  watchdog: Watchdog | null = null
  isWatching = false
  /** What handled the signals that are registered before. */
  readonly registered = new Map<number, Value>()
}
const faults = { create: () => new Faults() }

/** The descriptor to write to: `file` may be one, or have one; None stands for sys.stderr. */
function descriptorOf(given: Value): { fd: number; file: Value } {
  let file = given
  if (file === null) {
    file = vm.sysAttribute('stderr') ?? null
    if (vm.sysAttribute('stderr') === undefined) raise(runtimeErrorType, 'unable to get sys.stderr')
    if (file === null) raise(runtimeErrorType, 'sys.stderr is None')
  }
  const number = asInt(file)
  if (number !== undefined) {
    if (number < 0) raise(valueErrorType, 'file is not a valid file descriptor')
    return { fd: Number(number), file: null }
  }
  const fd = asInt(callMethod(file, 'fileno'))
  if (fd === undefined || fd < 0) raise(runtimeErrorType, 'file.fileno() is not a valid file descriptor')
  try {
    callMethod(file, 'flush')
  } catch (thrown) {
    // The stack is worth more than what the file still holds.
    raised(thrown)
  }
  return { fd: Number(fd), file }
}

function dump(file: Value, allThreads: boolean): void {
  writeTo(descriptorOf(file).fd, allThreads ? allStacksText(true) : currentStackText())
}

const noStackOfC = "Current thread's C stack trace (most recent call first):\n  <cannot get C stack on this system>\n"

function enable(file: Value, allThreads: boolean, withStackOfC: boolean): void {
  const { fd } = descriptorOf(file)
  vm.state(faults).isEnabled = true
  setFatalHandler(number => {
    const what = fatal.get(number)
    if (what === undefined) return
    const stacks = allThreads ? allStacksText(true) : currentStackText()
    writeTo(fd, `Fatal Python error: ${what}\n\n${stacks}${withStackOfC ? `\n${noStackOfC}` : ''}`)
  })
}

function disable(): Value {
  const state = vm.state(faults)
  const { isEnabled } = state
  state.isEnabled = false
  setFatalHandler(null)
  return isEnabled
}

/** `h:mm:ss`, with what there is beyond whole seconds. */
function timeoutHeader(microseconds: bigint): string {
  const two = (number: bigint): string => String(number).padStart(2, '0')
  const seconds = microseconds / 1_000_000n
  const rest = microseconds % 1_000_000n
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(6, '0')}`
  return `Timeout (${seconds / 3600n}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${fraction})!\n`
}

function dumpLater(timeout: number, repeats: boolean, file: Value, exits: boolean): void {
  const microseconds = BigInt(Math.ceil(timeout * 1e6))
  if (microseconds <= 0n) raise(valueErrorType, 'timeout must be greater than 0')
  const target = descriptorOf(file)
  const period = microseconds * 1000n
  const state = vm.state(faults)
  const header = timeoutHeader(microseconds)
  state.watchdog = { ...target, header, period, repeats, exits, at: vm.host.clock.monotonic() + period }
  if (state.isWatching) return
  state.isWatching = true
  const breaker = vm.state(breakerState)
  breaker.looksAtFrames.push(isBarking)
  breaker.checks.push(bark)
}

const isBarking = (): boolean => {
  const { watchdog } = vm.state(faults)
  return watchdog !== null && vm.host.clock.monotonic() >= watchdog.at
}

function bark(): void {
  if (!isBarking()) return
  const state = vm.state(faults)
  const watchdog = state.watchdog!
  writeTo(watchdog.fd, watchdog.header + allStacksText(false))
  if (watchdog.exits) throw new ProcessExit(1)
  if (watchdog.repeats) watchdog.at = vm.host.clock.monotonic() + watchdog.period
  else state.watchdog = null
}

function signalNumber(signal: number): number {
  if (fatal.has(signal)) raise(runtimeErrorType, `signal ${signal} cannot be registered, use enable() instead`)
  if (signal < 1 || signal > lastSignal) raise(valueErrorType, 'signal number out of range')
  return signal
}

function register(signal: number, file: Value, allThreads: boolean, chains: boolean): void {
  const number = signalNumber(signal)
  const { fd } = descriptorOf(file)
  const { registered } = vm.state(faults)
  if (!registered.has(number)) registered.set(number, handlerOf(number))
  const previous = registered.get(number)!
  const handler = builtin('faulthandler_user($module, signum, frame, /)', () => {
    writeTo(fd, allThreads ? allStacksText(true) : currentStackText())
    if (chains) passOn(number, previous)
  })
  rememberHandler(number, new PyBuiltinFunction(handler, undefined, 'faulthandler'))
}

/** Lets what handled the signal before have it too. */
function passOn(number: number, handler: Value): void {
  const kind = asInt(handler)
  if (kind === SIG_IGN) return
  if (kind !== SIG_DFL) {
    call(handler, [number, vm.frame])
    return
  }
  const current = handlerOf(number)
  rememberHandler(number, SIG_DFL)
  try {
    deliverSignal(number)
  } finally {
    rememberHandler(number, current)
  }
}

function unregister(signal: number): Value {
  const number = signalNumber(signal)
  const { registered } = vm.state(faults)
  const previous = registered.get(number)
  if (previous === undefined) return false
  registered.delete(number)
  rememberHandler(number, previous)
  return true
}

defineModule('faulthandler', {
  doc: 'faulthandler module.',
  functions: () => [
    builtin(
      'enable($module, /, file=None, all_threads: bool=True, c_stack: bool=True)',
      enable,
      'Enable the fault handler.',
    ),
    builtin('disable($module, /)', disable, 'Disable the fault handler.'),
    builtin('is_enabled($module, /)', () => vm.state(faults).isEnabled, 'Check if the handler is enabled.'),
    builtin(
      'dump_traceback($module, /, file=None, all_threads: bool=True)',
      dump,
      'Dump the traceback of the current thread into file.\n\nDump the traceback of all threads if all_threads is true. into file.',
    ),
    builtin(
      'dump_c_stack($module, /, file=None)',
      (file: Value) => writeTo(descriptorOf(file).fd, noStackOfC),
      'Dump the C stack of the current thread.',
    ),
    builtin(
      'dump_traceback_later($module, /, timeout: float, repeat: bool=False, file=None, exit: bool=False)',
      dumpLater,
      'Dump the traceback of all threads in timeout seconds.\n\nIf repeat is true, the tracebacks of all threads are dumped every timeout\nseconds. If exit is true, call _exit(1) which is not safe.',
    ),
    builtin(
      'cancel_dump_traceback_later($module, /)',
      () => {
        vm.state(faults).watchdog = null
      },
      'Cancel the previous call to dump_traceback_later().',
    ),
    builtin(
      'register($module, /, signum: ssize, file=None, all_threads: bool=True, chain: bool=False)',
      register,
      "Register a handler for the signal 'signum'.\n\nDump the traceback of the current thread, or of all threads if\nall_threads is True, into file.",
    ),
    builtin('unregister($module, signum: ssize, /)', unregister, "Unregister the handler of the signal 'signum'."),
  ],
})
