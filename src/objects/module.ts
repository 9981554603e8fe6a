/** Modules: a dict with a name. The dict is made at once, since module globals are what code runs in. */
import { moduleType } from './builtin-types.ts'
import { PyDict } from './dict.ts'
import { AttributeStore, enterDictMode } from './instance.ts'
import type { PyType } from './type.ts'
import { PyObject } from './value.ts'

export class PyModule extends PyObject {
  readonly dict: PyDict
  constructor(name: string, type: PyType = moduleType) {
    super(type)
    this.dict = new PyDict()
    const attributes = new AttributeStore(type)
    enterDictMode(attributes, this.dict)
    this.attributes = attributes
    this.dict.setStr('__name__', name)
    this.dict.setStr('__doc__', null)
    this.dict.setStr('__package__', null)
    this.dict.setStr('__loader__', null)
    this.dict.setStr('__spec__', null)
  }
}
