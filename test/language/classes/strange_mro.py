# A metaclass may put classes into the method resolution order that are no bases.
class Stranger:
    value = 1
class Meta(type):
    def mro(cls): return (cls, Stranger, object)
class Odd(metaclass=Meta): pass
print(Odd.value, Stranger.__subclasses__(), Odd.__bases__)
for value in range(2, 5):
    Stranger.value = value
    print(Odd.value, Odd().value)

class Pair(tuple):
    def __init__(self, items, label=None): self.label = label
class Bag(frozenset):
    def __init__(self, items, label=None): self.label = label
print(Pair([1, 2], label="x").label, Bag([1], label="y").label)
import time
for given in ({"dict": None}, {"dict": {}}, {}):
    try: print(tuple(time.struct_time(range(9), **given)))
    except TypeError as error: print(error)
numbers = [frozenset()]
for _ in range(60): numbers.append(frozenset(numbers))
print(len({*numbers}), len(frozenset(numbers)))
