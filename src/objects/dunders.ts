/**
 * Dunder methods from slots, and slots from dunder methods: the one table of both.
 *
 * A builtin type is declared with slots; `addSlotMethods` gives it a wrapper descriptor for each. A class made in Python is declared with
 * dunder methods; `fixSlots` finds for each slot what its dunders resolve to along the MRO: the builtin slot itself where all
 * of them are wrappers of one (so that subclasses of builtins stay fast), else the function that calls the method.
 * As slotdefs and update_one_slot in Objects/typeobject.c.
 */
import { objectType } from './builtin-types.ts'
import { PyMethodDescriptor, PyWrapperDescriptor, type SlotWrapper } from './callable.ts'
import { lostNext } from './iteration.ts'
import * as from from './slot-functions.ts'
import * as wrap from './slot-wrappers.ts'
import type { SlotName, SlotTable } from './slots.ts'
import { type PyType, builtinTypes } from './type.ts'

interface SlotDefinition {
  readonly slot: SlotName
  /** Calls the dunder method; null if the slot is never filled from Python (`concat`: `add` is). */
  readonly generic: unknown
  readonly dunders: readonly Dunder[]
}

interface Dunder {
  readonly name: string
  readonly wrapper: SlotWrapper | null
  readonly doc: string
}

const dunder = (name: string, wrapper: SlotWrapper | null, doc = ''): Dunder => ({ name, wrapper, doc })

function binarySlot(slot: SlotName, name: string, symbol: string): SlotDefinition {
  const [plain, reflected] = [`__${name}__`, `__r${name}__`]
  return {
    slot,
    generic: from.binary(plain, reflected, slot as keyof SlotTable),
    dunders: [
      dunder(plain, wrap.wrapBinary, `Return self${symbol}value.`),
      dunder(reflected, wrap.wrapReflected, `Return value${symbol}self.`),
    ],
  }
}

const inplaceSlot = (slot: SlotName, name: string, symbol: string): SlotDefinition => ({
  slot,
  generic: from.binaryOnSelf(`__i${name}__`),
  dunders: [dunder(`__i${name}__`, wrap.wrapBinary, `Return self${symbol}=value.`)],
})

const unarySlot = (slot: SlotName, name: string, doc: string): SlotDefinition => ({
  slot,
  generic: from.unary(name),
  dunders: [dunder(name, wrap.wrapUnary, doc)],
})

const slot = (name: SlotName, generic: unknown, ...dunders: Dunder[]): SlotDefinition => ({
  slot: name,
  generic,
  dunders,
})

