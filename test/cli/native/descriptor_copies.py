"""dup, dup2 and what shares a position."""
import os, subprocess, sys
saved = os.dup(1)
with open('copied', 'w+') as file:
    os.dup2(file.fileno(), 1)
    print('to the file', flush=True)
    subprocess.run(['echo', 'this too'])
    os.dup2(saved, 1)
    print('to the stream', flush=True)
    file.seek(0)
    print(file.read().split())
    os.fchmod(file.fileno(), 0o640)
    print(oct(os.stat('copied').st_mode))
os.close(saved)
for fd in saved, 999:
    try:
        os.dup(fd)
    except OSError as error:
        print(error)
first = os.open('copied', os.O_RDWR)
second = os.dup(first)
os.lseek(first, 3, 0)
print(os.read(second, 3))
os.close(first)
print(os.read(second, 3))
reader, writer = os.pipe()
copy = os.dup(writer)
os.close(writer)
os.write(copy, b'through')
os.close(copy)
print(os.read(reader, 10), os.read(reader, 10))
print(oct(os.umask(0o027)), oct(os.umask(0o022)))
