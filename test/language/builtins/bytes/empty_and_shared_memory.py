# Bytes that are empty or came out of memory that others have: none of them sees what is done to another.
import io
first, second = bytearray(), bytearray()
first.append(1); first += b"ab"; second.extend(b"cd")
print(first, second, bytearray(), bytearray(b""), bytearray(0))
first.clear(); second[:] = b""; first += second; print(first, second, first == second)
self = bytearray(b"abc"); self += bytes(self); self[1:1] = self; self.extend(self[:2]); print(self)
source = bytearray(b"source"); copy = bytearray(source); stream = io.BytesIO(source); source[0] = 0
print(copy, stream.getvalue(), bytes(source))
whole = b"shared piece"; streams = [io.BytesIO(whole) for _ in range(3)]
streams[0].write(b"SHARED"); streams[1].seek(0, 2); streams[1].write(b" grows" * 20); streams[2].truncate(3)
print([each.getvalue() for each in streams], whole)
empty = io.BytesIO(); print(empty.read(), empty.write(b""), empty.getvalue(), empty.write(b"x"), empty.getvalue(), io.BytesIO().getvalue(), io.BytesIO(b"").getbuffer().nbytes)
view = memoryview(bytearray("text".encode())); view[0] = 84; print(bytes(view), "text".encode())
made = [text.encode() for text in ("", "a", "é", "ab" * 31, "ab" * 32 + "c", "\u20ac" * 3, "\U0001f600")]
print(made, [each.decode() for each in made] == ["", "a", "é", "ab" * 31, "ab" * 32 + "c", "\u20ac" * 3, "\U0001f600"])
print("aé".encode("latin-1"), "ab".encode("ascii"), "abc"[::-1], "añb"[::-1], "\U0001f600ab"[::-1], ("x" * 127 + "é")[::-1][:2], ("ab" * 5000)[::-1][:4], ("é" + "b" * 9000)[::-2][-3:], "abcdef"[4:1:-2], "abc"[5:2:-1])
try: "aé".encode("ascii")
except UnicodeEncodeError as error: print(error)
