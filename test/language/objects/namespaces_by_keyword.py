"""Attributes that types.SimpleNamespace is given: by keyword, in a mapping, both; read, changed, deleted, copied and shown."""
import copy
import pickle
from types import SimpleNamespace

names = {"a": 1, "b": 2.5, "ünï": None, "𝒜": 3, "not a name": 4, "__class__": 5, "": 6, "\ud800": 7}
whole = SimpleNamespace(**names)
print(ascii(list(vars(whole).items())), vars(whole) == names, whole.a, whole.b, whole.__dict__["__class__"])
print(getattr(whole, "𝒜"), getattr(whole, "not a name"), getattr(whole, "\ud800"), ascii(repr(whole)))
both = SimpleNamespace({"x": 1, "y": 2}, y=3, z=4)
print(both, list(vars(both)), both.y, SimpleNamespace([("k", 1)], k=2), SimpleNamespace({}, q=1.5))
for i in range(300):
    each = SimpleNamespace(x=i, y=i / 2, z=str(i))
    each.x += 1
    each.w = each.y
    if i % 100 == 0:
        del each.z
        vars(each)["v"] = i
        print(each, each == SimpleNamespace(x=i + 1, y=i / 2, w=i / 2, v=i), copy.copy(each) == each, pickle.loads(pickle.dumps(each)) == each, copy.replace(each, x=0))
    each.y = "text"


class Sub(SimpleNamespace):
    kind = "sub"

    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        self.late = len(keywords)


sub = Sub(m=1, n=2.0)
print(sub, sub.kind, vars(sub), SimpleNamespace(m=1) == SimpleNamespace(m=1.0), SimpleNamespace(m=1) == sub)
sub.__init__(m=3, o=4)
print(sub)
for wrong in lambda: SimpleNamespace(1, 2), lambda: SimpleNamespace({1: 2}), lambda: SimpleNamespace(a=1).b, lambda: SimpleNamespace(5):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
