/**
 * Python programs made at random, for comparing the tiers.
 *
 * A program is a world (classes, functions, generators and globals, the same in kind in all programs but filled at random; and the definitions of
 * a few features) and hot loops over it, whose bodies now and then change the world: a method, an attribute's type, a global, `__class__`. Everything prints what it
 * finds, exceptions with the lines of their tracebacks, so that a frame restored wrongly shows.
 */
import { Choices } from './choices.ts'
import { Expressions, type Kind, kinds, type Names } from './expressions.ts'
import { features } from './features/all.ts'
import type { Feature } from './features/feature.ts'
import { ordinary } from './features/ordinary.ts'
import { prelude } from './prelude.ts'
import { filled, filledLines, statementHole } from './templates.ts'

/** Names that functions and the module have from the beginning. */
const names: Names = {
  int: ['i', 'n0', 'n1'],
  float: ['f0', 'f1'],
  str: ['s0'],
  ints: ['xs', 'ys'],
  floats: ['fs'],
  mixed: ['ms'],
  dict: ['d'],
  object: ['o', 'p'],
  bool: ['b0'],
  tuple: ['t0'],
  set: ['u'],
}

export class ProgramMaker {
  readonly #choices: Choices
  readonly #expressions: Expressions
  readonly #features: readonly Feature[]
  /** Names of the module that features assign. */
  #assigned: readonly string[] = []
  readonly #lines: string[] = []
  #indent = 0
  #loops = 0
  #labels = 0
  #isFunction = false
  #isGenerator = false

  constructor(seed: number) {
    this.#choices = new Choices(seed)
    const count = this.#choices.pick([0, 1, 2, 2, 3, 3])
    this.#features = Array.from({ length: count }, () => this.#choices.pick(features)).filter(
      (each, i, all) => all.indexOf(each) === i,
    )
    const more: Partial<Record<Kind, string[]>> = {}
    for (const { expressions = {} } of this.#features)
      for (const [kind, texts] of Object.entries(expressions)) (more[kind as Kind] ??= []).push(...texts)
    this.#expressions = new Expressions(this.#choices, names, more)
  }

