# The null device may be told to go anywhere, logs among what goes there; a stream that has nothing yet.
import io
import logging.handlers
import os

with open(os.devnull, 'a+') as file:
    print(file.seekable(), file.tell(), file.seek(0, 2))
with open('/dev/zero', 'rb') as file:
    print(file.seek(5), file.tell(), file.read(3))
handler = logging.handlers.RotatingFileHandler(os.devnull, maxBytes=1)
print(handler.shouldRollover(logging.makeLogRecord({})))
handler.close()
reader, writer = os.pipe()
with open(reader, 'rb') as file:
    print(file.seekable())
os.close(writer)


class Nothing(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        return None


text = io.TextIOWrapper(io.BufferedReader(Nothing()))
for read in text.read, text.readline, lambda: text.read(3):
    try:
        print(repr(read()))
    except BlockingIOError as error:
        print(error)
