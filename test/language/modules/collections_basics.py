# collections: namedtuple, deque, Counter, defaultdict, OrderedDict, ChainMap and the User classes.
from collections import namedtuple, deque, Counter, defaultdict, OrderedDict, ChainMap, UserDict, UserList, UserString
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, 2); print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._make([1, 2, 3]), P._field_defaults, p == (1, 2, 0), *p, P(y=1, x=2), p.__doc__, P.x.__doc__, p.count(1), len(p), p + (1,), isinstance(p, tuple))
for args in (("P", "x x"), ("P", "class"), ("P", "_x"), ("1P", "x"), ("P", "x", ), ("P", ["a b"])):
    try: print(namedtuple(*args))
    except ValueError as error: print(error)
print(namedtuple("R", "class x x", rename=True)._fields)
try: P(1)
except TypeError as error: print(error)
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, d.maxlen, d[0], d[-1], len(d), d.pop(), d.popleft(), d); d.extend("ab"); d.extendleft("yz"); print(d); d.rotate(1); print(d, list(reversed(d)), d.count("a"), d.index("z"), "y" in d); d.rotate(-2); d.reverse(); d.remove("y"); d.insert(1, "new"); print(d, d.copy(), d == deque(d), deque([1]) < deque([2]), deque([1]) + deque([2]), deque("ab") * 2); d.clear(); print(d, bool(d))
for code in ("deque().pop()", "deque().popleft()", "deque([1])[5]", "deque().remove(1)", "deque(5)", "deque([], -1)", "deque([1, 2], maxlen=2).insert(0, 1)", "deque([1])['a']", "deque([1])[0:1]", "hash(deque())", "deque([]).index(1)", "deque(maxlen='a')"):
    try: print(code, eval(code))
    except (IndexError, ValueError, TypeError) as error: print(code, "->", type(error).__name__, error)
q = deque([1, 2, 3])
try:
    for x in q: q.append(x)
except RuntimeError as error: print(error)
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:5], c + Counter("aab"), c - Counter(a=10, b=1), c & Counter("aabb"), c | Counter("zzz"), +Counter(a=-1, b=2), -Counter(a=-1)); c.update("aa"); c.subtract({"b": 5}); print(c["a"], c["b"], Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), dict(Counter([1, 1.0, True])), Counter(x=3).pop("x"), Counter({"k": 1})["none"])
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dd.default_factory, dd.get("zz"), "zz" in dd, defaultdict(int, x=1) | {"y": 2}, defaultdict(lambda: 5)["q"], dd.copy())
try: defaultdict()["k"]
except KeyError as error: print("KeyError", error)
try: defaultdict(5)
except TypeError as error: print(error)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); m["c"] = 4; print(m, m["a"], m["b"], list(m), len(m), m.maps, m.new_child({"z": 0})["z"], m.parents, dict(m)); del m["a"]; print(m["a"])
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = U(a=1); u["b"] = 2; print(u, u.data, "A" in u, len(u), u | {"c": 3}); l = UserList([3, 1]); l.append(2); l.sort(); print(l, l + [9], l[0:2], l.data); s = UserString("hello"); print(s.upper(), s + "!", s[1], len(s), s == "hello")
o = OrderedDict([("b", 1), ("a", 2)]); o["c"] = 3; o.move_to_end("b"); print(o, o | {"z": 1}, list(o.items()), o.popitem(False))

# Counter has a __delitem__ of its own and dict's __setitem__; what subclasses override is called.
class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value, end="; ")
        super().__setitem__(key, value)
loud = Loud("aba"); loud["b"] += 1; del loud["a"]; del loud["missing"]; print(loud, loud["a"])
class Quiet(Counter): pass
quiet = Quiet([1, True, 1.0, 2]); quiet[2] += 1; del quiet[1]; del quiet[1]; print(quiet)
class Deleting(dict):
    def __delitem__(self, key): print("del", key)
deleting = Deleting(a=1); deleting["b"] = 2; del deleting["a"]; print(deleting)
