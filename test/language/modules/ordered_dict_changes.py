# OrderedDict: changed while it is compared; subclasses; modules of what functions make classes.
from collections import OrderedDict, namedtuple
import dataclasses, enum

class Key:
    def __init__(self, number): self.number, self.act = number, None
    def __hash__(self): return 0
    def __eq__(self, other):
        if self.act: self.act()
        return self.number == other.number
for act in ("left.clear()", "left.pop(second)", "left.update(z=1)", "right.move_to_end(first)", "None"):
    first, second = Key(1), Key(2)
    left, right = OrderedDict([(first, 1), (second, 2)]), OrderedDict([(first, 1), (Key(2), 2)])
    second.act = lambda: eval(act)
    try: print(act, left == right)
    except RuntimeError as error: print(act, error)

class Noisy(OrderedDict):
    def __getitem__(self, key): print("get", key); return super().__getitem__(key)
    def __delitem__(self, key): print("delete", key); super().__delitem__(key)
noisy = Noisy(a=1, b=2, c=3)
print(noisy.pop("a"), noisy.popitem(), noisy.pop("z", None), noisy.popitem(last=False), dict(noisy))

namespace = {"__name__": "elsewhere", "dataclasses": dataclasses, "enum": enum, "namedtuple": namedtuple}
exec("""
def modules(): return [made.__module__ for made in (dataclasses.make_dataclass("A", "x"), namedtuple("B", "x"), enum.Enum("C", "x"))]
here = [made.__module__ for made in (dataclasses.make_dataclass("A", "x"), namedtuple("B", "x"), enum.Enum("C", "x"))]
""", namespace)
print(namespace["here"], namespace["modules"]())
