# Warm subscripts meet lists, tuples, dicts, strings, slices, negative and wrong indices.
def get(o, k): return o[k]
def put(o, k, v): o[k] = v; return o
class G:
    def __getitem__(self, k): return ("G", k)
    def __setitem__(self, k, v): self.last = (k, v)
    def __repr__(self): return "G"
class L(list):
    def __getitem__(self, k): return ("L", k)
class D(dict):
    def __missing__(self, k): return ("missing", k)
things = [[10, 20, 30], (1, 2, 3), {0: "zero", -1: "minus", "k": "v"}, "abc", b"abc", range(5), G(), L([1]), D(), [1.5, 2.5, 3.5], "é😀x", bytearray(b"xyz"), {}, 5, None, list]
keys = [0, -1, 2, 5, True, "k", 1.0, slice(0, 2), None, 2**70, (0, 1)]
for start in ([1, 2, 3], (1, 2, 3), {0: 1}, "abc", [1.5]):
    for _ in range(100): get(start, 0)
    out = []
    for t in things:
        for k in keys:
            try: out.append(get(t, k))
            except (TypeError, IndexError, KeyError) as e: out.append(type(e).__name__[0])
    print(str(out))
import copy
for start in ([1, 2, 3], {0: 1}, [1.5, 2.5]):
    for i in range(100): put(start, 0, start[0])
    out = []
    for t in things:
        for k in (0, -1, 2, 5, "k", slice(0, 1), True):
            try: out.append(str(put(copy.copy(t), k, [7])))
            except (TypeError, IndexError, KeyError, ValueError) as e: out.append(type(e).__name__[0])
    print(out)
f = [0.0] * 3
for i in range(100): put(f, i % 3, i / 2)
print(f, put(f, 1, "s"), put(f, 1, 1), f)
m = [[1, 2], [3, 4]]
def cell(i, j): return m[i][j]
for _ in range(100): cell(1, 0)
m[1] = (5, 6); print(cell(1, 0)); m[1] = "xy"; print(cell(1, 1)); m[1] = {0: "d"}; print(cell(1, 0))
