/** What a document type definition declares, and the internal subset that declares it. */
import { isSpace, newlinesNormalized } from './characters.ts'
import { XmlErrorCode } from './errors.ts'
import { Scanner } from './scanner.ts'

export interface Entity {
  readonly name: string
  /** The replacement text; null for an external entity. */
  readonly text: string | null
  readonly base: string | null
  readonly systemId: string | null
  readonly publicId: string | null
  /** Of an unparsed entity. */
  readonly notation: string | null
  isOpen: boolean
}

export interface AttributeDeclaration {
  readonly name: string
  readonly isCdata: boolean
  /** What the attribute is if it is not written; null for nothing. */
  readonly value: string | null
}

export class Dtd {
  readonly entities: Map<string, Entity>
  readonly parameterEntities: Map<string, Entity>
  /** By element. */
  readonly attributes: Map<string, AttributeDeclaration[]>
  /** May there be declarations that have not been read? */
  hasUnreadParts: boolean
  isStandalone: boolean
  constructor() {
    this.entities = new Map()
    this.parameterEntities = new Map()
    this.attributes = new Map()
    this.hasUnreadParts = false
    this.isStandalone = false
  }
}

/** The content model of an element: kind, quantifier, name, parts; numbered as in expat. */
export type ContentModel = readonly [
  type: number,
  quantifier: number,
  name: string | null,
  parts: readonly ContentModel[],
]

/** What the declarations are reported to. */
export interface DeclarationEvents {
  readonly base: string | null
  entity(name: string, isParameter: boolean, value: string | null, entity: Entity): void
  notation(name: string, systemId: string | null, publicId: string | null): void
  element(name: string, model: ContentModel): void
  attribute(element: string, name: string, type: string, value: string | null, isRequired: boolean): void
  comment(text: string, raw: string): void
  instruction(target: string, data: string, raw: string): void
  /** A parameter entity is referred to, whose text may declare more. */
  elsewhere(at: number): void
  /** A parameter entity that is not read. */
  skipped(name: string): void
  /** A value with its references expanded. */
  attributeValue(raw: string, at: number, isCdata: boolean): string
  /** Raw text that is for the handler of what has no handler. */
  other(raw: string): void
  /** Has a kind of declaration a handler? */
  handles(keyword: string): boolean
  /** Where the declaration begins that comes next. */
  startAt(at: number): void
}

const quantifiers: Readonly<Record<string, number>> = { '?': 1, '*': 2, '+': 3 }

export class SubsetReader {
  readonly #scanner: Scanner
  readonly #dtd: Dtd
  readonly #events: DeclarationEvents
  readonly #ending: ']' | ''

  constructor(scanner: Scanner, dtd: Dtd, events: DeclarationEvents, ending: ']' | '') {
    this.#scanner = scanner
    this.#dtd = dtd
    this.#events = events
    this.#ending = ending
  }

