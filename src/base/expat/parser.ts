/**
 * A parser of XML 1.0 that does not validate and reports what it reads to handlers, as expat does: same events, same errors, same places.
 *
 * Text arrives in pieces. A token is reported when all of it is there; what is incomplete waits. The replacement text of an entity is parsed in
 * place, by the same methods on another scanner; places in it are that of the reference.
 */
import { isAllowed, isNameCharacter, isSpace, newlinesNormalized } from './characters.ts'
import {
  type AttributeDeclaration,
  type ContentModel,
  type DeclarationEvents,
  Dtd,
  type Entity,
  hasWholeDoctype,
  SubsetReader,
  tokensOf,
} from './declarations.ts'
import { NeedMore, needMore, XmlError, XmlErrorCode } from './errors.ts'
import { type EncodingTable, Input, type Position } from './input.ts'
import { Namespaces } from './names.ts'
import { type RawTag, Scanner } from './scanner.ts'

/** Handlers; those that are not there are not called. */
export interface XmlHandlers {
  startElement?: (name: string, attributes: readonly string[], specified: number) => void
  endElement?: (name: string) => void
  characterData?: (text: string) => void
  processingInstruction?: (target: string, data: string) => void
  comment?: (text: string) => void
  startCdata?: () => void
  endCdata?: () => void
  default?: (text: string) => void
  /** Does `default` leave entities expanded? */
  expandsEntities: boolean
  startNamespace?: (prefix: string | null, uri: string | null) => void
  endNamespace?: (prefix: string | null) => void
  xmlDeclaration?: (version: string, encoding: string | null, standalone: number) => void
  startDoctype?: (name: string, systemId: string | null, publicId: string | null, hasSubset: boolean) => void
  endDoctype?: () => void
  entityDeclaration?: (name: string, isParameter: boolean, value: string | null, entity: Entity) => void
  unparsedEntity?: (name: string, entity: Entity) => void
  notation?: (name: string, systemId: string | null, publicId: string | null) => void
  elementDeclaration?: (name: string, model: ContentModel) => void
  attributeDeclaration?: (
    element: string,
    name: string,
    type: string,
    value: string | null,
    isRequired: boolean,
  ) => void
  skippedEntity?: (name: string, isParameter: boolean) => void
  notStandalone?: () => boolean
  externalEntity?: (context: string, entity: Entity) => boolean
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

/** By the keyword of a declaration, % for a reference to a parameter entity. */
const handlerOfDeclaration: Readonly<
  Record<string, 'entityDeclaration' | 'elementDeclaration' | 'attributeDeclaration' | 'notation' | 'skippedEntity'>
> = {
  ENTITY: 'entityDeclaration',
  ELEMENT: 'elementDeclaration',
  ATTLIST: 'attributeDeclaration',
  NOTATION: 'notation',
  '%': 'skippedEntity',
}

type State = 'start' | 'prolog' | 'content' | 'epilog'

interface OpenElement {
  readonly name: string
  readonly reported: string
  /** Namespace declarations in force before it. */
  readonly namespaces: number
}

/** Expansions of more than this many bytes must not be a hundred times as long as the document. */
const amplificationThreshold = 8 * 1024 * 1024
const mostAmplification = 100

export class XmlParser {
  readonly handlers: XmlHandlers
  base: string | null
  usesTriplets: boolean
  usesForeignDtd: boolean
  readonly #input: Input
  readonly #namespaces: Namespaces | null
  readonly #dtd: Dtd
  readonly #isExternal: boolean
  #scanner: Scanner
  #state: State
  #isFinal: boolean
  #isFinished: boolean
  #hasDoctype: boolean
  #elements: OpenElement[]
  #entityNames: string[]
  #eventAt: number
  #direct: number
  #expanded: number
  /** Of the start tag reported last: which attribute is the ID. */
  idIndex: number
  error: { code: number; position: Position } | null

