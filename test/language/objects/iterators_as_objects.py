# Iterators can be asked for their state, and set to another one.
class Squares:
    def __repr__(self): return f"Squares({self.count})"
    def __init__(self, count): self.count = count
    def __getitem__(self, index):
        if index >= self.count: raise IndexError
        return index * index

iterator = iter(Squares(4))
next(iterator)
function, arguments, index = iterator.__reduce__()
print(function is iter, type(arguments[0]).__name__, index)
iterator.__setstate__(-7); print(next(iterator))
iterator.__setstate__(2); print(list(iterator), iterator.__reduce__()[1])
class Sized(Squares):
    def __len__(self): return self.count
print(iter(Sized(3)).__length_hint__(), iter(Squares(3)).__length_hint__())

# What `iter` is, is asked before the iterator is looked at: the name's hash table may run code.
import builtins
class Name(str):
    def __hash__(self): return hash("iter")
    def __eq__(self, other):
        if str.__eq__(self, other): list(exhausted)
        return str.__eq__(self, other)
for make in (lambda: iter([1]), lambda: iter((1,)), lambda: iter("x"), lambda: iter(b"x"), lambda: iter(Squares(1))):
    exhausted = make()
    print(exhausted.__reduce__()[1:], end=" ")
    next(exhausted)
    print(next(exhausted, None), exhausted.__reduce__()[1:])