export const slotDefinitions: readonly SlotDefinition[] = [
  slot(
    'getattribute',
    from.getAttributeOrElse,
    dunder('__getattribute__', wrap.wrapGetAttribute, 'Return getattr(self, name).'),
    dunder('__getattr__', null),
  ),
  slot(
    'setattribute',
    from.setAttribute,
    dunder('__setattr__', wrap.wrapSetAttribute, 'Implement setattr(self, name, value).'),
    dunder('__delattr__', wrap.wrapDeleteAttribute, 'Implement delattr(self, name).'),
  ),
  unarySlot('repr', '__repr__', 'Return repr(self).'),
  slot('hash', from.hash, dunder('__hash__', wrap.wrapUnary, 'Return hash(self).')),
  slot('call', from.callSlot, dunder('__call__', wrap.wrapCall, 'Call self as a function.')),
  unarySlot('str', '__str__', 'Return str(self).'),
  slot(
    'richcompare',
    from.richcompare,
    dunder('__lt__', wrap.wrapCompare(0), 'Return self<value.'),
    dunder('__le__', wrap.wrapCompare(1), 'Return self<=value.'),
    dunder('__eq__', wrap.wrapCompare(2), 'Return self==value.'),
    dunder('__ne__', wrap.wrapCompare(3), 'Return self!=value.'),
    dunder('__gt__', wrap.wrapCompare(4), 'Return self>value.'),
    dunder('__ge__', wrap.wrapCompare(5), 'Return self>=value.'),
  ),
  slot('iter', from.iter, dunder('__iter__', wrap.wrapUnary, 'Implement iter(self).')),
  slot('iternext', from.iternext, dunder('__next__', wrap.wrapNext, 'Implement next(self).')),
  slot(
    'descrGet',
    from.descrGet,
    dunder('__get__', wrap.wrapGet, 'Return an attribute of instance, which is of type owner.'),
  ),
  slot(
    'descrSet',
    from.descrSet,
    dunder('__set__', wrap.wrapSet, 'Set an attribute of instance to value.'),
    dunder('__delete__', wrap.wrapDelete, 'Delete an attribute of instance.'),
  ),
  slot(
    'init',
    from.init,
    dunder('__init__', wrap.wrapInit, 'Initialize self.  See help(type(self)) for accurate signature.'),
  ),
  slot('new', from.construct, dunder('__new__', null)),
  slot(
    'finalize',
    from.finalize,
    dunder('__del__', wrap.wrapFinalize, 'Called when the instance is about to be destroyed.'),
  ),
  unarySlot('await', '__await__', 'Return an iterator to be used in await expression.'),
  unarySlot('aiter', '__aiter__', 'Return an awaitable, that resolves in asynchronous iterator.'),
  unarySlot('anext', '__anext__', 'Return a value or raise StopAsyncIteration.'),
  binarySlot('add', 'add', '+'),
  binarySlot('subtract', 'sub', '-'),
  binarySlot('multiply', 'mul', '*'),
  binarySlot('remainder', 'mod', '%'),
  slot(
    'divmod',
    from.binary('__divmod__', '__rdivmod__', 'divmod'),
    dunder('__divmod__', wrap.wrapBinary, 'Return divmod(self, value).'),
    dunder('__rdivmod__', wrap.wrapReflected, 'Return divmod(value, self).'),
  ),
  slot(
    'power',
    from.power,
    dunder('__pow__', wrap.wrapPower, 'Return pow(self, value, mod).'),
    dunder('__rpow__', wrap.wrapReflectedPower, 'Return pow(value, self, mod).'),
  ),
  unarySlot('negative', '__neg__', '-self'),
  unarySlot('positive', '__pos__', '+self'),
  unarySlot('absolute', '__abs__', 'abs(self)'),
  slot('bool', from.bool, dunder('__bool__', wrap.wrapUnary, 'True if self else False')),
  unarySlot('invert', '__invert__', '~self'),
  binarySlot('lshift', 'lshift', '<<'),
  binarySlot('rshift', 'rshift', '>>'),
  binarySlot('and', 'and', '&'),
  binarySlot('xor', 'xor', '^'),
  binarySlot('or', 'or', '|'),
  unarySlot('int', '__int__', 'int(self)'),
  unarySlot('float', '__float__', 'float(self)'),
  inplaceSlot('inplaceAdd', 'add', '+'),
  inplaceSlot('inplaceSubtract', 'sub', '-'),
  inplaceSlot('inplaceMultiply', 'mul', '*'),
  inplaceSlot('inplaceRemainder', 'mod', '%'),
  slot('inplacePower', from.inplacePower, dunder('__ipow__', wrap.wrapBinary, 'Return self**=value.')),
  inplaceSlot('inplaceLshift', 'lshift', '<<'),
  inplaceSlot('inplaceRshift', 'rshift', '>>'),
  inplaceSlot('inplaceAnd', 'and', '&'),
  inplaceSlot('inplaceXor', 'xor', '^'),
  inplaceSlot('inplaceOr', 'or', '|'),
  binarySlot('floorDivide', 'floordiv', '//'),
  binarySlot('trueDivide', 'truediv', '/'),
  inplaceSlot('inplaceFloorDivide', 'floordiv', '//'),
  inplaceSlot('inplaceTrueDivide', 'truediv', '/'),
  unarySlot(
    'index',
    '__index__',
    'Return self converted to an integer, if self is suitable for use as an index into a list.',
  ),
  binarySlot('matrixMultiply', 'matmul', '@'),
  inplaceSlot('inplaceMatrixMultiply', 'matmul', '@'),
  slot('length', from.length, dunder('__len__', wrap.wrapLength, 'Return len(self).')),
  slot('subscript', from.subscript, dunder('__getitem__', wrap.wrapBinary, 'Return self[key].')),
  slot(
    'assSubscript',
    from.assSubscript,
    dunder('__setitem__', wrap.wrapSetItem, 'Set self[key] to value.'),
    dunder('__delitem__', wrap.wrapDeleteItem, 'Delete self[key].'),
  ),
  slot('contains', from.contains, dunder('__contains__', wrap.wrapBinary, 'Return bool(key in self).')),
  slot('concat', null, dunder('__add__', wrap.wrapBinary, 'Return self+value.')),
  slot(
    'repeat',
    null,
    dunder('__mul__', wrap.wrapRepeat, 'Return self*value.'),
    dunder('__rmul__', wrap.wrapRepeat, 'Return value*self.'),
  ),
  slot('inplaceConcat', null, dunder('__iadd__', wrap.wrapBinary, 'Implement self+=value.')),
  slot('inplaceRepeat', null, dunder('__imul__', wrap.wrapRepeat, 'Implement self*=value.')),
]

type Slots = Record<SlotName, unknown>

