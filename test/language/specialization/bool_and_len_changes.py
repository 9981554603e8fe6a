# Truth tests in warm branches follow the value, not the type that was seen first.
def test(x): return "t" if x else "f"
def neg(x): return not x
def both(x, y): return x and y, x or y
def loop(x):
    n = 0
    while x:
        x = x[1:] if isinstance(x, (str, list, tuple)) else x - 1
        n += 1
    return n
class B:
    def __init__(self, b): self.b = b
    def __bool__(self): return self.b
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
values = [0, 1, -1, 0.0, 0.5, "", "a", None, True, False, [], [0], (), (0,), {}, {0: 0}, set(), {0}, 2**70, 0j, B(True), B(False), L(0), L(2), object, len, range(0), range(2), b"", b"a", float("nan"), ...]
for start in (1, True, "a", None, [1], 1.5, object):
    for _ in range(100): test(start); neg(start)
    print("".join(test(v) for v in values), "".join("tf"[neg(v)] for v in values))
print(loop(5), loop("abc"), loop([1, 2]), loop(()), [type(a).__name__ for v in values[:8] for a in both(v, 1)])
def length(x): return len(x)
for x in ("abc", [1, 2], (1,), {1: 1}, {1, 2}, b"ab", range(7), L(4)):
    for _ in range(50): length(x)
    out = []
    for y in ("abc", [1, 2], (1,), {1: 1}, {1, 2}, b"ab", range(7), L(4), 5, None):
        try: out.append(length(y))
        except TypeError: out.append("T")
    print(out)
def isnone(x): return x is None, x is not None
for v in (None, 0, None, "", False): 
    for _ in range(40): isnone(v)
    print(isnone(None), isnone(0), isnone(float("nan")))
B.__bool__ = lambda s: not s.b; print(test(B(True)), test(B(False))); del B.__bool__; print(test(B(False))); B.__len__ = lambda s: 0; print(test(B(True)))
