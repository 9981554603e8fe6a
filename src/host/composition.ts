/**
 * The composition root: loads every layer, so that types have their slots and hooks are filled.
 */
import '../builtins/all.ts'
import '../interpreter/entry.ts'
import '../interpreter/compiling.ts'
import '../jit/unit.ts'
import '../modules/at-start.ts'
import './parts.ts'
import { completeTypes } from '../objects/define.ts'

completeTypes()
