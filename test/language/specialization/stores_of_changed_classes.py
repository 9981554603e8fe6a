"""Hot stores notice descriptors and __setattr__ that their class gets later."""
class A: pass
def run(o, n):
    for i in range(n): o.x = i
a = A(); log=[]
run(a, 3000)
A.__setattr__ = lambda self, k, v: log.append((k, v))
run(a, 3); print(log, a.x)
class B: pass
b = B(); run(b, 3000)
B.x = property(lambda s: 'p', lambda s, v: log.append(('prop', v)))
run(b, 2); print(log[3:], b.x)
class C: pass
c = C(); run(c, 3000)
class D:
    def __set__(self, o, v): log.append(('D', v))
C.x = D()
run(c, 2); print(log[5:], c.__dict__)
class E(A): pass
def new(cls, n):
    for i in range(n):
        o = cls(); o.y = i; o.z = 1
    return o
class F: pass
new(F, 3000)
F.__setattr__ = lambda self, k, v: log.append((k, v))
del log[:]
new(F, 2); print(log)
