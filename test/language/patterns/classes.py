# Class patterns test the type and take attributes by position and name.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
def where(p):
    match p:
        case Point(0, 0): return "origin"
        case Point3(x, y, z): return f"3d {x} {y} {z}"
        case Point(0, y): return f"y axis {y}"
        case Point(x, y=0): return f"x axis {x}"
        case Point(x=x, y=y) if x == y: return f"diagonal {x}"
        case Point(): return "some point"
        case int(n) | float(n): return f"number {n}"
        case str(s): return f"string {s}"
        case [Point(x=a), Point(x=b)]: return f"two points {a} {b}"
        case type(): return "a type"
        case _: return "?"
for p in (Point(0, 0), Point3(0, 1, 2), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), 7, 1.5, "s", True, [Point(1, 0), Point(2, 0)], int, None): print(where(p))
for value in (True, b"b", bytearray(b"c"), {1}, frozenset({2}), (1, 2), [3], {"k": 1}, 1.0, 2, "t"):
    match value:
        case bool(x): print("bool", x)
        case int(x): print("int", x)
        case bytes(x): print("bytes", x)
        case bytearray(x): print("bytearray", x)
        case set(x): print("set", x)
        case frozenset(x): print("frozenset", x)
        case tuple(x): print("tuple", x)
        case list(x): print("list", x)
        case dict(x): print("dict", x)
        case float(x): print("float", x)
        case str(x): print("str", x)
class NoArgs: pass
class BadArgs: __match_args__ = 5
class BadItem: __match_args__ = (1,)
class Missing: __match_args__ = ("nothing",)
not_a_class = 5
def attempt(subject, code):
    try:
        exec(f"match subject:\n  case {code}: print('matched')\n  case _: print('no match')", globals() | {"subject": subject})
    except TypeError as error: print(error)
attempt(NoArgs(), "NoArgs(1)"); attempt(BadArgs(), "BadArgs(1)"); attempt(BadItem(), "BadItem(1)"); attempt(Missing(), "Missing(1)"); attempt(5, "not_a_class()"); attempt(5, "int(1, 2)"); attempt(Point(1, 2), "Point(1, 2, 3)"); attempt(Point(1, 2), "Point(1, x=1)"); attempt(NoArgs(), "NoArgs(missing=1)"); attempt(5, "int(real=5, imag=0)"); attempt(5, "object()"); attempt("abc", "str(5)")
from dataclasses import dataclass
@dataclass
class Node: left: "Node | None"; value: int; right: "Node | None" = None
def total(n):
    match n:
        case None: return 0
        case Node(left, value, right): return total(left) + value + total(right)
print(total(Node(Node(None, 1), 2, Node(None, 3))))
from enum import Enum
class Op(Enum): ADD = "+"; SUB = "-"
def apply(op, a, b):
    match op:
        case Op.ADD: return a + b
        case Op.SUB: return a - b
print(apply(Op.ADD, 1, 2), apply(Op.SUB, 1, 2))
def simplify(e):
    match e:
        case ("+", 0, x) | ("+", x, 0): return simplify(x)
        case ("*", 1, x) | ("*", x, 1): return simplify(x)
        case ("*", 0, _) | ("*", _, 0): return 0
        case (op, a, b): return (op, simplify(a), simplify(b))
        case x: return x
print(simplify(("+", 0, ("*", ("*", 1, "y"), ("+", "z", 0)))))
class Property:
    @property
    def p(self): print("property read", end=" "); return 5
    @property
    def q(self): raise AttributeError("q")
match Property():
    case Property(q=_): print("q")
    case Property(p=5): print("p")
