/**
 * `sys.monitoring` (PEP 669) and `sys._jit`, the two modules inside sys.
 *
 * Tools can be registered and callbacks set; what is monitored and what is not, `set_events` says: an event that this interpreter does
 * not deliver is refused with ValueError instead of never coming.
 */
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { simpleNamespaceType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { PyModule } from '../../objects/module.ts'
import { objectType } from '../../objects/builtin-types.ts'
import { PyDict } from '../../objects/dict.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

const events = {
  PY_START: 1,
  PY_RESUME: 2,
  PY_RETURN: 4,
  PY_YIELD: 8,
  CALL: 16,
  LINE: 32,
  INSTRUCTION: 64,
  JUMP: 128,
  BRANCH_LEFT: 256,
  BRANCH_RIGHT: 512,
  STOP_ITERATION: 1024,
  RAISE: 2048,
  EXCEPTION_HANDLED: 4096,
  PY_UNWIND: 8192,
  PY_THROW: 16384,
  RERAISE: 32768,
  C_RETURN: 65536,
  C_RAISE: 131072,
  BRANCH: 262144,
  NO_EVENTS: 0,
} as const

const tools = 6

class Tool {
  name: string | null = null
  events = 0
  readonly callbacks = new Map<number, Value>()
}

const monitoringState = { create: () => Array.from({ length: tools }, () => new Tool()) }

function toolOf(id: number): Tool {
  const tool = vm.state(monitoringState)[id]
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
  tool.events = 0
  tool.callbacks.clear()
}

function registerCallback(id: number, event: number, func: Value): Value {
  const tool = toolOf(id)
  if (event <= 0 || (event & (event - 1)) !== 0)
    raise(valueErrorType, 'The callback can only be set for one event at a time')
  if (event > events.BRANCH) raise(valueErrorType, `invalid event ${event}`)
  const before = tool.callbacks.get(event) ?? null
  if (func === null) tool.callbacks.delete(event)
  else tool.callbacks.set(event, func)
  return before
}

function setEvents(id: number, set: number): void {
  const tool = toolInUse(id)
  if (set < 0 || set >= events.BRANCH * 2) raise(valueErrorType, `invalid event set 0x${set.toString(16)}`)
  if (set !== 0) raise(valueErrorType, `event set 0x${set.toString(16)} is not delivered by this interpreter`)
  tool.events = set
}

const monitoringFunctions = (): Builtin[] => [
  builtin('use_tool_id($module, tool_id: ssize, name: text, /)', useTool),
  builtin('clear_tool_id($module, tool_id: ssize, /)', clearTool),
  builtin('free_tool_id($module, tool_id: ssize, /)', (id: number) => {
    clearTool(id)
    toolOf(id).name = null
  }),
  builtin('get_tool($module, tool_id: ssize, /)', (id: number) => {
    const { name } = toolOf(id)
    return name === null ? null : strOf(name)
  }),
  builtin('register_callback($module, tool_id: ssize, event: ssize, func, /)', registerCallback),
  builtin('get_events($module, tool_id: ssize, /)', (id: number) => toolInUse(id).events),
  builtin('set_events($module, tool_id: ssize, event_set: ssize, /)', setEvents),
  builtin('get_local_events($module, tool_id: ssize, code, /)', (id: number) => toolInUse(id).events),
  builtin(
    'set_local_events($module, tool_id: ssize, code, event_set: ssize, /)',
    (id: number, _code: Value, set: number) => setEvents(id, set),
  ),
  builtin('restart_events($module, /)', () => null),
  builtin('_all_events($module, /)', () => new PyDict()),
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
    DISABLE: new PyObject(objectType),
    MISSING: new PyObject(objectType),
    events: call(simpleNamespaceType, Object.values(events), Object.keys(events)),
  })
}

/** What the embedder or the command line has said about tier 2 is asked of the layer that has it (hooks of the jit). */
export function jitModule(): PyModule {
  return moduleOf(
    'sys._jit',
    '',
    [
      builtin(
        'is_available($module, /)',
        () => false,
        'Return True if the current Python executable supports JIT compilation, and False otherwise.',
      ),
      builtin(
        'is_enabled($module, /)',
        () => false,
        'Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.',
      ),
      builtin(
        'is_active($module, /)',
        () => false,
        'Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.',
      ),
    ],
    {},
  )
}
