/** The module atexit. Whoever ends an interpreter calls `runExitFunctions`. As Modules/atexitmodule.c. */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { equals } from '../objects/compare.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { reprText } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

interface ExitFunction {
  readonly func: Value
  readonly args: Value[]
  readonly keywords: KeywordNames
}

const registered = { create: (): ExitFunction[] => [] }

/** Calls the registered functions, the last one first; what they raise is reported and does not stop the others. */
export function runExitFunctions(): void {
  const functions = vm.state(registered)
  for (let next = functions.pop(); next !== undefined; next = functions.pop())
    try {
      call(next.func, next.args, next.keywords)
    } catch (thrown) {
      hooks.unraisable(raised(thrown), `Exception ignored in atexit callback ${reprText(next.func)}`, null)
    }
}

function unregister(func: Value): void {
  const functions = vm.state(registered)
  for (let i = functions.length - 1; i >= 0; i--) if (equals(functions[i]!.func, func)) functions.splice(i, 1)
}

function registerFunction(): Builtin {
  const method = builtin(
    'register($module, func, /, *args, **kwargs)',
    (): void => undefined,
    'Register a function to be executed upon normal program termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate usage as a decorator.',
  )
  method.call = (_self, args, keywords) => {
    if (args.length === (keywords?.length ?? 0)) raiseTypeError('register() takes at least 1 argument (0 given)')
    const func = args[0]!
    if (typeOf(func).call === null) raiseTypeError('the first argument must be callable')
    vm.state(registered).push({ func, args: args.slice(1), keywords })
    return func
  }
  return method
}

defineModule('atexit', {
  doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.',
  functions: () => [
    registerFunction(),
    builtin(
      '_clear($module, /)',
      () => void vm.state(registered).splice(0),
      '_clear() -> None\n\nClear the list of previously registered exit functions.',
    ),
    builtin(
      'unregister($module, func, /)',
      unregister,
      'unregister(func) -> None\n\nUnregister an exit function which was previously registered using\natexit.register\n\n    func - function to be unregistered',
    ),
    builtin(
      '_run_exitfuncs($module, /)',
      runExitFunctions,
      '_run_exitfuncs() -> None\n\nRun all registered exit functions.\n\nIf a callback raises an exception, it is logged with sys.unraisablehook.',
    ),
    builtin(
      '_ncallbacks($module, /)',
      () => vm.state(registered).length,
      '_ncallbacks() -> int\n\nReturn the number of registered exit functions.',
    ),
  ],
})
