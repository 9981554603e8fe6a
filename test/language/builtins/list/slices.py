# Slices of lists: reading, assigning and deleting, with steps and out-of-range bounds.
a = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2), slice(5, 2), slice(-100, 100), slice(100, -100, -3), slice(3, 3), slice(-1, -4, -1), slice(None, 3, -1), slice(True, None)): print(s, a[s], s.indices(10))
def assign(s, v):
    b = list(range(6))
    try: b[s] = v; return b
    except (ValueError, TypeError) as error: return f"{type(error).__name__}: {error}"
for s, v in ((slice(1, 3), [9]), (slice(1, 3), []), (slice(2, 2), "xy"), (slice(4, 1), [7, 8]), (slice(None), [1]), (slice(None, None, 2), "abc"), (slice(None, None, 2), "ab"), (slice(None, None, -1), range(6)), (slice(100, None), [1]), (slice(-100, -50), [1]), (slice(1, 3), 5), (slice(1, 5, 2), (1, 2)), (slice(5, 1, -2), (1, 2)), (slice(0, 0, 2), []), (slice(1, 3), {7: 8}), (slice(1, 1, 1), [1])): print(s, assign(s, v))
def delete(s):
    b = list(range(8)); del b[s]; return b
for s in (slice(1, 3), slice(None, None, 2), slice(None, None, -1), slice(6, 1, -2), slice(3, 3), slice(-3, None), slice(5, 2), slice(1, None, 3), slice(None)): print(s, delete(s))
b = [1, 2, 3]; b[1:1] = b; print(b); b[:] = b[::-1]; print(b); b[::2] = b[1::2] + [0] if len(b) % 2 else b[1::2]; print(b)
del b[0], b[-1]; print(b)
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(a[I(1):I(4)], a[I(-1)], a[:2**100], a[-2**100:3], a[::2**70], a[5::-2**70])
for code in ("a['x':]", "a[1.0:]", "a[::0]", "a[1:2:'a']", "a[1,]", "a[2**100]", "a[-2**100]", "slice(0)[1]" if False else "slice()", "slice(1, 2, 3, 4)", "a[::0] = []", "del a[::0]"):
    try: exec(code)
    except (TypeError, ValueError, IndexError) as error: print(code, "->", type(error).__name__, error)
s = slice(1, 2, 3); print(s.start, s.stop, s.step, repr(s), s == slice(1, 2, 3), s != slice(1), slice(1) < slice(2), hash(s) == hash(slice(1, 2, 3)), slice("a", None, []).start, slice(5).indices(3), slice(None, None, -1).indices(0))
try: s.start = 5
except AttributeError as error: print(error)
