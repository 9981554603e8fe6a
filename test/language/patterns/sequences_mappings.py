# Sequence and mapping patterns destructure lists, tuples and dicts, not strings or sets.
def seq(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, *rest]: return f"starts with 1, {rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [[a, b], c]: return f"nested {a} {b} {c}"
        case (a, b, *c): return f"two or more {a} {b} {c}"
        case _: return "not a sequence"
for x in ([], (), [5], [1, 2, 3], (1,) * 2, [7, 8, 7], [[1, 2], 3], [2, 3, 4, 5], "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, range(3), iter([1]), 5, [[3, 4, 5], 6]): print(repr(x).split(" at ")[0], "->", seq(x))
def mapping(x):
    match x:
        case {"type": "point", "x": x, "y": y}: return f"point {x} {y}"
        case {"type": "line", "ends": [{"x": x1}, {"x": x2}]}: return f"line {x1} {x2}"
        case {"a": 1, **rest}: return f"a and {rest}"
        case {"k": None | True as v}: return f"k {v}"
        case {1: one, -2.0: two}: return f"numbers {one} {two}"
        case {}: return "any mapping"
        case _: return "no mapping"
for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "line", "ends": [{"x": 1}, {"x": 2, "q": 0}]}, {"a": 1}, {"a": 1, "b": 2}, {"k": None}, {"k": True}, {1: "o", -2: "t"}, {}, {"k": 5}, [], 5): print(x, "->", mapping(x))
from collections import defaultdict, OrderedDict, deque, UserDict, namedtuple
d = defaultdict(list)
match d:
    case {"missing": x}: print("made")
    case _: print("defaultdict is not touched", dict(d))
match OrderedDict(a=1), deque([1, 2]), UserDict(b=2), namedtuple("P", "x y")(3, 4):
    case {"a": a}, [b, c], {"b": e}, (f, g): print(a, b, c, e, f, g)
class Mine:
    def __getitem__(self, i): return i
    def __len__(self): return 2
match Mine():
    case [a, b]: print("sequence")
    case {}: print("mapping")
    case _: print("neither")
from collections.abc import Sequence, Mapping
class Seq(Sequence):
    def __getitem__(self, i): return "xyz"[i]
    def __len__(self): return 3
match Seq():
    case [a, *b, c]: print(a, b, c)
class Key: one = "K"
match {"K": 5, "L": 6}:
    case {Key.one: value, **rest}: print(value, rest)
class K2: one = two = "K"
try:
    match {"K": 1}:
        case {K2.one: a, K2.two: b}: print("?")
except ValueError as error: print(error)
match 1, 2, 3:
    case 1, *x: print(x)
match [1, 2, 3, 4]:
    case [*init, 4]: print(init)
match ([1, 2], {"a": (3, 4)}):
    case ([x, y], {"a": (z, w)}) as whole: print(x, y, z, w, whole)
match [[1], [2], [3]]:
    case [[a], *_, [c]]: print(a, c)
match [1, 2]:
    case list([x, y]): print("list", x, y)
match {"a": {"b": {"c": 1}}}:
    case {"a": {"b": {"c": deep}}}: print(deep)
