/** `__class_getitem__` of the generic builtin types: `list[int]`. */
import { builtin, type Builtin } from '../objects/signature.ts'
import { genericAlias } from './generic-alias-object.ts'

export const classGetItem = (): Builtin => builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')
