# Augmented assignments use the in-place method when there is one, and evaluate their target once.
x = 5
x += 2; x -= 1; x *= 3; x //= 4; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 8; x &= 0xFC; x ^= 3; x /= 4
print(x)
class Log:
    def __init__(self): self.calls = []
    def __iadd__(self, other): self.calls.append(("iadd", other)); return self
    def __sub__(self, other): self.calls.append(("sub", other)); return "subtracted"
    def __imatmul__(self, other): self.calls.append(("imatmul", other)); return self
    def __rpow__(self, other): return ("rpow", other)
    def __imul__(self, other): return NotImplemented
    def __mul__(self, other): return ("mul", other)
log = same = Log()
log += 1
log @= "m"
print(log is same, log.calls)
log -= 2
print(log, same.calls)
two = 2
two **= same
print(two)
same *= 3
print(same)
def target(name, value):
    print("evaluated", name)
    return value
items = [1, 2, 3]
target("items", items)[target("index", 1)] += target("value", 10)
print(items)
alias = items
items += (4, 5)
print(alias, items is alias)
items = items + [6]
print(items is alias)
t = (1,)
before = t
t += (2,)
print(t, before)
s = {1, 2}; u = s; s |= {3}; s &= {2, 3}; s ^= {9}
print(sorted(u))
d = {1: 2}; e = d; d |= {3: 4}
print(e)
frozen = ([],)
try:
    frozen[0] += [1]
except TypeError as error:
    print(error, frozen)
class Holder:
    value = 1
h = Holder()
h.value += 1
print(h.value, Holder.value)
try:
    undefined += 1
except NameError as error:
    print(error)
try:
    x += "s"
except TypeError as error:
    print(error)
