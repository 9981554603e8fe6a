/**
 * Writes src/base/unicode.data.ts, unicode-names.data.ts and unicode-3-2.data.ts from the Unicode data of CPython 3.14.
 *
 * CPython itself is asked, by the pyodide package: every code point through str's methods, `unicodedata`, and (for
 * aliases and named sequences, which no Python function lists) unicodedata's C interface by way of ctypes. The
 * answers are packed as texts of base-64 digits, five bits a digit with a bit that says "more" (as in source
 * maps): most of our numbers are small differences and take one character. src/base/unicode-table.ts reads them.
 *
 * Run: npx tsx tools/generate-unicode.ts [--check]
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPyodide } from 'pyodide'
import { base64Encode } from '../src/base/binary-text.ts'
import { Deflate } from '../src/base/zlib/deflate.ts'
import { Flush, Strategy } from '../src/base/zlib/format.ts'

const QUESTION = String.raw`
import json, sys, ctypes, _sre, unicodedata as u

LIMIT = 0x110000
def record(c, ch):
    cased = (ch + 'a').title()[-1] == 'a'
    sigma = (ch + '\u03a3').lower()[-1] == '\u03c2'
    after = ('a' + ch + '\u03a3').lower()[-1] == '\u03c2'
    flags = (ch.isupper() | ch.islower() << 1 | ch.isidentifier() << 2 | ('a' + ch).isidentifier() << 3
             | cased << 4 | (after and not sigma) << 5 | ch.isspace() << 6)
    return (u.category(ch), u.bidirectional(ch), u.combining(ch), u.mirrored(ch), u.east_asian_width(ch), flags)

records, runs = {}, []
upper, lower, title, fold, simple = [], [], [], [], []
decimal, digit, numeric, decomposition, excluded = [], [], [], [], []
points = lambda text: [ord(x) for x in text]
for c in range(LIMIT):
    ch = chr(c)
    if 0xd800 <= c < 0xe000:
        r = ('Cs', 'L', 0, 0, u.east_asian_width(ch), 0)
    else:
        r = record(c, ch)
    i = records.setdefault(r, len(records))
    if runs and runs[-1][1] == i: runs[-1][0] += 1
    else: runs.append([1, i])
    if 0xd800 <= c < 0xe000: continue
    if ch.upper() != ch: upper.append([c, points(ch.upper())])
    if ch.lower() != ch: lower.append([c, points(ch.lower())])
    if ch.title() != ch.upper(): title.append([c, points(ch.title())])
    if ch.casefold() != ch.lower(): fold.append([c, points(ch.casefold())])
    if _sre.unicode_tolower(c) != c and [_sre.unicode_tolower(c)] != points(ch.lower()): simple.append([c, [_sre.unicode_tolower(c)]])
    if u.decimal(ch, -1) == 0: decimal.append(c)
    if u.digit(ch, -1) >= 0 and u.decimal(ch, -1) < 0: digit.append([c, u.digit(ch)])
    if u.numeric(ch, None) is not None and u.digit(ch, -1) < 0:
        a, b = u.numeric(ch).as_integer_ratio()
        if b & (b - 1) == 0 and b > 64 or b > 1000:
            from fractions import Fraction
            f = Fraction(u.numeric(ch)).limit_denominator(1000)
            a, b = f.numerator, f.denominator
        assert a / b == u.numeric(ch), c
        numeric.append([c, a, b])
    d = u.decomposition(ch)
    if d:
        parts = d.split()
        tag = parts.pop(0) if parts[0][0] == '<' else ''
        p = [int(x, 16) for x in parts]
        decomposition.append([c, tag, p])
        if not tag and len(p) == 2 and u.normalize('NFC', ch) != ch: excluded.append(c)

names = []
for c in range(LIMIT):
    n = u.name(chr(c), None)
    if n: names.append([c, n])

capsule = ctypes.pythonapi.PyCapsule_GetPointer
capsule.restype, capsule.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
address = ctypes.c_void_p.from_address(capsule(u._ucnhash_CAPI, b'unicodedata._ucnhash_CAPI')).value
getname = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)(address)
buffer = ctypes.create_string_buffer(300)
aliases = []
for c in range(0xf0000, 0xf0400):
    if getname(c, ctypes.addressof(buffer), 300, 1):
        n = buffer.value.decode()
        aliases.append([n, points(u.lookup(n))])
old = u.ucd_3_2_0
def fraction(value):
    return '' if value is None else '/'.join(map(str, value.as_integer_ratio()))
questions = dict(
    category=lambda v, ch: v.category(ch),
    bidirectional=lambda v, ch: v.bidirectional(ch),
    mirrored=lambda v, ch: str(v.mirrored(ch)),
    east_asian_width=lambda v, ch: v.east_asian_width(ch),
    decimal=lambda v, ch: str(v.decimal(ch, '')),
    numeric=lambda v, ch: fraction(v.numeric(ch, None)),
)
changes = {name: [] for name in questions}
corrections = []
for c in range(LIMIT):
    ch = chr(c)
    unassigned = old.category(ch) == 'Cn'
    for name, ask in questions.items():
        was = ask(old, ch)
        # Of a character that was not assigned, only the category and an unusual width are kept.
        if unassigned and name != 'category': now = was if name != 'east_asian_width' else 'N'
        else: now = ask(u, ch)
        if was == now: continue
        ranges = changes[name]
        if ranges and ranges[-1][0] + ranges[-1][1] == c and ranges[-1][2] == was: ranges[-1][1] += 1
        else: ranges.append([c, 1, was])
    if not unassigned and not 0xd800 <= c < 0xe000 and old.normalize('NFD', ch) != u.normalize('NFD', ch):
        corrections.append([c, ord(old.normalize('NFD', ch))])

json.dumps(dict(changes=changes, corrections=corrections, records=list(records), runs=runs, upper=upper, lower=lower, title=title, fold=fold, simple=simple,
    decimal=decimal, digit=digit, numeric=numeric, decomposition=decomposition, excluded=excluded, names=names, aliases=aliases))
`

type Mapping = [point: number, to: number[]]

interface Answer {
  changes: Record<string, [start: number, length: number, value: string][]>
  corrections: [number, number][]
  records: [string, string, number, number, string, number][]
  runs: [number, number][]
  upper: Mapping[]
  lower: Mapping[]
  title: Mapping[]
  fold: Mapping[]
  simple: Mapping[]
  decimal: number[]
  digit: [number, number][]
  numeric: [number, number, number][]
  decomposition: [number, string, number[]][]
  excluded: number[]
  names: [number, string][]
  aliases: [string, number[]][]
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function unsigned(value: number): string {
  let text = ''
  for (;;) {
    const rest = Math.floor(value / 32)
    text += DIGITS[(value % 32) + (rest > 0 ? 32 : 0)]
    if (rest === 0) return text
    value = rest
  }
}

function signed(value: number): string {
  return unsigned(value < 0 ? -value * 2 - 1 : value * 2)
}

/** Runs of (gap, count, step, delta): count code points, step apart, each mapped to itself plus delta. */
function packRuns(mappings: Mapping[]): string {
  const single = mappings.filter(([, to]) => to.length === 1)
  let text = ''
  let last = 0
  for (let i = 0; i < single.length; ) {
    const [start, to] = single[i]!
    const delta = to[0]! - start
    const step = single[i + 1] !== undefined && single[i + 1]![0] - start <= 2 ? single[i + 1]![0] - start : 1
    let count = 1
    while (
      single[i + count] !== undefined &&
      single[i + count]![0] === start + count * step &&
      single[i + count]![1][0]! - single[i + count]![0] === delta
    )
      count++
    text += unsigned(start - last) + unsigned(count * 2 + (step - 1)) + signed(delta)
    last = start
    i += count
  }
  return text
}

