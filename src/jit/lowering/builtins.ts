/**
 * Builtins that run no Python code as long as their arguments are of plain types: they need no frame in memory, and nothing that is known is lost.
 */
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objects/callable.ts'
import {
  baseExceptionType,
  boolType,
  complexType,
  dictType,
  floatType,
  intType,
  listType,
  noneType,
  rangeType,
  setType,
  strType,
  typeType,
} from '../../objects/builtin-types.ts'
import { hasPlainClass, isSubtypeOfAny } from '../../objects/slot-functions.ts'
import { PyType } from '../../objects/type.ts'
import type { Builder } from '../builder.ts'
import { Builtin, type Implementation } from '../../objects/signature.ts'
import type { Value } from '../../objects/value.ts'
import * as k from '../known.ts'
import { isUnstable } from '../profile.ts'
import type { Operand } from '../state.ts'
import { countTo } from './loops.ts'
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

/** Functions of math whose results are floats. */
const floatFunctions: ReadonlySet<string> = new Set([
  ...[
    'sqrt',
    'cbrt',
    'exp',
    'exp2',
    'expm1',
    'log',
    'log2',
    'log10',
    'log1p',
    'pow',
    'hypot',
    'fabs',
    'fmod',
    'copysign',
  ],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'degrees', 'radians'],
])

/** Of dicts and sets, what looks up its first argument: a scalar, among keys that no Python code compares. */
const lookups: ReadonlyMap<PyType, Readonly<Record<string, k.Known>>> = new Map([
  [dictType, { get: k.some }],
  [setType, { add: k.none, discard: k.none, remove: k.none }],
])

const listMethods: Readonly<Record<string, k.Known>> = {
  pop: k.some,
  clear: k.none,
  reverse: k.none,
  copy: k.objectOf(listType),
}

export interface DirectBuiltin {
  readonly implementation: Implementation
  readonly passesSelf: boolean
  /** What the parameters get for which there is no argument. */
  readonly defaults: readonly unknown[]
  readonly result: k.Known
  /** May it run Python code? */
  readonly effect: 'leaf' | 'escapes'
  /** Does it look up its first argument in what it is a method of? */
  readonly looksUp: boolean
}

/** The builtin, if a call with these operands may call its implementation: nothing has to be converted or filled in. */
export function directBuiltinOf(callable: Value, self: Operand, args: readonly Operand[]): DirectBuiltin | undefined {
  const found = leafBuiltinOf(callable, self, args)
  if (found !== undefined) return found
  if (callable instanceof PyBuiltinFunction && self.known.kind === 'unbound') {
    const made = direct(callable.builtin, args, k.some, 'escapes')
    // One that is bound to an object has it for its self.
    return made?.passesSelf === true ? undefined : made
  }
  if (callable instanceof PyMethodDescriptor && self.known.type === callable.owner)
    return direct(callable.builtin, args, k.some, 'escapes')
  return undefined
}

function leafBuiltinOf(callable: Value, self: Operand, args: readonly Operand[]): DirectBuiltin | undefined {
  if (callable instanceof PyMethodDescriptor && self.known.type === callable.owner && args.length > 0) {
    const result = lookups.get(callable.owner)?.[callable.builtin.name]
    if (result !== undefined && isScalar(args[0]!.known)) return direct(callable.builtin, args, result, 'leaf', true)
  }
  if (!args.every(each => isScalar(each.known))) return undefined
  if (callable instanceof PyBuiltinFunction && self.known.kind === 'unbound') {
    const { builtin, module } = callable
    const result =
      module === 'builtins' ? functions[builtin.name] : module === 'math' ? mathResult(builtin.name) : undefined
    return result === undefined ? undefined : direct(builtin, args, result, 'leaf')
  }
  if (callable instanceof PyMethodDescriptor) {
    const { builtin, owner } = callable
    // A handler of encoding errors may be a Python function.
    if (owner === strType && self.known.kind === 'str')
      return direct(builtin, args, k.some, builtin.name === 'encode' && args.length > 0 ? 'escapes' : 'leaf')
    const result = owner === listType && self.known.type === listType ? listMethods[builtin.name] : undefined
    return result === undefined ? undefined : direct(builtin, args, result, 'leaf')
  }
  return undefined
}

const mathResult = (name: string): k.Known => (floatFunctions.has(name) ? k.float : k.some)

