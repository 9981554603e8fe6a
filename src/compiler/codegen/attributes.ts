/** Attributes, and `super()` with an attribute, which has an instruction of its own. */
import type { Attribute, Call, Expr } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { Location, locationOf } from '../instruction.ts'
import { FREE, GLOBAL_IMPLICIT, scopeOf, UNKNOWN } from '../symbols/scope.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { indexOf } from './unit.ts'

const o = opcodes

/**
 * When an attribute access goes over several lines, its location starts at the attribute's name, so that errors
 * and tracing show the line that is meant.
 */
export function locationOfAttribute(location: Location, e: Attribute): Location {
  if (location.lineno === e.end_lineno) return location
  // Columns count UTF-8 bytes, but this length counts characters, as in CPython.
  const length = [...e.attr].length
  let { endColOffset } = location
  let colOffset = e.end_col_offset - length
  if (colOffset < 0) colOffset = endColOffset = -1
  const endLineno = Math.max(e.end_lineno, location.endLineno)
  if (endLineno === e.end_lineno) endColOffset = Math.max(colOffset, endColOffset)
  return new Location(e.end_lineno, endLineno, colOffset, endColOffset)
}

/** Returns the expression to be evaluated next, then `finishAttribute` goes on; null if all is compiled. */
export function beginAttribute(c: Compiler, e: Attribute): Expr | null {
  if (e.ctx === 'Store') noteStaticAttribute(c, e)
  if (e.ctx !== 'Load' || !isSuperCall(c, e)) return e.value
  const location = locationOf(e)
  loadSuperArguments(c, e.value)
  loadSuperAttribute(c, e.value, e.attr, 0, location)
  c.emit(o.NOP, locationOfAttribute(location, e))
  return null
}

export function finishAttribute(c: Compiler, e: Attribute): void {
  const location = locationOfAttribute(locationOf(e), e)
  switch (e.ctx) {
    case 'Load':
      c.loadAttribute(e.attr, 0, location)
      break
    case 'Store':
      c.emitName(o.STORE_ATTR, e.attr, location)
      break
    case 'Del':
      c.emitName(o.DELETE_ATTR, e.attr, location)
      break
  }
}

/** `self.x = …` in a method: x goes into the class's `__static_attributes__`. */
function noteStaticAttribute(c: Compiler, e: Attribute): void {
  if (e.value.node !== 'Name' || e.value.id !== 'self') return
  for (let i = c.outer.length - 1; i >= 0; i--) {
    const unit = c.outer[i]!
    if (unit.type === 'class') {
      unit.staticAttributes.add(e.attr)
      return
    }
  }
}

type SuperAccess = Attribute & { readonly value: Call }

/** Is it an attribute of `super()` or `super(a, b)`, the builtin as far as can be seen? */
export function isSuperCall(c: Compiler, e: Attribute): e is SuperAccess {
  const call: Expr = e.value
  if (call.node !== 'Call' || call.func.node !== 'Name' || call.func.id !== 'super') return false
  if (e.attr === '__class__' || call.keywords.length > 0) return false
  if (scopeOf(c.scope, 'super') !== GLOBAL_IMPLICIT || scopeOf(c.table.top, 'super') !== UNKNOWN) return false
  if (call.args.length === 2) return call.args.every(arg => arg.node !== 'Starred')
  if (call.args.length !== 0) return false
  // Without arguments it needs a first parameter and the class.
  const { counts } = c.unit
  if (counts.args === 0 && counts.posonlyargs === 0) return false
  return scopeOf(c.scope, '__class__') === FREE
}

export function loadSuperArguments(c: Compiler, call: Call): void {
  const location = locationOf(call)
  emitNameOperation(c, 'super', 'Load', locationOf(call.func))
  if (call.args.length === 2) {
    visitExpression(c, call.args[0]!)
    visitExpression(c, call.args[1]!)
    return
  }
  emitNameOperation(c, '__class__', 'Load', location)
  const self = c.unit.varnames.keys().next().value
  if (self !== undefined) emitNameOperation(c, self, 'Load', location)
}

/** The operand's lowest bit asks for a method, the next one says that super had arguments. */
export function loadSuperAttribute(c: Compiler, call: Call, name: string, flag: 0 | 1, location: Location): void {
  const index = indexOf(c.unit.names, c.mangled(name))
  const hasArguments = call.args.length > 0 ? 2 : 0
  c.emitArg(o.LOAD_SUPER_ATTR, (index << 2) | hasArguments | flag, location)
}
