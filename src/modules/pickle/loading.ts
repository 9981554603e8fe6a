// Hot.
/**
 * Reading a pickle: a machine with a stack of values, marks on it, and a memo. As load() and its kin in Modules/_pickle.c.
 *
 * No instruction reaches below the topmost mark (`fence`). What makes objects of others is in making.ts.
 */
import { floatFromText } from '../../base/float-parse.ts'
import { intFromBytes } from '../../base/int-bytes.ts'
import { decodeBytes } from '../../builtins/codecs.ts'
import { intType, typeOf } from '../../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError, raised } from '../../objects/exception.ts'
import {
  eofErrorType,
  overflowErrorType,
  unicodeDecodeErrorType,
  valueErrorType,
} from '../../objects/exception-types.ts'
import { iterNext } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { PyMemoryView, viewOf } from '../../objects/memoryview.ts'
import { PyFrozenset, PySet } from '../../objects/set.ts'
import { strOf } from '../../objects/str.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { decodeEscapes } from '../codecs/byte-escapes.ts'
import type { Input } from './input.ts'
import { addItems, appendItems, buildState, callWith, extensionOf, instantiate, newObject, setItems } from './making.ts'
import { highestProtocol, Op } from './opcodes.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { unpicklingErrorType } from './state.ts'
import { findGlobal, type PyUnpickler } from './unpickler.ts'

export interface UnpicklingSettings {
  readonly fixImports: boolean
  /** How strs of Python 2 are decoded; `bytes`: not at all. */
  readonly encoding: string
  readonly errors: string
  /** An iterator over buffers that are not in the stream. */
  readonly buffers: Value | undefined
}

function fail(message: string): never {
  raise(unpicklingErrorType, strOf(message))
}

const largestSize = Number.MAX_SAFE_INTEGER

export class Loading {
  readonly input: Input
  readonly settings: UnpicklingSettings
  protocol: number
  /** The unpickler, if its class is a subclass, which may find classes in its own way. */
  readonly #own: PyUnpickler | undefined
  readonly #stack: Value[]
  readonly #marks: number[]
  #fence: number
  readonly #memo: (Value | undefined)[]
  #memoSize: number
  constructor(input: Input, settings: UnpicklingSettings, own: PyUnpickler | undefined, memo: (Value | undefined)[]) {
    this.input = input
    this.settings = settings
    this.protocol = 0
    this.#own = own
    this.#stack = []
    this.#marks = []
    this.#fence = 0
    this.#memo = memo
    this.#memoSize = memo.reduce<number>(count => count + 1, 0)
  }

  load(): Value {
    for (;;) {
      const op = this.#next()
      if (op === Op.stop) break
      this.#step(op)
    }
    this.input.catchUp()
    return this.#pop()
  }

