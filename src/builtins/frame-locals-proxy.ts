/**
 * `frame.f_locals` of a function: a mapping that reads and writes the frame's own variables (PEP 667). As in Objects/frameobject.c.
 *
 * Names that the function has no variable for go into a dict beside the frame.
 */
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { CO_FAST_CELL, CO_FAST_FREE } from '../compiler/code.ts'
import { equals, richCompare } from '../objects/compare.ts'
import { hashOf } from '../objects/hash.ts'
import { callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyCell, type Frame } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { forEachItem, getIter, itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { guardedRepr, repr, reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { findAttribute } from '../objects/attribute.ts'

export const frameLocalsProxyType = builtinType('FrameLocalsProxy', { flags: TypeFlags.mapping })

const extras = new WeakMap<Frame, PyDict>()

export class PyFrameLocalsProxy extends PyObject {
  readonly frame: Frame
  constructor(frame: Frame) {
    super(frameLocalsProxyType)
    this.frame = frame
  }

  /** The slot of the variable; −1 if the code has none of that name. */
  private slotOf(key: Value): number {
    const names = this.frame.code.code.localsplusnames
    if (typeof key === 'string') return names.indexOf(key)
    // Anything else may equal a name; what has no hash is no key.
    const hash = hashOf(key)
    return names.findIndex(name => hashOf(strOf(name)) === hash && equals(strOf(name), key))
  }

  /** The value in a slot, or in the cell there. */
  private read(slot: number): Value | undefined {
    const { slots, code } = this.frame
    const held = slots[slot]
    return isShared(code.code.localspluskinds[slot]!) && held instanceof PyCell ? held.value : held
  }

  get(key: Value): Value | undefined {
    const slot = this.slotOf(key)
    return slot < 0 ? extras.get(this.frame)?.get(key) : this.read(slot)
  }

  set(key: Value, value: Value): void {
    const slot = this.slotOf(key)
    if (slot < 0) {
      let extra = extras.get(this.frame)
      if (extra === undefined) extras.set(this.frame, (extra = new PyDict()))
      extra.set(key, value)
      return
    }
    const { slots, code } = this.frame
    const held = slots[slot]
    if (isShared(code.code.localspluskinds[slot]!) && held instanceof PyCell) held.value = value
    else {
      slots[slot] = value
      hooks.localWritten(this.frame)
    }
  }

  /** Removes a name that is no variable; undefined if there is none. Variables of the function stay. */
  remove(key: Value): Value | undefined {
    if (this.slotOf(key) >= 0) raise(valueErrorType, 'cannot remove local variables from FrameLocalsProxy')
    return extras.get(this.frame)?.delete(key)
  }

  entries(): [Value, Value][] {
    const entries: [Value, Value][] = []
    const { localsplusnames } = this.frame.code.code
    for (let i = 0; i < localsplusnames.length; i++) {
      const value = this.read(i)
      if (value !== undefined) entries.push([strOf(localsplusnames[i]!), value])
    }
    const extra = extras.get(this.frame)
    if (extra !== undefined) entries.push(...extra.entries())
    return entries
  }

  keys(): Value[] {
    return this.entries().map(([key]) => key)
  }

  toDict(): PyDict {
    return PyDict.from(this.entries())
  }
}

const isShared = (kind: number): boolean => (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0

/** Merges a mapping, or pairs, into the variables. */
function update(self: PyFrameLocalsProxy, other: Value): void {
  if (other instanceof PyFrameLocalsProxy) for (const [key, value] of other.entries()) self.set(key, value)
  else if (other instanceof PyDict) for (const [key, value] of [...other.entries()]) self.set(key, value)
  else if (findAttribute(other, 'keys') !== undefined)
    forEachItem(callMethod(other, 'keys'), key => self.set(key, typeOf(other).subscript!(other, key)))
  else
    forEachItem(other, pair => {
      const [key, value] = itemsOf(pair)
      self.set(key!, value!)
    })
}

function isMapping(value: Value): boolean {
  return value instanceof PyDict || value instanceof PyFrameLocalsProxy
}

const dictOf = (value: Value): PyDict =>
  value instanceof PyFrameLocalsProxy ? value.toDict() : (value as PyDict).copy()

const type = frameLocalsProxyType
type.repr = (self: PyFrameLocalsProxy) => guardedRepr(self, '{...}', () => repr(self.toDict()))
type.length = (self: PyFrameLocalsProxy) => self.entries().length
type.iter = (self: PyFrameLocalsProxy) => getIter(new PyList(self.keys()))
type.contains = (self: PyFrameLocalsProxy, key) => self.get(key) !== undefined
type.subscript = (self: PyFrameLocalsProxy, key) =>
  valueOrKeyError(self.get(key), strOf(`local variable '${reprText(key)}' is not defined`))
type.assSubscript = (self: PyFrameLocalsProxy, key, value) => {
  if (value !== undefined) self.set(key, value)
  else if (self.remove(key) === undefined) raise(keyErrorType, key)
}
type.richcompare = (self: PyFrameLocalsProxy, other, op) => {
  if (op !== EQ && op !== NE) return NotImplemented
  if (other instanceof PyFrameLocalsProxy) return (self.frame === other.frame) === (op === EQ)
  return other instanceof PyDict ? richCompare(self.toDict(), other, op) : NotImplemented
}
type.or = (left, right) => {
  if (!isMapping(left) || !isMapping(right)) return NotImplemented
  const merged = dictOf(left)
  for (const [key, value] of dictOf(right).entries()) merged.set(key, value)
  return merged
}
type.inplaceOr = (self: PyFrameLocalsProxy, other) => {
  if (!isMapping(other)) return NotImplemented
  update(self, other)
  return self
}

/** The value, None included; KeyError for none. */
function valueOrKeyError(value: Value | undefined, key: Value): Value {
  return value === undefined ? raise(keyErrorType, key) : value
}

function pop(self: PyFrameLocalsProxy, key: Value, fallback: Value | undefined): Value {
  const removed = self.remove(key)
  if (removed !== undefined) return removed
  return fallback === undefined ? raise(keyErrorType, key) : fallback
}

function setDefault(self: PyFrameLocalsProxy, key: Value, fallback: Value): Value {
  const value = self.get(key)
  if (value !== undefined) return value
  self.set(key, fallback)
  return fallback
}

const pairs = (self: PyFrameLocalsProxy): Value[] => self.entries().map(pair => new PyTuple(pair))

defineType(frameLocalsProxyType, {
  methods: () => [
    builtin('__contains__($self, key, /)', (self: PyFrameLocalsProxy, key: Value) => self.get(key) !== undefined),
    builtin('__getitem__($self, key, /)', (self: PyFrameLocalsProxy, key: Value) => type.subscript!(self, key)),
    builtin('update($self, other, /)', update),
    builtin('__reversed__($self, /)', (self: PyFrameLocalsProxy) => new PyList(self.keys().reverse())),
    builtin('copy($self, /)', (self: PyFrameLocalsProxy) => self.toDict()),
    builtin('keys($self, /)', (self: PyFrameLocalsProxy) => new PyList(self.keys())),
    builtin('values($self, /)', (self: PyFrameLocalsProxy) => new PyList(self.entries().map(([, value]) => value))),
    builtin('items($self, /)', (self: PyFrameLocalsProxy) => new PyList(pairs(self))),
    builtin('get($self, key, default=None, /)', (self: PyFrameLocalsProxy, key: Value, fallback: Value) =>
      orElse(self.get(key), fallback),
    ),
    builtin('pop($self, key, default=<unrepresentable>, /)', pop),
    builtin('setdefault($self, key, default=None, /)', setDefault),
  ],
})

/** The value, None included. */
function orElse(value: Value | undefined, fallback: Value): Value {
  return value === undefined ? fallback : value
}

type.new = (_type, args, keywords) => {
  const [frame] = args
  if (keywords !== null && keywords.length > 0) raiseTypeError('FrameLocalsProxy takes no keyword arguments')
  if (args.length !== 1) raiseTypeError(`FrameLocalsProxy expected 1 argument, got ${args.length}`)
  if (typeOf(frame!).name !== 'frame') raiseTypeError(`expect frame, not ${typeName(typeOf(frame!))}`)
  return new PyFrameLocalsProxy(frame as Frame)
}
