// Hot.
/**
 * Iterators over str: one class for the strs that are JavaScript strings, whose characters are their code units, and one for the
 * others, of the same Python type. CPython tells by the type's name whether the text is ASCII, and so do we.
 */
import { isAsciiText } from '../base/unicode-case.ts'
import { builtinType } from './builtin-types.ts'
import { asStr, strOfPoint, type PyWideStr, type Str } from './str.ts'
import { PyObject, type Value } from './value.ts'
import type { PyType } from './type.ts'

export const strIteratorType = builtinType('str_iterator')
export const strAsciiIteratorType = builtinType('str_ascii_iterator')

/** Iterates a narrow str; when it is exhausted the text is empty. */
export class PyStrIterator extends PyObject {
  text: string
  index: number
  constructor(text: string, type: PyType) {
    super(type)
    this.text = text
    this.index = 0
  }
}

/** Iterates a wide str; when it is exhausted there is none. */
export class PyWideStrIterator extends PyObject {
  str: PyWideStr | null
  index: number
  constructor(str: PyWideStr) {
    super(strIteratorType)
    this.str = str
    this.index = 0
  }
}

export function iterStr(self: Value): PyStrIterator | PyWideStrIterator {
  const str = asStr(self)!
  if (typeof str !== 'string') return new PyWideStrIterator(str)
  return new PyStrIterator(str, isAsciiText(str) ? strAsciiIteratorType : strIteratorType)
}

export function nextOfStr(self: PyStrIterator): string | undefined {
  const { text, index } = self
  if (index >= text.length) {
    self.text = ''
    return undefined
  }
  self.index = index + 1
  return text.charAt(index)
}

function nextOfWideStr(self: PyWideStrIterator): Str | undefined {
  const { str, index } = self
  if (str === null) return undefined
  if (index >= str.points.length) {
    self.str = null
    return undefined
  }
  self.index = index + 1
  return strOfPoint(str.points[index]!)
}

strAsciiIteratorType.iter = self => self
strAsciiIteratorType.iternext = nextOfStr
strIteratorType.iter = self => self
strIteratorType.iternext = (self: PyStrIterator | PyWideStrIterator) =>
  self instanceof PyStrIterator ? nextOfStr(self) : nextOfWideStr(self)
