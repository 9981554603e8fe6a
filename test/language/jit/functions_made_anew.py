# Functions that are made again and again: calls know them by their code, and what is filled in by each one's own defaults.
def defaults(n, first, second):
    def f(a, b=first, *, c=second): return a + b * c
    total = 0
    for i in range(n): total += f(i) + f(i, 2) + f(i, c=3) + f(b=i, a=1)
    return total
print([defaults(60, i % 4, i % 3 + 1) for i in range(40)][::7])

def rest(n, tail):
    def f(*args, last=tail, **more): return len(args) + last + len(more)
    total = 0
    for i in range(n): total += f(1, i) + f() + f(i, x=1, y=2) + f(last=5)
    return total
print([rest(60, i) for i in range(40)][::7])

def changed(n):
    def f(a, b=1, *, c=2): return a, b, c
    seen = []
    for i in range(n):
        if i == n // 3: f.__defaults__ = (10,)
        if i == n // 2: f.__kwdefaults__ = {"c": 20}
        if i == n - 6: f.__defaults__ = (5, 6)
        if i == n - 4: f.__defaults__ = None
        if i == n - 2: f.__kwdefaults__ = None
        try: result = f(i)
        except TypeError as error: result = str(error)
        if i % (n // 6) == 0 or i > n - 8: seen.append(result)
    return seen
for i in range(12): result = changed(90)
print(*result, sep="\n")

def chosen(n):
    def f(a, b=1): return a + b
    def g(a, b=2, c=3): return a + b + c
    both, total = (f, g), 0
    for i in range(n): total += both[i % 2](i)
    return total
print([chosen(n) for n in (50, 51, 52, 60, 70)], sum(chosen(40) for i in range(60)))

# Attributes of modules and classes that a variable holds.
import math, cmath

def through(module, n):
    total = 0
    for i in range(n): total += module.sqrt(i).real
    return round(total, 3)
print([through(math, 60) for i in range(20)][-1], [through(cmath, 60) for i in range(20)][-1], through(math, 60))

class Base:
    kind, made = "base", 0
    @classmethod
    def make(cls, n):
        cls.made += 1
        return cls.kind, n
class Derived(Base): kind = "derived"
class Meta(type):
    label = "meta"
    def __getattr__(cls, name): return f"{cls.__name__}.{name}"
class Odd(metaclass=Meta): kind = "odd"

def kinds(classes, n):
    found = []
    for i in range(n): found.append(classes[i % len(classes)].kind)
    return "".join(kind[0] for kind in found)
for i in range(30): result = kinds([Base], 9), kinds([Base, Derived], 9), kinds([Odd, Base, Derived], 9)
print(result, [Derived.make(i) for i in range(100)][-1], Base.made, Derived.made)

def rebound(cls, n):
    found = []
    for i in range(n):
        if i == n // 2: cls.kind = "rebound"
        if i == n - 2: del cls.kind
        found.append(cls.kind)
    return found[0], found[n // 2], found[-1]
for i in range(20):
    class Fresh(Base): kind = "fresh"
    class Strange(metaclass=Meta): kind = "strange"
    result = rebound(Fresh, 80), rebound(Strange, 80)
print(result)
