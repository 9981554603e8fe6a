# bool is an int with two instances; subclasses of int mix with int.
print(True + True, True * 5, -True, ~False, True / 2, True == 1, isinstance(True, int), bool.__mro__, True.__class__, int(True), str(True), repr(False), f"{True} {True:d} {True:5}|", "%d %s" % (True, True))
print(bool(), bool([]), bool("False"), bool(0.0), bool(float("nan")), {True: "a", 1: "b", 1.0: "c"}, [10, 20][True], sum([True, False, True]), True < 2, sorted([True, False]), max(True, 0), True & 1, True and 5, not 3)
for code in ("bool(1, 2)", "class B(bool): pass", "bool.__new__(int)", "True()", "True.x = 1"):
    try: exec(code)
    except (TypeError, AttributeError) as error: print(error)
class N(int):
    def __repr__(self): return f"N<{int(self)}>"
    def __add__(self, o): return N(int(self) + int(o))
    __radd__ = __add__
n = N(5)
print(n, str(n), n + 1, 1 + n, n * 2, type(n * 2).__name__, n == 5, {5: "five"}[n], hash(n) == hash(5), n.bit_length(), [n], f"{n} {n:d} {n!s}", "%d %s %r" % (n, n, n), int(n), type(int(n)).__name__, n.real, type(+n).__name__, range(n)[-1], [1] * N(2), sum([N(1), N(2)]))
class Flag(int):
    def __bool__(self): return False
    def __eq__(self, o): return "eq"
    __hash__ = int.__hash__
    def __lt__(self, o): return "lt"
    def __int__(self): return 99
    def __index__(self): return 98
    def __format__(self, s): return f"fmt {s}"
f = Flag(3)
print(bool(f), f == 3, 3 == f, f < 1, 1 > f, int(f), [0] * 100 != [] and len([0] * f), hex(f), f"{f:x}", f"{f}", str(f), f + 1, float(f))
