/** Universal newlines: `\r\n` and `\r` seen, and perhaps made `\n`. `IncrementalNewlineDecoder` and what text files do themselves. */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, concatStr, sliceStr, strLength, strOf, textOf, type Str } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

const CR = 1
const LF = 2
const CRLF = 4

/** Follows text that comes in pieces. A `\r` at the end of a piece waits for what comes next. */
export class NewlineTranslator {
  readonly translates: boolean
  holdsReturn = false
  seen = 0
  constructor(translates: boolean) {
    this.translates = translates
  }

  feed(piece: Str, isFinal: boolean): Str {
    let text = piece
    if (this.holdsReturn && (isFinal || strLength(text) > 0)) {
      text = concatStr('\r', text)
      this.holdsReturn = false
    }
    const units = textOf(text)
    if (!isFinal && units.endsWith('\r')) {
      text = sliceStr(text, 0, strLength(text) - 1)
      this.holdsReturn = true
    }
    return this.#note(text)
  }

  #note(text: Str): Str {
    const units = textOf(text)
    if (!units.includes('\r')) {
      if (units.includes('\n')) this.seen |= LF
      return text
    }
    if (this.seen !== (CR | LF | CRLF)) {
      if (units.includes('\r\n')) this.seen |= CRLF
      if (/(^|[^\r])\n/.test(units)) this.seen |= LF
      if (/\r(?!\n)/.test(units)) this.seen |= CR
    }
    return this.translates ? strOf(units.replace(/\r\n?/g, '\n')) : text
  }

  /** What `newlines` answers. */
  get newlines(): Value {
    const kinds = [
      [CR, '\r'],
      [LF, '\n'],
      [CRLF, '\r\n'],
    ] as const
    const found = kinds.filter(([bit]) => (this.seen & bit) !== 0).map(([, text]) => text)
    return found.length === 0 ? null : found.length === 1 ? found[0]! : new PyTuple(found)
  }

  reset(): void {
    this.seen = 0
    this.holdsReturn = false
  }
}

export const newlineDecoderType = builtinType('IncrementalNewlineDecoder', { module: '_io', flags: F.base | F.weakref })

class PyNewlineDecoder extends PyObject {
  decoder: Value | undefined
  translator: NewlineTranslator
  constructor(type: PyType) {
    super(type)
    this.decoder = undefined
    this.translator = new NewlineTranslator(false)
  }

  get inner(): Value {
    if (this.decoder === undefined) raise(valueErrorType, 'IncrementalNewlineDecoder.__init__() not called')
    return this.decoder
  }
}

newlineDecoderType.new = (type: PyType) => new PyNewlineDecoder(type)

const construct = builtin(
  "IncrementalNewlineDecoder($self, decoder, translate: bool, errors='strict')",
  (self: PyNewlineDecoder, decoder: Value, translates: boolean) => {
    self.decoder = decoder
    self.translator = new NewlineTranslator(translates)
  },
)
newlineDecoderType.init = (self: PyNewlineDecoder, args, keywords) => {
  construct.call(self, args, keywords)
}

function decode(self: PyNewlineDecoder, input: Value, isFinal: boolean): Value {
  const { inner } = self
  const output = inner === null ? input : callMethod(inner, 'decode', input, isFinal)
  const text = asStr(output)
  if (text === undefined) raiseTypeError(`decoder should return a string result, not '${typeName(typeOf(output))}'`)
  return self.translator.feed(text, isFinal)
}

const nothing = new PyBytes(new Uint8Array(0))

function getState(self: PyNewlineDecoder): Value {
  const { inner, translator } = self
  let [buffer, flag]: [Value, bigint] = [nothing, 0n]
  if (inner !== null) {
    const state = callMethod(inner, 'getstate')
    if (!(state instanceof PyTuple) || state.items.length !== 2) raiseTypeError('illegal decoder state')
    if (bufferOf(state.items[0]!) === undefined || asInt(state.items[1]!) === undefined)
      raiseTypeError(
        `illegal decoder state: the first item should be a bytes object, not '${typeName(typeOf(state.items[0]!))}'`,
      )
    buffer = state.items[0]!
    flag = BigInt(asInt(state.items[1]!)!)
  }
  return new PyTuple([buffer, Number((flag << 1n) | (translator.holdsReturn ? 1n : 0n))])
}

