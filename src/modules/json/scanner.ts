/**
 * `_json.make_scanner`: reads a JSON document. As Modules/_json.c, whose errors say where something else was expected.
 */
import { exactPowers } from '../../base/float-digits.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { builtinType, floatType, intType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { recursionErrorType, stopIterationType, valueErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { PyList } from '../../objects/list.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, strLength } from '../../objects/str.ts'
import { truth } from '../../objects/truth.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, typeName } from '../../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../../objects/value.ts'
import { Document } from './document.ts'
import { scanned, scanString } from './strings.ts'

export const scannerType = builtinType('Scanner', { module: '_json' })

/** Containers within containers: each costs host stack. */
const deepest = 1200
/** A number with so few digits is a small int. */
const smallDigits = 15

class PyScanner extends PyObject {
  readonly context: Value
  readonly strict: boolean
  readonly objectHook: Value
  readonly objectPairsHook: Value
  readonly parseFloat: Value
  readonly parseInt: Value
  readonly parseConstant: Value
  constructor(type: PyType, context: Value) {
    super(type)
    this.context = context
    this.strict = truth(lookupAttribute(context, 'strict'))
    this.objectHook = lookupAttribute(context, 'object_hook')
    this.objectPairsHook = lookupAttribute(context, 'object_pairs_hook')
    this.parseFloat = lookupAttribute(context, 'parse_float')
    this.parseInt = lookupAttribute(context, 'parse_int')
    this.parseConstant = lookupAttribute(context, 'parse_constant')
  }
}

const brace = 0x7b
const closingBrace = 0x7d
const bracket = 0x5b
const closingBracket = 0x5d
const comma = 0x2c
const colon = 0x3a
const quote = 0x22
const zero = 0x30
const one = 0x31
const nine = 0x39
const minus = 0x2d
const point = 0x2e
const exponent = 0x65

/** Literals by their first letter; those that are no JSON have a name for `parse_constant`. */
const literals: Readonly<Record<string, readonly [text: string, value: Value, isConstant: boolean]>> = {
  n: ['null', null, false],
  t: ['true', true, false],
  f: ['false', false, false],
  N: ['NaN', 'NaN', true],
  I: ['Infinity', 'Infinity', true],
  '-': ['-Infinity', '-Infinity', true],
}

const numberPattern = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y
const isDigit = (unit: number): boolean => unit >= zero && unit <= nine

/** One reading of a document. */
class Scan {
  readonly document: Document
  readonly text: string
  readonly scanner: PyScanner
  /** Where it goes on. */
  at: number
  depth: number
  /** The keys met so far: dicts that have the same ones share them. */
  readonly #keys: Map<Value, Value>
  constructor(scanner: PyScanner, document: Document, at: number) {
    this.document = document
    this.text = document.text
    this.scanner = scanner
    this.at = at
    this.depth = 0
    this.#keys = new Map()
  }

  value(): Value {
    const { text, at } = this
    const unit = text.charCodeAt(at)
    if (unit === quote) return this.string(at + 1)
    if (unit === brace || unit === bracket) return this.#container(unit)
    if (isDigit(unit) || (unit === minus && isDigit(text.charCodeAt(at + 1)))) return this.#digits()
    const literal = literals[text.charAt(at)]
    if (literal !== undefined && text.startsWith(literal[0], at)) {
      this.at = at + literal[0].length
      return literal[2] ? call(this.scanner.parseConstant, [literal[1]]) : literal[1]
    }
    return this.#number()
  }

