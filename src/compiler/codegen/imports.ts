/** `import` and `from … import`. */
import { TupleConstant } from '../../base/constant.ts'
import type { Import, ImportFrom } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf, NO_LOCATION } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { emitNameOperation } from './names.ts'
import { INTRINSIC_IMPORT_STAR } from './operators.ts'
import { indexOf } from './unit.ts'

const o = opcodes

export function compileImport(c: Compiler, s: Import): void {
  const location = locationOf(s)
  for (const { name, asname } of s.names) {
    c.loadConstant(0, location)
    c.loadConstant(null, location)
    c.emitName(o.IMPORT_NAME, name, location)
    if (asname !== null) {
      bindAs(c, name, asname, location)
    } else {
      const dot = name.indexOf('.')
      emitNameOperation(c, dot < 0 ? name : name.slice(0, dot), 'Store', location)
    }
  }
}

/** `import a.b.c as d` gets a, and from it b, and from it c. */
function bindAs(c: Compiler, name: string, asname: string, location: Location): void {
  const [, ...attributes] = name.split('.')
  attributes.forEach((attribute, i) => {
    if (i > 0) {
      c.emitArg(o.SWAP, 2, location)
      c.emit(o.POP_TOP, location)
    }
    c.emitArg(o.IMPORT_FROM, indexOf(c.unit.names, attribute), location)
  })
  emitNameOperation(c, asname, 'Store', location)
  if (attributes.length > 0) c.emit(o.POP_TOP, location)
}

export function compileFromImport(c: Compiler, s: ImportFrom): void {
  const location = locationOf(s)
  c.loadConstant(s.level ?? 0, location)
  c.loadConstant(new TupleConstant(s.names.map(alias => alias.name)), location)
  c.emitName(o.IMPORT_NAME, s.module ?? '', location)
  if (s.names[0]!.name === '*') {
    c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR, location)
    c.emit(o.POP_TOP, NO_LOCATION)
    return
  }
  for (const { name, asname } of s.names) {
    c.emitName(o.IMPORT_FROM, name, location)
    emitNameOperation(c, asname ?? name, 'Store', location)
  }
  c.emit(o.POP_TOP, location)
}
