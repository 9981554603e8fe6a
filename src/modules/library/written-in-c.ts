/**
 * Parts of the library that CPython runs in C and Taipan in Python, from the halves that CPython keeps beside them (`_pydatetime`, the
 * classes of asyncio).
 *
 * C has no frames, so in CPython an exception that passes through leaves no entry in its traceback. The code of these parts is marked, and
 * leaves none either (interpreter/unwinding.ts): tracebacks show the same lines.
 */
import { Code } from '../../compiler/code.ts'

/** By file, what the names of such functions and classes begin with. */
const parts: ReadonlyMap<string, RegExp> = new Map([
  ['_pydatetime.py', /^/],
  ['_datetime.py', /^/],
  ['zoneinfo/_zoneinfo.py', /^/],
  ['re/__init__.py', /^__getattr__$/],
  [
    'asyncio/tasks.py',
    /^(Task\.|(_py)?_(un)?register_|(_py)?_(enter|leave|swap_current)_task|(_py_)?(current_task|all_tasks)$)/,
  ],
  ['asyncio/futures.py', /^(Future\.|future_)/],
  ['asyncio/events.py', /^(get_running_loop|_get_running_loop|_set_running_loop|get_event_loop)$/],
  ['queue.py', /^_PySimpleQueue\./],
  ['xml/etree/ElementTree.py', /^(Element|TreeBuilder|XMLParser)\.|^SubElement$/],
])

/** Marks what of a file's code leaves no traces. */
export function markAsC(file: string, code: Code): void {
  const names = parts.get(file)
  if (names !== undefined) mark(code, names)
}

function mark(code: Code, names: RegExp): void {
  if (names.test(code.qualname)) code.leavesNoTrace = true
  for (const constant of code.consts) if (constant instanceof Code) mark(constant, names)
}
