/** IMPORT_NAME: `builtins.__import__`, which a program may replace. */
import { call } from '../objects/call.ts'
import { raise } from '../objects/exception.ts'
import { importErrorType } from '../objects/exception-types.ts'
import type { Frame } from '../objects/frame.ts'
import { strOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { findItem } from './namespaces.ts'

export function importHook(frame: Frame, name: string, fromList: Value, level: Value): Value {
  const importFunction = findItem(frame.builtins, '__import__')
  if (importFunction === undefined) raise(importErrorType, '__import__ not found')
  return call(importFunction, [strOf(name), frame.globals, frame.locals, fromList, level])
}
