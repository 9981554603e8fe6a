# Assignments: chains, unpacking with stars, nested targets, swaps, subscripts, attributes and order of evaluation.
a = b = c = []
a.append(1)
print(a, b is c)
x, y = 1, 2
x, y = y, x
(p, q), [r, *s], *t = (1, 2), [3, 4, 5], 6, 7
print(x, y, p, q, r, s, t)
*head, last = "abc"
first, *middle, end = range(6)
[only] = {7}
(), [] = [], ()
print(head, last, first, middle, end, only)
class Box:
    pass
box = Box()
data = [0] * 4
box.x, data[1], (box.y, data[-1]) = 1, 2, (3, 4)
print(box.x, box.y, data)
i = 0
i, data[i] = 2, 9
print(i, data)
data[1:3] = "xyz"
print(data)
data[::2] = range(3)
del data[0], data[-1]
print(data)
def order(name, value=None):
    print(name, end=";")
    return value
order("target", data)[order("index", 0)] = order("value", 5)
print(data)
d = {}
d["a"], d["b"] = d["c"] = 1, 2
print(d)
n: int = 5
m: "whatever"
print(n, __annotations__ if False else "annotated")
for bad in ((1, 2, 3), (1,), 5, {1: 2}):
    try:
        u, v = bad
        print(u, v)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    u, *v, w = [1]
except ValueError as error:
    print(error)
try:
    u, v = iter([1, 2, 3])
except ValueError as error:
    print(error)
