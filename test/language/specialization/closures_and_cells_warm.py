# Cells, free variables and class bodies in warm loops.
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter()
for _ in range(100): c()
d = counter(); print(c(), d())
def loop():
    fs = []
    for i in range(100):
        def f(x, k=i): return x + k + i
        fs.append(f)
    return fs
fs = loop(); print(fs[0](0), fs[50](0), fs[99](1))
def deleted():
    x = 1
    def get(): return x
    for _ in range(60): get()
    del x
    try: get()
    except NameError as e: print(e)
    x = "back"
    return get()
print(deleted())
def make(n):
    class C:
        value = n
        def get(self): return n, self.value
    return C
print([make(i)().get() for i in range(60)][-1])
def swap(a, b):
    for _ in range(101): a, b = b, a
    return a, b
print(swap(1, "x"))
def many():
    a = b = c = d = e = f = g = 0
    for i in range(200):
        a, b, c, d, e, f, g = b, c, d, e, f, g, a + i
    return a, b, c, d, e, f, g
print(many())
def unbound(flag):
    if flag: v = 1
    return v
for _ in range(60): unbound(True)
try: unbound(False)
except UnboundLocalError as e: print(e)
def comp(n): return [[x * y for x in range(n)] for y in range(n)], {x: n for x in range(n)}, {x % n for x in range(n * 2)}
for _ in range(60): r = comp(3)
print(r)
def star(*a, **k): return a, k
def forward(*a, **k): return star(*a, **k)
for i in range(60): r = forward(i, x=i)
print(r, forward(), forward(*range(3), **{"y": 1}))
