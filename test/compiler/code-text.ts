/**
 * A text of everything that a code object and those inside it consist of, for comparison with CPython's:
 * tools/record_bytecode.py writes the same.
 */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../../src/base/constant.ts'
import { Code, type CodeConstant, cellvars, freevars, varnames } from '../../src/compiler/code.ts'

export function codeText(code: Code): string {
  const fields = [
    code.name,
    code.qualname,
    code.firstlineno,
    code.flags,
    code.argcount,
    code.posonlyargcount,
    code.kwonlyargcount,
    code.stacksize,
    code.consts.map(constantText).join(' '),
    code.names.join(' '),
    varnames(code).join(' '),
    cellvars(code).join(' '),
    freevars(code).join(' '),
    hex(code.code),
    hex(code.linetable),
    hex(code.exceptiontable),
  ]
  const inner = code.consts.filter(constant => constant instanceof Code)
  return [fields.join('\n'), ...inner.map(codeText)].join('\n')
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function doubles(...values: number[]): string {
  const bytes = Buffer.alloc(8 * values.length)
  values.forEach((value, i) => {
    bytes.writeDoubleBE(value, 8 * i)
  })
  return hex(bytes)
}

function constantText(value: CodeConstant): string {
  if (value === null) return 'None'
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False'
    case 'number':
    case 'bigint':
      return `i${value}`
    case 'string':
      return `s${Buffer.from(value, 'utf16le').toString('hex')}`
  }
  if (value instanceof Code) return 'code'
  if (value instanceof Uint8Array) return `b${hex(value)}`
  if (value instanceof FloatConstant) return `f${doubles(value.value)}`
  if (value instanceof ComplexConstant) return `c${doubles(value.real, value.imag)}`
  if (value instanceof TupleConstant) return `(${value.items.map(constantText).join(',')})`
  if (value instanceof FrozensetConstant) return `{${value.items.map(constantText).sort().join(',')}}`
  if (value instanceof SliceConstant) return `[${[value.start, value.stop, value.step].map(constantText).join(':')}]`
  if (value instanceof PointsConstant) return constantText(String.fromCodePoint(...value.points))
  return value instanceof EllipsisConstant ? '...' : '?'
}
