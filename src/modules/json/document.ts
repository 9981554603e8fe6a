/**
 * A JSON document as the scanner reads it: UTF-16 text, whose positions are those of the str as long as that has no character beyond
 * U+FFFF. Of other documents, positions are translated where they go in or out.
 */
import { lookupAttribute } from '../../objects/attribute.ts'
import { call } from '../../objects/call.ts'
import type { PyBaseException } from '../../objects/exception.ts'
import { hooks } from '../../objects/hooks.ts'
import { type Str, textOf } from '../../objects/str.ts'
import type { Value } from '../../objects/value.ts'

export class Document {
  readonly value: Value
  readonly text: string
  readonly isWide: boolean
  constructor(value: Value, str: Str) {
    this.value = value
    this.text = textOf(str)
    this.isWide = typeof str !== 'string'
  }

  /** False if a surrogate stands alone. */
  get isWellFormed(): boolean {
    return !this.isWide || this.text.isWellFormed()
  }

  /** Where in the text the character of that index begins. */
  unitAt(index: number): number {
    if (!this.isWide) return index
    let unit = 0
    for (let i = 0; i < index; i++) unit += this.text.codePointAt(unit)! > 0xffff ? 2 : 1
    return unit
  }

  /** The index of the character that begins there. */
  indexAt(unit: number): number {
    if (!this.isWide) return unit
    let index = 0
    for (let i = 0; i < unit; i += this.text.codePointAt(i)! > 0xffff ? 2 : 1) index++
    return index
  }

  /** Raises JSONDecodeError about a place in the text. */
  fail(message: string, unit: number): never {
    const errorType = lookupAttribute(hooks.importModule('json.decoder'), 'JSONDecodeError')
    throw call(errorType, [message, this.value, this.indexAt(unit)]) as PyBaseException
  }
}
