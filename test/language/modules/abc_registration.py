# Abstract base classes know who belongs to them.

import contextvars, abc
import collections.abc as ca, numbers



def show(code):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)


class A1(abc.ABC):

    @abc.abstractmethod
    def f(s):
        pass

    @property
    @abc.abstractmethod
    def g(s):
        pass
for code in (
    'A1()',
):
    show(code)
print(A1.__abstractmethods__ == frozenset({'f', 'g'}))
class B1(A1):
    f = g = 1
print(B1() is not None, isinstance(B1(), A1), issubclass(int, A1), A1.register(int), issubclass(int, A1), isinstance(3, A1), issubclass(bool, A1))
for code in (
    'A1.register(3)',
    'B1.register(A1)',
    'issubclass(3, A1)',
):
    show(code)
print(isinstance([], ca.Sequence), isinstance({}, ca.Mapping), isinstance((), ca.Hashable), isinstance([], ca.Hashable), isinstance(iter([]), ca.Iterator), isinstance(3, numbers.Integral), isinstance(3.0, numbers.Rational), issubclass(dict, ca.MutableMapping), isinstance((i for i in []), ca.Generator), isinstance(len, ca.Callable))
class H:

    def __len__(s):
        return 1

    def __iter__(s):
        return iter([])

    def __contains__(s, x):
        return 0
print(isinstance(H(), ca.Sized), isinstance(H(), ca.Collection), isinstance(H(), ca.Sequence))
class Sq:

    def __getitem__(s, i):
        return (1, 2)[i]

    def __len__(s):
        return 2
ca.Sequence.register(Sq)
match Sq():
    case [a, b]:
        print('seq', a, b)
    case _:
        print('no')
class MyMap(ca.MutableMapping):

    def __init__(s):
        s.d = {}

    def __getitem__(s, k):
        return s.d[k]

    def __setitem__(s, k, v):
        s.d[k] = v

    def __delitem__(s, k):
        del s.d[k]

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)
m = MyMap()
m['a'] = 1
m.update(b=2)
print(dict(m), m.pop('a'), m.setdefault('z', 5), list(m.items()), m == {'b': 2, 'z': 5})
