// Hot.
/**
 * Builtins, declared by their Python signature.
 *
 *     method('insert($self, index: ssize, object, /)', (self: PyList, index: number, object: Value) => { … })
 *
 * The text is what `inspect.signature` shows (without the converters); it says how arguments are bound, converted and complained about.
 * The implementation gets `self` first where the signature begins with `$self` or `$type` (a `$module` is not passed), then every
 * parameter in order: `*args` as an array of values, `**kwargs` as a dict, an absent optional parameter without a default as
 * undefined. It answers a value; undefined stands for None.
 *
 * A converter after the colon makes the argument what the implementation wants:
 *
 *     object  Value, as it is (the default)     int    Int, by __index__            ssize  number, by __index__
 *     index   number, clipped (slice bounds)    float  number, by __float__         bool   boolean, by truth
 *     str     Str                               text   UTF-16 string of a str       buffer Uint8Array of a bytes-like object
 *
 * A converter ending in `?` lets None through as null. A signature is parsed when the builtin is first called: there are thousands of them, and a
 * program uses dozens.
 */
import { bindArguments, convertPositional } from './argument-binding.ts'
import { parseSignature, textSignature, type Signature } from './signature-text.ts'
import type { KeywordNames } from './slots.ts'
import type { Value } from './value.ts'

// biome-ignore lint/suspicious/noConfusingVoidType: an implementation without a result is one that answers None.
export type Implementation = (...args: never[]) => Value | undefined | void

type Apply = (...args: unknown[]) => Value | undefined

/** A function of doubles beside the builtin, for compiled code: where what it gives is not finite, the builtin itself has the answer. */
export interface RawForm {
  readonly count: 1 | 2
  readonly apply: (x: number, y: number) => number
  /** `int` for a double that is to be an int. */
  readonly gives: 'float' | 'int'
}

export class Builtin {
  readonly text: string
  readonly name: string
  readonly doc: string | null
  readonly implementation: Implementation
  /** Its type's or module's name, for messages ("list.append() takes …"); '' for none. */
  owner: string
  raw: RawForm | null
  #signature: Signature | null
  constructor(text: string, implementation: Implementation, doc: string | null) {
    this.text = text
    this.name = text.slice(0, text.indexOf('('))
    this.doc = doc
    this.implementation = implementation
    this.owner = ''
    this.raw = null
    this.#signature = null
  }

  get signature(): Signature {
    return (this.#signature ??= parseSignature(this.text))
  }

  /**
   * `__text_signature__`: none where the documentation describes the call in words of its own, beginning with the name; but CPython knows of
   * those that take nothing, or one thing that must be given.
   */
  get textSignature(): string | null {
    if (!this.doc?.startsWith(`${this.name}(`)) return textSignature(this.text)
    const { parameters } = this.signature
    const isKnown = parameters.every(each => each.kind === 'positional' && !each.isOptional) && parameters.length < 2
    return isKnown ? textSignature(this.text) : null
  }

  /** Calls with `self` (undefined for none) and arguments. Up to three are passed one by one: spreading an array is a call into the engine. */
  call(self: Value | undefined, args: Value[], keywords: KeywordNames): Value {
    const signature = this.signature
    const apply = this.implementation as Apply
    const { fallbacks, passesSelf } = signature
    const isSimple = keywords === null && args.length >= signature.required && args.length <= signature.positional
    const isPlain = isSimple && signature.isPlain
    const given = isPlain
      ? args
      : isSimple && signature.isConverted
        ? convertPositional(this, signature, args)
        : bindArguments(this, signature, args, keywords)
    const count = given.length
    const first = count > 0 ? given[0] : fallbacks[0]
    const second = count > 1 ? given[1] : fallbacks[1]
    const third = count > 2 ? given[2] : fallbacks[2]
    let result: Value | undefined
    switch (isPlain ? fallbacks.length : count) {
      case 0:
        result = passesSelf ? apply(self) : apply()
        break
      case 1:
        result = passesSelf ? apply(self, first) : apply(first)
        break
      case 2:
        result = passesSelf ? apply(self, first, second) : apply(first, second)
        break
      case 3:
        result = passesSelf ? apply(self, first, second, third) : apply(first, second, third)
        break
      default: {
        const all = isPlain && count < fallbacks.length ? [...given, ...fallbacks.slice(count)] : given
        result = passesSelf ? apply(self, ...all) : apply(...all)
      }
    }
    return result === undefined ? null : result
  }
}

/** Declares a builtin function or method by its signature. */
export function builtin(signature: string, implementation: Implementation, doc: string | null = null): Builtin {
  return new Builtin(signature, implementation, doc)
}

/** The same builtin, with what it computes of one or two doubles. */
export function withRaw(
  declared: Builtin,
  count: RawForm['count'],
  apply: RawForm['apply'],
  gives: RawForm['gives'] = 'float',
): Builtin {
  declared.raw = { count, apply, gives }
  return declared
}
