/** `_json.make_encoder`: writes a value as JSON. As Modules/_json.c. */
import { floatRepr } from '../../base/float-text.ts'
import { flat } from '../../base/text.ts'
import { addNote } from '../../builtins/exception-notes.ts'
import { trySortPlain } from '../../builtins/sort.ts'
import { builtinType, dictType, intType, typeOf } from '../../objects/builtin-types.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { call, callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { recursionErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { asFloat, asInt } from '../../objects/number.ts'
import { type Builtin, builtin } from '../../objects/signature.ts'
import { asStr, buildString, concatStr, StrBuilder, type Str } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { fullName, type PyType, typeName } from '../../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../../objects/value.ts'
import { encode, encodeAscii } from './strings.ts'

export const encoderType = builtinType('Encoder', { module: '_json' })

/** Containers within containers: each costs host stack. */
const deepest = 1200

/** The literal of a str. */
type Quote = (value: Value, str: Str) => Str

interface Options {
  readonly isMarking: boolean
  readonly defaultFunction: Value
  readonly encoder: Value
  /** Are literals written without calling anything of Python's? */
  readonly isNative: boolean
  readonly quote: Quote
  /** What one level is indented by; null for all in one line. */
  readonly indent: Str | null
  readonly keySeparator: Str
  readonly itemSeparator: Str
  readonly sortsKeys: boolean
  readonly skipsKeys: boolean
  readonly allowsNan: boolean
}

class PyEncoder extends PyObject {
  readonly options: Options
  readonly markers: Value
  constructor(type: PyType, markers: Value, options: Options) {
    super(type)
    this.markers = markers
    this.options = options
  }
}

/** So many keys are remembered with their literals. */
const mostKeys = 1000

/** One writing of a value. */
class Writing {
  readonly options: Options
  readonly #text: StrBuilder
  /** Literals of keys, with what separates them from their values. */
  readonly #keys: Map<string, Str>
  /** What separates members, by level. */
  readonly #newLines: Str[]
  /** The containers that are being written, if they are looked out for. */
  readonly #marked: Value[]
  #depth: number
  #level: number
  constructor(options: Options, level: number) {
    this.options = options
    this.#text = new StrBuilder()
    this.#keys = new Map()
    this.#newLines = []
    this.#marked = []
    this.#depth = 0
    this.#level = Math.max(level, 0)
  }

  get written(): Str {
    return this.#text.finish()
  }

