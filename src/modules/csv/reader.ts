/**
 * _csv.reader: an iterator that takes lines apart. As Modules/_csv.c.
 *
 *     startRecord ─▶ startField ─▶ inField ──────────┐ delimiter: startField
 *                        │           ▲   ▲           │ end of line: startRecord, or eatNewline until the line ends
 *                        ▼           │   └ afterEscapedNewline
 *                     inQuoted ─▶ quoteInQuoted (a second quote: back)
 *
 * and an escaping state beside inField and inQuoted. A record may go on over several lines of the input while it is quoted. Runs of
 * characters that mean nothing are taken in one piece.
 */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise } from '../../objects/exception.ts'
import { iterNext } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { TypeFlags, typeName } from '../../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../../objects/value.ts'
import { toFloat } from '../../builtins/number-conversion.ts'
import { csvState, errorType, type PyDialect, Quoting } from './dialect.ts'

export const readerType = builtinType('reader', { module: '_csv', flags: TypeFlags.noInstantiation })

type State =
  | 'startRecord'
  | 'startField'
  | 'escaped'
  | 'inField'
  | 'inQuoted'
  | 'escapedInQuoted'
  | 'quoteInQuoted'
  | 'eatNewline'
  | 'afterEscapedNewline'

/** Stands for the end of a line of the input. */
const endOfLine = -2
const newline = 10
const isNewline = (point: number): boolean => point === newline || point === 13

export class PyReader extends PyObject {
  readonly input: Value
  readonly dialect: PyDialect
  lineNumber: number
  #state: State
  #fields: Value[]
  #field: string
  /** Has the field begun without a quote? */
  #isUnquoted: boolean
  constructor(input: Value, dialect: PyDialect) {
    super(readerType)
    this.input = input
    this.dialect = dialect
    this.lineNumber = 0
    this.#state = 'startRecord'
    this.#fields = []
    this.#field = ''
    this.#isUnquoted = false
  }

  /** The fields of the next record; undefined at the end. */
  next(): Value | undefined {
    this.#fields = []
    this.#field = ''
    this.#state = 'startRecord'
    this.#isUnquoted = false
    do {
      const line = iterNext(this.input)
      if (line === undefined) {
        if (this.#field === '' && !this.#isIn('inQuoted')) return undefined
        if (this.dialect.strict) raise(errorType, 'unexpected end of data')
        this.#save()
        break
      }
      const str = asStr(line)
      if (str === undefined)
        raise(
          errorType,
          `iterator should return strings, not ${typeName(typeOf(line))} (the file should be opened in text mode)`,
        )
      this.lineNumber++
      if (typeof str === 'string' && this.#isIn('startRecord') && this.#takePlain(str)) break
      this.#parse(textOf(str))
    } while (!this.#isIn('startRecord'))
    return new PyList(this.#fields)
  }

  /** Asked by a call, since the state changes behind the back of whoever compares it. */
  #isIn(state: State): boolean {
    return this.#state === state
  }

  /** Takes a line apart in which nothing is quoted or escaped; false for any other, of which nothing is taken. */
  #takePlain(line: string): boolean {
    const { delimiter, quote, escape, quoting, skipInitialSpace } = this.dialect
    const converts = quoting !== Quoting.minimal && quoting !== Quoting.all && quoting !== Quoting.none
    if (converts || skipInitialSpace || line.length > csvState().fieldLimit) return false
    let end = line.length
    if (end > 0 && line.charCodeAt(end - 1) === newline) end--
    if (end > 0 && line.charCodeAt(end - 1) === 13) end--
    if (end === 0) return true
    const fields: Value[] = []
    let start = 0
    for (let at = 0; at < end; at++) {
      const unit = line.charCodeAt(at)
      if (unit === delimiter) {
        fields.push(line.slice(start, at))
        start = at + 1
      } else if (unit === quote || unit === escape || isNewline(unit)) return false
    }
    fields.push(line.slice(start, end))
    this.#fields = fields
    return true
  }

  #parse(line: string): void {
    let at = 0
    while (at < line.length) {
      if (this.#isIn('inField') || this.#isIn('inQuoted')) {
        const start = at
        at = this.#endOfPlain(line, at)
        if (at > start) this.#append(line.slice(start, at))
        if (at === line.length) break
      }
      const point = line.codePointAt(at)!
      at += point > 0xffff ? 2 : 1
      this.#take(point)
    }
    this.#take(endOfLine)
  }

  /** Where the next character stands that means something in or behind a field. */
  #endOfPlain(line: string, start: number): number {
    const { delimiter, quote, escape } = this.dialect
    let at = start
    while (at < line.length) {
      const unit = line.charCodeAt(at)
      const point = unit < 0xd800 || unit > 0xdfff ? unit : line.codePointAt(at)!
      if (point === delimiter || point === quote || point === escape || isNewline(point)) break
      at += point > 0xffff ? 2 : 1
    }
    return at
  }

