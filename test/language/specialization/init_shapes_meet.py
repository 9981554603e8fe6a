# An instance whose __init__ gives it one shape on one way and another on the other.
class A:
    def __init__(self, n):
        if n % 3:
            self.a = n
def run(count):
    total = 0
    for i in range(count):
        o = A(i)
        o.b = 1
        o.c = i
        total += getattr(o, 'a', 100) + o.b + o.c
        if i > count - 4: print(sorted(o.__dict__.items()))
    return total
print(run(10)); print(run(200)); print(run(2000))
class P:
    def __init__(self): pass
    @property
    def n(self): return 'p', self._n
    @n.setter
    def n(self, v): self._n = v
class Q:
    pass
class R:
    def __setattr__(self, name, value): object.__setattr__(self, name, ('set', value))
def put(o, v): o.n = v
def run2(count):
    for i in range(count):
        q = Q(); put(q, i)
        p = P(); put(p, i)
        q = Q(); put(q, i)
        r = R(); put(r, i)
        q = Q(); put(q, i)
    print(q.__dict__, p.__dict__, r.__dict__)
for k in (5, 100, 1000): run2(k)
