# Type aliases and type parameters: lazily evaluated, scoped, with bounds, constraints and defaults.
type Pair[T] = tuple[T, T]
type Tree = list[Tree] | int
type Never_evaluated = missing_name
print(Pair, Pair.__name__, Pair.__type_params__, Pair.__value__, Pair[int])
print(Tree.__value__, Tree.__module__)
try:
    Never_evaluated.__value__
except NameError as error:
    print(error)
def first[T, *Ts, **P](x: T, *rest: *Ts) -> T: return x
print(first(1), first.__type_params__, first.__annotations__["return"])
class Stack[T: int, U: (int, str) = str]:
    def push(self, item: T) -> U: return item
    def T_name(self): return T
T_, U_ = Stack.__type_params__
print(T_.__bound__, U_.__constraints__, U_.__default__, T_.has_default(), U_.has_default(), Stack.__parameters__)
print(Stack().T_name() is T_, Stack[int], Stack[int, str].__args__, Stack.__orig_bases__, Stack.__mro__[1:])
type Alias[T = int, *Ts = *tuple[str, int], **P = [int]] = T
print([p.__default__ for p in Alias.__type_params__])
def bounded[T: undefined_bound](): return T
print(bounded().__name__)
try:
    bounded().__bound__
except NameError as error:
    print(error)
class Outer[T]:
    class Inner[U]:
        both = lambda self: (T, U)
    def method[V](self): return T, V
print(Outer.Inner().both(), Outer().method())
for name in ("T", "U", "V"):
    print(name in globals(), end=" ")
print()
print(first.__qualname__, Outer.Inner.__qualname__, repr(T_), isinstance(T_, type(U_)), T_.__infer_variance__)
for bad in ("def f[T, T](): pass", "type X[T: (yield)] = 1", "class A[T](x := 1): pass", "type X = (yield)", "def f[T = int, U](): pass",
            "def f[*Ts: int](): pass", "type 1 = 2", "type X[] = 1"):
    try:
        compile(bad, "<t>", "exec"); print(bad, "ok")
    except SyntaxError as error:
        print(bad, "->", error.msg)
