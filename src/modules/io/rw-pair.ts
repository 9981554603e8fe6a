/** `BufferedRWPair`: a reader and a writer that are two streams, such as the ends of two pipes. */
import { builtinType } from '../../objects/builtin-types.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { call, callMethod } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { type PyBaseException, raise, raised } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { truth } from '../../objects/truth.ts'
import { type PyType, TypeFlags as F } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { PyBuffered } from './buffer.ts'
import { bufferedReaderType, bufferedWriterType } from './buffered.ts'
import { gathered } from './gathering.ts'
import {
  bufferedIOBaseType,
  defaultBufferSize,
  ioBaseType,
  limitOf,
  PyStream,
  readLine,
  unsupported,
} from './stream.ts'

export const rwPairType = builtinType('BufferedRWPair', {
  module: '_io',
  base: bufferedIOBaseType,
  flags: F.base | F.dict | F.weakref,
})

class PyPair extends PyStream {
  reader: Value | undefined = undefined
  writer: Value | undefined = undefined

  override get readAhead(): PyBuffered | null {
    return this.reader instanceof PyBuffered ? this.reader : null
  }

  get in(): Value {
    return this.reader ?? raise(valueErrorType, 'I/O operation on uninitialized object')
  }

  get out(): Value {
    return this.writer ?? raise(valueErrorType, 'I/O operation on uninitialized object')
  }
}

const construct = builtin(
  `BufferedRWPair($self, reader, writer, buffer_size: ssize=${defaultBufferSize}, /)`,
  (self: PyPair, reader: Value, writer: Value, size: number) => {
    if (callMethod(reader, 'readable') !== true) unsupported('File or stream is not readable.')
    if (callMethod(writer, 'writable') !== true) unsupported('File or stream is not writable.')
    self.reader = call(bufferedReaderType, [reader, size])
    self.writer = call(bufferedWriterType, [writer, size])
  },
)

rwPairType.new = (type: PyType) => new PyPair(type)
rwPairType.init = (self: PyPair, args, keywords) => {
  construct.call(self, args, keywords)
}

/** The writer first; what closing it raises comes after the reader was closed. */
function close(self: PyPair): void {
  let failure: PyBaseException | undefined
  try {
    callMethod(self.out, 'close')
  } catch (thrown) {
    failure = raised(thrown)
  }
  try {
    callMethod(self.in, 'close')
  } catch (thrown) {
    const exception = raised(thrown)
    exception.context ??= failure ?? null
    throw exception
  }
  if (failure !== undefined) throw failure
}

/** What every stream does, once a line is ahead. */
const readLineMethod: Builtin = builtin('readline($self, size=-1, /)', (self: PyPair, size: Value) => {
  const ahead = self.readAhead
  return gathered(
    readLineMethod,
    ahead,
    () => ahead!.hasLine(limitOf(size)),
    () => readLine(self, size),
  )
})
rwPairType.iternext = (self: PyPair) => {
  const ahead = self.readAhead
  return gathered(
    self,
    ahead,
    () => ahead!.hasLine(-1),
    () => ioBaseType.iternext!(self),
  )
}

const fromReader = (name: string) =>
  builtin(`${name}($self, /, *args)`, (self: PyPair, args: Value[]) => callMethod(self.in, name, ...args))
const fromWriter = (name: string) =>
  builtin(`${name}($self, /, *args)`, (self: PyPair, args: Value[]) => callMethod(self.out, name, ...args))

defineType(rwPairType, {
  doc: 'A buffered reader and writer object together.\n\nA buffered reader object and buffered writer object put together to\nform a sequential IO object that can read and write. This is typically\nused with a socket or two-way pipe.\n\nreader and writer are RawIOBase objects that are readable and\nwriteable respectively. If the buffer_size is omitted it defaults to\nDEFAULT_BUFFER_SIZE.',
  signature: '(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)',
  methods: () => [
    ...['read', 'peek', 'read1', 'readinto', 'readinto1', 'readable'].map(fromReader),
    ...['write', 'flush', 'writable'].map(fromWriter),
    readLineMethod,
    builtin('close($self, /)', close),
    builtin(
      'isatty($self, /)',
      (self: PyPair) => truth(callMethod(self.out, 'isatty')) || callMethod(self.in, 'isatty'),
    ),
  ],
  getset: () => [['closed', (self: PyPair) => lookupAttribute(self.out, 'closed')]],
})
