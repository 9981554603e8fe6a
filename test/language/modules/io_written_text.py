"""Text on its way to bytes: how much waits, byte order marks, reading and writing in turn, and seeking within what was read."""

import errno
import io
import os


class Recorder(io.RawIOBase):
    """Bytes that were written, piece by piece."""

    def __init__(self):
        self.pieces = []

    def writable(self):
        return True

    def write(self, data):
        self.pieces.append(bytes(data))
        return len(data)


def pieces(encoding, chunk, *texts):
    recorder = Recorder()
    stream = io.TextIOWrapper(recorder, encoding=encoding)
    stream._CHUNK_SIZE = chunk
    for text in texts:
        stream.write(text)
    before = list(recorder.pieces)
    stream.flush()
    return before, recorder.pieces


for encoding in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'cp1252'):
    print(encoding, *pieces(encoding, 8, 'ab', 'cd', 'efghi', 'j'))
print(*pieces('utf-8', 10, 'äöü', 'x', 'ß' * 3, 'yy'))
print(*pieces('ascii', 20, 'abcdef', 'middle', 'g' * 20))

# A byte order mark is written once, however often the file is opened.
name = 'io_written_text.tmp'
for encoding in ('utf-8-sig', 'utf-16', 'utf-32', 'utf-8'):
    with open(name, 'w', encoding=encoding) as file:
        file.write('aaa')
    with open(name, 'a', encoding=encoding) as file:
        file.write('xxx')
    with open(name, 'r+', encoding=encoding) as file:
        file.seek(0, 2)
        file.write('z')
    with open(name, 'rb') as file:
        print(encoding, file.read() == 'aaaxxxz'.encode(encoding))
os.unlink(name)

# Writing does not lose what was read ahead of a pair of streams.
pair = io.BufferedRWPair(io.BytesIO(b'foo\nbar\n'), io.BytesIO())
stream = io.TextIOWrapper(pair)
print(repr(stream.readline()), stream.write('x'), repr(stream.readline()))

# Seeking within what was read ahead asks nothing of the raw stream but where it is.


class Counting(io.BytesIO):
    calls = []

    def seek(self, *args):
        self.calls.append(args)
        return super().seek(*args)

    def readinto(self, into):
        self.calls.append('readinto')
        return super().readinto(into)


reader = io.BufferedReader(Counting(b'0123456789' * 5), 16)
print(reader.read(4), reader.seek(1), reader.read(2), reader.seek(5, 1), reader.read(1), reader.seek(-3, 1), reader.read(2))
print(Counting.calls)
print(reader.seek(40), reader.read(3), reader.tell(), Counting.calls)
print(reader.seek(-1, 2), reader.read(), Counting.calls[-2:])

for seek in (1.5, 'a', None):
    try:
        reader.seek(seek)
    except TypeError as e:
        print(e)

# A stream whose second __init__ fails is no stream any more.
for stream, arguments in (
    (io.TextIOWrapper(io.BytesIO(b'data')), {'encoding': 'no-such-encoding'}),
    (io.TextIOWrapper(io.BytesIO(b'data')), {'newline': 'xyz'}),
):
    try:
        stream.__init__(io.BytesIO(b'other'), **arguments)
    except (LookupError, ValueError) as e:
        print(type(e).__name__, e)
    try:
        stream.read()
    except ValueError as e:
        print(e)
buffered = io.BufferedReader(io.BytesIO(b'data'))
try:
    buffered.__init__(io.BytesIO(b'x'), buffer_size=0)
except ValueError as e:
    print(e)
try:
    buffered.read()
except ValueError as e:
    print(e)
stream = io.TextIOWrapper(io.BytesIO())
try:
    del stream._CHUNK_SIZE
except AttributeError as e:
    print(e)


# Of two closes that fail, the second one's error says what was before.
class Bad(io.BytesIO):
    def close(self):
        raise NameError('reader')


class Worse(io.BytesIO):
    def close(self):
        raise KeyError('writer')


pair = io.BufferedRWPair(Bad(), Worse())
try:
    pair.close()
except NameError as e:
    print(repr(e), repr(e.__context__))

# What an opener gives may be no open descriptor.
fd = os.open('io_written_text.py', os.O_RDONLY) if os.path.exists('io_written_text.py') else 99
try:
    os.close(fd)
except OSError:
    pass
try:
    open('whatever', opener=lambda name, flags: fd)
except OSError as e:
    print(e.errno == errno.EBADF)
