/** Coroutines, and what their `__await__` answers. As in Objects/genobject.c. */
import { coroutineType, coroutineWrapperType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { ended, type PyGenerator } from '../objects/generator.ts'
import { builtin } from '../objects/signature.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { generatorMethods, generatorRepr } from './generator.ts'
import { generatorGetSet } from './generator-attributes.ts'
import { close, resume, send, throwIntoGenerator } from './generator-resume.ts'
import { genericAlias } from './generic-alias-object.ts'

/** An iterator over a coroutine, which is none itself. */
class PyCoroutineWrapper extends PyObject {
  readonly coroutine: PyGenerator
  returned: Value
  constructor(coroutine: PyGenerator) {
    super(coroutineWrapperType)
    this.coroutine = coroutine
    this.returned = null
  }
}

coroutineType.repr = generatorRepr('coroutine')
coroutineType.await = (self: PyGenerator) => new PyCoroutineWrapper(self)

defineType(coroutineType, {
  methods: () => generatorMethods('coroutine'),
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
  members: () => [['cr_origin', (self: PyGenerator) => self.origin]],
  getset: () => [...generatorGetSet('cr', 'await', 'coroutine'), ['cr_running', (self: PyGenerator) => self.running]],
})

coroutineWrapperType.iter = self => self
coroutineWrapperType.iternext = (self: PyCoroutineWrapper) => {
  const value = resume(self.coroutine, null)
  if (value === undefined) self.returned = ended.value
  return value
}

defineType(coroutineWrapperType, {
  doc: 'A wrapper object implementing __await__ for coroutines.',
  methods: () => [
    builtin('send($self, object, /)', (self: PyCoroutineWrapper, value: Value) => send(self.coroutine, value)),
    builtin('throw($self, /, *args)', (self: PyCoroutineWrapper, args: Value[]) =>
      throwIntoGenerator(self.coroutine, args),
    ),
    builtin('close($self, /)', (self: PyCoroutineWrapper) => close(self.coroutine)),
  ],
})
