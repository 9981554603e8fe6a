# io: StringIO, BytesIO, TextIOWrapper and their modes.
import io
s = io.StringIO("line one\nline two\r\nthree"); print(repr(s.read(4)), repr(s.readline()), s.tell(), s.readlines(), s.read(), s.seek(0), list(s), s.getvalue() == "line one\nline two\r\nthree")
s.seek(0, 2); print(s.write("more"), s.getvalue()[-9:]); s.seek(0); s.truncate(4); print(s.getvalue(), s.seekable(), s.readable(), s.writable(), s.closed, s.isatty()); s.close(); print(s.closed)
t = io.StringIO(newline=None); t.write("a\r\nb\rc"); print(repr(t.getvalue())); u = io.StringIO("x"); u.seek(3); u.write("y"); print(repr(u.getvalue()))
print("gap", file=(v := io.StringIO()), end=""); print(v.getvalue(), [l for l in io.StringIO("a\n\nb")])
b = io.BytesIO(b"abc\ndef"); print(b.read(2), b.readline(), b.tell(), b.read(), b.read(1), b.seek(-2, 2), b.read(), b.getvalue(), b.write(b"XY"), b.getvalue(), b.getbuffer()[0]); ba = bytearray(3); b.seek(0); print(b.readinto(ba), ba, b.read1(2), b.readlines())
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n"); w.write("é\n中"); w.flush(); print(w.buffer.getvalue(), w.encoding, w.errors, w.newlines); w.seek(0); print(w.read()); r = io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\n"), encoding="ascii"); print(r.readlines(), r.newlines, io.TextIOWrapper(io.BytesIO(b"a\r\nb"), newline="").read())
for code in ("io.StringIO(5)", "io.StringIO().write(5)", "io.BytesIO('a')", "io.BytesIO().write('a')", "s.read()", "io.StringIO().seek(-1)", "io.StringIO().seek(1, 1)", "io.StringIO('a').read('x')", "io.BytesIO().seek(0, 9)", "io.TextIOWrapper(io.BytesIO(b'\\xff'), encoding='utf-8').read()", "io.TextIOWrapper(io.BytesIO(), encoding='ascii').write('é')", "io.BytesIO(b'a').truncate(-1)", "io.StringIO(newline='x')", "io.BytesIO().fileno()", "io.TextIOWrapper(5)", "next(io.StringIO())", "io.StringIO().detach()"):
    try: print(code, eval(code))
    except (TypeError, ValueError, UnicodeError, OSError, StopIteration, AttributeError) as error: print(code, "->", type(error).__name__, error)
with io.StringIO("ctx") as c: print(c.read())
class Raw(io.RawIOBase):
    def __init__(self): self.data = b"raw bytes\nhere"; self.pos = 0
    def readable(self): return True
    def readinto(self, buf): n = min(len(buf), 4, len(self.data) - self.pos); buf[:n] = self.data[self.pos:self.pos + n]; self.pos += n; return n
print(io.BufferedReader(Raw()).read(), io.BufferedReader(Raw()).readline(), Raw().read(3), Raw().readall(), io.TextIOWrapper(io.BufferedReader(Raw())).readlines(), io.BufferedReader(Raw()).peek(2)[:2])
out = io.BytesIO(); bw = io.BufferedWriter(out); bw.write(b"buffered"); print(out.getvalue(), bw.flush(), out.getvalue()); print(io.SEEK_END, io.DEFAULT_BUFFER_SIZE > 0, issubclass(io.StringIO, io.TextIOBase), isinstance(b, io.IOBase), io.text_encoding("x"))
class Shown(io.TextIOWrapper): pass
below = io.BufferedReader(io.BytesIO(b"x")); above = Shown(below, encoding="utf-8"); print(above)
below.detach(); print(above)
