/**
 * Marshalling: code objects and constants as bytes, in CPython's format (Python/marshal.c, version 5).
 *
 * The packed library and `.pyc` files are this, and the module `marshal` is a face of it (modules/marshal.ts). Everything here is plain data
 * (base/constant.ts); what only the module needs (lists, dicts, sets) has classes below.
 *
 * Each value is a byte for its kind, then its content. With the high bit of that byte set, the value gets the next number and may
 * occur again as a reference to it. We number strs, which are what repeats in code, and what a program says is shared. A reader must number
 * before it reads what is inside, which may be the container itself.
 */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  type PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { MarshalInput } from './marshal-input.ts'
import { Code, type CodeConstant } from './code.ts'

export class ListConstant {
  readonly items: MarshalData[]
  constructor(items: MarshalData[]) {
    this.items = items
  }
}
export class SetConstant {
  readonly items: MarshalData[]
  constructor(items: MarshalData[]) {
    this.items = items
  }
}
export class DictConstant {
  /** Keys and values in turn. */
  readonly items: MarshalData[]
  constructor(items: MarshalData[]) {
    this.items = items
  }
}
/** The class StopIteration, which CPython's format has a byte for. */
export class StopIterationConstant {
  private constructor() {}
  static readonly instance = new StopIterationConstant()
}

export type MarshalData = CodeConstant | ListConstant | SetConstant | DictConstant | StopIterationConstant

/** What is wrong with bytes that should be marshalled data: as the `marshal` module says it. */
export class MarshalError {
  readonly type: 'EOFError' | 'ValueError' | 'TypeError'
  readonly message: string
  constructor(type: MarshalError['type'], message: string) {
    this.type = type
    this.message = message
  }
}

/** Deeper nesting than this is an error of the data. */
const maxDepth = 2000

/** The end of a dict; also what a reference must not lead to. */
const nothing = Symbol('nothing')
type Read = MarshalData | typeof nothing

const bad = (what: string): never => {
  throw new MarshalError('ValueError', `bad marshal data (${what})`)
}

export interface ReadOptions {
  /** Takes the place of every `co_filename`: the library is packed before anybody knows where it will lie. */
  readonly filename?: string
  readonly allowCode?: boolean
}

