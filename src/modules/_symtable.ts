/** The module _symtable: the compiler's symbol tables for Python's `symtable`. */
import { symbolTableOf } from '../compiler/compile.ts'
import { scopeOfSymbol, type Scope, type ScopeType } from '../compiler/symbols/scope.ts'
import * as bits from '../compiler/symbols/scope.ts'
import { parse } from '../frontend/parse.ts'
import { SourceError } from '../frontend/source-error.ts'
import { decodeSourceBytes, exceptionOfSourceError } from '../interpreter/compiling.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { identityHash } from '../objects/hash.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { fsDecode, fsPath } from './posix/paths.ts'

const entryType = builtinType('symtable entry')

/** The numbers of `_symtable.TYPE_…`. */
const typeNumbers: Readonly<Record<ScopeType, number>> = {
  function: 0,
  class: 1,
  module: 2,
  annotation: 3,
  'type alias': 4,
  'type parameters': 5,
  'type variable': 6,
}

class PySymtableEntry extends PyObject {
  readonly scope: Scope
  readonly children: PyList
  constructor(scope: Scope) {
    super(entryType)
    this.scope = scope
    this.children = new PyList(scope.children.map(child => new PySymtableEntry(child)))
  }
}

const lineOf = ({ type, location }: Scope): number => (type === 'module' ? 0 : location.lineno)
const nameOf = ({ type, name }: Scope): string => (type === 'module' ? 'top' : name)

entryType.repr = (self: PySymtableEntry) =>
  strOf(`<symtable entry ${nameOf(self.scope)}(${identityHash(self)}), line ${lineOf(self.scope)}>`)

defineType(entryType, {
  members: () => [
    ['id', (self: PySymtableEntry) => identityHash(self)],
    ['name', (self: PySymtableEntry) => strOf(nameOf(self.scope))],
    [
      'symbols',
      (self: PySymtableEntry) => PyDict.from([...self.scope.symbols].map(([name, symbol]) => [strOf(name), symbol])),
    ],
    ['varnames', (self: PySymtableEntry) => new PyList(self.scope.parameters.map(strOf))],
    ['children', (self: PySymtableEntry) => self.children],
    ['nested', (self: PySymtableEntry) => Number(self.scope.isNested)],
    ['type', (self: PySymtableEntry) => typeNumbers[self.scope.type]],
    ['lineno', (self: PySymtableEntry) => lineOf(self.scope)],
  ],
})

function symtable(source: Value, filename: Value, mode: string): Value {
  const str = asStr(source)
  const text = str === undefined ? bufferOf(source) : textOf(str)
  if (text === undefined)
    raiseTypeError(`symtable() arg 1 must be a string, bytes or AST object, not ${typeName(typeOf(source))}`)
  if (mode !== 'exec' && mode !== 'eval' && mode !== 'single')
    raise(valueErrorType, "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
  const path = fsPath(filename)
  const file = textOf(path instanceof PyBytes ? fsDecode(path.bytes) : asStr(path)!)
  try {
    return new PySymtableEntry(symbolTableOf(parse(text, file, mode, { decode: decodeSourceBytes }), file).top)
  } catch (thrown) {
    if (thrown instanceof SourceError) throw exceptionOfSourceError(thrown)
    throw thrown
  }
}

const scopeMask = scopeOfSymbol(-1)

defineModule('_symtable', {
  functions: () => [
    builtin(
      'symtable($module, source, filename, startstr: text, /)',
      symtable,
      'Return symbol and scope dictionaries used internally by compiler.',
    ),
  ],
  attributes: () => ({
    USE: bits.USE,
    DEF_GLOBAL: bits.DEF_GLOBAL,
    DEF_NONLOCAL: bits.DEF_NONLOCAL,
    DEF_LOCAL: bits.DEF_LOCAL,
    DEF_PARAM: bits.DEF_PARAM,
    DEF_TYPE_PARAM: bits.DEF_TYPE_PARAM,
    DEF_FREE_CLASS: bits.DEF_FREE_CLASS,
    DEF_IMPORT: bits.DEF_IMPORT,
    // Without type parameters, as CPython's module has it.
    DEF_BOUND: bits.DEF_LOCAL | bits.DEF_PARAM | bits.DEF_IMPORT,
    DEF_ANNOT: bits.DEF_ANNOT,
    DEF_COMP_ITER: bits.DEF_COMP_ITER,
    DEF_COMP_CELL: bits.DEF_COMP_CELL,
    TYPE_FUNCTION: typeNumbers.function,
    TYPE_CLASS: typeNumbers.class,
    TYPE_MODULE: typeNumbers.module,
    TYPE_ANNOTATION: typeNumbers.annotation,
    TYPE_TYPE_ALIAS: typeNumbers['type alias'],
    TYPE_TYPE_PARAMETERS: typeNumbers['type parameters'],
    TYPE_TYPE_VARIABLE: typeNumbers['type variable'],
    LOCAL: bits.LOCAL,
    GLOBAL_EXPLICIT: bits.GLOBAL_EXPLICIT,
    GLOBAL_IMPLICIT: bits.GLOBAL_IMPLICIT,
    FREE: bits.FREE,
    CELL: bits.CELL,
    SCOPE_OFF: bits.SCOPE_OFFSET,
    SCOPE_MASK: scopeMask,
  }),
})
