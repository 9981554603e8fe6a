/** `TextIOWrapper`: text over a buffered stream of bytes. As Modules/_io/textio.c. */
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import {
  attributeErrorType,
  encodingWarningType,
  lookupErrorType,
  valueErrorType,
} from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { asStr, strLength, strOf, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { truth } from '../../objects/truth.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { hasThreads } from '../../interpreter/threads.ts'
import { lookupCodec } from '../../builtins/codecs.ts'
import { cString } from '../../builtins/type-names.ts'
import { configuration } from '../configuration.ts'
import type { PyBuffered } from './buffer.ts'
import { gathered } from './gathering.ts'
import { newlineMode, type NewlineMode } from './newlines.ts'
import {
  cannotPickle,
  isClosed,
  limitOf,
  nameOf,
  PyStream,
  raiseClosed,
  textIOBaseType,
  unsupported,
} from './stream.ts'
import { hasLineEnd, hasMethod, PyTextIOWrapper } from './text-buffer.ts'
import { nativeEncoding } from './text-decoder.ts'
import { seek, tell } from './text-position.ts'

export const textIOWrapperType = builtinType('TextIOWrapper', {
  module: '_io',
  base: textIOBaseType,
  flags: F.base | F.dict | F.weakref,
})

textIOWrapperType.new = (type: PyType) => new PyTextIOWrapper(type)

function textArgument(value: Value, name: string, otherwise: string): string {
  if (value === null) return otherwise
  const text = asStr(value)
  if (text === undefined)
    raiseTypeError(`TextIOWrapper() argument '${name}' must be str or None, not ${typeName(typeOf(value))}`)
  return cString(textOf(text))
}

function checkEncoding(encoding: string): void {
  if (nativeEncoding(encoding) !== null) return
  const isText = findAttribute(lookupCodec(encoding), '_is_text_encoding')
  if (isText !== undefined && !truth(isText))
    raise(lookupErrorType, `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`)
}

interface Settings {
  readonly encoding: string
  readonly errors: string
  readonly newline: NewlineMode
  readonly lineBuffering: boolean
  readonly writeThrough: boolean
}

export function startText(self: PyTextIOWrapper, buffer: Value, settings: Settings): void {
  Object.assign(self, settings)
  self.forgetRead()
  self.pending = ''
  self.waiting = []
  self.waitingLength = 0
  self.snapshot = null
  self.isReadable = truth(callMethod(buffer, 'readable'))
  self.isWritable = truth(callMethod(buffer, 'writable'))
  self.isSeekable = self.isTelling = truth(callMethod(buffer, 'seekable'))
  self.hasReadOnce = hasMethod(buffer, 'read1')
  self.buffer = buffer
  self.startCodec()
}

const construct = builtin(
  'TextIOWrapper($self, buffer, encoding=None, errors=None, newline=None, line_buffering: bool=False, write_through: bool=False)',
  (
    self: PyTextIOWrapper,
    buffer: Value,
    encoding: Value,
    errors: Value,
    newline: Value,
    lineBuffering: boolean,
    writeThrough: boolean,
  ) => {
    self.buffer = undefined
    if (encoding === null && configuration().warnsOfDefaultEncoding)
      hooks.warn(encodingWarningType, "'encoding' argument not specified", 1)
    const given = textArgument(encoding, 'encoding', configuration().utf8Mode ? 'utf-8' : 'UTF-8')
    const name = given === 'locale' ? 'UTF-8' : given
    checkEncoding(name)
    startText(self, buffer, {
      encoding: name,
      errors: textArgument(errors, 'errors', 'strict'),
      newline: newlineMode(newline),
      lineBuffering,
      writeThrough,
    })
  },
)
textIOWrapperType.init = (self: PyTextIOWrapper, args, keywords) => {
  construct.call(self, args, keywords)
}

/** A text file over a buffer, for TypeScript code. */
export function makeTextIOWrapper(buffer: Value, settings: Settings): PyTextIOWrapper {
  const made = new PyTextIOWrapper(textIOWrapperType)
  startText(made, buffer, settings)
  return made
}

textIOWrapperType.repr = (self: PyTextIOWrapper) => {
  const name = self.buffer === undefined || self.buffer === null ? undefined : nameOf(self)
  const mode = findAttribute(self, 'mode')
  const shown = `${name === undefined ? '' : ` name=${reprText(name)}`}${mode === undefined ? '' : ` mode=${reprText(mode)}`}`
  return strOf(`<${typeName(self.type)}${shown} encoding='${self.encoding}'>`)
}

function checkOpen(self: PyTextIOWrapper): void {
  if (isClosed(self.stream)) raiseClosed()
}

function write(self: PyTextIOWrapper, value: Value): Value {
  const given = asStr(value)
  if (given === undefined) raiseTypeError(`write() argument must be str, not ${typeName(typeOf(value))}`)
  checkOpen(self)
  if (!self.isWritable) unsupported('not writable')
  const { written } = self.newline
  const text = written === '\n' ? given : strOf(textOf(given).replaceAll('\n', written))
  const needsFlush = self.lineBuffering && hasLineEnd(given)
  self.put(text)
  if (self.writeThrough || needsFlush) self.passOn()
  if (needsFlush) callMethod(self.stream, 'flush')
  if (self.snapshot !== null) {
    self.snapshot = null
    self.forgetRead()
  }
  self.decoder?.reset()
  return strLength(given)
}

function read(self: PyTextIOWrapper, size: Value): Value {
  const limit = limitOf(size)
  checkOpen(self)
  if (self.decoder === null) unsupported('not readable')
  self.passOn()
  const ahead = aheadOf(self)
  const isEnough = (): boolean => limit >= 0 && self.available + ahead!.available >= limit
  return gathered(readMethod, ahead, isEnough, () => (limit < 0 ? self.readAll() : self.read(limit)))
}

const readMethod: Builtin = builtin('read($self, size=-1, /)', read)

/** Where the bytes are that are not decoded yet. */
const aheadOf = ({ stream }: PyTextIOWrapper): PyBuffered | null =>
  stream instanceof PyStream ? stream.readAhead : null

function withLine<T extends Value | undefined>(
  reader: Builtin | PyTextIOWrapper,
  self: PyTextIOWrapper,
  limit: number,
  work: () => T,
): T {
  const ahead = aheadOf(self)
  return gathered(reader, ahead, () => self.hasLine(limit) || ahead!.hasLine(limit), work)
}

function readLine(self: PyTextIOWrapper, size: Value): Value {
  const limit = limitOf(size)
  checkOpen(self)
  if (self.decoder === null) unsupported('not readable')
  self.passOn()
  return withLine(readLineMethod, self, limit, () => self.readLine(limit))
}

const readLineMethod: Builtin = builtin('readline($self, size=-1, /)', readLine)

textIOWrapperType.iternext = (self: PyTextIOWrapper) => {
  const { stream } = self
  if (isClosed(stream)) raiseClosed()
  if (self.decoder === null) unsupported('not readable')
  self.isTelling = false
  return hasThreads() ? withLine(self, self, -1, () => nextLine(self)) : nextLine(self)
}

function nextLine(self: PyTextIOWrapper): Value | undefined {
  // A subclass may have a readline of its own.
  const line = self.type === textIOWrapperType ? self.readLine(-1) : callMethod(self, 'readline')
  const text = asStr(line)
  if (text === undefined)
    raiseTypeError(`readline() should have returned a str object, not '${typeName(typeOf(line))}'`)
  if (strLength(text) > 0) return line
  self.snapshot = null
  self.isTelling = self.isSeekable
  return undefined
}

function flush(self: PyTextIOWrapper): Value {
  checkOpen(self)
  self.isTelling = self.isSeekable
  self.passOn()
  return callMethod(self.stream, 'flush')
}

function close(self: PyTextIOWrapper): Value {
  const { stream } = self
  if (isClosed(stream)) return null
  try {
    callMethod(self, 'flush')
  } catch (thrown) {
    const exception = raised(thrown)
    try {
      callMethod(stream, 'close')
    } catch (second) {
      const other = raised(second)
      other.context ??= exception
      throw other
    }
    throw exception
  }
  return callMethod(stream, 'close')
}

function detach(self: PyTextIOWrapper): Value {
  const { stream } = self
  callMethod(self, 'flush')
  self.buffer = null
  return stream
}

function truncate(self: PyTextIOWrapper, size: Value): Value {
  callMethod(self, 'flush')
  return callMethod(self.stream, 'truncate', size)
}

function reconfigure(
  self: PyTextIOWrapper,
  encoding: Value,
  errors: Value,
  newline: Value | undefined,
  lineBuffering: Value,
  writeThrough: Value,
): void {
  if (strLength(self.decoded) > 0 && (encoding !== null || errors !== null || newline !== undefined))
    unsupported('It is not possible to set the encoding or newline of stream after the first read')
  const name = textArgument(encoding, 'encoding', self.encoding)
  const handler = errors === null ? (encoding === null ? self.errors : 'strict') : textArgument(errors, 'errors', '')
  checkEncoding(name === 'locale' ? 'utf-8' : name)
  const mode = newline === undefined ? self.newline : newlineMode(newline)
  callMethod(self, 'flush')
  self.encoding = name === 'locale' ? 'utf-8' : name
  self.errors = handler
  self.newline = mode
  self.startCodec()
  if (lineBuffering !== null) self.lineBuffering = truth(lineBuffering)
  if (writeThrough !== null) self.writeThrough = truth(writeThrough)
}

function setChunk(self: PyTextIOWrapper, value: Value | undefined): void {
  if (value === undefined) raise(attributeErrorType, 'cannot delete attribute')
  if (typeof value !== 'number' || value <= 0) raise(valueErrorType, 'a strictly positive integer is required')
  self.chunk = value
}

const passOn = (name: string) => builtin(`${name}($self, /)`, (self: PyTextIOWrapper) => callMethod(self.stream, name))

defineType(textIOWrapperType, {
  doc: "Character and line based layer over a BufferedIOBase object, buffer.\n\nencoding gives the name of the encoding that the stream will be\ndecoded or encoded with. It defaults to locale.getencoding().\n\nerrors determines the strictness of encoding and decoding (see\nhelp(codecs.Codec) or the documentation for codecs.register) and\ndefaults to \"strict\".\n\nnewline controls how line endings are handled. It can be None, '',\n'\\n', '\\r', and '\\r\\n'.  It works as follows:\n\n* On input, if newline is None, universal newlines mode is\n  enabled. Lines in the input can end in '\\n', '\\r', or '\\r\\n', and\n  these are translated into '\\n' before being returned to the\n  caller. If it is '', universal newline mode is enabled, but line\n  endings are returned to the caller untranslated. If it has any of\n  the other legal values, input lines are only terminated by the given\n  string, and the line ending is returned to the caller untranslated.\n\n* On output, if newline is None, any '\\n' characters written are\n  translated to the system default line separator, os.linesep. If\n  newline is '' or '\\n', no translation takes place. If newline is any\n  of the other legal values, any '\\n' characters written are translated\n  to the given string.\n\nIf line_buffering is True, a call to flush is implied when a call to\nwrite contains a newline character.",
  signature:
    '(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)',
  methods: () => [
    builtin('detach($self, /)', detach),
    builtin(
      'reconfigure($self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)',
      reconfigure,
      'Reconfigure the text stream with new parameters.\n\nThis also does an implicit stream flush.',
    ),
    builtin('write($self, text, /)', write),
    readMethod,
    readLineMethod,
    builtin('flush($self, /)', flush),
    builtin('close($self, /)', close),
    passOn('fileno'),
    passOn('seekable'),
    passOn('readable'),
    passOn('writable'),
    passOn('isatty'),
    builtin(
      'seek($self, cookie, whence: ssize=0, /)',
      (self: PyTextIOWrapper, cookie: Value, whence: number) => {
        checkOpen(self)
        return seek(self, cookie, whence)
      },
      'Set the stream position, and return the new stream position.',
    ),
    builtin(
      'tell($self, /)',
      (self: PyTextIOWrapper) => {
        checkOpen(self)
        return tell(self)
      },
      'Return the stream position as an opaque number.\n\nThe return value of tell() can be given as input to seek(), to restore a\nprevious stream position.',
    ),
    builtin('truncate($self, pos=None, /)', truncate),
    builtin('__getstate__($self, /)', cannotPickle),
  ],
  members: () => [
    ['encoding', (self: PyTextIOWrapper) => strOf(self.encoding)],
    ['line_buffering', (self: PyTextIOWrapper) => self.lineBuffering],
    ['write_through', (self: PyTextIOWrapper) => self.writeThrough],
    [
      '_finalizing',
      (self: PyTextIOWrapper) => self.finalizing,
      (self: PyTextIOWrapper, value: Value | undefined) => {
        self.finalizing = value === true
      },
    ],
  ],
  getset: () => [
    ['name', (self: PyTextIOWrapper) => lookupAttribute(self.stream, 'name')],
    ['closed', (self: PyTextIOWrapper) => lookupAttribute(self.stream, 'closed')],
    ['newlines', (self: PyTextIOWrapper) => self.translator?.newlines ?? null],
    ['errors', (self: PyTextIOWrapper) => strOf(self.errors)],
    ['_CHUNK_SIZE', (self: PyTextIOWrapper) => self.chunk, setChunk],
    ['buffer', (self: PyTextIOWrapper) => self.stream],
  ],
})