function setState(self: PyNewlineDecoder, state: Value): void {
  if (!(state instanceof PyTuple) || state.items.length !== 2) raiseTypeError('state argument must be a tuple')
  const flag = BigInt(asInt(state.items[1]!) ?? 0)
  self.translator.holdsReturn = (flag & 1n) === 1n
  if (self.inner !== null) callMethod(self.inner, 'setstate', new PyTuple([state.items[0]!, Number(flag >> 1n)]))
}

defineType(newlineDecoderType, {
  doc: 'Codec used when reading a file in universal newlines mode.\n\nIt wraps another incremental decoder, translating \\r\\n and \\r into \\n.\nIt also records the types of newlines encountered.  When used with\ntranslate=False, it ensures that the newline sequence is returned in\none piece. When used with decoder=None, it expects unicode strings as\ndecode input and translates newlines without first invoking an external\ndecoder.',
  signature: "(decoder, translate, errors='strict')",
  methods: () => [
    builtin('decode($self, /, input, final: bool=False)', decode),
    builtin('getstate($self, /)', getState),
    builtin('setstate($self, state, /)', setState),
    builtin('reset($self, /)', (self: PyNewlineDecoder) => {
      self.translator.reset()
      if (self.inner !== null) callMethod(self.inner, 'reset')
    }),
  ],
  getset: () => [['newlines', (self: PyNewlineDecoder) => self.translator.newlines]],
})

/** How a text stream's `newline` argument reads and writes. */
export interface NewlineMode {
  /** Any ending is a line's end. */
  readonly isUniversal: boolean
  /** Endings become `\n` when read. */
  readonly translates: boolean
  /** The one ending, where it is not any. */
  readonly ending: string
  /** What `\n` is written as. */
  readonly written: string
}

/** `shown` is how a complaint shows a newline that is none: StringIO's shows its repr. */
export function newlineMode(value: Value, shown: (newline: Str) => string = textOf): NewlineMode {
  if (value === null) return { isUniversal: true, translates: true, ending: '\n', written: '\n' }
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`newline must be str or None, not ${typeName(typeOf(value))}`)
  const text = textOf(str)
  if (!['', '\n', '\r', '\r\n'].includes(text)) raise(valueErrorType, `illegal newline value: ${shown(str)}`)
  if (text === '') return { isUniversal: true, translates: false, ending: '\n', written: '\n' }
  return { isUniversal: false, translates: false, ending: text, written: text }
}

/** Where the line that begins at `start` ends, its ending included; −1 if the text has no end of it. */
export function lineEnd(text: Str, start: number, mode: NewlineMode): number {
  if (typeof text !== 'string') return wideLineEnd(text.points, start, mode)
  if (!mode.isUniversal || mode.translates) {
    const at = text.indexOf(mode.ending, start)
    return at < 0 ? -1 : at + mode.ending.length
  }
  const newline = text.indexOf('\n', start)
  const carriage = text.indexOf('\r', start)
  if (carriage < 0 || (newline >= 0 && newline < carriage)) return newline < 0 ? -1 : newline + 1
  return text[carriage + 1] === '\n' ? carriage + 2 : carriage + 1
}

function wideLineEnd(points: readonly number[], start: number, mode: NewlineMode): number {
  const isEither = mode.isUniversal && !mode.translates
  for (let i = start; i < points.length; i++) {
    const point = points[i]
    if (point !== 10 && point !== 13) continue
    if (isEither) return point === 13 && points[i + 1] === 10 ? i + 2 : i + 1
    if (mode.ending === '\r\n' ? point === 13 && points[i + 1] === 10 : point === mode.ending.charCodeAt(0))
      return i + mode.ending.length
  }
  return -1
}
