/**
 * What becomes of an exception that no Python code caught: it is shown through sys.excepthook, and it decides the exit status. As
 * PyErr_PrintEx and handle_system_exit (Python/pythonrun.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { call, callMethod } from '../objects/call.ts'
import { type PyBaseException, raised } from '../objects/exception.ts'
import { brokenPipeErrorType, keyboardInterruptType, systemExitType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { str } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { showException } from '../modules/sys/show-exception.ts'

/** How a program ended. */
export interface Ending {
  readonly status: number
  /** By a KeyboardInterrupt that nobody caught. */
  readonly isInterrupt: boolean
}

const ended = (status: number): Ending => ({ status, isInterrupt: false })

/** Runs part of a program, and shows what it raised. */
export function endingOf(work: () => void, systemExit: 'exits' | 'is shown'): Ending {
  try {
    work()
    return ended(0)
  } catch (thrown) {
    const exception = raised(thrown)
    if (exception.type.isSubtypeOf(systemExitType) && systemExit === 'exits') return ended(statusOf(exception))
    // Whoever read our output has gone; nobody is left to be told.
    if (exception.type.isSubtypeOf(brokenPipeErrorType) && vm.host.stdout?.isTerminal === false) return ended(120)
    return { status: show(exception), isInterrupt: exception.type.isSubtypeOf(keyboardInterruptType) }
  }
}

/** The status that a SystemExit asks for; what is no number is printed. */
export function statusOf(exception: PyBaseException): number {
  const code = exception.type.isSubtypeOf(systemExitType) ? (findAttribute(exception, 'code') ?? null) : null
  if (code === null) return 0
  const number = asInt(code)
  if (number !== undefined) {
    const whole = BigInt(number)
    // What is no C long is −1.
    return BigInt.asIntN(64, whole) === whole ? Number(BigInt.asUintN(8, whole)) : 255
  }
  quietly(() => {
    const stderr = vm.sysAttribute('stderr') ?? null
    if (stderr === null) return
    callMethod(stderr, 'write', str(code))
    callMethod(stderr, 'write', '\n')
    callMethod(stderr, 'flush')
  })
  return 1
}

/** Shows the exception; answers the exit status, which a hook may change by raising SystemExit itself. */
export function show(exception: PyBaseException): number {
  quietly(() => {
    const stdout = vm.sysAttribute('stdout') ?? null
    if (stdout !== null) callMethod(stdout, 'flush')
  })
  vm.sys.setStr('last_exc', exception)
  vm.sys.setStr('last_type', exception.type)
  vm.sys.setStr('last_value', exception)
  vm.sys.setStr('last_traceback', exception.traceback)
  const hook = vm.sysAttribute('excepthook')
  if (hook === undefined) {
    write('sys.excepthook is missing\n')
    quietly(() => showException(exception))
    return 1
  }
  try {
    call(hook, [exception.type, exception, exception.traceback])
  } catch (thrown) {
    const failure = raised(thrown)
    if (failure.type.isSubtypeOf(systemExitType)) return statusOf(failure)
    write('Error in sys.excepthook:\n')
    quietly(() => showException(failure))
    write('\nOriginal exception was:\n')
    quietly(() => showException(exception))
  }
  return 1
}

function write(text: string): void {
  quietly(() => {
    const stderr = vm.sysAttribute('stderr') ?? null
    if (stderr !== null) callMethod(stderr, 'write', text as Value)
  })
}

/** When showing an error fails, there is no way to say so. */
function quietly(work: () => void): void {
  try {
    work()
  } catch (thrown) {
    raised(thrown)
  }
}