  #next(): number {
    try {
      return this.input.byte()
    } catch (thrown) {
      if (!raised(thrown).type.isSubtypeOf(unpicklingErrorType)) throw thrown
      raise(eofErrorType, 'Ran out of input')
    }
  }

  /** The instructions that pickles of today consist of. */
  #step(op: number): void {
    const { input } = this
    switch (op) {
      case Op.memoize:
        this.#remember(this.#memoSize)
        return
      case Op.shortBinUnicode:
        this.#str(input.byte())
        return
      case Op.binInt1:
        this.#push(input.byte())
        return
      case Op.binGet:
        this.#recall(input.byte())
        return
      case Op.binPut:
        this.#remember(input.byte())
        return
      case Op.binUnicode:
        this.#str(this.#size(4, 'BINUNICODE'))
        return
      case Op.binInt2:
        this.#push(this.#unsigned(2))
        return
      case Op.binInt:
        this.#push(this.#unsigned(4) | 0)
        return
      case Op.binFloat:
        this.#push(new PyFloat(this.#double()))
        return
      case Op.none:
        this.#push(null)
        return
      case Op.newTrue:
        this.#push(true)
        return
      case Op.newFalse:
        this.#push(false)
        return
      case Op.mark:
        this.#marks.push(this.#stack.length)
        this.#fence = this.#stack.length
        return
      case Op.emptyTuple:
        this.#push(emptyTuple)
        return
      case Op.tuple1:
      case Op.tuple2:
      case Op.tuple3:
        this.#push(new PyTuple(this.#popLast(op - Op.tuple1 + 1)))
        return
      case Op.tuple:
        this.#push(new PyTuple(this.#popToMark()))
        return
      case Op.emptyList:
        this.#push(new PyList([]))
        return
      case Op.emptyDict:
        this.#push(new PyDict())
        return
      case Op.append:
        this.#addTo(1, appendItems)
        return
      case Op.appends:
        this.#addTo(undefined, appendItems)
        return
      case Op.setItem:
        this.#addTo(2, setItems)
        return
      case Op.setItems:
        this.#addTo(undefined, setItems)
        return
      case Op.stackGlobal:
        this.#stackGlobal()
        return
      case Op.reduce: {
        const args = this.#pop()
        this.#push(callWith(this.#pop(), args))
        return
      }
      case Op.newObj: {
        const args = this.#pop()
        this.#push(newObject('NEWOBJ', this.#pop(), args, undefined))
        return
      }
      case Op.build: {
        const state = this.#pop()
        buildState(this.#top(), state)
        return
      }
      case Op.frame: {
        const size = this.#size(8, 'FRAME length', 'maximum of')
        input.take(size)
        input.at -= size
        return
      }
      case Op.proto: {
        const protocol = input.byte()
        if (protocol > highestProtocol) raise(valueErrorType, `unsupported pickle protocol: ${protocol}`)
        this.protocol = protocol
        if (this.#own !== undefined) this.#own.protocol = protocol
        return
      }
      default:
        this.#stepRare(op)
    }
  }

  #stepRare(op: number): void {
    const { input } = this
    switch (op) {
      case Op.pop:
        if (this.#marks.at(-1) === this.#stack.length) this.#popToMark()
        else this.#pop()
        return
      case Op.popMark:
        this.#popToMark()
        return
      case Op.dup:
        this.#push(this.#top())
        return
      case Op.long1:
        this.#long(input.byte())
        return
      case Op.long4: {
        const size = this.#unsigned(4) | 0
        if (size < 0) fail('LONG pickle has negative byte count')
        this.#long(size)
        return
      }
      case Op.shortBinBytes:
        this.#push(new PyBytes(input.slice(input.byte())))
        return
      case Op.binBytes:
        this.#push(new PyBytes(input.slice(this.#size(4, 'BINBYTES'))))
        return
      case Op.binBytes8:
        this.#push(new PyBytes(input.slice(this.#size(8, 'BINBYTES'))))
        return
      case Op.byteArray8:
        this.#push(new PyByteArray(input.slice(this.#size(8, 'BYTEARRAY'))))
        return
      case Op.binUnicode8:
        this.#str(this.#size(8, 'BINUNICODE'))
        return
      case Op.emptySet:
        this.#push(new PySet())
        return
      case Op.addItems:
        this.#addTo(undefined, addItems)
        return
      case Op.frozenset: {
        const set = new PyFrozenset()
        for (const item of this.#popToMark()) set.add(item)
        this.#push(set)
        return
      }
      case Op.list:
        this.#push(new PyList(this.#popToMark()))
        return
      case Op.dict: {
        const items = this.#popToMark()
        if (items.length % 2 !== 0) fail('odd number of items for DICT')
        const dict = new PyDict()
        setItems(dict, items)
        this.#push(dict)
        return
      }
      case Op.longBinGet:
        this.#recall(this.#unsigned(4))
        return
      case Op.longBinPut:
        this.#remember(this.#unsigned(4))
        return
      case Op.newObjEx: {
        const keywords = this.#pop()
        const args = this.#pop()
        this.#push(newObject('NEWOBJ_EX', this.#pop(), args, keywords))
        return
      }
      case Op.ext1:
      case Op.ext2:
      case Op.ext4:
        this.#extension(op === Op.ext1 ? 1 : op === Op.ext2 ? 2 : 4)
        return
      case Op.binPersId:
        this.#persistent(this.#pop())
        return
      case Op.nextBuffer:
        this.#nextBuffer()
        return
      case Op.readonlyBuffer:
        this.#readonlyBuffer()
        return
      case Op.shortBinString:
        this.#oldStr(input.slice(input.byte()))
        return
      case Op.binString:
        this.#oldStr(input.slice(this.#size(4, 'BINSTRING')))
        return
      case Op.obj: {
        const items = this.#popToMark()
        if (items.length === 0) this.#underflow()
        this.#push(instantiate(items[0]!, items.slice(1)))
        return
      }
      default:
        this.#stepOfLines(op)
    }
  }

  /** The instructions of protocol 0, whose arguments are lines. */
  #stepOfLines(op: number): void {
    switch (op) {
      case Op.int:
        this.#push(intOfLine(this.#line()))
        return
      case Op.long: {
        const text = this.#line()
        this.#push(call(intType, [text.endsWith('L') ? text.slice(0, -1) : text]))
        return
      }
      case Op.float:
        this.#push(new PyFloat(floatOfLine(this.#line())))
        return
      case Op.string: {
        const line = latin(this.input.line())
        const quote = line[0]
        if (line.length < 2 || (quote !== "'" && quote !== '"') || line.at(-1) !== quote)
          fail('the STRING opcode argument must be quoted')
        const bytes = Uint8Array.from(line.slice(1, -1), character => character.charCodeAt(0))
        this.#oldStr(decodeEscapes(bytes, 'strict').bytes)
        return
      }
      case Op.unicode: {
        const bytes = this.input.line().slice()
        this.#push(decodeBytes(bytes, 'raw-unicode-escape', 'strict', new PyBytes(bytes)))
        return
      }
      case Op.get:
        this.#recall(this.#lineNumber())
        return
      case Op.put: {
        const index = this.#lineNumber()
        if (index < 0) raise(valueErrorType, 'negative PUT argument')
        this.#remember(index)
        return
      }
      case Op.global: {
        const module = this.#name('utf-8')
        this.#push(this.find(module, this.#name('utf-8')))
        return
      }
      case Op.inst: {
        const args = this.#popToMark()
        const module = this.#name('ascii')
        this.#push(instantiate(this.find(module, this.#name('ascii')), args))
        return
      }
      case Op.persId:
        this.#persistent(this.#persistentLine())
        return
      default:
        invalidKey(op)
    }
  }

  #push(value: Value): void {
    this.#stack.push(value)
  }

  #pop(): Value {
    if (this.#stack.length <= this.#fence) this.#underflow()
    return this.#stack.pop()!
  }

  #top(): Value {
    if (this.#stack.length <= this.#fence) this.#underflow()
    return this.#stack[this.#stack.length - 1]!
  }

  #underflow(): never {
    fail(this.#marks.length > 0 ? 'unexpected MARK found' : 'unpickling stack underflow')
  }

  #popLast(count: number): Value[] {
    if (this.#stack.length - count < this.#fence) this.#underflow()
    return this.#stack.splice(this.#stack.length - count, count)
  }

  /** What is above the topmost mark, which is then gone. */
  #popToMark(): Value[] {
    const mark = this.#marks.pop()
    if (mark === undefined) fail('could not find MARK')
    this.#fence = this.#marks.length > 0 ? this.#marks[this.#marks.length - 1]! : 0
    return this.#stack.splice(mark)
  }

  /** Gives the last items, or those above the mark, to what is below them. */
  #addTo(count: number | undefined, add: (container: Value, items: Value[]) => void): void {
    const items = count === undefined ? this.#popToMark() : this.#popLast(count)
    const container = this.#top()
    if (items.length > 0) add(container, items)
  }

  #remember(index: number): void {
    const value = this.#top()
    if (this.#memo[index] === undefined) this.#memoSize++
    this.#memo[index] = value
  }

  #recall(index: number): void {
    const value = this.#memo[index]
    if (value === undefined) fail(`Memo value not found at index ${index}`)
    this.#push(value)
  }

  /** An unsigned number of `size` bytes, little-endian. */
  #unsigned(size: 1 | 2 | 4 | 8): number {
    const start = this.input.take(size)
    const { bytes } = this.input
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + bytes[start + i]!
    return value
  }

  #size(size: 4 | 8, what: string, maximum = 'maximum size of'): number {
    const value = this.#unsigned(size)
    if (value <= largestSize) return value
    raise(overflowErrorType, `${what} exceeds system's ${maximum} ${2n ** 63n - 1n} bytes`)
  }

  #double(): number {
    const start = this.input.take(8)
    const { bytes } = this.input
    for (let i = 0; i < 8; i++) doubleBytes[i] = bytes[start + i]!
    return doubles.getFloat64(0)
  }

  #long(size: number): void {
    this.#push(intFromBytes(this.input.slice(size), 'little', 'signed'))
  }

  /** Text of so many bytes in UTF-8. */
  #str(size: number): void {
    const start = this.input.take(size)
    const { bytes } = this.input
    if (size < 64) {
      let text = ''
      let at = start
      for (; at < start + size && bytes[at]! < 0x80; at++) text += String.fromCharCode(bytes[at]!)
      if (at === start + size) {
        this.#push(text)
        return
      }
    }
    const encoded = bytes.slice(start, start + size)
    this.#push(decodeBytes(encoded, 'utf-8', 'surrogatepass', new PyBytes(encoded)))
  }

  #oldStr(bytes: Uint8Array): void {
    const { encoding, errors } = this.settings
    const object = new PyBytes(bytes)
    this.#push(encoding === 'bytes' ? object : decodeBytes(bytes, encoding, errors, object))
  }

  #line(): string {
    const text = latin(this.input.line())
    return text === '' ? fail('pickle data was truncated') : text
  }

  #lineNumber(): number {
    const text = this.#line()
    // With its end, which shows where it is no number.
    return plainInt.test(text) ? Number(text) : Number(call(intType, [`${text}\n`]))
  }

  #name(encoding: 'ascii' | 'utf-8'): Value {
    const bytes = this.input.line().slice()
    if (bytes.length === 0) fail('pickle data was truncated')
    return decodeBytes(bytes, encoding, 'strict', new PyBytes(bytes))
  }

  #persistentLine(): Value {
    const bytes = this.input.line().slice()
    try {
      return decodeBytes(bytes, 'ascii', 'strict', new PyBytes(bytes))
    } catch (thrown) {
      if (!raised(thrown).type.isSubtypeOf(unicodeDecodeErrorType)) throw thrown
      return fail('persistent IDs in protocol 0 must be ASCII strings')
    }
  }

  #persistent(id: Value): void {
    if (this.#own === undefined)
      fail('A load persistent id instruction was encountered, but no persistent_load function was specified.')
    this.#push(call(lookupAttribute(this.#own, 'persistent_load'), [id]))
  }

  /** The class or function of that name. */
  find(module: Value, name: Value): Value {
    const own = this.#own
    if (own === undefined) return findGlobal(module, name, this.protocol, this.settings.fixImports)
    return call(lookupAttribute(own, 'find_class'), [module, name])
  }

  #stackGlobal(): void {
    const name = this.#pop()
    const module = this.#pop()
    if (typeOf(name).name !== 'str' || typeOf(module).name !== 'str') fail('STACK_GLOBAL requires str')
    this.#push(this.find(module, name))
  }

  #extension(size: 1 | 2 | 4): void {
    const code = this.#unsigned(size)
    this.#push(extensionOf(size === 4 ? code | 0 : code, (module, name) => this.find(module, name)))
  }

  #nextBuffer(): void {
    const { buffers } = this.settings
    if (buffers === undefined) fail('pickle stream refers to out-of-band data but no *buffers* argument was given')
    this.#push(iterNext(buffers) ?? fail('not enough out-of-band buffers'))
  }

  #readonlyBuffer(): void {
    const buffer = this.#top()
    const view = viewOf(buffer)
    if (view === undefined)
      raiseTypeError(`memoryview: a bytes-like object is required, not '${typeName(typeOf(buffer))}'`)
    if (view.isReadonly) return
    this.#pop()
    this.#push(new PyMemoryView(view.managed, { ...view, isReadonly: true }))
  }
}

