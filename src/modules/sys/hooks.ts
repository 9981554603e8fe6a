/** What sys calls at certain moments: to show a value or an exception, to enter the debugger; and tracing. */
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { updateStepping } from '../../interpreter/stepping.ts'
import { callTracing, tracingState } from '../../interpreter/tracing.ts'
import { call, callMethod } from '../../objects/call.ts'
import { PyBaseException, raise, raised, raiseTypeError } from '../../objects/exception.ts'
import {
  exceptionType,
  runtimeErrorType,
  runtimeWarningType,
  unicodeEncodeErrorType,
} from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, strOf, textOf, type Str } from '../../objects/str.ts'
import { repr, reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { encodeStr, decodeBytes } from '../../builtins/codecs.ts'
import { rawBuiltin } from '../../builtins/raw-builtin.ts'
import { makeStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import { showException } from './show-exception.ts'

/** Prints the repr of a value that is not None and keeps it as `builtins._`. As sys_displayhook. */
function displayHook(value: Value): void {
  if (value === null) return
  vm.builtins.setStr('_', null)
  const stdout = vm.sysAttribute('stdout') ?? null
  if (stdout === null) raise(runtimeErrorType, 'lost sys.stdout')
  const text = repr(value)
  try {
    callMethod(stdout, 'write', text)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(unicodeEncodeErrorType)) throw thrown
    callMethod(stdout, 'write', escaped(text, stdout))
  }
  callMethod(stdout, 'write', '\n')
  vm.builtins.setStr('_', value)
}

/** The text with escapes for what the stream's encoding has not. */
function escaped(text: Str, stream: Value): Str {
  const encoding = asStr(findAttribute(stream, 'encoding') ?? 'utf-8')
  const name = encoding === undefined ? 'utf-8' : textOf(encoding)
  const bytes = encodeStr(text, name, 'backslashreplace')
  return decodeBytes(bytes.bytes, name, 'strict', bytes)
}

function exceptHook(_type: Value, value: Value, traceback: Value): void {
  if (!(value instanceof PyBaseException)) {
    const found = typeName(typeOf(value))
    const stderr = vm.sysAttribute('stderr') ?? null
    const complaint = `TypeError: print_exception(): Exception expected for value, ${found} found\n`
    if (stderr !== null) callMethod(stderr, 'write', complaint)
    return
  }
  void traceback
  showException(value)
}

/** `$PYTHONBREAKPOINT` or pdb.set_trace. As sys_breakpointhook. */
function breakpointHook(args: Value[], keywords: KeywordNames): Value {
  const name = vm.host.process?.environment()['PYTHONBREAKPOINT'] ?? ''
  if (name === '0') return null
  const path = name === '' ? 'pdb.set_trace' : name
  const dot = path.lastIndexOf('.')
  const [module, attribute] = dot < 0 ? ['builtins', path] : [path.slice(0, dot), path.slice(dot + 1)]
  let hook: Value
  try {
    hook = lookupAttribute(hooks.importModule(module), attribute)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(exceptionType)) throw thrown
    hooks.warn(runtimeWarningType, `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`, 0)
    return null
  }
  return call(hook, args, keywords)
}

const unraisableType = structSequenceType('UnraisableHookArgs', {
  module: 'sys',
  doc: 'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['err_msg', 'Error message'],
    ['object', 'Object causing the exception'],
  ],
})

function unraisableHook(unraisable: Value): void {
  const exception = lookupAttribute(unraisable, 'exc_value')
  const message = lookupAttribute(unraisable, 'err_msg')
  const object = lookupAttribute(unraisable, 'object')
  const stderr = vm.sysAttribute('stderr') ?? null
  if (stderr === null) return
  const about = object === null ? '' : safeRepr(object)
  if (message !== null) {
    const text = textOf(asStr(message) ?? '')
    callMethod(stderr, 'write', strOf(object === null ? `${text}:\n` : `${text}: ${about}\n`))
  } else if (object !== null) callMethod(stderr, 'write', strOf(`Exception ignored in: ${about}\n`))
  if (exception instanceof PyBaseException) showException(exception)
}

function safeRepr(value: Value): string {
  try {
    return reprText(value)
  } catch (thrown) {
    raised(thrown)
    return '<object repr() failed>'
  }
}

hooks.unraisable = (exception, message, object) => {
  const hook = vm.sysAttribute('unraisablehook') ?? null
  if (hook === null) return
  const args = makeStructSequence(unraisableType, [
    exception.type,
    exception,
    exception.traceback,
    message === null ? null : strOf(message),
    object,
  ])
  try {
    call(hook, [args])
  } catch (thrown) {
    const failure = raised(thrown)
    unraisableHook(
      makeStructSequence(unraisableType, [
        failure.type,
        failure,
        failure.traceback,
        'Exception ignored in sys.unraisablehook',
        hook,
      ]),
    )
  }
}

function setTrace(func: Value): void {
  vm.state(tracingState).trace = func
  updateStepping()
}

function setProfile(func: Value): void {
  vm.state(tracingState).profile = func
  updateStepping()
}

export const hookFunctions = () => [
  builtin(
    'displayhook($module, object, /)',
    displayHook,
    'Print an object to sys.stdout and also save it in builtins._',
  ),
  builtin(
    'excepthook($module, exctype, value, traceback, /)',
    exceptHook,
    'Handle an exception by displaying it with a traceback on sys.stderr.',
  ),
  rawBuiltin(
    'breakpointhook($module, /, *args, **kwargs)',
    breakpointHook,
    'This hook function is called by built-in breakpoint().',
  ),
  builtin(
    'unraisablehook($module, unraisable, /)',
    unraisableHook,
    'Handle an unraisable exception.\n\nThe unraisable argument has the following attributes:\n\n* exc_type: Exception type.\n* exc_value: Exception value, can be None.\n* exc_traceback: Exception traceback, can be None.\n* err_msg: Error message, can be None.\n* object: Object causing the exception, can be None.',
  ),
  builtin(
    'settrace($module, function, /)',
    setTrace,
    'Set the global debug tracing function.\n\nIt will be called on each function call.  See the debugger chapter\nin the library manual.',
  ),
  builtin(
    'gettrace($module, /)',
    () => vm.state(tracingState).trace,
    'Return the global debug tracing function set with sys.settrace.\n\nSee the debugger chapter in the library manual.',
  ),
  builtin(
    'setprofile($module, function, /)',
    setProfile,
    'Set the profiling function.\n\nIt will be called on each function call and return.  See the profiler\nchapter in the library manual.',
  ),
  builtin(
    'getprofile($module, /)',
    () => vm.state(tracingState).profile,
    'Return the profiling function set with sys.setprofile.\n\nSee the profiler chapter in the library manual.',
  ),
  builtin(
    '_settraceallthreads($module, function, /)',
    setTrace,
    'Set the global debug tracing function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call. See the debugger chapter\nin the library manual.',
  ),
  builtin(
    '_setprofileallthreads($module, function, /)',
    setProfile,
    'Set the profiling function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call and return.  See the profiler\nchapter in the library manual.',
  ),
  builtin(
    'call_tracing($module, func, args, /)',
    (func: Value, args: Value) => {
      if (!(args instanceof PyTuple))
        raiseTypeError(`call_tracing() argument 2 must be tuple, not ${typeName(typeOf(args))}`)
      return callTracing(func, args.items)
    },
    'Call func(*args), while tracing is enabled.\n\nThe tracing state is saved, and restored afterwards.  This is intended\nto be called from a debugger from a checkpoint, to recursively debug\nsome other code.',
  ),
]
