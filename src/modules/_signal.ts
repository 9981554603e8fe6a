/**
 * The module _signal, as far as a host of JavaScript has signals: handlers can be set and asked for, timers raise alarms, and a signal
 * that the program raises itself is delivered at once (signal/delivery.ts). Masks do not exist.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyboardInterruptType, osErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { PySet } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { deliverSignal, handlerOf, rememberHandler, SIG_DFL, SIG_IGN } from './signal/delivery.ts'
import { itimerErrorType, timerFunctions } from './signal/timers.ts'

/** Linux's numbers, with what `strsignal` says. */
const signals: readonly (readonly [names: string, number: number, text: string])[] = [
  ['SIGHUP', 1, 'Hangup'],
  ['SIGINT', 2, 'Interrupt'],
  ['SIGQUIT', 3, 'Quit'],
  ['SIGILL', 4, 'Illegal instruction'],
  ['SIGTRAP', 5, 'Trace/breakpoint trap'],
  ['SIGABRT SIGIOT', 6, 'Aborted'],
  ['SIGBUS', 7, 'Bus error'],
  ['SIGFPE', 8, 'Floating point exception'],
  ['SIGKILL', 9, 'Killed'],
  ['SIGUSR1', 10, 'User defined signal 1'],
  ['SIGSEGV', 11, 'Segmentation fault'],
  ['SIGUSR2', 12, 'User defined signal 2'],
  ['SIGPIPE', 13, 'Broken pipe'],
  ['SIGALRM', 14, 'Alarm clock'],
  ['SIGTERM', 15, 'Terminated'],
  ['SIGSTKFLT', 16, 'Stack fault'],
  ['SIGCHLD SIGCLD', 17, 'Child exited'],
  ['SIGCONT', 18, 'Continued'],
  ['SIGSTOP', 19, 'Stopped (signal)'],
  ['SIGTSTP', 20, 'Stopped'],
  ['SIGTTIN', 21, 'Stopped (tty input)'],
  ['SIGTTOU', 22, 'Stopped (tty output)'],
  ['SIGURG', 23, 'Urgent I/O condition'],
  ['SIGXCPU', 24, 'CPU time limit exceeded'],
  ['SIGXFSZ', 25, 'File size limit exceeded'],
  ['SIGVTALRM', 26, 'Virtual timer expired'],
  ['SIGPROF', 27, 'Profiling timer expired'],
  ['SIGWINCH', 28, 'Window changed'],
  ['SIGIO SIGPOLL', 29, 'I/O possible'],
  ['SIGPWR', 30, 'Power failure'],
  ['SIGSYS', 31, 'Bad system call'],
  ['SIGRTMIN', 34, 'Real-time signal 0'],
  ['SIGRTMAX', 64, 'Real-time signal 30'],
]

const last = 64

const defaultInterruptHandler = builtin(
  'default_int_handler($module, signalnum, frame, /)',
  (): never => raise(keyboardInterruptType),
  'The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.',
)

function numberOf(value: Value): number {
  const number = indexOf(value)
  if (number < 1 || number > last) raise(valueErrorType, 'signal number out of range')
  return Number(number)
}

function setHandler(signal: Value, handler: Value): Value {
  const number = numberOf(signal)
  const kind = asInt(handler)
  if (typeOf(handler).call === null && kind !== SIG_DFL && kind !== SIG_IGN)
    raiseTypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
  if (number === 9 || number === 19) throw call(osErrorType, [22, 'Invalid argument'])
  const previous = handlerOf(number)
  rememberHandler(number, kind === undefined ? handler : Number(kind))
  return previous
}

function describe(value: Value): Value {
  const number = numberOf(value)
  const known = signals.find(([, each]) => each === number)
  if (known !== undefined) return known[2]
  return number > 34 ? `Real-time signal ${number - 34}` : null
}

function validSignals(): Value {
  const valid = new PySet()
  for (let number = 1; number <= last; number++) if (number !== 32 && number !== 33) valid.add(number)
  return valid
}

defineModule('_signal', {
  doc: 'This module provides mechanisms to use signal handlers in Python.',
  attributes: () => ({
    ...Object.fromEntries(signals.flatMap(([names, number]) => names.split(' ').map(name => [name, number]))),
    SIG_DFL,
    SIG_IGN,
    NSIG: last + 1,
    ITIMER_REAL: 0,
    ITIMER_VIRTUAL: 1,
    ITIMER_PROF: 2,
    ItimerError: itimerErrorType,
  }),
  functions: () => [
    defaultInterruptHandler,
    ...timerFunctions(),
    builtin(
      'signal($module, signalnum, handler, /)',
      setHandler,
      'Set the action for the given signal.\n\nThe action can be SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for possible return values.',
    ),
    builtin(
      'getsignal($module, signalnum, /)',
      (signal: Value) => handlerOf(numberOf(signal)),
      'Return the current action for the given signal.',
    ),
    builtin(
      'raise_signal($module, signalnum, /)',
      (signal: Value) => deliverSignal(numberOf(signal)),
      'Send a signal to the executing process.',
    ),
    builtin('strsignal($module, signalnum, /)', describe, 'Return the system description of the given signal.'),
    builtin('valid_signals($module, /)', validSignals, 'Return a set of valid signal numbers on this platform.'),
  ],
})
