/** Changes of the world that compiled code may have taken for constant: each is one statement. */
import type { Choices } from './choices.ts'
import type { Expressions, Kind } from './expressions.ts'

export function mutation(choices: Choices, expressions: Expressions): string {
  const of = (kind: Kind, depth: number): string => expressions.of(kind, depth)
  const any = (): string => expressions.anything(0)
  const type = choices.pick(['A', 'B', 'S', 'N', 'Base'])
  const object = choices.pick(['o', 'p'])
  const builtin = choices.pick(['len', 'abs', 'sum', 'max', 'min', 'ord', 'range', 'isinstance', 'sorted'])
  return choices.pick([
    // What a class says.
    () => `${type}.get = lambda self: ${of('int', 1)}`,
    () => `${type}.add = lambda self, v: ${choices.pick(['v', 'self.n', '1.5', 'v + 1'])}`,
    () => `${type}.k = ${any()}`,
    () => `${type}.twice = ${choices.pick(['5', 'property(lambda self: 2.5)'])}`,
    () => `${type}.__eq__ = lambda self, other: ${choices.pick(['True', '0', 'None'])}`,
    () => `${type}.__init__ = lambda self, n=3: setattr(self, 'n', n)`,
    () => `${type}.__bool__ = lambda self: ${choices.pick(['False', 'True', 'self.n'])}`,
    () => `${type}.__getattr__ = lambda self, name: 4`,
    () => `${type}.__getattribute__ = ${choices.pick(['object.__getattribute__', 'lambda self, name: 6'])}`,
    () => `${type}.n = property(lambda self: 9)`,
    () => `${type}.__setattr__ = lambda self, name, v: object.__setattr__(self, name, v)`,
    () => `del ${type}.${choices.pick(['get', 'k', 'add', 'twice', '__init__', '__eq__'])}`,
    () => `B.__bases__ = (${choices.pick(['A', 'Base', 'A, Base', 'N'])},)`,
    () => `B.__bases__ = (${choices.pick(['Base', 'A'])},)`,
    // What an object says.
    () => `${object}.n = ${any()}`,
    () => `${object}.f = ${any()}`,
    () => `${object}.extra = ${any()}`,
    () => `${object}.__class__ = ${choices.pick(['A', 'B', 'N', 'Base'])}`,
    () => `${object} = ${of('object', 1)}`,
    () => `${object}.get = lambda: 7`,
    () => `${object}.__dict__ = {'n': 2.5, 'f': 3}`,
    () => `${object}.__dict__['n'] = ${any()}`,
    () => `del ${object}.${choices.pick(['n', 'f'])}`,
    // Globals, builtins, attributes of modules.
    () => `globals()['n0'] = ${any()}`,
    () => `globals()['call1'] = lambda a: ${choices.pick(['a', 'a + 1', '2.5', 'n0'])}`,
    () => `globals()['${builtin}'] = lambda *v: 3`,
    () => `globals().pop('${builtin}', None)`,
    () => `builtins.${builtin} = lambda *v: ${choices.pick(['5', 'v[0]', '2.5'])}`,
    () => `builtins.${builtin} = real['${builtin}']`,
    () => `builtins.missing = ${any()}`,
    () => `del globals()['${choices.pick(['f0', 'xs', 'rec', 'counter'])}']`,
    () => `globals().pop('f0', None)`,
    () => `globals()['f0'] = ${any()}`,
    () => `globals()['rec'] = call1`,
    () => `mod.f = ${any()}`,
    () => `mod.run = lambda v: ${choices.pick(['v', '1.5', 'v + 2'])}`,
    () => `del mod.f`,
    // Functions.
    () => `call2.__defaults__ = (${any()},)`,
    () => `call1.__code__ = (lambda a: ${choices.pick(['a', '3', 'a + 1.5', 'n0', 'risky(1)'])}).__code__`,
    () => `risky.__code__ = (lambda a: ${choices.pick(['a', 'a[0]', '1 // a'])}).__code__`,
    () => `A.add.__code__ = (lambda self, v: ${choices.pick(['v', 'self.n', 'self.f'])}).__code__`,
    () => `counter = maker()`,
    // Contents.
    () => `xs[0] = ${any()}`,
    () => `fs[0] = ${any()}`,
    () => `xs.clear()`,
    () => `d.clear()`,
    () => `n0 = ${any()}`,
    () => `f1 = ${any()}`,
    () => `n1 = ${any()}`,
    () => `sys.setrecursionlimit(${choices.pick(['1000', '900'])})`,
  ])()
}
