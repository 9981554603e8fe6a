# bytes and bytearray: literals, construction, indexing, slices and text forms.
b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b), b[::2], b == b"hello\x00\xff", b + b"!", b * 2, 104 in b, b"ll" in b, b"" in b, bytes(b) is b)
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes("a", "ascii", "strict"), bytes(range(3)), bytes((x for x in (65, 66))), bytes(b"x"), bytes(bytearray(b"y")), bytes(memoryview(b"z")), bytes.fromhex("00 ff 1A"), bytes.fromhex(""), b"\x01\xab".hex(), b"abcdef".hex("-"), b"abcdef".hex(":", 2), b"abcde".hex("_", -2))
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\\\n\t\r\x7f\x80"), str(b"a"), f"{b'x'}", b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"), hash(b"a") == hash(bytes([97])), {b"k": 1}[b"k"], bytearray(b"q"), repr(bytearray()))
a = bytearray(b"abc")
a[0] = 120; a.append(100); a.extend(b"ef"); a.extend([103]); a += b"h"; a.insert(1, 33); a[2:4] = b"ZZZ"; print(a, a.pop(), a.pop(0), a); a.remove(33); del a[0]; a.reverse(); print(a, a.copy() == a, a.copy() is a); a *= 2; print(a); a[::2] = bytes(len(a[::2])); print(a); del a[::3]; print(a, len(a)); a.clear(); print(a, bytearray(5), bytearray("é", "latin-1"), bytearray([1, 2]), bytearray(b"x") + b"y", b"x" + bytearray(b"y"), type(b"" + bytearray()).__name__)
class B:
    def __bytes__(self): return b"from __bytes__"
class I:
    def __index__(self): return 3
print(bytes(B()), bytes(I()), bytes([I()]), b"%b" % B(), type("S", (bytes,), {})(b"sub"))
for code in ("bytes('a')", "bytes(-1)", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes(1, 'ascii')", "bytes('a', 5)", "bytes(1.5)", "bytes(None)", "bytes.fromhex('0')", "bytes.fromhex('gg')", "bytes.fromhex(5)", "b[10]", "b['a']", "b[0] = 1", "a[0]", "a.append(256)", "a.append('a')", "a.pop()", "a.remove(5)", "b + 'a'", "'a' + b", "b'a' < 'a'", "b'a' * 'b'", "300 in b", "'a' in b", "bytearray(b'ab')[0:2:0]", "hash(bytearray())", "b'a'.hex('--')", "a.extend(['x'])", "a.insert('x', 1)", "bytes(10**20)", "b'é'" if False else "b''[0]", "ord(b'')", "bytearray('a')", "b'x' % 5"):
    try:
        a = bytearray()
        print(code, eval(code) if " = " not in code else exec(code))
    except (TypeError, ValueError, IndexError, OverflowError, MemoryError) as error: print(code, "->", type(error).__name__, error)