  #put(part: Str): void {
    this.#text.put(part)
  }

  write(value: Value): void {
    const simple = this.#simple(value)
    if (simple !== undefined) {
      this.#put(simple)
      return
    }
    if (this.#depth >= deepest)
      raise(recursionErrorType, 'maximum recursion depth exceeded while encoding a JSON object')
    this.#depth++
    const { isMarking, defaultFunction } = this.options
    if (isMarking) {
      if (this.#marked.includes(value)) raise(valueErrorType, 'Circular reference detected')
      this.#marked.push(value)
    }
    if (value instanceof PyList || value instanceof PyTuple) this.#sequence(value)
    else if (value instanceof PyDict) this.#dict(value)
    else this.#member(call(defaultFunction, [value]), value, undefined)
    if (isMarking) this.#marked.pop()
    this.#depth--
  }

  /** Writes what the value is made of, or replaced by; who sees an exception is told where that stands. */
  #member(member: Value, value: Value, key: Value | undefined): void {
    const simple = this.#plain(member)
    if (simple !== undefined) return this.#put(simple)
    try {
      this.write(member)
    } catch (thrown) {
      const exception = raised(thrown)
      addNote(
        exception,
        `when serializing ${fullName(typeOf(value))} ${key === undefined ? 'object' : `item ${reprText(key)}`}`,
      )
      throw exception
    }
  }

  /** Of what has a form that nobody can refuse. */
  #plain(value: Value): Str | undefined {
    if (typeof value === 'string') return this.options.isNative ? this.options.quote(value, value) : undefined
    if (typeof value === 'number') return String(value)
    if (value === null) return 'null'
    if (value === true) return 'true'
    if (value === false) return 'false'
    return value instanceof PyFloat && Number.isFinite(value.value) ? floatRepr(value.value) : undefined
  }

  /** Of what is no container, nor anything that JSON has no form for. */
  #simple(value: Value): Str | undefined {
    const plain = this.#plain(value)
    if (plain !== undefined) return plain
    const str = asStr(value)
    if (str !== undefined) return this.options.quote(value, str)
    const int = asInt(value)
    if (int !== undefined) return typeof int === 'number' ? `${int}` : (intType.repr!(int) as Str)
    const float = asFloat(value)
    return float === undefined ? undefined : this.#float(value, float)
  }

  #float(value: Value, float: number): string {
    if (Number.isFinite(float)) return floatRepr(float)
    if (!this.options.allowsNan)
      raise(valueErrorType, `Out of range float values are not JSON compliant: ${reprText(value)}`)
    return Number.isNaN(float) ? 'NaN' : float > 0 ? 'Infinity' : '-Infinity'
  }

  /** What stands before the first member, and between two. */
  #newLine(isFirst: boolean): void {
    const { indent, itemSeparator } = this.options
    if (!isFirst) this.#put(itemSeparator)
    if (indent === null) return
    this.#put((this.#newLines[this.#level] ??= buildString(['\n', ...new Array<Str>(this.#level).fill(indent)])))
  }

  #sequence(value: PyList | PyTuple): void {
    if (lengthOf(value) === 0) {
      this.#put('[]')
      return
    }
    this.#put('[')
    this.#level++
    for (let i = 0; i < lengthOf(value); i++) {
      this.#newLine(i === 0)
      this.#member(value instanceof PyList ? value.at(i) : value.items[i]!, value, i)
    }
    this.#close(']')
  }

  #close(bracket: string, isEmpty = false): void {
    this.#level--
    if (this.options.indent !== null && !isEmpty) this.#newLine(true)
    this.#put(bracket)
  }

  #dict(dict: PyDict): void {
    if (dict.size === 0) {
      this.#put('{}')
      return
    }
    this.#put('{')
    this.#level++
    let isEmpty = true
    const names = this.options.sortsKeys && dict.type === dictType ? sortedNames(dict) : undefined
    if (names !== undefined) {
      const values = names.map(name => dict.get(name)!)
      for (let i = 0; i < names.length; i++) isEmpty = this.#entry(dict, names[i]!, values[i]!, isEmpty)
    } else if (this.options.sortsKeys || dict.type !== dictType)
      for (const { items } of this.#items(dict)) isEmpty = this.#entry(dict, items[0]!, items[1]!, isEmpty)
    else
      for (let i = dict.next(0); i >= 0; i = dict.next(i + 1))
        isEmpty = this.#entry(dict, dict.keys[i]!, dict.values[i]!, isEmpty)
    this.#close('}', isEmpty)
  }

  #items(dict: PyDict): PyTuple[] {
    const items = new PyList(itemsOf(callMethod(dict, 'items')))
    if (this.options.sortsKeys) callMethod(items, 'sort')
    return items.toArray().map(item => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) raise(valueErrorType, 'items must return 2-tuples')
      return item
    })
  }

  /** Answers whether the dict still shows no entry. */
  #entry(dict: PyDict, key: Value, value: Value, isFirst: boolean): boolean {
    const name = typeof key === 'string' ? (this.#keys.get(key) ?? this.#name(key)) : this.#key(key)
    if (name === undefined) return isFirst
    this.#newLine(isFirst)
    this.#put(name)
    this.#member(value, dict, key)
    return false
  }

  /** The literal of a key, and what separates it from its value. */
  #name(key: string): Str {
    const { options } = this
    const name = concatStr(options.quote(key, key), options.keySeparator)
    if (options.isNative && this.#keys.size < mostKeys)
      this.#keys.set(key, typeof name === 'string' ? flat(name) : name)
    return name
  }

  /** The same of any key; undefined for one that is to be skipped. */
  #key(key: Value): Str | undefined {
    const { quote, keySeparator, skipsKeys } = this.options
    const str = asStr(key)
    if (str !== undefined) return concatStr(quote(key, str), keySeparator)
    const simple = this.#simple(key)
    if (simple !== undefined) return concatStr(quote(simple, simple), keySeparator)
    if (skipsKeys) return undefined
    return raiseTypeError(`keys must be str, int, float, bool or None, not ${typeName(typeOf(key))}`)
  }
}

