"""The __dict__ of an instance and its attributes are the same thing, whoever changes which, and when."""


class P:
    kind = "class"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y


class S(P):
    __slots__ = ("s",)


class Bunch:
    def __init__(self, **names):
        self.__dict__.update(names)

    def total(self):
        return sum(v for v in self.__dict__.values())


def both(p, *names):
    return [(n, getattr(p, n, None), p.__dict__.get(n)) for n in names], list(p.__dict__)


p = P(1, 2.5)
d = p.__dict__
print(d is p.__dict__ is vars(p), d, p.total())
p.x = 10
p.z = "new"
print(both(p, "x", "y", "z"), d)
p.y = "no float"
print(d, both(p, "y"))
del p.x
print(d, hasattr(p, "x"))
p.x = 3
print(list(d))
d["x"] = 4
d["w"] = [1]
print(p.x, p.w, both(p, "x", "w"), p.__dict__ is d)
p.x = 5
del d["w"]
print(d["x"], hasattr(p, "w"), p.x)
d["total"] = lambda: "hidden"
print(p.total(), d.pop("total") and p.kind)
p.kind = "own"
print(p.kind, d["kind"], P.kind)
d.clear()
print(d, hasattr(p, "x"), p.__dict__ is d)
p.x = 1
print(d, both(p, "x"))

q = P(1, 2)
d = q.__dict__
q.__dict__ = {"x": 7, "y": 8}
d["x"] = 100
print(q.total(), q.__dict__, d)
q.x += 1
print(q.__dict__)

s = S(1, 2)
s.s = "slot"
d = s.__dict__
s.__class__ = S
print(d, s.s, s.total())
s.x = 9
print(d is s.__dict__, d, s.s)
d["y"] = 1
print(s.total(), s.s)


class Other:
    def total(self):
        return -self.x


r = P(5, 6)
d = r.__dict__
r.__class__ = Other
print(r.total(), d is r.__dict__, d)
d["x"] = 6
print(r.total())

b = Bunch(one=1, two=2)
print(b.one, b.two, b.total(), b.__dict__)
b.one = 10
print(b.__dict__, b.total())
b.__dict__["two"] = 20
b.__dict__.update(three=3)
print(b.two, b.three, b.total(), b.__dict__)
b.__dict__[1] = "not a name"
print(b.one, b.__dict__[1])
c = Bunch()
c.__dict__[2] = "first"
c.a = 1
print(c.a, c.__dict__)

for name in p, P(1, 2):
    try:
        for key in name.__dict__:
            name.fresh = key
    except RuntimeError as e:
        print("RuntimeError:", e)

many = P(0, 0)
d = many.__dict__
for i in range(200):
    setattr(many, f"a{i}", i)
print(len(d), many.a150, d["a199"], d is many.__dict__)
del many.a100
print(len(d), hasattr(many, "a100"), many.a101)

g = P(1, 2)
exec("x = x + 1\ndef f(n):\n    global x\n    for i in range(n): x += y\n    return x\nf(3)", g.__dict__)
print(g.x, g.f(2000), g.x, g.y, "__builtins__" in g.__dict__)
g.y = 5
print(g.f(1000), g.__dict__["x"])


def hot(items, n):
    total = 0
    for i in range(n):
        o = items[i % len(items)]
        total += o.x + o.total()
        o.x = i
        if i == n // 3:
            vars(items[0])
        if i == n // 2:
            items[1].__dict__["x"] = 1000
        if i == n // 2 + 5:
            items[2].__dict__["total"] = lambda: 5
        if i % 1000 == 7:
            total += sum(vars(items[i % 3])[k] for k in "xy")
    return total, [vars(o)["x"] for o in items]


print(hot([P(i, i + 1) for i in range(3)], 20000))
print(hot([P(i, 0.5) for i in range(3)], 20000))
print(hot([Bunch(x=i, y=1) for i in range(3)], 6000))


def copies(n):
    made = []
    for i in range(n):
        new = P.__new__(P)
        new.__dict__.update(P(i, -i).__dict__)
        new.y += 1
        made.append(new.total() + new.x)
    return sum(made)


print(copies(3000))
