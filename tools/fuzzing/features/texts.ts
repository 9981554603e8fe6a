/** Strings and bytes. */
import type { Feature } from './feature.ts'

const at = '«-3..3»'

export const texts: Feature = {
  name: 'texts',
  definitions: `
by, wide_text = b'ab\\x80c', 'a\\ud800\\U0001f600z'
def spell(v, width=5): return f'{v!r:>{width}}|{v!s:.3}' «¦+ s0»
def parse(line):
    out = []
    for part in line.split(«','¦¦None, 1»):
        tick()
        if part.isdigit(): out.append(int(part))
        elif part «in 'abc'¦== 'x'¦[:1] > 'b'»: out.append(part.upper())
        else: out += part
    return out
def scan(line):
    at, found = 0, ''
    while at < len(line):
        tick()
        c = line[at]
        if c «== 'a'¦in 'xyz'¦.isalpha()¦> 'é'»: found += c «¦* 2¦.upper()»
        elif c == ',': at += 1
        at += 1
    return found
`,
  expressions: {
    str: [
      'spell(«any:0»)',
      'scan(«str»)',
      `«str»[${at}:${at}]`,
      '«str».title()',
      "«str».center(«0..9», '*')",
      '«str».rjust(«0..7»)',
      '«str».zfill(«0..7»)',
      "f'{«int»:«d¦x¦+d¦,¦05d¦b¦e¦c¦.2f¦>9¦^9_»}'",
      "f'{«float»:«.2f¦e¦g¦+.1f¦08.3f¦%¦.3¦n»}'",
      "f'{«str»:«>5¦^5¦.2¦*<6»}'",
      "'%«d¦5d¦x¦s¦r¦.2f¦c¦-6d|»' % «int»",
      "'%s %r' % («str», «float»)",
      "'%(a)s' % {'a': «int»}",
      "'{} {0}'.format(«int»)",
      "'{0}{1:>4}'.format(«int», «str»)",
      "'{a[0]}'.format(a=«ints»)",
      "«str».partition(',')[«0..2»]",
      "«str».translate({97: «'z'¦None¦98»})",
      "«str».removeprefix('a')",
      'chr(«int» % 300)',
      'ascii(«str»)',
      'wide_text[«0..3»]',
      'wide_text + «str»',
      "'-'.join(map(str, «ints»))",
      "«str».join(['a', 'b'])",
      "«str».replace('a', '', 1)",
      'by.decode("latin-1")',
      'by.hex()',
      'repr(by[1:])',
      '«str».casefold()',
      "«str».lstrip('a ')",
      'str(«any:0»)[:9]',
      's0 * 2',
      "f'{n0}{f0}{s0}'",
      "f'{o!r}'[:20]",
      'hex(«int»)',
      'bin(«int»)[:20]',
      'str(«float»)',
      "'abc'[n0 % 3]",
    ],
    int: [
      'by[«0..3»]',
      'len(by)',
      "«str».find('«a¦b¦é»')",
      "«str».count('a')",
      "«str».index('a')",
      'ord(«str»[:1])',
      "int('«12¦-7¦0x1f¦ 5 ¦1_0¦é¦»'«¦, 0¦, 16»)",
      'sum(by)',
      "int.from_bytes(by, '«big¦little»')",
      'len(«str».encode())',
      'by.find(b"«a¦c»")',
      'len(wide_text)',
      'hash(«str») * 0',
      "len(«str».split('a'))",
      'by[n0 % 4]',
      'max(by)',
      'int(f"{«int»}")',
    ],
    bool: [
      '«str».isdigit()',
      '«str».isalpha()',
      "«str».endswith(('a', 'z'))",
      '(«str» < «str»)',
      '(«str» == «str»)',
      "(«str» in 'abc')",
      '(by == by[:])',
      '(by < b"b")',
      '(«int» in by)',
      '(b"b" in by)',
      '«str».isupper()',
      '(s0 is s0)',
      "(«str»[:1] == 'a')",
    ],
    ints: [
      'list(by)',
      'parse(«str»)',
      'parse("12,ab,x,7")',
      '[ord(q) for q in «str»]',
      '[q for q in by if q > 97]',
      '«str».split(",")',
      '«str».splitlines()',
      '[*by[::-1]]',
    ],
    tuple: ["«str».partition('a')", '(by[:1], by[1:])'],
  },
  statements: [
    's0 += «str»; s0 = s0[-8:]',
    "s0 = «str».strip() or 'q'",
    'for q in «str»: s0 = q',
    'for q, r in enumerate(«str»): n1 = q',
    'for q in by: n1 = q',
    'by = by[1:] + by[:1]',
    'by = «bytes(«ints»)¦by * 2¦by + b"q"¦«str».encode()¦b"ab"»[:6]',
    'n0 = int(str(n0))',
    'f1 = float(repr(f1))',
    'show(s0, by, len(s0), s0.encode("utf-8", "replace"))',
    'if s0 == «str»: n1 = 3',
    "match s0[:1]: ⏎     case 'a' | 'é': n1 = 1 ⏎     case '': n1 = 2 ⏎     case q if q > 'b': n1 = 3",
    'show({q: s0.count(q) for q in s0})',
    's0 = "".join(q for q in «str» if q «!= "a"¦> "b"»)',
    'show(«str» «<¦==¦+¦%¦*» «any:0»)',
    'show(by «<¦==¦+¦%¦*» «any:0»)',
  ],
  mutations: [
    's0 = wide_text',
    's0 = by',
    'by = «bytearray(b"qrs")¦"text"¦[1, 2, 3]¦memoryview(b"mem")»',
    "s0 = '\\ud800'",
    'globals()["spell"] = lambda v, *r: «s0¦str(v)[:4]»',
  ],
}
