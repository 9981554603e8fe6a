/** Modules: a dict with a name. The dict is made at once, since module globals are what code runs in. */
import { moduleType } from './builtin-types.ts'
import { PyDict } from './dict.ts'
import { AttributeStore, enterDictMode } from './instance.ts'
import type { PyType } from './type.ts'
import { PyObject } from './value.ts'

/** What a module lacks until somebody looks (modules/import/late-specs.ts). */
export interface Incomplete {
  /** The attributes that are not what they are to be. */
  readonly attributes: ReadonlySet<string>
  readonly isInitializing: boolean
  complete(): void
}

export class PyModule extends PyObject {
  readonly dict: PyDict
  incomplete: Incomplete | null
  constructor(name: string, type: PyType = moduleType) {
    super(type)
    this.dict = new PyDict()
    this.incomplete = null
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
