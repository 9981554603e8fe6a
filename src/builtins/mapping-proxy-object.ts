/**
 * mappingproxy: a read-only view of a mapping, or of a class's namespace (`vars(cls)`).
 *
 * A class's namespace is no dict (objects/type.ts). What needs one (`vars(cls).items()`) gets a copy, kept until the class changes.
 */
import { mappingProxyType } from '../objects/builtin-types.ts'
import { PyDict } from '../objects/dict.ts'
import { strOf } from '../objects/str.ts'
import type { PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

export class PyMappingProxy extends PyObject {
  readonly source: Value
  readonly kind: 'mapping' | 'namespace'
  constructor(source: Value, kind: 'mapping' | 'namespace') {
    super(mappingProxyType)
    this.source = source
    this.kind = kind
  }

  /** The mapping itself; of a class, its namespace as a dict. */
  get mapping(): Value {
    return this.kind === 'mapping' ? this.source : namespaceDict(this.source as PyType)
  }
}

const copies = new WeakMap<PyType, { version: number; dict: PyDict }>()

function namespaceDict(type: PyType): PyDict {
  const known = copies.get(type)
  // Filling a builtin type's namespace comes first: it changes no version.
  const { namespace } = type
  if (known !== undefined && known.version === type.version) return known.dict
  const dict = new PyDict()
  for (const [name, value] of namespace) dict.set(strOf(name), value)
  copies.set(type, { version: type.version, dict })
  return dict
}
