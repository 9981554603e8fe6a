/**
 * The text of a document as it arrives: bytes are decoded as the document says it is encoded, and what has been parsed is forgotten. Knows
 * line, column and byte of a place, which are counted when somebody asks.
 */
import { type Encoding, knownEncoding, singleByteEncoding, utf16Big, utf16Little, utf8Encoding } from './characters.ts'
import { XmlError, XmlErrorCode } from './errors.ts'

/** What each byte is in an encoding that expat does not know. */
export type EncodingTable = (name: string) => readonly number[]

/** The characters of ASCII that markup may be made of: an encoding must have them where ASCII has them. */
const markup = /[\t\n\r\w !"#%&'()*+,\-./:;<=>?[\]|]/

export interface Position {
  readonly line: number
  readonly column: number
  readonly byte: number
}

export class Input {
  text: string
  /** How far the text has been parsed. */
  at: number
  /** Is the last character incomplete, and nothing to come? */
  endsWithinCharacter: boolean
  #bytes: Uint8Array
  #encoding: Encoding | null
  readonly #given: string | null
  readonly #tableOf: EncodingTable
  /** Position of the character at `#countedAt`. */
  #countedAt: number
  #line: number
  #column: number
  #byte: number

  constructor(given: string | null, tableOf: EncodingTable) {
    this.text = ''
    this.at = 0
    this.endsWithinCharacter = false
    this.#bytes = new Uint8Array(0)
    this.#encoding = null
    this.#given = given
    this.#tableOf = tableOf
    this.#countedAt = 0
    this.#line = 1
    this.#column = 0
    this.#byte = 0
  }

  /** A text whose encoding is no question. */
  useText(): void {
    this.#encoding = utf8Encoding
  }

  add(bytes: Uint8Array, isFinal: boolean): void {
    const all = new Uint8Array(this.#bytes.length + bytes.length)
    all.set(this.#bytes)
    all.set(bytes, this.#bytes.length)
    this.#bytes = all
    if (this.#encoding === null && !this.#detect(isFinal)) return
    const { text, used } = this.#encoding!.decode(this.#bytes)
    this.#bytes = this.#bytes.slice(used)
    this.#compact()
    this.text += text
    this.endsWithinCharacter = isFinal && this.#bytes.length > 0
  }

  /** Forgets what has been parsed. */
  #compact(): void {
    if (this.at === 0) return
    this.#countTo(this.at)
    this.text = this.text.slice(this.at)
    this.at = 0
    this.#countedAt = 0
  }

  /** By the byte order mark, the declaration, or else UTF-8; false if there are too few bytes to tell. */
  #detect(isFinal: boolean): boolean {
    const bytes = this.#bytes
    if (this.#given !== null) {
      this.#encoding = this.#named(this.#given)
      this.#skipMark()
      return true
    }
    if (bytes.length < 4 && !isFinal) return false
    const [a, b, c] = bytes
    if (a === 0xfe && b === 0xff) this.#encoding = utf16Big
    else if (a === 0xff && b === 0xfe) this.#encoding = utf16Little
    else if (a === 0 && b === 60) this.#encoding = utf16Big
    else if (a === 60 && b === 0) this.#encoding = utf16Little
    else if (a === 0xef && b === 0xbb && c === 0xbf) this.#encoding = utf8Encoding
    else return this.#detectByDeclaration(isFinal)
    this.#skipMark()
    return true
  }

  #skipMark(): void {
    const [a, b, c] = this.#bytes
    const length =
      (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) ? 2 : a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
    this.#bytes = this.#bytes.subarray(length)
    this.#byte += length
  }

  #detectByDeclaration(isFinal: boolean): boolean {
    const start = String.fromCharCode(...this.#bytes.subarray(0, 200))
    if (start.startsWith('<?xml')) {
      if (!start.includes('?>') && start.length < 200 && !isFinal) return false
      const match = /^<\?xml[^>]*?\sencoding\s*=\s*(["'])([A-Za-z][\w.-]*)\1/.exec(start)
      if (match !== null) {
        const [whole, , name] = match
        this.#encoding = this.#named(name!, whole.length - name!.length - 1)
        return true
      }
    }
    this.#encoding = utf8Encoding
    return true
  }

  #named(name: string, at = 0): Encoding {
    const known = knownEncoding(name)
    if (known === 'utf-16') {
      const [a, b] = this.#bytes
      if (a === 0xff && b === 0xfe) return utf16Little
      if (a === 0xfe && b === 0xff) return utf16Big
      if (this.#given === null) throw new XmlError(XmlErrorCode.incorrectEncoding, 0)
      return a === 60 ? utf16Little : utf16Big
    }
    if (known !== undefined) return known
    const table = this.#tableOf(name)
    for (let i = 0; i < 128; i++)
      if (table[i] !== i && markup.test(String.fromCharCode(i))) {
        this.text = String.fromCharCode(...this.#bytes.subarray(0, at))
        throw new XmlError(XmlErrorCode.unknownEncoding, at)
      }
    return singleByteEncoding(table)
  }

  #countTo(at: number): void {
    const { text } = this
    const sizeOf = (this.#encoding ?? utf8Encoding).sizeOf
    let i = this.#countedAt
    while (i < at) {
      const point = text.codePointAt(i)!
      const length = point > 0xffff ? 2 : 1
      this.#byte += point === 0xffff ? 1 : sizeOf(point)
      i += length
      if (point === 10 || (point === 13 && text.charCodeAt(i) !== 10)) {
        this.#line++
        this.#column = 0
      } else if (point !== 13) this.#column++
    }
    this.#countedAt = i
  }

  positionOf(at: number): Position {
    if (at < this.#countedAt) {
      // Only ever a little way back: counted from the start of the text that is still there.
      return this.#positionBefore(at)
    }
    this.#countTo(at)
    return { line: this.#line, column: this.#column, byte: this.#byte }
  }

  #positionBefore(at: number): Position {
    const { text } = this
    const sizeOf = (this.#encoding ?? utf8Encoding).sizeOf
    let [line, byte] = [this.#line, this.#byte]
    for (let i = this.#countedAt; i > at; i--) {
      const unit = text.charCodeAt(i - 1)
      if (unit >= 0xdc00 && unit < 0xe000) continue
      byte -= sizeOf(text.codePointAt(i - 1)!)
      if (unit === 10) line--
    }
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    return { line, column: [...text.slice(lineStart, at)].length, byte }
  }
}
