/**
 * `alarm`, `setitimer` and `pause`. There is one timer, of real time; whoever waits wakes for it (interpreter/threads.ts), and a running
 * program notices at the eval breaker.
 */
import { breakerState } from '../../interpreter/breaker.ts'
import { alarm, waitFor } from '../../interpreter/threads.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { raise } from '../../objects/exception.ts'
import { osErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { TypeFlags } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { deliverSignal } from './delivery.ts'

export const itimerErrorType = builtinType('ItimerError', {
  module: 'signal',
  base: osErrorType,
  flags: TypeFlags.base,
  sameLayout: true,
})

const SIGALRM = 14
const ITIMER_REAL = 0

class Timer {
  /** Nanoseconds from one alarm to the next; 0n for a single one. */
  interval = 0n
  isWatched = false
  /** How many alarms there have been, for `pause`. */
  count = 0
}
const timer = { create: () => new Timer() }

const nanoseconds = (seconds: number): bigint => BigInt(Math.round(seconds * 1e9))
const seconds = (duration: bigint): number => Number(duration) / 1e9

/** Seconds until the alarm that is set; 0 for none. */
function remaining(): number {
  const { at } = vm.state(alarm)
  if (at === null) return 0
  return Math.max(seconds(at - vm.host.clock.monotonic()), 1e-6)
}

function set(delay: number, interval: number): void {
  const state = vm.state(timer)
  state.interval = nanoseconds(interval)
  vm.state(alarm).at = delay === 0 ? null : vm.host.clock.monotonic() + nanoseconds(delay)
  if (state.isWatched) return
  state.isWatched = true
  const breaker = vm.state(breakerState)
  breaker.looksAtFrames.push(isDue)
  breaker.checks.push(ring)
}

function isDue(): boolean {
  const { at } = vm.state(alarm)
  return at !== null && vm.state(breakerState).takesInterrupts && vm.host.clock.monotonic() >= at
}

/** Delivers the alarm if it is due. */
function ring(): void {
  if (!isDue()) return
  const due = vm.state(alarm)
  const state = vm.state(timer)
  due.at = state.interval === 0n ? null : vm.host.clock.monotonic() + state.interval
  state.count++
  deliverSignal(SIGALRM)
}

function setAlarm(delay: Value): Value {
  const left = Math.ceil(remaining())
  set(Number(indexOf(delay)), 0)
  return left
}

const timerPair = (delay: number, interval: number): Value => new PyTuple([new PyFloat(delay), new PyFloat(interval)])

function checkTimer(which: number): void {
  if (which !== ITIMER_REAL) raise(itimerErrorType, 22, 'Invalid argument')
}

function getTimer(which: number): Value {
  checkTimer(which)
  return timerPair(remaining(), seconds(vm.state(timer).interval))
}

function setTimer(which: number, delay: number, interval: number): Value {
  const previous = getTimer(which)
  if (delay < 0 || interval < 0) raise(itimerErrorType, 22, 'Invalid argument')
  set(delay, interval)
  return previous
}

function pause(): void {
  const { count } = vm.state(timer)
  waitFor(() => vm.state(timer).count !== count, null)
}

export const timerFunctions = (): Builtin[] => [
  builtin('alarm($module, seconds, /)', setAlarm, 'Arrange for SIGALRM to arrive after the given number of seconds.'),
  builtin(
    'setitimer($module, which: ssize, seconds: float, interval: float = 0.0, /)',
    setTimer,
    'Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval seconds.\nThe itimer can be cleared by setting seconds to zero.\n\nReturns old values as a tuple: (delay, interval).',
  ),
  builtin('getitimer($module, which: ssize, /)', getTimer, 'Returns current value of given itimer.'),
  builtin('pause($module, /)', pause, 'Wait until a signal arrives.'),
]
