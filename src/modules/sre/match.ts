/** re.Match, and the objects that give matches one after the other. */
import { classGetItem } from '../../builtins/class-getitem.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise } from '../../objects/exception.ts'
import { indexErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { buildString } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { groupTuple, matchType, type PyMatch, scannerType } from './objects.ts'
import { shortRepr } from './pattern.ts'
import { matchIteratorType, type PyMatchIterator, type PyScanner } from './scan.ts'
import { Mode } from './program.ts'
import { compileTemplate, expandTemplate } from './template.ts'

/** The number of a group given by number or name. Raises IndexError. */
function groupNumber(match: PyMatch, group: Value): number {
  let index = asInt(group)
  if (index === undefined && typeOf(group).index !== null) index = indexOf(group)
  if (index === undefined) {
    const named = isHashable(group) ? match.pattern.groupIndex.get(group) : undefined
    index = named === undefined ? undefined : asInt(named)
  }
  if (index === undefined || index < 0 || index > match.pattern.groups) raise(indexErrorType, 'no such group')
  return Number(index)
}

const isHashable = (value: Value): boolean => typeOf(value).hash !== null

function group(self: PyMatch, groups: readonly Value[]): Value {
  if (groups.length === 0) return self.group(0, null)
  if (groups.length === 1) return self.group(groupNumber(self, groups[0]!), null)
  return new PyTuple(groups.map(each => self.group(groupNumber(self, each), null)))
}

const edges = (self: PyMatch, index: number): PyTuple =>
  new PyTuple([self.marks[2 * index]!, self.marks[2 * index + 1]!])

matchType.repr = (self: PyMatch) =>
  buildString([
    `<${typeOf(self).module}.${typeOf(self).name} object; span=(${self.marks[0]}, ${self.marks[1]}), match=`,
    shortRepr(self.group(0, null), 50),
    '>',
  ])
matchType.subscript = (self: PyMatch, key: Value) => self.group(groupNumber(self, key), null)

const edgeMethod = (name: string, offset: number, doc: string): Builtin =>
  builtin(
    `${name}($self, group=0, /)`,
    (self: PyMatch, which: Value) => self.marks[2 * groupNumber(self, which) + offset]!,
    doc,
  )

const itself = (self: PyMatch): PyMatch => self

function groupDict(self: PyMatch, otherwise: Value): PyDict {
  const dict = new PyDict()
  const names = self.pattern.indexGroup.items
  for (let i = 1; i < names.length; i++) if (names[i] !== null) dict.set(names[i]!, self.group(i, otherwise))
  return dict
}

function spans(self: PyMatch): PyTuple {
  return (self.regs ??= new PyTuple(Array.from({ length: self.pattern.groups + 1 }, (_, i) => edges(self, i))))
}

defineType(matchType, {
  doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  methods: () => [
    builtin(
      'group($self, /, *args)',
      group,
      'group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.',
    ),
    edgeMethod('start', 0, 'Return index of the start of the substring matched by group.'),
    edgeMethod('end', 1, 'Return index of the end of the substring matched by group.'),
    builtin(
      'span($self, group=0, /)',
      (self: PyMatch, which: Value) => edges(self, groupNumber(self, which)),
      'For match object m, return the 2-tuple (m.start(group), m.end(group)).',
    ),
    builtin(
      'groups($self, /, default=None)',
      (self: PyMatch, otherwise: Value) => groupTuple(self, self.pattern.groups, otherwise),
      'Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.',
    ),
    builtin(
      'groupdict($self, /, default=None)',
      groupDict,
      'Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.',
    ),
    builtin(
      'expand($self, /, template)',
      (self: PyMatch, template: Value) => expandTemplate(compileTemplate(self.pattern, template), self),
      'Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.',
    ),
    builtin('__copy__($self, /)', itself),
    builtin('__deepcopy__($self, memo, /)', itself),
  ],
  classMethods: () => [classGetItem()],
  getset: () => [
    ['string', (self: PyMatch) => self.subject.value, null, 'The string passed to match() or search().'],
    ['re', (self: PyMatch) => self.pattern, null, 'The regular expression object.'],
    [
      'pos',
      (self: PyMatch) => self.pos,
      null,
      'The index into the string at which the RE engine started looking for a match.',
    ],
    [
      'endpos',
      (self: PyMatch) => self.endpos,
      null,
      'The index into the string beyond which the RE engine will not go.',
    ],
    [
      'lastindex',
      (self: PyMatch) => (self.lastGroup < 0 ? null : self.lastGroup),
      null,
      'The integer index of the last matched capturing group.',
    ],
    [
      'lastgroup',
      (self: PyMatch) => self.pattern.indexGroup.items[self.lastGroup] ?? null,
      null,
      'The name of the last matched capturing group.',
    ],
    ['regs', spans],
  ],
})

matchIteratorType.iter = self => self
matchIteratorType.iternext = ({ scan }: PyMatchIterator) => (scan.step(Mode.search) ? scan.result() : undefined)

defineType(scannerType, {
  methods: () => [
    builtin('match($self, /)', ({ scan }: PyScanner) => (scan.step(Mode.match) ? scan.result() : null)),
    builtin('search($self, /)', ({ scan }: PyScanner) => (scan.step(Mode.search) ? scan.result() : null)),
  ],
  getset: () => [['pattern', ({ scan }: PyScanner) => scan.pattern]],
})
