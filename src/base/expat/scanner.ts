/**
 * The tokens of XML, read from a text at a position. Where the text ends within a token, `needMore` is thrown; what cannot be, is an
 * XmlError at the character that cannot be there.
 */
import { isAllowed, isNameCharacter, isNameStart, isSpace } from './characters.ts'
import { needMore, XmlError, XmlErrorCode } from './errors.ts'

/** An attribute as it is written: the value is raw. */
export interface RawAttribute {
  readonly name: string
  readonly value: string
  /** Where the name and the value stand. */
  readonly at: number
  readonly valueAt: number
}

export interface RawTag {
  readonly name: string
  readonly attributes: readonly RawAttribute[]
  readonly isEmpty: boolean
}

export class Scanner {
  text: string
  at: number
  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  fail(code: number, at = this.at): never {
    throw new XmlError(code, at)
  }

  invalid(at = this.at): never {
    throw new XmlError(XmlErrorCode.invalidToken, at)
  }

  /** The code unit here; there must be one. */
  unit(): number {
    if (this.at >= this.text.length) throw needMore
    return this.text.charCodeAt(this.at)
  }

  #point(): number {
    if (this.at >= this.text.length) throw needMore
    return this.text.codePointAt(this.at)!
  }

  /** Does the text go on like this? Waits while it may. */
  startsWith(expected: string): boolean {
    if (this.text.startsWith(expected, this.at)) return true
    const rest = this.text.slice(this.at, this.at + expected.length)
    if (rest.length < expected.length && expected.startsWith(rest)) throw needMore
    return false
  }

  expect(expected: string): void {
    for (const character of expected) {
      if (this.unit() !== character.charCodeAt(0)) this.invalid()
      this.at++
    }
  }

  skipSpace(): boolean {
    const start = this.at
    while (this.at < this.text.length && isSpace(this.text.charCodeAt(this.at))) this.at++
    return this.at > start
  }

  requireSpace(): void {
    if (!isSpace(this.unit())) this.invalid()
    this.skipSpace()
  }

  name(): string {
    if (!isNameStart(this.#point())) this.invalid()
    return this.nameToken()
  }

  /** Characters of names, the first as well. */
  nameToken(): string {
    const start = this.at
    for (;;) {
      const point = this.#point()
      if (!isNameCharacter(point)) break
      this.at += point > 0xffff ? 2 : 1
    }
    if (this.at === start) this.invalid()
    return this.text.slice(start, this.at)
  }

  /** What stands between quotes, raw. */
  quoted(): string {
    const quote = this.unit()
    if (quote !== 34 && quote !== 39) this.invalid()
    const start = ++this.at
    for (;;) {
      const point = this.#point()
      if (point === quote) break
      if (!isAllowed(point)) this.invalid()
      this.at += point > 0xffff ? 2 : 1
    }
    return this.text.slice(start, this.at++)
  }

  /** An attribute's value between quotes, raw; its references are looked at, `<` is refused. */
  attributeValue(): string {
    const quote = this.unit()
    if (quote !== 34 && quote !== 39) this.invalid()
    const start = ++this.at
    for (;;) {
      const point = this.#point()
      if (point === quote) break
      if (point === 38) {
        this.reference()
        continue
      }
      if (point === 60 || !isAllowed(point)) this.invalid()
      this.at += point > 0xffff ? 2 : 1
    }
    return this.text.slice(start, this.at++)
  }

  /** `&name;`, `&#10;`, `&#xA;`: the name, or the number of the character. */
  reference(): string | number {
    const start = this.at
    this.at++
    if (this.unit() !== 35) {
      const name = this.name()
      this.expect(';')
      return name
    }
    this.at++
    const isHexadecimal = this.unit() === 120
    if (isHexadecimal) this.at++
    const digits = /[0-9a-fA-F]*/y
    const decimals = /[0-9]*/y
    const pattern = isHexadecimal ? digits : decimals
    pattern.lastIndex = this.at
    const text = pattern.exec(this.text)![0]
    this.at += text.length
    if (text === '' || this.unit() !== 59) {
      this.unit()
      this.invalid()
    }
    this.at++
    const point = Number.parseInt(text, isHexadecimal ? 16 : 10)
    if (point > 0x10ffff || !isAllowed(point)) this.fail(XmlErrorCode.badCharRef, start)
    return point
  }

  /** Behind `<!--`: the text of a comment. */
  comment(): string {
    const start = this.at
    for (;;) {
      const point = this.#point()
      if (point === 45 && this.startsWith('--')) {
        const text = this.text.slice(start, this.at)
        this.at += 2
        this.expect('>')
        return text
      }
      if (!isAllowed(point)) this.invalid()
      this.at += point > 0xffff ? 2 : 1
    }
  }

  /** Behind `<?`: target and data of a processing instruction. */
  instruction(): [target: string, data: string] {
    const target = this.name()
    if (this.startsWith('?>')) {
      this.at += 2
      return [target, '']
    }
    this.requireSpace()
    const start = this.at
    for (;;) {
      const point = this.#point()
      if (point === 63 && this.startsWith('?>')) break
      if (!isAllowed(point)) this.invalid()
      this.at += point > 0xffff ? 2 : 1
    }
    const data = this.text.slice(start, this.at)
    this.at += 2
    return [target, data]
  }

  /** Behind `<`: a start tag. */
  startTag(): RawTag {
    const name = this.name()
    const attributes: RawAttribute[] = []
    for (;;) {
      const hasSpace = this.skipSpace()
      const unit = this.unit()
      if (unit === 62) {
        this.at++
        return { name, attributes, isEmpty: false }
      }
      if (unit === 47) {
        this.at++
        this.expect('>')
        return { name, attributes, isEmpty: true }
      }
      if (!hasSpace) this.invalid()
      const at = this.at
      const attribute = this.name()
      this.skipSpace()
      this.expect('=')
      this.skipSpace()
      const valueAt = this.at + 1
      attributes.push({ name: attribute, value: this.attributeValue(), at, valueAt })
    }
  }
}
