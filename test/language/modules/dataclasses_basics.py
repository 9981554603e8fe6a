# Dataclasses: generated methods, defaults, order, frozen, slots, replace and errors.
from dataclasses import *
from dataclasses import KW_ONLY
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
    def total(self): return self.x + self.y
p = P(1, 2); print(p, p == P(1, 2), p != P(1), p.total(), P(3).tags is P(3).tags, P.__match_args__, [f.name for f in fields(P)], asdict(p), astuple(p), replace(p, y=9), is_dataclass(P), P.__doc__)
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
    name: str = field(default="", compare=False)
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), hash(V(1)) == hash(V(1, 0, "z")), V(1, 2, "a") == V(1, 2, "b"), {V(1): 1}[V(1)], max(V(1), V(3)))
for code in ("V(1).major = 2", "del V(1).major", "V()", "V(1, 2, 3, 4)", "V(major=1, zz=2)", "V(1) < 5", "P(1) < P(2)", "hash(P(1))", "replace(V(1), q=1)", "fields(5)", "asdict(5)"):
    try: exec(code); print(code, "fine")
    except (FrozenInstanceError, TypeError, AttributeError) as error: print(code, "->", type(error).__name__, error)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: str = "b"
print(S(a=1), S.__slots__, hasattr(S(a=1), "__dict__"))
@dataclass
class Base:
    a: int
    _: KW_ONLY
    k: int = 5
@dataclass
class Child(Base):
    b: int = 2
    c: InitVar[int] = 10
    d: int = field(init=False)
    def __post_init__(self, c): self.d = self.a + self.b + c
print(Child(1), Child(1, 3, 4, k=0), [f.name for f in fields(Child)])
@dataclass(repr=False, eq=False)
class Bare: x: int = 1
print(Bare() == Bare(), "Bare object" in repr(Bare()), make_dataclass("M", [("x", int), ("y", int, 5), "z"] if False else [("x", int), ("y", int, 5)])(1))
for spec in ({"x": []}, {"x": {}}):
    try: dataclass(type("Bad", (), {"__annotations__": {"x": list}, **spec}))
    except ValueError as error: print(error)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as error: print(error)
@dataclass
class Node:
    value: int
    next: "Node | None" = None
n = Node(1, Node(2)); n.next.next = n; print(n)
@dataclass(unsafe_hash=True)
class H: x: int
print(hash(H(1)) == hash(H(1)), asdict(Node(1, Node(2))), field(default=3).default)
