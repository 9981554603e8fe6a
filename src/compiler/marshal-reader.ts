/**
 * Reads constants and code objects in the marshal format, as this project or CPython wrote them.
 *
 * It is on the way of every start of the interpreter, so it copies as little as possible: bytes are views of the
 * input. What is not a constant or not well-formed is a MarshalError with the words of Python's exception.
 */
// Hot.
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { normalize } from '../base/int.ts'
import { Code, type CodeConstant } from './code.ts'
import * as m from './marshal-format.ts'

export class MarshalError {
  readonly type: 'EOFError' | 'ValueError' | 'TypeError'
  readonly message: string
  constructor(type: MarshalError['type'], message: string) {
    this.type = type
    this.message = message
  }
}

/** Reads the object that starts at `start`. */
export function unmarshal(bytes: Uint8Array, start = 0): CodeConstant {
  return new Reader(bytes, start).read()
}

class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at: number
  readonly #references: CodeConstant[] = []

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#at = start
  }

  #take(count: number): number {
    const start = this.#at
    this.#at += count
    if (count < 0 || this.#at > this.#bytes.length) throw new MarshalError('EOFError', 'marshal data too short')
    return start
  }

  #byte(): number {
    return this.#bytes[this.#take(1)]!
  }

  #int32(): number {
    return this.#view.getInt32(this.#take(4), true)
  }

  #double(): number {
    return this.#view.getFloat64(this.#take(8), true)
  }

  read(): CodeConstant {
    if (this.#at >= this.#bytes.length) throw new MarshalError('EOFError', 'EOF read where object expected')
    const type = this.#byte()
    const isReferenced = (type & m.FLAG_REF) !== 0
    switch (type & ~m.FLAG_REF) {
      case m.TYPE_NONE:
        return null
      case m.TYPE_FALSE:
        return false
      case m.TYPE_TRUE:
        return true
      case m.TYPE_ELLIPSIS:
        return EllipsisConstant.instance
      case m.TYPE_REF: {
        const value = this.#references[this.#int32()]
        if (value === undefined) throw new MarshalError('ValueError', 'bad marshal data (invalid reference)')
        return value
      }
      case m.TYPE_CODE:
        return this.#code(isReferenced)
      case m.TYPE_SMALL_TUPLE:
        return this.#tuple(this.#byte(), isReferenced)
      case m.TYPE_TUPLE:
        return this.#tuple(this.#int32(), isReferenced)
      case m.TYPE_FROZENSET:
        return this.#frozenset(isReferenced)
      case m.TYPE_SLICE:
        return this.#slice(isReferenced)
    }
    const value = this.#leaf(type & ~m.FLAG_REF)
    if (isReferenced) this.#references.push(value)
    return value
  }

  #leaf(type: number): CodeConstant {
    switch (type) {
      case m.TYPE_SHORT_ASCII:
      case m.TYPE_SHORT_ASCII_INTERNED:
        return this.#ascii(this.#byte())
      case m.TYPE_ASCII:
      case m.TYPE_ASCII_INTERNED:
        return this.#ascii(this.#int32())
      case m.TYPE_UNICODE:
      case m.TYPE_INTERNED:
        return this.#unicode(this.#int32())
      case m.TYPE_STRING: {
        const length = this.#int32()
        const start = this.#take(length)
        return this.#bytes.subarray(start, start + length)
      }
      case m.TYPE_INT:
        return this.#int32()
      case m.TYPE_LONG:
        return this.#long()
      case m.TYPE_BINARY_FLOAT:
        return new FloatConstant(this.#double())
      case m.TYPE_BINARY_COMPLEX: {
        const real = this.#double()
        return new ComplexConstant(real, this.#double())
      }
    }
    throw new MarshalError('ValueError', 'bad marshal data (unknown type code)')
  }

  /** A container gets its place among the references before its contents do. */
  #place(isReferenced: boolean): number {
    return isReferenced ? this.#references.push(null) - 1 : -1
  }

  #placed<T extends CodeConstant>(place: number, value: T): T {
    if (place >= 0) this.#references[place] = value
    return value
  }

  #items(count: number): CodeConstant[] {
    if (count < 0 || count > this.#bytes.length) {
      throw new MarshalError('ValueError', 'bad marshal data (tuple size out of range)')
    }
    const items = new Array<CodeConstant>(count)
    for (let i = 0; i < count; i++) items[i] = this.read()
    return items
  }

  #tuple(count: number, isReferenced: boolean): CodeConstant {
    const place = this.#place(isReferenced)
    return this.#placed(place, new TupleConstant(this.#items(count)))
  }

  #frozenset(isReferenced: boolean): CodeConstant {
    const place = this.#place(isReferenced)
    return this.#placed(place, new FrozensetConstant(this.#items(this.#int32())))
  }

  #slice(isReferenced: boolean): CodeConstant {
    const place = this.#place(isReferenced)
    const start = this.read()
    const stop = this.read()
    return this.#placed(place, new SliceConstant(start, stop, this.read()))
  }

  #long(): number | bigint {
    const count = this.#int32()
    let value = 0n
    const size = Math.abs(count)
    const start = this.#take(2 * size)
    for (let i = size - 1; i >= 0; i--) value = (value << 15n) | BigInt(this.#view.getUint16(start + 2 * i, true))
    return normalize(count < 0 ? -value : value)
  }

  #ascii(length: number): string {
    const start = this.#take(length)
    const bytes = this.#bytes
    let text = ''
    for (let i = start; i < start + length; i++) text += String.fromCharCode(bytes[i]!)
    return text
  }

  /** UTF-8 in which surrogates are allowed: two side by side are not one character. */
  #unicode(length: number): CodeConstant {
    const bytes = this.#bytes
    let at = this.#take(length)
    const end = at + length
    const points: number[] = []
    let isText = true
    while (at < end) {
      const first = bytes[at++]!
      let point = first
      if (first >= 0xf0) {
        point = ((first & 7) << 18) | ((bytes[at]! & 63) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63)
        at += 3
      } else if (first >= 0xe0) {
        point = ((first & 15) << 12) | ((bytes[at]! & 63) << 6) | (bytes[at + 1]! & 63)
        at += 2
      } else if (first >= 0xc0) {
        point = ((first & 31) << 6) | (bytes[at++]! & 63)
      }
      const before = points[points.length - 1]
      if (point >= 0xdc00 && point < 0xe000 && before !== undefined && before >= 0xd800 && before < 0xdc00) {
        isText = false
      }
      points.push(point)
    }
    if (!isText) return new PointsConstant(points)
    let text = ''
    for (let i = 0; i < points.length; i++) text += String.fromCodePoint(points[i]!)
    return text
  }

  #code(isReferenced: boolean): Code {
    const place = this.#place(isReferenced)
    const argcount = this.#int32()
    const posonlyargcount = this.#int32()
    const kwonlyargcount = this.#int32()
    const stacksize = this.#int32()
    const flags = this.#int32()
    const code = this.#bytesField()
    const consts = this.#tupleField()
    const names = this.#tupleField() as string[]
    const localsplusnames = this.#tupleField() as string[]
    const localspluskinds = this.#bytesField()
    const filename = this.read() as string
    const name = this.read() as string
    const qualname = this.read() as string
    const firstlineno = this.#int32()
    const linetable = this.#bytesField()
    const exceptiontable = this.#bytesField()
    const made = new Code({
      name,
      qualname,
      filename,
      firstlineno,
      flags,
      argcount,
      posonlyargcount,
      kwonlyargcount,
      stacksize,
      consts,
      names,
      localsplusnames,
      localspluskinds,
      code,
      linetable,
      exceptiontable,
    })
    return this.#placed(place, made)
  }

  #bytesField(): Uint8Array {
    const value = this.read()
    if (value instanceof Uint8Array) return value
    throw new MarshalError('TypeError', 'bad marshal data (bytes expected in a code object)')
  }

  #tupleField(): readonly CodeConstant[] {
    const value = this.read()
    if (value instanceof TupleConstant) return value.items
    throw new MarshalError('TypeError', 'bad marshal data (tuple expected in a code object)')
  }
}