const lengthOf = (value: PyList | PyTuple): number => (value instanceof PyList ? value.length : value.items.length)

/** The keys in order, if they are all strs: no two are equal, so values are never compared. */
function sortedNames(dict: PyDict): string[] | undefined {
  const keys = itemsOf(dict)
  return typeof keys[0] === 'string' && trySortPlain(keys, false) ? (keys as string[]) : undefined
}

function quoteBy(encoder: Value, native: 'ascii' | 'plain' | undefined): Quote {
  if (native === 'ascii') return (_value, str) => encodeAscii(str)
  if (native === 'plain') return (_value, str) => encode(str)
  return value => {
    const literal = call(encoder, [value])
    return asStr(literal) ?? raiseTypeError(`encoder() must return a string, not ${typeName(typeOf(literal))}`)
  }
}

/** Defines the type; `isNative` knows the functions that write a literal. */
export function defineEncoder(isNative: (builtin: Builtin) => 'ascii' | 'plain' | undefined): void {
  const construct = builtin(
    'make_encoder($type, /, markers, default, encoder, indent, key_separator: str, item_separator: str, sort_keys: bool, skipkeys: bool, allow_nan: bool)',
    (
      type: PyType,
      markers: Value,
      defaultFunction: Value,
      encoder: Value,
      indent: Value,
      keySeparator: Str,
      itemSeparator: Str,
      sortsKeys: boolean,
      skipsKeys: boolean,
      allowsNan: boolean,
    ) => {
      if (markers !== null && !(markers instanceof PyDict))
        raiseTypeError(`make_encoder() argument 1 must be dict or None, not ${typeName(typeOf(markers))}`)
      const indentText = indent === null ? null : asStr(indent)
      if (indentText === undefined)
        raiseTypeError(`make_encoder() argument 4 must be str or None, not ${typeName(typeOf(indent))}`)
      // The encoders of this module need not be called as Python functions.
      const native = encoder instanceof PyBuiltinFunction ? isNative(encoder.builtin) : undefined
      return new PyEncoder(type, markers, {
        isMarking: markers !== null,
        defaultFunction,
        encoder,
        isNative: native !== undefined,
        quote: quoteBy(encoder, native),
        indent: indentText,
        keySeparator,
        itemSeparator,
        sortsKeys,
        skipsKeys,
        allowsNan,
      })
    },
  )
  encoderType.new = (type, args, keywords) => construct.call(type, args, keywords)
}

const run = builtin(
  'Encoder($self, /, obj, _current_indent_level: ssize)',
  (self: PyEncoder, value: Value, level: number) => {
    const writing = new Writing(self.options, level)
    writing.write(value)
    return new PyTuple([writing.written])
  },
)
encoderType.call = (self: PyEncoder, args, keywords) => run.call(self, args, keywords)

defineType(encoderType, {
  doc: 'Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
  members: () => [
    ['markers', (self: PyEncoder) => self.markers],
    ['default', (self: PyEncoder) => self.options.defaultFunction],
    ['encoder', (self: PyEncoder) => self.options.encoder],
    ['indent', (self: PyEncoder) => self.options.indent],
    ['key_separator', (self: PyEncoder) => self.options.keySeparator],
    ['item_separator', (self: PyEncoder) => self.options.itemSeparator],
    ['sort_keys', (self: PyEncoder) => self.options.sortsKeys],
    ['skipkeys', (self: PyEncoder) => self.options.skipsKeys],
  ],
})
