/**
 * Builtins that run no Python code as long as their arguments are of plain types: they need no frame in memory, and nothing that is known is lost.
 */
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objects/callable.ts'
import { listType, strType } from '../../objects/builtin-types.ts'
import { Builtin, type Implementation } from '../../objects/signature.ts'
import type { Value } from '../../objects/value.ts'
import * as k from '../known.ts'
import type { Operand } from '../state.ts'
import { isScalar } from './subscripts.ts'

/** What they give, by name, where that is one kind. Of builtins and of math: all arguments must be scalars. */
const functions: Readonly<Record<string, k.Known>> = {
  abs: k.some,
  chr: k.some,
  divmod: k.some,
  hex: k.str,
  bin: k.str,
  oct: k.str,
  ord: k.int,
  pow: k.some,
  round: k.some,
  max: k.some,
  min: k.some,
}

const listMethods: Readonly<Record<string, k.Known>> = {
  pop: k.some,
  clear: k.none,
  reverse: k.none,
  copy: k.objectOf(listType),
}

export interface LeafBuiltin {
  readonly implementation: Implementation
  readonly passesSelf: boolean
  readonly result: k.Known
}

/** The builtin, if a call with these operands is such a call. */
export function leafBuiltinOf(callable: Value, self: Operand, args: readonly Operand[]): LeafBuiltin | undefined {
  if (!args.every(each => isScalar(each.known))) return undefined
  if (callable instanceof PyBuiltinFunction && self.known.kind === 'unbound') {
    const { builtin, module } = callable
    const result = module === 'builtins' ? functions[builtin.name] : module === 'math' ? k.some : undefined
    return result === undefined ? undefined : leaf(builtin, args.length, result)
  }
  if (callable instanceof PyMethodDescriptor) {
    const { builtin, owner } = callable
    if (owner === strType && self.known.kind === 'str') return leaf(builtin, args.length, k.some)
    const result = owner === listType && self.known.type === listType ? listMethods[builtin.name] : undefined
    return result === undefined ? undefined : leaf(builtin, args.length, result)
  }
  return undefined
}

/** Does the call need nothing converted or filled in? */
function leaf(builtin: PyBuiltinFunction['builtin'], count: number, result: k.Known): LeafBuiltin | undefined {
  if (builtin.call !== Builtin.prototype.call) return undefined
  const { signature } = builtin
  const { required, positional, fallbacks, isPlain, passesSelf } = signature
  const isGiven =
    isPlain && required <= count && positional >= count && fallbacks.every((each, i) => i < count || each === undefined)
  return isGiven ? { implementation: builtin.implementation, passesSelf, result } : undefined
}
