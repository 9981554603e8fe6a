# Fields of namedtuples in hot loops, while classes and what is under the name change.
from collections import namedtuple
P = namedtuple('P', 'x y')
Q = namedtuple('Q', 'z y x')
class Sub(P):
    @property
    def x(self): return 'property'
def total(points):
    s = []
    for p in points:
        s = [p.x, p.y]
    return s
def failing(p):
    try: return p.y
    except (IndexError, AttributeError) as error: return str(error)
for i in range(300): r = total([P(i, 2), P(3, i)] * 3)
print(r)
for i in range(300): r = total([P(1, 2), Q(3, 4, 5), Sub(6, 7)])
print(r)
short = tuple.__new__(P, (1,))
def each(points): return [failing(p) for p in points]
for i in range(300): r = each([P(1, 2), P(3, 4)])
print(r, each([P(1, 2), short, Q(1, 2, 3), 5]))
for i in range(300): r = each([P(1, 2), short])
print(r)
del P.y
print(each([P(1, 2), Q(1, 2, 3)]))
P.y = 'now a class attribute'
print(each([P(1, 2)]))
def calls(p):
    for i in range(500): r = p.z(i)
    return r
print(calls(Q(abs, 1, 2)))
def stores(p):
    for i in range(100):
        try: p.z = 1
        except AttributeError as error: r = str(error)
    return r, p.z
print(stores(Q(1, 2, 3)), Q.z.__reduce__())
