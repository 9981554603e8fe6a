/** Floats as text, and formats: each line is what CPython 3.14 answers. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floatFromHex, floatFromText, floatHex } from '../../src/base/float-parse.ts'
import { DOT_ZERO, floatRepr, formatFloat, PLAIN, roundToPlaces } from '../../src/base/float-text.ts'
import { formatComplexSpec, formatFloatSpec, formatInt } from '../../src/base/format-number.ts'
import { FLOAT_DEFAULTS, FormatError, INT_DEFAULTS, parseFormatSpec, STR_DEFAULTS } from '../../src/base/format-spec.ts'
import { formatText } from '../../src/base/format-text.ts'
import { type PercentPart, parsePercentFormat, percentFloat, percentInt } from '../../src/base/percent-format.ts'

test('repr', () => {
  const rows: [number, string][] = [
    [1e16, '1e+16'],
    [1e15, '1000000000000000.0'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-0, '-0.0'],
    [1.5e300, '1.5e+300'],
    [Number.NaN, 'nan'],
    [-Infinity, '-inf'],
    [5e-324, '5e-324'],
  ]
  for (const [value, text] of rows) assert.equal(floatRepr(value), text)
})

test('digits are rounded half to even on the exact value', () => {
  assert.equal(formatFloat(0.5, 'f', 0, PLAIN), '0')
  assert.equal(formatFloat(2.675, 'f', 2, PLAIN), '2.67')
  assert.equal(formatFloat(0.125, 'f', 2, PLAIN), '0.12')
  assert.equal(formatFloat(1e23, 'f', 1, PLAIN), '99999999999999991611392.0')
  assert.equal(formatFloat(2.5, 'e', 0, PLAIN), '2e+00')
  assert.equal(formatFloat(9.995, 'g', 3, PLAIN), '9.99')
  assert.equal(formatFloat(2.5, 'g', 1, DOT_ZERO), '2e+00')
  assert.equal(roundToPlaces(2.675, 2), 2.67)
  assert.equal(roundToPlaces(1.5e308, -308), null)
  assert.equal(roundToPlaces(1234.5, -2), 1200)
})

test('parsing', () => {
  assert.equal(floatFromText(' 1_0.5e-1\t'), 1.05)
  assert.equal(floatFromText('1__0'), null)
  assert.equal(floatFromText('-Infinity'), -Infinity)
  assert.equal(floatFromText('1e400'), Infinity)
  assert.equal(floatHex(-0.1), '-0x1.999999999999ap-4')
  assert.equal(floatFromHex('0x1.999999999999ap-4'), 0.1)
  assert.equal(floatFromHex('0x1p1024'), 'overflow')
  assert.equal(floatFromHex('0xg'), 'invalid')
})

function formatted(value: number | string, spec: string): string {
  const defaults = typeof value === 'string' ? STR_DEFAULTS : FLOAT_DEFAULTS
  const parsed = parseFormatSpec(spec, defaults, typeof value === 'string' ? 'str' : 'float')
  if (parsed instanceof FormatError) return parsed.message
  const text = typeof value === 'string' ? formatText(value, parsed, 'str') : formatFloatSpec(value, parsed, 'float')
  return text instanceof FormatError ? text.message : text
}

function formattedInt(value: number | bigint, spec: string): string {
  const parsed = parseFormatSpec(spec, INT_DEFAULTS, 'int')
  const text = parsed instanceof FormatError ? parsed : formatInt(value, parsed, 'int')
  return text instanceof FormatError ? text.message : text
}

test('the format mini-language', () => {
  const floats: [number | string, string, string][] = [
    [1234567.891, ',.2f', '1,234,567.89'],
    [1234.56789, '.6_f', '1234.567_890'],
    [-0.0001, 'z.2f', '0.00'],
    [0.5, '.0%', '50%'],
    [Infinity, '010', '0000000inf'],
    [3, 'd', "Unknown format code 'd' for object of type 'float'"],
    [3, '.', 'Format specifier missing precision'],
    [3, ',_', "Cannot specify both ',' and '_'."],
    [3, 'xx', "Invalid format specifier 'xx' for object of type 'float'"],
    ['ab', '*^7', '**ab***'],
    ['abc', '.2', 'ab'],
    ['ab', '=5', "'=' alignment not allowed in string format specifier"],
    ['ab', ',', "Cannot specify ',' with 's'."],
  ]
  for (const [value, spec, text] of floats) assert.equal(formatted(value, spec), text)
  const ints: [number | bigint, string, string][] = [
    [1234, '08,', '0,001,234'],
    [-255, '#_x', '-0xff'],
    [2n ** 70n, ',', '1,180,591,620,717,411,303,424'],
    [65, 'c', 'A'],
    [-1, 'c', '%c arg not in range(0x110000)'],
    [5, '.1', 'Precision not allowed in integer format specifier'],
    [10, '.3e', '1.000e+01'],
  ]
  for (const [value, spec, text] of ints) assert.equal(formattedInt(value, spec), text)
  const spec = parseFormatSpec('>12', FLOAT_DEFAULTS, 'complex')
  assert.equal(spec instanceof FormatError ? '' : formatComplexSpec(1, -2, spec, 'complex'), '      (1-2j)')
})

test('percent formats', () => {
  const [, part] = parsePercentFormat('a%+06.2f') as [string, PercentPart]
  assert.equal(percentFloat(3.14259, part.conversion, part.flags, part.width, part.precision), '+03.14')
  const [hex] = parsePercentFormat('%#.4x') as [PercentPart]
  assert.equal(percentInt(-26, hex.conversion, hex.flags, hex.width, hex.precision), '-0x001a')
  assert.deepEqual(
    parsePercentFormat('%(a(b)c)s%').map(piece =>
      typeof piece === 'string' ? piece : 'key' in piece ? piece.key : piece.message,
    ),
    ['a(b)c', 'incomplete format'],
  )
})
