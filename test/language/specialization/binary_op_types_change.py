# A binary operation goes on being right when its operands change type after it is warm.
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def warm(f, a, b):
    for _ in range(200): r = f(a, b)
    return r
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f"N+{o}"
    def __radd__(self, o): return f"{o}+N"
    def __sub__(self, o): return "N-"
    def __mul__(self, o): return "N*"
    def __rmul__(self, o): return "*N"
values = [1, 2.5, "s", 2**70, True, [1], (1,), N(1), 1j, b"b", None]
for f in (add, sub, mul):
    for start in ((1, 2), (1.5, 2.5), ("a", "b"), (2**60, 2**60), (1, 2.5), ([1], [2])):
        out = []
        try: out.append(warm(f, *start))
        except TypeError as e: out.append(str(e))
        for a in values:
            for b in values:
                try: out.append(f(a, b))
                except TypeError as e: out.append("T")
                except OverflowError: out.append("O")
        print(f.__name__, start, len(out), str(out)[:300])
