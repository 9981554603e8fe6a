# functools: partial, reduce, caches, wraps, singledispatch, cmp_to_key, cached_property.
import functools
from functools import partial, reduce, lru_cache, cache, wraps, singledispatch, cmp_to_key, cached_property, partialmethod, total_ordering, singledispatchmethod, Placeholder
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, partial(print, 1, sep="-")(2, 3), partial(partial(max, 1), 5)(3), partial(pow, 2)(5), repr(partial(len)), partial(sorted, key=abs)([-3, 1]), partial(divmod, Placeholder, 3)(10))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "init"), reduce(max, [3, 9, 2], 5), reduce(lambda a, b: [a, b], "abc"))
calls = []
@lru_cache(maxsize=2)
def f(x, y=0): calls.append((x, y)); return x + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=0), f.cache_info(), calls, f.cache_parameters(), f.__wrapped__(5)); f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache(typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed.cache_info().currsize, lru_cache(maxsize=0)(len)("abc"))
try: f([])
except TypeError as error: print(error)
@singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list {len(x)}"
@show.register
def _(x: str | bytes): return f"text {x}"
print(show(1), show(True), show([1]), show("s"), show(b"b"), show(1.5), show.dispatch(bool)(2), sorted(t.__name__ for t in show.registry))
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self): self.n += 1; return self.n
    def add(self, a, b): return a + b
    add5 = partialmethod(add, 5)
    @singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: int): return "int"
c = C(); print(c.v, c.v, c.n, c.add5(1), c.m(1), c.m("a"), c.__dict__); del c.v; print(c.v)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted(["b", "A"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
@wraps(fib)
def w(): pass
print(w.__name__, w.__wrapped__ is fib)
for code in ("partial()", "partial(5)", "reduce(max, [])", "reduce(max, 5)", "lru_cache('a')", "singledispatch(len)(1)", "partial(len).x", "show()", "reduce()", "cmp_to_key(5)(1) < cmp_to_key(5)(2)", "total_ordering(C)"):
    try: print(code, eval(code))
    except (TypeError, AttributeError, ValueError) as error: print(code, "->", type(error).__name__, error)
