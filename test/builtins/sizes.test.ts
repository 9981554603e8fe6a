/** Results too large to build are refused at once, with CPython's exceptions or MemoryError, and the program goes on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Python } from '../../src/host/node.ts'

/** The names of what the expressions raise, or `ok`. */
function outcomes(expressions: readonly string[]): string[] {
  let output = ''
  const python = new Python({
    stdout: text => {
      output += text
    },
  })
  python.run(`
for expression in ${JSON.stringify(expressions)}:
    try: eval(expression)
    except (MemoryError, OverflowError, ValueError, IndexError) as error: print(type(error).__name__, error)
    else: print('ok')
`)
  return output.trimEnd().split('\n')
}

test('ints', () => {
  const cases: Record<string, string> = {
    '2 ** (10 ** 9)': 'MemoryError ',
    '(-3) ** (10 ** 12)': 'MemoryError ',
    '(2 ** 100) ** (10 ** 9)': 'MemoryError ',
    '1 << (10 ** 12)': 'MemoryError ',
    '1 << (2 ** 70)': 'OverflowError too many digits in integer',
    '0 << (2 ** 70)': 'ok',
    '1 >> (2 ** 70)': 'ok',
    '1 ** (10 ** 30)': 'ok',
    '(-1) ** (10 ** 30)': 'ok',
    '2 ** (10 ** 5)': 'ok',
    'pow(3, 10 ** 40, 10 ** 9)': 'ok',
    '(1).to_bytes(10 ** 12)': 'MemoryError ',
    'str(10 ** 5000)':
      'ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    'round(5, -(10 ** 30))': 'ok',
    'float(10 ** 400)': 'OverflowError int too large to convert to float',
  }
  assert.deepEqual(outcomes(Object.keys(cases)), Object.values(cases))
})

test('texts of numbers', () => {
  const cases: Record<string, string> = {
    'format(1, "1" + "0" * 9)': 'MemoryError ',
    'format(1.5, "." + "9" * 12)': 'ValueError precision too big',
  }
  assert.deepEqual(outcomes(Object.keys(cases)), Object.values(cases))
})

test('indexes of up to 64 bits', () => {
  const cases: Record<string, string> = {
    '[1][2 ** 60]': 'IndexError list index out of range',
    '[1][-(2 ** 63)]': 'IndexError list index out of range',
    '[1][2 ** 63]': "IndexError cannot fit 'int' into an index-sized integer",
    '(1,)[2 ** 60]': 'IndexError tuple index out of range',
    '"a"[2 ** 60]': 'IndexError string index out of range',
    'b"a"[2 ** 60]': 'IndexError index out of range',
    'memoryview(b"a")[2 ** 60]': 'IndexError index out of bounds on dimension 1',
    'bytes(2 ** 60)': 'MemoryError ',
    'bytearray(-(2 ** 60))': 'ValueError negative count',
  }
  assert.deepEqual(outcomes(Object.keys(cases)), Object.values(cases))
})
