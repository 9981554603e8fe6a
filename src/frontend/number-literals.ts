/**
 * The values of number tokens.
 */

import { ComplexConstant, FloatConstant, type Literal } from '../base/constant.ts'
import { errorAtLine } from './error-position.ts'
import type { Parser } from './parser.ts'

export function numberValue(p: Parser, token: number): Literal {
  const { source, tokens } = p
  const start = tokens.starts[token]!
  const end = tokens.ends[token]!
  // Most numbers are short and plain: no text needs to be cut out for them.
  if (end - start < 9) {
    let value = 0
    let at = start
    for (; at < end; at++) {
      const digit = source.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === end) return value
  }
  const text = source.slice(start, end).replaceAll('_', '')
  const last = text.charCodeAt(text.length - 1) | 32
  const second = text.charCodeAt(1) | 32
  if (text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98)) return safeInt(BigInt(text))
  if (last === 106) return new ComplexConstant(0, Number(text.slice(0, -1)))
  if (/[.eE]/.test(text)) return new FloatConstant(Number(text))
  const { maxIntDigits } = p
  if (maxIntDigits > 0 && text.length > maxIntDigits) {
    const message =
      `Exceeds the limit (${maxIntDigits} digits) for integer string conversion: value has ${text.length} digits; ` +
      'use sys.set_int_max_str_digits() to increase the limit - ' +
      'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.'
    throw errorAtLine(tokens, token, message)
  }
  return text.length < 16 ? Number(text) : safeInt(BigInt(text))
}

function safeInt(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
