# Annotations are evaluated when asked for, and can name what does not exist yet.
def f(x: undefined_yet, y: "quoted" = 1) -> Later: pass
class Later: pass
try:
    f.__annotations__
except NameError as error:
    print(error)
undefined_yet = int
print({k: getattr(v, "__name__", v) for k, v in f.__annotations__.items()})
class A:
    x: int
    y: list[int] = []
    z: "A"
    def method(self) -> B: pass
print(A.__annotations__, A.y, hasattr(A, "x"))
class B: pass
print(A.method.__annotations__["return"] is B)
import annotationlib
def g(a: missing_one, b: missing_two.attr[int]) -> None: pass
print(annotationlib.get_annotations(g, format=annotationlib.Format.STRING))
forward = annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF)
print(type(forward["a"]).__name__, forward["a"].__forward_arg__, forward["return"])
print(f.__annotate__(1)["return"].__name__, (lambda: 0).__annotate__, type(f.__annotate__).__name__)
count = 0
def effect():
    global count
    count += 1
    return int
def h(x: effect()): pass
print(count, h.__annotations__, count, h.__annotations__ is h.__annotations__, count)
h.__annotations__["x"] = str
print(h.__annotations__)
del h.__annotations__
print(h.__annotations__)
v: int = 3
w: str
print(__annotations__ if "__annotations__" in globals() else __annotate__(1))
def local():
    q: int
    r: undefined = 1
    return r
print(local(), local.__annotations__)
class C[T]:
    t: T
    def m(self, x: T) -> "T": return x
print(C.__annotations__, C.m.__annotations__)
class D:
    __slots__ = ("s",)
    s: int
    n: nested
    class nested: pass
print(D.__annotations__["n"].__qualname__)
