# The null device may be told to go anywhere; what text files are without an encoding; a stream that has nothing yet.
import io
import logging.handlers
import os
import subprocess
import sys

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

PROGRAM = "import io, os; print(io.text_encoding(None), open(os.devnull).encoding, open(os.devnull, encoding='locale').encoding)"
for mode in '0', '1':
    print(subprocess.run([sys.executable, '-X', f'utf8={mode}', '-c', PROGRAM], env={**os.environ, 'LC_ALL': 'C.UTF-8'}, text=True, capture_output=True).stdout, end='')


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
