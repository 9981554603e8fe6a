# Endless recursion ends in RecursionError that can be caught, again and again; deep recursion works when allowed.
import sys
def endless(n): return endless(n + 1) + 1
for _ in range(3):
    try:
        endless(0)
    except RecursionError as error:
        print(error)
class Repr:
    def __repr__(self): return repr(self)
class Eq:
    def __eq__(self, other): return self == other
class Getattr:
    def __getattr__(self, name): return getattr(self, name)
sys.setrecursionlimit(150)
for action in (lambda: repr(Repr()), lambda: Eq() == 1, lambda: Getattr().x, lambda: sorted([1, 2], key=lambda x: endless(0))):
    try:
        action()
        print("returned")
    except RecursionError as error:
        print(type(error).__name__)
sys.setrecursionlimit(1000)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
sys.setrecursionlimit(20000)
print(depth(15000), sys.getrecursionlimit())
for bad in (0, -1, "a"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as error:
        print(error)
sys.setrecursionlimit(1000)
def generator(n):
    if n: yield from generator(n - 1)
    yield n
print(sum(generator(200)))
nested = []
for _ in range(500): nested = [nested]
print(len(repr(nested)))
print(depth(500))
