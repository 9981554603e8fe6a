/** The module _pickle: pickling, in the place of the library's slow one. The folder `pickle` holds its parts. As Modules/_pickle.c. */
import { defineModule } from '../objects/builtin-module.ts'
import { builtin } from '../objects/signature.ts'
import { pickleBufferType } from './pickle/pickle-buffer.ts'
import { dump, dumps, picklerType } from './pickle/pickler.ts'
import { pickleErrorType, picklingErrorType, unpicklingErrorType } from './pickle/state.ts'
import { load, loads, unpicklerType } from './pickle/unpickler.ts'

defineModule('_pickle', {
  doc: 'Optimized C implementation for the Python pickle module.',
  functions: () => [
    builtin(
      'dump($module, /, obj, file, protocol=None, *, fix_imports: bool = True, buffer_callback=None)',
      dump,
      'Write a pickled representation of obj to the open file object file.\n\nThis is equivalent to Pickler(file, protocol).dump(obj).',
    ),
    builtin(
      'dumps($module, /, obj, protocol=None, *, fix_imports: bool = True, buffer_callback=None)',
      dumps,
      'Return the pickled representation of the object as a bytes object.',
    ),
    builtin(
      "load($module, /, file, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers=())",
      load,
      'Read and return an object from the pickle data stored in a file.\n\nThis is equivalent to Unpickler(file).load().',
    ),
    builtin(
      "loads($module, data, /, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers=())",
      loads,
      'Read and return an object from the given pickle data.',
    ),
  ],
  attributes: () => ({
    PickleError: pickleErrorType,
    PicklingError: picklingErrorType,
    UnpicklingError: unpicklingErrorType,
    Pickler: picklerType,
    Unpickler: unpicklerType,
    PickleBuffer: pickleBufferType,
  }),
})
