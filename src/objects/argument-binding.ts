/**
 * Binding a call's arguments to a builtin's parameters, with CPython's complaints (Python/getargs.c).
 *
 * CPython words an arity error by how the C function takes its arguments, which follows from the signature: no parameter
 * (METH_NOARGS), exactly one positional-only parameter (METH_O), only positional-only ones, or some that have names.
 */
import { closestName } from '../base/suggestion-distance.ts'
import { PyDict } from './dict.ts'
import { bufferOf } from './bytes.ts'
import { typeOf } from './builtin-types.ts'
import { raiseTypeError } from './exception.ts'
import { asFloat } from './number.ts'
import { clippedIndexOf, indexOf, ssizeArgument } from './operators.ts'
import type { Builtin } from './signature.ts'
import type { Parameter, Signature } from './signature-text.ts'
import type { KeywordNames } from './slots.ts'
import { asStr, strOf, textOf } from './str.ts'
import { truth } from './truth.ts'
import { typeName } from './type.ts'
import { floatFromInt } from '../base/int-float.ts'
import { asInt } from './number.ts'
import { raise } from './exception.ts'
import { overflowErrorType } from './exception-types.ts'
import type { Value } from './value.ts'

/** The parameters' values in order, converted; raises TypeError when the arguments do not fit. */
export function bindArguments(
  builtin: Builtin,
  signature: Signature,
  args: Value[],
  keywords: KeywordNames,
): unknown[] {
  if (keywords === null && signature.hasVarargs && signature.parameters.length === (signature.hasVarkeywords ? 2 : 1))
    return signature.hasVarkeywords ? [args.slice(), new PyDict()] : [args.slice()]
  const named = keywords === null ? null : takeNamed(signature, args, keywords)
  if (named !== null) return convertAll(builtin, signature, named)
  const given = keywords === null ? args.length : args.length - keywords.length
  if (keywords !== null && keywords.length > 0 && !takesNames(signature))
    raiseTypeError(`${fullName(builtin)}() takes no keyword arguments`)
  const isTooMany = args.length > signature.parameters.length && !signature.hasVarkeywords
  if ((given > signature.positional || isTooMany) && !signature.hasVarargs)
    raiseTooMany(builtin, signature, given, args.length)
  const left = keywords === null ? null : new Map(keywords.map((name, i) => [name, args[given + i]!]))
  const bound = takeArguments(builtin, signature, args, given, left)
  if (left !== null) checkLeft(builtin, signature, left)
  return convertAll(builtin, signature, bound)
}

/** What each parameter of a call with keywords is given; null where something collects what is left, or something is wrong. */
function takeNamed(signature: Signature, args: Value[], keywords: NonNullable<KeywordNames>): unknown[] | null {
  const { parameters, positional } = signature
  const given = args.length - keywords.length
  if (given > positional || signature.hasVarargs || signature.hasVarkeywords) return null
  const bound = new Array<unknown>(parameters.length).fill(undefined)
  for (let i = 0; i < given; i++) bound[i] = args[i]
  for (let i = 0; i < keywords.length; i++) {
    let at = given
    while (at < parameters.length && parameters[at]!.name !== keywords[i]) at++
    if (at === parameters.length || parameters[at]!.kind === 'positional' || bound[at] !== undefined) return null
    bound[at] = args[given + i]
  }
  for (let i = given; i < parameters.length; i++) if (bound[i] === undefined && !parameters[i]!.isOptional) return null
  return bound
}

/** The same for the common case: positional arguments, neither too few nor too many, and nothing that collects what is left. */
export function convertPositional(builtin: Builtin, signature: Signature, args: Value[]): unknown[] {
  const { parameters } = signature
  const bound = new Array<unknown>(parameters.length)
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i]!
    bound[i] = i < args.length ? convert(builtin, signature, parameter, i, args[i]!) : parameter.fallback
  }
  return bound
}

