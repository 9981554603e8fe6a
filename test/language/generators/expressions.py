# Generator expressions evaluate their first iterable at once and the rest lazily.
def log(x): print("eval", x, end="; "); return x
g = (log(a) * log(b) for a in log([1, 2]) for b in log([3, 4]) if log(b) > 3)
print("made")
print(next(g))
print(list(g))
print(sum(x for x in range(5)), max((x * x for x in [-3, 2]), default=0), [*(c for c in "ab")], dict((k, k * 2) for k in "xy"), set(x % 3 for x in range(9)))
print(list((i, j) for i in range(3) for j in range(i)), list(x for x in "abc" if x != "b" if x != "c"), ",".join(str(x) for x in [1, 2]))
try:
    (x for x in undefined_thing)
except NameError as error:
    print(error)
lazy = (undefined_later for _ in [1])
undefined_later = "now defined"
print(next(lazy))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
def scope():
    y = 10
    g = (x + y for x in range(2))
    y = 20
    return list(g)
print(scope(), [g() for g in [lambda: x for x in range(3)]], [list(x for x in range(n)) for n in range(3)])
class A:
    items = [1, 2]
    first = list(x for x in items)
    try:
        second = list(x + len(items) for x in items if items)
    except NameError as error:
        print(error)
print(A.first)
nested = ((x, y) for x in (i * 2 for i in range(3)) for y in (x, x + 1))
print(list(nested), any(x for x in [0, 0]), all(x for x in []), next((x for x in [] if x), None))
print(sorted((x for x in (3, 1, 2)), reverse=True), f"{list(x for x in 'ab')}")
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), [(a, next(it2)) for it2 in [iter("abcd")] for a in it2])
