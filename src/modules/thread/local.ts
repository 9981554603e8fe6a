/**
 * Data of threads: an object whose attributes each thread has for itself.
 *
 * Before anything is done with the attributes, those of the current thread are put in place; a thread that comes for the first time gets none, and
 * `__init__` of a subclass fills them, with the arguments that the object was made with. As Modules/_threadmodule.c.
 */
import { dictGetSet } from '../../builtins/object-dict.ts'
import { currentThread, type PythonThread } from '../../interpreter/threads.ts'
import { genericGetAttribute, genericSetAttribute } from '../../objects/attribute.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { attributeErrorType } from '../../objects/exception-types.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

export const localType = builtinType('_local', {
  module: '_thread',
  flags: TypeFlags.base | TypeFlags.dict | TypeFlags.weakref,
})

class PyLocal extends PyObject {
  readonly #of = new WeakMap<PythonThread, PyObject['attributes']>()
  #thread: PythonThread
  readonly #args: Value[]
  readonly #keywords: KeywordNames
  constructor(type: PyType, args: Value[], keywords: KeywordNames) {
    super(type)
    this.#args = args
    this.#keywords = keywords
    this.#thread = currentThread()
    this.#of.set(this.#thread, null)
  }

  /** Puts the attributes of the current thread in place. */
  select(): void {
    const thread = currentThread()
    if (thread === this.#thread) return
    this.#of.set(this.#thread, this.attributes)
    this.#thread = thread
    const isNew = !this.#of.has(thread)
    this.attributes = this.#of.get(thread) ?? null
    if (!isNew) return
    this.#of.set(thread, null)
    this.type.init?.(this, this.#args, this.#keywords)
  }
}

localType.new = (type, args, keywords) => {
  if (args.length > 0 && type.init === localType.init) raiseTypeError('Initialization arguments are not supported')
  return new PyLocal(type, args, keywords)
}
localType.getattribute = (self: PyLocal, name) => {
  self.select()
  return genericGetAttribute(self, name)
}
localType.setattribute = (self: PyLocal, name, value) => {
  self.select()
  if (name === '__dict__')
    raise(attributeErrorType, `'${typeName(self.type)}' object attribute '__dict__' is read-only`)
  genericSetAttribute(self, name, value)
}
defineType(localType, { signature: '()', doc: 'Thread-local data', getset: () => [dictGetSet] })