/** (gap, how many, each relative to the code point) for mappings to several characters. */
function packExpansions(mappings: Mapping[]): string {
  let text = ''
  let last = 0
  for (const [point, to] of mappings) {
    if (to.length === 1) continue
    text += unsigned(point - last) + unsigned(to.length) + to.map(t => signed(t - point)).join('')
    last = point
  }
  return text
}

function packGaps(points: number[]): string {
  return points.map((point, i) => unsigned(point - (i === 0 ? 0 : points[i - 1]!))).join('')
}

function packDecomposition(rows: Answer['decomposition'], tags: string[]): string {
  let text = ''
  let last = 0
  let lastFirst = 0
  for (const [point, tag, to] of rows) {
    text += unsigned(point - last) + unsigned(tags.indexOf(tag) + tags.length * (to.length - 1))
    // The first character is near the previous one's; combining marks, which follow, are near U+0300.
    text += signed(to[0]! - lastFirst)
    for (const other of to.slice(1)) text += signed(other - 0x300)
    last = point
    lastFirst = to[0]!
  }
  return text
}

function constant(name: string, note: string, text: string): string {
  return `/** ${note} */\nexport const ${name} =\n  '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'\n`
}

function unicodeData(answer: Answer): string {
  const tags = [...new Set(answer.decomposition.map(row => row[1]))].sort()
  let last = 0
  const digit = answer.digit.map(([point, value]) => {
    const gap = point - last
    last = point
    return unsigned(gap) + unsigned(value)
  })
  last = 0
  // The largest is 10^16, past what a doubled number can hold exactly: its zeros are counted.
  const numeric = answer.numeric.map(([point, a, b]) => {
    let zeros = 0
    for (; a !== 0 && a % 10 === 0; a /= 10) zeros++
    const text = unsigned(point - last) + signed(a) + unsigned(zeros) + unsigned(b)
    last = point
    return text
  })
  const parts = [
    constant(
      'RECORDS',
      'category, bidirectional class, combining class, mirrored, width, flags',
      answer.records.map(r => r.join(',')).join(';'),
    ),
    constant(
      'RUNS',
      '(count, record) over all code points',
      answer.runs.map(([n, r]) => unsigned(n) + unsigned(r)).join(''),
    ),
    constant('DECIMAL_ZEROS', 'gaps between the zeros of the sets of decimal digits', packGaps(answer.decimal)),
    constant('OTHER_DIGITS', '(gap, value) of digits that are not decimal', digit.join('')),
    constant(
      'NUMERIC',
      '(gap, numerator without its zeros, zeros, denominator) of numbers that are not digits',
      numeric.join(''),
    ),
  ]
  for (const name of ['upper', 'lower', 'title', 'fold', 'simple'] as const) {
    const of = {
      upper: 'upper case',
      lower: 'lower case',
      title: 'title case where not upper',
      fold: 'folding where not lower',
      simple: 'simple lower case where not lower',
    }[name]
    parts.push(
      constant(`${name.toUpperCase()}_RUNS`, `${of}: (gap, count · 2 + step − 1, delta)`, packRuns(answer[name])),
    )
    parts.push(
      constant(`${name.toUpperCase()}_EXPANSIONS`, `${of}: (gap, length, deltas)`, packExpansions(answer[name])),
    )
  }
  parts.push(constant('DECOMPOSITION_TAGS', 'kinds of decomposition', tags.join(',')))
  parts.push(
    constant('DECOMPOSITIONS', '(gap, tag and length, characters)', packDecomposition(answer.decomposition, tags)),
  )
  parts.push(constant('EXCLUDED', 'gaps between pairs that do not compose again', packGaps(answer.excluded)))
  return `// Generated by npx tsx tools/generate-unicode.ts from Unicode ${version}. Do not edit.\n\n${parts.join('\n')}`
}

