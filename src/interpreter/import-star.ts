/** `from module import *`. As import_all_from (Python/intrinsics.c). */
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { importErrorType } from '../objects/exception-types.ts'
import type { Frame } from '../objects/frame.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asStr, textOf } from '../objects/str.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { callMethod } from '../objects/call.ts'
import { reprText } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { storeName } from './names.ts'

export function importStar(frame: Frame, module: Value): Value {
  const all = findAttribute(module, '__all__')
  const names = all === undefined ? publicNames(module) : itemsOf(all)
  for (const name of names) {
    const text = asStr(name)
    if (text === undefined) raiseBadName(module, name, all !== undefined)
    storeName(frame, textOf(text), lookupAttribute(module, textOf(text)))
  }
  return null
}

function publicNames(module: Value): Value[] {
  const dict = findAttribute(module, '__dict__')
  if (dict === undefined) raise(importErrorType, 'from-import-* object has no __dict__ and no __all__')
  return itemsOf(callMethod(dict, 'keys')).filter(name => {
    const text = asStr(name)
    return text === undefined || !textOf(text).startsWith('_')
  })
}

function raiseBadName(module: Value, name: Value, isInAll: boolean): never {
  const moduleName = reprText(lookupAttribute(module, '__name__')).slice(1, -1)
  const what = isInAll ? 'Item in' : 'Key in'
  const where = isInAll ? '__all__' : '__dict__'
  raiseTypeError(`${what} ${moduleName}.${where} must be str, not ${typeName(typeOf(name))}`)
}
