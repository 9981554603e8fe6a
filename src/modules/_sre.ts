/**
 * `_sre`: the engine of the re module. Parsing and compiling regular expressions is Python code (Lib/re), which hands over a list
 * of instructions; everything else is in the folder sre.
 */
import { isCasedSimply, simpleLower } from '../base/unicode-case.ts'
import { bytesType, typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { isStr, PyWideStr, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { asciiLower } from './sre/characters.ts'
import { PyPattern } from './sre/objects.ts'
import { compilePattern } from './sre/compile/compile.ts'
import { isAsciiCased } from './sre/compile/case-rules.ts'
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
  // What is wrong with the code must be said now.
  const program = translate(words, groups)
  return new PyPattern(pattern, flags, words, groups, groupIndex as PyDict, indexGroup as PyTuple, isBytes, program)
}

const exactStr = (value: Value): Str | undefined =>
  typeof value === 'string' || value instanceof PyWideStr ? value : undefined

/** The pattern of a str or bytes; None if it is for re._compiler to say what is wrong with it. */
function compileText(pattern: Value, flags: Value): PyPattern | null {
  const text = pattern instanceof PyBytes && pattern.type === bytesType ? pattern.bytes : exactStr(pattern)
  const compiled = text === undefined || typeof flags !== 'number' ? null : compilePattern(text, flags)
  if (compiled === null) return null
  const { code, groups, groupNames } = compiled
  const names = new Array<Value>(groups).fill(null)
  for (const [name, group] of groupNames) names[group] = name
  return new PyPattern(
    pattern,
    compiled.flags,
    code,
    groups - 1,
    PyDict.from(groupNames),
    new PyTuple(names),
    text instanceof Uint8Array,
    null,
  )
}

defineModule('_sre', {
  functions: () => [
    builtin('compile($module, /, pattern, flags: ssize, code, groups: ssize, groupindex, indexgroup)', compile),
    builtin('_compile_text($module, pattern, flags, /)', compileText),
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
