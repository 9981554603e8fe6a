# Lambdas take every kind of parameter and close over their surroundings.
print((lambda: None)(), (lambda x: x)(1), (lambda x, y=2: (x, y))(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda a, /, b, *, c, d=4: (a, b, c, d))(1, b=2, c=3))
print((lambda *a, k=1, **o: (a, k, o))(1, 2, k=3, z=4), (lambda *, k: k)(k=5))
adders = [lambda x: x + n for n in range(3)]
print([f(10) for f in adders])
adders = [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in adders])
compose = lambda *fs: lambda x: compose(*fs[:-1])(fs[-1](x)) if fs else x
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
f = lambda: (yield)
g = f()
print(next(g), f.__name__, f.__qualname__, (lambda: 0).__code__.co_name)
y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))
print(sorted([3, -1, 2], key=lambda v: -v), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
print([*filter(lambda s: s, ["", "a"])], (lambda x: lambda: x)(7)(), (lambda: [lambda: 1])()[0]())
d = {"f": lambda s: s * 2}
print(d["f"]("ab"), (lambda x=lambda: 3: x())(), (lambda: (1, 2))(), lambda_ := 5)
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
