/**
 * The module _static_types: a class of Python code that stands for one which CPython has in C is to look like that. Messages name it with its
 * module, and nobody can change it.
 */
import { defineModule } from '../objects/builtin-module.ts'
import { builtin } from '../objects/signature.ts'
import type { PyType } from '../objects/type.ts'

defineModule('_static_types', {
  doc: 'Makes classes look as if they were written in C.',
  functions: () => [
    builtin('make_static($module, type, name: text, /)', (type: PyType, name: string) => {
      type.staticName = name
    }),
  ],
})