  #container(opening: number): Value {
    if (this.depth >= deepest) {
      const what = opening === brace ? 'object' : 'array'
      raise(recursionErrorType, `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`)
    }
    this.depth++
    const value = opening === brace ? this.#object() : this.#array()
    this.depth--
    return value
  }

  string(begin: number): Value {
    const str = scanString(this.document, begin, this.scanner.strict)
    this.at = scanned.end
    return str
  }

  /** A number that a minus sign and a digit, or a digit, begins: here if it is a small int, or a float without an exponent, as most are. */
  #digits(): Value {
    const { text, at } = this
    const isNegative = text.charCodeAt(at) === minus
    const start = isNegative ? at + 1 : at
    let value = 0
    let end = start
    let unit = text.charCodeAt(end)
    if (unit === zero) unit = text.charCodeAt(++end)
    else for (; isDigit(unit); unit = text.charCodeAt(++end)) value = value * 10 + unit - zero
    if (unit === point && isDigit(text.charCodeAt(end + 1))) {
      const fraction = end + 1
      for (unit = text.charCodeAt(++end); isDigit(unit); unit = text.charCodeAt(++end)) value = value * 10 + unit - zero
      if ((unit | 0x20) === exponent || this.scanner.parseFloat !== floatType) return this.#number()
      this.at = end
      if (end - start - 1 > smallDigits) return new PyFloat(Number(text.slice(at, end)))
      // Both are exact, so that only the quotient is rounded.
      value /= exactPowers[end - fraction]!
      return new PyFloat(isNegative ? -value : value)
    }
    if (end - start > smallDigits || (unit | 0x20) === exponent || this.scanner.parseInt !== intType)
      return this.#number()
    this.at = end
    return isNegative ? 0 - value : value
  }

  #number(): Value {
    numberPattern.lastIndex = this.at
    const match = numberPattern.exec(this.text)
    if (match === null) return raise(stopIterationType, this.document.indexAt(this.at))
    const [text, fraction, power] = match
    this.at += text.length
    const { parseFloat, parseInt } = this.scanner
    if (fraction !== undefined || power !== undefined)
      return parseFloat === floatType ? new PyFloat(Number(text)) : call(parseFloat, [text])
    if (parseInt !== intType || text.length > smallDigits) return call(parseInt, [text])
    // Not −0: an int has no sign of its own.
    return Number(text) + 0
  }

  /** The next unit that is no white space; NaN at the end. */
  #next(): number {
    for (;;) {
      const unit = this.text.charCodeAt(this.at)
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return unit
      this.at++
    }
  }

  /** Behind a member: true if another one follows, false if the container is closed. */
  #goesOn(closing: number, what: 'array' | 'object'): boolean {
    const unit = this.#next()
    if (unit === closing) {
      this.at++
      return false
    }
    if (unit !== comma) this.document.fail("Expecting ',' delimiter", this.at)
    const place = this.at++
    if (this.#next() === closing) this.document.fail(`Illegal trailing comma before end of ${what}`, place)
    return true
  }

  #array(): Value {
    const items: Value[] = []
    this.at++
    if (this.#next() === closingBracket) this.at++
    else
      do items.push(this.value())
      while (this.#goesOn(closingBracket, 'array'))
    return new PyList(items)
  }

  #object(): Value {
    const { objectHook, objectPairsHook } = this.scanner
    const pairs: Value[] | null = objectPairsHook === null ? null : []
    const dict = new PyDict()
    this.at++
    if (this.#next() === closingBrace) this.at++
    else
      do {
        const key = this.#key()
        const value = this.value()
        if (pairs !== null) pairs.push(new PyTuple([key, value]))
        else dict.set(key, value)
      } while (this.#goesOn(closingBrace, 'object'))
    if (pairs !== null) return call(objectPairsHook, [new PyList(pairs)])
    return objectHook === null ? dict : call(objectHook, [dict])
  }

  #key(): Value {
    if (this.#next() !== quote) this.document.fail('Expecting property name enclosed in double quotes', this.at)
    const given = this.string(this.at + 1)
    let key = this.#keys.get(given)
    if (key === undefined) this.#keys.set(given, (key = given))
    if (this.#next() !== colon) this.document.fail("Expecting ':' delimiter", this.at)
    this.at++
    this.#next()
    return key
  }
}

const construct = builtin(
  'make_scanner($type, /, context)',
  (type: PyType, context: Value) => new PyScanner(type, context),
)
scannerType.new = (type, args, keywords) => construct.call(type, args, keywords)

/** Where surrogates stand alone, positions and characters are not those of the text: json's own Python code reads it. */
function scanPlainly(self: PyScanner, string: Value, idx: number): Value {
  const make = lookupAttribute(hooks.importModule('json.scanner'), 'py_make_scanner')
  return call(call(make, [self.context]), [string, idx])
}

const scan = builtin('Scanner($self, /, string, idx: ssize)', (self: PyScanner, string: Value, idx: number) => {
  const str = asStr(string)
  if (str === undefined) raiseTypeError(`first argument must be a string, not ${typeName(typeOf(string))}`)
  if (idx < 0) raise(valueErrorType, 'idx cannot be negative')
  if (idx >= strLength(str)) raise(stopIterationType, idx)
  const document = new Document(string, str)
  if (!document.isWellFormed) return scanPlainly(self, string, idx)
  const state = new Scan(self, document, document.unitAt(idx))
  const value = state.value()
  return new PyTuple([value, document.indexAt(state.at)])
})
scannerType.call = (self: PyScanner, args, keywords) => scan.call(self, args, keywords)

defineType(scannerType, {
  doc: 'JSON scanner object',
  members: () => [
    ['strict', (self: PyScanner) => self.strict],
    ['object_hook', (self: PyScanner) => self.objectHook],
    ['object_pairs_hook', (self: PyScanner) => self.objectPairsHook],
    ['parse_float', (self: PyScanner) => self.parseFloat],
    ['parse_int', (self: PyScanner) => self.parseInt],
    ['parse_constant', (self: PyScanner) => self.parseConstant],
  ],
})