function direct(
  builtin: PyBuiltinFunction['builtin'],
  args: readonly Operand[],
  result: k.Known,
  effect: DirectBuiltin['effect'],
  looksUp = false,
): DirectBuiltin | undefined {
  if (builtin.call !== Builtin.prototype.call) return undefined
  const { implementation, signature } = builtin
  const { required, positional, parameters, fallbacks, isConverted, passesSelf } = signature
  const count = args.length
  if (!isConverted || count < required || count > positional) return undefined
  if (!args.every(({ known }, i) => isAsWanted(parameters[i]!.converter, known))) return undefined
  const defaults = fallbacks.slice(count)
  while (defaults.length > 0 && defaults[defaults.length - 1] === undefined) defaults.pop()
  return { implementation, passesSelf, defaults, result, effect, looksUp }
}

/** Would the converter give the argument as it is? */
const isAsWanted = (converter: string, { kind }: k.Known): boolean =>
  converter === 'object' ||
  ((converter === 'str' || converter === 'text') && kind === 'str') ||
  ((converter === 'int' || converter === 'ssize') && kind === 'int') ||
  (converter === 'bool' && kind === 'bool')

/** `isinstance` with classes that are constants and do not decide themselves; undefined for any other call. */
export function isInstanceOf(b: Builder, callable: Value, args: readonly Operand[]): Operand | undefined {
  const [value, second] = args
  if (!(callable instanceof PyBuiltinFunction)) return undefined
  if (callable.module !== 'builtins' || callable.builtin.name !== 'isinstance' || args.length !== 2) return undefined
  const classes: PyType[] = []
  for (const { known } of second!.tuple ?? [second!]) {
    if (!(known.constant instanceof PyType) || known.constant.type !== typeType) return undefined
    classes.push(known.constant)
  }
  const type = k.typeOfKnown(b.known(value!), typesOfKinds)
  if (type === null) return b.one('_IS_INSTANCE', [value!, b.datum(classes)], k.bool, { effect: 'pure' })
  b.relyOn(type)
  const is = isSubtypeOfAny(type, classes)
  return is || hasPlainClass(type) ? b.constant(is) : undefined
}

const typesOfKinds: Readonly<Record<string, PyType>> = { int: intType, bool: boolType, str: strType, none: noneType }

/** Builtin classes that a call with scalars makes an instance of without running Python code, and what it is. */
const plainClasses: ReadonlyMap<PyType, k.Known> = new Map([
  [intType, k.some],
  [floatType, k.float],
  [strType, k.some],
  [boolType, k.bool],
  [complexType, k.objectOf(complexType)],
])

/** The instance that a call of a builtin class makes; undefined if that may run Python code, or is not known here. */
export function newOf(b: Builder, type: PyType, args: readonly Operand[]): Operand | undefined {
  if (type === rangeType) return newRange(b, args)
  if (args.length === 0) {
    if (type === listType) return b.one('_NEW_LIST', [], k.objectOf(listType))
    if (type === dictType) return b.one('_NEW_DICT', [], k.objectOf(dictType))
    if (type === setType) return b.one('_NEW_SET', [], k.objectOf(setType))
  }
  if (!args.every(each => isScalar(each.known))) return undefined
  const known = plainClasses.get(type) ?? (isBuiltinException(type) ? k.objectOf(type) : undefined)
  if (known === undefined) return undefined
  return b.one('_CALL_PLAIN_CLASS', [b.datum(type), [...args]], known, { effect: 'leaf' })
}

const isBuiltinException = (type: PyType): boolean => !type.isHeap && type.isSubtypeOf(baseExceptionType)

function newRange(b: Builder, args: readonly Operand[]): Operand | undefined {
  if (args.length === 0 || args.length > 3) return undefined
  const isUnknown = ({ known: { kind } }: Operand): boolean => kind === 'any' && !isUnstable(b.code, b.at)
  if (!args.every(each => each.known.kind === 'int' || isUnknown(each))) return undefined
  for (const each of args) b.guardInt(each)
  const [first, second, third] = args
  const start = second === undefined ? b.constant(0) : first!
  if (third === undefined) {
    const counted = countTo(b, start, second ?? first!)
    if (counted !== undefined) return counted
  }
  const step = third ?? b.constant(1)
  // A step of zero raises.
  if (typeof step.known.constant !== 'number' || step.known.constant === 0) return undefined
  return b.one('_NEW_RANGE', [start, second ?? first!, step], k.objectOf(rangeType), { effect: 'pure' })
}
