/**
 * The module _warnings: filters, and what happens to a warning. As Python/_warnings.c.
 *
 * A warning is an instance of a category, attributed to a line of the code that caused it. The first filter that matches decides: ignore
 * it, raise it, or show it, perhaps once for a place. What has been shown is remembered in a registry in the globals of the
 * code; the registries are void once the filters have changed, which their version says. If the module `warnings` has been imported, its
 * functions show the warning, since a program may replace them; else it is written here.
 */
import { isSubclass } from '../builtins/type-check.ts'
import { lineOf } from '../builtins/frame.ts'
import { isInstance } from '../builtins/type-check.ts'
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { PyBaseException, raise, raised, raiseTypeError } from '../objects/exception.ts'
import * as types from '../objects/exception-types.ts'
import type { Frame } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { PyList } from '../objects/list.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf, type Str } from '../objects/str.ts'
import { reprText, str, strText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { importlibExternal, loadBuiltin } from './import/bootstrap.ts'
import { sourceLine } from './source-lines.ts'

const ignored = [
  types.deprecationWarningType,
  types.pendingDeprecationWarningType,
  types.importWarningType,
  types.resourceWarningType,
]

class WarningState {
  readonly filters = new PyList([
    new PyTuple(['default', null, types.deprecationWarningType, '__main__', 0]),
    ...ignored.map(category => new PyTuple(['ignore', null, category, null, 0])),
  ])
  readonly onceRegistry = new PyDict()
  readonly defaultAction = 'default'
  version = 1
  context: Value = null
}

const warningState = { create: () => new WarningState() }

/** The module `warnings`, if the program has imported it. */
const warningsModule = (): Value | undefined => vm.modules.getStr('warnings')

/** An attribute of the module `warnings`, or what it is here. */
function setting(name: string, otherwise: Value): Value {
  const module = warningsModule()
  return (module === undefined || module === null ? undefined : findAttribute(module, name)) ?? otherwise
}

interface Place {
  readonly filename: Str
  readonly lineno: Value
  readonly module: Value
  readonly registry: Value
  readonly globals: Value
}

const isInternal = (frame: Frame): boolean => {
  const { filename } = frame.code.code
  return filename.includes('importlib') && filename.includes('_bootstrap')
}

function nextExternal(frame: Frame | null, prefixes: readonly string[]): Frame | null {
  let next = frame
  do next = next!.previous
  while (next !== null && (isInternal(next) || prefixes.some(prefix => next!.code.code.filename.startsWith(prefix))))
  return next
}

/** The code that a warning of that level is attributed to, and its registry. As setup_context. */
function placeOf(stacklevel: number, prefixes: readonly string[]): Place {
  let frame = vm.frame
  let level = prefixes.length > 0 ? Math.max(stacklevel, 2) : stacklevel
  if (level <= 0 || (frame !== null && isInternal(frame))) while (--level > 0 && frame !== null) frame = frame.previous
  else while (--level > 0 && frame !== null) frame = nextExternal(frame, prefixes)
  const globals = frame === null ? vm.sys : frame.globals
  let registry = globals.getStr('__warningregistry__')
  if (registry === undefined) globals.setStr('__warningregistry__', (registry = new PyDict()))
  return {
    filename: frame === null ? '<sys>' : strOf(frame.code.code.filename),
    lineno: frame === null ? 0 : lineOf(frame),
    module: globals.getStr('__name__') ?? '<string>',
    registry,
    globals,
  }
}

function categoryOf(message: Value, category: Value): PyType {
  if (isInstance(message, types.warningType)) return typeOf(message)
  if (category === null) return types.userWarningType
  if (category instanceof PyType && category.isSubtypeOf(types.warningType)) return category
  raiseTypeError(`category must be a Warning subclass, not '${typeName(typeOf(category))}'`)
}

function warn(message: Value, category: Value, stacklevel: number, source: Value, skipped: Value): Value {
  const type = categoryOf(message, category)
  if (!(skipped instanceof PyTuple))
    raiseTypeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(typeOf(skipped))}`)
  const prefixes = skipped.items.map(item => {
    const text = asStr(item)
    if (text === undefined) raiseTypeError(`Found non-str '${typeName(typeOf(item))}' in skip_file_prefixes.`)
    return textOf(text)
  })
  return explicit(type, message, placeOf(stacklevel, prefixes), source)
}

function matches(pattern: Value, text: Value): boolean {
  if (pattern === null) return true
  // The filters that are there from the start hold a plain text, which must be equal.
  const plain = asStr(pattern)
  if (plain !== undefined) return asStr(text) !== undefined && textOf(plain) === strText(text)
  return truth(callMethod(pattern, 'match', text))
}

/** The current filters: those of the context, if it has some of its own. */
function currentFilters(): Value {
  return setting('filters', vm.state(warningState).filters)
}

/** What the first matching filter says is to be done; and the filter, for messages. */
function actionFor(category: PyType, text: Value, lineno: Value, module: Value): { action: string; item: Value } {
  const filters = currentFilters()
  if (!(filters instanceof PyList)) raise(types.valueErrorType, '_warnings.filters must be a list')
  for (let i = 0; i < filters.length; i++) {
    const item = filters.at(i)
    if (!(item instanceof PyTuple) || item.items.length !== 5)
      raise(types.valueErrorType, `warnings.filters item ${i} isn't a 5-tuple`)
    const [action, message, type, moduleFilter, line] = item.items
    const action_ = asStr(action!)
    if (action_ === undefined) raiseTypeError(`action must be a string, not '${typeName(typeOf(action!))}'`)
    const wanted = Number(asInt(line!) ?? 0)
    if (
      isSubclass(category, type!) &&
      matches(message!, text) &&
      matches(moduleFilter!, module) &&
      (wanted === 0 || wanted === Number(lineno))
    )
      return { action: textOf(action_), item }
  }
  return { action: strText(setting('defaultaction', vm.state(warningState).defaultAction)), item: null }
}

