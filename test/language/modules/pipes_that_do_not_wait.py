# A pipe told not to wait raises BlockingIOError where there is nothing to read.
import os

reading, writing = os.pipe()
print(os.get_blocking(reading))
os.set_blocking(reading, False)
print(os.get_blocking(reading), os.get_blocking(writing))
for read in lambda: os.read(reading, 5), lambda: os.readinto(reading, bytearray(5)):
    try:
        read()
    except BlockingIOError as error:
        print(type(error).__name__)
os.write(writing, b'spam')
print(os.read(reading, 10))