const doubleBytes = new Uint8Array(8)
const doubles = new DataView(doubleBytes.buffer)

/** An int without traps, of few enough digits. */
const plainInt = /^[-+]?[0-9]{1,15}$/

/** `01` and `00` are True and False. */
function intOfLine(text: string): Value {
  if (text === '01') return true
  if (text === '00') return false
  if (plainInt.test(text)) return Number(text) + 0
  try {
    return call(intType, [text])
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(valueErrorType)) throw thrown
    raise(valueErrorType, 'could not convert string to int')
  }
}

/** As strtod: a number, behind which nothing may be. */
function floatOfLine(text: string): number {
  const value = /^[-+\w.]/.test(text) ? floatFromText(text) : null
  if (value !== null && value !== undefined) return value
  if (/^[-+]?(\d|\.\d|inf|nan)/i.test(text)) raise(valueErrorType, 'could not convert string to float')
  raise(valueErrorType, strOf(`could not convert string to float: '${text}\n'`))
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!)
  return text
}

function invalidKey(op: number): never {
  const isPlain = op >= 0x20 && op <= 0x7e && op !== 0x27 && op !== 0x5c
  const text = isPlain ? String.fromCharCode(op) : `\\x${op.toString(16).padStart(2, '0')}`
  fail(`invalid load key, '${text}'.`)
}
