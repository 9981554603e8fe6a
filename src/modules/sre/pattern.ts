/** re.Pattern: a compiled regular expression, and its methods. */
import { PyMappingProxy } from '../../builtins/mapping-proxy-object.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { defineType } from '../../objects/define.ts'
import { equals } from '../../objects/compare.ts'
import { hashOf } from '../../objects/hash.ts'
import { PyList } from '../../objects/list.ts'
import { NotImplemented } from '../../objects/number.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { EQ, NE } from '../../objects/slots.ts'
import { buildString, sliceStr, strLength, type Str } from '../../objects/str.ts'
import { repr } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { Flag } from './opcodes.ts'
import { groupTuple, patternType, PyPattern } from './objects.ts'
import { Mode } from './program.ts'
import { PyMatchIterator, PyScanner, Scan } from './scan.ts'
import { subjectFor } from './subject.ts'
import { split, substitute } from './substitute.ts'

const flagNames: readonly [flag: number, name: string][] = [
  [Flag.ignoreCase, 're.IGNORECASE'],
  [Flag.locale, 're.LOCALE'],
  [Flag.multiline, 're.MULTILINE'],
  [Flag.dotAll, 're.DOTALL'],
  [Flag.verbose, 're.VERBOSE'],
  [Flag.debug, 're.DEBUG'],
  [Flag.ascii, 're.ASCII'],
]

/** The beginning of a repr, as `%.200R` shows it. */
export function shortRepr(value: Value, most: number): Str {
  const text = repr(value)
  return strLength(text) > most ? sliceStr(text, 0, most) : text
}

patternType.repr = (self: PyPattern) => {
  let { flags } = self
  // A text pattern is Unicode unless it says otherwise.
  if (self.isBytes !== true && (flags & (Flag.locale | Flag.unicode | Flag.ascii)) === Flag.unicode)
    flags &= ~Flag.unicode
  const names: string[] = []
  for (const [flag, name] of flagNames) {
    if ((flags & flag) === 0) continue
    names.push(name)
    flags &= ~flag
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`)
  return buildString(['re.compile(', shortRepr(self.pattern, 200), names.length > 0 ? `, ${names.join('|')}` : '', ')'])
}
patternType.hash = (self: PyPattern) => hashOf(new PyTuple([self.pattern, self.flags, self.code.length, self.isBytes]))
patternType.richcompare = (self: PyPattern, other, op) => {
  if (!(other instanceof PyPattern) || (op !== EQ && op !== NE)) return NotImplemented
  const { code } = self
  const same =
    self === other ||
    (self.flags === other.flags &&
      self.isBytes === other.isBytes &&
      code.length === other.code.length &&
      code.every((word, i) => word === other.code[i]) &&
      equals(self.pattern, other.pattern))
  return same === (op === EQ)
}

/** The walk that a method of these arguments makes. */
const scanOf = (self: PyPattern, string: Value, pos: number, endpos: number): Scan =>
  new Scan(self, subjectFor(string, self.isBytes), pos, endpos)

const range = 'string, pos: ssize = 0, endpos: ssize = sys.maxsize'

const findMethod = (name: string, mode: Mode, doc: string): Builtin =>
  builtin(
    `${name}($self, /, ${range})`,
    (self: PyPattern, string: Value, pos: number, endpos: number) => {
      const scan = scanOf(self, string, pos, endpos)
      return scan.step(mode) ? scan.result() : null
    },
    doc,
  )

/** All matches: the text of the only group, else of the whole, or a tuple of all groups. */
function findAll(self: PyPattern, string: Value, pos: number, endpos: number): PyList {
  const scan = scanOf(self, string, pos, endpos)
  const { groups } = self
  const found: Value[] = []
  const empty = scan.subject.slice(0, 0)
  while (scan.step(Mode.search)) {
    if (groups < 2) found.push(scan.group(groups, empty))
    else found.push(groupTuple(scan, groups, empty))
  }
  return new PyList(found)
}

const itself = (self: PyPattern): PyPattern => self

defineType(patternType, {
  doc: 'Compiled regular expression object.',
  methods: () => [
    findMethod('match', Mode.match, 'Matches zero or more characters at the beginning of the string.'),
    findMethod('fullmatch', Mode.full, 'Matches against all of the string.'),
    findMethod(
      'search',
      Mode.search,
      'Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.',
    ),
    builtin(
      'sub($self, /, repl, string, count: ssize = 0)',
      (self: PyPattern, repl: Value, string: Value, count: number) => substitute(self, repl, string, count).result,
      'Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.',
    ),
    builtin(
      'subn($self, /, repl, string, count: ssize = 0)',
      (self: PyPattern, repl: Value, string: Value, count: number) => {
        const substituted = substitute(self, repl, string, count)
        return new PyTuple([substituted.result, substituted.count])
      },
      'Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.',
    ),
    builtin(
      `findall($self, /, ${range})`,
      findAll,
      'Return a list of all non-overlapping matches of pattern in string.',
    ),
    builtin('split($self, /, string, maxsplit: ssize = 0)', split, 'Split string by the occurrences of pattern.'),
    builtin(
      `finditer($self, /, ${range})`,
      (self: PyPattern, string: Value, pos: number, endpos: number) =>
        new PyMatchIterator(scanOf(self, string, pos, endpos)),
      'Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.',
    ),
    builtin(
      `scanner($self, /, ${range})`,
      (self: PyPattern, string: Value, pos: number, endpos: number) => new PyScanner(scanOf(self, string, pos, endpos)),
    ),
    builtin('__copy__($self, /)', itself),
    builtin('__deepcopy__($self, memo, /)', itself),
  ],
  classMethods: () => [classGetItem()],
  getset: () => [
    ['pattern', (self: PyPattern) => self.pattern, null, 'The pattern string from which the RE object was compiled.'],
    ['flags', (self: PyPattern) => self.flags, null, 'The regex matching flags.'],
    ['groups', (self: PyPattern) => self.groups, null, 'The number of capturing groups in the pattern.'],
    [
      'groupindex',
      (self: PyPattern) => new PyMappingProxy(self.groupIndex, 'mapping'),
      null,
      'A dictionary mapping group names to group numbers.',
    ],
  ],
})
