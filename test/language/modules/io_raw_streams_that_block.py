# A buffer keeps what a raw stream that would block has not taken, as far as there is room, and says how much it took.
import io


class Raw(io.RawIOBase):
    def __init__(self, room):
        self.room, self.taken = room, []

    def writable(self): return True

    def write(self, data):
        count = min(len(data), self.room)
        self.room -= count
        if count == 0:
            return None
        self.taken.append(bytes(data[:count]))
        return count


def attempt(action, *args):
    try:
        print(action(*args), end=' ')
    except BlockingIOError as error:
        print(error.strerror, error.characters_written, end=' ')


for room in 0, 4, 10, 20, 40:
    raw = Raw(room)
    stream = io.BufferedWriter(raw, 8)
    for size in 5, 5, 20, 9, 8:
        attempt(stream.write, bytes([48 + size]) * size)
    attempt(stream.flush)
    raw.room = 100
    attempt(stream.flush)
    print(raw.taken)


class Endless(io.IOBase):
    def __next__(self): return None


try:
    Endless().readlines(1)
except TypeError as error:
    print(error)
