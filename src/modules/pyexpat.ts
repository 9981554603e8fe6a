/** The module pyexpat: parsing XML. The parser is in base/expat; the folder makes it Python's. */
import { xmlErrors } from '../base/expat/errors.ts'
import { findAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { call, callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { PyModule } from '../objects/module.ts'
import { asInt } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, strLength, strOf } from '../objects/str.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { encodeStr } from '../builtins/codecs.ts'
import { errorType, handlerNames, parserType, PyXmlParser } from './pyexpat/parser-object.ts'

const version = [2, 7, 3] as const

function createParser(encoding: string | null, separator: string | null, intern: Value | undefined): Value {
  if (separator !== null && strLength(strOf(separator)) > 1)
    raise(valueErrorType, 'namespace_separator must be at most one character, omitted, or None')
  if (intern !== undefined && intern !== null && !(intern instanceof PyDict))
    raiseTypeError('intern must be a dictionary')
  return new PyXmlParser(encoding, separator, intern === undefined ? new PyDict() : intern)
}

function parse(self: PyXmlParser, data: Value, isFinal: boolean): Value {
  const str = asStr(data)
  if (str !== undefined) {
    self.parser.useText()
    return self.parse(encodeStr(str, 'utf-8', 'strict').bytes, isFinal)
  }
  const bytes = bufferOf(data)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(data))}'`)
  return self.parse(bytes, isFinal)
}

function parseFile(self: PyXmlParser, file: Value): Value {
  const read = findAttribute(file, 'read')
  if (read === undefined) raiseTypeError("argument must have 'read' attribute")
  for (;;) {
    const data = call(read, [2048])
    const bytes = bufferOf(data)
    if (bytes === undefined) raiseTypeError(`read() did not return a bytes object (type=${typeName(typeOf(data))})`)
    const result = self.parse(bytes, bytes.length === 0)
    if (bytes.length === 0) return result
  }
}

const parserMethods = (): Builtin[] => [
  builtin(
    'Parse($self, data, isfinal: bool = False, /)',
    parse,
    'Parse a piece of XML; the last piece is to say that it is.',
  ),
  builtin('ParseFile($self, file, /)', parseFile, 'Parse what a file-like object has to read.'),
  builtin(
    'GetBase($self, /)',
    ({ parser }: PyXmlParser) => (parser.base === null ? null : strOf(parser.base)),
    'Return the base that SetBase() has set.',
  ),
  builtin(
    'SetBase($self, base: text, /)',
    ({ parser }: PyXmlParser, base: string) => {
      parser.base = base
    },
    'Set what relative system identifiers are relative to.',
  ),
  builtin(
    'GetInputContext($self, /)',
    (self: PyXmlParser) => (self.isParsing ? callMethod(strOf(self.parser.inputText), 'encode') : null),
    'Return the text of the current event and what follows it, while parsing.',
  ),
  builtin(
    'ExternalEntityParserCreate($self, context: text?, encoding: text = <unrepresentable>, /)',
    (self: PyXmlParser, _context: string | null, encoding: string | undefined) =>
      new PyXmlParser(encoding ?? null, null, self.intern, self),
    'Return a parser for the text of an external entity.',
  ),
  builtin('SetParamEntityParsing($self, flag: int, /)', () => 1, 'Say whether parameter entities are to be read.'),
  builtin(
    'UseForeignDTD($self, flag: bool = True, /)',
    ({ parser }: PyXmlParser, flag: boolean) => {
      parser.usesForeignDtd = flag
    },
    'Say that the document has a document type definition which it does not name.',
  ),
  builtin('GetReparseDeferralEnabled($self, /)', () => false, 'Are long tokens not tried again with each piece?'),
  builtin('SetReparseDeferralEnabled($self, enabled: bool, /)', () => null, 'Accepted, without effect.'),
]

function sizeArgument(value: Value | undefined): number {
  if (value === undefined || asInt(value) === undefined) raiseTypeError('buffer_size must be an integer')
  const size = Number(asInt(value))
  if (size <= 0) raise(valueErrorType, 'buffer_size must be greater than zero')
  return size
}

/** An attribute that cannot be deleted. */
const settable =
  (set: (self: PyXmlParser, value: Value) => void) =>
  (self: PyXmlParser, value: Value | undefined): void => {
    if (value === undefined) raise(runtimeErrorType, 'Cannot delete attribute')
    set(self, value)
  }

/** Where an error was, or where the parser is. */
const position = ({ parser }: PyXmlParser) => parser.error?.position ?? parser.position()
const byteOf = (self: PyXmlParser): number => (self.isParsing ? position(self).byte : -1)

