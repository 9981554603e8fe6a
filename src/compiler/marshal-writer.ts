/** The other half of marshal.ts: from plain data to bytes. */
import { strictEncode, CodecError, encodeHandlers } from '../base/codec-errors.ts'
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { BytesBuilder, textFromUtf16, type Text } from '../base/text.ts'
import { encodeUtf8 } from '../base/utf-8.ts'
import { Code } from './code.ts'
import { FLAG_REF } from './marshal-format.ts'
import {
  DictConstant,
  ListConstant,
  MarshalError,
  SetConstant,
  StopIterationConstant,
  type MarshalData,
} from './marshal.ts'

type MarshalObject = Exclude<MarshalData, null | boolean | number | bigint | string>

const scratch = new DataView(new ArrayBuffer(8))

export interface WriteOptions {
  /** References need 3, binary floats 2, short tuples and ASCII strs 4, slices 5. */
  readonly version?: number
  readonly allowCode?: boolean
  /** What occurs more than once, and is to be one object again. */
  readonly shared?: ReadonlySet<MarshalData>
}

/** Deeper nesting than this is refused, as CPython does. */
const maxDepth = 2000

class MarshalWriter {
  readonly #out = new BytesBuilder(1024)
  readonly #references = new Map<MarshalData, number>()
  readonly #shared: ReadonlySet<MarshalData> | null
  readonly #version: number
  readonly #allowsCode: boolean
  #depth = 0
  /** FLAG_REF, for the next tag. */
  #flag = 0
  constructor(options: WriteOptions) {
    this.#version = options.version ?? 5
    this.#allowsCode = options.allowCode ?? true
    this.#shared = this.#version >= 3 ? (options.shared ?? null) : null
  }

  finish(): Uint8Array {
    return this.#out.finish()
  }

  write(value: MarshalData): void {
    if (++this.#depth > maxDepth) throw new MarshalError('ValueError', 'object too deeply nested to marshal')
    switch (typeof value) {
      case 'boolean':
        this.#tag(value ? 'T' : 'F')
        break
      case 'number':
      case 'bigint':
        this.#int(value)
        break
      case 'string':
        this.#str(value)
        break
      default:
        if (value === null) this.#tag('N')
        else if (this.#shared?.has(value)) this.#numbered(value)
        else this.#object(value)
    }
    this.#depth--
  }

  #numbered(value: MarshalObject): void {
    if (this.#isKnown(value)) return
    this.#flag = this.#number(value)
    this.#object(value)
  }

  /** Writes a reference if it has been written before. */
  #isKnown(value: MarshalData): boolean {
    const known = this.#references.get(value)
    if (known === undefined) return false
    this.#tag('r')
    this.#int32(known)
    return true
  }

  #number(value: MarshalData): number {
    this.#references.set(value, this.#references.size)
    return FLAG_REF
  }

