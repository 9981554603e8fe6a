# partial, reduce, cmp_to_key and lru_cache answer, and complain, as in CPython.

import functools
from functools import partial, reduce, cmp_to_key, lru_cache, Placeholder
from _functools import _lru_cache_wrapper


def show(code):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)


for code in (
    'partial()',
    'partial(3)',
    'partial(print, 1, a=2)',
    'partial(Placeholder)',
    'partial(print, Placeholder)',
    'partial(print, Placeholder, 2)',
    'partial(print, Placeholder, 2)()',
    'partial(print, a=Placeholder)',
    'partial(partial(print, 1), 2)',
    'partial(partial(print, Placeholder, 2), Placeholder, 3)',
    'partial(partial(print, Placeholder, 2), 9)',
    'partial(print).__setstate__(1)',
    'partial(print).__setstate__((print, (), {}, None))',
    'partial(print).args',
    'Placeholder',
    'type(Placeholder)()',
    'type(Placeholder)(1)',
    'partial(print).__get__(3, int)',
    'partial(print, x=1).keywords',
):
    show(code)
p = partial(print)
p.x = 3
for code in (
    'p.__dict__',
):
    show(code)
class A(partial):
    pass
for code in (
    'A(print, 1)',
    'A(partial(print, 1), 2)',
    'partial(A(print, 1), 2)',
    'reduce(lambda a, b: a + b, [])',
    'reduce(1)',
    'reduce(lambda a, b: a + b, [], 3)',
    'reduce(lambda a, b: a + b, 5)',
    'reduce(lambda a, b: a + b, [1, 2], initial=3)',
    'reduce(lambda a, b: a + b)',
):
    show(code)
k = cmp_to_key(lambda a, b: a - b)
for code in (
    'k(3) < k(4)',
    'k(3).obj',
    'k(3) < 4',
    'hash(k(3))',
    'type(k(3))',
    'k()',
    'cmp_to_key()',
    'cmp_to_key(mycmp=3) is None',
    'k(3) == k(3)',
    'k.obj',
    'sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))',
):
    show(code)
@lru_cache
def f(x, y=1):
    return x + y
for code in (
    '(f(1), f(1), f(1.0), f(1, 1), f(x=1), f.cache_info())',
    'f([])',
    'f()',
    'f.cache_clear()',
    'f.cache_parameters()',
    'type(f)',
    'list(f.__dict__.keys())',
    'f.__copy__() is f',
):
    show(code)
@lru_cache(maxsize=3)
def g(x):
    return x
for i in [1, 2, 3, 1, 4, 2, 5, 1, 3]:
    g(i)
print(g.cache_info())
@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())
@functools.singledispatch
def sd(x):
    return 'o'
@sd.register
def _(x: int):
    return 'i'
print(sd(1), sd('a'))
@functools.total_ordering
class T:

    def __init__(s, v):
        s.v = v

    def __lt__(s, o):
        return s.v < o.v

    def __eq__(s, o):
        return s.v == o.v
print(T(1) >= T(0), T(1) <= T(0))
class CP:

    @functools.cached_property
    def x(s):
        print('once')
        return 5
c = CP()
print(c.x, c.x)
import inspect
print(inspect.signature(functools.cmp_to_key(lambda a, b: 0)))
