# Enums, flags, auto values, aliases and lookups.
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, member, nonmember, verify, UNIQUE
class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = 3
    CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    def __str__(self): return f"color {self.value}"
print(list(Color), Color.RED, repr(Color.RED), Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, Color.BLUE.value, Color.GREEN.nice, len(Color), Color.RED in Color, 1 in Color, list(Color.__members__), Color.RED == 1, hash(Color.RED) == hash(Color.RED), Color.RED.name, isinstance(Color.RED, Color))
class Planet(Enum):
    EARTH = (1, 2); MARS = (3, 4)
    def __init__(self, a, b): self.a, self.b = a, b
    @classmethod
    def first(cls): return next(iter(cls))
print(Planet.EARTH.a, Planet.first(), Planet((3, 4)), Planet.MARS.value, list(Planet))
class N(IntEnum): ONE = 1; TWO = auto(); TEN = 10
print(N.ONE + 1, N.TWO, repr(N.TWO), N(10), N.ONE < N.TWO, N.ONE == 1, [0, 1, 2][N.TWO], f"{N.ONE}", "%d" % N.TEN, sorted(N, reverse=True), max(N), N["ONE"], int(N.TEN))
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, P(3), P(0), ~P.R, P.R in P.RW, list(P.RW), P.RW & P.W, P.R ^ P.RW, bool(P(0)), len(P.RW), repr(P.R | P.X), P.R.value, list(P))
class I(IntFlag): A = 1; B = 4
print(I.A | I.B, I.A | 8, I(5), I.A + 1, repr(I(9)), I.B in I(5))
class S(StrEnum): FOO = auto(); BAR = "bar!"
print(S.FOO, repr(S.BAR), S.FOO + "x", S("foo"), S.FOO == "foo", f"{S.BAR:>6}")
for code in ("Color2(5)", "N(3)", "N['X']", "N.ONE.x", "N.ONE = 5", "del N.ONE", "Planet('z')", "class Sub(N): pass", "P('a')", "P(64)", "class U(Enum, metaclass=type(Enum)): A = 1; A = 2", "unique(type(N)('D', (Enum,), {}))", "N.ONE()", "Enum('E', 'a b')(3)", "N.missing"):
    try: exec(code); print(code, "fine")
    except (ValueError, KeyError, AttributeError, TypeError, NameError) as error: print(code, "->", type(error).__name__, error)
E = Enum("E", "a b c"); print(list(E), E.a.value, Enum("F", {"x": 5}).x, Enum("G", [("p", 1)]).p)
@unique
class Q(Enum): A = 1; B = 2
try:
    @unique
    class Dup(Enum): A = 1; B = 1
except ValueError as error: print(error)
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "default" else None
print(Missing("default"), {Q.A: "a"}[Q.A], Q.A != Q.B, Q.A in (Q.A,), Q.__members__.keys(), dir(Q.A)[-2:])
