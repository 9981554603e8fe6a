/** pyexpat.xmlparser as an object, and how what the parser reports becomes calls of Python handlers. As Modules/pyexpat.c. */
import type { Entity } from '../../base/expat/declarations.ts'
import type { ContentModel } from '../../base/expat/declarations.ts'
import { XmlError, xmlErrors } from '../../base/expat/errors.ts'
import type { XmlHandlers } from '../../base/expat/parser.ts'
import { XmlParser } from '../../base/expat/parser.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { makeException, raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { exceptionType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { indexOf } from '../../objects/operators.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { asStr, pointsOf, strOf } from '../../objects/str.ts'
import { truth } from '../../objects/truth.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { callMethod } from '../../objects/call.ts'

export const errorType = builtinType('ExpatError', {
  base: exceptionType,
  module: 'xml.parsers.expat',
  flags: TypeFlags.base | TypeFlags.dict,
  sameLayout: true,
})

export const parserType = builtinType('xmlparser', { module: 'pyexpat', flags: TypeFlags.noInstantiation })

/** Names of handlers, as attributes. */
export const handlerNames = [
  'StartElementHandler',
  'EndElementHandler',
  'ProcessingInstructionHandler',
  'CharacterDataHandler',
  'UnparsedEntityDeclHandler',
  'NotationDeclHandler',
  'StartNamespaceDeclHandler',
  'EndNamespaceDeclHandler',
  'CommentHandler',
  'StartCdataSectionHandler',
  'EndCdataSectionHandler',
  'DefaultHandler',
  'DefaultHandlerExpand',
  'NotStandaloneHandler',
  'ExternalEntityRefHandler',
  'StartDoctypeDeclHandler',
  'EndDoctypeDeclHandler',
  'EntityDeclHandler',
  'XmlDeclHandler',
  'ElementDeclHandler',
  'AttlistDeclHandler',
  'SkippedEntityHandler',
] as const
export type HandlerName = (typeof handlerNames)[number]

/** What each byte is in one of Python's encodings, which must be one of single bytes. */
function encodingTable(name: string): readonly number[] {
  const bytes = new PyBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const points = pointsOf(asStr(callMethod(bytes, 'decode', name, 'replace'))!)
  if (points.length !== 256) raise(valueErrorType, 'multi-byte encodings are not supported')
  return points.map(point => (point === 0xfffd ? -1 : point))
}

const textOrNone = (text: string | null): Value => (text === null ? null : strOf(text))

const modelTuple = ([type, quantifier, name, parts]: ContentModel): Value =>
  new PyTuple([type, quantifier, textOrNone(name), new PyTuple(parts.map(modelTuple))])

export class PyXmlParser extends PyObject {
  readonly parser: XmlParser
  readonly intern: Value
  readonly pythonHandlers: Map<HandlerName, Value>
  orderedAttributes: boolean
  specifiedAttributes: boolean
  /** Null: character data are not gathered. */
  buffer: string | null
  bufferSize: number
  isParsing: boolean

  constructor(encoding: string | null, separator: string | null, intern: Value, outer: PyXmlParser | null = null) {
    super(parserType)
    this.parser = new XmlParser(encoding, separator, encodingTable, outer === null ? null : outer.parser)
    this.intern = intern
    this.pythonHandlers = new Map()
    this.orderedAttributes = outer?.orderedAttributes ?? false
    this.specifiedAttributes = outer?.specifiedAttributes ?? false
    this.buffer = outer === null || outer.buffer === null ? null : ''
    this.bufferSize = outer?.bufferSize ?? 8192
    this.isParsing = false
    if (outer !== null) for (const [name, handler] of outer.pythonHandlers) this.setHandler(name, handler)
  }