const version = '16.0.0'

function wordsOf(name: string): string[] {
  return name.split(' ')
}

/**
 * Words by number of uses; names as (gap, words shared with the name before, words new, ids); aliases and named sequences as (a name
 * without gap, length, code points); patterns as prefix before the hexadecimal code point, start and count in base 36.
 */
function namesData(answer: Answer): string {
  const patterns: { prefix: string; start: number; count: number }[] = []
  const plain: [number, string][] = []
  for (const [point, name] of answer.names) {
    if (name.startsWith('HANGUL SYLLABLE ')) continue
    const hex = '-' + point.toString(16).toUpperCase()
    if (!name.endsWith(hex)) {
      plain.push([point, name])
      continue
    }
    const prefix = name.slice(0, 1 - hex.length)
    const previous = patterns.at(-1)
    if (previous?.prefix === prefix && previous.start + previous.count === point) previous.count++
    else patterns.push({ prefix, start: point, count: 1 })
  }
  const uses = new Map<string, number>()
  const count = (names: string[][]) => {
    let before: string[] = []
    for (const words of names) {
      let shared = 0
      while (shared < words.length && shared < before.length && words[shared] === before[shared]) shared++
      for (const word of words.slice(shared)) uses.set(word, (uses.get(word) ?? 0) + 1)
      before = words
    }
  }
  count(plain.map(([, name]) => wordsOf(name)))
  count(answer.aliases.map(([name]) => wordsOf(name)))
  const words = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1))
  const ids = new Map(words.map((word, i) => [word, i]))
  let before: string[] = []
  const pack = (name: string): string => {
    const parts = wordsOf(name)
    let shared = 0
    while (shared < parts.length && shared < before.length && parts[shared] === before[shared]) shared++
    before = parts
    return (
      unsigned(shared) +
      unsigned(parts.length - shared) +
      parts
        .slice(shared)
        .map(word => unsigned(ids.get(word)!))
        .join('')
    )
  }
  let last = 0
  const packed = plain.map(([point, name]) => {
    const gap = point - last
    last = point
    return unsigned(gap) + pack(name)
  })
  before = []
  const aliases = answer.aliases.map(([name, to]) => pack(name) + unsigned(to.length) + to.map(unsigned).join(''))
  const pattern = patterns.map(p => `${p.prefix},${p.start.toString(36)},${p.count.toString(36)}`).join(';')
  const texts = [words.join(' '), packed.join(''), aliases.join(''), pattern]
  const data = constant(
    'PACKED',
    'words by number of uses, names, aliases, patterns: lines, deflated, in Base64',
    deflated(texts),
  )
  return `// Generated by npx tsx tools/generate-unicode.ts from Unicode ${version}. Do not edit.\n\n${data}`
}