  #append(text: string): void {
    this.#field += text
    const { fieldLimit } = csvState()
    if (this.#field.length > fieldLimit && [...this.#field].length > fieldLimit)
      raise(errorType, `field larger than field limit (${fieldLimit})`)
  }

  #save(): void {
    const text = this.#field
    const { quoting } = this.dialect
    this.#field = ''
    let value: Value = strOf(text)
    if (this.#isUnquoted) {
      if (text === '') {
        if (quoting === Quoting.strings || quoting === Quoting.notNull) value = null
      } else if (quoting === Quoting.nonnumeric || quoting === Quoting.strings) value = new PyFloat(toFloat(value))
    }
    this.#fields.push(value)
  }

  /** Saves the field at the end of a line, or at a newline within one. */
  #endRecord(point: number): void {
    this.#save()
    this.#state = point === endOfLine ? 'startRecord' : 'eatNewline'
  }

  #endField(): void {
    this.#save()
    this.#state = 'startField'
  }

  #take(point: number): void {
    switch (this.#state) {
      case 'startRecord':
        // An empty line is a record without fields.
        if (point === endOfLine) return
        if (isNewline(point)) this.#state = 'eatNewline'
        else this.#startField(point)
        return
      case 'startField':
        this.#startField(point)
        return
      case 'escaped':
        this.#append(String.fromCodePoint(point === endOfLine ? newline : point))
        this.#state = isNewline(point) ? 'afterEscapedNewline' : 'inField'
        return
      case 'afterEscapedNewline':
        if (point !== endOfLine) this.#inField(point)
        return
      case 'inField':
        this.#inField(point)
        return
      case 'inQuoted':
        this.#inQuoted(point)
        return
      case 'escapedInQuoted':
        this.#append(String.fromCodePoint(point === endOfLine ? newline : point))
        this.#state = 'inQuoted'
        return
      case 'quoteInQuoted':
        this.#quoteInQuoted(point)
        return
      case 'eatNewline':
        if (point === endOfLine) this.#state = 'startRecord'
        else if (!isNewline(point))
          raise(errorType, "new-line character seen in unquoted field - do you need to open the file with newline=''?")
    }
  }

  #startField(point: number): void {
    const { dialect } = this
    this.#isUnquoted = true
    this.#state = 'startField'
    if (isNewline(point) || point === endOfLine) this.#endRecord(point)
    else if (point === dialect.quote && dialect.quoting !== Quoting.none) {
      this.#isUnquoted = false
      this.#state = 'inQuoted'
    } else if (point === dialect.escape) this.#state = 'escaped'
    else if (point === 32 && dialect.skipInitialSpace) return
    else if (point === dialect.delimiter) this.#save()
    else {
      this.#append(String.fromCodePoint(point))
      this.#state = 'inField'
    }
  }

  #inField(point: number): void {
    const { dialect } = this
    if (isNewline(point) || point === endOfLine) this.#endRecord(point)
    else if (point === dialect.escape) this.#state = 'escaped'
    else if (point === dialect.delimiter) this.#endField()
    else {
      this.#append(String.fromCodePoint(point))
      this.#state = 'inField'
    }
  }

  #inQuoted(point: number): void {
    const { dialect } = this
    if (point === endOfLine) return
    if (point === dialect.escape) this.#state = 'escapedInQuoted'
    else if (point === dialect.quote && dialect.quoting !== Quoting.none)
      this.#state = dialect.doubleQuote ? 'quoteInQuoted' : 'inField'
    else this.#append(String.fromCodePoint(point))
  }

  #quoteInQuoted(point: number): void {
    const { dialect } = this
    if (point === dialect.quote && dialect.quoting !== Quoting.none) {
      this.#append(String.fromCodePoint(point))
      this.#state = 'inQuoted'
    } else if (point === dialect.delimiter) this.#endField()
    else if (isNewline(point) || point === endOfLine) this.#endRecord(point)
    else if (!dialect.strict) {
      this.#append(String.fromCodePoint(point))
      this.#state = 'inField'
    } else
      raise(
        errorType,
        `'${String.fromCodePoint(dialect.delimiter)}' expected after '${String.fromCodePoint(dialect.quote)}'`,
      )
  }
}

readerType.iter = self => self
readerType.iternext = (self: PyReader) => self.next()

defineType(readerType, {
  doc: 'An iterator over the records of a source of lines.',
  members: () => [
    ['dialect', ({ dialect }: PyReader) => dialect],
    ['line_num', ({ lineNumber }: PyReader) => lineNumber],
  ],
})
