/** Replacement templates: `sub('…\\1…')`, `Match.expand`. */
import { lookupAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { indexErrorType, typeErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import type { PyList } from '../../objects/list.ts'
import { asInt } from '../../objects/number.ts'
import { asStr, strLength, type Str } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { joinBytes, noBytes } from '../../builtins/bytes-kind.ts'
import { joinStr } from '../../builtins/str-split.ts'
import { parseTemplate } from './compile/parse-template.ts'
import { type PyMatch, type PyPattern, PyTemplate } from './objects.ts'

const isEmpty = (literal: Value): boolean => {
  const str = asStr(literal)
  return str === undefined ? bufferOf(literal)!.length === 0 : strLength(str) === 0
}

/** `_sre.template(pattern, parts)`: parts are literal text and group numbers in turn, from re._parser.parse_template. */
export function makeTemplate(parts: PyList): PyTemplate {
  const items = parts.toArray()
  if (items.length % 2 === 0) raiseTypeError('invalid template')
  const groups: number[] = []
  const literals: (Value | undefined)[] = []
  for (let i = 1; i < items.length; i += 2) {
    const group = asInt(items[i]!)
    if (group === undefined) raiseTypeError('an integer is required')
    if (group < 0) raiseTypeError('invalid template')
    groups.push(Number(group))
    const literal = items[i + 1]!
    literals.push(isEmpty(literal) ? undefined : literal)
  }
  return new PyTemplate(items[0]!, groups, literals)
}

/** The template of a replacement text that has backslashes. */
export function compileTemplate(pattern: PyPattern, text: Value): PyTemplate {
  if (pattern.lastTemplate?.text === text) return pattern.lastTemplate.template
  const template = parsedTemplate(pattern, text) ?? templateByPython(pattern, text)
  if (typeof text === 'string' || text instanceof PyBytes) pattern.lastTemplate = { text, template }
  return template
}

/** Null if the text is not valid, or rare. */
function parsedTemplate(pattern: PyPattern, text: Value): PyTemplate | null {
  const source = typeof text === 'string' ? text : bufferOf(text)
  const parsed = source === undefined ? null : parseTemplate(pattern, source)
  if (parsed === null) return null
  const literals = parsed.literals.map(literal =>
    typeof source === 'string' ? literal : new PyBytes(Uint8Array.from(literal, unit => unit.charCodeAt(0))),
  )
  return new PyTemplate(
    literals[0]!,
    parsed.groups,
    literals.slice(1).map((literal, i) => (parsed.literals[i + 1] === '' ? undefined : literal)),
  )
}

function templateByPython(pattern: PyPattern, text: Value): PyTemplate {
  const compile = lookupAttribute(hooks.importModule('re'), '_compile_template')
  let result: Value
  try {
    result = call(compile, [pattern, text])
  } catch (thrown) {
    // What cannot be hashed, such as a bytearray, is tried as bytes.
    const bytes = bufferOf(text)
    if (!raised(thrown).type.isSubtypeOf(typeErrorType) || bytes === undefined || text instanceof PyBytes) throw thrown
    result = call(compile, [pattern, new PyBytes(bytes.slice())])
  }
  if (!(result instanceof PyTemplate))
    raiseTypeError(`the result of compiling a replacement string is ${typeName(typeOf(result))}, not Template`)
  return result
}

export function expandTemplate(template: PyTemplate, match: PyMatch): Value {
  if (template.groups.length === 0) return template.literal
  const parts: Value[] = isEmpty(template.literal) ? [] : [template.literal]
  template.groups.forEach((group, i) => {
    if (group > match.pattern.groups) raise(indexErrorType, 'no such group')
    if (match.marks[2 * group]! >= 0) parts.push(match.group(group, null))
    const literal = template.literals[i]
    if (literal !== undefined) parts.push(literal)
  })
  return joinParts(parts, match.subject.str !== null)
}

/** The parts of a result in one: str or bytes, as the subject is. */
export function joinParts(parts: readonly Value[], isText: boolean): Value {
  if (isText) return joinStr('', parts.map(textPart))
  return new PyBytes(joinBytes(noBytes, parts.map(bytesPart)))
}

function textPart(part: Value, index: number): Str {
  const str = typeof part === 'string' ? part : asStr(part)
  if (str === undefined)
    raiseTypeError(`sequence item ${index}: expected str instance, ${typeName(typeOf(part))} found`)
  return str
}

function bytesPart(part: Value, index: number): Uint8Array {
  const bytes = bufferOf(part)
  if (bytes === undefined)
    raiseTypeError(`sequence item ${index}: expected a bytes-like object, ${typeName(typeOf(part))} found`)
  return bytes
}
