/**
 * Types.
 *
 * A type is its slots (slots.ts), its namespace and its method resolution order. Looking an attribute up along the
 * MRO is the commonest thing a Python program does, so each type remembers every answer, and a *version* says whether a
 * remembered answer still holds: whatever changes a type's namespace or bases gives the type, and all its subclasses, a new
 * version. Inline caches compare versions; compiled code registers a watcher instead and compares nothing.
 *
 * The builtin types are made once in a process and are immutable, so interpreters share them (as CPython's subinterpreters do).
 * Their namespaces are filled when first looked into: most programs touch few of the two thousand builtin methods.
 */
import { generalArray } from '../base/arrays.ts'
import { noFloats, type Shape } from './shape.ts'
import { SlotTable, type SlotName } from './slots.ts'
import type { PyObject, Value } from './value.ts'

export const TypeFlags = {
  /** Made by a class statement or `type(…)`: mutable, owned by one interpreter. */
  heap: 1,
  /** May be subclassed. */
  base: 2,
  abstract: 4,
  /** Calling the type raises TypeError: its instances are made by the runtime only. */
  noInstantiation: 8,
  /** A class pattern with one positional subpattern matches the instance itself (PEP 634). */
  matchSelf: 16,
  sequence: 32,
  mapping: 64,
  /** Instances have a `__dict__`. */
  dict: 128,
  /** A subclass of int, str, …: CPython's fast subclass bits, which answer `isinstance` without the MRO. */
  longSubclass: 256,
  strSubclass: 512,
  tupleSubclass: 1024,
  listSubclass: 2048,
  dictSubclass: 4096,
  bytesSubclass: 8192,
  exceptionSubclass: 16384,
  typeSubclass: 32768,
  floatSubclass: 65536,
  /** Instances can be weakly referenced. */
  weakref: 131072,
  /** CPython makes the type when its module is imported (PyType_FromSpec): immutable, but `__flags__` call it a heap type. */
  fromSpec: 262144,
} as const

/** What patterns take the instances for. */
export const collectionFlags = TypeFlags.sequence | TypeFlags.mapping

const inheritedFlags =
  TypeFlags.matchSelf |
  collectionFlags |
  TypeFlags.dict |
  TypeFlags.weakref |
  TypeFlags.longSubclass |
  TypeFlags.strSubclass |
  TypeFlags.tupleSubclass |
  TypeFlags.listSubclass |
  TypeFlags.dictSubclass |
  TypeFlags.bytesSubclass |
  TypeFlags.exceptionSubclass |
  TypeFlags.typeSubclass |
  TypeFlags.floatSubclass

/** Told when the type changes; the watcher is forgotten thereafter. */
export type TypeWatcher = (type: PyType) => void

let lastVersion = 0

/** What is remembered of a name that no class of the MRO has. */
const nowhere = Symbol('nowhere')

/** Assignments of an attribute after which more of them are expected: counters, registries, settings. */
const mostChanges = 4

/** A value, and no descriptor. */
const isPlain = (value: Value | undefined): boolean => {
  if (typeof value !== 'object' || value === null) return value !== undefined
  const { descrGet, descrSet } = (value as PyObject).type
  return descrGet === null && descrSet === null
}

export class PyType extends SlotTable {
  name: string
  qualname: string
  /** `__module__` of a builtin type; a heap type has it in its namespace. */
  module: string
  doc: string | null
  /** `__text_signature__` of a builtin type. */
  textSignature: string | null
  flags: number
  base: PyType | null
  bases: readonly PyType[]
  mro: readonly PyType[]
  version: number
  /** The builtin type, among the bases and itself, that decides what the JavaScript object of an instance is. */
  solid: PyType
  /** Shape of an instance that has no attribute yet; made by shape.ts when the first instance is. */
  rootShape: Shape | null
  /** What a new instance's arrays are copied from: as long as earlier instances needed (instance.ts). */
  slotTemplate: (Value | undefined)[]
  floatTemplate: number[]
  /** Names of attributes whose slot has once held something else than a float (shape.ts). */
  readonly taggedNames: Set<string>
  /** Its name in messages, of a heap type that looks like one of C (modules/static-types.ts). */
  staticName: string | null
  /** How many values `__slots__` reserves, those of the bases included. */
  reservedSlots: number
  /** Are these attributes that the shapes of the instances know? Else they are at the start of an instance's slots. */
  hasShapedSlots: boolean
  /** The names this class itself reserved, mangled; null without `__slots__`. */
  slotNames: readonly string[] | null
  /** Fills the namespace of a builtin type on first use. */
  pending: ((type: PyType) => void) | null
  watchers: Set<TypeWatcher> | null
  /** The interpreter that owns a heap type; null for builtin types. */
  owner: object | null
  readonly #namespace: Map<string, Value>
  readonly #lookups: Map<string, Value | typeof nowhere>
  readonly #subclasses: Set<WeakRef<PyType>>
  #changes: Map<string, number> | null

  constructor(metatype: PyType, name: string, bases: readonly PyType[], flags: number) {
    // The type of `type` is itself: the first type is made before there is one to pass.
    super(metatype)
    this.name = name
    this.qualname = name
    this.module = 'builtins'
    this.doc = null
    this.textSignature = null
    this.base = bases[0] ?? null
    this.bases = bases
    this.flags = flags
    for (const base of bases) {
      // A class is to patterns what the first of its bases is that is anything to them.
      const isDecided = (this.flags & collectionFlags) !== 0
      this.flags |= base.flags & (isDecided ? inheritedFlags & ~collectionFlags : inheritedFlags)
    }
    this.mro = [this]
    this.version = ++lastVersion
    this.solid = this
    this.rootShape = null
    this.taggedNames = new Set()
    this.reservedSlots = this.base?.reservedSlots ?? 0
    this.hasShapedSlots = false
    this.slotTemplate = generalArray()
    this.floatTemplate = noFloats
    this.slotNames = null
    this.staticName = null
    this.pending = null
    this.watchers = null
    this.owner = null
    this.#namespace = new Map()
    this.#lookups = new Map()
    this.#subclasses = new Set()
    this.#changes = null
  }