  #object(value: MarshalObject): void {
    if (value instanceof Uint8Array) this.#bytes(value)
    else if (value instanceof TupleConstant) this.#sequence(value.items, this.#version >= 4 ? ')' : '', '(')
    else if (value instanceof Code) this.#code(value)
    else if (value instanceof FloatConstant) {
      this.#tag('g')
      this.#double(value.value)
    } else if (value instanceof ComplexConstant) {
      this.#tag('y')
      this.#double(value.real)
      this.#double(value.imag)
    } else if (value instanceof PointsConstant) this.#utf8(value.points, this.#flag)
    else if (value instanceof FrozensetConstant) this.#sequence(value.items, '', '>')
    else if (value instanceof SetConstant) this.#sequence(value.items, '', '<')
    else if (value instanceof ListConstant) this.#sequence(value.items, '', '[')
    else if (value instanceof DictConstant) this.#dict(value)
    else if (value instanceof EllipsisConstant) this.#tag('.')
    else if (value instanceof StopIterationConstant) this.#tag('S')
    else if (value instanceof SliceConstant) this.#slice(value)
    else throw new MarshalError('ValueError', 'unmarshallable object')
  }

  #tag(kind: string): void {
    this.#out.push(kind.charCodeAt(0) | this.#flag)
    this.#flag = 0
  }

  #int32(value: number): void {
    this.#out.push(value & 255)
    this.#out.push((value >> 8) & 255)
    this.#out.push((value >> 16) & 255)
    this.#out.push((value >> 24) & 255)
  }

  #double(value: number): void {
    scratch.setFloat64(0, value, true)
    for (let i = 0; i < 8; i++) this.#out.push(scratch.getUint8(i))
  }

  #int(value: number | bigint): void {
    if (typeof value === 'number' && value === (value | 0)) {
      this.#tag('i')
      this.#int32(value)
      return
    }
    const digits: number[] = []
    const big = BigInt(value)
    for (let rest = big < 0n ? -big : big; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn))
    this.#tag('l')
    this.#int32(big < 0n ? -digits.length : digits.length)
    for (const digit of digits) {
      this.#out.push(digit & 255)
      this.#out.push(digit >> 8)
    }
  }

  #bytes(bytes: Uint8Array): void {
    this.#tag('s')
    this.#int32(bytes.length)
    this.#out.pushBytes(bytes)
  }

  #str(text: string): void {
    if (this.#isKnown(text)) return
    const flag = this.#version >= 3 ? this.#number(text) : 0
    if (this.#version < 4 || !/^[\0-\x7f]*$/.test(text)) {
      this.#utf8(textFromUtf16(text), flag)
      return
    }
    const isShort = text.length < 256
    const isName = /^[A-Za-z0-9_]*$/.test(text)
    this.#out.push((isShort ? (isName ? 0x5a : 0x7a) : isName ? 0x41 : 0x61) | flag)
    if (isShort) this.#out.push(text.length)
    else this.#int32(text.length)
    for (let i = 0; i < text.length; i++) this.#out.push(text.charCodeAt(i))
  }

  #utf8(text: Text, flag = 0): void {
    const bytes = encodeUtf8(text, encodeHandlers['surrogatepass'] ?? strictEncode)
    if (bytes instanceof CodecError) throw new MarshalError('ValueError', 'unmarshallable object')
    this.#out.push(0x75 | flag)
    this.#flag = 0
    this.#int32(bytes.length)
    this.#out.pushBytes(bytes)
  }

  /** `short` is the kind for up to 255 items, '' if there is none. */
  #sequence(items: readonly MarshalData[], short: string, kind: string): void {
    if (short !== '' && items.length < 256) {
      this.#tag(short)
      this.#out.push(items.length)
    } else {
      this.#tag(kind)
      this.#int32(items.length)
    }
    for (const item of items) this.write(item)
  }

  #dict(dict: DictConstant): void {
    this.#tag('{')
    for (const item of dict.items) this.write(item)
    this.#tag('0')
  }

  #slice(slice: SliceConstant<MarshalData>): void {
    if (this.#version < 5) throw new MarshalError('ValueError', 'unmarshallable object')
    this.#tag(':')
    this.write(slice.start)
    this.write(slice.stop)
    this.write(slice.step)
  }

  #code(code: Code): void {
    if (!this.#allowsCode) throw new MarshalError('ValueError', 'marshalling code objects is disallowed')
    this.#tag('c')
    for (const number of [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stacksize, code.flags])
      this.#int32(number)
    this.#bytes(code.code)
    this.#sequence(code.consts, ')', '(')
    this.#sequence(code.names, ')', '(')
    this.#sequence(code.localsplusnames, ')', '(')
    this.#bytes(code.localspluskinds)
    this.#str(code.filename)
    this.#str(code.name)
    this.#str(code.qualname)
    this.#int32(code.firstlineno)
    this.#bytes(code.linetable)
    this.#bytes(code.exceptiontable)
  }
}

export function marshal(value: MarshalData, options: WriteOptions = {}): Uint8Array {
  const writer = new MarshalWriter(options)
  writer.write(value)
  return writer.finish()
}
