/** The module _io. */
import { defineModule } from '../objects/builtin-module.ts'

defineModule('_io', {})
