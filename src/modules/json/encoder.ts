/** `_json.make_encoder`: writes a value as JSON. As Modules/_json.c. */
import { floatRepr } from '../../base/float-text.ts'
import { addNote } from '../../builtins/exception-notes.ts'
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
import { asStr, buildString, type Str } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { fullName, type PyType, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
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

/** One writing of a value. */
class Writing {
  readonly options: Options
  readonly parts: Str[]
  readonly #marked: Set<Value>
  #depth: number
  #level: number
  constructor(options: Options, level: number) {
    this.options = options
    this.parts = []
    this.#marked = new Set()
    this.#depth = 0
    this.#level = Math.max(level, 0)
  }

  write(value: Value): void {
    const { parts, options } = this
    const simple = this.#simple(value)
    if (simple !== undefined) {
      parts.push(simple)
      return
    }
    if (this.#depth >= deepest)
      raise(recursionErrorType, 'maximum recursion depth exceeded while encoding a JSON object')
    this.#depth++
    if (value instanceof PyList || value instanceof PyTuple) this.#marking(value, () => this.#sequence(value))
    else if (value instanceof PyDict) this.#marking(value, () => this.#dict(value))
    else
      this.#marking(value, () => {
        const replaced = call(options.defaultFunction, [value])
        this.#noting(`when serializing ${fullName(typeOf(value))} object`, () => this.write(replaced))
      })
    this.#depth--
  }

  /** Of what is no container, nor anything that JSON has no form for. */
  #simple(value: Value): Str | undefined {
    if (value === null) return 'null'
    if (value === true) return 'true'
    if (value === false) return 'false'
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

  #marking(value: Value, work: () => void): void {
    if (!this.options.isMarking) {
      work()
      return
    }
    if (this.#marked.has(value)) raise(valueErrorType, 'Circular reference detected')
    this.#marked.add(value)
    work()
    this.#marked.delete(value)
  }

  #noting(note: string, work: () => void): void {
    try {
      work()
    } catch (thrown) {
      const exception = raised(thrown)
      addNote(exception, note)
      throw exception
    }
  }

  /** What stands before the first member, and between two. */
  #newLine(isFirst: boolean): void {
    const { indent, itemSeparator } = this.options
    if (!isFirst) this.parts.push(itemSeparator)
    if (indent === null) return
    this.parts.push('\n')
    for (let i = 0; i < this.#level; i++) this.parts.push(indent)
  }

  #sequence(value: PyList | PyTuple): void {
    const length = (): number => (value instanceof PyList ? value.length : value.items.length)
    if (length() === 0) {
      this.parts.push('[]')
      return
    }
    this.parts.push('[')
    this.#level++
    for (let i = 0; i < length(); i++) {
      this.#newLine(i === 0)
      const item = value instanceof PyList ? value.at(i) : value.items[i]!
      const simple = this.#simpleOrNote(item, () => `when serializing ${fullName(typeOf(value))} item ${i}`)
      if (simple !== undefined) this.parts.push(simple)
      else this.#noting(`when serializing ${fullName(typeOf(value))} item ${i}`, () => this.write(item))
    }
    this.#close(']')
  }

  #simpleOrNote(item: Value, note: () => string): Str | undefined {
    try {
      return this.#simple(item)
    } catch (thrown) {
      const exception = raised(thrown)
      addNote(exception, note())
      throw exception
    }
  }

  #close(bracket: string, isEmpty = false): void {
    this.#level--
    if (this.options.indent !== null && !isEmpty) this.#newLine(true)
    this.parts.push(bracket)
  }

  #dict(dict: PyDict): void {
    if (dict.size === 0) {
      this.parts.push('{}')
      return
    }
    this.parts.push('{')
    this.#level++
    let isFirst = true
    for (const [key, value] of this.#entries(dict)) {
      const name = this.#key(key)
      if (name === undefined) continue
      this.#newLine(isFirst)
      isFirst = false
      this.parts.push(name, this.options.keySeparator)
      const note = (): string => `when serializing ${fullName(typeOf(dict))} item ${reprText(key)}`
      const simple = this.#simpleOrNote(value, note)
      if (simple !== undefined) this.parts.push(simple)
      else this.#noting(note(), () => this.write(value))
    }
    this.#close('}', isFirst)
  }

  #entries(dict: PyDict): Iterable<readonly [Value, Value]> {
    if (!this.options.sortsKeys && dict.type === dictType) return [...dict.entries()]
    const items = new PyList(itemsOf(callMethod(dict, 'items')))
    if (this.options.sortsKeys) callMethod(items, 'sort')
    return items.toArray().map(item => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) raise(valueErrorType, 'items must return 2-tuples')
      return [item.items[0]!, item.items[1]!] as const
    })
  }

  /** The literal of a key; undefined for one that is to be skipped. */
  #key(key: Value): Str | undefined {
    const { quote, skipsKeys } = this.options
    const str = asStr(key)
    if (str !== undefined) return quote(key, str)
    const simple = this.#simple(key)
    if (simple !== undefined) return quote(simple, simple)
    if (skipsKeys) return undefined
    return raiseTypeError(`keys must be str, int, float, bool or None, not ${typeName(typeOf(key))}`)
  }
}

/** The encoders of this module need not be called as Python functions. */
function quoteBy(encoder: Value, isNative: (builtin: Builtin) => 'ascii' | 'plain' | undefined): Quote {
  const native = encoder instanceof PyBuiltinFunction ? isNative(encoder.builtin) : undefined
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
      return new PyEncoder(type, markers, {
        isMarking: markers !== null,
        defaultFunction,
        encoder,
        quote: quoteBy(encoder, isNative),
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
    return new PyTuple([buildString(writing.parts)])
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
