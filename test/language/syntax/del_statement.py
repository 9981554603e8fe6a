# del removes names, attributes, items, slices and nested targets.
a = b = c = 1
del a, (b, [c])
for name in "abc":
    print(name in globals(), end=" ")
print()
items = list(range(10))
del items[0], items[-1], items[2:4], items[::3]
print(items)
d = {"x": 1, "y": 2}
del d["x"]
print(d)
class C:
    attr = 1
    def __delattr__(self, name): print("delattr", name)
    def __delitem__(self, key): print("delitem", key)
c = C()
del c.anything, c[1], c[1:2], c[1, 2], c[...], c[::5]
del C.attr
print(hasattr(C, "attr"))
def local():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)
print(local())
def closed():
    x = 1
    def inner(): return x
    del x
    try:
        return inner()
    except NameError as error:
        return f"{type(error).__name__} {error}"
print(closed())
for code in ("del missing", "del d['q']", "del items[99]", "del (1).real", "del print.x", "del 'abc'[0]", "del (1,)[0]",
             "del {1}[0]", "del {1}['a']", "del {}.keys()[0]", "del (5)[0]"):
    try:
        exec(code)
    except Exception as error:
        print(code, "->", type(error).__name__, error)
for code in ("del 1", "del f()", "del a + b", "del (x for x in y)", "del None", "del *a", "del [a, 1]"):
    try:
        compile(code, "<d>", "exec")
    except SyntaxError as error:
        print(code, "->", error.msg)
