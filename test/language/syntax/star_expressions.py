# Stars unpack in calls, displays, subscripts, returns and for loops.
a, b = [1, 2], (3, 4)
print([*a, *b], (*a, 0, *b), {*a, *b}, [*"ab", *range(2), *{5: 6}], *a, *b, sep="-")
print({**{"x": 1}, "y": 2, **{"x": 3}}, {**{}}, [*[]], (*(),))
def f(*args, **kwargs): return args, kwargs
print(f(*a, 9, *b, k=1, **{"m": 2}, **{"n": 3}), f(*[], **{}), f(*"xy", *(z for z in a)))
def g(): return *a, *b
def h(): yield *a, 5
print(g(), next(h()))
for x in *a, *b: print(x, end=" ")
print()
class K:
    def __getitem__(self, key): return key
print(K()[*a], K()[*a, 1:2], K()[0, *b])
t = *a,
print(t, *[*[*[1]]])
print(f(*a, x=1, *b), f(**{"a b": 1}), dict(**{"k": 1}, z=2))
for bad in ("f(*1)", "f(**1)", "f(**{1: 2})", "f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "[*1]", "{**[1]}", "(*None,)", "{*5}", "print(*5)"):
    try:
        print(eval(bad))
    except TypeError as error:
        print(bad, "->", error)
for bad in ("*a", "(*a)", "f(**a, *b)", "[*a for a in b]", "{**a for a in b}", "*a = 1", "*a, *b = c", "f(a=1, 2)", "f(**a, 1)", "x = *a"):
    try:
        compile(bad, "<s>", "exec"); print(bad, "ok")
    except SyntaxError as error:
        print(bad, "->", error.msg)
