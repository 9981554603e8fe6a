/** `open`: from a mode to the streams that it takes, one on the other. As _io_open_impl (Modules/_io/_iomodule.c). */
import { assignAttribute } from '../../objects/attribute.ts'
import { callMethod } from '../../objects/call.ts'
import { raise, raised } from '../../objects/exception.ts'
import { runtimeWarningType, valueErrorType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import type { Value } from '../../objects/value.ts'
import { asInt } from '../../objects/number.ts'
import { strOf } from '../../objects/str.ts'
import { call } from '../../objects/call.ts'
import { bufferedRandomType, bufferedReaderType, bufferedWriterType, makeBuffered } from './buffered.ts'
import { openFileIO, type PyFileIO } from './file-io.ts'
import { fsPath } from '../posix/paths.ts'
import { textIOWrapperType } from './text-io-wrapper.ts'

interface Mode {
  /** Of the raw file. */
  readonly raw: string
  readonly isBinary: boolean
  readonly updates: boolean
  readonly reads: boolean
}

function readMode(mode: string): Mode {
  const invalid = (): never => raise(valueErrorType, `invalid mode: '${mode}'`)
  const has = (letter: string): boolean => mode.includes(letter)
  for (const letter of mode)
    if (!'xrwa+tb'.includes(letter) || mode.indexOf(letter) !== mode.lastIndexOf(letter)) invalid()
  if (has('t') && has('b')) raise(valueErrorType, "can't have text and binary mode at once")
  const kinds = ['x', 'r', 'w', 'a'].filter(has)
  if (kinds.length !== 1) raise(valueErrorType, 'must have exactly one of create/read/write/append mode')
  return { raw: `${kinds[0]}${has('+') ? '+' : ''}`, isBinary: has('b'), updates: has('+'), reads: has('r') }
}

function checkBinary(encoding: Value, errors: Value, newline: Value): void {
  if (encoding !== null) raise(valueErrorType, "binary mode doesn't take an encoding argument")
  if (errors !== null) raise(valueErrorType, "binary mode doesn't take an errors argument")
  if (newline !== null) raise(valueErrorType, "binary mode doesn't take a newline argument")
}

export function openFile(
  file: Value,
  modeText: string,
  buffering: number,
  encoding: Value,
  errors: Value,
  newline: Value,
  closesDescriptor: boolean,
  opener: Value,
): Value {
  // What the stream is named, and what an error is about, is the path's text.
  const path = asInt(file) === undefined ? fsPath(file) : file
  const mode = readMode(modeText)
  if (mode.isBinary) checkBinary(encoding, errors, newline)
  if (mode.isBinary && buffering === 1)
    hooks.warn(
      runtimeWarningType,
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
      1,
    )
  const raw = openFileIO(path, mode.raw, closesDescriptor, opener)
  try {
    return layers(raw, mode, modeText, buffering, { encoding, errors, newline })
  } catch (thrown) {
    const exception = raised(thrown)
    callMethod(raw, 'close')
    throw exception
  }
}

interface TextArguments {
  readonly encoding: Value
  readonly errors: Value
  readonly newline: Value
}

function layers(raw: PyFileIO, mode: Mode, modeText: string, buffering: number, text: TextArguments): Value {
  const isInteractive = buffering < 0 && raw.isTerminal()
  const size = buffering < 0 || buffering === 1 ? raw.blockSize : buffering
  if (size < 0) raise(valueErrorType, 'invalid buffering size')
  if (size === 0) {
    if (!mode.isBinary) raise(valueErrorType, "can't have unbuffered text I/O")
    return raw
  }
  const type = mode.updates ? bufferedRandomType : mode.reads ? bufferedReaderType : bufferedWriterType
  const buffer = mode.updates ? call(type, [raw, size]) : makeBuffered(type, raw, size)
  if (mode.isBinary) return buffer
  const wrapper = call(textIOWrapperType, [
    buffer,
    text.encoding,
    text.errors,
    text.newline,
    isInteractive || buffering === 1,
  ])
  assignAttribute(wrapper, 'mode', strOf(modeText))
  return wrapper
}
