# Call sites see functions, methods, classes, builtins and objects of all kinds in turn.
def call0(f): return f()
def call1(f, a): return f(a)
def call2(f, a, b): return f(a, b)
def kw(f, a): return f(x=a)
class C:
    def __init__(self, x=0): self.x = x
    def m(self, x=None): return ("m", x)
    @classmethod
    def c(cls, x=None): return ("c", cls.__name__, x)
    @staticmethod
    def s(x=None): return ("s", x)
    def __call__(self, x=None): return ("call", x)
    def __repr__(self): return f"C({self.x})"
def f(x=5): return ("f", x)
def g(x, *rest, **k): return ("g", x, rest, k)
def gen(x=1): yield x
async def co(x=1): return x
things = [f, C, C(), C().m, C.c, C.s, int, str, lambda x=7: ("l", x), list, len, print, gen, g, type, tuple, dict, bool, "abc".upper, [3, 1].copy, None, 5, C.m, max]
for warm in (f, C, C().m, len, str, g):
    for _ in range(100):
        try: call1(warm, "ab"); call0(warm)
        except TypeError: pass
    out = []
    for t in things:
        for site, args in ((call0, ()), (call1, ("ab",)), (call2, ("ab", "cd")), (kw, ("ab",))):
            try:
                r = site(t, *args)
                out.append(list(r) if type(r).__name__ == "generator" else r)
            except (TypeError, ValueError) as e: out.append(type(e).__name__)
    print(getattr(warm, "__name__", warm), str(out).replace("\n", ""))
def defaults(a, b=1): return a + b
for _ in range(100): call1(defaults, 1)
print(call1(defaults, 1)); defaults.__defaults__ = (10,); print(call1(defaults, 1)); defaults.__defaults__ = None
try: call1(defaults, 1)
except TypeError as e: print(e)
defaults.__code__ = (lambda a: a * 100).__code__; print(call1(defaults, 2))
class D:
    def __init__(self): self.v = "init"
for _ in range(100): call0(D)
D.__init__ = lambda self: setattr(self, "v", "new init"); print(call0(D).v); D.__new__ = lambda cls: 5; print(call0(D)); del D.__init__
def recursive(n): return n if n == 0 else recursive(n - 1)
print([recursive(i) for i in range(60)][-1])
