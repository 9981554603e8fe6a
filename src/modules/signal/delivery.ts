/**
 * How a signal reaches its handler.
 *
 * What the program sends to itself is delivered at once, in the call that sent it. What comes at another time (Ctrl-C, an alarm, a
 * signal that another thread sends) waits for the main thread's next look at the eval breaker, as in CPython.
 */
import { breakerState, lookSoon } from '../../interpreter/breaker.ts'
import { call } from '../../objects/call.ts'
import { makeException } from '../../objects/exception.ts'
import { keyboardInterruptType, osErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

export const SIG_DFL = 0
export const SIG_IGN = 1
const SIGINT = 2
const SIGPIPE = 13

class Delivery {
  /** The handlers that differ from the system's default, by number. */
  readonly handlers = new Map<number, Value>()
  /** Signals that have come and not been delivered. */
  readonly tripped: number[] = []
  isWatching = false
  /** Told before the system's default is done, which may end the program (modules/faulthandler.ts). */
  beforeDefault: ((number: number) => void) | null = null
}
const delivery = { create: () => new Delivery() }

export function handlerOf(number: number): Value {
  const handler = vm.state(delivery).handlers.get(number)
  if (handler !== undefined) return handler
  if (number === SIGINT) return defaultHandlerObject()
  return number === SIGPIPE ? SIG_IGN : SIG_DFL
}

export function rememberHandler(number: number, handler: Value): void {
  vm.state(delivery).handlers.set(number, handler)
  if (number === SIGINT) vm.state(breakerState).interrupt = () => deliverSignal(SIGINT)
}

/** The function as the module has it, so that `getsignal` answers the same object. */
const defaultHandlerObject = (): Value =>
  (vm.modules.getStr('_signal') as { dict?: { getStr(name: string): Value | undefined } } | undefined)?.dict?.getStr(
    'default_int_handler',
  ) ?? null

/** Is a signal for the program, not for the system? */
export const isHandled = (number: number): boolean => handlerOf(number) !== SIG_DFL

export function setFatalHandler(handler: ((number: number) => void) | null): void {
  vm.state(delivery).beforeDefault = handler
}

/** The system is about to do its default. */
export function announceDefault(number: number): void {
  vm.state(delivery).beforeDefault?.(number)
}

/** Runs the handler of a signal; what it raises goes on up. */
export function deliverSignal(number: number): void {
  const handler = handlerOf(number)
  const kind = asInt(handler ?? 0)
  if (kind === SIG_IGN) return
  if (handler === null || kind === SIG_DFL) {
    if (number === SIGINT) throw makeException(keyboardInterruptType)
    const { process } = vm.host
    if (process === null) throw makeException(osErrorType, 1, 'Operation not permitted')
    announceDefault(number)
    process.signal(process.pid, number)
    return
  }
  call(handler, [number, vm.frame])
}

/** The signal has come: the main thread is to handle it soon, if the program has a handler. */
export function trip(number: number): void {
  if (!isHandled(number) || handlerOf(number) === SIG_IGN) return
  watch()
  vm.state(delivery).tripped.push(number)
  lookSoon()
}

/** Lets the main thread look for signals that have come. */
function watch(): void {
  const state = vm.state(delivery)
  if (state.isWatching) return
  state.isWatching = true
  const breaker = vm.state(breakerState)
  breaker.looksAtFrames.push(() => state.tripped.length > 0)
  breaker.checks.push(() => {
    while (breaker.takesInterrupts && state.tripped.length > 0) deliverSignal(state.tripped.shift()!)
  })
}
