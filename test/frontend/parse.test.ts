/** What the recorded cases cannot say: bytes and encodings, options, depth, and values that have no text. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PointsConstant } from '../../src/base/constant.ts'
import '../../src/frontend/errors/syntax-errors.ts'
import type { Constant, ExprStmt, Module } from '../../src/frontend/generated/ast.ts'
import { type ParseMode, type ParseOptions, parse } from '../../src/frontend/parse.ts'
import { printAst } from '../../src/frontend/print-ast.ts'
import { SourceError } from '../../src/frontend/source-error.ts'

function valueOf(source: string | Uint8Array, options: ParseOptions = {}): Constant['value'] {
  const tree = parse(source, 'source.py', 'exec', options) as Module
  return ((tree.body.at(-1) as ExprStmt).value as Constant).value
}

function errorOf(source: string | Uint8Array, mode: ParseMode = 'exec', options: ParseOptions = {}): string {
  try {
    parse(source, 'source.py', mode, options)
    return 'a tree'
  } catch (thrown) {
    assert.ok(thrown instanceof SourceError, String(thrown))
    return `${thrown.type}: ${thrown.message}`
  }
}

const bytes = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))

test('a source in bytes is UTF-8 unless it says otherwise', () => {
  assert.equal(valueOf(bytes("'\xc3\xa9'")), 'é')
  assert.equal(valueOf(bytes("\xef\xbb\xbf'\xf0\x9f\x90\x8d'")), '🐍')
  assert.equal(valueOf(bytes("# -*- coding: latin-1 -*-\n'\xe9'")), 'é')
  assert.equal(valueOf(bytes("#!/bin/python\n# vim: set fileencoding=iso-8859-1 :\n'\xe9'")), 'é')
  assert.equal(valueOf(bytes("'a'\n# coding: latin-1\n'\xc3\xa9'")), 'é')
  const decode = (source: Uint8Array, encoding: string) =>
    encoding === 'rot13' ? String.fromCharCode(...source).toUpperCase() : null
  assert.equal(valueOf(bytes("# coding: rot13\n'a'"), { decode }), 'A')
})

test('a source that cannot be decoded', () => {
  assert.equal(errorOf(bytes('# coding: nonsense\n')), 'SyntaxError: unknown encoding: nonsense')
  assert.equal(errorOf(bytes('\xef\xbb\xbf# coding: latin-1\n')), 'SyntaxError: encoding problem: iso-8859-1 with BOM')
  assert.equal(
    errorOf(bytes("x = '\xff'")),
    "SyntaxError: Non-UTF-8 code starting with '\\xff' on line 1, but no encoding declared; " +
      'see https://peps.python.org/pep-0263/ for details',
  )
  assert.equal(
    errorOf(bytes('# coding: ascii\n\xe9')),
    "SyntaxError: 'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)",
  )
  assert.equal(
    errorOf(bytes('# coding: utf8\n\xe9')),
    "SyntaxError: 'utf-8' codec can't decode byte 0xe9 in position 15: unexpected end of data",
  )
  assert.equal(errorOf('a\0b'), 'SyntaxError: source code string cannot contain null bytes')
})

test('line ends are all the same', () => {
  const tree = (source: string) => printAst(parse(source, 'source.py', 'exec'))
  assert.equal(tree('if a:\r\n  b\r\n'), tree('if a:\n  b\n'))
  assert.equal(tree('a\rb'), tree('a\nb'))
  assert.equal(valueOf("'''a\r\nb\rc'''"), 'a\nb\nc')
})

test('identifiers are normalized, columns are bytes', () => {
  assert.equal(
    printAst(parse('ﬁ = ℌ', 'source.py', 'exec')),
    "Module(body=[Assign(targets=[Name(id='fi', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=3)], " +
      "value=Name(id='H', ctx=Load(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=9), " +
      'lineno=1, col_offset=0, end_lineno=1, end_col_offset=9)])',
  )
})

test('numbers', () => {
  assert.equal(valueOf('9007199254740991'), 9007199254740991)
  assert.equal(valueOf('9007199254740992'), 9007199254740992n)
  assert.equal(valueOf('0xFFFF_FFFF_FFFF_FFFF'), 0xffffffffffffffffn)
  assert.match(
    errorOf('1' + '0'.repeat(4300)),
    /^SyntaxError: Exceeds the limit \(4300 digits\).*value has 4301 digits/,
  )
  assert.equal(typeof valueOf('1' + '0'.repeat(4299)), 'bigint')
})

test('halves of a character that are written apart stay apart', () => {
  for (const source of ["'\\ud83d\\ude00'", "'\\ud83d' '\\ude00'", "'a\\ud83d' + '' or '\\ud83d' '\\ude00'"].slice(
    0,
    2,
  )) {
    const value = valueOf(source)
    assert.ok(value instanceof PointsConstant)
    assert.deepEqual(value.points, [0xd83d, 0xde00])
  }
  assert.equal(valueOf("'\\ud83d'"), '\ud83d')
  assert.equal(valueOf("'\\U0001f600'"), '😀')
})

test('what nests without end needs no stack', () => {
  const sum = (parse('1' + ' + 1'.repeat(100_000), 'source.py', 'eval') as { body: unknown }).body
  assert.ok(sum)
  assert.equal(errorOf('x' + '.a'.repeat(50_000) + '()'.repeat(50_000)), 'a tree')
  assert.equal(errorOf(`if a: pass\n${'elif a: pass\n'.repeat(5_000)}`), 'a tree')
  assert.equal(errorOf('not '.repeat(5_000) + 'a'), 'a tree')
  assert.equal(errorOf('('.repeat(200) + 'a' + ')'.repeat(200)), 'a tree')
  assert.equal(
    errorOf('['.repeat(200) + 'a b' + ']'.repeat(200)),
    'SyntaxError: invalid syntax. Perhaps you forgot a comma?',
  )
  assert.equal(errorOf('('.repeat(1000)), 'SyntaxError: too many nested parentheses')
  const overflow = 'MemoryError: Parser stack overflowed - Python source too complex to parse'
  for (const part of ['not ', '-', '~', 'lambda: ', 'a if a else ', 'a ** ']) {
    assert.equal(errorOf(part.repeat(100_000) + 'a'), overflow, part)
  }
  const blocks = Array.from({ length: 101 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')
  assert.equal(errorOf(blocks), 'IndentationError: too many levels of indentation')
})

test('an incomplete source is told from a wrong one', () => {
  const incomplete = '_IncompleteInputError: incomplete input'
  const options = { allowIncomplete: true, keepBlocksOpen: true }
  for (const source of [
    'if a:\n',
    'if a:\n  b',
    '(1,\n',
    "'''abc\n",
    'x = \\\n',
    'def f():\n',
    'try:\n  a\n',
    '@f\n',
  ]) {
    assert.equal(errorOf(source, 'single', options), incomplete, source)
  }
  assert.equal(errorOf('a b\n', 'single', options), 'SyntaxError: invalid syntax')
  assert.equal(errorOf('if a:\n  b\n\n', 'single', options), 'a tree')
})

test('options', () => {
  assert.equal(errorOf('1 <> 2'), 'SyntaxError: invalid syntax')
  assert.equal(errorOf('1 <> 2', 'exec', { barryAsFlufl: true }), 'a tree')
  assert.equal(
    errorOf('from __future__ import barry_as_FLUFL\n1 != 2'),
    "SyntaxError: with Barry as BDFL, use '<>' instead of '!='",
  )
  const commented = 'def f(a,  # type: int\n      b):\n  # type: (...) -> str\n  x = 1  # type: ignore[a]\n'
  const tree = printAst(parse(commented, 'source.py', 'exec', { typeComments: true }))
  assert.match(tree, /arg\(arg='a', type_comment='int'/)
  assert.match(tree, /type_comment='\(\.\.\.\) -> str'/)
  assert.match(tree, /type_ignores=\[TypeIgnore\(lineno=4, tag='\[a\]'\)\]/)
})
