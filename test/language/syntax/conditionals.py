# if, elif, else and conditional expressions follow truth values.
class Truth:
    def __init__(self, answer): self.answer = answer
    def __bool__(self): print("asked", end=" "); return self.answer
class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Bad:
    def __bool__(self): return 1
for value in (None, 0, 0.0, 0j, "", (), [], {}, set(), range(0), b"", False, Truth(False), Sized(0)):
    print("falsy" if not value else "truthy", end=" ")
print()
for value in (1, -1, 0.1, 1j, " ", (0,), [0], {0: 0}, {0}, range(1), b"\0", True, Truth(True), Sized(3), object(), print):
    print("truthy" if value else "falsy", end=" ")
print()
def grade(n):
    if n > 90: return "A"
    elif n > 80: return "B"
    elif n > 70: pass
    else: return "F"
    return "C"
print([grade(n) for n in (95, 85, 75, 5)])
for bad in (Bad(), Sized(-1), Sized("x"), Sized(2**70)):
    try:
        if bad: print("?")
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(Truth(True) and "yes", Truth(False) or "other", not Truth(True))
print(bool(Truth(False)), all([Truth(True), Truth(False), Truth(True)]), any([Truth(False), 1]))
if []: pass
elif 0: pass
else: print("else")
if 1:
    if 0: print("a")
    else: print("b")
x = 3 if Truth(True) else 4
print(x, "deep" if 0 else "deeper" if 0 else "deepest")