/** Has it been shown for that key? Remembers that it is being shown. */
function alreadyWarned(registry: Value, key: Value, remember: 'remember' | 'ask'): boolean {
  if (!(registry instanceof PyDict)) return false
  const { version } = vm.state(warningState)
  if (registry.getStr('version') !== version) {
    registry.clear()
    registry.setStr('version', version)
  } else {
    const known = registry.get(key)
    if (known !== undefined && truth(known)) return true
  }
  if (remember === 'remember') registry.set(key, true)
  return false
}

function explicit(category: PyType, message: Value, place: Place, source: Value, line: Str | null = null): Value {
  const { registry, lineno, module } = place
  if (module === null) return null
  if (registry !== null && !(registry instanceof PyDict)) raiseTypeError("'registry' must be a dict or None")
  const isWarning = message instanceof PyBaseException && message.type.isSubtypeOf(types.warningType)
  const text = isWarning ? str(message) : message
  const type = isWarning ? message.type : category
  const instance = isWarning ? message : call(category, [message])
  const key = new PyTuple([text, type, lineno])
  if (alreadyWarned(registry, key, 'ask')) return null
  const { action, item } = actionFor(type, text, lineno, module)
  switch (action) {
    case 'error':
      throw instance
    case 'ignore':
      return null
    case 'always':
    case 'all':
      break
    default:
      if (registry instanceof PyDict) registry.set(key, true)
      if (isRepeated(action, item, registry, text, type)) return null
  }
  show(instance, type, text, place, source, line)
  return null
}

function isRepeated(action: string, item: Value, registry: Value, text: Value, category: PyType): boolean {
  switch (action) {
    case 'once': {
      const all = setting('onceregistry', vm.state(warningState).onceRegistry)
      return alreadyWarned(all, new PyTuple([text, category]), 'remember')
    }
    case 'module':
      return alreadyWarned(registry, new PyTuple([text, category, 0]), 'remember')
    case 'default':
      return false
    default:
      raise(
        types.runtimeErrorType,
        `Unrecognized action (${reprText(strOf(action))}) in warnings.filters:\n ${reprText(item)}`,
      )
  }
}

function show(instance: Value, category: PyType, text: Value, place: Place, source: Value, line: Str | null): void {
  const module = source === null ? warningsModule() : hooks.importModule('warnings')
  const showFunction = module === undefined || module === null ? undefined : findAttribute(module, '_showwarnmsg')
  if (showFunction === undefined) {
    write(category, text, place, line === null ? undefined : textOf(line))
    return
  }
  if (typeOf(showFunction).call === null) raiseTypeError('warnings._showwarnmsg() must be set to a callable')
  const make = lookupAttribute(module!, 'WarningMessage')
  call(showFunction, [call(make, [instance, category, place.filename, place.lineno, null, line, source])])
}

