/** Code objects as Python sees them. As in Objects/codeobject.c. */
import { codeType, typeOf } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { cellvars, freevars, varnames, type Code } from '../compiler/code.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import type { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { deprecationWarningType, indexErrorType } from '../objects/exception-types.ts'
import { PyCode } from '../objects/frame.ts'
import { hashOf } from '../objects/hash.ts'
import { hooks } from '../objects/hooks.ts'
import { NotImplemented } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { branchesIterator, lineNumberTable, linesIterator, positionsIterator } from './code-iterators.ts'
import { makeCode, type CodeParts } from './code-object.ts'
import { addressText } from './method-descriptors.ts'

codeType.repr = (self: PyCode) => {
  const { name, filename, firstlineno } = self.code
  return strOf(`<code object ${name} at ${addressText(self)}, file "${filename}", line ${firstlineno || -1}>`)
}

const namesTuple = (names: readonly string[]): PyTuple => new PyTuple(names.map(strOf))

/** The parts in the order of the constructor's arguments, with the type that each must have. */
const parts: readonly (readonly [keyof CodeParts, 'int' | 'bytes' | 'tuple' | 'str'])[] = [
  ['argcount', 'int'],
  ['posonlyargcount', 'int'],
  ['kwonlyargcount', 'int'],
  ['nlocals', 'int'],
  ['stacksize', 'int'],
  ['flags', 'int'],
  ['code', 'bytes'],
  ['consts', 'tuple'],
  ['names', 'tuple'],
  ['varnames', 'tuple'],
  ['filename', 'str'],
  ['name', 'str'],
  ['qualname', 'str'],
  ['firstlineno', 'int'],
  ['linetable', 'bytes'],
  ['exceptiontable', 'bytes'],
  ['freevars', 'tuple'],
  ['cellvars', 'tuple'],
]

/** The argument as a part; `name` words the error. */
function partFrom(kind: 'int' | 'bytes' | 'tuple' | 'str', value: Value, name: string): CodeParts[keyof CodeParts] {
  if (kind === 'int') return Number(indexOf(value))
  if (kind === 'bytes' && value instanceof PyBytes) return value.bytes
  if (kind === 'tuple' && value instanceof PyTuple) return value.items
  const str = kind === 'str' ? asStr(value) : undefined
  if (str !== undefined) return textOf(str)
  raiseTypeError(`${name} must be ${kind}, not ${value === null ? 'None' : typeName(typeOf(value))}`)
}

codeType.new = (_type, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('code() takes no keyword arguments')
  if (args.length < 16) raiseTypeError(`code expected at least 16 arguments, got ${args.length}`)
  if (args.length > 18) raiseTypeError(`code expected at most 18 arguments, got ${args.length}`)
  const given: Partial<Record<keyof CodeParts, unknown>> = { freevars: [], cellvars: [] }
  args.forEach((value, i) => {
    const [name, kind] = parts[i]!
    given[name] = partFrom(kind, value, `code() argument ${i + 1}`)
  })
  return makeCode(given as unknown as CodeParts)
}

function partsOf(self: PyCode): CodeParts {
  const { code } = self
  return {
    ...code,
    nlocals: varnames(code).length,
    consts: self.consts,
    names: code.names.map(strOf),
    varnames: varnames(code).map(strOf),
    freevars: freevars(code).map(strOf),
    cellvars: cellvars(code).map(strOf),
  }
}

function replace(self: PyCode, args: readonly Value[], changes: PyDict): Value {
  if (args.length > 0) raiseTypeError('replace() takes no positional arguments')
  const replaced: Partial<Record<keyof CodeParts, unknown>> = { ...partsOf(self) }
  for (const [key, value] of changes.entries()) {
    const keyword = textOf(asStr(key)!)
    const part = parts.find(([name]) => `co_${name}` === keyword)
    if (part === undefined) raiseTypeError(`replace() got an unexpected keyword argument '${keyword}'`)
    replaced[part[0]] = partFrom(part[1], value, `replace() argument '${keyword}'`)
  }
  return makeCode(replaced as unknown as CodeParts)
}

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, i) => byte === right[i])

const sameNames = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, i) => name === right[i])

const numbers = ['argcount', 'posonlyargcount', 'kwonlyargcount', 'flags', 'firstlineno', 'name'] as const

