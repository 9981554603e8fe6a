/** The module _io: streams. Each kind is a file in the folder io; `io` is CPython's own Python code on top. */
import { defineModule } from '../objects/builtin-module.ts'
import { raise } from '../objects/exception.ts'
import { blockingIOErrorType, encodingWarningType, valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { configuration } from './configuration.ts'
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './io/buffered.ts'
import { bytesIOBufferType, bytesIOType } from './io/bytes-io.ts'
import { fileIOType } from './io/file-io.ts'
import { newlineDecoderType } from './io/newlines.ts'
import { openFile } from './io/open.ts'
import { rwPairType } from './io/rw-pair.ts'
import * as stream from './io/stream.ts'
import { stringIOType } from './io/string-io.ts'
import { textIOWrapperType } from './io/text-io-wrapper.ts'

function textEncoding(encoding: Value, stacklevel: number): Value {
  if (encoding !== null) return encoding
  if (configuration().warnsOfDefaultEncoding)
    hooks.warn(encodingWarningType, "'encoding' argument not specified", stacklevel)
  return configuration().utf8Mode ? 'utf-8' : 'locale'
}

const openDoc = `Open file and return a stream.  Raise OSError upon failure.

file is either a text or byte string giving the name (and the path
if the file isn't in the current working directory) of the file to
be opened or an integer file descriptor of the file to be
wrapped. (If a file descriptor is given, it is closed when the
returned I/O object is closed, unless closefd is set to False.)

mode is an optional string that specifies the mode in which the file
is opened. It defaults to 'r' which means open for reading in text
mode.`

export const openBuiltin = (): Builtin =>
  builtin(
    "open($module, /, file, mode: text='r', buffering: ssize=-1, encoding=None, errors=None, newline=None, closefd: bool=True, opener=None)",
    openFile,
    openDoc,
  )

function openCode(path: Value): Value {
  if (typeof path !== 'string' && path === null) raise(valueErrorType, 'path must be a str')
  return openFile(path, 'rb', -1, null, null, null, true, null)
}

defineModule('_io', {
  doc: 'The io module provides the Python interfaces to stream handling. The\nbuiltin open function is defined in this module.',
  functions: () => [
    openBuiltin(),
    builtin(
      'open_code($module, /, path)',
      openCode,
      "Opens the provided file with the intent to import the contents.\n\nThis may perform extra validation beyond open(), but is otherwise interchangeable\nwith calling open(path, 'rb').",
    ),
    builtin(
      'text_encoding($module, encoding, stacklevel: ssize=2, /)',
      textEncoding,
      'A helper function to choose the text encoding.\n\nWhen encoding is not None, this function returns it.\nOtherwise, this function returns the default text encoding\n(i.e. "locale" or "utf-8" depends on UTF-8 mode).\n\nThis function emits an EncodingWarning if encoding is None and\nsys.flags.warn_default_encoding is true.\n\nThis can be used in APIs with an encoding=None parameter\nthat pass it to TextIOWrapper or open.\nHowever, please consider using encoding="utf-8" for new APIs.',
    ),
  ],
  attributes: () => ({
    DEFAULT_BUFFER_SIZE: stream.defaultBufferSize,
    UnsupportedOperation: stream.unsupportedOperationType,
    BlockingIOError: blockingIOErrorType,
    _IOBase: stream.ioBaseType,
    _RawIOBase: stream.rawIOBaseType,
    _BufferedIOBase: stream.bufferedIOBaseType,
    _TextIOBase: stream.textIOBaseType,
    FileIO: fileIOType,
    BytesIO: bytesIOType,
    _BytesIOBuffer: bytesIOBufferType,
    StringIO: stringIOType,
    BufferedReader: bufferedReaderType,
    BufferedWriter: bufferedWriterType,
    BufferedRWPair: rwPairType,
    BufferedRandom: bufferedRandomType,
    TextIOWrapper: textIOWrapperType,
    IncrementalNewlineDecoder: newlineDecoderType,
  }),
})
