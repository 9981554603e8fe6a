/**
 * The attributes that particular exception types add, kept in `fields` by name (objects/exception.ts).
 *
 * `__init__` fills them from the arguments. An exception that TypeScript raised has not been through `__init__`, so they are filled when
 * somebody first asks.
 */
import { type PyBaseException, raiseTypeError } from '../objects/exception.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'

/** Fills the fields from `args`. */
export type FieldFiller = (exception: PyBaseException) => void

const fillers = new Map<PyType, FieldFiller>()

/** Says how the fields of exceptions of `type`, and of its subtypes, come from their arguments. */
export function setFieldFiller(type: PyType, fill: FieldFiller): void {
  fillers.set(type, fill)
}

/** The field, or undefined where it was never set or has been deleted. */
export function fieldOf(exception: PyBaseException, name: string): Value | undefined {
  if (exception.fields === null) {
    exception.fields = {}
    const type = exception.type.mro.find(each => fillers.has(each))
    if (type !== undefined) fillers.get(type)!(exception)
  }
  return exception.fields[name]
}

export function setFieldOf(exception: PyBaseException, name: string, value: Value | undefined): void {
  fieldOf(exception, name)
  exception.fields![name] = value
}

/** Lines of a type's `members` for fields that hold anything, None while unset. */
export function fieldMembers(...names: string[]) {
  return names.map(
    name =>
      [
        name,
        (self: PyBaseException): Value => fieldOf(self, name) ?? null,
        (self: PyBaseException, value: Value | undefined): void => setFieldOf(self, name, value),
      ] as const,
  )
}

/** The positional arguments, without the values of keywords. */
export function positionalArguments(args: Value[], keywords: KeywordNames): Value[] {
  return keywords === null ? args : args.slice(0, args.length - keywords.length)
}

export function checkNoKeywords(type: PyType, keywords: KeywordNames): void {
  if (keywords !== null && keywords.length > 0) raiseTypeError(`${typeName(type)}() takes no keyword arguments`)
}

/** Stores the arguments as `args`; keywords are refused. */
export function initArguments(self: PyBaseException, args: Value[], keywords: KeywordNames): void {
  checkNoKeywords(self.type, keywords)
  self.args = new PyTuple(args)
}

/** An `init` slot that stores the arguments and then fills the fields. */
export const initWith =
  (fill: FieldFiller) =>
  (self: PyBaseException, args: Value[], keywords: KeywordNames): void => {
    initArguments(self, args, keywords)
    self.fields = {}
    fill(self)
  }
