# Attribute writes stay right when descriptors, slots and setattr hooks appear.
def write(o, v): o.x = v
class A: pass
a = A()
for i in range(200): write(a, i)
print(a.x, a.__dict__)
A.x = "class value"; write(a, 1); print(a.x, A.x)
log = []
A.x = property(lambda s: "got", lambda s, v: log.append(v)); write(a, 2); print(a.x, log, a.__dict__); del A.x; print(a.x)
A.__setattr__ = lambda s, n, v: object.__setattr__(s, n, ("hook", v)); write(a, 3); print(a.x); del A.__setattr__; write(a, 4); print(a.x)
for i in range(50):
    o = A()
    if i % 2: o.first = 0
    write(o, i); o.y = i; write(o, -i)
print(o.__dict__, list(vars(o)))
class S:
    __slots__ = ("x", "z")
s = S()
for i in range(100): write(s, i)
print(s.x)
for o in (1, "s", None, object(), [], len, int):
    try: write(o, 1)
    except (AttributeError, TypeError) as e: print(e)
f = A(); f.x = 1.5
for i in range(100): write(f, i * 0.5)
print(f.x); write(f, "text"); print(f.x); write(f, None); print(f.x, f.__dict__); write(f, 2.5); write(f, 3); print(f.x, type(f.x).__name__)
def two(o): o.a = 1.0; o.b = 2; o.a = o.a + o.b; o.b = o.a
for _ in range(100): t = A(); two(t)
print(t.a, t.b); t.a = "x"
try: two(t); print(t.a, t.b)
except TypeError as e: print(e)
class Many: pass
m = Many()
for i in range(300): setattr(m, f"attr{i}", i)
print(sum(vars(m).values()), m.attr299, len(m.__dict__)); write(m, 5); del m.attr0; write(m, 6); print(m.x, list(m.__dict__)[:2], list(m.__dict__)[-1])
A.x = 0
def both(o):
    o.x += 1
    return o.x
n = A(); print([both(n) for _ in range(60)][-1], n.__dict__, A.x)
