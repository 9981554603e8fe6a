// Hot.
/**
 * Writing objects into a pickle. As save() and its kin in Modules/_pickle.c.
 *
 * `Saving` holds what one `dump` needs at hand. Objects of the builtin types are written by methods of their own; what others reduce
 * to is written by reducing.ts. The memo numbers what has been written, so that meeting it again writes the number; it tells
 * values apart as `is` does.
 */
import { bytesFromInt } from '../../base/int-bytes.ts'
import { bitLength } from '../../base/int-size.ts'
import { floatRepr } from '../../base/float-text.ts'
import { encodeStr } from '../../builtins/codecs.ts'
import { addNote } from '../../builtins/exception-notes.ts'
import { identityOfValue } from '../../builtins/identity-function.ts'
import { nameInMessages } from '../../builtins/qualified-name.ts'
import {
  bytearrayType,
  bytesType,
  dictType,
  frozensetType,
  functionType,
  listType,
  setType,
  tupleType,
  typeOf,
  typeType,
} from '../../objects/builtin-types.ts'
import { type PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { call, callMethod } from '../../objects/call.ts'
import type { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError, raised } from '../../objects/exception.ts'
import { runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { getIter, iterNext } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import type { PyFrozenset, PySet } from '../../objects/set.ts'
import { pointsOf, type Str, PyWideStr, strOf } from '../../objects/str.ts'
import { reprText, strText } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { type Int, PyFloat, type PyObject, type Value } from '../../objects/value.ts'
import { Op } from './opcodes.ts'
import type { Output } from './output.ts'
import { isContiguous, isFortranContiguous } from '../../objects/buffer.ts'
import { bytesOfView } from '../../objects/memoryview.ts'
import { truth } from '../../objects/truth.ts'
import { PyPickleBuffer } from './pickle-buffer.ts'
import { reduceAndSave, saveReduced } from './reducing.ts'
import { saveGlobal, saveType } from './saving-globals.ts'
import { libraryFunction, picklingErrorType } from './state.ts'

/** Items between a mark and the instruction that takes them. */
const batchSize = 1000

/** What a pickler was told about how to pickle. */
export interface PicklingSettings {
  readonly protocol: number
  readonly fixImports: boolean
  readonly bufferCallback: Value
  /** Private table of reducers by type; undefined for copyreg's. */
  readonly dispatchTable: Value | undefined
  readonly persistentId: Value | undefined
  readonly reducerOverride: Value | undefined
  /** Instructions with arguments in binary: all protocols but the first. */
  readonly isBinary: boolean
  /** Write no memo. */
  readonly isFast: boolean
}

/** What stands in the memo for the names of modules as their functions have them. */
const modulesOfFunctions = new Map<Str, PyTuple>()

/** What would end or change a line: in protocol 0 escaped, as the backslash is. */
const escaped: ReadonlySet<number> = new Set([0, 10, 13, 0x1a, 0x5c])

export type Memo = Map<Value, number>

/** `%T` of CPython's messages. */
export const typeText = (value: Value): string => nameInMessages(typeOf(value))

/** Tells whoever sees the exception what was being pickled. */
export function noted(thrown: unknown, note: string): unknown {
  const exception = raised(thrown)
  addNote(exception, strOf(`when serializing ${note}`))
  return exception
}

export class Saving {
  readonly output: Output
  readonly memo: Memo
  readonly settings: PicklingSettings
  readonly protocol: number
  readonly isBinary: boolean
  /** In fast mode: how deep we are, and what we are in, as soon as it is suspiciously deep. */
  #fastDepth: number
  readonly #fastMemo: Set<Value>
  constructor(output: Output, memo: Memo, settings: PicklingSettings) {
    this.output = output
    this.memo = memo
    this.settings = settings
    this.protocol = settings.protocol
    this.isBinary = settings.isBinary
    this.#fastDepth = 0
    this.#fastMemo = new Set()
  }

  save(value: Value): void {
    this.output.boundary()
    if (this.settings.persistentId !== undefined && this.#savePersistent(value)) return
    this.saveItself(value)
  }

  /** Saves the value without asking for a persistent id. */
  saveItself(value: Value): void {
    const { output } = this
    switch (typeof value) {
      case 'string':
        if (!this.saveMemoized(value)) this.#saveStr(value)
        return
      case 'number':
        this.#saveInt(value)
        return
      case 'boolean':
        this.#saveBool(value)
        return
      case 'bigint':
        this.#saveBigInt(value)
        return
      default:
        if (value === null) output.byte(Op.none)
        else if (value instanceof PyFloat) this.#saveFloat(value.value)
        else if (!this.saveMemoized(value)) this.#saveObject(value)
    }
  }

  #saveObject(value: PyObject): void {
    const { type } = value
    if (type === dictType) this.#saveDict(value as PyDict)
    else if (type === listType) this.#saveList(value as PyList)
    else if (type === tupleType) this.#saveTuple(value as PyTuple)
    else if (value instanceof PyWideStr) this.#saveStr(value)
    else if (type === bytesType) this.#saveBytes(value as PyBytes)
    else if (type === setType) this.#saveSet(value as PySet)
    else if (type === frozensetType) this.#saveFrozenset(value as PyFrozenset)
    else if (type === bytearrayType) this.#saveByteArray(value as PyByteArray)
    else if (value instanceof PyPickleBuffer) this.#saveBuffer(value)
    else reduceAndSave(this, value)
  }

  /** Classes and functions go by name unless the pickler's own reducer says otherwise; false for everything else. */
  saveByName(value: Value): boolean {
    const type = typeOf(value)
    if (type === typeType) saveType(this, value)
    else if (type === functionType) saveGlobal(this, value, undefined)
    else return false
    return true
  }

  #savePersistent(value: Value): boolean {
    const id = call(this.settings.persistentId!, [value])
    if (id === null) return false
    if (this.isBinary) {
      this.output.boundary()
      this.saveItself(id)
      this.output.byte(Op.binPersId)
      return true
    }
    const text = strText(id)
    if (!/^[\x00-\x7f]*$/.test(text)) raise(picklingErrorType, 'persistent IDs in protocol 0 must be ASCII strings')
    this.output.text(`P${text}\n`)
    return true
  }

  /** Writes the number of a value that has been written before; false if it has not. */
  saveMemoized(value: Value): boolean {
    const index = this.memo.get(value)
    if (index === undefined) return false
    this.get(index)
    return true
  }

  get(index: number): void {
    if (!this.isBinary) this.output.text(`g${index}\n`)
    else if (index < 256) this.output.op(Op.binGet, index, 1)
    else this.output.op(Op.longBinGet, index, 4)
  }

  memoize(value: Value): void {
    if (this.settings.isFast) return
    const index = this.memo.size
    this.memo.set(value, index)
    if (this.protocol >= 4) this.output.byte(Op.memoize)
    else if (!this.isBinary) this.output.text(`p${index}\n`)
    else if (index < 256) this.output.op(Op.binPut, index, 1)
    else this.output.op(Op.longBinPut, index, 4)
  }

  #saveBool(value: boolean): void {
    if (this.protocol >= 2) this.output.byte(value ? Op.newTrue : Op.newFalse)
    else this.output.text(value ? 'I01\n' : 'I00\n')
  }

  #saveInt(value: number): void {
    const { output } = this
    if (value !== (value | 0)) this.#saveBigInt(value)
    else if (!this.isBinary) output.text(`I${value}\n`)
    else if (value < 0 || value > 0xffff) output.op(Op.binInt, value, 4)
    else if (value > 0xff) output.op(Op.binInt2, value, 2)
    else output.op(Op.binInt1, value, 1)
  }

  /** An int that 32 bits do not hold. */
  #saveBigInt(value: Int): void {
    const { output } = this
    if (this.protocol < 2) {
      output.text(`L${strText(value)}L\n`)
      return
    }
    // Those of the magnitude and a sign; the least of the negative numbers that a byte fewer holds has no bit more.
    let size = Math.floor(bitLength(value) / 8) + 1
    if (value < 0 && BigInt(value) === -(1n << BigInt(8 * size - 9))) size--
    const bytes = bytesFromInt(value, size, 'little', 'signed') as Uint8Array
    if (size < 256) output.op(Op.long1, size, 1)
    else output.op(Op.long4, size, 4)
    output.bytes(bytes)
  }

  #saveFloat(value: number): void {
    if (this.isBinary) this.output.double(Op.binFloat, value)
    else this.output.text(`F${floatRepr(value)}\n`)
  }

  /**
   * Saves a str that is an object of its own in CPython even where an equal one is in the memo: a builtin type makes its name anew whenever
   * asked, so that `datetime.datetime` has the word twice. It gets a number, which nothing will ever refer to.
   */
  saveFresh(str: Str): void {
    this.output.boundary()
    this.#writeStr(str)
    this.memoize(new PyTuple([]))
  }

  /** The name of the module that a builtin function is from: one object for each module, and not that which its types have. */
  saveModuleOfFunction(name: Str): void {
    this.output.boundary()
    let stand = modulesOfFunctions.get(name)
    if (stand === undefined) modulesOfFunctions.set(name, (stand = new PyTuple([name])))
    if (this.saveMemoized(stand)) return
    this.#writeStr(name)
    this.memoize(stand)
  }

  #saveStr(str: Str): void {
    this.#writeStr(str)
    this.memoize(str)
  }

  #writeStr(str: Str): void {
    const { output, protocol } = this
    if (!this.isBinary) this.#saveEscaped(str)
    else if (!(protocol >= 4 && typeof str === 'string' && str.length < 256 && output.shortAscii(str))) {
      const { bytes } = encodeStr(str, 'utf-8', 'surrogatepass')
      if (protocol >= 4 && bytes.length <= 0xff) output.payload(Op.shortBinUnicode, 1, bytes, undefined)
      else output.payload(Op.binUnicode, 4, bytes, undefined)
    }
  }

  #saveEscaped(str: Str): void {
    const { output } = this
    output.byte(Op.unicode)
    for (const point of pointsOf(str)) {
      const digits = point.toString(16)
      if (point > 0xffff) output.text(`\\U${digits.padStart(8, '0')}`)
      else if (point > 0xff || escaped.has(point)) output.text(`\\u${digits.padStart(4, '0')}`)
      else output.byte(point)
    }
    output.byte(10)
  }

  #saveBytes(value: PyBytes): void {
    if (this.protocol >= 3) {
      this.#bytesPayload(value.bytes, value)
      this.memoize(value)
    } else if (value.bytes.length === 0) saveReduced(this, new PyTuple([bytesType, emptyTuple]), value)
    else {
      let text = ''
      for (const byte of value.bytes) text += String.fromCharCode(byte)
      const encode = libraryFunction('codecs', 'encode')
      saveReduced(this, new PyTuple([encode, new PyTuple([text, 'latin1'])]), value)
    }
  }

  #bytesPayload(bytes: Uint8Array, object: Value | undefined): void {
    if (bytes.length <= 0xff) this.output.payload(Op.shortBinBytes, 1, bytes, object)
    else if (bytes.length <= 0xffffffff) this.output.payload(Op.binBytes, 4, bytes, object)
    else this.output.payload(Op.binBytes8, 8, bytes, object)
  }

  #saveByteArray(value: PyByteArray): void {
    if (this.protocol >= 5) {
      this.output.payload(Op.byteArray8, 8, value.bytes, value)
      this.memoize(value)
      return
    }
    const args = value.length === 0 ? [] : [new PyBytes(value.bytes.slice())]
    saveReduced(this, new PyTuple([bytearrayType, new PyTuple(args)]), value)
  }

  #saveBuffer(value: PyPickleBuffer): void {
    if (this.protocol < 5) raise(picklingErrorType, 'PickleBuffer can only be pickled with protocol >= 5')
    const view = value.open
    if (!isContiguous(view) && !isFortranContiguous(view))
      raise(picklingErrorType, 'PickleBuffer can not be pickled when pointing to a non-contiguous buffer')
    const { bufferCallback } = this.settings
    if (bufferCallback !== null && !truth(call(bufferCallback, [value]))) {
      this.output.byte(Op.nextBuffer)
      if (view.isReadonly) this.output.byte(Op.readonlyBuffer)
      return
    }
    const bytes = isContiguous(view) ? bytesOfView(view) : view.memory.subarray(view.offset)
    if (view.isReadonly) this.#bytesPayload(bytes, value)
    else this.output.payload(Op.byteArray8, 8, bytes, value)
    this.memoize(value)
  }

  #saveTuple(value: PyTuple): void {
    const { output, protocol } = this
    const { items } = value
    if (items.length === 0) {
      if (this.isBinary) output.byte(Op.emptyTuple)
      else output.text('(t')
      return
    }
    const isShort = items.length <= 3 && protocol >= 2
    if (!isShort) output.byte(Op.mark)
    this.#saveItems(value, items)
    const index = this.memo.get(value)
    if (index === undefined) {
      output.byte(isShort ? Op.tuple1 + items.length - 1 : Op.tuple)
      this.memoize(value)
      return
    }
    // The tuple contains itself, and was written with its items: those on the stack are dropped.
    if (!isShort && this.isBinary) output.byte(Op.popMark)
    else for (let i = isShort ? 1 : 0; i <= items.length; i++) output.byte(Op.pop)
    this.get(index)
  }

  #saveItems(container: Value, items: readonly Value[]): void {
    let i = 0
    try {
      for (; i < items.length; i++) this.save(items[i]!)
    } catch (thrown) {
      throw noted(thrown, `${typeText(container)} item ${i}`)
    }
  }

  #saveList(list: PyList): void {
    const { output } = this
    this.enterFast(list)
    if (this.isBinary) output.byte(Op.emptyList)
    else output.text('(l')
    this.memoize(list)
    if (list.length > 0) {
      if (this.isBinary) this.#saveListItems(list)
      else this.saveAppends(getIter(list), list)
    }
    this.leaveFast(list)
  }

  #saveListItems(list: PyList): void {
    const { output } = this
    let i = 0
    try {
      if (list.length === 1) {
        this.save(list.at(0))
        output.byte(Op.append)
        return
      }
      do {
        output.byte(Op.mark)
        const end = i + batchSize
        for (; i < end && i < list.length; i++) this.save(list.at(i))
        output.byte(Op.appends)
      } while (i < list.length)
    } catch (thrown) {
      throw noted(thrown, `${typeText(list)} item ${i}`)
    }
  }

  /** Items that an iterator gives, to be appended to what is on the stack. */
  saveAppends(iterator: Value, container: Value): void {
    let count = 0
    const item = (value: Value): void => {
      try {
        this.save(value)
      } catch (thrown) {
        throw noted(thrown, `${typeText(container)} item ${count}`)
      }
      count++
    }
    this.#saveBatches(iterator, item, Op.append, Op.appends)
  }

  /** What an iterator gives, with an instruction for each thing or for a batch of them. */
  #saveBatches(iterator: Value, save: (value: Value) => void, single: number, several: number): void {
    const { output } = this
    if (!this.isBinary) {
      for (let each = iterNext(iterator); each !== undefined; each = iterNext(iterator)) {
        save(each)
        output.byte(single)
      }
      return
    }
    for (let first = iterNext(iterator); first !== undefined; first = iterNext(iterator)) {
      let next = iterNext(iterator)
      if (next === undefined) {
        save(first)
        output.byte(single)
        return
      }
      output.byte(Op.mark)
      save(first)
      let count = 1
      while (next !== undefined) {
        save(next)
        if (++count === batchSize) break
        next = iterNext(iterator)
      }
      output.byte(several)
      if (next === undefined) return
    }
  }

  #saveDict(dict: PyDict): void {
    const { output } = this
    this.enterFast(dict)
    if (this.isBinary) output.byte(Op.emptyDict)
    else output.text('(d')
    this.memoize(dict)
    if (dict.size > 0) {
      if (this.isBinary) this.#saveDictItems(dict)
      else this.saveSetItems(getIter(callMethod(dict, 'items')), dict)
    }
    this.leaveFast(dict)
  }

  #savePair(container: Value, key: Value, value: Value): void {
    this.save(key)
    try {
      this.save(value)
    } catch (thrown) {
      throw noted(thrown, `${typeText(container)} item ${reprText(key)}`)
    }
  }

  #saveDictItems(dict: PyDict): void {
    const { output } = this
    const { size } = dict
    let at = dict.next(0)
    if (size === 1) {
      this.#savePair(dict, dict.keys[at]!, dict.values[at]!)
      output.byte(Op.setItem)
      return
    }
    let count: number
    do {
      output.byte(Op.mark)
      for (count = 0; at >= 0 && count < batchSize; count++) {
        this.#savePair(dict, dict.keys[at]!, dict.values[at]!)
        at = dict.next(at + 1)
      }
      output.byte(Op.setItems)
      if (dict.size !== size) raise(runtimeErrorType, 'dictionary changed size during iteration')
    } while (count === batchSize)
  }

  /** Pairs that an iterator gives, to be set in what is on the stack. */
  saveSetItems(iterator: Value, container: Value): void {
    const pair = (value: Value): void => {
      if (!(value instanceof PyTuple) || value.items.length !== 2)
        raiseTypeError('dict items iterator must return 2-tuples')
      this.#savePair(container, value.items[0]!, value.items[1]!)
    }
    this.#saveBatches(iterator, pair, Op.setItem, Op.setItems)
  }

  #saveSet(set: PySet): void {
    const { output } = this
    if (this.protocol < 4) {
      saveReduced(this, new PyTuple([setType, new PyTuple([new PyList(set.items())])]), set)
      return
    }
    output.byte(Op.emptySet)
    this.memoize(set)
    const { size } = set
    if (size === 0) return
    let cursor = set.cursor(0)
    let count: number
    do {
      output.byte(Op.mark)
      for (count = 0; cursor >= 0 && count < batchSize; count++) {
        this.#saveElement(set, set.itemAt(cursor))
        cursor = set.cursor(cursor + 1)
      }
      output.byte(Op.addItems)
      if (set.size !== size) raise(runtimeErrorType, 'set changed size during iteration')
    } while (count === batchSize)
  }

  #saveElement(set: Value, item: Value): void {
    try {
      this.save(item)
    } catch (thrown) {
      throw noted(thrown, `${typeText(set)} element`)
    }
  }

  #saveFrozenset(set: PyFrozenset): void {
    const { output } = this
    if (this.protocol < 4) {
      saveReduced(this, new PyTuple([frozensetType, new PyTuple([new PyList(set.items())])]), set)
      return
    }
    output.byte(Op.mark)
    for (const item of set.items()) this.#saveElement(set, item)
    const index = this.memo.get(set)
    if (index !== undefined) {
      output.byte(Op.popMark)
      this.get(index)
      return
    }
    output.byte(Op.frozenset)
    this.memoize(set)
  }

  /** Fast mode writes no memo, so that what contains itself would never end: looked for from a depth of fifty on. */
  enterFast(container: Value): void {
    if (!this.settings.isFast || ++this.#fastDepth < suspiciousDepth) return
    if (this.#fastMemo.has(container)) {
      const place = identityOfValue(container).toString(16)
      raise(
        valueErrorType,
        strOf(
          `fast mode: can't pickle cyclic objects including object type ${typeName(typeOf(container))} at 0x${place}`,
        ),
      )
    }
    this.#fastMemo.add(container)
  }

  leaveFast(container: Value): void {
    if (this.settings.isFast && this.#fastDepth-- >= suspiciousDepth) this.#fastMemo.delete(container)
  }
}

const suspiciousDepth = 50
