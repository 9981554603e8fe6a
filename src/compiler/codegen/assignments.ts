/** Augmented and annotated assignment, and unpacking. */
import type { AnnAssign, AugAssign, Expr, Subscript } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf } from '../instruction.ts'
import { loadAsString } from './annotations.ts'
import { locationOfAttribute } from './attributes.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { emitBinary, IN_PLACE, NB_SUBSCR } from './operators.ts'
import { isPlainSlice, visitSliceBounds } from './subscripts.ts'
import { indexOf } from './unit.ts'

const o = opcodes

export function compileAugmentedAssignment(c: Compiler, s: AugAssign): void {
  const { target } = s
  const location = locationOf(target)
  switch (target.node) {
    case 'Attribute': {
      visitExpression(c, target.value)
      c.emitArg(o.COPY, 1, location)
      const at = locationOfAttribute(location, target)
      c.loadAttribute(target.attr, 0, at)
      compileOperation(c, s)
      c.emitArg(o.SWAP, 2, at)
      c.emitName(o.STORE_ATTR, target.attr, at)
      return
    }
    case 'Subscript':
      compileAugmentedSubscript(c, s, target, location)
      return
    case 'Name':
      emitNameOperation(c, target.id, 'Load', location)
      compileOperation(c, s)
      emitNameOperation(c, target.id, 'Store', location)
      return
  }
  throw new Error(`${target.node} as the target of an augmented assignment`)
}

function compileOperation(c: Compiler, s: AugAssign): void {
  visitExpression(c, s.value)
  emitBinary(c, s.op, IN_PLACE, locationOf(s))
}

function compileAugmentedSubscript(c: Compiler, s: AugAssign, target: Subscript, location: Location): void {
  visitExpression(c, target.value)
  if (isPlainSlice(target.slice)) {
    visitSliceBounds(c, target.slice)
    c.emitArg(o.COPY, 3, location)
    c.emitArg(o.COPY, 3, location)
    c.emitArg(o.COPY, 3, location)
    c.emit(o.BINARY_SLICE, location)
    compileOperation(c, s)
    c.emitArg(o.SWAP, 4, location)
    c.emitArg(o.SWAP, 3, location)
    c.emitArg(o.SWAP, 2, location)
    c.emit(o.STORE_SLICE, location)
    return
  }
  visitExpression(c, target.slice)
  c.emitArg(o.COPY, 2, location)
  c.emitArg(o.COPY, 2, location)
  c.emitArg(o.BINARY_OP, NB_SUBSCR, location)
  compileOperation(c, s)
  c.emitArg(o.SWAP, 3, location)
  c.emitArg(o.SWAP, 2, location)
  c.emit(o.STORE_SUBSCR, location)
}

export function compileAnnotatedAssignment(c: Compiler, s: AnnAssign): void {
  const { target } = s
  const isStored = c.unit.type === 'module' || c.unit.type === 'class'
  if (s.value !== null) {
    visitExpression(c, s.value)
    visitExpression(c, target)
  }
  switch (target.node) {
    case 'Name':
      if (s.simple && isStored) storeAnnotation(c, s, target.id)
      break
    case 'Attribute':
      if (s.value === null) evaluate(c, target.value)
      break
    case 'Subscript':
      if (s.value === null) {
        evaluate(c, target.value)
        evaluateSubscript(c, target.slice)
      }
      break
  }
}

function storeAnnotation(c: Compiler, s: AnnAssign, name: string): void {
  const location = locationOf(s)
  const { unit } = c
  if (c.annotationsAreStrings) {
    loadAsString(c, s.annotation)
    c.emitName(o.LOAD_NAME, '__annotations__', location)
    c.loadConstant(c.mangled(name), location)
    c.emit(o.STORE_SUBSCR, location)
    return
  }
  const isConditional = unit.type === 'module' || unit.conditionalBlocks > 0
  const index = isConditional ? unit.nextConditionalIndex++ : -1
  unit.deferredAnnotations.push({ statement: s, index })
  if (!isConditional) return
  const set = '__conditional_annotations__'
  if (unit.type === 'class') c.emitArg(o.LOAD_DEREF, indexOf(unit.cellvars, set), location)
  else c.emitArg(o.LOAD_NAME, indexOf(unit.names, set), location)
  c.loadConstant(index, location)
  c.emitArg(o.SET_ADD, 1, location)
  c.emit(o.POP_TOP, location)
}

/** Evaluated for what it may raise. */
function evaluate(c: Compiler, e: Expr): void {
  visitExpression(c, e)
  c.emit(o.POP_TOP, locationOf(e))
}

function evaluateSubscript(c: Compiler, e: Expr): void {
  if (e.node === 'Slice') {
    for (const bound of [e.lower, e.upper, e.step]) if (bound !== null) evaluate(c, bound)
  } else if (e.node === 'Tuple') {
    for (const element of e.elts) evaluateSubscript(c, element)
  } else {
    evaluate(c, e)
  }
}

/** Takes an iterable apart into targets. */
export function compileUnpacking(c: Compiler, targets: readonly Expr[], location: Location): void {
  const star = targets.findIndex(target => target.node === 'Starred')
  if (star < 0) {
    c.emitArg(o.UNPACK_SEQUENCE, targets.length, location)
  } else {
    const after = targets.length - star - 1
    if (star >= 1 << 8 || after >= 0x7fffffff >> 8) {
      throw c.error('too many expressions in star-unpacking assignment', location)
    }
    c.emitArg(o.UNPACK_EX, star + (after << 8), location)
    if (targets.some((target, i) => i > star && target.node === 'Starred')) {
      throw c.error('multiple starred expressions in assignment', location)
    }
  }
  for (const target of targets) visitExpression(c, target.node === 'Starred' ? target.value : target)
}
