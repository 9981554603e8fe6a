/** `Pattern.sub`, `subn` and `split`. */
import { PyList } from '../../objects/list.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import type { Value } from '../../objects/value.ts'
import { asStr } from '../../objects/str.ts'
import { bufferOf } from '../../objects/bytes.ts'
import { unitsOf } from '../../builtins/str-search.ts'
import { findUnits, type Units } from '../../builtins/units.ts'
import type { PyMatch, PyPattern } from './objects.ts'
import { Mode } from './program.ts'
import { Scan } from './scan.ts'
import { subjectFor } from './subject.ts'
import { compileTemplate, expandTemplate, joinParts } from './template.ts'

export interface Substituted {
  readonly result: Value
  readonly count: number
}

/** What replaces a match: always the same text, or what is made of the match; null for nothing. */
type Replacement = { readonly literal: Value } | { readonly make: (match: PyMatch) => Value }

function replacementOf(pattern: PyPattern, repl: Value): Replacement {
  if (typeOf(repl).call !== null) return { make: match => call(repl, [match]) }
  const str = asStr(repl)
  const units: Units | undefined = str === undefined ? bufferOf(repl) : unitsOf(str)
  if (units !== undefined && findUnits(units, backslash, 0, units.length) < 0) return { literal: repl }
  const template = compileTemplate(pattern, repl)
  if (template.groups.length === 0) return { literal: template.literal }
  return { make: match => expandTemplate(template, match) }
}

const backslash = '\\'

export function substitute(pattern: PyPattern, repl: Value, string: Value, most: number): Substituted {
  const replacement = replacementOf(pattern, repl)
  const subject = subjectFor(string, pattern.isBytes)
  const scan = new Scan(pattern, subject, 0, Number.MAX_SAFE_INTEGER)
  const parts: Value[] = []
  let copied = 0
  let count = 0
  while ((most === 0 || count < most) && scan.step(Mode.search)) {
    if (copied < scan.start) parts.push(subject.slice(copied, scan.start))
    const item = 'literal' in replacement ? replacement.literal : replacement.make(scan.result())
    if (item !== null) parts.push(item)
    copied = scan.stop
    count++
  }
  if (copied < scan.endpos) parts.push(subject.slice(copied, scan.endpos))
  return { result: joinParts(parts, subject.str !== null), count }
}

export function split(pattern: PyPattern, string: Value, most: number): PyList {
  const subject = subjectFor(string, pattern.isBytes)
  const scan = new Scan(pattern, subject, 0, Number.MAX_SAFE_INTEGER)
  const { groups } = pattern
  const parts: Value[] = []
  let copied = 0
  for (let count = 0; (most === 0 || count < most) && scan.step(Mode.search); count++) {
    parts.push(subject.slice(copied, scan.start))
    for (let group = 1; group <= groups; group++) parts.push(scan.group(group, null))
    copied = scan.stop
  }
  parts.push(subject.slice(copied, scan.endpos))
  return new PyList(parts)
}
