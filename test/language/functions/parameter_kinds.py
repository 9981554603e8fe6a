# Every kind of parameter binds as the language says.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs
print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, g=7))
print(f(1, d=4, a=9, b=8))
print(f(*[1, 2], *[3, 4], **{"d": 5}, **{"x": 6}))
def positional(a, b, /): return a, b
def keyword(*, a, b=0): return a, b
def both(x, /, **x_): return x, x_
print(positional(1, 2), keyword(b=2, a=1), both(1, x=2))
def defaults(a, b=[], *, c={}): b.append(a); c[a] = len(b); return b, c
print(defaults(1), defaults(2), defaults(3, []))
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
print(f.__code__.co_varnames, f.__code__.co_flags & 12)
f.__defaults__ = (7,)
f.__kwdefaults__ = {"d": 8, "e": 9}
print(f(1, 2))
try:
    print(f(1))
except TypeError as error:
    print(error)
def evaluated(x=print("default evaluated once")): return x
print(evaluated(), evaluated())
n = 1
def early(x=n): return x
n = 2
print(early())
