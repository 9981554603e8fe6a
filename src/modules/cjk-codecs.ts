/**
 * The modules _codecs_cn, _codecs_iso2022, _codecs_jp, _codecs_kr and _codecs_tw, which Lib/encodings asks for its codecs of Chinese,
 * Japanese and Korean. What is incremental about them is in Python (lib/_multibytecodec.py), over the two methods with an underscore.
 */
import type { InputEnd } from '../base/codec-errors.ts'
import { type CjkCodec, cjkCodec } from '../base/cjk/codec.ts'
import { bufferArgument } from '../builtins/bytes-kind.ts'
import {
  decodedOrRaise,
  decodeHandlerFor,
  encodedOrRaise,
  encodeHandlerFor,
  strFromText,
  textFromStr,
} from '../builtins/codec-errors.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raise } from '../objects/exception.ts'
import { lookupErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { strLength, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

const codecType = builtinType('MultibyteCodec', { module: '_multibytecodec', flags: TypeFlags.noInstantiation })

class PyMultibyteCodec extends PyObject {
  readonly codec: CjkCodec
  constructor(codec: CjkCodec) {
    super(codecType)
    this.codec = codec
  }
}

const inputEnd = (final: boolean): InputEnd => (final ? 'final' : 'more')

function encode({ codec }: PyMultibyteCodec, str: Str, errors: string | null, set: number, final: boolean): PyTuple {
  const state = { set }
  const handler = encodeHandlerFor(errors ?? 'strict', str)
  const bytes = encodedOrRaise(codec.encode(textFromStr(str), handler, state, inputEnd(final)), str)
  return new PyTuple([new PyBytes(bytes), state.set])
}

function decode({ codec }: PyMultibyteCodec, data: Value, errors: string | null, set: number, final: boolean): PyTuple {
  const state = { set }
  const bytes = bufferArgument(data)
  const handler = decodeHandlerFor(errors ?? 'strict', data)
  const { text, consumed } = decodedOrRaise(codec.decode(bytes, inputEnd(final), handler, state), data)
  return new PyTuple([strFromText(text), consumed, state.set])
}

defineType(codecType, {
  methods: () => [
    builtin(
      'encode($self, /, input: str, errors: text? = None)',
      (self: PyMultibyteCodec, str: Str, errors: string | null) =>
        new PyTuple([encode(self, str, errors, 0, true).items[0]!, strLength(str)]),
    ),
    builtin(
      'decode($self, /, input, errors: text? = None)',
      (self: PyMultibyteCodec, data: Value, errors: string | null) =>
        new PyTuple(decode(self, data, errors, 0, true).items.slice(0, 2)),
    ),
    builtin('_encode($self, input: str, errors: text?, state: ssize, final: bool, /)', encode),
    builtin('_decode($self, input, errors: text?, state: ssize, final: bool, /)', decode),
  ],
})

function getCodec(name: string): PyMultibyteCodec {
  const codec = cjkCodec(name)
  if (codec === undefined) raise(lookupErrorType, 'no such codec is supported.')
  return new PyMultibyteCodec(codec)
}

for (const group of ['cn', 'iso2022', 'jp', 'kr', 'tw'])
  defineModule(`_codecs_${group}`, {
    functions: () => [builtin('getcodec($module, encoding: text, /)', getCodec)],
  })
