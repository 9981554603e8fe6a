# List, set, dict and nested comprehensions have their own variables.
x = "outer"
print([x for x in range(3)], x, {x % 2 for x in range(5)}, {x: x ** 2 for x in range(3)}, x)
print([(a, b) for a in "ab" for b in range(2)], [a for a in range(10) if a % 2 if a > 4], [[j for j in range(i)] for i in range(4)])
print({k: v for k, v in zip("ab", [1, 2])}, {v: k for k, v in {"a": 1}.items()}, [a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["abc", "de"]])
print([y for x in range(3) for y in range(x)], [lambda: i for i in range(2)][0](), [f() for f in [lambda i=i: i for i in range(3)]])
print([i if i % 2 else -i for i in range(4)], [i for i in (1, 2, 3) if not i == 2], [i and "t" or "f" for i in (0, 1)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [n for row in matrix for n in row if n % 2], sum([sum([n for n in row]) for row in matrix]))
def f(n): 
    y = n
    return [x + y for x in range(n) if x != y], [[y * z for z in range(2)] for _ in range(2)], {y for _ in "a"}
print(f(3))
def capture():
    fs = [lambda: i * k for i in range(3) for k in [10]]
    return [g() for g in fs]
print(capture())
class C:
    n = 3
    a = [i for i in range(n)]
    b = {i: 1 for i in range(n)}
    try: c = [n for i in range(2)]
    except NameError as error: c = str(error)
    d = [[n_ for n_ in range(i)] for i in range(n)]
    __p = 1
    e = [__p_ for __p_ in (1,)]
print(C.a, C.b, C.c, C.d, C.e)
def order(v): print(v, end=" "); return v
print({order("k"): order("v") for _ in [1]}, [order(i) for i in order([1, 2]) if order(True)])
def unbound():
    try: return [zz for _ in [1]], (zz := 1)
    except UnboundLocalError as error: return str(error)
print(unbound())
def gen(): yield [(yield_ := i) for i in range(2)]; yield yield_
print(list(gen()))
try: [1 / i for i in (1, 0)]
except ZeroDivisionError as error: print(error, error.__traceback__.tb_frame.f_code.co_name)
try: {[]: 1 for _ in [1]}
except TypeError as error: print(error)
try: [a for a, b in [(1, 2, 3)]]
except ValueError as error: print(error)
def deleted():
    i = 5
    r = [i for i in range(2)]
    return i, r
print(deleted(), [*[i for i in range(2)], *{j for j in "a"}], [x for x in [x for x in [1, 2]]])
print([i for i in range(5) if [j for j in range(i) if j > 2]], [(i, j) for i, j in enumerate(x for x in "ab")], [] == [i for i in []])
def restores():
    for i in range(2):
        [i for i in "abc"]
        print(i, end=" ")
    print([i := 7 for j in range(1)], i)
restores()
