/**
 * The composition root: loads every layer, so that types have their slots and hooks are filled.
 */
import '../builtins/all.ts'
import '../interpreter/entry.ts'
import '../interpreter/compiling.ts'
import '../jit/entering.ts'
import '../modules/all.ts'
import { fillRemainingTypes } from '../objects/define.ts'
import { finishBuiltinTypes } from '../objects/dunders.ts'

finishBuiltinTypes()
fillRemainingTypes()
