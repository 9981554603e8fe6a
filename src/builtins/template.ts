/** string.templatelib: Template and Interpolation. As Objects/templateobject.c and Objects/interpolationobject.c. */
import { bindArguments } from '../objects/argument-binding.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, buildString, concatStr, isStr, type Str } from '../objects/str.ts'
import {
  interpolationType,
  PyInterpolation,
  PyTemplate,
  PyTemplateIterator,
  templateIteratorType,
  templateType,
} from '../objects/template.ts'
import { repr } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { classGetItem } from './class-getitem.ts'

/** A template from texts and interpolations in any order: texts side by side are joined. */
function templateFromParts(parts: readonly Value[]): PyTemplate {
  const strings: Value[] = []
  const interpolations: Value[] = []
  let text: Value | undefined
  for (const part of parts) {
    if (part instanceof PyInterpolation) {
      strings.push(text ?? '')
      interpolations.push(part)
      text = undefined
    } else if (isStr(part)) text = text === undefined ? part : concatStr(asStr(text)!, asStr(part)!)
    else
      raiseTypeError(
        `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeName(typeOf(part))}`,
      )
  }
  strings.push(text ?? '')
  return new PyTemplate(new PyTuple(strings), new PyTuple(interpolations))
}

templateType.new = (_type, args: Value[], keywords: KeywordNames) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('Template.__new__ only accepts *args arguments')
  return templateFromParts(args)
}
templateType.repr = (self: PyTemplate) =>
  buildString(['Template(strings=', repr(self.strings), ', interpolations=', repr(self.interpolations), ')'])
templateType.iter = (self: PyTemplate) => new PyTemplateIterator(self)
templateType.concat = (left: PyTemplate, right: Value) => {
  if (!(right instanceof PyTemplate)) {
    const name = 'string.templatelib.Template'
    raiseTypeError(`can only concatenate ${name} (not "${typeName(typeOf(right))}") to ${name}`)
  }
  const before = left.strings.items
  const after = right.strings.items
  const middle = concatStr(asStr(before.at(-1)!)!, asStr(after[0]!)!)
  return new PyTemplate(
    new PyTuple([...before.slice(0, -1), middle, ...after.slice(1)]),
    new PyTuple([...left.interpolations.items, ...right.interpolations.items]),
  )
}

templateIteratorType.iter = self => self
templateIteratorType.iternext = (self: PyTemplateIterator) => {
  const { strings, interpolations } = self.template
  for (;;) {
    const at = self.position++
    const index = at >> 1
    if (at % 2 === 1) return interpolations.items[index]
    const text = strings.items[index]
    if (text === undefined || asStr(text) !== '') return text
  }
}

/** BUILD_TEMPLATE */
export const makeTemplate = (strings: Value, interpolations: Value): PyTemplate =>
  new PyTemplate(strings as PyTuple, interpolations as PyTuple)

/** BUILD_INTERPOLATION */
export const makeInterpolation = (
  value: Value,
  expression: Value,
  conversion: Value,
  formatSpec: Value,
): PyInterpolation => new PyInterpolation(value, expression, conversion, formatSpec)

defineType(templateType, {
  doc: 'Template object',
  methods: () => [
    builtin('__reduce__($self, /)', (self: PyTemplate) => {
      const unpickle = lookupAttribute(hooks.importModule('string.templatelib'), '_template_unpickle')
      return new PyTuple([unpickle, new PyTuple([self.strings, self.interpolations])])
    }),
  ],
  classMethods: () => [classGetItem()],
  getset: () => [
    ['strings', (self: PyTemplate) => self.strings, null, 'Strings'],
    ['interpolations', (self: PyTemplate) => self.interpolations, null, 'Interpolations'],
    [
      'values',
      (self: PyTemplate) => new PyTuple(self.interpolations.items.map(each => (each as PyInterpolation).value)),
      null,
      'Values of interpolations',
    ],
  ],
})

const parameters = builtin(
  'Interpolation(value, expression=<unrepresentable>, conversion=None, format_spec=<unrepresentable>)',
  () => null,
)

/** A str argument, as it is: also an instance of a subclass. */
function strArgument(value: Value | undefined, name: string): Value {
  if (value === undefined) return ''
  if (!isStr(value)) {
    const what = value === null ? 'None' : typeName(typeOf(value))
    raiseTypeError(`Interpolation() argument '${name}' must be str, not ${what}`)
  }
  return value
}

interpolationType.new = (_type, args: Value[], keywords: KeywordNames) => {
  const bound = bindArguments(parameters, parameters.signature, args, keywords) as (Value | undefined)[]
  const [value, expression, conversion, formatSpec] = bound
  const expressionText = strArgument(expression, 'expression')
  if (conversion !== null && !isStr(conversion!)) strArgument(conversion, 'conversion')
  const spec = strArgument(formatSpec, 'format_spec')
  const letter = conversion === null ? null : (asStr(conversion!) as Str)
  if (letter !== null && letter !== 's' && letter !== 'a' && letter !== 'r')
    raise(valueErrorType, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
  return new PyInterpolation(value!, expressionText, letter, spec)
}
interpolationType.repr = (self: PyInterpolation) => {
  const parts = [self.value, self.expression, self.conversion, self.formatSpec].map(repr)
  return buildString(['Interpolation(', parts[0]!, ', ', parts[1]!, ', ', parts[2]!, ', ', parts[3]!, ')'])
}

defineType(interpolationType, {
  doc: 'Interpolation object',
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyInterpolation) =>
        new PyTuple([self.type, new PyTuple([self.value, self.expression, self.conversion, self.formatSpec])]),
      '__reduce__() -> (cls, state)',
    ),
  ],
  classMethods: () => [classGetItem()],
  getset: () => [
    ['value', (self: PyInterpolation) => self.value, null, 'Value'],
    ['expression', (self: PyInterpolation) => self.expression, null, 'Expression'],
    ['conversion', (self: PyInterpolation) => self.conversion, null, 'Conversion'],
    ['format_spec', (self: PyInterpolation) => self.formatSpec, null, 'Format specifier'],
  ],
  attributes: () => ({ __match_args__: new PyTuple(['value', 'expression', 'conversion', 'format_spec']) }),
})
