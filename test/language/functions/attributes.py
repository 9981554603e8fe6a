# Functions carry names, documentation, annotations, defaults and attributes that can be changed.
def outer():
    def inner(a: int, b: "str" = "x", *args: float, c: list = None, **kw: dict) -> bool:
        "The documentation."
    return inner
f = outer()
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__annotations__)
print(f.__defaults__, f.__kwdefaults__, f.__dict__, f.__type_params__, f.__code__.co_name, f.__code__.co_qualname)
f.custom = 1
print(f.custom, vars(f))
f.__name__, f.__qualname__, f.__doc__ = "renamed", "q.renamed", "new"
print(f.__name__, repr(f).split(" at ")[0], f.__doc__)
for code in ("f.__name__ = 1", "f.__code__ = 1", "f.__defaults__ = 1", "f.__kwdefaults__ = 1", "f.__closure__ = ()", "f.__globals__ = {}", "del f.__name__", "f.__annotations__ = 5", "f.__dict__ = 1", "f.nothing", "del f.nothing"):
    try:
        exec(code); print(code, "fine")
    except (TypeError, AttributeError) as error:
        print(code, "->", type(error).__name__, error)
def g(x): return x * 2
def h(x): return x + 1
g.__code__ = h.__code__
print(g(5), g.__name__)
import types
made = types.FunctionType(h.__code__, {"__builtins__": {}}, "made", (41,))
print(made(), made.__name__, type(made) is types.FunctionType, types.FunctionType is types.LambdaType)
print(f == f, f != g, hash(f) == hash(f), bool(f), callable(f))
class C:
    def m(self): "doc of m"
print(C.m.__qualname__, C().m.__func__ is C.m, C().m.__doc__, C().m.__name__, C().m == C.m)
c = C()
print(c.m == c.m, c.m is c.m, c.m.__self__ is c)
try:
    c.m.x = 1
except AttributeError as error:
    print(error)
print(print.__name__, print.__qualname__, print.__module__, print.__self__.__name__, [].append.__qualname__, len.__text_signature__)
import warnings
def plain(): pass
def generates(): yield
async def awaits(): pass
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for each in (generates, awaits, plain):
        def changed(): pass
        changed.__code__ = each.__code__
        print(type(changed.__call__() if each is not awaits else None).__name__, [str(w.message) for w in caught]); caught.clear()