  /** Declarations up to the end of the subset. */
  read(): void {
    const s = this.#scanner
    for (;;) {
      const start = s.at
      if (s.skipSpace()) this.#events.other(s.text.slice(start, s.at))
      if (this.#ending === '' ? s.isAtEnd : s.unit() === 93) return
      this.#events.startAt(s.at)
      this.#declaration(s.at)
    }
  }

  #declaration(start: number): void {
    const s = this.#scanner
    if (s.unit() === 37) {
      this.#parameterReference()
      return
    }
    if (s.unit() !== 60) s.fail(XmlErrorCode.syntax, start)
    s.at++
    if (s.startsWith('!--')) {
      s.at += 3
      const text = newlinesNormalized(s.comment())
      this.#events.comment(text, s.text.slice(start, s.at))
    } else if (s.startsWith('?')) {
      s.at++
      const [target, data] = s.instruction()
      if (target === 'xml') s.fail(XmlErrorCode.misplacedXmlDecl, start)
      this.#events.instruction(target, newlinesNormalized(data), s.text.slice(start, s.at))
    } else {
      s.expect('!')
      const keyword = s.nameToken()
      if (keyword === 'ENTITY') this.#entity()
      else if (keyword === 'NOTATION') this.#notation()
      else if (keyword === 'ELEMENT') this.#element()
      else if (keyword === 'ATTLIST') this.#attlist()
      else {
        if (!isSpace(s.unit())) s.invalid()
        s.fail(XmlErrorCode.syntax, start)
      }
      if (!this.#events.handles(keyword))
        for (const token of tokensOf(s.text.slice(start, s.at))) this.#events.other(token)
    }
  }

  #parameterReference(): void {
    const s = this.#scanner
    const start = s.at++
    const name = s.name()
    s.expect(';')
    this.#events.elsewhere(start)
    if (!this.#events.handles('%')) this.#events.other(`%${name};`)
    const entity = this.#dtd.parameterEntities.get(name)
    this.#dtd.hasUnreadParts = true
    if (entity === undefined || entity.text === null) {
      this.#events.skipped(name)
      return
    }
    if (entity.isOpen) s.fail(XmlErrorCode.recursiveEntityRef)
    entity.isOpen = true
    new SubsetReader(new Scanner(entity.text), this.#dtd, this.#events, '').read()
    entity.isOpen = false
  }

  #end(): void {
    this.#scanner.skipSpace()
    this.#scanner.expect('>')
  }

  /** SYSTEM or PUBLIC and what follows; null if neither is there. */
  externalId(
    publicOnly: 'public alone allowed' | 'system required',
  ): [systemId: string | null, publicId: string | null] | null {
    const s = this.#scanner
    if (s.startsWith('SYSTEM')) {
      s.at += 6
      s.requireSpace()
      return [s.quoted(), null]
    }
    if (!s.startsWith('PUBLIC')) return null
    s.at += 6
    s.requireSpace()
    const at = s.at
    const publicId = s.quoted()
    if (/[^-'()+,./:=?;!*#@$_%a-zA-Z0-9 \r\n]/.test(publicId)) s.fail(XmlErrorCode.publicId, at)
    const normalized = publicId.replace(/[ \r\n]+/g, ' ').trim()
    const hasSpace = s.skipSpace()
    const unit = s.unit()
    if (publicOnly === 'public alone allowed' && unit !== 34 && unit !== 39) return [null, normalized]
    if (!hasSpace) s.invalid()
    return [s.quoted(), normalized]
  }

  #entity(): void {
    const s = this.#scanner
    s.requireSpace()
    const isParameter = s.unit() === 37
    if (isParameter) {
      s.at++
      s.requireSpace()
    }
    const name = s.name()
    s.requireSpace()
    const { base } = this.#events
    let entity: Entity
    const external = this.externalId('system required')
    if (external === null) {
      const at = s.at
      const text = this.#entityValue(s.quoted(), at + 1)
      entity = { name, text, base, systemId: null, publicId: null, notation: null, isOpen: false }
    } else {
      let notation: string | null = null
      const hasSpace = s.skipSpace()
      if (!isParameter && hasSpace && s.startsWith('NDATA')) {
        s.at += 5
        s.requireSpace()
        notation = s.name()
      }
      entity = { name, text: null, base, systemId: external[0], publicId: external[1], notation, isOpen: false }
    }
    this.#end()
    const declared = isParameter ? this.#dtd.parameterEntities : this.#dtd.entities
    // The first declaration binds; others are not even reported.
    if (declared.has(name)) return
    if (this.#dtd.hasUnreadParts && !this.#dtd.isStandalone) return
    declared.set(name, entity)
    this.#events.entity(name, isParameter, entity.text, entity)
  }

  /** References to characters are replaced at once, to entities when the entity is used. */
  #entityValue(raw: string, at: number): string {
    const s = this.#scanner
    const percent = raw.indexOf('%')
    if (percent >= 0) s.fail(XmlErrorCode.paramEntityRef, at + percent)
    const inner = new Scanner(raw)
    let text = ''
    while (!inner.isAtEnd) {
      if (inner.unit() !== 38) {
        const start = inner.at
        const next = raw.indexOf('&', start)
        inner.at = next < 0 ? raw.length : next
        text += raw.slice(start, inner.at)
        continue
      }
      const start = inner.at
      const reference = inner.reference()
      text += typeof reference === 'number' ? String.fromCodePoint(reference) : raw.slice(start, inner.at)
    }
    return newlinesNormalized(text)
  }

  #notation(): void {
    const s = this.#scanner
    s.requireSpace()
    const name = s.name()
    s.requireSpace()
    const external = this.externalId('public alone allowed')
    if (external === null) return s.fail(XmlErrorCode.syntax)
    this.#end()
    this.#events.notation(name, external[0], external[1])
  }

  #element(): void {
    const s = this.#scanner
    s.requireSpace()
    const name = s.name()
    s.requireSpace()
    let model: ContentModel
    if (s.startsWith('EMPTY')) {
      s.at += 5
      model = [1, 0, null, []]
    } else if (s.startsWith('ANY')) {
      s.at += 3
      model = [2, 0, null, []]
    } else model = this.#group()
    this.#end()
    this.#events.element(name, model)
  }

