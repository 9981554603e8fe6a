/** The absolute name that a relative import means. As resolve_name (Python/import.c). */
import { findAttribute } from '../../objects/attribute.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import {
  deprecationWarningType,
  importErrorType,
  importWarningType,
  keyErrorType,
  valueErrorType,
} from '../../objects/exception-types.ts'
import { equals } from '../../objects/compare.ts'
import { hooks } from '../../objects/hooks.ts'
import { asStr, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import type { Value } from '../../objects/value.ts'

export function resolveName(name: string, globals: Value, level: number): string {
  if (globals === null) raise(keyErrorType, "'__name__' not in globals")
  if (!(globals instanceof PyDict)) raiseTypeError('globals must be a dict')
  let base = packageOf(globals)
  if (base === '') raise(importErrorType, 'attempted relative import with no known parent package')
  for (let i = 1; i < level; i++) {
    const dot = base.lastIndexOf('.')
    if (dot < 0) raise(importErrorType, 'attempted relative import beyond top-level package')
    base = base.slice(0, dot)
  }
  return name === '' ? base : `${base}.${name}`
}

/** `__package__`, or what stands for it. */
function packageOf(globals: PyDict): string {
  const given = globals.getStr('__package__') ?? null
  const spec = globals.getStr('__spec__') ?? null
  if (given !== null) {
    const text = asStr(given)
    if (text === undefined) raiseTypeError('package must be a string')
    if (spec !== null) checkAgainstSpec(given, spec)
    return textOf(text)
  }
  if (spec !== null) {
    const parent = findAttribute(spec, 'parent')
    const text = parent === undefined ? undefined : asStr(parent)
    if (text === undefined) raiseTypeError('__spec__.parent must be a string')
    return textOf(text)
  }
  hooks.warn(
    importWarningType,
    "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
    1,
  )
  const name = globals.getStr('__name__')
  if (name === undefined) raise(keyErrorType, "'__name__' not in globals")
  const text = asStr(name)
  if (text === undefined) raiseTypeError('__name__ must be a string')
  const own = textOf(text)
  if (globals.getStr('__path__') !== undefined) return own
  return own.slice(0, Math.max(own.lastIndexOf('.'), 0))
}

function checkAgainstSpec(given: Value, spec: Value): void {
  const parent = findAttribute(spec, 'parent')
  if (parent === undefined || equals(given, parent)) return
  hooks.warn(deprecationWarningType, `__package__ != __spec__.parent (${reprText(given)} != ${reprText(parent)})`, 1)
}

/** For the message of a failing import that has no name. */
export function checkName(name: string, level: number): void {
  if (name === '' && level === 0) raise(valueErrorType, 'Empty module name')
}
