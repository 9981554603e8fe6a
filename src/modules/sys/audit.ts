/** Audit events (PEP 578): whoever added a hook is told of what the program raises by sys.audit. */
import { call } from '../../objects/call.ts'
import { raised } from '../../objects/exception.ts'
import { runtimeErrorType } from '../../objects/exception-types.ts'
import { builtin } from '../../objects/signature.ts'
import { strOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

const auditHooks = { create: (): Value[] => [] }

export function audit(event: string, ...args: Value[]): void {
  const hooks = vm.state(auditHooks)
  if (hooks.length === 0) return
  for (const hook of hooks.slice()) call(hook, [strOf(event), new PyTuple(args)])
}

/** A hook already there may refuse another by raising RuntimeError. */
function addHook(hook: Value): void {
  try {
    audit('sys.addaudithook')
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(runtimeErrorType)) return
    throw thrown
  }
  vm.state(auditHooks).push(hook)
}

export const auditFunctions = () => [
  builtin('addaudithook($module, /, hook)', addHook, 'Adds a new audit hook callback.'),
  builtin(
    'audit($module, event: text, /, *args)',
    (event: string, args: Value[]) => audit(event, ...args),
    'Passes the event to any audit hooks that are attached.',
  ),
]
