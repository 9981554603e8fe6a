"""Streams in memory read, write, seek and complain as CPython's do."""
import io

s = io.StringIO('a\nb\r\nc')
print(s.readlines(), s.read(), s.tell(), s.seek(1), repr(s.readline()), s.getvalue() == 'a\nb\r\nc')
s = io.StringIO('x\r\ny\rz', newline=None)
print(list(s), s.newlines)
s = io.StringIO()
print(s.write('héllo 🐍'), s.seek(2), s.write('LL'), s.getvalue(), s.truncate(4), s.getvalue())
b = io.BytesIO(b'one\ntwo\nthree')
print(b.readline(), b.read(2), b.readlines(), b.seek(-3, 2), b.read(), b.seek(20), b.write(b'!'), b.getvalue())
view = b.getbuffer()
view[0:3] = b'ONE'
try:
    b.truncate(0)
except BufferError as e:
    print(e)
view.release()
print(b.truncate(3), b.getvalue(), b.tell())
t = io.TextIOWrapper(io.BytesIO(), encoding='utf-16', newline='\r\n')
t.write('a\nb')
t.flush()
print(t.buffer.getvalue(), t.encoding, t.errors, t.newlines)
t = io.TextIOWrapper(io.BytesIO('é1\r\nü2\rñ3\n'.encode()), encoding='utf-8')
print(repr(t.readline()), t.tell(), repr(t.read(2)), t.seek(0), repr(t.read()), t.newlines)
t = io.TextIOWrapper(io.BytesIO(b'\xff\xfeabc'), encoding='ascii', errors='backslashreplace')
print(t.read())


class Slow(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(3, len(buffer))
        part, self.data = self.data[:size], self.data[size:]
        buffer[:len(part)] = part
        return len(part)


print(list(io.BufferedReader(Slow(b'line 1\nline 2\nend'))), Slow(b'abcdef').read(), Slow(b'ab\ncd').readline())
r = io.BufferedReader(Slow(b'0123456789'), 4)
print(r.peek()[:1], r.read(2), r.read1(), r.read())
p = io.BufferedRWPair(io.BytesIO(b'in'), io.BytesIO())
print(p.read(), p.write(b'out'), p.readable(), p.writable())
d = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(d.decode('a\r')), repr(d.decode('\nb\r', final=True)), d.newlines)
for action in (
    lambda: io.StringIO(1),
    lambda: io.StringIO().write(b'x'),
    lambda: io.BytesIO('x'),
    lambda: io.BytesIO().write('x'),
    lambda: io.BytesIO().fileno(),
    lambda: io.StringIO('', newline='x'),
    lambda: io.TextIOWrapper(io.BytesIO(), encoding='nope'),
    lambda: io.TextIOWrapper(io.BytesIO(b'\xff'), encoding='utf-8').read(),
    lambda: io.BufferedReader(io.BytesIO(), 0),
    lambda: io.StringIO('abc').seek(1, 1),
    lambda: io.BytesIO().seek(-1),
    lambda: open('x', 'rw'),
    lambda: open('x', 'bt'),
    lambda: open('x', 'rb', encoding='utf-8'),
    lambda: open('x', buffering=0),
    lambda: open('/nowhere/at/all'),
):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, getattr(e, 'strerror', None) or e)
s.close()
try:
    s.read()
except ValueError as e:
    print(e)


class Size:
    def __init__(self, size):
        self.size = size

    def __index__(self):
        return self.size


def outcome(action, *arguments):
    try:
        return action(*arguments)
    except Exception as e:
        return type(e).__name__, str(e)


s = io.StringIO('abcdef')
print(outcome(s.truncate, Size(-1)), s.truncate(Size(4)), s.getvalue(), s.read(Size(2)))
for size in 'x', 1.5, 2**70:
    print([outcome(f, size) for f in (s.truncate, s.read, s.readline, io.BytesIO(b'a').read)])
print(outcome(io.BytesIO(b'a').truncate, 1.5), io.BytesIO(b'abc').truncate(Size(2)))
for state in (b'x', 0, None), (b'', -1, None), (b'', 0, 0), ('', 0, None), (b'', 1), b'', (b'', '', None):
    print(outcome(io.BytesIO().__setstate__, state))
for state in (
    ('x', '', 0, None),
    ('', '', -1, None),
    ('', '', 0, 0),
    (b'', '', 0, None),
    ('', '', 0),
    ('', '', '', None),
    ('', 0, 0, None),
):
    print(outcome(io.StringIO().__setstate__, state))
for stream, state in (io.BytesIO(), (b'', 0, None)), (io.StringIO(), ('', '', 0, None)):
    stream.close()
    print(outcome(stream.__setstate__, state))
# A view that nobody has any more does not keep the size as it is.
def lent():
    with io.BytesIO(b"abcd") as stream:
        view = stream.getbuffer()
        for change in (lambda: stream.write(b"x" * 9), stream.truncate, stream.close):
            try: change()
            except BufferError as error: print(error)
        del view
        print(bytes(stream.getbuffer()[1:3]), stream.write(b"x" * 9))
        with stream.getbuffer()[1:] as target: print(stream.seek(0), stream.readinto(target))
        print(stream.getvalue())
    print(stream.closed)
lent()
