/** Generators. As in Objects/genobject.c. */
import { generatorType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { ended, type PyGenerator } from '../objects/generator.ts'
import { builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import { genericAlias } from './generic-alias-object.ts'
import { generatorGetSet } from './generator-attributes.ts'
import { close, resume, send, throwIntoGenerator } from './generator-resume.ts'
import { addressText } from './method-descriptors.ts'

/** The repr of a generator of any kind. */
export const generatorRepr = (kind: string) => (self: PyGenerator) =>
  strOf(`<${kind} object ${strText(self.qualname)} at ${addressText(self)}>`)

/** The next value; at the end undefined, and what was returned is kept for the StopIteration. */
export function nextOfGenerator(self: PyGenerator): Value | undefined {
  const value = resume(self, null)
  if (value === undefined) self.returned = ended.value
  return value
}

generatorType.repr = generatorRepr('generator')
generatorType.iter = self => self
generatorType.iternext = nextOfGenerator

/** `send`, `throw` and `close` of generators and coroutines. */
export const generatorMethods = (kind: string) => [
  builtin(
    'send($self, object, /)',
    send,
    `Sends a value into ${kind}; answers the next value it yields or raises StopIteration.`,
  ),
  builtin(
    'throw($self, /, *args)',
    throwIntoGenerator,
    `Raises an exception in ${kind}; answers the next value it yields or raises StopIteration.`,
  ),
  builtin('close($self, /)', close, `Raises GeneratorExit inside ${kind}.`),
  builtin('__sizeof__($self, /)', () => 152),
]

defineType(generatorType, {
  methods: () => generatorMethods('generator'),
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
  getset: () => [
    ...generatorGetSet('gi', 'yieldfrom', 'generator'),
    ['gi_running', (self: PyGenerator) => self.running],
  ],
})
