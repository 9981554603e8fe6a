/**
 * The sets of switches that must not change what a program prints. `npm run test:stress` runs everything with each of them; `npm test` runs
 * everything as it comes, and with each of the others the programs that are most likely to notice.
 */
import { passNames } from '../../src/jit/passes.ts'

export interface Variant {
  readonly name: string
  readonly switches: readonly string[]
  /** Programs of `npm test`. */
  readonly selection: RegExp
}

/** Compiles nearly everything, but runs it long enough to be left in the ordinary ways. */
const early = ['-X', 'jit-threshold=4']

export const variants: readonly Variant[] = [
  { name: 'default', switches: [], selection: /./ },
  {
    name: 'unspecialized',
    switches: ['--no-specialization'],
    selection: /^(specialization|generators|scopes|patterns)\//,
  },
  { name: 'tier 1', switches: ['-X', 'jit=off'], selection: /^(specialization|generators|exceptions|programs)\// },
  {
    name: 'stress',
    switches: ['-X', 'jit-stress'],
    selection: /^(specialization|generators|exceptions|programs|functions|classes)\//,
  },
  ...passNames.map(pass => ({
    name: `without ${pass}`,
    switches: [...early, '-X', `jit-passes=-${pass}`],
    selection: /^specialization\/(attributes|calls|exceptions|generators|load_attr|loops|nan)|^programs\/[a-f]/,
  })),
  {
    name: 'no passes',
    switches: ['-X', 'jit-stress', '-X', 'jit-passes=none'],
    selection: /^(specialization|generators)\//,
  },
]