  /** The type's own namespace, in definition order. Write through `set`, so that versions change. */
  get namespace(): ReadonlyMap<string, Value> {
    if (this.pending !== null) this.#fill()
    return this.#namespace
  }

  #fill(): void {
    const pending = this.pending!
    this.pending = null
    pending(this)
  }

  /** Adds to the namespace of a type that nobody has looked into yet. */
  define(name: string, value: Value): void {
    this.#namespace.set(name, value)
  }

  set(name: string, value: Value | undefined): void {
    if (this.pending !== null) this.#fill()
    const old = this.#namespace.get(name)
    if (value === undefined) this.#namespace.delete(name)
    else this.#namespace.set(name, value)
    if (!(isPlain(old) && isPlain(value) && this.#isChangedAgain(name))) this.modified()
  }

  /** Has a plain value of its own been assigned so often that it is to be so for long? Then nobody takes it for constant, and no version changes. */
  isChanging(name: string): boolean {
    return this.#changes !== null && this.#changes.get(name)! > mostChanges
  }

  #isChangedAgain(name: string): boolean {
    if (name.startsWith('__')) return false
    if (this.isChanging(name)) return true
    this.#changes ??= new Map()
    this.#changes.set(name, (this.#changes.get(name) ?? 0) + 1)
    return false
  }

  /** What `name` is on the first class of the MRO that has it; undefined if none does. */
  lookup(name: string): Value | undefined {
    const known = this.#lookups.get(name)
    return known === undefined ? this.#search(name) : known === nowhere ? undefined : known
  }

  #search(name: string): Value | undefined {
    let found: Value | undefined
    for (const type of this.mro) {
      found = type.namespace.get(name)
      if (found === undefined) continue
      if (type.isChanging(name)) return found
      break
    }
    this.#lookups.set(name, found === undefined ? nowhere : found)
    return found
  }

  /** The class of the MRO in whose namespace `name` is found first. */
  definer(name: string): PyType | undefined {
    return this.mro.find(type => type.namespace.has(name))
  }

  /** Forget what was remembered of this type and its subclasses; tell who watches. */
  modified(): void {
    this.version = ++lastVersion
    this.#lookups.clear()
    if (this.watchers !== null) {
      const watchers = this.watchers
      this.watchers = null
      for (const watcher of watchers) watcher(this)
    }
    for (const subclass of this.subclasses()) subclass.modified()
  }

  watch(watcher: TypeWatcher): void {
    ;(this.watchers ??= new Set()).add(watcher)
  }

  subclasses(): PyType[] {
    const alive: PyType[] = []
    for (const reference of this.#subclasses) {
      const type = reference.deref()
      if (type === undefined) this.#subclasses.delete(reference)
      else alive.push(type)
    }
    return alive
  }

  addSubclass(type: PyType): void {
    this.#subclasses.add(new WeakRef(type))
  }

  removeSubclass(type: PyType): void {
    for (const reference of this.#subclasses) if (reference.deref() === type) this.#subclasses.delete(reference)
  }

  /** Do instances have a `__dict__` or reserved slots? */
  get hasAttributes(): boolean {
    return (this.flags & TypeFlags.dict) !== 0 || this.reservedSlots > 0
  }

  /** How many places at the start of an instance's slots are not the shape's. */
  get reservedPlaces(): number {
    return this.hasShapedSlots ? 0 : this.reservedSlots
  }

  get isHeap(): boolean {
    return (this.flags & TypeFlags.heap) !== 0
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other)
  }
}

/** As `%T` has it: with the module, unless that is builtins or the program; `unknown` stands for a module that is no str. */
export function fullName(type: PyType, unknown?: string): string {
  const found = type.isHeap ? type.namespace.get('__module__') : type.module
  const module = typeof found === 'string' ? found : unknown
  return module === undefined || module === 'builtins' || module === '__main__'
    ? type.qualname
    : `${module}.${type.qualname}`
}

/** CPython's `tp_name` in messages: with the module, unless it is builtins. Heap types are named without it. */
export function typeName(type: PyType): string {
  if (type.staticName !== null) return type.staticName
  return type.isHeap || type.module === 'builtins' ? type.name : `${type.module}.${type.name}`
}

/**
 * The C3 linearization of `bases`, without the class itself; or, when there is none, the bases among which no order is
 * possible. As in mro_implementation (Objects/typeobject.c).
 */
export function linearize(bases: readonly PyType[]): PyType[] | { conflict: PyType[] } {
  if (bases.length === 1) return [...bases[0]!.mro]
  const sequences = [...bases.map(base => [...base.mro]), [...bases]]
  const result: PyType[] = []
  for (;;) {
    const remaining = sequences.filter(sequence => sequence.length > 0)
    if (remaining.length === 0) return result
    const next = remaining.map(sequence => sequence[0]!).find(head => !remaining.some(s => s.indexOf(head) > 0))
    if (next === undefined) return { conflict: [...new Set(remaining.map(sequence => sequence[0]!))] }
    result.push(next)
    for (const sequence of remaining) if (sequence[0] === next) sequence.shift()
  }
}

/** Every builtin type, in the order of creation; `completeTypes` (define.ts) goes through them. */
export const builtinTypes: PyType[] = []

/** Shorthand for the slots a builtin type is declared with. */
export type SlotValues = Partial<Pick<PyType, SlotName>>
