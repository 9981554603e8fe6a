/**
 * Globals: constants as long as nobody changes them. The unit watches the dict; a name that a program goes on changing is read from its place.
 */
import type { GlobalCache } from '../../interpreter/inline-caches.ts'
import { specialization } from '../../interpreter/prepare.ts'
import { dictType } from '../../objects/builtin-types.ts'
import { PyDict } from '../../objects/dict.ts'
import type { Value } from '../../objects/value.ts'
import type { Builder } from '../builder.ts'
import { isChanging } from '../profile.ts'
import { watchKey } from '../watchers.ts'
import type { LowerTable } from './lower.ts'
import { lowerByExpansion } from './expansion.ts'

/** Pushes the value of `key` in `dict`, which is there. */
export function loadFromDict(b: Builder, dict: PyDict, key: string): void {
  const value = dict.getStr(key)
  if (value === undefined) return b.leave('unsupported')
  if (!isChanging(dict, key)) {
    b.count('constants')
    if (b.isWriting) watchKey(dict, key, b.region.unit)
    b.push(b.constant(value))
    return
  }
  b.count('looks')
  b.push(b.one('_LOAD_DICT_GLOBAL', [b.datum(dict), b.constant(key)]))
}

/** The dict in which a global of the function is found; undefined if in none. */
function dictOf(b: Builder, key: string): PyDict | undefined {
  const cache = b.code.caches[b.at + 1] as GlobalCache | undefined
  if (cache?.globals === undefined || cache.globals.type !== dictType) return undefined
  const { globals, builtins } = cache
  if (globals.findStr(key) >= 0) return globals
  if (!(builtins instanceof PyDict) || builtins.findStr(key) < 0) return undefined
  // As long as no global of that name hides it.
  if (isChanging(globals, key)) b.emit('_GUARD_NOT_IN_DICT', [b.datum(globals), b.constant(key)])
  else if (b.isWriting) watchKey(globals, key, b.region.unit)
  return builtins
}

export const names: LowerTable = {
  LOAD_GLOBAL: (b, oparg, form) => {
    const key = b.code.names[oparg >> 1]!
    const isSpecialized = form === 'LOAD_GLOBAL_MODULE' || form === 'LOAD_GLOBAL_BUILTIN'
    const dict = isSpecialized && specialization.isOn ? dictOf(b, key) : undefined
    if (dict === undefined) return b.leave(isSpecialized ? 'unsupported' : 'cold')
    loadFromDict(b, dict, key)
    if (!b.ended && (oparg & 1) !== 0) b.push(b.unboundOperand)
  },
  STORE_GLOBAL: (b, oparg) => {
    const globals = globalsOf(b)
    if (globals === undefined) return b.leave('unsupported')
    const value = b.pop()
    b.emit('_STORE_DICT_GLOBAL', [b.datum(globals), b.constant(b.code.names[oparg]! as Value), value], [], {
      effect: 'leaf',
    })
    b.afterEscape()
  },
  LOAD_NAME: (b, oparg) => {
    // Code of a module, whose locals are its globals.
    if (!lowerByExpansion(b, 'LOAD_NAME', oparg)) b.leave('unsupported')
  },
}

/** The globals of the frame's function, where they are known. */
function globalsOf(b: Builder): PyDict | undefined {
  const globals = b.frame.context.func?.globals ?? b.region.globals
  return globals.type === dictType ? globals : undefined
}
