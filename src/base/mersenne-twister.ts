/**
 * The Mersenne Twister MT19937 as CPython's `_random`: the same numbers for the same seed.
 *
 * Matsumoto and Nishimura's generator, with their seeding by an array of words.
 */

import { type Int, normalize } from './int.ts'

const N = 624
const M = 397

export class MersenneTwister {
  readonly #state = new Uint32Array(N)
  #index = N

  /** `random.seed(int)`: the words of the absolute value, least first. */
  seed(value: Int): void {
    const key: number[] = []
    for (let rest = BigInt(value < 0 ? -value : value); rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn))
    this.seedArray(key.length === 0 ? [0] : key)
  }

  #seedWord(word: number): void {
    const state = this.#state
    state[0] = word
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30)
      state[i] = Math.imul(1812433253, previous) + i
    }
    this.#index = N
  }

  seedArray(key: readonly number[]): void {
    const state = this.#state
    this.#seedWord(19650218)
    let i = 1
    let j = 0
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30)
      state[i] = (state[i]! ^ Math.imul(previous, 1664525)) + key[j]! + j
      if (++i >= N) {
        state[0] = state[N - 1]!
        i = 1
      }
      if (++j >= key.length) j = 0
    }
    for (let k = N - 1; k > 0; k--) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30)
      state[i] = (state[i]! ^ Math.imul(previous, 1566083941)) - i
      if (++i >= N) {
        state[0] = state[N - 1]!
        i = 1
      }
    }
    state[0] = 0x80000000
  }

  #twist(): void {
    const state = this.#state
    for (let i = 0; i < N; i++) {
      const y = (state[i]! & 0x80000000) | (state[i + 1 === N ? 0 : i + 1]! & 0x7fffffff)
      const other = state[i + M < N ? i + M : i + M - N]!
      state[i] = other ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
    }
    this.#index = 0
  }

  uint32(): number {
    if (this.#index >= N) this.#twist()
    let y = this.#state[this.#index++]!
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    return (y ^ (y >>> 18)) >>> 0
  }

  /** `random.random()`: 53 bits in [0, 1). */
  random(): number {
    const a = this.uint32() >>> 5
    const b = this.uint32() >>> 6
    return (a * 67108864 + b) / 9007199254740992
  }

  /** `random.getrandbits(k)` for `k >= 0`. */
  getrandbits(k: number): Int {
    if (k === 0) return 0
    if (k <= 32) return this.uint32() >>> (32 - k)
    if (k <= 53) {
      const low = this.uint32()
      return (this.uint32() >>> (64 - k)) * 4294967296 + low
    }
    // Words from the least significant on, as text of hexadecimal digits.
    const words: string[] = []
    for (let left = k; left > 0; left -= 32) {
      const word = left < 32 ? this.uint32() >>> (32 - left) : this.uint32()
      words.push(word.toString(16).padStart(8, '0'))
    }
    return normalize(BigInt('0x' + words.reverse().join('')))
  }

  /** The 624 words and the index: `getstate()`'s 625 numbers. */
  getState(): number[] {
    return [...this.#state, this.#index]
  }

  /** 625 numbers, the last from 0 to 624 (the caller has checked). */
  setState(state: readonly number[]): void {
    for (let i = 0; i < N; i++) this.#state[i] = state[i]!
    this.#index = state[N]!
  }
}