/** What each parameter is given, not converted yet; undefined for nothing. What was given by name is taken out of `left`. */
function takeArguments(
  builtin: Builtin,
  signature: Signature,
  args: Value[],
  given: number,
  left: Map<string, Value> | null,
): unknown[] {
  const { parameters } = signature
  const bound: unknown[] = new Array(parameters.length)
  let position = 0
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i]!
    if (parameter.kind === 'varargs') bound[i] = args.slice(signature.positional, Math.max(given, signature.positional))
    else if (parameter.kind === 'varkeywords') bound[i] = left
    else {
      const isPositional = parameter.kind !== 'keyword'
      const at = isPositional ? position++ : -1
      let value: Value | undefined
      if (isPositional && at < given) value = args[at]!
      else if (left !== null && parameter.kind !== 'positional') {
        value = left.get(parameter.name)
        left.delete(parameter.name)
      }
      if (value === undefined && !parameter.isOptional) raiseMissing(builtin, signature, parameter, at, given)
      bound[i] = value
    }
  }
  return bound
}

/** Complains about keywords that no parameter has taken. */
function checkLeft(builtin: Builtin, signature: Signature, left: Map<string, Value>): void {
  const named = signature.parameters.filter(each => each.kind === 'standard' || each.kind === 'keyword')
  for (const name of left.keys()) {
    if (named.some(each => each.name === name)) {
      const at = signature.parameters.findIndex(each => each.name === name)
      raiseTypeError(`argument for ${builtin.name}() given by name ('${name}') and position (${at + 1})`)
    }
    if (signature.hasVarkeywords) continue
    raiseUnexpected(
      builtin.name,
      name,
      named.map(each => each.name),
    )
  }
}

/** Complains about a keyword that is not among those allowed, and names the one that may have been meant; or that `given` are too many. */
export function raiseUnexpected(builtinName: string, keyword: string, allowed: readonly string[], given = 0): never {
  const most = allowed.length
  if (given > most)
    raiseTypeError(`${builtinName}() takes at most ${most} keyword argument${plural(most)} (${given} given)`)
  const meant = closestName(keyword, allowed)
  const hint = meant === undefined ? '' : `. Did you mean '${meant}'?`
  raiseTypeError(`${builtinName}() got an unexpected keyword argument '${keyword}'${hint}`)
}

function convertAll(builtin: Builtin, signature: Signature, bound: unknown[]): unknown[] {
  const { parameters } = signature
  let position = 0
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i]!
    const at = parameter.kind === 'positional' || parameter.kind === 'standard' ? position++ : -1
    if (parameter.kind === 'varargs') continue
    if (parameter.kind === 'varkeywords') bound[i] = restOfKeywords(bound[i] as Map<string, Value> | null)
    else if (bound[i] === undefined) bound[i] = parameter.fallback
    else bound[i] = convert(builtin, signature, parameter, at, bound[i] as Value)
  }
  return bound
}

function restOfKeywords(left: Map<string, Value> | null): PyDict {
  const rest = new PyDict()
  if (left !== null) for (const [name, value] of left) rest.set(strOf(name), value)
  return rest
}

/** The name as in `list.append()`: what messages of arity call the builtin. */
const fullName = (builtin: Builtin): string =>
  builtin.owner === '' ? builtin.name : `${builtin.owner}.${builtin.name}`

const takesNames = (signature: Signature): boolean =>
  signature.hasVarkeywords || signature.parameters.some(each => each.kind === 'standard' || each.kind === 'keyword')

const plural = (count: number): string => (count === 1 ? '' : 's')

function raiseTooMany(builtin: Builtin, signature: Signature, given: number, all: number): never {
  const { positional, required, parameters } = signature
  if (parameters.length === 0) raiseTypeError(`${fullName(builtin)}() takes no arguments (${given} given)`)
  if (!takesNames(signature)) {
    if (positional === 1 && required === 1)
      raiseTypeError(`${fullName(builtin)}() takes exactly one argument (${given} given)`)
    const bound = required === positional ? '' : 'at most '
    raiseTypeError(`${builtin.name} expected ${bound}${positional} argument${plural(positional)}, got ${given}`)
  }
  const named = parameters.some(each => each.kind === 'keyword')
  if (named && all <= parameters.length) {
    if (positional === 0) raiseTypeError(`${builtin.name}() takes no positional arguments`)
    const bound = required === positional ? 'exactly' : 'at most'
    raiseTypeError(
      `${builtin.name}() takes ${bound} ${positional} positional argument${plural(positional)} (${given} given)`,
    )
  }
  const most = parameters.length
  const kind = given === 0 ? 'keyword ' : ''
  raiseTypeError(`${builtin.name}() takes at most ${most} ${kind}argument${plural(most)} (${all} given)`)
}

