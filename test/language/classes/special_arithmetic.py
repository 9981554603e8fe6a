# Binary operators try both sides, prefer subclasses, and fall back as the data model says.
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
for name in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split():
    def forward(self, other, name=name): return f"{name}({self},{other})" if isinstance(other, (N, int)) else NotImplemented
    def backward(self, other, name=name): return f"r{name}({self},{other})"
    setattr(N, f"__{name}__", forward); setattr(N, f"__r{name}__", backward)
n = N(1)
print(n + 2, n - n, 3 * n, n / 2, 7 // n, n % 2, 2 ** n, n << 1, 1 >> n, n & 1, 1 | n, n ^ 1, 1 @ n, divmod(n, 2), divmod(2, n))
print("s" + n if False else n.__radd__("s"), [1] + n if False else "-", n + 1.5 if False else "-")
class Sub(N):
    def __radd__(self, other): return f"Sub.radd({other})"
class Same(N): pass
print(N(1) + Sub(2), Sub(1) + N(2), Sub(1) + Sub(2), N(1) + Same(2))
class Int(int):
    def __add__(self, other): return "Int.add"
    def __radd__(self, other): return "Int.radd"
print(Int(1) + 2, 1 + Int(2), Int(3) * 2, type(Int(3) * 2).__name__, 1.0 + Int(2))
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __index__(self): return 5
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1 + 2j
    def __pow__(self, e, m=None): return ("pow", e, m)
u = U()
import math
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.floor(u), math.ceil(u), math.trunc(u), int(u), float(u), complex(u), hex(u), [0] * u, "abcdefg"[u], pow(u, 2, 3), u ** 2, range(u), bin(u))
class Nothing: pass
x = Nothing()
for op in ("x + 1", "1 + x", "x - x", "-x", "~x", "abs(x)", "x @ x", "x ** 2", "pow(x, 1, 2)", "x += 1", "x // 'a'", "divmod(x, 1)", "int(x)", "float(x)", "complex(x)", "round(x)", "[][x]", "x << 1", "'a' + x", "[] + x", "'a' * x", "x in 5", "'%d' % x", "{}[x] + 1"):
    try:
        exec(op)
    except (TypeError, KeyError) as error:
        print(op, "->", type(error).__name__, str(error).replace(repr(x), "x"))
class Bad:
    def __int__(self): return "s"
    def __float__(self): return 1
    def __index__(self): return 1.0
    def __complex__(self): return 1
    def __bool__(self): return 1
    def __len__(self): return -1
    def __str__(self): return 1
    def __repr__(self): return None
    def __hash__(self): return "h"
    def __iter__(self): return 5
    def __format__(self, s): return 1
    def __contains__(self, x): return []
    def __bytes__(self): return ""
for action in (int, float, hex, complex, bool, len, str, repr, hash, iter, format, lambda b: 1 in b, bytes, list):
    try:
        print(action(Bad()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