export class MarshalReader {
  readonly #input: MarshalInput
  readonly #options: ReadOptions
  readonly #references: Read[]
  #depth: number
  constructor(bytes: Uint8Array, options: ReadOptions = {}) {
    this.#input = new MarshalInput(bytes, () => {
      throw new MarshalError('EOFError', 'marshal data too short')
    })
    this.#options = options
    this.#references = []
    this.#depth = 0
  }

  /** Bytes used so far. */
  get position(): number {
    return this.#input.position
  }

  read(): MarshalData {
    const value = this.#read()
    if (value === nothing) throw new MarshalError('TypeError', 'NULL object in marshal data for object')
    return value
  }

  #read(): Read {
    if (this.#input.isAtEnd) throw new MarshalError('EOFError', 'EOF read where object expected')
    if (++this.#depth > maxDepth) bad('recursion limit exceeded')
    const tag = this.#input.byte()
    const kind = tag & 0x7f
    const place = tag < 0x80 ? -1 : this.#references.push(nothing) - 1
    const value = this.#content(kind, place)
    if (place >= 0) this.#references[place] = value
    this.#depth--
    return value
  }

  #content(kind: number, place: number): Read {
    const input = this.#input
    switch (kind) {
      case 0x30: // '0'
        return nothing
      case 0x4e: // 'N'
        return null
      case 0x46: // 'F'
        return false
      case 0x54: // 'T'
        return true
      case 0x53: // 'S'
        return StopIterationConstant.instance
      case 0x2e: // '.'
        return EllipsisConstant.instance
      case 0x69: // 'i'
        return input.int32()
      case 0x49: // 'I'
        return input.int64()
      case 0x6c: {
        // 'l'
        const long = input.long()
        return typeof long === 'string' ? bad(long) : long
      }
      case 0x67: // 'g'
        return new FloatConstant(input.double())
      case 0x66: // 'f'
        return new FloatConstant(Number(input.latin1(input.byte())))
      case 0x79: // 'y'
        return new ComplexConstant(input.double(), input.double())
      case 0x73: // 's'
        return input.bytes(input.size() ?? bad('bytes object size out of range'))
      case 0x7a: // 'z'
      case 0x5a: // 'Z'
        return input.latin1(input.byte())
      case 0x61: // 'a'
      case 0x41: // 'A'
        return input.latin1(input.size() ?? bad('string size out of range'))
      case 0x75: // 'u'
      case 0x74: // 't'
        return this.#text(input.size() ?? bad('string size out of range'))
      case 0x29: // ')'
        return this.#tuple(input.byte(), place)
      case 0x28: // '('
        return this.#tuple(input.size() ?? bad('tuple size out of range'), place)
      case 0x5b: // '['
        return this.#list(input.size() ?? bad('list size out of range'), place)
      case 0x3c: // '<'
        return new SetConstant(this.#items(input.size() ?? bad('set size out of range')))
      case 0x3e: // '>'
        return new FrozensetConstant(this.#items(input.size() ?? bad('set size out of range')) as CodeConstant[])
      case 0x7b: // '{'
        return this.#dict(place)
      case 0x3a: // ':'
        return this.#slice()
      case 0x72: // 'r'
        return this.#reference()
      case 0x63: // 'c'
        return this.#code()
      default:
        return bad('unknown type code')
    }
  }

  #text(size: number): string | PointsConstant {
    const text = this.#input.utf8(size)
    if (text === null) throw new MarshalError('ValueError', 'bad marshal data (invalid UTF-8)')
    return text
  }

  #items(count: number): MarshalData[] {
    const items: MarshalData[] = []
    for (let i = 0; i < count; i++) items.push(this.read())
    return items
  }

  #tuple(count: number, place: number): TupleConstant<CodeConstant> {
    const items: CodeConstant[] = []
    const tuple = new TupleConstant(items)
    if (place >= 0) this.#references[place] = tuple
    for (let i = 0; i < count; i++) items.push(this.read() as CodeConstant)
    return tuple
  }

  #list(count: number, place: number): ListConstant {
    const list = new ListConstant([])
    if (place >= 0) this.#references[place] = list
    for (let i = 0; i < count; i++) list.items.push(this.read())
    return list
  }

  #dict(place: number): DictConstant {
    const dict = new DictConstant([])
    if (place >= 0) this.#references[place] = dict
    for (;;) {
      const key = this.#read()
      if (key === nothing) return dict
      const value = this.#read()
      if (value === nothing) return dict
      dict.items.push(key, value)
    }
  }

  #slice(): SliceConstant<CodeConstant> {
    const [start, stop, step] = this.#items(3) as [CodeConstant, CodeConstant, CodeConstant]
    return new SliceConstant(start, stop, step)
  }

  #reference(): Read {
    const value = this.#references[this.#input.int32()]
    if (value === undefined || value === nothing) return bad('invalid reference')
    return value
  }

  #code(): Code {
    if (this.#options.allowCode === false)
      throw new MarshalError('ValueError', 'unmarshalling code objects is disallowed')
    const input = this.#input
    const argcount = input.int32()
    const posonlyargcount = input.int32()
    const kwonlyargcount = input.int32()
    const stacksize = input.int32()
    const flags = input.int32()
    const code = this.read() as Uint8Array
    const consts = (this.read() as TupleConstant<CodeConstant>).items
    const names = this.#names()
    const localsplusnames = this.#names()
    const localspluskinds = this.read() as Uint8Array
    const filename = this.read() as string
    const name = this.read() as string
    const qualname = this.read() as string
    const firstlineno = input.int32()
    const linetable = this.read() as Uint8Array
    const exceptiontable = this.read() as Uint8Array
    return new Code({
      name,
      qualname,
      filename: this.#options.filename ?? filename,
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
  }

  #names(): string[] {
    return (this.read() as TupleConstant<string>).items as string[]
  }
}

/** A code object from its marshalled form. */
export function readCode(bytes: Uint8Array, filename: string): Code {
  return new MarshalReader(bytes, { filename }).read() as Code
}
