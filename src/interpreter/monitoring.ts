/**
 * `sys.monitoring` (PEP 669): tools, what they want to be told, and telling them.
 *
 * A tool asks for events everywhere, or for those that belong to a place in some code only there. A callback that answers DISABLE does not want that
 * event from that place again, until `restart_events`. Tools with high numbers are told first, and nobody while one is being told.
 */
import { call } from '../objects/call.ts'
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { objectType } from '../objects/builtin-types.ts'
import type { PyCode } from '../objects/frame.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** Events are bits; those below `localEnd` belong to a place. */
export const events = {
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

export const localEnd = events.RAISE

export const DISABLE = new PyObject(objectType)
export const MISSING = new PyObject(objectType)

export class Tool {
  name: string | null = null
  events = 0
  readonly local = new Map<PyCode, number>()
  readonly callbacks = new Map<number, Value>()
  /** Places where an event was disabled: the event and the offset in one number. */
  readonly disabled = new Map<PyCode, Set<number>>()

  clear(): void {
    this.events = 0
    this.local.clear()
    this.callbacks.clear()
    this.disabled.clear()
  }
}

const toolCount = 6

export class Monitoring {
  readonly tools = Array.from({ length: toolCount }, () => new Tool())
  /** All events that some tool wants somewhere. */
  wanted = 0

  update(): void {
    this.wanted = 0
    for (const tool of this.tools) {
      this.wanted |= tool.events
      for (const set of tool.local.values()) this.wanted |= set
    }
    if ((this.wanted & events.BRANCH) !== 0) this.wanted |= events.BRANCH_LEFT | events.BRANCH_RIGHT
    if ((this.wanted & events.CALL) !== 0) this.wanted |= events.C_RETURN | events.C_RAISE
  }
}
export const monitoringState = { create: () => new Monitoring() }

/** Tells the tools that want the event at this place; `offset` is in bytes and, for LINE, told as the line that `told` begins with. */
export function tellTools(code: PyCode, event: number, offset: number, told: readonly Value[]): void {
  const { tools } = vm.state(monitoringState)
  for (let id = tools.length - 1; id >= 0; id--)
    if (wants(tools[id]!, code, event)) tell(tools[id]!, code, event, offset, told)
}

function wants(tool: Tool, code: PyCode, event: number): boolean {
  const set = tool.events | (tool.local.get(code) ?? 0)
  if ((set & event) !== 0) return true
  // What a C function does comes with CALL.
  if (event === events.C_RETURN || event === events.C_RAISE) return (set & events.CALL) !== 0
  return (set & events.BRANCH) !== 0 && (event === events.BRANCH_LEFT || event === events.BRANCH_RIGHT)
}

function tell(tool: Tool, code: PyCode, event: number, offset: number, told: readonly Value[]): void {
  const isBranch = event === events.BRANCH_LEFT || event === events.BRANCH_RIGHT
  const callback = tool.callbacks.get(event) ?? (isBranch ? tool.callbacks.get(events.BRANCH) : undefined)
  if (callback === undefined) return
  const place = offset * 32 + Math.log2(event)
  if (tool.disabled.get(code)?.has(place) === true) return
  if (call(callback, [code, ...told]) !== DISABLE) return
  if (event >= localEnd && event !== events.C_RETURN && event !== events.C_RAISE) {
    tool.callbacks.delete(event)
    raise(valueErrorType, `Cannot disable ${nameOf(event)} events. Callback removed.`)
  }
  if (!tool.disabled.has(code)) tool.disabled.set(code, new Set())
  tool.disabled.get(code)!.add(place)
}

const nameOf = (event: number): string => Object.entries(events).find(([, each]) => each === event)![0]
