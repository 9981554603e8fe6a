/** The module _random: the Mersenne Twister, which gives the same numbers for the same seed as everywhere. */
import { MersenneTwister } from '../base/mersenne-twister.ts'
import { abs } from '../base/int.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { memoryErrorType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOf } from '../objects/hash.ts'
import { asInt } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import { PyFloat, PyObject, type Value } from '../objects/value.ts'
import { checkCount, positionalOf, rejectKeywords } from '../builtins/constructor-arguments.ts'
import { vm } from '../objects/vm.ts'

export const randomType = builtinType('Random', { module: '_random', flags: TypeFlags.base })

class PyRandom extends PyObject {
  readonly generator: MersenneTwister
  constructor(type: PyType) {
    super(type)
    this.generator = new MersenneTwister()
  }
}

/** As many unforeseeable words as the state has. */
function randomSeed(): number[] {
  const bytes = vm.host.random(4 * 624)
  const words: number[] = []
  for (let i = 0; i < bytes.length; i += 4)
    words.push((bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)) >>> 0)
  return words
}

/** An int seeds with its magnitude; whatever else, with its hash. */
function seed(self: PyRandom, value: Value): void {
  if (value === null) return self.generator.seedArray(randomSeed())
  const int = asInt(value)
  if (int !== undefined) return self.generator.seed(abs(int))
  const hash = hashOf(value)
  // A hash counts as the unsigned word that it is.
  self.generator.seed(hash < 0 ? BigInt.asUintN(64, BigInt(hash)) : hash)
}

randomType.new = type => new PyRandom(type)
randomType.init = (self: PyRandom, args, keywords) => {
  rejectKeywords(self.type, randomType, keywords)
  const given = positionalOf(args, keywords)
  checkCount('Random', given, 0, 1)
  seed(self, given[0] ?? null)
}

function getRandomBits(self: PyRandom, count: Value): Value {
  const bits = indexOf(count)
  if (bits < 0) raise(valueErrorType, 'Cannot convert negative int')
  if (typeof bits === 'bigint') raise(overflowErrorType, 'Python int too large for C uint64_t')
  if (bits > 2 ** 29) raise(memoryErrorType)
  return self.generator.getrandbits(bits)
}

function setState(self: PyRandom, state: Value): void {
  if (!(state instanceof PyTuple)) raiseTypeError('state vector must be a tuple')
  if (state.items.length !== 625) raise(valueErrorType, 'state vector is the wrong size')
  const words = state.items.map(item => {
    const word = asInt(item)
    if (word === undefined) raiseTypeError('an integer is required')
    if (word < 0) raise(overflowErrorType, "can't convert negative value to unsigned int")
    return Number(BigInt.asUintN(32, BigInt(word)))
  })
  if (words[624]! > 624) raise(valueErrorType, 'invalid state')
  self.generator.setState(words)
}

defineType(randomType, {
  doc: 'Random() -> create a random number generator with its own internal state.',
  methods: () => [
    builtin(
      'random($self, /)',
      (self: PyRandom) => new PyFloat(self.generator.random()),
      'random() -> x in the interval [0, 1).',
    ),
    builtin(
      'seed($self, n=None, /)',
      seed,
      'seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.',
    ),
    builtin(
      'getstate($self, /)',
      (self: PyRandom) => new PyTuple(self.generator.getState()),
      'getstate() -> tuple containing the current state.',
    ),
    builtin('setstate($self, state, /)', setState, 'setstate(state) -> None.  Restores generator state.'),
    builtin('getrandbits($self, k, /)', getRandomBits, 'getrandbits(k) -> x.  Generates an int with k random bits.'),
  ],
})

defineModule('_random', {
  doc: 'Module implements the Mersenne Twister random number generator.',
  attributes: () => ({ Random: randomType }),
})
