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
  extra: boolean
  /** Length of the source before a missing last line end was put in. */
  length: number
  constructor(type: PyType) {
    super(type)
    this.tokens = null
    this.next = 0
    this.extra = false
    this.length = 0
  }
}

/** Everything that `readline` gives. */
function readLines(readline: Value, encoding: string | null): string {
  let text = ''
  for (;;) {
    let line: Value
    try {
      line = call(readline, [])
    } catch (thrown) {
      if (raised(thrown).type.isSubtypeOf(stopIterationType)) return text
      throw thrown
    }
    const piece =
      encoding !== null && line instanceof PyBytes ? decodeBytes(line.bytes, encoding, 'replace', line) : asStr(line)
    if (piece === undefined)
      raiseTypeError(`readline() returned a non-${encoding === null ? 'string' : 'bytes'} object`)
    if (textOf(piece) === '') return text
    text += textOf(piece)
  }
}

function start(type: PyType, readline: Value, encoding: string | null, extra: boolean): Value {
  const made = new PyTokenizerIter(type)
  const { text } = readSource(readLines(readline, encoding), '<string>', null)
  const options = { single: false, keepBlocksOpen: false, typeComments: false, extraTokens: extra }
  const endsInNewline = text === '' || text.endsWith('\n')
  made.tokens = new Tokenizer(endsInNewline ? text : `${text}\n`, '<string>', options).run()
  made.extra = extra
  made.length = text.length
  return made
}

const parameters = builtin(
  'tokenizeriter($type, readline, /, *, encoding: text?=None, extra_tokens: bool=False)',
  start,
)
tokenizerIterType.new = (type, args, keywords) => parameters.call(type, args, keywords)

tokenizerIterType.iter = self => self
tokenizerIterType.iternext = (self: PyTokenizerIter) => {
  const tokens = self.tokens!
  if (self.next >= tokens.count) return undefined
  const token = self.next++
  if (tokens.isError(token)) {
    self.next = tokens.count
    const { error } = tokens
    if (error?.message.endsWith('was never closed') === true) raiseUnfinished(tokens)
    throw exceptionOfSourceError(withoutEnd(error!))
  }
  return tokenTuple(self, tokens, token)
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
  const column = columnOf(source, start)
  const endColumn = isLineEnd ? column + 1 : columnOf(source, end)
  const text = isLineEnd ? source.slice(start, Math.min(start + 1, self.length)) : source.slice(start, end)
  return new PyTuple([
    self.extra && exact > DEDENT && exact < OP ? OP : exact,
    exact === INDENT || exact === DEDENT || exact === ENDMARKER ? textOfLayout(exact, text) : strOf(text),
    new PyTuple([Math.max(tokens.lines[token]!, 1), column]),
    new PyTuple([Math.max(tokens.endLines[token]!, 1), endColumn]),
    exact === ENDMARKER ? '' : strOf(linesOf(tokens, token, self.length)),
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
  const end = tokens.ends[token]!
  const first = start === 0 ? 0 : source.lastIndexOf('\n', start - 1) + 1
  const after = source.indexOf('\n', Math.max(end - (source[end - 1] === '\n' && end > start ? 1 : 0), start))
  return source.slice(first, Math.min(after < 0 ? source.length : after + 1, length))
}

defineModule('_tokenize', { attributes: () => ({ TokenizerIter: tokenizerIterType }) })
