/** The module _tokenize: our own tokenizer for Python's `tokenize`. As Python/Python-tokenize.c. */
import { codePointCount } from '../frontend/characters.ts'
import { ErrorPosition, SourceError } from '../frontend/source-error.ts'
import { readSource } from '../frontend/source-text.ts'
import { DEDENT, ENDMARKER, exactKind, INDENT, NEWLINE, NL, OP } from '../frontend/token-kinds.ts'
import { Tokenizer } from '../frontend/tokenizer.ts'
import type { Tokens } from '../frontend/tokens.ts'
import { exceptionOfSourceError } from '../interpreter/compiling.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { decodeBytes } from '../builtins/codecs.ts'
import { encodableText } from '../builtins/type-names.ts'
import { PyBytes } from '../objects/bytes.ts'
import { call } from '../objects/call.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { stopIterationType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

const tokenizerIterType = builtinType('TokenizerIter', { module: '_tokenize' })

class PyTokenizerIter extends PyObject {
  tokens: Tokens | null
  next: number
  readonly readline: Value
  readonly encoding: string | null
  readonly extra: boolean
  /** Length of the source before a missing last line end was put in. */
  length: number
  /** The lines that a carriage return ends as well; the tokenizer does not see it. */
  readonly returns: Set<number>
  constructor(type: PyType, readline: Value, encoding: string | null, extra: boolean) {
    super(type)
    this.tokens = null
    this.next = 0
    this.readline = readline
    this.encoding = encoding
    this.extra = extra
    this.length = 0
    this.returns = new Set()
  }

  /** Text of the source, which begins in that line, with its own line ends. */
  spelled(text: string, line: number): string {
    return this.returns.size === 0 ? text : text.replace(/\n/g, () => (this.returns.has(line++) ? '\r\n' : '\n'))
  }
}

/** Everything that `readline` gives. */
function readLines(readline: Value, encoding: string | null): string {
  let text = ''
  for (;;) {
    let given: Value
    try {
      given = call(readline, [])
    } catch (thrown) {
      if (raised(thrown).type.isSubtypeOf(stopIterationType)) return text
      throw thrown
    }
    const piece =
      encoding !== null && given instanceof PyBytes
        ? decodeBytes(given.bytes, encoding, 'replace', given)
        : asStr(given)
    if (piece === undefined)
      raiseTypeError(`readline() returned a non-${encoding === null ? 'string' : 'bytes'} object`)
    const line = encodableText(textOf(piece))
    if (line === '') return text
    text += line
  }
}

/** Nothing is read before the first token is asked for: what is wrong with the source is told there. */
function read(self: PyTokenizerIter): Tokens {
  const lines = readLines(self.readline, self.encoding)
  const nullByte = lines.indexOf('\0')
  if (nullByte >= 0) raiseNullByte(lines.slice(0, nullByte).split('\n').length)
  if (lines.includes('\r'))
    for (const [i, line] of lines.split('\n').entries()) if (line.endsWith('\r')) self.returns.add(i + 1)
  const { text } = readSource(lines, '<string>', null)
  const options = { single: false, keepBlocksOpen: false, typeComments: false, extraTokens: self.extra }
  const endsInNewline = text === '' || text.endsWith('\n')
  self.length = text.length
  return new Tokenizer(endsInNewline ? text : `${text}\n`, '<string>', options).run()
}

const parameters = builtin(
  'tokenizeriter($type, readline, /, *, encoding: text?=None, extra_tokens: bool=False)',
  (type: PyType, readline: Value, encoding: string | null, extra: boolean) =>
    new PyTokenizerIter(type, readline, encoding, extra),
)
tokenizerIterType.new = (type, args, keywords) => parameters.call(type, args, keywords)

