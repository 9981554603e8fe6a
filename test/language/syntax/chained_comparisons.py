# Chained comparisons evaluate each operand once and stop at the first false link.
class Value:
    def __init__(self, n): self.n = n
    def __lt__(self, other): print(f"{self.n}<{other.n}", end=" "); return self.n < other.n
    def __eq__(self, other): print(f"{self.n}=={other.n}", end=" "); return self.n == other.n
def v(n):
    print(f"v({n})", end=" ")
    return Value(n)
print(v(1) < v(2) < v(3))
print(v(2) < v(1) < v(3))
print(v(1) < v(2) == v(2) < v(9))
print(1 < 2 > 1 <= 1 != 0 in (0,) not in [5])
class Odd:
    def __lt__(self, other): return "truthy text"
    def __gt__(self, other): return []
print(Odd() < 1, Odd() > 1, Odd() < 1 < 2, (Odd() > 1) == [], 3 < 2 < Odd())
if not (1 < 3 < 2): print("no")
x = 5
print(0 <= x <= 9, 0 <= x and x <= 4, [i for i in range(10) if 2 < i <= 5], 1 < x < 4 or "else")
try:
    1 < "a" < 2
except TypeError as error:
    print(error)
assert 1 < 2 < 3
while 0 < x < 10: x += 2
print(x)
