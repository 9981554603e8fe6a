/** The module _json: what CPython has of json in C, too. As Modules/_json.c. */
import { lookupAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strLength, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { Document } from './json/document.ts'
import { defineEncoder, encoderType } from './json/encoder.ts'
import { scannerType } from './json/scanner.ts'
import { encode, encodeAscii, scanned, scanString } from './json/strings.ts'

function strFrom(value: Value): Str {
  return asStr(value) ?? raiseTypeError(`first argument must be a string, not ${typeName(typeOf(value))}`)
}

function scanLiteral(value: Value, begin: number, isStrict: boolean): Value {
  const str = strFrom(value)
  if (begin < 0 || begin > strLength(str)) raise(valueErrorType, 'end is out of bounds')
  const document = new Document(value, str)
  if (!document.isWellFormed) {
    const scan = lookupAttribute(hooks.importModule('json.decoder'), 'py_scanstring')
    return call(scan, [value, begin, isStrict])
  }
  const literal = scanString(document, document.unitAt(begin), isStrict)
  return new PyTuple([literal, document.indexAt(scanned.end)])
}

const encodeBasestring = builtin(
  'encode_basestring($module, string, /)',
  (value: Value) => encode(strFrom(value)),
  'Return a JSON representation of a Python string.',
)

const encodeBasestringAscii = builtin(
  'encode_basestring_ascii($module, string, /)',
  (value: Value) => encodeAscii(strFrom(value)),
  'Return an ASCII-only JSON representation of a Python string.',
)

defineEncoder(function_ =>
  function_ === encodeBasestringAscii ? 'ascii' : function_ === encodeBasestring ? 'plain' : undefined,
)

defineModule('_json', {
  doc: 'json speedups\n',
  attributes: () => ({ make_scanner: scannerType, make_encoder: encoderType }),
  functions: () => [
    builtin(
      'scanstring($module, string, end: ssize, strict: bool = True, /)',
      scanLiteral,
      'Scan the string literal whose text begins at end; answer it and where it ends.',
    ),
    encodeBasestring,
    encodeBasestringAscii,
  ],
})