tokenizerIterType.iter = self => self
tokenizerIterType.iternext = (self: PyTokenizerIter) => {
  self.tokens ??= read(self)
  const { tokens } = self
  if (self.next >= tokens.count) return undefined
  const token = self.next++
  if (tokens.isError(token)) {
    self.next = tokens.count
    const { error } = tokens
    if (error !== null && isUnfinished(error)) raiseUnfinished(tokens)
    throw exceptionOfSourceError(withoutEnd(error!))
  }
  return tokenTuple(self, tokens, token)
}

function raiseNullByte(lineno: number): never {
  const position = new ErrorPosition(lineno, 0, null, null, null)
  throw exceptionOfSourceError(
    new SourceError('SyntaxError', 'source code cannot contain null bytes', '<string>', position),
  )
}

/** CPython's says where the error is, not how far it goes. */
function withoutEnd({ type, message, filename, position }: SourceError): SourceError {
  if (position === null) return new SourceError(type, message, filename, null)
  const { lineno, offset, text } = position
  return new SourceError(
    type,
    message,
    filename,
    new ErrorPosition(lineno, offset, text?.replace(/\n$/, '') ?? null, null, null),
  )
}

const isUnfinished = ({ message }: SourceError): boolean =>
  message.endsWith('was never closed') || message === 'unexpected EOF while parsing'

/** Who reads tokens alone cannot know which bracket it was. */
function raiseUnfinished({ source }: Tokens): never {
  const lineno = source.split('\n').length - 1
  const position = new ErrorPosition(lineno, 0, null, null, null)
  throw exceptionOfSourceError(
    new SourceError('SyntaxError', 'unexpected EOF in multi-line statement', '<string>', position),
  )
}

/** (type, string, (row, column), (row, column), line), columns in characters. */
function tokenTuple(self: PyTokenizerIter, tokens: Tokens, token: number): Value {
  const { source } = tokens
  const start = tokens.starts[token]!
  const end = tokens.ends[token]!
  const exact = exactKind(tokens.kinds[token]!)
  const isLineEnd = exact === NEWLINE || exact === NL
  const isLayout = exact === INDENT || exact === DEDENT || exact === ENDMARKER
  const isNowhere = isLayout && !self.extra
  const column = isNowhere ? -1 : columnOf(source, start)
  const line = Math.max(tokens.lines[token]!, 1)
  const endOfLine = self.extra ? self.spelled(source.slice(start, Math.min(start + 1, self.length)), line) : ''
  const endColumn = isLineEnd
    ? column + (self.extra ? endOfLine.length || 1 : 0)
    : isNowhere
      ? -1
      : columnOf(source, end)
  const text = isLineEnd ? endOfLine : self.spelled(source.slice(start, end), line)
  return new PyTuple([
    self.extra && exact > DEDENT && exact < OP ? OP : exact,
    isLayout ? textOfLayout(exact, text) : strOf(text),
    new PyTuple([line, column]),
    new PyTuple([Math.max(tokens.endLines[token]!, 1), endColumn]),
    exact === ENDMARKER ? '' : strOf(self.spelled(linesOf(tokens, token, self.length), line)),
  ])
}

const textOfLayout = (kind: number, text: string): Value => (kind === INDENT ? strOf(text) : '')

function columnOf(source: string, position: number): number {
  const lineStart = position === 0 ? 0 : source.lastIndexOf('\n', position - 1) + 1
  return codePointCount(source, lineStart, position)
}

/** The lines that the token lies in. */
function linesOf(tokens: Tokens, token: number, length: number): string {
  const { source } = tokens
  const start = tokens.starts[token]!
  const exact = exactKind(tokens.kinds[token]!)
  const first = start === 0 ? 0 : source.lastIndexOf('\n', start - 1) + 1
  const after = source.indexOf('\n', exact === NEWLINE || exact === NL ? start : tokens.ends[token]!)
  return source.slice(first, Math.min(after < 0 ? source.length : after + 1, length))
}

defineModule('_tokenize', { attributes: () => ({ TokenizerIter: tokenizerIterType }) })