/** Gives a builtin type the dunder methods of the slots that it does not merely inherit. */
export function addSlotMethods(type: PyType): void {
  const slots = type as unknown as Slots
  const inherited = type.base as unknown as Slots | null
  for (const { slot: name, dunders } of slotDefinitions) {
    const value = slots[name]
    if (name === 'hash' && value === null && inherited?.hash !== null) {
      if (!type.namespace.has('__hash__')) type.define('__hash__', null)
      continue
    }
    if (value === null || (inherited !== null && value === inherited[name])) continue
    for (const { name: dunderName, wrapper, doc } of dunders)
      if (wrapper !== null && !type.namespace.has(dunderName))
        type.define(dunderName, new PyWrapperDescriptor(dunderName, name, type, wrapper, doc))
  }
}

/** Fills the slots of a class made in Python, from what its dunders resolve to. */
export function fixSlots(type: PyType): void {
  for (const definition of slotDefinitions) fixSlot(type, definition)
}

const definitionsByDunder = new Map<string, SlotDefinition[]>()
for (const definition of slotDefinitions)
  for (const { name } of definition.dunders)
    definitionsByDunder.set(name, [...(definitionsByDunder.get(name) ?? []), definition])

/** After `name` in the namespace of `type` changed: its slots, and those of its subclasses, that depend on it. */
export function fixSlotsFor(type: PyType, name: string): void {
  const definitions = definitionsByDunder.get(name)
  if (definitions === undefined) return
  for (const definition of definitions) fixSlot(type, definition)
  for (const subclass of type.subclasses()) fixSlotsFor(subclass, name)
}

function fixSlot(type: PyType, { slot: name, generic, dunders }: SlotDefinition): void {
  const slots = type as unknown as Slots
  let specific: unknown
  let needsGeneric = false
  let isPresent = false
  for (const dunderOfSlot of dunders) {
    const found = type.lookup(dunderOfSlot.name)
    if (found === undefined) continue
    if (found instanceof PyWrapperDescriptor) {
      if (found.slot !== name) {
        // `__add__` of a list stands for `concat`; for `add` there is nothing then.
        const isOwn = type.isSubtypeOf(found.owner)
        if (isOwn && generic !== null && found.name === dunderOfSlot.name && slotShares(name, found.slot)) continue
        needsGeneric = true
      } else if (type.isSubtypeOf(found.owner) && (specific === undefined || specific === found.wrapped))
        specific = found.wrapped
      else needsGeneric = true
      isPresent = true
    } else if (found instanceof PyMethodDescriptor && isOwnSlot(type, name, found)) {
      specific = (found.owner as unknown as Slots)[name]
      isPresent = true
    } else if (name === 'hash' && found === null) {
      slots[name] = null
      return
    } else if (name === 'new') {
      const inherited = newOfBuiltin(type)
      if (inherited !== undefined) {
        slots[name] = inherited
        return
      }
      isPresent = needsGeneric = true
    } else isPresent = needsGeneric = true
  }
  if (!isPresent) slots[name] = name === 'iternext' && slots[name] !== null ? lostNext : null
  else slots[name] = needsGeneric || specific === undefined ? generic : specific
}

/** Does the method of a builtin type stand for its slot, as `dict.__getitem__` does? */
const isOwnSlot = (type: PyType, name: SlotName, { owner }: PyMethodDescriptor): boolean =>
  !owner.isHeap && type.isSubtypeOf(owner) && (owner as unknown as Slots)[name] !== null

const sharing: readonly (readonly SlotName[])[] = [
  ['add', 'concat'],
  ['multiply', 'repeat'],
  ['inplaceAdd', 'inplaceConcat'],
  ['inplaceMultiply', 'inplaceRepeat'],
]

const slotShares = (a: SlotName, b: SlotName): boolean => sharing.some(pair => pair.includes(a) && pair.includes(b))

/** The `new` slot behind the `__new__` that `type` inherits, if that is a builtin's; else undefined. */
function newOfBuiltin(type: PyType): unknown {
  const definer = type.definer('__new__')
  return definer === undefined || definer.isHeap ? undefined : definer.new
}

const slotNames = slotDefinitions.map(({ slot: name }) => name)

/** The slots that every builtin type inherits. One that does not say how its instances are made has none that Python code can make. */
let ofObject: readonly SlotName[] | null = null

/** Slots that a subtype does not inherit from its base, as in inherit_slots: `hash` and `richcompare` go together. */
export function inheritSlots(type: PyType): void {
  ofObject ??= slotNames.filter(name => objectType[name] !== null && name !== 'new')
  const slots = type as unknown as Slots
  const overridesComparison = type.richcompare !== null || type.hash !== null
  for (const base of type.mro) {
    if (base === type) continue
    const from = base as unknown as Slots
    for (const name of base === objectType ? ofObject : slotNames) {
      if (slots[name] !== null || from[name] === null) continue
      if ((name === 'hash' || name === 'richcompare') && overridesComparison) continue
      slots[name] = from[name]
    }
  }
}
