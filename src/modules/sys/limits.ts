/** What sys lets a program set about its interpreter: limits, hooks of generators, tracing. */
import { asyncGeneratorHooks } from '../../builtins/async-generator.ts'
import { digitLimit, leastDigitLimit } from '../../builtins/int-digit-limit.ts'
import { structSequenceType, makeStructSequence } from '../../builtins/struct-sequence.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, recursionErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import { typeName } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

function setRecursionLimit(limit: number): void {
  if (limit > 2 ** 31 - 1) raise(overflowErrorType, 'Python int too large to convert to C int')
  if (limit < 1) raise(valueErrorType, 'recursion limit must be greater or equal than 1')
  const depth = vm.depth
  if (depth >= limit)
    raise(
      recursionErrorType,
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    )
  vm.recursionLimit = limit
}

function setDigitLimit(digits: number): void {
  if (digits !== 0 && digits < leastDigitLimit)
    raise(valueErrorType, `maxdigits must be >= ${leastDigitLimit} or 0 for unlimited`)
  vm.state(digitLimit).digits = digits
}

/** What has no effect here, but is remembered. */
class Remembered {
  switchInterval = 0.005
  dlopenFlags = 2
}
const remembered = { create: () => new Remembered() }

function setSwitchInterval(interval: number): void {
  if (interval <= 0) raise(valueErrorType, 'switch interval must be strictly positive')
  vm.state(remembered).switchInterval = interval
}

const asyncgenHooksType = structSequenceType('asyncgen_hooks', {
  module: '',
  doc: 'asyncgen_hooks\n\nA named tuple holding the current asynchronous generator hooks.',
  fields: [
    ['firstiter', 'Hook to intercept first iteration'],
    ['finalizer', 'Hook to intercept finalization'],
  ],
})

function setAsyncgenHooks(firstiter: Value | undefined, finalizer: Value | undefined): void {
  for (const [name, hook] of [
    ['finalizer', finalizer],
    ['firstiter', firstiter],
  ] as const)
    if (hook !== undefined && hook !== null && typeOf(hook).call === null)
      raiseTypeError(`callable ${name} expected, got ${typeName(typeOf(hook))}`)
  const hooks = vm.state(asyncGeneratorHooks)
  if (finalizer !== undefined) hooks.finalizer = finalizer
  if (firstiter !== undefined) hooks.firstiter = firstiter
}

export const limitFunctions = () => [
  builtin(
    'getrecursionlimit($module, /)',
    () => vm.recursionLimit,
    'Return the current value of the recursion limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack.  This limit prevents infinite recursion from causing an overflow\nof the C stack and crashing Python.',
  ),
  builtin(
    'setrecursionlimit($module, limit: ssize, /)',
    setRecursionLimit,
    'Set the maximum depth of the Python interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an overflow of the C\nstack and crashing Python.  The highest possible limit is platform-\ndependent.',
  ),
  builtin(
    'get_int_max_str_digits($module, /)',
    () => vm.state(digitLimit).digits,
    'Return the maximum string digits limit for non-binary int<->str conversions.',
  ),
  builtin(
    'set_int_max_str_digits($module, /, maxdigits: ssize)',
    setDigitLimit,
    'Set the maximum string digits limit for non-binary int<->str conversions.',
  ),
  builtin(
    'getswitchinterval($module, /)',
    () => new PyFloat(vm.state(remembered).switchInterval),
    'Return the current thread switch interval; see sys.setswitchinterval().',
  ),
  builtin(
    'setswitchinterval($module, interval: float, /)',
    setSwitchInterval,
    'Set the ideal thread switching delay inside the Python interpreter.\n\nThe actual frequency of switching threads can be lower if the\ninterpreter executes long sequences of uninterruptible code\n(this is implementation-specific and workload-dependent).\n\nThe parameter must represent the desired switching delay in seconds\nA typical value is 0.005 (5 milliseconds).',
  ),
  builtin(
    'getdlopenflags($module, /)',
    () => vm.state(remembered).dlopenFlags,
    'Return the current value of the flags that are used for dlopen calls.\n\nThe flag constants are defined in the os module.',
  ),
  builtin(
    'setdlopenflags($module, flags: ssize, /)',
    (value: number) => {
      vm.state(remembered).dlopenFlags = value
    },
    'Set the flags used by the interpreter for dlopen calls.',
  ),
  builtin(
    'get_asyncgen_hooks($module, /)',
    () => {
      const { firstiter, finalizer } = vm.state(asyncGeneratorHooks)
      return makeStructSequence(asyncgenHooksType, [firstiter, finalizer])
    },
    'Return the installed asynchronous generators hooks.\n\nThis returns a namedtuple of the form (firstiter, finalizer).',
  ),
  builtin(
    'set_asyncgen_hooks($module, /, firstiter=<unrepresentable>, finalizer=<unrepresentable>)',
    setAsyncgenHooks,
    'set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.',
  ),
  builtin(
    'get_coroutine_origin_tracking_depth($module, /)',
    () => vm.coroutineOriginDepth,
    'Check status of origin tracking for coroutine objects in this thread.',
  ),
  builtin(
    'set_coroutine_origin_tracking_depth($module, /, depth: ssize)',
    (depth: number) => {
      if (depth < 0) raise(valueErrorType, 'depth must be >= 0')
      vm.coroutineOriginDepth = depth
    },
    "Enable or disable origin tracking for coroutine objects in this thread.\n\nCoroutine objects will track 'depth' frames of traceback information\nabout where they came from, available in their cr_origin attribute.\n\nSet a depth of 0 to disable.",
  ),
]
