# With the future import, annotations are strings of their source.
from __future__ import annotations
def f(x: int, y: a.b[c, "d"] = 1, *z: (1 + 2) * 3, k: lambda q: q = 0, **kw: {**x}) -> [i for i in j if i]: pass
print(f.__annotations__)
class A:
    x: not_defined | None = None
    y: -1 ** 2 if a else b
    z: f"text {value!r:>{width}} {{}}"
print(A.__annotations__)
v: tuple[int, ...] = ()
print(__annotations__)
def g(a: x[1:2, ::3], c: not a and b or c, d: a < b <= c is not d, e: (), f: (1,), g: {1, 2}, h: {1: 2}, i: a if 0 else b, *j: *k) -> await_: pass
print(g.__annotations__)
