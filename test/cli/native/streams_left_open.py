"""Streams of Python classes that nobody closes are closed at the end, and what others hold for them is written."""
import atexit
import io


class Shown(io.RawIOBase):
    def writable(self): return True

    def write(self, data):
        print('written', bytes(data))
        return len(data)

    def close(self):
        if not self.closed:
            print('closed')
        super().close()


closed = Shown()
closed.close()
held = io.TextIOWrapper(io.BufferedWriter(Shown()))
held.write('abc')
atexit.register(print, 'the end')


class Told(Shown):
    def __del__(self):
        print('told')
        super().__del__()


told = Told()
with open(__file__) as file:
    file.__del__()
    print(file.closed)
