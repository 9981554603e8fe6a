/**
 * Making code objects from Python: `types.CodeType(…)` and `code.replace(…)`. As in Objects/codeobject.c.
 *
 * A code object keeps its constants twice: as the compiler's plain data, which can be compared and marshalled, and as values. What
 * Python code puts among the constants need not be expressible as the former; then None stands there.
 */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import {
  CO_FAST_ARG_KW,
  CO_FAST_ARG_POS,
  CO_FAST_ARG_VAR,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
  Code,
  type CodeConstant,
} from '../compiler/code.ts'
import { PyBytes } from '../objects/bytes.ts'
import { raise } from '../objects/exception.ts'
import { systemErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyCode } from '../objects/frame.ts'
import { Ellipsis, PyComplex } from '../objects/number.ts'
import { PyFrozenset } from '../objects/set.ts'
import { PySlice } from '../objects/slice.ts'
import { asStr, PyWideStr, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'

/** What makes up a code object, as Python names it (`co_` dropped). */
export interface CodeParts {
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly nlocals: number
  readonly stacksize: number
  readonly flags: number
  readonly code: Uint8Array
  readonly consts: readonly Value[]
  readonly names: readonly Value[]
  readonly varnames: readonly Value[]
  readonly filename: string
  readonly name: string
  readonly qualname: string
  readonly firstlineno: number
  readonly linetable: Uint8Array
  readonly exceptiontable: Uint8Array
  readonly freevars: readonly Value[]
  readonly cellvars: readonly Value[]
}

const counts = [
  'argcount',
  'posonlyargcount',
  'kwonlyargcount',
  'nlocals',
  'stacksize',
  'flags',
  'firstlineno',
] as const

export function makeCode(parts: CodeParts): PyCode {
  for (const name of counts) if (parts[name] < 0) raise(valueErrorType, `co_${name} must be a positive integer`)
  const [names, varnames, freevars, cellvars] = [parts.names, parts.varnames, parts.freevars, parts.cellvars].map(texts)
  checkParts(parts, varnames!.length)
  const locals = localsPlus(parts, varnames!, cellvars!, freevars!)
  const code = new Code({
    ...parts,
    consts: parts.consts.map(constantOf),
    names: names!,
    localsplusnames: locals.names,
    localspluskinds: locals.kinds,
  })
  return codeFrom(code, parts.consts)
}

function texts(items: readonly Value[]): string[] {
  return items.map(item => {
    const str = asStr(item)
    return str === undefined ? raise(systemErrorType, 'non-string found in code slot') : textOf(str)
  })
}

function checkParts(parts: CodeParts, varnames: number): void {
  const { argcount, posonlyargcount, kwonlyargcount, flags, code } = parts
  if (posonlyargcount > argcount) raise(systemErrorType, 'bad argument to internal function')
  if (code.length % 2 !== 0) raise(valueErrorType, 'code: co_code is malformed')
  const arguments_ = argcount + kwonlyargcount + count(flags, CO_VARARGS) + count(flags, CO_VARKEYWORDS)
  if (arguments_ > varnames) raise(valueErrorType, 'code: co_varnames is too small')
  if (parts.nlocals !== varnames) raise(valueErrorType, 'code: co_nlocals != len(co_varnames)')
}

const count = (flags: number, flag: number): number => ((flags & flag) === 0 ? 0 : 1)

/** Parameters and locals, of which some are cells as well; then the other cells; then the free variables. */
function localsPlus(parts: CodeParts, varnames: string[], cellvars: string[], freevars: string[]) {
  const names = [...varnames]
  const kinds = varnames.map((_, i) => CO_FAST_LOCAL | argumentKind(parts, i))
  for (const name of cellvars) {
    const at = varnames.indexOf(name)
    if (at >= 0) kinds[at]! |= CO_FAST_CELL
    else {
      names.push(name)
      kinds.push(CO_FAST_CELL)
    }
  }
  for (const name of freevars) {
    names.push(name)
    kinds.push(CO_FAST_FREE)
  }
  return { names, kinds: Uint8Array.from(kinds) }
}

/** How the local at `index` is passed, if it is a parameter. */
function argumentKind({ argcount, posonlyargcount, kwonlyargcount, flags }: CodeParts, index: number): number {
  if (index < posonlyargcount) return CO_FAST_ARG_POS
  if (index < argcount) return CO_FAST_ARG_POS | CO_FAST_ARG_KW
  const afterKeywords = argcount + kwonlyargcount
  if (index < afterKeywords) return CO_FAST_ARG_KW
  const varargs = count(flags, CO_VARARGS)
  if (varargs === 1 && index === afterKeywords) return CO_FAST_ARG_VAR | CO_FAST_ARG_POS
  if (count(flags, CO_VARKEYWORDS) === 1 && index === afterKeywords + varargs) return CO_FAST_ARG_VAR | CO_FAST_ARG_KW
  return 0
}

/** A code object around compiled code, with the given values as its constants. */
function codeFrom(code: Code, consts: readonly Value[]): PyCode {
  const variable = count(code.flags, CO_VARARGS) + count(code.flags, CO_VARKEYWORDS)
  const parameters = code.argcount + code.kwonlyargcount + variable
  return new PyCode(code, consts, parameters, variable === 0 && code.kwonlyargcount === 0)
}

/** The compiler's form of a value. */
export function constantOf(value: Value): CodeConstant {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof PyFloat) return new FloatConstant(value.value)
  if (value instanceof PyTuple) return new TupleConstant(value.items.map(constantOf))
  if (value instanceof PyCode) return value.code
  if (value instanceof PyBytes) return value.bytes
  if (value instanceof PyComplex) return new ComplexConstant(value.real, value.imag)
  if (value instanceof PyWideStr) return value.isAmbiguous ? new PointsConstant(value.points) : value.text
  if (value instanceof PyFrozenset) return new FrozensetConstant(value.items().map(constantOf))
  if (value instanceof PySlice)
    return new SliceConstant(constantOf(value.start), constantOf(value.stop), constantOf(value.step))
  return value === Ellipsis ? EllipsisConstant.instance : null
}