/** Without the module `warnings`: as show_warning of the C version. */
function write(category: PyType, text: Value, place: Place, given: string | undefined): void {
  const stderr = vm.sysAttribute('stderr')
  if (stderr === undefined || stderr === null) return
  const filename = textOf(place.filename)
  // Only lines of files: what was given as text is known to linecache, which `warnings` asks.
  const read = (): string | undefined => sourceLine(filename, Number(asInt(place.lineno) ?? 0), place.globals)
  const line = given ?? (filename.startsWith('<') ? undefined : read())
  const shown = line === undefined || line.trim() === '' ? '' : `  ${line.trim()}\n`
  const header = `${filename}:${strText(place.lineno)}: ${category.name}: ${strText(text)}\n`
  try {
    callMethod(stderr, 'write', strOf(header + shown))
  } catch (thrown) {
    raised(thrown)
  }
}

function warnExplicit(
  message: Value,
  category: Value,
  filename: Str,
  lineno: number,
  module: Value | undefined,
  registry: Value,
  globals: Value,
  source: Value,
): Value {
  const type = isInstance(message, types.warningType) ? typeOf(message) : category
  if (!(type instanceof PyType) || !type.isSubtypeOf(types.warningType))
    raiseTypeError(`category must be a Warning subclass, not '${typeName(typeOf(category))}'`)
  if (globals !== null && !(globals instanceof PyDict))
    raiseTypeError(`module_globals must be a dict, not '${typeName(typeOf(globals))}'`)
  const line = globals === null ? null : lineFromLoader(globals, lineno)
  return explicit(
    type,
    message,
    { filename, lineno, module: module === undefined ? moduleFromFile(filename) : module, registry, globals },
    source,
    line,
  )
}

/** The line that the loader of a module knows. As get_source_line. */
function lineFromLoader(globals: PyDict, lineno: number): Str | null {
  const spec = globals.getStr('__spec__')
  const isMain = globals.getStr('__name__') === '__main__' && spec !== undefined
  // A program that is no module.
  if (isMain && spec === null) return null
  const loader = callMethod(importlibExternal(), '_bless_my_loader', globals)
  const name = isMain ? findAttribute(spec, 'name') : globals.getStr('__name__')
  const getSource = name === undefined ? undefined : findAttribute(loader, 'get_source')
  const source = getSource === undefined ? null : call(getSource, [name!])
  if (source === null) return null
  const text = asStr(source)
  if (text === undefined) raiseTypeError(`must be str, not ${typeName(typeOf(source))}`)
  const lines = callMethod(text, 'splitlines')
  return lines instanceof PyList && lineno > 0 && lineno <= lines.length ? (lines.at(lineno - 1) as Str) : null
}

function moduleFromFile(filename: Str): Str {
  const name = textOf(filename)
  if (name === '') return '<unknown>'
  return strOf(name.endsWith('.py') ? name.slice(0, -3) : name)
}

/** Issues a warning about a line of source that is being compiled. */
export function warnAt(category: PyType, message: string, filename: string, lineno: number): void {
  const file = strOf(filename)
  explicit(
    category,
    strOf(message),
    { filename: file, lineno, module: moduleFromFile(file), registry: null, globals: null },
    null,
  )
}

hooks.warn = (category: PyType, message: string, stacklevel: number) => {
  explicit(category, strOf(message), placeOf(stacklevel, []), null)
}

defineModule('_warnings', {
  doc: '_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.',
  functions: () => [
    builtin(
      'warn($module, /, message, category=None, stacklevel: ssize=1, source=None, *, skip_file_prefixes=())',
      warn,
      'Issue a warning, or maybe ignore it or raise an exception.\n\n  message\n    Text of the warning message.\n  category\n    The Warning category subclass. Defaults to UserWarning.\n  stacklevel\n    How far up the call stack to make this warning appear. A value of 2 for\n    example attributes the warning to the caller of the code calling warn().\n  source\n    If supplied, the destroyed object which emitted a ResourceWarning\n  skip_file_prefixes\n    An optional tuple of module filename prefixes indicating frames to skip\n    during stacklevel computations for stack frame attribution.',
    ),
    builtin(
      'warn_explicit($module, /, message, category, filename: str, lineno: ssize, module=<unrepresentable>, registry=None, module_globals=None, source=None)',
      warnExplicit,
      'Issue a warning, or maybe ignore it or raise an exception.',
    ),
    builtin('_filters_mutated_lock_held($module, /)', () => {
      vm.state(warningState).version++
    }),
    builtin('_acquire_lock($module, /)', () => null),
    builtin('_release_lock($module, /)', () => null),
  ],
  attributes: () => {
    const state = vm.state(warningState)
    state.context ??= call(lookupAttribute(loadBuiltin('_contextvars'), 'ContextVar'), ['_warnings_context'])
    return {
      filters: state.filters,
      _defaultaction: state.defaultAction,
      _onceregistry: state.onceRegistry,
      _warnings_context: state.context,
    }
  },
})
