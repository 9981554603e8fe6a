"""Reading files whole and by lines where they grow, end within a line, or are longer than buffers; what print is told by name."""
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), 'file')


def attempt(work, *args, **options):
    try:
        print(repr(work(*args, **options)))
    except Exception as error:
        print(type(error).__name__, '|', error)


for size in (0, 1, 63, 64, 65, 8191, 8192, 8193, 100_000, 300_000):
    data = bytes(i * 7 % 251 for i in range(size))
    with open(path, 'wb') as file:
        file.write(data)
    with open(path, 'rb') as file:
        first = file.read(5)
        whole = first + file.read()
        print(size, whole == data, file.read(), file.tell())
    with open(path, 'rb', buffering=0) as file:
        print(file.readall() == data, file.read(), file.seek(max(size - 3, 0)), file.readall() == data[max(size - 3, 0):])
    with open(path, 'rb') as file:
        lines = list(file)
        print(b''.join(lines) == data, lines == data.splitlines(True) or len(lines), [len(line) for line in lines[:6]])
    with open(path, 'rb') as file:
        print([file.readline(3), file.readline(0), file.readline(), len(file.readlines()), file.readline()][:2])
with open(path, 'wb') as file:
    file.write(b'one\ntwo\n\nlast')
with open(path, 'rb') as reader, open(path, 'ab') as writer:
    print(reader.readline(), reader.readline(), reader.readline(), reader.readline(), reader.readline())
    writer.write(b' grows\n' + b'x' * 200_000 + b'\nend'); writer.flush()
    rest = reader.read()
    print(len(rest), rest[:9], rest[-5:], reader.read())
    writer.write(b'\nmore'); writer.flush()
    print(reader.readlines(), reader.readline())
with open(path, 'rb', buffering=4) as reader:
    line = reader.readline()
    print(line, reader.peek(1)[:1], reader.readline(2), reader.readline(), reader.read(3), len(reader.readline()))
with open(path, 'rb') as reader:
    kept = [reader.readline() for _ in range(3)]
    reader.seek(0)
    again = [reader.readline() for _ in range(3)]
    print(kept == again, kept)


class Sink:
    def __init__(self): self.pieces = []
    def write(self, text): self.pieces.append(text)
    def flush(self): self.pieces.append('flush')


sink = Sink()
print(1, 'a', 2.5, sep='-', end='!', file=sink, flush=True)
print(file=sink)
print('x', sep=None, end=None, file=sink, flush=0)
print(*[1, 2], **{'file': sink, 'sep': ''})
print(sink.pieces)
attempt(print, 1, sep=1)
attempt(print, 1, end=b'')
attempt(print, 1, seperator=' ')
attempt(print, 1, file=object())
attempt(print, flush=True, file=None)
