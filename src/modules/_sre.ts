/**
 * `_sre`: the engine of the re module. Parsing and compiling regular expressions is Python code (Lib/re), which hands over a list
 * of instructions; everything else is in the folder sre.
 */
import { isCasedSimply, simpleLower } from '../base/unicode-case.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { bufferOf } from '../objects/bytes.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { isStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { asciiLower } from './sre/characters.ts'
import { PyPattern } from './sre/objects.ts'
import { magic, maxRepeat } from './sre/opcodes.ts'
import { makeTemplate } from './sre/template.ts'
import { translate } from './sre/translate.ts'
import './sre/match.ts'
import './sre/pattern.ts'

function wordsOf(code: PyList): number[] {
  return code.toArray().map(each => {
    const word = asInt(each)
    if (word === undefined) raiseTypeError('an integer is required')
    if (word < 0 || word > maxRepeat) raise(overflowErrorType, 'regular expression code size limit exceeded')
    return Number(word)
  })
}

function expect(condition: boolean, position: number, wanted: string, value: Value): void {
  if (!condition) raiseTypeError(`compile() argument ${position} must be ${wanted}, not ${typeName(typeOf(value))}`)
}

function compile(
  pattern: Value,
  flags: number,
  code: Value,
  groups: number,
  groupIndex: Value,
  indexGroup: Value,
): PyPattern {
  expect(code instanceof PyList, 3, 'list', code)
  expect(groupIndex instanceof PyDict, 5, 'dict', groupIndex)
  expect(indexGroup instanceof PyTuple, 6, 'tuple', indexGroup)
  const isBytes = pattern === null ? null : !isStr(pattern)
  if (isBytes === true && bufferOf(pattern) === undefined)
    raiseTypeError(`expected string or bytes-like object, got '${typeName(typeOf(pattern))}'`)
  const words = wordsOf(code as PyList)
  const program = translate(words, groups)
  return new PyPattern(pattern, flags, words, program, groupIndex as PyDict, indexGroup as PyTuple, isBytes)
}

const isAsciiCased = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122 && c < 128

defineModule('_sre', {
  functions: () => [
    builtin('compile($module, /, pattern, flags: ssize, code, groups: ssize, groupindex, indexgroup)', compile),
    builtin('template($module, pattern, template, /)', (_pattern: Value, template: Value) => {
      if (!(template instanceof PyList))
        raiseTypeError(`template() argument 2 must be list, not ${typeName(typeOf(template))}`)
      return makeTemplate(template)
    }),
    builtin('ascii_iscased($module, character: ssize, /)', isAsciiCased),
    builtin('unicode_iscased($module, character: ssize, /)', isCasedSimply),
    builtin('ascii_tolower($module, character: ssize, /)', asciiLower),
    builtin('unicode_tolower($module, character: ssize, /)', simpleLower),
    builtin('getcodesize($module, /)', () => 4),
  ],
  attributes: () => ({
    MAGIC: magic,
    CODESIZE: 4,
    MAXREPEAT: maxRepeat,
    MAXGROUPS: 1073741823,
    copyright: ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ',
  }),
})