  setHandler(name: HandlerName, handler: Value): void {
    if (name === 'CharacterDataHandler') this.flush()
    if (handler === null) this.pythonHandlers.delete(name)
    else this.pythonHandlers.set(name, handler)
    const { handlers } = this.parser
    if (name.startsWith('DefaultHandler')) {
      const other = name === 'DefaultHandler' ? 'DefaultHandlerExpand' : 'DefaultHandler'
      const wanted = handler === null && this.pythonHandlers.has(other) ? other : name
      handlers.expandsEntities = wanted === 'DefaultHandlerExpand'
      if (handler === null && wanted === name) delete handlers.default
      else handlers.default = text => this.#call(wanted, strOf(text))
      return
    }
    if (handler === null) delete handlers[fieldOf[name]!]
    else this.#connect(name)
  }

  /** Hands over character data that have been gathered. */
  flush(): void {
    const text = this.buffer
    if (text === null || text === '') return
    this.buffer = ''
    const handler = this.pythonHandlers.get('CharacterDataHandler')
    if (handler !== undefined) call(handler, [strOf(text)])
  }

  #call(name: HandlerName, ...args: Value[]): Value {
    this.flush()
    const handler = this.pythonHandlers.get(name)
    return handler === undefined ? null : call(handler, args)
  }

  #characters(text: string): void {
    if (this.buffer === null) {
      call(this.pythonHandlers.get('CharacterDataHandler')!, [strOf(text)])
      return
    }
    if (this.buffer.length + text.length > this.bufferSize) this.flush()
    if (text.length > this.bufferSize) call(this.pythonHandlers.get('CharacterDataHandler')!, [strOf(text)])
    else this.buffer += text
  }

  #startElement(name: string, attributes: readonly string[], specified: number): void {
    const flat = (this.specifiedAttributes ? attributes.slice(0, specified) : attributes).map(text => strOf(text))
    let argument: Value
    if (this.orderedAttributes) argument = new PyList(flat)
    else {
      const dict = new PyDict()
      for (let i = 0; i < flat.length; i += 2) dict.set(flat[i]!, flat[i + 1]!)
      argument = dict
    }
    this.#call('StartElementHandler', strOf(name), argument)
  }

  #connect(name: HandlerName): void {
    const { handlers } = this.parser
    const base = (entity: Entity): Value => textOrNone(entity.base)
    const connectors: Readonly<Record<string, () => void>> = {
      StartElementHandler: () => {
        handlers.startElement = (element, attributes, specified) => this.#startElement(element, attributes, specified)
      },
      EndElementHandler: () => {
        handlers.endElement = element => this.#call(name, strOf(element))
      },
      ProcessingInstructionHandler: () => {
        handlers.processingInstruction = (target, data) => this.#call(name, strOf(target), strOf(data))
      },
      CharacterDataHandler: () => {
        handlers.characterData = text => this.#characters(text)
      },
      UnparsedEntityDeclHandler: () => {
        handlers.unparsedEntity = (entityName, entity) =>
          this.#call(
            name,
            strOf(entityName),
            base(entity),
            textOrNone(entity.systemId),
            textOrNone(entity.publicId),
            textOrNone(entity.notation),
          )
      },
      NotationDeclHandler: () => {
        handlers.notation = (notation, systemId, publicId) =>
          this.#call(name, strOf(notation), textOrNone(this.parser.base), textOrNone(systemId), textOrNone(publicId))
      },
      StartNamespaceDeclHandler: () => {
        handlers.startNamespace = (prefix, uri) => this.#call(name, textOrNone(prefix), textOrNone(uri))
      },
      EndNamespaceDeclHandler: () => {
        handlers.endNamespace = prefix => this.#call(name, textOrNone(prefix))
      },
      CommentHandler: () => {
        handlers.comment = text => this.#call(name, strOf(text))
      },
      StartCdataSectionHandler: () => {
        handlers.startCdata = () => this.#call(name)
      },
      EndCdataSectionHandler: () => {
        handlers.endCdata = () => this.#call(name)
      },
      NotStandaloneHandler: () => {
        handlers.notStandalone = () => indexOf(this.#call(name)) !== 0
      },
      ExternalEntityRefHandler: () => {
        handlers.externalEntity = (context, entity) =>
          truth(
            this.#call(name, strOf(context), base(entity), textOrNone(entity.systemId), textOrNone(entity.publicId)),
          )
      },
      StartDoctypeDeclHandler: () => {
        handlers.startDoctype = (doctype, systemId, publicId, hasSubset) =>
          this.#call(name, strOf(doctype), textOrNone(systemId), textOrNone(publicId), hasSubset ? 1 : 0)
      },
      EndDoctypeDeclHandler: () => {
        handlers.endDoctype = () => this.#call(name)
      },
      EntityDeclHandler: () => {
        handlers.entityDeclaration = (entityName, isParameter, value, entity) =>
          this.#call(
            name,
            strOf(entityName),
            isParameter ? 1 : 0,
            textOrNone(value),
            base(entity),
            textOrNone(entity.systemId),
            textOrNone(entity.publicId),
            textOrNone(entity.notation),
          )
      },
      XmlDeclHandler: () => {
        handlers.xmlDeclaration = (version, encoding, standalone) =>
          this.#call(name, strOf(version), textOrNone(encoding), standalone)
      },
      ElementDeclHandler: () => {
        handlers.elementDeclaration = (element, model) => this.#call(name, strOf(element), modelTuple(model))
      },
      AttlistDeclHandler: () => {
        handlers.attributeDeclaration = (element, attribute, type, value, isRequired) =>
          this.#call(name, strOf(element), strOf(attribute), strOf(type), textOrNone(value), isRequired ? 1 : 0)
      },
      SkippedEntityHandler: () => {
        handlers.skippedEntity = (entity, isParameter) => this.#call(name, strOf(entity), isParameter ? 1 : 0)
      },
    }
    connectors[name]!()
  }

  parse(bytes: Uint8Array, isFinal: boolean): Value {
    this.isParsing = true
    try {
      this.parser.parse(bytes, isFinal)
    } catch (thrown) {
      if (thrown instanceof XmlError) this.#raise(thrown)
      throw thrown
    }
    this.flush()
    return 1
  }

  #raise(error: XmlError): never {
    this.flush()
    const { line, column } = this.parser.error!.position
    const message = xmlErrors[error.code - 1]![1]
    const exception = makeException(errorType, `${message}: line ${line}, column ${column}`)
    const values = { code: error.code, offset: column, lineno: line }
    for (const [key, value] of Object.entries(values)) setField(exception, key, value)
    throw exception
  }
}

