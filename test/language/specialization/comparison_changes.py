# Warm comparisons meet every pair of types.
def lt(a, b): return a < b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def is_(a, b): return a is b
def in_(a, b): return a in b
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return f"lt{self.v}"
    def __eq__(self, o): return NotImplemented
    def __ge__(self, o): return []
    __hash__ = None
values = [1, 2, 1.0, 0.5, "a", "b", 2**60, 2**53 + 1, float("inf"), True, None, [1], (1,), V(1), b"a", {1}, 1j]
def branch(a, b):
    try:
        if a < b: return "yes"
        elif a == b: return "same"
        else: return "no"
    except TypeError: return "T"
for f in (lt, eq, ne, ge, is_, in_, branch):
    for start in ((1, 2), (1.5, 2.5), ("a", "b"), (2**60, 2**61)):
        for _ in range(100):
            try: f(*start)
            except TypeError: pass
        out = []
        for a in values:
            for b in values:
                try: out.append("01"[f(a, b)] if type(f(a, b)) is bool else str(f(a, b)))
                except (TypeError, ValueError): out.append("T")
        if f is not is_: print(f.__name__, start, "".join(out))
nan = float("nan"); print([lt(nan, 1), eq(nan, nan), ne(nan, nan), ge(1, nan), branch(nan, 1)])
def loop(limit):
    i = 0
    while i < limit: i += 1
    return i
print(loop(100), loop(99.5), loop(True), loop(2**3))
class Limit:
    def __gt__(self, o): return o < 5
print(loop(Limit()))
