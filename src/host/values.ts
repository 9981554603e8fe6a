/**
 * Values on their way between JavaScript and Python. Containers are copied; what one side has no form for stays what it is and is held by
 * the other.
 *
 *     JavaScript                      Python                          JavaScript again
 *     null, undefined                 None                            null
 *     boolean                         bool                            boolean
 *     number that is a safe integer   int                             number; bigint where it is not safe
 *     any other number, and −0        float                           number
 *     bigint                          int
 *     string                          str                             string
 *     Uint8Array, ArrayBuffer         bytes, bytearray                Uint8Array
 *     array                           list, tuple                     array
 *     Map, plain object               dict                            Map
 *     Set                             set, frozenset                  Set
 *     function                        builtin function                the function; of a Python callable, one that calls it
 *     PythonObject                    the object                      PythonObject: everything else
 */
import { rawBuiltin } from '../builtins/raw-builtin.ts'
import { asInt } from '../objects/number.ts'
import { assignAttribute, lookupAttribute } from '../objects/attribute.ts'
import { functionType, methodType, typeOf } from '../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../objects/bytes.ts'
import { call } from '../objects/call.ts'
import { PyBuiltinFunction } from '../objects/callable.ts'
import { PyDict } from '../objects/dict.ts'
import { raise } from '../objects/exception.ts'
import { typeErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { PyFrozenset, PySet } from '../objects/set.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type PyObject, type Value } from '../objects/value.ts'
import { normalize } from '../base/int.ts'

/** How the converters reach the interpreter that the values belong to. */
export interface Bridge {
  /** Runs something in the interpreter; Python exceptions become PythonError. */
  enter<T>(work: () => T): T
  /** The value of a host function as a builtin answers it: promises are waited for, and errors raised. */
  callHost(own: PyBuiltinFunction, func: HostFunction, args: unknown[]): Value
}

// biome-ignore lint/complexity/noBannedTypes: whatever can be called.
export type HostFunction = Function

/** A Python object that JavaScript has no form for. */
export class PythonObject {
  readonly value: PyObject
  readonly #bridge: Bridge
  constructor(value: PyObject, bridge: Bridge) {
    this.value = value
    this.#bridge = bridge
  }

  /** The name of its type. */
  get type(): string {
    return this.value.type.name
  }

  get(name: string): unknown {
    return this.#bridge.enter(() => toHost(lookupAttribute(this.value, name), this.#bridge))
  }

  set(name: string, value: unknown): void {
    this.#bridge.enter(() => assignAttribute(this.value, name, fromHost(value, this.#bridge)))
  }

  call(...args: unknown[]): unknown {
    return this.#bridge.enter(() =>
      toHost(
        call(
          this.value,
          args.map(each => fromHost(each, this.#bridge)),
        ),
        this.#bridge,
      ),
    )
  }

  /** Its repr. */
  toString(): string {
    return this.#bridge.enter(() => reprText(this.value))
  }
}

/** The host function behind a builtin function, and the other way round: identity survives the way there and back. */
const hostFunctions = new WeakMap<PyObject, HostFunction>()
const pythonCallables = new WeakMap<object, { readonly value: Value; readonly bridge: Bridge }>()

export function fromHost(value: unknown, bridge: Bridge, seen: Map<object, Value> = new Map()): Value {
  switch (typeof value) {
    case 'undefined':
      return null
    case 'boolean':
      return value
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : new PyFloat(value)
    case 'bigint':
      return normalize(value)
    case 'string':
      return strOf(value)
    case 'function':
      return functionFromHost(value, bridge)
    case 'object':
      return value === null ? null : (seen.get(value) ?? objectFromHost(value, bridge, seen))
    default:
      raise(typeErrorType, `a JavaScript ${typeof value} has no Python form`)
  }
}

function objectFromHost(value: object, bridge: Bridge, seen: Map<object, Value>): Value {
  if (value instanceof PythonObject) return value.value
  if (value instanceof Uint8Array) return new PyBytes(value.slice())
  if (value instanceof ArrayBuffer) return new PyBytes(new Uint8Array(value.slice(0)))
  if (Array.isArray(value)) {
    const list = new PyList([])
    seen.set(value, list)
    for (const item of value) list.push(fromHost(item, bridge, seen))
    return list
  }
  if (value instanceof Set) {
    const set = new PySet()
    for (const item of value) set.add(fromHost(item, bridge, seen))
    return set
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!(value instanceof Map) && prototype !== null && prototype !== Object.prototype)
    raise(typeErrorType, `a JavaScript ${value.constructor.name} has no Python form`)
  const dict = new PyDict()
  seen.set(value, dict)
  for (const [key, item] of value instanceof Map ? value : Object.entries(value))
    dict.set(fromHost(key, bridge, seen), fromHost(item, bridge, seen))
  return dict
}

function functionFromHost(func: HostFunction, bridge: Bridge): Value {
  const known = pythonCallables.get(func)
  if (known !== undefined && known.bridge === bridge) return known.value
  const name = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(func.name) ? func.name : 'function'
  const own: PyBuiltinFunction = new PyBuiltinFunction(
    rawBuiltin(
      `${name}(*args, **kwargs)`,
      (args, keywords) => bridge.callHost(own, func, hostArguments(args, keywords, bridge)),
      'A function of the host.',
    ),
    undefined,
    null,
  )
  hostFunctions.set(own, func)
  return own
}

/** Keyword arguments come as an object behind the others. */
function hostArguments(args: readonly Value[], keywords: readonly string[] | null, bridge: Bridge): unknown[] {
  const values = args.map(each => toHost(each, bridge))
  if (keywords === null) return values
  const named = values.splice(values.length - keywords.length)
  return [...values, Object.fromEntries(keywords.map((name, i) => [name, named[i]]))]
}

export function toHost(value: Value, bridge: Bridge, seen: Map<PyObject, unknown> = new Map()): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof PyFloat) return value.value
  const str = asStr(value)
  if (str !== undefined) return textOf(str)
  const int = asInt(value)
  if (int !== undefined) return int
  return seen.get(value as PyObject) ?? objectToHost(value as PyObject, bridge, seen)
}

function objectToHost(value: PyObject, bridge: Bridge, seen: Map<PyObject, unknown>): unknown {
  if (value instanceof PyBytes) return value.bytes.slice()
  if (value instanceof PyByteArray) return value.bytes.slice()
  if (value instanceof PyList || value instanceof PyTuple) {
    const array: unknown[] = []
    seen.set(value, array)
    const items = value instanceof PyList ? value.toArray() : value.items
    for (const item of items) array.push(toHost(item, bridge, seen))
    return array
  }
  if (value instanceof PyDict) {
    const map = new Map<unknown, unknown>()
    seen.set(value, map)
    for (let at = value.next(0); at >= 0; at = value.next(at + 1))
      map.set(toHost(value.keys[at] as Value, bridge, seen), toHost(value.values[at] as Value, bridge, seen))
    return map
  }
  if (value instanceof PySet || value instanceof PyFrozenset)
    return new Set(itemsOf(value).map(item => toHost(item, bridge, seen)))
  const type = typeOf(value)
  if (type === functionType || type === methodType || value instanceof PyBuiltinFunction)
    return functionToHost(value, bridge)
  return new PythonObject(value, bridge)
}

function functionToHost(value: PyObject, bridge: Bridge): HostFunction {
  const known = hostFunctions.get(value)
  if (known !== undefined) return known
  const held = new PythonObject(value, bridge)
  const func = (...args: unknown[]): unknown => held.call(...args)
  pythonCallables.set(func, { value, bridge })
  return func
}
