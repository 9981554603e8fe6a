/** "Did you mean": what to add to the message of an exception about a name that is not there. As _compute_suggestion_error (Lib/traceback.py). */
import { findAttribute } from '../objects/attribute.ts'
import { typeType } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { PyBaseException, type PyTraceback } from '../objects/exception.ts'
import { attributeErrorType, importErrorType, nameErrorType } from '../objects/exception-types.ts'
import type { Frame } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asStr, textOf } from '../objects/str.ts'
import { PyType } from '../objects/type.ts'
import { isSame, type Value } from '../objects/value.ts'
import { fieldOf } from './exception-fields.ts'
import { localsOf } from './frame.ts'
import { isStandardModule } from './module-missing-attribute.ts'
import { closestName } from '../base/suggestion-distance.ts'

/** What is added to the message; '' for nothing. */
export function suggestionFor(exception: PyBaseException): string {
  const { type } = exception
  const isImport = type.isSubtypeOf(importErrorType)
  const isName = type.isSubtypeOf(nameErrorType)
  if (!isImport && !isName && !type.isSubtypeOf(attributeErrorType)) return ''
  const wrong = asStr(fieldOf(exception, isImport ? 'name_from' : 'name') ?? null)
  if (wrong === undefined) return ''
  const name = textOf(wrong)
  const suggestion = quietly(() => suggestName(exception, name))
  const meant = suggestion === undefined ? '' : `. Did you mean: '${suggestion}'?`
  if (!isName || !isStandardModule(name)) return meant
  return meant === '' ? `. Did you forget to import '${name}'?` : `${meant} Or did you forget to import '${name}'?`
}

/** Looking around may run any Python code; what that raises is no part of the traceback. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (thrown) {
    if (thrown instanceof PyBaseException) return undefined
    throw thrown
  }
}

function suggestName(exception: PyBaseException, name: string): string | undefined {
  if (exception.type.isSubtypeOf(nameErrorType)) return suggestVariable(exception.traceback, name)
  const isImport = exception.type.isSubtypeOf(importErrorType)
  const holder = isImport ? importedModule(exception) : fieldOf(exception, 'obj')
  if (holder === undefined) return undefined
  const names = directory(holder)
  const showsPrivate = name.startsWith('_') || (!isImport && isOwnMethod(exception.traceback, holder))
  return closestName(name, showsPrivate ? names : names.filter(each => !each.startsWith('_')))
}

function importedModule(exception: PyBaseException): Value | undefined {
  const name = asStr(fieldOf(exception, 'name') ?? null)
  return name === undefined ? undefined : hooks.importName(textOf(name), null, null, null, 0)
}

/** `dir(object)`; of a class, its metaclass's idea of it. */
function directory(object: Value): string[] {
  const names =
    object instanceof PyType
      ? call(object.type.lookup('__dir__') ?? typeType.lookup('__dir__')!, [object])
      : callMethod(object, '__dir__')
  return textsOf(itemsOf(names)).sort()
}

const textsOf = (values: readonly Value[]): string[] =>
  values.flatMap(value => {
    const str = asStr(value)
    return str === undefined ? [] : [textOf(str)]
  })

/** Was the attribute looked for in a method of the object itself? Then its private names are no secret. */
function isOwnMethod(traceback: PyTraceback | null, object: Value): boolean {
  const frame = innermost(traceback)
  const self = frame === undefined ? undefined : localNamed(frame, 'self')
  return self !== undefined && isSame(self, object)
}

function innermost(traceback: PyTraceback | null): Frame | undefined {
  let last = traceback
  while (last !== null && last.next !== null) last = last.next
  return last?.frame
}

function localNamed(frame: Frame, name: string): Value | undefined {
  const locals = localsOf(frame)
  if (locals === null) return undefined
  return quietly(() => callMethod(locals, '__getitem__', name))
}

/** A variable, or the attribute of `self` that has the name. */
function suggestVariable(traceback: PyTraceback | null, name: string): string | undefined {
  const frame = innermost(traceback)
  if (frame === undefined) return undefined
  const self = localNamed(frame, 'self')
  if (self !== undefined && quietly(() => findAttribute(self, name)) !== undefined) return `self.${name}`
  const locals = localsOf(frame)
  const names = [...(locals === null ? [] : itemsOf(locals)), ...itemsOf(frame.globals), ...itemsOf(frame.builtins)]
  return closestName(name, textsOf(names))
}