  make(): string {
    const choices = this.#choices
    this.#values()
    const known = new Set(kinds.flatMap(kind => names[kind]))
    this.#assigned = this.#features
      .flatMap(({ definitions }) =>
        [...definitions.matchAll(/^([a-z][a-z0-9_, ]*) = /gm)].flatMap(([, each]) => each!.split(', ')),
      )
      .filter(name => !known.has(name))
    this.#line('class Base:')
    this.#within(() => {
      this.#line(`k = ${this.#of('int', 0)}`)
      this.#line('n = 8')
      this.#line(`def get(self): return self.${choices.pick(['n', 'k'])}`)
      this.#line('def add(self, v): return v')
    })
    for (const name of ['A', 'B', 'S', 'N']) this.#class(name)
    this.#function('call1(a)', ['a'])
    this.#function(`call2(a, b=${this.#of('int', 0)}${choices.oneIn(2) ? ', *, c=2' : ''})`, ['a', 'b'])
    this.#line('def rec(a):')
    this.#within(() => {
      this.#line(`if a <= 0: return ${this.#of('int', 1)}`)
      this.#line(`return rec(a - 1) + ${choices.pick(['a', 'rec(a - 2)', '1.5', 'n0', 'rec(a - 1)'])}`)
    })
    this.#risky()
    this.#generator()
    this.#line('def maker():')
    this.#within(() => {
      this.#line(`c = ${this.#of('int', 0)}`)
      this.#line('def counter():')
      this.#within(() => {
        this.#line('nonlocal c')
        this.#line(choices.pick(['c += 1', 'c = c * 2 + 1', 'c += i', 'c = -c']))
        this.#line('return c')
      })
      this.#line('return counter')
    })
    this.#line('counter = maker()')
    this.#line('o, p = A(5), B()')
    for (const { definitions } of this.#features) this.#template(definitions)
    for (let each = choices.between(1, 2); each > 0; each--) {
      this.#function(`main${each}(n)`, [], true)
      this.#line(`for r in range(${choices.between(1, 6)}):`)
      this.#within(() => this.#guarded(() => this.#line(`show(r, main${each}(${choices.between(4, 20)}))`)))
    }
    this.#loop(true)
    this.#line('show(n0, n1, f0, f1, s0, xs, ys, fs, ms, d, b0, t0, sorted(map(text, u)))')
    return prelude + this.#lines.join('\n') + '\n'
  }

  #line(text: string): void {
    this.#lines.push(' '.repeat(this.#indent * 4) + text)
  }

  #within(body: () => void): void {
    this.#indent++
    body()
    this.#indent--
  }

  #template(text: string, depth = 1): void {
    for (const line of filledLines(text, this.#choices, this.#expressions, depth))
      if (line.trim() === statementHole) {
        const indent = this.#indent
        this.#indent += (line.length - line.trimStart().length) / 4
        this.#statement(1)
        this.#indent = indent
      } else this.#line(line)
  }

  #of = (kind: Kind, depth = 2): string => this.#expressions.of(kind, depth)
  #any = (depth = 1): string => this.#expressions.anything(depth)

  /** A value for each name, without referring to others. */
  #values(): void {
    const literals = new Expressions(this.#choices, {
      int: [],
      float: [],
      str: [],
      ints: [],
      floats: [],
      mixed: [],
      dict: [],
      object: [],
      bool: [],
      tuple: [],
      set: [],
    })
    const simple: Record<Kind, () => string> = {
      int: () => literals.int(0),
      float: () => literals.float(0),
      str: () => literals.str(0),
      ints: () => literals.ints(0),
      floats: () => '[0.5, -0.0, 1e10, inf]',
      mixed: () => `[1, 2.5, 'q', None]`,
      dict: () => "{'a': 1, 1: 2, 'b': 2.5}",
      object: () => 'None',
      bool: () => this.#choices.pick(['True', 'False']),
      tuple: () => "(1, 2.0, 'z')",
      set: () => '{1, 5}',
    }
    for (const kind of kinds) for (const name of names[kind]) this.#line(`${name} = ${simple[kind]()}`)
  }

  #class(name: string): void {
    const choices = this.#choices
    const base = name === 'B' ? choices.pick(['(A)', '(Base)']) : ''
    this.#line(`class ${name}${base}:`)
    this.#within(() => {
      if (name === 'S') this.#line("__slots__ = ('n', 'f', 's', 'extra')")
      if (name === 'N' && choices.oneIn(2))
        this.#line(`def __getattr__(self, name): return ${this.#of('int', 0)} if name in 'nfk' else missing`)
      if (name !== 'S' || choices.oneIn(2)) this.#line(`k = ${this.#of('int', 0)}`)
      this.#line(`def __init__(self, n=${this.#of('int', 0)}):`)
      this.#within(() => {
        for (const attribute of choices.pick([
          ['n', 'f', 's'],
          ['f', 'n', 's'],
          ['s', 'n'],
          ['n', 'f'],
        ]))
          this.#line(
            `self.${attribute} = ${attribute === 'n' ? 'n' : this.#of(attribute === 'f' ? 'float' : 'str', 0)}`,
          )
        if (choices.oneIn(3) && name !== 'S') this.#line(`if n: self.extra = ${this.#any(0)}`)
      })
      this.#line(`def get(self): return self.${choices.pick(['n', 'f', 'n + self.k', 'n + 1'])}`)
      this.#line('def add(self, v):')
      this.#within(() => {
        this.#line(
          choices.pick([
            'self.n += v',
            'self.n = v',
            'self.f = self.f + v',
            'self.f += 0.5',
            'self.n = self.n * 2 - v',
            'self.s = str(v)[:5]',
          ]),
        )
        if (choices.oneIn(4)) this.#mutation()
        this.#line(`return self.${choices.pick(['n', 'get()', 'f', 'twice'])}`)
      })
      this.#line('@property')
      this.#line(`def twice(self): return self.n ${choices.pick(['* 2', '+ 1', '+ self.f', '+ self.k'])}`)
      this.#line(
        `def __repr__(self): return '${name}!' + self.__class__.__name__ + text(sorted(getattr(self, '__dict__', {}).items()))[:60]`,
      )
      if (choices.oneIn(2))
        this.#line(
          `def __eq__(self, other): return ${choices.pick(['self.n == other.n', 'NotImplemented', 'self is other', '1'])}`,
        )
      if (choices.oneIn(3)) this.#line(`def __lt__(self, other): return self.n < other.n`)
      if (choices.oneIn(3))
        this.#line(`def __add__(self, other): return ${choices.pick(['self.n + 1', 'NotImplemented', 'other'])}`)
      if (choices.oneIn(3))
        this.#line(`def __radd__(self, other): return ${choices.pick(['other + 1', 'self', 'here()'])}`)
      if (choices.oneIn(3)) this.#line(`def __bool__(self): return self.n ${choices.pick(['> 3', '!= 0', '== 1'])}`)
      if (choices.oneIn(3)) this.#line(`def __len__(self): return ${choices.pick(['3', 'self.n', '0'])}`)
      if (choices.oneIn(3)) this.#line(`def __call__(self, v): return v ${choices.pick(['+ 1', '* self.n', ''])}`)
      if (choices.oneIn(3)) this.#line(`def __getitem__(self, at): return self.n if at < 4 else xs[9]`)
      if (choices.oneIn(3)) this.#line(`def __setitem__(self, at, v): self.n = v`)
    })
  }

  #function(header: string, parameters: readonly string[], isMain = false): void {
    const choices = this.#choices
    this.#line(`def ${header}:`)
    const { int } = this.#expressions.names
    this.#expressions.names = { ...names, int: [...int, ...parameters, ...parameters] }
    this.#isFunction = true
    const start = this.#lines.length
    this.#within(() => {
      const isLocal = isMain && choices.oneIn(2)
      const shared = choices.oneIn(2) ? ['n0', 'f0', 'xs'] : []
      const globals = [...shared, ...(isLocal ? [] : this.#assigned)]
      if (globals.length > 0) this.#line(`global ${globals.join(', ')}`)
      if (isLocal)
        for (const { definitions } of this.#features)
          this.#template(definitions.match(/^[a-z][a-z0-9_, ]* = .*$/gm)?.join('\n') ?? '')
      if (isMain) {
        this.#line('i = 0')
        for (const kind of kinds)
          for (const name of names[kind])
            if (![...shared, 'i', 'o', 'p'].includes(name) && !choices.oneIn(16))
              this.#line(`${name} = ${this.#localValue(kind)}`)
        this.#line('o = A(3)')
        if (choices.oneIn(2)) this.#line('p = B(1.5)')
      }
      if (isMain) this.#loop(true)
      else if (choices.oneIn(3)) this.#loop(false)
      else for (let each = choices.below(3); each > 0; each--) this.#statement(1)
      this.#line(
        `return ${parameters.length > 0 && choices.oneIn(2) ? `${parameters[0]} + 1` : isMain ? '(' + ['i', 'o', this.#of('int', 1), this.#of('float', 1), this.#of('str', 0)].join(', ') + ')' : this.#of('int', 1)}`,
      )
    })
    const body = this.#lines.slice(start)
    if (body.some(line => /^\s*(try|with|for|while)\b/.test(line)))
      this.#lines.splice(body[0]!.includes('global') ? start + 1 : start, 0, '    tick()')
    this.#isFunction = false
    this.#expressions.names = names
  }

  /** Without names: those of a function are unbound until they are assigned. */
  #localValue(kind: Kind): string {
    const bare = { ...names, [kind]: [] }
    const all = this.#expressions.names
    this.#expressions.names = bare
    const text = this.#expressions.of(kind, 0)
    this.#expressions.names = all
    return text
  }

  /** Raises now and then, through handlers of its own. */
  #risky(): void {
    const choices = this.#choices
    this.#line('def risky(a):')
    this.#within(() => {
      this.#line('tick()')
      const raising = (): string =>
        choices.pick([
          `if ${choices.pick(['a % 5 == 0', 'a > 7', 'a == 3', 'i % 4 == 1'])}: raise ${choices.pick(['ValueError(a)', 'KeyError', 'StopIteration(1)', 'ArithmeticError'])}`,
          '1 // (a % 3)',
          'xs[a % 5]',
          'd[a]',
          `a = a + ${choices.pick(['1', 'n0', '1.5'])}`,
          'call1(a)',
        ])
      this.#line('try:')
      this.#within(() => {
        this.#line(raising())
        if (choices.oneIn(3)) this.#line(`return ${choices.pick(['a', 'a + 1', 'rec(2)', '2.5'])}`)
        this.#line(raising())
      })
      const ending = choices.below(4)
      if (ending < 3) {
        this.#line(`except ${choices.pick(['ValueError', '(KeyError, IndexError)', 'LookupError', 'Exception'])} as e:`)
        this.#within(() =>
          this.#line(
            choices.pick([
              'raise',
              "raise TypeError('wrapped') from e",
              'a = str(e)[:3]',
              'return 7',
              'pass',
              raising(),
            ]),
          ),
        )
      }
      if (ending === 1) {
        this.#line('else:')
        this.#within(() => this.#line('a = 4'))
      }
      if (ending > 1) {
        this.#line('finally:')
        this.#within(() =>
          this.#line(choices.pick(['a = 2', 'xs.append(a)', 'global n1; n1 = 5', 'print("finally", a)'])),
        )
      }
      this.#line('return a')
    })
  }

  #generator(): void {
    const choices = this.#choices
    this.#line('def gen(a):')
    this.#within(() => {
      if (this.#assigned.length > 0) this.#line(`global ${this.#assigned.join(', ')}`)
      this.#line('q = 0')
      this.#line(choices.pick(['for i in range(a):', 'for i in range(int(a)):', 'while q < a:']))
      this.#within(() => {
        this.#line('tick()')
        this.#line('q += 1')
        this.#isFunction = true
        this.#isGenerator = true
        if (choices.oneIn(2)) this.#statement(1)
        this.#isGenerator = false
        this.#isFunction = false
        const item = choices.pick(['q', 'q * 2', 'i', 'n0', this.#of('int', 1), 'q + a', 'risky(q)'])
        if (choices.oneIn(3)) {
          this.#line('try:')
          this.#within(() => this.#line(`yield ${item}`))
          this.#line(choices.pick(['finally: n0 = 3', 'except ValueError: yield 5']))
        } else this.#line(`yield ${item}`)
      })
      if (choices.oneIn(3)) this.#line('yield from range(2)')
      if (choices.oneIn(4)) this.#line('if a > 0: yield from gen(a - 1)')
    })
  }

  #guarded(body: () => void): void {
    this.#line('try:')
    this.#within(body)
    this.#line('except Exception as e:')
    this.#within(() => this.#line('print(type(e).__name__, str(e)[:80], lines(e))'))
  }

  #loop(isHot: boolean): void {
    const choices = this.#choices
    const count = isHot ? choices.between(6, 40) : choices.between(1, 5)
    const label = `w${this.#labels++}`
    const head = choices.pick([
      `for i in range(${count}):`,
      `for i in range(${count}):`,
      `for i in range(${count}):`,
      `for i in ${this.#of('ints', 1)} * ${Math.ceil(count / 3)}:`,
      `for i, ${choices.pick(['n1', 'f1', 's0'])} in enumerate(${this.#of('ints', 1)} * ${Math.ceil(count / 3)}):`,
      `for i in gen(${count}):`,
      `for i in range(${count}, 0, -1):`,
      'while',
      `for f1 in ${this.#of('floats', 1)} * 5:`,
      `for ms in ((1, 2), (3.5, 4), 'ab') * 4:`,
      `for s0 in 'abcé' * 4:`,
    ])
    if (head === 'while') {
      this.#line(`${label} = 0`)
      this.#line(`while ${label} < ${count}:`)
    } else this.#line(head)
    this.#loops++
    this.#within(() => {
      if (head === 'while') this.#line(`${label} += 1`)
      for (let each = choices.between(1, isHot ? 5 : 2); each > 0; each--)
        if (isHot && !choices.oneIn(10)) this.#guarded(() => this.#statement(2))
        else this.#statement(2)
      if (choices.oneIn(2)) this.#when(() => this.#mutation())
    })
    this.#loops--
    if (choices.oneIn(4)) {
      this.#line('else:')
      this.#within(() => this.#line(`n1 = ${this.#of('int', 1)}`))
    }
  }

  #when(body: () => void): void {
    this.#line(`if i ${this.#choices.pick(['==', '==', '>', '% 7 =='])} ${this.#choices.between(2, 18)}:`)
    this.#within(body)
  }

  #statement(depth: number): void {
    const choices = this.#choices
    const statements = this.#features.flatMap(each => each.statements ?? [])
    if (statements.length > 0 && depth > 0 && choices.oneIn(2)) return this.#template(choices.pick(statements))
    const assign = (kind: Kind) => {
      const name = choices.pick(names[kind])
      const value = this.#of(kind)
      this.#line(
        /[*]/.test(value) && (kind === 'int' || kind === 'float') ? `${name} = tame(${value})` : `${name} = ${value}`,
      )
    }
    const simple = [
      () => assign('int'),
      () => assign('int'),
      () => assign('float'),
      () => assign('float'),
      () => assign(choices.pick(kinds)),
      () => assign('object'),
      () => assign('ints'),
      ...ordinary.statements!.map(text => () => this.#template(text, 2)),
    ]
    const nested = [
      () => this.#choice(depth),
      () => this.#choice(depth),
      () => this.#choice(depth),
      () => this.#attempt(depth),
      () => this.#attempt(depth),
      () => this.#loop(false),
      () => this.#when(() => this.#mutation()),
      () => this.#when(() => this.#statement(0)),
      () => {
        this.#line(`with Manager() as m:`)
        this.#within(() => this.#statement(depth - 1))
      },
      () => {
        if (this.#loops === 0) this.#line('pass')
        else
          this.#when(() =>
            this.#line(
              this.#isFunction && !this.#isGenerator && choices.oneIn(4)
                ? 'return i'
                : choices.pick(['break', 'continue', 'continue']),
            ),
          )
      },
    ]
    choices.pick(depth > 0 && choices.oneIn(3) ? nested : simple)()
  }

  #choice(depth: number): void {
    this.#line(`if ${this.#of('bool')}:`)
    this.#within(() => this.#statement(depth - 1))
    if (this.#choices.oneIn(2)) return
    this.#line('else:')
    this.#within(() => this.#statement(depth - 1))
  }

  #attempt(depth: number): void {
    const choices = this.#choices
    this.#line('try:')
    this.#within(() => {
      this.#statement(depth - 1)
      if (choices.oneIn(2))
        this.#line(
          `if ${this.#of('bool', 1)}: raise ${choices.pick(['ValueError(i)', 'KeyError(n0)', 'IndexError', 'StopIteration'])}`,
        )
    })
    const ending = choices.below(3)
    if (ending < 2) {
      this.#line(
        `except ${choices.pick(['ValueError', '(KeyError, IndexError)', 'Exception', 'TypeError', 'ZeroDivisionError'])} as e:`,
      )
      this.#within(() => {
        this.#line('print(type(e).__name__, lines(e))')
        if (choices.oneIn(3)) this.#statement(depth - 1)
        if (choices.oneIn(6)) this.#line('raise')
      })
    }
    if (ending > 0) {
      this.#line('finally:')
      this.#within(() => this.#statement(0))
    }
  }

  /** Something that compiled code may have taken for constant. */
  #mutation(): void {
    const own = this.#features.flatMap(each => each.mutations ?? [])
    const mutations = own.length > 0 && this.#choices.oneIn(2) ? own : ordinary.mutations!
    this.#line(filled(this.#choices.pick(mutations), this.#choices, this.#expressions))
  }
}

export const programOf = (seed: number): string => new ProgramMaker(seed).make()