  #quantifier(): number {
    const quantifier = quantifiers[String.fromCharCode(this.#scanner.unit())] ?? 0
    if (quantifier > 0) this.#scanner.at++
    return quantifier
  }

  #group(): ContentModel {
    const s = this.#scanner
    s.expect('(')
    s.skipSpace()
    if (s.startsWith('#PCDATA')) {
      s.at += 7
      return this.#mixed()
    }
    const parts: ContentModel[] = []
    let separator = 0
    for (;;) {
      s.skipSpace()
      if (s.unit() === 40) parts.push(this.#group())
      else {
        const name = s.name()
        parts.push([4, this.#quantifier(), name, []])
      }
      s.skipSpace()
      const unit = s.unit()
      if (unit === 41) break
      if ((unit !== 44 && unit !== 124) || (separator !== 0 && separator !== unit)) s.fail(XmlErrorCode.syntax)
      separator = unit
      s.at++
    }
    s.at++
    return [separator === 124 ? 5 : 6, this.#quantifier(), null, parts]
  }

  #mixed(): ContentModel {
    const s = this.#scanner
    const parts: ContentModel[] = []
    for (;;) {
      s.skipSpace()
      if (s.unit() === 41) break
      s.expect('|')
      s.skipSpace()
      parts.push([4, 0, s.name(), []])
    }
    s.at++
    const quantifier = s.unit() === 42 ? 2 : 0
    if (quantifier > 0) s.at++
    else if (parts.length > 0) s.invalid()
    return [3, quantifier, null, parts]
  }

  #attlist(): void {
    const s = this.#scanner
    s.requireSpace()
    const element = s.name()
    for (;;) {
      const hasSpace = s.skipSpace()
      if (s.unit() === 62) break
      if (!hasSpace) s.invalid()
      const name = s.name()
      s.requireSpace()
      const type = this.#attributeType()
      s.requireSpace()
      this.#attributeDefault(element, name, type)
    }
    s.at++
  }

  #attributeType(): string {
    const s = this.#scanner
    if (s.unit() === 40) return `(${this.#choices()})`
    const keyword = s.nameToken()
    if (keyword !== 'NOTATION') {
      if (!/^(CDATA|ID|IDREFS?|ENTITY|ENTITIES|NMTOKENS?)$/.test(keyword)) s.fail(XmlErrorCode.syntax)
      return keyword
    }
    s.requireSpace()
    return `NOTATION(${this.#choices()})`
  }

  #choices(): string {
    const s = this.#scanner
    s.expect('(')
    const names: string[] = []
    for (;;) {
      s.skipSpace()
      names.push(s.nameToken())
      s.skipSpace()
      if (s.unit() === 41) break
      s.expect('|')
    }
    s.at++
    return names.join('|')
  }

  #attributeDefault(element: string, name: string, type: string): void {
    const s = this.#scanner
    let value: string | null = null
    let isRequired = false
    if (s.startsWith('#REQUIRED')) {
      s.at += 9
      isRequired = true
    } else if (s.startsWith('#IMPLIED')) s.at += 8
    else {
      if (s.startsWith('#FIXED')) {
        s.at += 6
        isRequired = true
        s.requireSpace()
      }
      const at = s.at + 1
      value = this.#events.attributeValue(s.attributeValue(), at, type === 'CDATA')
    }
    const declared = this.#dtd.attributes.get(element) ?? []
    this.#dtd.attributes.set(element, declared)
    if (!declared.some(attribute => attribute.name === name)) declared.push({ name, isCdata: type === 'CDATA', value })
    this.#events.attribute(element, name, type, value, isRequired)
  }
}

/** A declaration's raw text in its lexical pieces. */
export const tokensOf = (raw: string): string[] =>
  raw.match(/\s+|"[^"]*"|'[^']*'|<![A-Z]+|\)[*+?]?|[(|,>[\]]|%[^\s;]+;|[^\s"'()|,<>[\]]+/g) ?? []

/** Where the document type declaration that begins at `start` ends; waits for all of it, since its parts are reported as they are read. */
export function hasWholeDoctype(text: string, start: number): boolean {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34 || unit === 39) {
      at = text.indexOf(String.fromCharCode(unit), at + 1)
      if (at < 0) return false
    } else if (text.startsWith('<!--', at) || text.startsWith('<?', at)) {
      const ending = text.charCodeAt(at + 1) === 63 ? '?>' : '-->'
      const end = text.indexOf(ending, at + 2)
      if (end < 0) return false
      at = end + ending.length - 1
    } else if (unit === 91) depth++
    else if (unit === 93) depth--
    else if (unit === 62 && depth <= 0) return true
  }
  return false
}
