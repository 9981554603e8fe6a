/** Asynchronous generators. As in Objects/genobject.c; the awaitables of their methods are in async-generator-awaitables.ts. */
import { asyncGeneratorType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import type { PyGenerator } from '../objects/generator.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { PyAsyncGeneratorSend, PyAsyncGeneratorThrow } from './async-generator-awaitables.ts'
import { generatorRepr } from './generator.ts'
import { generatorGetSet } from './generator-attributes.ts'
import { warnOfParts } from './generator-resume.ts'
import { genericAlias } from './generic-alias-object.ts'

/** What `sys.set_asyncgen_hooks` has set. */
export const asyncGeneratorHooks = {
  create: (): { firstiter: Value; finalizer: Value } => ({ firstiter: null, finalizer: null }),
}

/** On its first use an asynchronous generator is shown to the event loop. */
function callHooks(self: PyGenerator): void {
  const state = self.asyncState!
  if (state.hooksCalled) return
  state.hooksCalled = true
  const { firstiter, finalizer } = vm.state(asyncGeneratorHooks)
  state.finalizer = finalizer
  if (firstiter !== null) call(firstiter, [self])
}

function asend(self: PyGenerator, value: Value): Value {
  callHooks(self)
  return new PyAsyncGeneratorSend(self, value)
}

function athrow(self: PyGenerator, args: readonly Value[] | null): Value {
  if (args !== null) warnOfParts('athrow', args)
  callHooks(self)
  return new PyAsyncGeneratorThrow(self, args)
}

asyncGeneratorType.repr = generatorRepr('async_generator')
asyncGeneratorType.aiter = self => self
asyncGeneratorType.anext = (self: PyGenerator) => asend(self, null)

defineType(asyncGeneratorType, {
  methods: () => [
    builtin('asend($self, object, /)', asend, 'Answers an awaitable that sends a value into the generator.'),
    builtin('athrow($self, /, *args)', athrow, 'Answers an awaitable that raises an exception in the generator.'),
    builtin(
      'aclose($self, /)',
      (self: PyGenerator) => athrow(self, null),
      'Answers an awaitable that raises GeneratorExit in the generator.',
    ),
    builtin('__sizeof__($self, /)', () => 160),
  ],
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
  members: () => [['ag_running', (self: PyGenerator) => self.asyncState!.runningAsync]],
  getset: () => generatorGetSet('ag', 'await', 'async generator'),
})
