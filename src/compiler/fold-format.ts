/**
 * `'literal' % (a, b)` becomes an f-string, if all its conversions are %s, %r or %a with a plain width and precision
 * and there are as many as operands. Parsing the format is then done once, at compile time.
 */
import { type BinOp, Constant, type Expr, FormattedValue, JoinedStr } from '../frontend/generated/ast.ts'

/** The width and the precision have at most two digits each. */
const conversion = /%([-+ #0]*)(?:(\d{1,2})(?!\d))?(?:\.(\d{0,2})(?!\d))?([sra])/y
const literal = /(?:[^%]|%%)+/y

export function foldFormat(e: BinOp): Expr {
  const { left, right } = e
  if (left.node !== 'Constant' || typeof left.value !== 'string' || right.node !== 'Tuple') return e
  if (right.elts.some(element => element.node === 'Starred')) return e
  const format = left.value
  const values: Expr[] = []
  let operands = 0
  for (let at = 0; at < format.length; ) {
    literal.lastIndex = at
    const text = literal.exec(format)
    if (text !== null) {
      values.push(new Constant(text[0].replaceAll('%%', '%'), null, -1, -1, -1, -1))
      at = literal.lastIndex
      continue
    }
    conversion.lastIndex = at
    const match = conversion.exec(format)
    const operand = right.elts[operands++]
    if (match === null || operand === undefined) return e
    values.push(formattedValue(operand, match))
    at = conversion.lastIndex
  }
  if (operands < right.elts.length) return e
  return new JoinedStr(values, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset)
}

function formattedValue(operand: Expr, match: RegExpExecArray): FormattedValue {
  const [, flags, width, precision, type] = match
  let spec = ''
  if (width !== undefined) spec = (!flags!.includes('-') && Number(width) > 0 ? '>' : '') + Number(width)
  if (precision !== undefined) spec += `.${Number(precision)}`
  return new FormattedValue(
    operand,
    type!.charCodeAt(0),
    spec === '' ? null : new Constant(spec, null, -1, -1, -1, -1),
    operand.lineno,
    operand.col_offset,
    operand.end_lineno,
    operand.end_col_offset,
  )
}
