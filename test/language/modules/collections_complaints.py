# deque, defaultdict and OrderedDict answer, and complain, as in CPython.

import math
from collections import *
from _collections import _tuplegetter


def show(code):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)


for code in (
    'deque(1)',
    'deque([], -1)',
    "deque([], 'a')",
    'deque(1, 2, 3)',
    'deque(x=1)',
    'deque(iterable=[1], maxlen=3)',
    'deque([1, 2], maxlen=1)',
    'deque().pop()',
    'deque().popleft()',
    'deque([1]).index(2)',
    'deque([1]).remove(2)',
    'deque([1])[5]',
    "deque([1])['a']",
    'deque([1]).__setitem__(5, 1)',
    'deque([1]).__delitem__(5)',
    'deque([1], 1).insert(0, 2)',
    'deque() + [1]',
    'deque([1]) + deque([2])',
    'deque([1]) * 3',
    'deque([1, 2], 3) * 3',
    'deque([1]) < deque([2])',
    'deque([1]) < [2]',
    'deque([1]).maxlen',
    "deque([1]).__setattr__('maxlen', 3)",
    "deque(range(5)).rotate('a')",
    'deque([1, 2]).count(1)',
    'iter(deque([1])).__reduce__()',
    'deque([1])[0:1]',
    'deque([1]).index(1, 2)',
    "deque([1]).index(1, 'a')",
    'deque([1]).append()',
    'deque([1])[2 ** 70]',
):
    show(code)
d = deque([1, 2, 3])
def f():
    for x in d:
        d.append(x)
for code in (
    'f()',
):
    show(code)
class D(deque):
    pass
for code in (
    'D([1], 3)',
    'type(D() * 2)',
    'D([1]).copy()',
    'D([1], 3).copy()',
    'D() + D()',
    'deque([1]).__radd__',
    'defaultdict(3)',
    'defaultdict(None, {1: 2})',
    'defaultdict(list)',
    'defaultdict(list) | {1: 2}',
    '{1: 2} | defaultdict(list)',
    'defaultdict(list)[3]',
    'defaultdict()[3]',
    'defaultdict(list, a=1).__reduce__()[:4]',
    'defaultdict(list) | 3',
    'defaultdict(list).copy()',
):
    show(code)
d = defaultdict()
d.default_factory = lambda: d
d = defaultdict(list)
d[1] = d
for code in (
    'd',
):
    show(code)
class R:

    def __init__(s):
        s.dd = None

    def __repr__(s):
        return repr(s.dd)

    def __call__(s):
        pass
r = R()
r.dd = defaultdict(r)
for code in (
    'r.dd',
):
    show(code)
o = OrderedDict([(1, 2), ('a', 3)])
for code in (
    'o',
    'OrderedDict()',
    'o.move_to_end(5)',
    'o.move_to_end(1) or o',
    "o.move_to_end('a', last=False) or o",
    'o.move_to_end(1, False) or o',
    'OrderedDict().popitem()',
    'o.popitem(last=False)',
    'o.pop(33)',
    'o.pop(33, 1)',
    'o.keys()',
    'o.items()',
    'o.values()',
    'o | {3: 4}',
    '{3: 4} | o',
    'o | 3',
    'o == dict(o)',
    'OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)])',
    'o.copy()',
    'OrderedDict.fromkeys([1, 2], 3)',
    'OrderedDict(1)',
    'OrderedDict(1, 2)',
    'o.__dict__',
    'o.update(1, 2)',
    'o.fromkeys()',
    'o.setdefault(9) or o',
    'o.clear() or o',
    'type(o.keys())',
    'o[3]',
    'o.__delitem__(9)',
    'iter(o).__reduce__()',
    'o.__class_getitem__(3)',
):
    show(code)
o = OrderedDict(a=1, b=2)
for code in (
    'list(reversed(o))',
    'list(reversed(o.items()))',
    "o.keys() | {'c'} == {'a', 'b', 'c'}",
    "o.keys() & {'a'}",
):
    show(code)
def f():
    for k in o:
        o[k + 'x'] = 1
for code in (
    'f()',
):
    show(code)
def f():
    for k in o:
        o.move_to_end(k)
for code in (
    'f()',
):
    show(code)
def f():
    for k in o:
        del o[k]
        o['zz'] = 1
for code in (
    'f()',
):
    show(code)
g = _tuplegetter(1, 'doc')
for code in (
    'g',
    'g.__reduce__()',
    'g.__get__((1, 2), tuple)',
    'g.__get__(3, int)',
    'g.__get__((1,), tuple)',
    'g.__get__(None, tuple)',
    'g.__set__((1, 2), 3)',
    'g.__delete__((1, 2))',
    '_tuplegetter()',
    'g.__doc__',
):
    show(code)
c = Counter('abracadabra')
print(c, c.most_common(2), c - Counter('aab'), c + Counter('z'), c & Counter('aab'), c | Counter('zz'), +c, sorted(c.elements()))
c.subtract('aaaaaaaa')
print(c, c.total())
P = namedtuple('P', 'x y', defaults=[5])
p = P(1)
print(p, p._replace(x=3), p._asdict(), P._fields, p == (1, 5), P.x, P._make([1, 2]))
x, y = p
print(x, y)
d = deque(range(10))
d.rotate(3)
print(d)
d.rotate(-5)
print(d)
d.extendleft('ab')
print(d)
d.reverse()
print(d)
del d[2]
d.insert(2, 'z')
d.remove('a')
print(d, d[0], d[-1], 'z' in d)
d *= 2
print(d)
print(list(reversed(d))[:3])
d = deque(maxlen=3)
for i in range(6):
    d.append(i)
    print(d)
d.appendleft(9)
print(d)
print(deque('abc') == deque('abc'), deque('abc', 2) < deque('ac'))
cm = ChainMap({1: 2}, {3: 4})
print(cm[3], cm, len(cm))
print(UserDict({1: 2}), UserList([1]), UserString('a'))
class Clearing(int):
    def __add__(self, other):
        counter.clear()
        return NotImplemented
counter = Counter({'a': Clearing()})
counter.update('a')
print(counter)