  constructor(
    encoding: string | null,
    separator: string | null,
    tableOf: EncodingTable,
    outer: XmlParser | null = null,
  ) {
    this.handlers = { expandsEntities: false }
    this.base = outer?.base ?? null
    this.usesTriplets = outer?.usesTriplets ?? false
    this.usesForeignDtd = false
    this.#input = new Input(encoding, tableOf)
    this.#namespaces = outer === null ? (separator === null ? null : new Namespaces(separator)) : outer.#namespaces
    this.#dtd = outer === null ? new Dtd() : outer.#dtd
    this.#isExternal = outer !== null
    this.#scanner = new Scanner('')
    this.#state = 'start'
    this.#isFinal = false
    this.#isFinished = false
    this.#hasDoctype = false
    this.#elements = []
    this.#entityNames = []
    this.#eventAt = 0
    this.#direct = 0
    this.#expanded = 0
    this.idIndex = -1
    this.error = null
  }

  /** Says that the bytes to come are UTF-8, whatever the document says. */
  useText(): void {
    this.#input.useText()
  }

  position(): Position {
    return this.#input.positionOf(this.#eventAt)
  }

  get inputText(): string {
    return this.#input.text.slice(this.#eventAt)
  }

  /** Parses a piece. Throws XmlError, whose position is then in `error`; handlers may throw what they like. */
  parse(bytes: Uint8Array, isFinal: boolean): void {
    if (this.#isFinished) this.#record(new XmlError(XmlErrorCode.finished))
    if (this.error !== null) throw new XmlError(this.error.code)
    this.#direct += bytes.length
    try {
      this.#input.add(bytes, isFinal)
      this.#isFinal = isFinal
      this.#run()
      if (isFinal) this.#finish()
    } catch (thrown) {
      if (thrown instanceof XmlError) this.#record(thrown)
      throw thrown
    }
  }

  #record(error: XmlError): never {
    if (error.at >= 0) this.#eventAt = error.at
    this.error = { code: error.code, position: this.#input.positionOf(this.#eventAt) }
    throw error
  }

  #run(): void {
    const scanner = new Scanner(this.#input.text, this.#input.at)
    this.#scanner = scanner
    while (!scanner.isAtEnd) {
      const start = scanner.at
      this.#eventAt = start
      try {
        this.#token(start)
      } catch (thrown) {
        if (!(thrown instanceof NeedMore)) throw thrown
        scanner.at = start
        if (this.#isFinal) throw new XmlError(XmlErrorCode.unclosedToken, start)
        break
      }
      this.#input.at = scanner.at
    }
    this.#eventAt = this.#input.at
    if (this.#isFinal && this.#input.endsWithinCharacter) throw new XmlError(XmlErrorCode.partialChar)
  }

  #finish(): void {
    this.#isFinished = true
    this.#eventAt = this.#input.text.length
    if (this.#isExternal) {
      if (this.#elements.length > 0) throw new XmlError(XmlErrorCode.asyncEntity)
    } else if (this.#state !== 'epilog') throw new XmlError(XmlErrorCode.noElements)
  }

  #token(start: number): void {
    if (this.#state === 'start') {
      if (this.#xmlDeclaration(start)) return
      this.#state = this.#isExternal ? 'content' : 'prolog'
    }
    if (this.#state === 'content') this.#content(start)
    else this.#outside(start)
  }

  #raw(start: number): string {
    return this.#scanner.text.slice(start, this.#scanner.at)
  }

  /** Reports raw text that no other handler wants. */
  #other(start: number): void {
    this.handlers.default?.(this.#raw(start))
  }

  // Before and behind the root element.

  #xmlDeclaration(start: number): boolean {
    const s = this.#scanner
    if (!s.startsWith('<?xml')) return false
    s.at += 5
    if (isNameCharacter(s.unit())) {
      s.at = start
      return false
    }
    const end = s.text.indexOf('?>', s.at)
    if (end < 0) throw needMore
    const match =
      /^(?:\s+version\s*=\s*("[\w.:-]+"|'[\w.:-]+'))?(?:\s+encoding\s*=\s*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*("yes"|'yes'|"no"|'no'))?\s*$/.exec(
        s.text.slice(s.at, end),
      )
    if (match === null || (match[1] === undefined && !this.#isExternal)) return s.fail(XmlErrorCode.xmlDecl)
    s.at = end + 2
    const [version, encoding, standalone] = match.slice(1).map(part => (part === undefined ? null : part.slice(1, -1)))
    this.#dtd.isStandalone = standalone === 'yes'
    this.#state = this.#isExternal ? 'content' : 'prolog'
    if (this.handlers.xmlDeclaration === undefined) this.#other(start)
    else
      this.handlers.xmlDeclaration(
        version ?? '',
        encoding ?? null,
        standalone === null ? -1 : standalone === 'yes' ? 1 : 0,
      )
    return true
  }

  #outside(start: number): void {
    const s = this.#scanner
    if (s.skipSpace()) {
      this.#other(start)
      return
    }
    if (s.unit() !== 60) {
      const point = s.text.codePointAt(s.at)!
      if (!isAllowed(point) || point === 38 || point === 33) s.invalid()
      s.fail(this.#state === 'epilog' ? XmlErrorCode.junkAfterDocElement : XmlErrorCode.syntax)
    }
    s.at++
    if (s.startsWith('!--')) this.#comment(start)
    else if (s.startsWith('?')) this.#instruction(start)
    else if (this.#state === 'epilog') {
      if (s.unit() === 47 || s.unit() === 33) s.invalid()
      s.fail(XmlErrorCode.junkAfterDocElement, start)
    } else if (s.startsWith('!DOCTYPE')) {
      if (this.#hasDoctype) s.fail(XmlErrorCode.syntax, start)
      if (!hasWholeDoctype(s.text, start)) throw needMore
      s.at += 8
      this.#doctype(start)
    } else {
      const tag = s.startTag()
      if (this.usesForeignDtd && !this.#hasDoctype) this.#foreignDtd()
      this.#state = 'content'
      this.#startElement(tag, start)
    }
  }

  #foreignDtd(): void {
    this.#dtd.hasUnreadParts = true
    this.handlers.startDoctype?.('', null, null, false)
    this.handlers.endDoctype?.()
  }

  /** Parts of the declarations are elsewhere. */
  #checkStandalone(at: number): void {
    this.#eventAt = at
    if (!this.#dtd.isStandalone && this.handlers.notStandalone?.() === false)
      throw new XmlError(XmlErrorCode.notStandalone)
  }

  #comment(start: number): void {
    const s = this.#scanner
    s.at += 3
    const text = s.comment()
    if (this.handlers.comment === undefined) this.#other(start)
    else this.handlers.comment(newlinesNormalized(text))
  }

  #instruction(start: number): void {
    const s = this.#scanner
    s.at++
    const [target, data] = s.instruction()
    if (target.toLowerCase() === 'xml') {
      if (target !== 'xml') s.invalid(start + 2 + target.length)
      s.fail(XmlErrorCode.misplacedXmlDecl, start)
    }
    if (this.handlers.processingInstruction === undefined) this.#other(start)
    else this.handlers.processingInstruction(target, newlinesNormalized(data))
  }

  #doctype(start: number): void {
    const s = this.#scanner
    this.#hasDoctype = true
    s.requireSpace()
    const name = s.name()
    s.skipSpace()
    const reader = new SubsetReader(s, this.#dtd, this.#declarationEvents(), ']')
    const [systemId, publicId] = reader.externalId('system required') ?? [null, null]
    if (systemId !== null) this.#checkStandalone(s.at - systemId.length - 2)
    s.skipSpace()
    const hasSubset = s.unit() === 91
    if (systemId !== null) this.#dtd.hasUnreadParts = false
    const isHandled = this.handlers.startDoctype !== undefined
    if (hasSubset) s.at++
    if (isHandled) this.handlers.startDoctype?.(name, systemId, publicId, hasSubset)
    else for (const token of tokensOf(this.#raw(start))) this.handlers.default?.(token)
    if (hasSubset) {
      reader.read()
      this.#eventAt = s.at
      const end = s.at
      s.at++
      s.skipSpace()
      if (!isHandled) for (const token of tokensOf(this.#raw(end))) this.handlers.default?.(token)
    }
    if (s.unit() !== 62) s.fail(XmlErrorCode.syntax)
    this.#eventAt = s.at
    s.at++
    if (systemId !== null) this.#dtd.hasUnreadParts = true
    if (this.handlers.endDoctype === undefined) this.#other(s.at - 1)
    else this.handlers.endDoctype()
  }

  #declarationEvents(): DeclarationEvents {
    const { handlers } = this
    return {
      base: this.base,
      entity: (name, isParameter, value, entity) => {
        if (entity.notation !== null && handlers.unparsedEntity !== undefined) handlers.unparsedEntity(name, entity)
        else handlers.entityDeclaration?.(name, isParameter, value, entity)
      },
      notation: (name, systemId, publicId) => handlers.notation?.(name, systemId, publicId),
      element: (name, model) => handlers.elementDeclaration?.(name, model),
      attribute: (element, name, type, value, isRequired) =>
        handlers.attributeDeclaration?.(element, name, type, value, isRequired),
      comment: (text, raw) => (handlers.comment === undefined ? handlers.default?.(raw) : handlers.comment(text)),
      instruction: (target, data, raw) =>
        handlers.processingInstruction === undefined
          ? handlers.default?.(raw)
          : handlers.processingInstruction(target, data),
      elsewhere: at => this.#checkStandalone(at),
      skipped: name => handlers.skippedEntity?.(name, true),
      attributeValue: (raw, at, isCdata) => this.#attributeValue(raw, at, isCdata),
      other: raw => handlers.default?.(raw),
      handles: keyword => handlers[handlerOfDeclaration[keyword]!] !== undefined,
      startAt: at => {
        this.#eventAt = at
      },
    }
  }

  // Content.

  #content(start: number): void {
    const s = this.#scanner
    const unit = s.unit()
    if (unit === 38) this.#reference(start)
    else if (unit !== 60) this.#characters(start)
    else {
      s.at++
      if (s.startsWith('/')) this.#endTag(start)
      else if (s.startsWith('!--')) this.#comment(start)
      else if (s.startsWith('![CDATA[')) this.#cdata(start)
      else if (s.startsWith('?')) this.#instruction(start)
      else this.#startElement(s.startTag(), start)
    }
  }

  #data(text: string, raw: string): void {
    if (this.handlers.characterData === undefined) this.handlers.default?.(raw)
    else this.handlers.characterData(text)
  }

  /** A run of characters within a line, or the end of a line. */
  #characters(start: number): void {
    const s = this.#scanner
    const first = s.unit()
    if (first === 10 || first === 13) {
      s.at++
      if (first === 13) {
        if (s.isAtEnd && !this.#isFinal && this.#isMain) throw needMore
        if (!s.isAtEnd && s.unit() === 10) s.at++
      }
      this.#data('\n', this.#raw(start))
      return
    }
    while (!s.isAtEnd) {
      const point = s.text.codePointAt(s.at)!
      if (point === 60 || point === 38 || point === 10 || point === 13) break
      if (point === 93 && s.text.startsWith(']]>', s.at)) {
        if (s.at > start) this.#data(this.#raw(start), this.#raw(start))
        s.invalid(s.at + 2)
      }
      if (!isAllowed(point)) {
        if (s.at > start) this.#data(this.#raw(start), this.#raw(start))
        s.invalid()
      }
      // Brackets at the end of what is there may be the start of "]]>".
      if (point === 93 && !this.#isFinal && this.#isMain && s.text.length - s.at < 3) {
        if (s.at === start) throw needMore
        break
      }
      s.at += point > 0xffff ? 2 : 1
    }
    this.#data(this.#raw(start), this.#raw(start))
  }

  get #isMain(): boolean {
    return this.#entityNames.length === 0
  }

  #cdata(start: number): void {
    const s = this.#scanner
    s.at += 8
    const end = s.text.indexOf(']]>', s.at)
    if (end < 0) {
      if (this.#isFinal) s.fail(XmlErrorCode.unclosedCdataSection, s.text.length)
      throw needMore
    }
    if (this.handlers.startCdata === undefined) this.#other(start)
    else this.handlers.startCdata()
    for (const line of s.text.slice(s.at, end).match(/\r\n?|\n|[^\r\n][^\]\r\n]*/g) ?? []) {
      for (const character of line) if (!isAllowed(character.codePointAt(0)!)) s.invalid(s.at + line.indexOf(character))
      this.#eventAt = this.#isMain ? s.at : this.#eventAt
      this.#data(line === '\r\n' || line === '\r' ? '\n' : line, line)
      s.at += line.length
    }
    s.at = end + 3
    if (this.handlers.endCdata === undefined) this.#other(end)
    else this.handlers.endCdata()
  }

  #reference(start: number): void {
    const s = this.#scanner
    const reference = s.reference()
    const text = typeof reference === 'number' ? String.fromCodePoint(reference) : predefined[reference]
    if (text !== undefined) {
      this.#data(text, this.#raw(start))
      return
    }
    const name = reference as string
    const entity = this.#entityNamed(name, start)
    if (entity === undefined) {
      if (this.handlers.skippedEntity === undefined) this.#other(start)
      else this.handlers.skippedEntity(name, false)
      return
    }
    if (entity.isOpen) throw new XmlError(XmlErrorCode.recursiveEntityRef, this.#mainPlace(start))
    if (entity.notation !== null) throw new XmlError(XmlErrorCode.binaryEntityRef, this.#mainPlace(start))
    if (entity.text === null) this.#externalEntity(entity, start)
    else if (this.handlers.default !== undefined && !this.handlers.expandsEntities) {
      if (this.handlers.skippedEntity === undefined) this.#other(start)
      else this.handlers.skippedEntity(name, false)
    } else this.#expand(entity, entity.text)
  }

  /** A place in the document; within an entity, that of the event. */
  #mainPlace(at: number): number {
    return this.#isMain ? at : -1
  }

  /** Undefined for one that may have been declared where nobody has read. */
  #entityNamed(name: string, at: number): Entity | undefined {
    const entity = this.#dtd.entities.get(name)
    if (entity === undefined && (!this.#dtd.hasUnreadParts || this.#dtd.isStandalone))
      throw new XmlError(XmlErrorCode.undefinedEntity, this.#mainPlace(at))
    return entity
  }

  #count(text: string): void {
    this.#expanded += text.length
    const total = this.#direct + this.#expanded
    if (total > amplificationThreshold && total > mostAmplification * Math.max(this.#direct, 1))
      throw new XmlError(XmlErrorCode.amplification)
  }

  /** Parses an entity's text in the place of its reference: what begins there must end there. */
  #expand(entity: Entity, text: string): void {
    this.#count(text)
    const outer = this.#scanner
    const depth = this.#elements.length
    entity.isOpen = true
    this.#entityNames.push(entity.name)
    this.#scanner = new Scanner(text)
    try {
      while (!this.#scanner.isAtEnd) {
        if (this.#elements.length < depth) throw new XmlError(XmlErrorCode.asyncEntity)
        this.#content(this.#scanner.at)
      }
      if (this.#elements.length !== depth) throw new XmlError(XmlErrorCode.asyncEntity)
    } catch (thrown) {
      if (thrown instanceof NeedMore) throw new XmlError(XmlErrorCode.unclosedToken)
      if (thrown instanceof XmlError && thrown.at >= 0) throw new XmlError(thrown.code)
      throw thrown
    } finally {
      this.#scanner = outer
      this.#entityNames.pop()
      entity.isOpen = false
    }
  }

  #externalEntity(entity: Entity, start: number): void {
    if (this.handlers.externalEntity === undefined) {
      this.#other(start)
      return
    }
    if (!this.handlers.externalEntity([...this.#entityNames, entity.name].join('\f'), entity))
      throw new XmlError(XmlErrorCode.externalEntityHandling)
  }

  /** References are expanded and white space becomes spaces; where the type is not CDATA, only single ones between words stay. */
  #attributeValue(raw: string, at: number, isCdata: boolean): string {
    const value = this.#expandedValue(raw, at)
    return isCdata ? value : value.replace(/ +/g, ' ').replace(/^ | $/g, '')
  }

  #expandedValue(raw: string, at: number): string {
    if (!/[&\t\r\n]/.test(raw)) return raw
    const inner = new Scanner(raw)
    let value = ''
    while (!inner.isAtEnd) {
      const unit = inner.unit()
      if (unit !== 38) {
        inner.at++
        if (unit === 13 && raw.charCodeAt(inner.at) === 10) inner.at++
        value += isSpace(unit) ? ' ' : String.fromCharCode(unit)
        continue
      }
      const start = inner.at
      const reference = inner.reference()
      value +=
        typeof reference === 'number'
          ? String.fromCodePoint(reference)
          : this.#entityInValue(reference, at < 0 ? -1 : at + start)
    }
    return value
  }

  #entityInValue(name: string, at: number): string {
    const text = predefined[name]
    if (text !== undefined) return text
    const entity = this.#entityNamed(name, at)
    if (entity === undefined) {
      this.handlers.skippedEntity?.(name, false)
      return ''
    }
    if (entity.isOpen) throw new XmlError(XmlErrorCode.recursiveEntityRef, at)
    if (entity.notation !== null) throw new XmlError(XmlErrorCode.binaryEntityRef, at)
    if (entity.text === null) throw new XmlError(XmlErrorCode.attributeExternalEntityRef, at)
    this.#count(entity.text)
    if (entity.text.includes('<')) throw new XmlError(XmlErrorCode.invalidToken)
    entity.isOpen = true
    try {
      return this.#expandedValue(entity.text, -1)
    } finally {
      entity.isOpen = false
    }
  }

  #startElement(tag: RawTag, start: number): void {
    const declared = this.#dtd.attributes.get(tag.name)
    const attributes: [name: string, value: string][] = []
    for (const { name, value, at, valueAt } of tag.attributes) {
      if (attributes.some(([other]) => other === name))
        throw new XmlError(XmlErrorCode.duplicateAttribute, this.#mainPlace(at))
      const isCdata = declared?.find(attribute => attribute.name === name)?.isCdata ?? true
      attributes.push([name, this.#attributeValue(value, this.#mainPlace(valueAt), isCdata)])
    }
    const specified = attributes.length
    if (declared !== undefined) addDefaults(attributes, declared)
    const namespaces = this.#namespaces?.depth ?? 0
    const [name, flat, count] = this.#named(tag, attributes, specified)
    if (this.handlers.startElement === undefined) this.#other(start)
    else this.handlers.startElement(name, flat, count)
    this.#elements.push({ name: tag.name, reported: name, namespaces })
    // An end without a tag of its own is behind the start's.
    if (tag.isEmpty && this.#isMain && this.handlers.startElement !== undefined) this.#eventAt = this.#scanner.at
    if (tag.isEmpty) this.#endElement(this.handlers.startElement === undefined ? null : '')
  }

  /** Names as they are reported, and attributes without namespace declarations. */
  #named(tag: RawTag, attributes: [string, string][], specified: number): [string, string[], number] {
    const spaces = this.#namespaces
    if (spaces === null) return [tag.name, attributes.flat(), specified * 2]
    const own: [string, string, boolean][] = []
    attributes.forEach(([name, value], i) => {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) {
        own.push([name, value, i < specified])
        return
      }
      const prefix = name.slice(6)
      spaces.declare(prefix, value)
      this.handlers.startNamespace?.(prefix === '' ? null : prefix, value === '' ? null : value)
    })
    const flat: string[] = []
    for (const [name, value] of own) {
      const expanded = spaces.expand(name, 'attribute', this.usesTriplets)
      for (let i = 0; i < flat.length; i += 2)
        if (flat[i] === expanded) throw new XmlError(XmlErrorCode.duplicateAttribute)
      flat.push(expanded, value)
    }
    const count = own.filter(([, , isSpecified]) => isSpecified).length * 2
    return [spaces.expand(tag.name, 'element', this.usesTriplets), flat, count]
  }

  #endTag(start: number): void {
    const s = this.#scanner
    s.at++
    const nameAt = s.at
    const name = s.name()
    s.skipSpace()
    s.expect('>')
    const open = this.#elements.at(-1)
    if (open === undefined) throw new XmlError(XmlErrorCode.asyncEntity)
    if (open.name !== name) throw new XmlError(XmlErrorCode.tagMismatch, this.#mainPlace(nameAt))
    this.#endElement(this.#raw(start))
  }

  /** `raw` is the tag for the default handler; null if the handler has had it already. */
  #endElement(raw: string | null): void {
    const { reported, namespaces } = this.#elements.pop()!
    if (this.handlers.endElement !== undefined) this.handlers.endElement(reported)
    else if (raw !== null && raw !== '') this.handlers.default?.(raw)
    for (const prefix of this.#namespaces?.leave(namespaces) ?? [])
      this.handlers.endNamespace?.(prefix === '' ? null : prefix)
    if (this.#elements.length === 0 && !this.#isExternal && this.#isMain) this.#state = 'epilog'
  }
}

function addDefaults(attributes: [string, string][], declared: readonly AttributeDeclaration[]): void {
  for (const { name, value } of declared)
    if (value !== null && !attributes.some(([other]) => other === name)) attributes.push([name, value])
}
