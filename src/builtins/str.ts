/** str: how one is made, and the list of its methods, which stand in the other files named str-*.ts. */
import { bindArguments } from '../objects/argument-binding.ts'
import { strType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, PyStrObject, strLength, type Str } from '../objects/str.ts'
import { strValue } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { checkCount } from './constructor-arguments.ts'
import { decodeBytes, encodeStr } from './codecs.ts'
import { caseMethods, predicateMethods } from './str-characters.ts'
import { formatMethods } from './str-format.ts'
import { layoutMethods } from './str-layout.ts'
import { searchMethods, strSelf } from './str-search.ts'
import { splitMethods } from './str-split.ts'
import { maketrans, translateMethods } from './str-translate.ts'
import './str-iteration.ts'
import './str-percent.ts'
import './str-slots.ts'

/** `str(object, encoding, errors)` with either of the last two: decoded bytes. */
function decoded(object: Value | undefined, encoding: string | undefined, errors: string | undefined): Str {
  if (object === undefined) return ''
  if (asStr(object) !== undefined) raiseTypeError('decoding str is not supported')
  const bytes = bufferOf(object)
  if (bytes === undefined)
    raiseTypeError(`decoding to str: need a bytes-like object, ${typeName(typeOf(object))} found`)
  return decodeBytes(bytes, encoding ?? 'utf-8', errors ?? 'strict', object)
}

const parameters = builtin(
  'str(object=<unrepresentable>, encoding: text = <unrepresentable>, errors: text = <unrepresentable>)',
  decoded,
)

function makeStr(args: Value[], keywords: KeywordNames): Value {
  if (keywords === null && args.length < 2) return args.length === 0 ? '' : strValue(args[0]!)
  if (keywords === null) checkCount('str', args, 0, 3)
  const [object, encoding, errors] = bindArguments(parameters, parameters.signature, args, keywords) as [
    Value | undefined,
    string | undefined,
    string | undefined,
  ]
  if (encoding === undefined && errors === undefined) return object === undefined ? '' : strValue(object)
  return decoded(object, encoding, errors)
}

strType.new = (type: PyType, args, keywords) => {
  const made = makeStr(args, keywords)
  return type === strType ? made : new PyStrObject(asStr(made)!, type)
}

/** Bytes that CPython takes for the text: a header, and one, two or four a character. */
function bytesInMemory(text: Str): number {
  const length = strLength(text)
  if (typeof text !== 'string') return text.points.some(each => each > 0xffff) ? 60 + 4 * length : 58 + 2 * length
  let widest = 0
  for (let i = 0; i < length; i++) widest = Math.max(widest, text.charCodeAt(i))
  if (widest < 128) return 41 + length
  return widest < 256 ? 57 + length : 58 + 2 * length
}

defineType(strType, {
  doc: `str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

Create a new string object from the given object. If encoding or
errors is specified, then the object must expose a data buffer
that will be decoded using the given encoding and error handler.
Otherwise, returns the result of object.__str__() (if defined)
or repr(object).
encoding defaults to 'utf-8'.
errors defaults to 'strict'.`,
  methods: () => [
    ...caseMethods(),
    ...searchMethods(),
    ...layoutMethods(),
    ...predicateMethods(),
    ...splitMethods(),
    ...translateMethods(),
    ...formatMethods(),
    builtin(
      "encode($self, /, encoding: text = 'utf-8', errors: text = 'strict')",
      (self: Value, encoding: string, errors: string) => encodeStr(strSelf(self), encoding, errors),
      `Encode the string using the codec registered for encoding.

  encoding
    The encoding in which to encode the string.
  errors
    The error handling scheme to use for encoding errors.
    The default is 'strict' meaning that encoding errors raise a
    UnicodeEncodeError.  Other possible values are 'ignore', 'replace'
    and 'xmlcharrefreplace' as well as any other name registered with
    codecs.register_error that can handle UnicodeEncodeErrors.`,
    ),
    builtin('__getnewargs__($self, /)', (self: Value) => new PyTuple([strSelf(self)])),
    builtin(
      '__sizeof__($self, /)',
      (self: Value) => bytesInMemory(strSelf(self)),
      'Return the size of the string in memory, in bytes.',
    ),
  ],
  staticMethods: () => [maketrans()],
})
