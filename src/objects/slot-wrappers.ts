/**
 * From slot to dunder: how `int.__add__(a, b)` calls the slot that it stands for. As the `wrap_*` functions of
 * Objects/typeobject.c, which also word the errors.
 */
import { typeOf } from './builtin-types.ts'
import type { SlotWrapper } from './callable.ts'
import { raise, raiseTypeError } from './exception.ts'
import { typeErrorType } from './exception-types.ts'
import { stopIterationOf } from './iteration.ts'
import { ssizeOf } from './operators.ts'
import { setAttribute as setFromDunder } from './slot-functions.ts'
import type { CompareOp } from './slots.ts'
import { PyRange } from './range.ts'
import { asStr, textOf } from './str.ts'
import { PyType, typeName } from './type.ts'
import type { Value } from './value.ts'

// biome-ignore lint/suspicious/noExplicitAny: a wrapper knows the signature of the slots that it is listed for.
type AnySlot = (...args: any[]) => any

const slotOf = (descriptor: { wrapped: unknown }): AnySlot => descriptor.wrapped as AnySlot

/** Complains in the words of check_num_args: the number alone. */
function check(args: Value[], keywords: readonly string[] | null, least: number, most = least, name = ''): void {
  if (keywords !== null && keywords.length > 0) raiseTypeError(`wrapper ${name}() takes no keyword arguments`)
  if (args.length >= least && args.length <= most) return
  const wanted = least === most ? `${least} argument${least === 1 ? '' : 's'}` : `${least} or ${most} arguments`
  raiseTypeError(`expected ${wanted}, got ${args.length}`)
}

/** Complains in the words of PyArg_UnpackTuple: by name. */
function checkNamed(
  args: Value[],
  keywords: readonly string[] | null,
  least: number,
  most: number,
  name: string,
): void {
  if (keywords !== null && keywords.length > 0) raiseTypeError(`wrapper ${name}() takes no keyword arguments`)
  if (args.length >= least && args.length <= most) return
  const bound = least === most ? '' : args.length < least ? 'at least ' : 'at most '
  const wanted = args.length < least ? least : most
  raiseTypeError(`${name} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${args.length}`)
}

export const wrapUnary: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 0, 0, d.name)
  return slotOf(d)(self)
}
/** What the slot cannot say of a range (its words are doubles), `__len__` can. */
export const wrapLength: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 0, 0, d.name)
  return self instanceof PyRange && self.count < 2n ** 63n ? self.count : slotOf(d)(self)
}
export const wrapBinary: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  return slotOf(d)(self, args[0])
}
export const wrapReflected: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  return slotOf(d)(args[0], self)
}
export const wrapPower: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 2, d.name)
  return slotOf(d)(self, args[0], args[1] ?? null)
}
export const wrapReflectedPower: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 2, d.name)
  return slotOf(d)(args[0], self, args[1] ?? null)
}
export const wrapRepeat: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  return slotOf(d)(self, ssizeOf(args[0]!))
}
export const wrapNext: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 0, 0, d.name)
  const item = slotOf(d)(self)
  if (item === undefined) throw stopIterationOf(self)
  return item
}
export const wrapCall: SlotWrapper = (self, args, keywords, d) => slotOf(d)(self, args, keywords)
export const wrapInit: SlotWrapper = (self, args, keywords, d) => {
  slotOf(d)(self, args, keywords)
  return null
}
export const wrapFinalize: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 0, 0, d.name)
  slotOf(d)(self)
  return null
}

/** `__lt__` and the others; by the dunder's place in the table of operators. */
export const wrapCompare =
  (op: CompareOp): SlotWrapper =>
  (self, args, keywords, d) => {
    check(args, keywords, 1, 1, d.name)
    return slotOf(d)(self, args[0], op)
  }

export const wrapSetItem: SlotWrapper = (self, args, keywords, d) => {
  checkNamed(args, keywords, 2, 2, d.name)
  slotOf(d)(self, args[0], args[1])
  return null
}
export const wrapDeleteItem: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  slotOf(d)(self, args[0], undefined)
  return null
}

function attributeName(value: Value): string {
  const name = asStr(value)
  if (name === undefined) raiseTypeError(`attribute name must be string, not '${typeName(typeOf(value))}'`)
  return textOf(name)
}

export const wrapGetAttribute: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  return slotOf(d)(self, attributeName(args[0]!))
}

/**
 * `object.__setattr__(self, …)` must not be a way around a `__setattr__` of a builtin type in between (the Carlo Verre hack,
 * hackcheck in Objects/typeobject.c).
 */
function checkSetAttribute(self: Value, slot: AnySlot, what: string): void {
  const type = typeOf(self)
  // The class that brings the function which the type's slot holds; one made in Python brings none.
  let each: PyType | null = type
  for (const base of type.mro)
    if (base.setattribute !== setFromDunder && base.setattribute === type.setattribute) each = base
  for (; each !== null; each = each.base) {
    if (each.setattribute === slot) return
    if (each.setattribute !== setFromDunder)
      raise(typeErrorType, `can't apply this ${what} to ${typeName(type)} object`)
  }
}

export const wrapSetAttribute: SlotWrapper = (self, args, keywords, d) => {
  checkNamed(args, keywords, 2, 2, d.name)
  checkSetAttribute(self, slotOf(d), '__setattr__')
  slotOf(d)(self, attributeName(args[0]!), args[1])
  return null
}
export const wrapDeleteAttribute: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  checkSetAttribute(self, slotOf(d), '__delattr__')
  slotOf(d)(self, attributeName(args[0]!), undefined)
  return null
}
export const wrapGet: SlotWrapper = (self, args, keywords, d) => {
  checkNamed(args, keywords, 1, 2, d.name)
  const [instance, owner] = args
  if ((instance === null || instance === undefined) && (owner === null || owner === undefined))
    raiseTypeError('__get__(None, None) is invalid')
  return slotOf(d)(self, instance === null ? undefined : instance, owner instanceof PyType ? owner : typeOf(instance!))
}
export const wrapSet: SlotWrapper = (self, args, keywords, d) => {
  checkNamed(args, keywords, 2, 2, d.name)
  slotOf(d)(self, args[0], args[1])
  return null
}
export const wrapDelete: SlotWrapper = (self, args, keywords, d) => {
  check(args, keywords, 1, 1, d.name)
  slotOf(d)(self, args[0], undefined)
  return null
}
