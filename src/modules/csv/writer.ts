/** _csv.writer: makes lines of fields and hands them to a file's `write`. As Modules/_csv.c. */
import { flat } from '../../base/text.ts'
import { builtinType, listType, tupleType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raised } from '../../objects/exception.ts'
import { typeErrorType } from '../../objects/exception-types.ts'
import { forEachItem, getIter } from '../../objects/iteration.ts'
import { builtin } from '../../objects/signature.ts'
import { plainItems } from '../../objects/plain-items.ts'
import { asStr, isStr, PyWideStr, strOf, textOf } from '../../objects/str.ts'
import { str } from '../../objects/text.ts'
import { TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { errorType, notSet, type PyDialect, Quoting } from './dialect.ts'

export const writerType = builtinType('writer', { module: '_csv', flags: TypeFlags.noInstantiation })

export class PyWriter extends PyObject {
  readonly write: Value
  readonly dialect: PyDialect
  /** Characters that a field cannot hold as they are. */
  readonly #special: RegExp
  /** Is the line, as far as it is made, a text without surrogates? */
  #isNarrow: boolean
  readonly #hasNarrowDialect: boolean
  constructor(write: Value, dialect: PyDialect) {
    super(writerType)
    this.write = write
    this.dialect = dialect
    const points = [dialect.delimiter, dialect.quote, dialect.escape].filter(point => point !== notSet)
    const characters = `\r\n${String.fromCodePoint(...points)}${dialect.lineTerminator}`
    this.#hasNarrowDialect = this.#isNarrow = strOf(characters) === characters
    // With the flag V8 takes three times as long.
    const flags = this.#isNarrow ? '' : 'u'
    this.#special = new RegExp(`[${characters.replace(/[\\\]^-]/g, '\\$&')}]`, flags)
  }

  writeRow(row: Value): Value {
    this.#isNarrow = this.#hasNarrowDialect
    const line = this.#line(row) + this.dialect.lineTerminator
    return call(this.write, [this.#isNarrow ? flat(line) : strOf(line)])
  }

  #line(row: Value): string {
    const { dialect } = this
    const delimiter = String.fromCodePoint(dialect.delimiter)
    const atoms = atomsOf(row)
    let line = ''
    let count = 0
    let isLastNone = false
    if (atoms !== undefined) {
      count = atoms.length
      isLastNone = atoms.at(-1) === null
      for (let i = 0; i < count; i++) line += i > 0 ? delimiter + this.#field(atoms[i]!) : this.#field(atoms[i]!)
    } else
      forEachItem(fieldsOf(row), item => {
        isLastNone = item === null
        if (count++ > 0) line += delimiter
        line += this.#field(item)
      })
    if (count === 0 || line !== '') return line
    // One empty field would be an empty line, which is a record without fields.
    if (dialect.quoting === Quoting.none || (isLastNone && this.#tellsNone()))
      raise(errorType, 'single empty field record must be quoted')
    return this.#quoted('')
  }

  /** Is None told from an empty text by its having no quotes? */
  #tellsNone(): boolean {
    return this.dialect.quoting === Quoting.strings || this.dialect.quoting === Quoting.notNull
  }

  #field(item: Value): string {
    const { dialect } = this
    if (dialect.quoting === Quoting.minimal && typeof item === 'string' && item !== '' && !this.#special.test(item))
      return item
    const shown = item === null ? '' : (asStr(item) ?? str(item))
    if (typeof shown !== 'string') this.#isNarrow = false
    const text = textOf(shown)
    let isQuoted = wantsQuotes(item, dialect.quoting)
    if (text === '' && dialect.delimiter === 32 && dialect.skipInitialSpace) {
      if (dialect.quoting === Quoting.none || (item === null && this.#tellsNone()))
        raise(errorType, 'empty field must be quoted if delimiter is a space and skipinitialspace is true')
      isQuoted = true
    }
    if (!this.#special.test(text)) return isQuoted ? this.#quoted(text) : text
    let escaped = ''
    for (const character of text) {
      if (this.#special.test(character)) {
        const prefix = this.#prefix(character.codePointAt(0)!)
        if (prefix !== 'escape') isQuoted = true
        escaped += prefix === 'escape' ? this.#escape() : prefix
      }
      escaped += character
    }
    return isQuoted ? this.#quoted(escaped) : escaped
  }

  /** What goes before a special character: a quote, nothing (the field is quoted), or the escape character. */
  #prefix(point: number): string {
    const { dialect } = this
    if (dialect.quoting === Quoting.none) return 'escape'
    if (point === dialect.quote) return dialect.doubleQuote ? String.fromCodePoint(point) : 'escape'
    return point === dialect.escape ? 'escape' : ''
  }

  #escape(): string {
    const { escape } = this.dialect
    if (escape === notSet) raise(errorType, 'need to escape, but no escapechar set')
    return String.fromCodePoint(escape)
  }

  #quoted(text: string): string {
    const quote = String.fromCodePoint(this.dialect.quote)
    return quote + text + quote
  }
}

function wantsQuotes(item: Value, quoting: Quoting): boolean {
  switch (quoting) {
    case Quoting.all:
      return true
    case Quoting.nonnumeric: {
      const { int, float, index } = typeOf(item)
      return int === null && float === null && index === null
    }
    case Quoting.strings:
      return isStr(item)
    case Quoting.notNull:
      return item !== null
    default:
      return false
  }
}

/** The fields of a list or tuple that are all strs, numbers or None, which no code of Python's is called to write; undefined for other rows. */
function atomsOf(row: Value): Value[] | undefined {
  if (typeOf(row) !== listType && typeOf(row) !== tupleType) return undefined
  const items = plainItems(row)!
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (item instanceof PyObject && !(item instanceof PyWideStr)) return undefined
  }
  return items
}

function fieldsOf(row: Value): Value {
  try {
    return getIter(row)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
    raise(errorType, `iterable expected, not ${typeName(typeOf(row))}`)
  }
}

defineType(writerType, {
  doc: 'Writes records, as lines, to a file.',
  methods: () => [
    builtin(
      'writerow($self, row, /)',
      (self: PyWriter, row: Value) => self.writeRow(row),
      'Write one record of the fields that an iterable gives. What is no string is converted to one.',
    ),
    builtin(
      'writerows($self, rows, /)',
      (self: PyWriter, rows: Value) => forEachItem(getIter(rows), row => self.writeRow(row)),
      'Write a record for each of the iterables that an iterable gives.',
    ),
  ],
  members: () => [['dialect', ({ dialect }: PyWriter) => dialect]],
})