const setField = (exception: PyObject, name: string, value: Value): void => {
  exception.type.setattribute!(exception, name, value)
}

type HandlerField = Exclude<keyof XmlHandlers, 'expandsEntities' | 'default'>

const fieldOf: Readonly<Partial<Record<HandlerName, HandlerField>>> = {
  StartElementHandler: 'startElement',
  EndElementHandler: 'endElement',
  ProcessingInstructionHandler: 'processingInstruction',
  CharacterDataHandler: 'characterData',
  UnparsedEntityDeclHandler: 'unparsedEntity',
  NotationDeclHandler: 'notation',
  StartNamespaceDeclHandler: 'startNamespace',
  EndNamespaceDeclHandler: 'endNamespace',
  CommentHandler: 'comment',
  StartCdataSectionHandler: 'startCdata',
  EndCdataSectionHandler: 'endCdata',
  NotStandaloneHandler: 'notStandalone',
  ExternalEntityRefHandler: 'externalEntity',
  StartDoctypeDeclHandler: 'startDoctype',
  EndDoctypeDeclHandler: 'endDoctype',
  EntityDeclHandler: 'entityDeclaration',
  XmlDeclHandler: 'xmlDeclaration',
  ElementDeclHandler: 'elementDeclaration',
  AttlistDeclHandler: 'attributeDeclaration',
  SkippedEntityHandler: 'skippedEntity',
}
