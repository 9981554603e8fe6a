/** A value that an asynchronous generator yields to its consumer, as opposed to what it awaits. */
import { builtinType } from './builtin-types.ts'
import { PyObject, type Value } from './value.ts'

const wrappedValueType = builtinType('async_generator_wrapped_value')

export class PyAsyncGeneratorWrappedValue extends PyObject {
  readonly value: Value
  constructor(value: Value) {
    super(wrappedValueType)
    this.value = value
  }
}
