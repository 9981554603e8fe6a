# Closures share variables, rebind through nonlocal, and keep one cell per call.
def counter():
    count = 0
    def up(by=1):
        nonlocal count
        count += by
        return count
    def get(): return count
    return up, get
up, get = counter()
up2, get2 = counter()
up(); up(5); up2()
print(get(), get2(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    return fs
print([f() for f in make()], [f.__closure__[0] is make.__closure__ for f in make()])
def deep():
    x = 1
    def a():
        def b():
            def c():
                nonlocal x
                x += 1
                return x
            return c
        return b
    return a()(), lambda: x
c, x = deep()
print(c(), c(), x())
def params(a, *b, c=1, **d):
    return lambda: (a, b, c, d)
print(params(1, 2, e=3)())
def late():
    def early(): return value
    try:
        early()
    except NameError as error:
        print(error)
    value = 5
    return early()
print(late())
cell = (lambda v: lambda: v)(9).__closure__[0]
print(cell.cell_contents, type(cell).__name__)
cell.cell_contents = 10
print(cell.cell_contents)
del cell.cell_contents
try:
    cell.cell_contents
except ValueError as error:
    print(error)
import types
print(types.CellType(3).cell_contents, types.CellType() == types.CellType(), types.CellType(1) < types.CellType(2))
def self_reference(n): return 1 if n == 0 else n * self_reference(n - 1)
print(self_reference(5))
