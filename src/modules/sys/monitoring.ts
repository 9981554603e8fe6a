/** `sys.monitoring` (PEP 669; interpreter/monitoring.ts) and `sys._jit`, the two modules inside sys. */
import { DISABLE, events, localEnd, MISSING, monitoringState, type Tool } from '../../interpreter/monitoring.ts'
import { updateStepping } from '../../interpreter/stepping.ts'
import { isJitAvailable, switches } from '../../jit/switches.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { simpleNamespaceType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { inCompiledCode, PyCode } from '../../objects/frame.ts'
import { PyModule } from '../../objects/module.ts'
import { PyDict } from '../../objects/dict.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

const lastEvent = events.BRANCH

function toolOf(id: number): Tool {
  const tool = vm.state(monitoringState).tools[id]
  return tool ?? raise(valueErrorType, `invalid tool ${id} (must be between 0 and 5)`)
}

function toolInUse(id: number): Tool {
  const tool = toolOf(id)
  if (tool.name === null) raise(valueErrorType, `tool ${id} is not in use`)
  return tool
}

function useTool(id: number, name: string): void {
  const tool = toolOf(id)
  if (tool.name !== null) raise(valueErrorType, `tool ${id} is already in use`)
  tool.name = name
}

function clearTool(id: number): void {
  const tool = toolOf(id)
  if (tool.name === null) return
  tool.clear()
  changed()
}

function freeTool(id: number): void {
  clearTool(id)
  toolOf(id).name = null
}

/** What is wanted has changed. */
function changed(): void {
  vm.state(monitoringState).update()
  updateStepping()
}

function registerCallback(id: number, event: number, func: Value): Value {
  const tool = toolOf(id)
  if (event <= 0 || (event & (event - 1)) !== 0)
    raise(valueErrorType, 'The callback can only be set for one event at a time')
  if (event > lastEvent) raise(valueErrorType, `invalid event ${event}`)
  const before = tool.callbacks.get(event) ?? null
  if (func === null) tool.callbacks.delete(event)
  else tool.callbacks.set(event, func)
  return before
}

/** C_RETURN and C_RAISE come with CALL and cannot be had alone; BRANCH is BRANCH_LEFT and BRANCH_RIGHT. */
function eventSet(set: number, end: number): number {
  if (set < 0 || set >= end) raise(valueErrorType, `invalid event set 0x${set.toString(16)}`)
  const ofCalls = events.C_RETURN | events.C_RAISE
  if ((set & ofCalls) === 0) return set
  if ((set & events.CALL) === 0) raise(valueErrorType, 'cannot set C_RETURN or C_RAISE events independently')
  return set & ~ofCalls
}

function setEvents(id: number, set: number): void {
  const tool = toolOf(id)
  const wanted = eventSet(set, lastEvent * 2)
  toolInUse(id)
  tool.events = wanted
  changed()
}

function setLocalEvents(id: number, code: Value, set: number): void {
  const of = codeOf(code)
  const tool = toolInUse(id)
  const wanted = eventSet(set, lastEvent * 2)
  if ((wanted & ~events.BRANCH) >= localEnd) raise(valueErrorType, `invalid local event set 0x${set.toString(16)}`)
  if (wanted === 0) tool.local.delete(of)
  else tool.local.set(of, wanted)
  changed()
}

function codeOf(code: Value): PyCode {
  if (!(code instanceof PyCode)) raiseTypeError('code must be a code object')
  return code
}

function restartEvents(): void {
  for (const tool of vm.state(monitoringState).tools) tool.disabled.clear()
}

/** The tools that want each event everywhere, as bits. */
function allEvents(): PyDict {
  const result = new PyDict()
  for (const [name, event] of Object.entries(events)) {
    if (event === 0) continue
    const { tools } = vm.state(monitoringState)
    const bits = tools.reduce((sum, tool, id) => sum | ((tool.events & event) === 0 ? 0 : 1 << id), 0)
    if (bits !== 0) result.setStr(name, bits)
  }
  return result
}

const monitoringFunctions = (): Builtin[] => [
  builtin('use_tool_id($module, tool_id: ssize, name: text, /)', useTool),
  builtin('clear_tool_id($module, tool_id: ssize, /)', clearTool),
  builtin('free_tool_id($module, tool_id: ssize, /)', freeTool),
  builtin('get_tool($module, tool_id: ssize, /)', (id: number) => {
    const { name } = toolOf(id)
    return name === null ? null : strOf(name)
  }),
  builtin('register_callback($module, tool_id: ssize, event: ssize, func, /)', registerCallback),
  builtin('get_events($module, tool_id: ssize, /)', (id: number) => toolOf(id).events),
  builtin('set_events($module, tool_id: ssize, event_set: ssize, /)', setEvents),
  builtin(
    'get_local_events($module, tool_id: ssize, code, /)',
    (id: number, code: Value) => toolOf(id).local.get(codeOf(code)) ?? 0,
  ),
  builtin('set_local_events($module, tool_id: ssize, code, event_set: ssize, /)', setLocalEvents),
  builtin('restart_events($module, /)', restartEvents),
  builtin('_all_events($module, /)', allEvents),
]

function moduleOf(
  name: string,
  doc: string,
  functions: readonly Builtin[],
  attributes: Record<string, Value>,
): PyModule {
  const module = new PyModule(name)
  module.dict.setStr('__doc__', doc)
  for (const each of functions) {
    each.owner = name
    module.dict.setStr(each.name, new PyBuiltinFunction(each, module, strOf(name)))
  }
  for (const [key, value] of Object.entries(attributes)) module.dict.setStr(key, value)
  return module
}

export function monitoringModule(): PyModule {
  return moduleOf('sys.monitoring', '', monitoringFunctions(), {
    DEBUGGER_ID: 0,
    COVERAGE_ID: 1,
    PROFILER_ID: 2,
    OPTIMIZER_ID: 5,
    DISABLE,
    MISSING,
    events: call(simpleNamespaceType, Object.values(events), Object.keys(events)),
  })
}

/** What the embedder or the command line has said about tier 2 (jit/switches.ts). */
export function jitModule(): PyModule {
  return moduleOf(
    'sys._jit',
    '',
    [
      builtin(
        'is_available($module, /)',
        isJitAvailable,
        'Return True if the current Python executable supports JIT compilation, and False otherwise.',
      ),
      builtin(
        'is_enabled($module, /)',
        () => switches.isOn,
        'Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.',
      ),
      builtin(
        'is_active($module, /)',
        () => vm.frame !== null && vm.frame.pc === inCompiledCode,
        'Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.',
      ),
    ],
    {},
  )
}
