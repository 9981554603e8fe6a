/** What a t-string makes: a template of texts and the interpolations between them (PEP 750). */
import { builtinType } from './builtin-types.ts'
import type { PyTuple } from './tuple.ts'
import { PyObject, type Value } from './value.ts'

const templatelib = { module: 'string.templatelib' }

export const templateType = builtinType('Template', templatelib)
export const interpolationType = builtinType('Interpolation', templatelib)
export const templateIteratorType = builtinType('TemplateIter', templatelib)

/** `strings` has one item more than `interpolations`: what is before, between and after them. */
export class PyTemplate extends PyObject {
  readonly strings: PyTuple
  readonly interpolations: PyTuple
  constructor(strings: PyTuple, interpolations: PyTuple) {
    super(templateType)
    this.strings = strings
    this.interpolations = interpolations
  }
}

export class PyInterpolation extends PyObject {
  readonly value: Value
  readonly expression: Value
  /** `'a'`, `'r'`, `'s'` or None. */
  readonly conversion: Value
  readonly formatSpec: Value
  constructor(value: Value, expression: Value, conversion: Value, formatSpec: Value) {
    super(interpolationType)
    this.value = value
    this.expression = expression
    this.conversion = conversion
    this.formatSpec = formatSpec
  }
}

/** Gives the texts that are not empty and the interpolations, in their order. */
export class PyTemplateIterator extends PyObject {
  readonly template: PyTemplate
  /** Twice the index, plus one for an interpolation. */
  position: number
  constructor(template: PyTemplate) {
    super(templateIteratorType)
    this.template = template
    this.position = 0
  }
}
