/**
 * `StringIO`: a text file in memory. As Modules/_io/stringio.c.
 *
 * Most are written from front to back and asked for the whole at the end: pieces are then appended to one JavaScript string, which
 * the engine keeps as a rope.
 */
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { osErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { ensureAttributes, materializeDict, setAttribute } from '../../objects/instance.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, buildString, sliceStr, strLength, strOf, textOf, type Str } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags as F, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { lineEnd, newlineMode, NewlineTranslator, type NewlineMode } from './newlines.ts'
import { limitOf, PyStream, raiseClosed, sizeOf, textIOBaseType } from './stream.ts'

export const stringIOType = builtinType('StringIO', {
  module: '_io',
  base: textIOBaseType,
  flags: F.base | F.dict | F.weakref,
})

const plain = newlineMode('\n')

class PyStringIO extends PyStream {
  contents: Str = ''
  position = 0
  newline: Value = '\n'
  mode: NewlineMode = plain
  translator: NewlineTranslator | null = null

  checkOpen(): void {
    if (this.isClosed) raiseClosed('I/O operation on closed file')
  }

  write(given: Str): void {
    let text = this.translator === null ? given : this.translator.feed(given, true)
    if (this.mode.written !== '\n') text = strOf(textOf(text).replaceAll('\n', this.mode.written))
    const { contents, position } = this
    const length = strLength(contents)
    const added = strLength(text)
    if (position === length)
      this.contents =
        typeof contents === 'string' && typeof text === 'string' ? contents + text : buildString([contents, text])
    else if (position > length) this.contents = buildString([contents, '\0'.repeat(position - length), text])
    else {
      const after = position + added < length ? sliceStr(contents, position + added, length) : ''
      this.contents = buildString([sliceStr(contents, 0, position), text, after])
    }
    this.position = position + added
  }

  take(count: number): Str {
    const length = strLength(this.contents)
    const start = Math.min(this.position, length)
    const end = count < 0 ? length : Math.min(start + count, length)
    this.position = Math.max(this.position, end)
    return sliceStr(this.contents, start, end)
  }

  takeLine(limit: number): Str {
    const length = strLength(this.contents)
    if (this.position >= length) return ''
    const end = lineEnd(this.contents, this.position, this.mode)
    const count = (end < 0 ? length : end) - this.position
    return this.take(limit < 0 ? count : Math.min(count, limit))
  }
}

stringIOType.new = (type: PyType) => new PyStringIO(type)

function start(self: PyStringIO, initial: Value, newline: Value): void {
  const text = initial === null ? '' : asStr(initial)
  if (text === undefined) raiseTypeError(`initial_value must be str or None, not ${typeName(typeOf(initial))}`)
  self.mode = newlineMode(newline, reprText)
  self.newline = newline
  self.translator = self.mode.isUniversal ? new NewlineTranslator(self.mode.translates) : null
  self.isClosed = false
  self.contents = ''
  self.position = 0
  if (strLength(text) > 0) self.write(text)
  self.position = 0
}

const construct = builtin("StringIO($self, initial_value='', newline='\\n')", start)
stringIOType.init = (self: PyStringIO, args, keywords) => {
  construct.call(self, args, keywords)
}

stringIOType.iternext = (self: PyStringIO) => {
  self.checkOpen()
  const line = self.takeLine(-1)
  return line === '' ? undefined : line
}

function write(self: PyStringIO, text: Value): Value {
  const str = asStr(text)
  if (str === undefined) raiseTypeError(`string argument expected, got '${typeName(typeOf(text))}'`)
  self.checkOpen()
  const length = strLength(str)
  if (length > 0) self.write(str)
  return length
}

function seek(self: PyStringIO, offset: number, whence: number): Value {
  self.checkOpen()
  if (whence < 0 || whence > 2) raise(valueErrorType, `Invalid whence (${whence}, should be 0, 1 or 2)`)
  if (whence === 0 && offset < 0) raise(valueErrorType, `Negative seek position ${offset}`)
  if (whence !== 0 && offset !== 0) raise(osErrorType, "Can't do nonzero cur-relative seeks")
  self.position = whence === 0 ? offset : whence === 1 ? self.position : strLength(self.contents)
  return self.position
}

function truncate(self: PyStringIO, size: Value): Value {
  self.checkOpen()
  const length = size === null ? self.position : sizeOf(size)
  if (length < 0) raise(valueErrorType, `Negative size value ${length}`)
  if (length < strLength(self.contents)) self.contents = sliceStr(self.contents, 0, length)
  return length
}

function getState(self: PyStringIO): Value {
  self.checkOpen()
  const { attributes } = self
  return new PyTuple([
    self.contents,
    self.newline,
    self.position,
    attributes === null ? null : materializeDict(attributes).copy(),
  ])
}

function setState(self: PyStringIO, state: Value): void {
  self.checkOpen()
  if (!(state instanceof PyTuple) || state.items.length < 4)
    raiseTypeError(`${typeName(self.type)}.__setstate__ argument should be 4-tuple, got ${typeName(typeOf(state))}`)
  const [contents, newline, position, dict] = state.items
  start(self, contents!, newline!)
  self.contents = asStr(contents!) ?? ''
  const at = asInt(position!)
  if (at === undefined) raiseTypeError(`third item of state must be an integer, got ${typeName(typeOf(position!))}`)
  if (at < 0) raise(valueErrorType, 'position value cannot be negative')
  self.position = Number(at)
  if (dict === null) return
  if (!(dict instanceof PyDict))
    raiseTypeError(`fourth item of state should be a dict, got a ${typeName(typeOf(dict!))}`)
  for (const [name, value] of dict.entries()) setAttribute(ensureAttributes(self)!, textOf(asStr(name)!), value)
}

const yes = (self: PyStringIO): Value => {
  self.checkOpen()
  return true
}

defineType(stringIOType, {
  doc: "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of object.  The newline\nargument is like the one of TextIOWrapper's constructor.",
  signature: "(initial_value='', newline='\\n')",
  methods: () => [
    builtin(
      'close($self, /)',
      (self: PyStringIO) => {
        self.isClosed = true
        self.contents = ''
      },
      'Close the IO object.\n\nAttempting any further operation after the object is closed\nwill raise a ValueError.\n\nThis method has no effect if the file is already closed.',
    ),
    builtin(
      'getvalue($self, /)',
      (self: PyStringIO) => {
        self.checkOpen()
        return self.contents
      },
      'Retrieve the entire contents of the object.',
    ),
    builtin(
      'read($self, size=-1, /)',
      (self: PyStringIO, size: Value) => {
        self.checkOpen()
        return self.take(limitOf(size))
      },
      'Read at most size characters, returned as a string.\n\nIf the argument is negative or omitted, read until EOF\nis reached. Return an empty string at EOF.',
    ),
    builtin(
      'readline($self, size=-1, /)',
      (self: PyStringIO, size: Value) => {
        self.checkOpen()
        return self.takeLine(limitOf(size))
      },
      'Read until newline or EOF.\n\nReturns an empty string if EOF is hit immediately.',
    ),
    builtin(
      'tell($self, /)',
      (self: PyStringIO) => {
        self.checkOpen()
        return self.position
      },
      'Tell the current file position.',
    ),
    builtin(
      'truncate($self, pos=None, /)',
      truncate,
      'Truncate size to pos.\n\nThe pos argument defaults to the current file position, as\nreturned by tell().  The current file position is unchanged.\nReturns the new absolute position.',
    ),
    builtin(
      'seek($self, pos: ssize, whence: ssize=0, /)',
      seek,
      'Change stream position.\n\nSeek to character offset pos relative to position indicated by whence:\n    0  Start of stream (the default).  pos should be >= 0;\n    1  Current position - pos must be 0;\n    2  End of stream - pos must be 0.\nReturns the new absolute position.',
    ),
    builtin(
      'write($self, s, /)',
      write,
      'Write string to file.\n\nReturns the number of characters written, which is always equal to\nthe length of the string.',
    ),
    builtin('seekable($self, /)', yes, 'Returns True if the IO object can be seeked.'),
    builtin('readable($self, /)', yes, 'Returns True if the IO object can be read.'),
    builtin('writable($self, /)', yes, 'Returns True if the IO object can be written.'),
    builtin('__getstate__($self, /)', getState),
    builtin('__setstate__($self, state, /)', setState),
  ],
  getset: () => [
    ['closed', (self: PyStringIO) => self.isClosed],
    ['newlines', (self: PyStringIO) => self.translator?.newlines ?? null],
    ['line_buffering', () => false],
  ],
})
