# `__del__` is called for what gc.collect() finds gone, once, with the instance as it was.
import gc

class Loud:
    def __init__(self, name, child=None): self.name, self.child = name, child
    def __del__(self): print("del", self.name)

def make(): Loud("local").later = 1
make(); gc.collect()
for i in range(3): Loud(i)
gc.collect()
outer = Loud("outer", Loud("inner"))
outer.name = "renamed"
del outer; gc.collect()

class Quiet(Loud): pass
class Silent(Loud):
    def __del__(self): pass
Quiet("inherited"); gc.collect()
Silent("overridden"); gc.collect()

class Slotted:
    __slots__ = "value", "__weakref__"
    def __del__(self): print("slot", self.value)
slotted = Slotted(); slotted.value = [1]; del slotted; gc.collect()

class Numbers(list):
    def __del__(self): print("list", self, vars(self))
numbers = Numbers([1, 2]); numbers.append(3); numbers.tag = "x"; del numbers; gc.collect()
class Point(tuple):
    def __del__(self): print("tuple", self)
point = Point("ab"); del point; gc.collect()

saved = []
class Lazarus:
    def __del__(self): saved.append(self)
Lazarus().mark = "kept"
gc.collect()
print(len(saved), saved[0].mark, type(saved[0]) is Lazarus)
saved.clear(); gc.collect()
print(len(saved))

import sys
class Bad:
    def __del__(self): raise ValueError("in __del__")
sys.unraisablehook = lambda info: print(type(info.exc_value).__name__, info.exc_value, info.err_msg.split(" at ")[0], info.object)
Bad(); gc.collect()

class Late: pass
late = Late()
Late.__del__ = lambda self: print("assigned later")
newer = Late(); del newer; gc.collect()
Late.__del__ = Silent.__del__

class Iterates:
    def __init__(self): self.done = False
    def __getitem__(self, index):
        if index: raise IndexError
        return index
    def __del__(self): print("iterated")
iterator = iter(Iterates())
items = list(iterator); gc.collect()
print(items)
