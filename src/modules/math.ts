/** The module math. Its functions are in the folder of the same name, by what they take. */
import { defineModule } from '../objects/builtin-module.ts'
import { PyFloat } from '../objects/value.ts'
import { floatFunctions } from './math/float-functions.ts'
import { intFunctions } from './math/int-functions.ts'
import { sequenceFunctions } from './math/sequence-functions.ts'

defineModule('math', {
  doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
  functions: () => [...floatFunctions(), ...intFunctions(), ...sequenceFunctions()],
  attributes: () => ({
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Number.POSITIVE_INFINITY),
    nan: new PyFloat(Number.NaN),
  }),
})
