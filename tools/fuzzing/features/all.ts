/** All features: a program has some of them. */
import { calls } from './calls.ts'
import { containers } from './containers.ts'
import { descriptors } from './descriptors.ts'
import { exceptions } from './exceptions.ts'
import type { Feature } from './feature.ts'
import { flow } from './flow.ts'
import { frames } from './frames.ts'
import { library } from './library.ts'
import { methods } from './methods.ts'
import { numbers } from './numbers.ts'
import { operatorsInPython } from './operators.ts'
import { patterns } from './patterns.ts'
import { resuming } from './resuming.ts'
import { subclasses } from './subclasses.ts'
import { texts } from './texts.ts'
import { walks } from './walks.ts'

export const features: readonly Feature[] = [
  subclasses,
  operatorsInPython,
  methods,
  descriptors,
  calls,
  flow,
  resuming,
  patterns,
  containers,
  texts,
  numbers,
  exceptions,
  frames,
  library,
  walks,
]