/** Deflated by our own code, so that the text does not depend on Node's zlib. */
function deflated(lines: readonly string[]): string {
  const deflate = Deflate.create({ level: 9, windowBits: -15, memoryLevel: 9, strategy: Strategy.default })!
  const bytes = deflate.push(new TextEncoder().encode(lines.join('\n')), Flush.finish)
  return new TextDecoder().decode(base64Encode(bytes))
}

/** What was otherwise in Unicode 3.2, by property: (gap, length, value) in base 36. */
function olderData(answer: Answer): string {
  const parts = Object.entries(answer.changes).map(([name, ranges]) => {
    let last = 0
    const text = ranges.map(([start, length, value]) => {
      const gap = start - last
      last = start + length
      return `${gap.toString(36)}.${length.toString(36)}.${value}`
    })
    return constant(name.toUpperCase(), 'gap, length and value of each range', text.join(','))
  })
  const corrections = answer.corrections.map(pair => pair.map(point => point.toString(36)).join('.')).join(',')
  parts.push(constant('CORRECTIONS', 'characters and what they decomposed to by mistake', corrections))
  return `// Generated by npx tsx tools/generate-unicode.ts from Unicode 3.2.0. Do not edit.\n\n${parts.join('\n')}`
}

const python = await loadPyodide()
const answer = JSON.parse(python.runPython(QUESTION)) as Answer
const target = join(import.meta.dirname, '../src/base')
for (const [name, text] of [
  ['unicode.data.ts', unicodeData(answer)],
  ['unicode-names.data.ts', namesData(answer)],
  ['unicode-3-2.data.ts', olderData(answer)],
] as const) {
  const file = join(target, name)
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`src/base/${name} is not what tools/generate-unicode.ts writes`)
    process.exitCode = 1
  }
}
