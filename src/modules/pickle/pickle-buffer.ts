/** PickleBuffer: memory that may travel beside a pickle instead of inside it (PEP 574). As Objects/picklebufobject.c. */
import {
  type BufferExport,
  exportBuffer,
  isContiguous,
  isFortranContiguous,
  setBufferExporter,
} from '../../objects/buffer.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { setBufferReader } from '../../objects/bytes.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { bufferErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { bytesOfView, ManagedBuffer, PyMemoryView, viewOf } from '../../objects/memoryview.ts'
import { builtin } from '../../objects/signature.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

export const pickleBufferType = builtinType('PickleBuffer', { module: '_pickle', flags: TypeFlags.weakref })

export class PyPickleBuffer extends PyObject {
  /** null once it was released. */
  view: PyMemoryView | null
  constructor(view: PyMemoryView) {
    super(pickleBufferType)
    this.view = view
  }

  /** The view; raises ValueError if there is none any more. */
  get open(): PyMemoryView {
    return this.view ?? raise(valueErrorType, 'operation forbidden on released PickleBuffer object')
  }

  release(): void {
    this.view?.release()
    this.view = null
  }
}

const construct = builtin('PickleBuffer($type, object, /)', (_type: PyType, object: Value) => {
  const view = viewOf(object)
  if (view === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(object))}'`)
  return new PyPickleBuffer(view)
})
pickleBufferType.new = (type, args, keywords) => construct.call(type, args, keywords)

setBufferExporter(pickleBufferType, (self: PyPickleBuffer): BufferExport => {
  const view = self.open
  return { ...exportBuffer(view)!, owner: view.managed.owner }
})
setBufferReader(pickleBufferType, (self: PyPickleBuffer) => bytesOfView(self.open))

/** The memory as one run of bytes, in the order in which it lies there. */
function raw(self: PyPickleBuffer): Value {
  const view = self.open
  if (!isContiguous(view) && !isFortranContiguous(view))
    raise(bufferErrorType, 'cannot extract raw buffer from non-contiguous buffer')
  const exported = exportBuffer(view)!
  const length = view.shape.reduce((product, size) => product * size, view.itemsize)
  return new PyMemoryView(new ManagedBuffer(view.managed.owner, exported), {
    format: 'B',
    itemsize: 1,
    shape: [length],
    strides: [1],
    offset: view.offset,
    isReadonly: view.isReadonly,
  })
}

defineType(pickleBufferType, {
  doc: 'Wrapper for potentially out-of-band buffers',
  methods: () => [
    builtin(
      'raw($self, /)',
      raw,
      "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.",
    ),
    builtin(
      'release($self, /)',
      (self: PyPickleBuffer) => self.release(),
      'Release the underlying buffer exposed by the PickleBuffer object.',
    ),
  ],
})
