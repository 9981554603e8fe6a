/** The _weakref module. */
import { defineModule } from '../objects/builtin-module.ts'
import { PyDict } from '../objects/dict.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { PyWeakref, weakrefsOf } from './weakref-list.ts'
import { callableProxyType, makeProxy, proxyType } from './weakref-proxy.ts'
import { weakrefType } from './weakref.ts'

const references = (object: Value): PyWeakref[] => (object instanceof PyObject ? weakrefsOf(object) : [])

/** Deletes the entry unless it holds a living reference: the entry may have been replaced meanwhile. */
function removeDead(dict: Value, key: Value): void {
  if (!(dict instanceof PyDict)) return
  const value = dict.get(key)
  if (value instanceof PyWeakref && value.object === undefined) dict.delete(key)
}

defineModule('_weakref', {
  doc: 'Weak-reference support module.',
  functions: () => [
    builtin('getweakrefcount($module, object, /)', (object: Value) => references(object).length),
    builtin('getweakrefs($module, object, /)', (object: Value) => new PyList(references(object))),
    builtin('_remove_dead_weakref($module, dct, key, /)', removeDead),
    builtin('proxy($module, object, callback=None, /)', makeProxy),
  ],
  attributes: () => ({
    ref: weakrefType,
    ReferenceType: weakrefType,
    ProxyType: proxyType,
    CallableProxyType: callableProxyType,
  }),
})
