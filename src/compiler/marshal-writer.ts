/**
 * Writes constants and code objects in the marshal format.
 *
 * A string, bytes or other value that was written before is written as a reference: names repeat from function to
 * function, so this halves the size of a module.
 */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { Code, type CodeConstant } from './code.ts'
import { constantKey } from './constant-table.ts'
import * as m from './marshal-format.ts'

/** Longer bytes are code or tables, which are hardly ever equal. */
const LONG_BYTES = 32

export function marshal(value: CodeConstant): Uint8Array {
  const writer = new Writer()
  writer.write(value)
  return writer.finish()
}

class Writer {
  #bytes = new Uint8Array(4096)
  #view = new DataView(this.#bytes.buffer)
  #length = 0
  readonly #strings = new Map<string, number>()
  readonly #others = new Map<string, number>()
  #references = 0

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #reserve(count: number): number {
    const start = this.#length
    this.#length += count
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length)
      larger.set(this.#bytes)
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    return start
  }

  #byte(value: number): void {
    const at = this.#reserve(1)
    this.#bytes[at] = value
  }

  #int32(value: number): void {
    const at = this.#reserve(4)
    this.#view.setInt32(at, value, true)
  }

  #double(value: number): void {
    const at = this.#reserve(8)
    this.#view.setFloat64(at, value, true)
  }

  #raw(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length)
    this.#bytes.set(bytes, at)
  }

  /** Writes a reference if the value was written before; otherwise notes that it is being written. */
  #wasWritten<K>(written: Map<K, number>, key: K): boolean {
    const index = written.get(key)
    if (index === undefined) {
      written.set(key, this.#references++)
      return false
    }
    this.#byte(m.TYPE_REF)
    this.#int32(index)
    return true
  }

  write(value: CodeConstant): void {
    switch (typeof value) {
      case 'string':
        this.#string(value)
        return
      case 'number':
      case 'bigint':
        this.#integer(value)
        return
      case 'boolean':
        this.#byte(value ? m.TYPE_TRUE : m.TYPE_FALSE)
        return
    }
    if (value === null) this.#byte(m.TYPE_NONE)
    else if (value instanceof EllipsisConstant) this.#byte(m.TYPE_ELLIPSIS)
    else if (value instanceof Code) this.#code(value)
    else if (value instanceof Uint8Array && value.length > LONG_BYTES) this.#rawBytes(value, 0)
    else if (!this.#wasWritten(this.#others, constantKey(value))) this.#object(value)
  }

  #object(value: CodeConstant): void {
    if (value instanceof FloatConstant) {
      this.#byte(m.TYPE_BINARY_FLOAT | m.FLAG_REF)
      this.#double(value.value)
    } else if (value instanceof ComplexConstant) {
      this.#byte(m.TYPE_BINARY_COMPLEX | m.FLAG_REF)
      this.#double(value.real)
      this.#double(value.imag)
    } else if (value instanceof Uint8Array) {
      this.#rawBytes(value, m.FLAG_REF)
    } else if (value instanceof TupleConstant) {
      this.#items(value.items)
    } else if (value instanceof FrozensetConstant) {
      this.#byte(m.TYPE_FROZENSET | m.FLAG_REF)
      this.#int32(value.items.length)
      for (const item of value.items) this.write(item)
    } else if (value instanceof SliceConstant) {
      this.#byte(m.TYPE_SLICE | m.FLAG_REF)
      this.write(value.start)
      this.write(value.stop)
      this.write(value.step)
    } else if (value instanceof PointsConstant) {
      this.#unicode(value.points)
    }
  }

  #rawBytes(bytes: Uint8Array, flag: 0 | typeof m.FLAG_REF): void {
    this.#byte(m.TYPE_STRING | flag)
    this.#int32(bytes.length)
    this.#raw(bytes)
  }

  /** The type byte of a tuple, its length and its items. */
  #items(items: readonly CodeConstant[]): void {
    if (items.length < 256) {
      this.#byte(m.TYPE_SMALL_TUPLE | m.FLAG_REF)
      this.#byte(items.length)
    } else {
      this.#byte(m.TYPE_TUPLE | m.FLAG_REF)
      this.#int32(items.length)
    }
    for (const item of items) this.write(item)
  }

  #integer(value: number | bigint): void {
    if (typeof value === 'number' && value === (value | 0)) {
      this.#byte(m.TYPE_INT)
      this.#int32(value)
      return
    }
    const digits: number[] = []
    for (let rest = BigInt(value) < 0n ? -BigInt(value) : BigInt(value); rest > 0n; rest >>= 15n) {
      digits.push(Number(rest & 0x7fffn))
    }
    this.#byte(m.TYPE_LONG)
    this.#int32(value < 0 ? -digits.length : digits.length)
    for (const digit of digits) {
      this.#byte(digit)
      this.#byte(digit >> 8)
    }
  }

  #string(text: string): void {
    if (this.#wasWritten(this.#strings, text)) return
    const { length } = text
    for (let i = 0; i < length; i++) {
      if (text.charCodeAt(i) >= 128) {
        this.#unicode(Array.from(text, character => character.codePointAt(0)!))
        return
      }
    }
    if (length < 256) {
      this.#byte(m.TYPE_SHORT_ASCII | m.FLAG_REF)
      this.#byte(length)
    } else {
      this.#byte(m.TYPE_ASCII | m.FLAG_REF)
      this.#int32(length)
    }
    const at = this.#reserve(length)
    for (let i = 0; i < length; i++) this.#bytes[at + i] = text.charCodeAt(i)
  }

  #unicode(points: readonly number[]): void {
    const bytes: number[] = []
    for (const point of points) {
      if (point < 0x80) bytes.push(point)
      else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
      else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
      else {
        bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f))
        bytes.push(0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
      }
    }
    this.#byte(m.TYPE_UNICODE | m.FLAG_REF)
    this.#int32(bytes.length)
    this.#raw(Uint8Array.from(bytes))
  }

  #code(code: Code): void {
    this.#byte(m.TYPE_CODE | m.FLAG_REF)
    this.#references++
    this.#int32(code.argcount)
    this.#int32(code.posonlyargcount)
    this.#int32(code.kwonlyargcount)
    this.#int32(code.stacksize)
    this.#int32(code.flags)
    this.write(code.code)
    this.write(new TupleConstant(code.consts))
    this.write(new TupleConstant<CodeConstant>(code.names))
    this.write(new TupleConstant<CodeConstant>(code.localsplusnames))
    this.write(code.localspluskinds)
    this.write(code.filename)
    this.write(code.name)
    this.write(code.qualname)
    this.#int32(code.firstlineno)
    this.write(code.linetable)
    this.write(code.exceptiontable)
  }
}
