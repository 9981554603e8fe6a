# memoryview shows the bytes of another object without copying.
data = bytearray(b"abcdefgh")
m = memoryview(data)
print(m[0], m[-1], len(m), m[2:5].tobytes(), m[::2].tobytes(), bytes(m[::-1]), m.format, m.itemsize, m.shape, m.strides, m.ndim, m.nbytes, m.readonly, m.contiguous, m.obj is data)
m[0] = 65; m[1:3] = b"XY"; print(data, m.tolist(), list(m[:3]), m == data, m == b"AXYdefgh", 65 in m, m.hex())
r = memoryview(b"read only"); print(r.readonly, hash(r) == hash(b"read only"), r[0:4] == b"read", r.toreadonly().readonly)
for code in ("r[0] = 1", "m[0] = 256", "m[0] = 'a'", "m[0:2] = b'abc'", "m[100]", "m['a']", "memoryview('a')", "memoryview([1])", "memoryview()", "data.append(1)", "hash(m)", "m[::0]", "del m[0]", "m[0:3].cast('h')"):
    try: print(code, eval(code) if " = " not in code and not code.startswith("del") else exec(code))
    except (TypeError, ValueError, IndexError, BufferError) as error: print(code, "->", type(error).__name__, error)
m.release()
data.append(105); print(data)
try: m[0]
except ValueError as error: print(error)
with memoryview(b"ctx") as c: print(c.tolist())
try: c.tolist()
except ValueError as error: print(error)
n = memoryview(bytearray(8)).cast("I"); n[0] = 258; n[1] = 2**32 - 1
print(n.tolist(), n.tobytes(), n.itemsize, n.format, n.cast("B").tolist(), len(n))
d = memoryview(bytearray(16)).cast("d"); d[0] = 1.5; print(d.tolist(), d[0])
s = memoryview(bytearray(4)).cast("b"); s[0] = -1; print(s.tolist())
g = memoryview(bytes(range(12))).cast("B", [3, 4]); print(g.tolist(), g.shape, g[1, 2], g.strides)
import array
print(memoryview(array.array("h", [1, -2])).tolist(), memoryview(b"abc").tobytes("C"), sorted(memoryview(b"cab")), b"".join([memoryview(b"x")]), bytes(memoryview(b"ab")[1:]), int.from_bytes(memoryview(b"\1\0")))