function isSameCode(left: PyCode, right: PyCode): boolean {
  if (left === right) return true
  const [a, b] = [left.code, right.code]
  return (
    numbers.every(field => a[field] === b[field]) &&
    sameBytes(a.code, b.code) &&
    sameNames(a.names, b.names) &&
    sameNames(a.localsplusnames, b.localsplusnames) &&
    sameBytes(a.linetable, b.linetable) &&
    sameBytes(a.exceptiontable, b.exceptiontable) &&
    left.consts.length === right.consts.length &&
    left.consts.every((constant, i) => isSameConstant(constant, right.consts[i]!))
  )
}

/** Equal and of one type: 1 and 1.0 are two constants. */
function isSameConstant(left: Value, right: Value): boolean {
  if (typeOf(left) !== typeOf(right)) return false
  if (left instanceof PyTuple && right instanceof PyTuple)
    return (
      left.items.length === right.items.length && left.items.every((each, i) => isSameConstant(each, right.items[i]!))
    )
  return equals(left, right)
}

codeType.richcompare = (self: PyCode, other, op) => {
  if (!(other instanceof PyCode) || (op !== EQ && op !== NE)) return NotImplemented
  return isSameCode(self, other) === (op === EQ)
}

codeType.hash = ({ code }: PyCode) =>
  hashOf(
    new PyTuple([
      ...numbers.map(field => code[field]),
      namesTuple(code.names),
      namesTuple(code.localsplusnames),
      new PyBytes(code.code),
      new PyBytes(code.linetable),
    ]),
  )

function variableNamed(self: PyCode, oparg: Value): Value {
  const name = self.code.localsplusnames[Number(indexOf(oparg))]
  return name === undefined ? raise(indexErrorType, 'tuple index out of range') : strOf(name)
}

function lnotab({ code }: PyCode): Value {
  hooks.warn(deprecationWarningType, 'co_lnotab is deprecated, use co_lines instead.', 1)
  return new PyBytes(lineNumberTable(code))
}

const field = (name: string, get: (code: Code) => Value) => [name, ({ code }: PyCode) => get(code)] as const

defineType(codeType, {
  doc: 'Create a code object.  Not for mere mortals.',
  signature:
    '(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)',
  methods: () => [
    builtin('__sizeof__($self, /)', ({ code }: PyCode) => 208 + code.code.length),
    builtin('co_lines($self, /)', ({ code }: PyCode) => linesIterator(code)),
    builtin('co_branches($self, /)', ({ code }: PyCode) => branchesIterator(code)),
    builtin('co_positions($self, /)', ({ code }: PyCode) => positionsIterator(code)),
    builtin(
      'replace($self, /, *args, **changes)',
      replace,
      'Return a copy of the code object with new values for the specified fields.',
    ),
    builtin('_varname_from_oparg($self, /, oparg)', variableNamed),
    builtin('__replace__($self, /, *args, **changes)', replace, 'The same as replace().'),
  ],
  members: () => [
    field('co_argcount', code => code.argcount),
    field('co_posonlyargcount', code => code.posonlyargcount),
    field('co_kwonlyargcount', code => code.kwonlyargcount),
    field('co_stacksize', code => code.stacksize),
    field('co_flags', code => code.flags),
    field('co_nlocals', code => varnames(code).length),
    ['co_consts', (self: PyCode) => new PyTuple(self.consts)],
    field('co_names', code => namesTuple(code.names)),
    field('co_filename', code => strOf(code.filename)),
    field('co_name', code => strOf(code.name)),
    field('co_qualname', code => strOf(code.qualname)),
    field('co_firstlineno', code => code.firstlineno),
    field('co_linetable', code => new PyBytes(code.linetable)),
    field('co_exceptiontable', code => new PyBytes(code.exceptiontable)),
  ],
  getset: () => [
    ['co_lnotab', lnotab],
    ['_co_code_adaptive', (self: PyCode) => new PyBytes(hooks.adaptiveCode(self))],
    field('co_varnames', code => namesTuple(varnames(code))),
    field('co_cellvars', code => namesTuple(cellvars(code))),
    field('co_freevars', code => namesTuple(freevars(code))),
    field('co_code', code => new PyBytes(code.code)),
  ],
})