function raiseMissing(builtin: Builtin, signature: Signature, parameter: Parameter, at: number, given: number): never {
  const { positional, required } = signature
  if (!takesNames(signature) || (parameter.kind === 'positional' && signature.hasVarargs)) {
    if (positional === 1 && required === 1 && !signature.hasVarargs)
      raiseTypeError(`${fullName(builtin)}() takes exactly one argument (${given} given)`)
    const bound = required === positional && !signature.hasVarargs ? '' : 'at least '
    raiseTypeError(`${builtin.name} expected ${bound}${required} argument${plural(required)}, got ${given}`)
  }
  if (parameter.kind === 'positional') {
    const bound = required === positional ? 'exactly' : 'at least'
    raiseTypeError(
      `${builtin.name}() takes ${bound} ${required} positional argument${plural(required)} (${given} given)`,
    )
  }
  const where = at >= 0 ? ` (pos ${at + 1})` : ''
  raiseTypeError(`${builtin.name}() missing required argument '${parameter.name}'${where}`)
}

function convert(builtin: Builtin, signature: Signature, parameter: Parameter, at: number, value: Value): unknown {
  if (parameter.allowsNone && value === null) return null
  switch (parameter.converter) {
    case 'object':
      return value
    case 'int':
      return indexOf(value)
    case 'ssize':
      return ssizeArgument(value)
    case 'index':
      return clippedIndexOf(value)
    case 'bool':
      return truth(value)
    case 'float':
      return doubleOf(value)
    case 'str':
    case 'text': {
      const str = asStr(value)
      if (str === undefined) raiseBadArgument(builtin, signature, parameter, at, 'str', value)
      return parameter.converter === 'str' ? str : textOf(str)
    }
    case 'buffer': {
      const bytes = bufferOf(value)
      if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(value))}'`)
      return bytes
    }
    default:
      throw new Error(`unknown converter '${parameter.converter}' in ${builtin.text}`)
  }
}

function raiseBadArgument(
  b: Builtin,
  signature: Signature,
  parameter: Parameter,
  at: number,
  wanted: string,
  value: Value,
): never {
  const isNamed = parameter.kind === 'standard' || parameter.kind === 'keyword'
  const which = isNamed
    ? `argument '${parameter.name}'`
    : signature.positional === 1
      ? 'argument'
      : `argument ${at + 1}`
  const what = value === null ? 'None' : typeName(typeOf(value))
  raiseTypeError(`${b.name}() ${which} must be ${wanted}${parameter.allowsNone ? ' or None' : ''}, not ${what}`)
}

/** `float(value)` for an argument: a float, or what `__float__` or `__index__` give. Raises TypeError, OverflowError. */
export function doubleOf(value: Value): number {
  const float = asFloat(value)
  if (float !== undefined) return float
  const int = asInt(value)
  if (int !== undefined) return doubleOfInt(int)
  const type = typeOf(value)
  if (type.float !== null) {
    const result = type.float(value)
    const number = asFloat(result)
    if (number === undefined)
      raiseTypeError(`${typeName(type)}.__float__() must return a float, not ${typeName(typeOf(result))}`)
    return number
  }
  if (type.index === null) raiseTypeError(`must be real number, not ${typeName(type)}`)
  return doubleOfInt(indexOf(value))
}

function doubleOfInt(int: number | bigint): number {
  const double = floatFromInt(int)
  if (double === null) raise(overflowErrorType, 'int too large to convert to float')
  return double
}
