/**
 * What specialized instructions remember, beyond the counter in their first cache unit. One class for each use, so that what the dispatch
 * function reads in one case has one hidden class.
 */
import type { Builtin } from '../objects/signature.ts'
import type { PyDict } from '../objects/dict.ts'
import type { PyFunction } from '../objects/frame.ts'
import type { Shape } from '../objects/shape.ts'
import type { PyType } from '../objects/type.ts'
import type { ItemRange } from '../objects/typed-items.ts'
import type { Value } from '../objects/value.ts'

/**
 * An entry of a site's chain: what it knows of the instances of one shape. (Constructors set `next` twice, so that V8 does not take it for
 * constant: the first chain would take the dispatch function's machine code with it.)
 */
export interface ShapeCache<Self> {
  next: Self | null
  readonly shape: Shape | null
  readonly version: number
}

/**
 * LOAD_ATTR, where the attribute is found without calling anything. A site that meets instances of several shapes has a chain of
 * these, the latest first.
 */
export class AttributeCache {
  next: AttributeCache | null
  readonly shape: Shape | null
  /** The owner's type, where the version is its. */
  readonly type: PyType | null
  /** Of the owner's type, of the owner itself if it is a type, or of the keys of a module's dict. */
  readonly version: number
  readonly metaVersion: number
  /** In `slots` (or, complemented, in `floats`), or in a dict. */
  readonly place: number
  readonly dict: PyDict | null
  /** What the class has: a constant as long as the version holds. */
  readonly value: Value | undefined
  constructor(fields: Partial<AttributeCache> & { version: number }) {
    this.next = this
    this.next = null
    this.shape = fields.shape ?? null
    this.type = fields.type ?? null
    this.version = fields.version
    this.metaVersion = fields.metaVersion ?? 0
    this.place = fields.place ?? 0
    this.dict = fields.dict ?? null
    this.value = fields.value
  }
}

/** STORE_ATTR. A site that meets instances of several shapes has a chain of these as well. */
export class StoreCache {
  next: StoreCache | null
  readonly type: PyType
  readonly shape: Shape | null
  readonly version: number
  readonly place: number
  /** The shape after the attribute has been added; null if it is there already. */
  readonly added: Shape | null
  /** May a float be stored in the added, tagged place? Elsewhere the first float decides that the place is a raw one. */
  readonly isTagged: boolean
  constructor(type: PyType, shape: Shape | null, place: number, added: Shape | null, isTagged: boolean) {
    this.next = this
    this.next = null
    this.type = type
    this.shape = shape
    this.version = type.version
    this.place = place
    this.added = added
    this.isTagged = isTagged
  }
}

/** LOAD_SUPER_ATTR of a method: what follows the class in the MRO of the instance's type. A chain of these, one for each such type. */
export class SuperCache {
  next: SuperCache | null
  readonly after: PyType
  readonly type: PyType
  readonly version: number
  readonly attribute: Value
  readonly isMethod: true
  constructor(after: PyType, type: PyType, attribute: Value) {
    this.next = this
    this.next = null
    this.after = after
    this.type = type
    this.version = type.version
    this.attribute = attribute
    this.isMethod = true
  }
}

/** A Python function that the type's version vouches for: `__getitem__`, a property's getter, `__getattribute__`. */
export class FunctionCache {
  readonly type: PyType
  readonly typeVersion: number
  readonly func: PyFunction
  readonly version: number
  constructor(type: PyType, func: PyFunction) {
    this.type = type
    this.typeVersion = type.version
    this.func = func
    this.version = func.version
  }
}

/** An operator that a method in Python decides: of which operand (`at`), and what the operands were. */
export class OperatorCache {
  readonly func: PyFunction
  readonly version: number
  readonly at: number
  readonly types: readonly PyType[]
  /** Of the type whose method it is. */
  readonly typeVersion: number
  constructor(func: PyFunction, at: number, types: readonly PyType[]) {
    this.func = func
    this.version = func.version
    this.at = at
    this.types = types
    this.typeVersion = types[at]!.version
  }
}

/** A call of a class: its `__init__`. */
export class InitCache {
  readonly type: PyType
  readonly typeVersion: number
  readonly init: PyFunction
  readonly version: number
  constructor(type: PyType, init: PyFunction) {
    this.type = type
    this.typeVersion = type.version
    this.init = init
    this.version = init.version
  }
}

export class GlobalCache {
  readonly globals: PyDict
  readonly globalsVersion: number
  readonly builtins: PyDict
  readonly builtinsVersion: number
  readonly place: number
  constructor(globals: PyDict, builtins: PyDict, place: number) {
    this.globals = globals
    this.globalsVersion = globals.keysVersion
    this.builtins = builtins
    this.builtinsVersion = builtins.keysVersion
    this.place = place
  }
}

type AnyFunction = (...args: unknown[]) => Value | undefined

/** Whom a call called: a Python function by version, a builtin by itself. */
export class CallCache {
  readonly version: number
  readonly callable: Value | undefined
  readonly builtin: Builtin | null
  readonly implementation: AnyFunction
  readonly passesSelf: boolean
  readonly owner: PyType
  /** The type of what `len` was called with, for tier 2; null at other calls. */
  readonly measured: PyType | null
  constructor(
    version: number,
    callable: Value | undefined,
    builtin: Builtin | null,
    owner: PyType,
    measured: PyType | null = null,
  ) {
    this.version = version
    this.callable = callable
    this.builtin = builtin
    this.implementation = (builtin === null ? noImplementation : builtin.implementation) as AnyFunction
    this.passesSelf = builtin?.signature.passesSelf ?? false
    this.owner = owner
    this.measured = measured
  }
}

const noImplementation = (): never => {
  throw new Error('this cache has no builtin')
}

export class TypeCache {
  readonly version: number
  constructor(version: number) {
    this.version = version
  }
}

/** An operation on a pair of types; undefined for other pairs, or where the operation must take the long way. */
export class ExtendCache {
  readonly action: (left: Value, right: Value) => Value | undefined
  readonly left: PyType
  readonly right: PyType
  /** Were the operands numbers of JavaScript, or floats? Ints are of one type, whatever their size. */
  readonly areDoubles: boolean
  /** Of a subscript: what the items of the container are. */
  readonly items: ItemRange | null
  constructor(
    action: (left: Value, right: Value) => Value | undefined,
    left: PyType,
    right: PyType,
    areDoubles: boolean,
    items: ItemRange | null = null,
  ) {
    this.items = items
    this.action = action
    this.areDoubles = areDoubles
    this.left = left
    this.right = right
  }
}

/** A store into a container of typed items, which tier 1 has no form for. */
export class ItemStoreCache {
  readonly type: PyType
  readonly items: ItemRange
  constructor(type: PyType, items: ItemRange) {
    this.type = type
    this.items = items
  }
}

export type ListKind = 'items' | 'floats' | 'either'

/** The use of a list: how the list kept its items when the site was specialized. Only tier 2 asks. */
export class ListCache {
  readonly kind: ListKind
  constructor(kind: ListKind) {
    this.kind = kind
  }
}

export const itemsCache = new ListCache('items')
export const floatsCache = new ListCache('floats')
