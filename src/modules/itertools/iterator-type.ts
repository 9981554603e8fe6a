/** How the types of itertools are declared, all alike: an iterator that is its own `__iter__`, and a constructor. */
import { builtinType } from '../../objects/builtin-types.ts'
import { defineType, type TypeDeclaration } from '../../objects/define.ts'
import { builtin, type Implementation } from '../../objects/signature.ts'
import { textSignature } from '../../objects/signature-text.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { endOnStopIteration } from '../../builtins/iterator-state.ts'
import { checkCount, positionalOf, rejectKeywords } from '../../builtins/constructor-arguments.ts'

/** A type of itertools that Python code may subclass. */
export function iteratorType(name: string): PyType {
  const type = builtinType(name, { module: 'itertools', flags: TypeFlags.base })
  type.iter = self => self
  return type
}

/**
 * Declares the type by its constructor's signature, in which the parameters have names; the implementation gets the subtype to
 * make an instance of, then the arguments.
 */
export function declare(
  type: PyType,
  signature: string,
  construct: Implementation,
  doc: string,
  declaration: TypeDeclaration = {},
): void {
  const constructor = builtin(`${type.name}($type, ${signature.slice(1)}`, construct)
  type.new = (subtype, args, keywords) => constructor.call(subtype, args, keywords)
  // CPython has no text for a signature with a default that has none.
  const shown = signature.includes('<unrepresentable>') ? {} : { signature: textSignature(signature) }
  defineType(type, { attributes: () => ({ __module__: 'itertools' }), ...declaration, ...shown, doc })
}

/** The same for a constructor that takes positional arguments alone, from `least` to `most` of them. */
export function declarePositional(
  type: PyType,
  signature: string,
  [least, most]: readonly [number, number],
  construct: (subtype: PyType, ...args: Value[]) => Value,
  doc: string,
  declaration: TypeDeclaration = {},
): void {
  type.new = (subtype, args, keywords) => {
    rejectKeywords(subtype, type, keywords)
    const given = positionalOf(args, keywords)
    checkCount(type.name, given, least, most)
    return construct(subtype, ...given)
  }
  defineType(type, {
    attributes: () => ({ __module__: 'itertools' }),
    ...declaration,
    ...(signature === '' ? {} : { signature }),
    doc,
  })
}

/** An `iternext` slot that calls Python functions: StopIteration from them ends the iterator. */
export function endingOnStopIteration<T>(next: (self: T) => Value | undefined): (self: T) => Value | undefined {
  return self => {
    try {
      return next(self)
    } catch (thrown) {
      return endOnStopIteration(thrown)
    }
  }
}