defineType(parserType, {
  doc: 'XML parser',
  methods: parserMethods,
  getset: () => [
    ...handlerNames.map(
      name =>
        [
          name,
          ({ pythonHandlers }: PyXmlParser) => pythonHandlers.get(name) ?? null,
          settable((self, value) => self.setHandler(name, value)),
        ] as const,
    ),
    ['ErrorCode', ({ parser }: PyXmlParser) => parser.error?.code ?? 0],
    ['ErrorLineNumber', (self: PyXmlParser) => position(self).line],
    ['ErrorColumnNumber', (self: PyXmlParser) => position(self).column],
    ['ErrorByteIndex', byteOf],
    ['CurrentLineNumber', (self: PyXmlParser) => position(self).line],
    ['CurrentColumnNumber', (self: PyXmlParser) => position(self).column],
    ['CurrentByteIndex', byteOf],
    [
      'buffer_size',
      ({ bufferSize }: PyXmlParser) => bufferSize,
      settable((self, value) => {
        const size = sizeArgument(value)
        self.flush()
        self.bufferSize = size
      }),
    ],
    [
      'buffer_text',
      ({ buffer }: PyXmlParser) => buffer !== null,
      settable((self, value) => {
        if (truth(value)) self.buffer ??= ''
        else {
          self.flush()
          self.buffer = null
        }
      }),
    ],
    ['buffer_used', ({ buffer }: PyXmlParser) => buffer?.length ?? 0],
    [
      'namespace_prefixes',
      ({ parser }: PyXmlParser) => parser.usesTriplets,
      settable(({ parser }, value) => {
        parser.usesTriplets = truth(value)
      }),
    ],
    [
      'ordered_attributes',
      ({ orderedAttributes }: PyXmlParser) => orderedAttributes,
      settable((self, value) => {
        self.orderedAttributes = truth(value)
      }),
    ],
    [
      'specified_attributes',
      ({ specifiedAttributes }: PyXmlParser) => specifiedAttributes,
      settable((self, value) => {
        self.specifiedAttributes = truth(value)
      }),
    ],
  ],
  members: () => [['intern', ({ intern }: PyXmlParser) => intern]],
})

/** A module within the module, which can be imported once that has been. */
function submodule(name: string, doc: string, entries: Iterable<readonly [string, Value]>): Value {
  const module = new PyModule(`pyexpat.${name}`)
  module.dict.setStr('__doc__', doc)
  for (const [key, value] of entries) module.dict.setStr(key, value)
  vm.modules.setStr(`pyexpat.${name}`, module)
  return module
}

function makeErrors(): Value {
  const codes = PyDict.from(xmlErrors.map(([, message], i) => [message, i + 1] as const))
  const messages = PyDict.from(xmlErrors.map(([, message], i) => [i + 1, message] as const))
  return submodule('errors', 'Constants used to describe error conditions.', [
    ...xmlErrors,
    ['codes', codes],
    ['messages', messages],
  ])
}

const modelConstants: readonly (readonly [string, number])[] = [
  ['XML_CTYPE_EMPTY', 1],
  ['XML_CTYPE_ANY', 2],
  ['XML_CTYPE_MIXED', 3],
  ['XML_CTYPE_NAME', 4],
  ['XML_CTYPE_CHOICE', 5],
  ['XML_CTYPE_SEQ', 6],
  ['XML_CQUANT_NONE', 0],
  ['XML_CQUANT_OPT', 1],
  ['XML_CQUANT_REP', 2],
  ['XML_CQUANT_PLUS', 3],
]

const features: readonly (readonly [string, number])[] = [
  ['sizeof(XML_Char)', 1],
  ['sizeof(XML_LChar)', 1],
  ['XML_DTD', 0],
  ['XML_CONTEXT_BYTES', 1024],
  ['XML_NS', 0],
  ['XML_BLAP_MAX_AMP', 100],
  ['XML_BLAP_ACT_THRES', 8388608],
  ['XML_GE', 0],
]

defineModule('pyexpat', {
  doc: 'Python wrapper for Expat parser.',
  functions: () => [
    builtin(
      'ParserCreate($module, /, encoding: text? = None, namespace_separator: text? = None, intern=<unrepresentable>)',
      createParser,
      'Return a new XML parser object.',
    ),
    builtin(
      'ErrorString($module, code: ssize, /)',
      (code: number) => xmlErrors[code - 1]?.[1] ?? null,
      'Return the message of an error number.',
    ),
  ],
  attributes: () => ({
    ExpatError: errorType,
    error: errorType,
    XMLParserType: parserType,
    EXPAT_VERSION: `expat_${version.join('.')}`,
    version_info: new PyTuple([...version]),
    native_encoding: 'UTF-8',
    features: new PyList(features.map(([name, value]) => new PyTuple([name, value]))),
    XML_PARAM_ENTITY_PARSING_NEVER: 0,
    XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: 1,
    XML_PARAM_ENTITY_PARSING_ALWAYS: 2,
    errors: makeErrors(),
    model: submodule('model', 'Constants used to interpret content model information.', modelConstants),
  }),
})
